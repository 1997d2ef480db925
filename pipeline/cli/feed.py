"""``dateline feed``: files, folders and standard input onto wire.raw."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from pipeline.cli.sentences import quiet_libraries
from pipeline.outside.broker import WARN_BYTES, embedded_broker, running_broker
from pipeline.outside.feeding import feeder, raw_record
from pipeline.outside.feeds.files import Refused, find_files, read_files
from pipeline.outside.topics import create_topics, require_topics
from pipeline.settings import Settings
from pipeline.worker import is_worker_running

__all__ = ["command"]


@click.command("feed")
@click.argument("paths", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--source", default="local", show_default=True, help="Name of the feed.")
@click.option("--content-type", default="", help="A hint; the bytes decide.")
def command(paths: tuple[str, ...], source: str, content_type: str) -> None:
    """Feed files, folders (with all below them) and standard input (-), each file one record.

    The bytes land verbatim on wire.raw. Feeding the same again adds nothing to the articles.
    Exits with 1 if a file was refused; the others are fed all the same.
    """
    quiet_libraries()
    files = find_files(paths)
    with embedded_broker(Settings.from_environment()) as settings:
        fed, refused = asyncio.run(_feed(settings, files, source, content_type))
        _hints(settings)
    summary = f"fed {fed} item(s) to {settings.bootstrap}"
    click.echo(summary + (f", refused {refused}" if refused else ""), err=True)
    if refused:
        sys.exit(1)


async def _feed(
    settings: Settings, files: list[Path], source: str, content_type: str
) -> tuple[int, int]:
    if settings.embedded:
        await create_topics(settings)
    else:
        await require_topics(settings)
    refused = 0
    console = Console(stderr=True)
    with Progress(
        TextColumn("feeding"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as progress:
        task = progress.add_task("feed", total=len(files))
        async with feeder(settings, lambda: progress.advance(task)) as sending:
            for found in read_files(files):
                if isinstance(found, Refused):
                    refused += 1
                    progress.advance(task)
                    progress.console.print(
                        f"refused {found.name}: {found.why}", style="yellow", highlight=False
                    )
                    continue
                record = raw_record(
                    found.value,
                    source=source,
                    received_at=datetime.now(UTC),
                    content_type=content_type or found.content_type,
                    name=found.name,
                )
                await sending.feed(*record)
        return sending.fed, refused


def _hints(settings: Settings) -> None:
    """Say what would else fail silently: nobody works, or the embedded broker grows too big."""
    if not settings.embedded:
        return
    if not is_worker_running(settings.data):
        click.echo("no worker is running here; start one: dateline run", err=True)
    broker = running_broker(settings)
    if broker is not None and broker.kept_bytes > WARN_BYTES:
        click.echo(
            f"the embedded broker keeps {broker.kept_bytes / 2**20:.0f} MB, all of it in memory "
            "too; it is made for days of wire copy, not for an archive: see README, Limits",
            err=True,
        )
