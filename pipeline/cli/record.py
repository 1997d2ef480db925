"""``dateline record``: a topic to a file."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from pipeline.cli.sentences import quiet_libraries
from pipeline.cli.tail import START
from pipeline.client.reading import Start
from pipeline.client.recording import record_topic
from pipeline.outside.broker import embedded_broker
from pipeline.outside.topics import create_topics
from pipeline.settings import Settings
from schemas import topics

__all__ = ["command"]


@click.command("record")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--topic", default=topics.RAW.name, show_default=True)
@click.option("--from", "start", type=START, default="beginning", show_default=True)
def command(file: Path, topic: str, start: Start) -> None:
    """Record a topic into FILE, from a point to its end, bit for bit."""
    quiet_libraries()
    with embedded_broker(Settings.from_environment()) as settings:
        if settings.embedded:
            asyncio.run(create_topics(settings))
        count = asyncio.run(record_topic(settings, topic, file, start))
    click.echo(f"recorded {count} record(s) of {topic} into {file}", err=True)
