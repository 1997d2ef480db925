"""``dateline replay``: a recording back onto a topic."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from pipeline.cli.sentences import quiet_libraries
from pipeline.client.recording import read_recording
from pipeline.outside.broker import embedded_broker
from pipeline.outside.feeding import feeder
from pipeline.outside.topics import create_topics, require_topics
from pipeline.settings import Settings

__all__ = ["command"]


@click.command("replay")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--topic", default="", help="Another topic than the one that was recorded.")
def command(file: Path, topic: str) -> None:
    """Put the records of FILE back onto their topic: same keys, bytes, headers, times and order."""
    quiet_libraries()
    with embedded_broker(Settings.from_environment()) as settings:
        count, to = asyncio.run(_replay(settings, file, topic))
    click.echo(f"replayed {count} record(s) of {file} onto {to}", err=True)


async def _replay(settings: Settings, file: Path, topic: str) -> tuple[int, str]:
    if settings.embedded:
        await create_topics(settings)
    else:
        await require_topics(settings)
    recorded_topic, records = read_recording(file)
    to = topic or recorded_topic
    async with feeder(settings) as sending:
        for record in records:
            await sending.feed(
                record.key,
                record.value,
                record.headers,
                topic=to,
                timestamp_ms=record.timestamp_ms,
            )
    return sending.fed, to
