"""``dateline requeue``: quarantined items back to where they failed."""

from __future__ import annotations

import asyncio

import click

from pipeline.cli.sentences import quiet_libraries
from pipeline.client.requeue import requeue
from pipeline.outside.broker import embedded_broker
from pipeline.outside.topics import create_topics
from pipeline.settings import Settings

__all__ = ["command"]


@click.command("requeue")
@click.option("--reason", default="", help="Only items quarantined for this reason.")
@click.option("--dry-run", is_flag=True, help="Say what would go back, and send nothing.")
def command(reason: str, dry_run: bool) -> None:
    """Copy quarantined items back, byte for byte, to the topic on which they failed.

    Each item goes back once; what fails again is quarantined again, as a new record.
    """
    quiet_libraries()
    with embedded_broker(Settings.from_environment()) as settings:
        if settings.embedded:
            asyncio.run(create_topics(settings))
        counts = asyncio.run(requeue(settings, reason, dry_run=dry_run))
    for (topic, why), count in sorted(counts.items()):
        click.echo(f"{count:6} {why} -> {topic}")
    verb = "would go back" if dry_run else "went back"
    click.echo(f"{counts.total()} item(s) {verb}", err=True)
