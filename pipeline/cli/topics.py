"""``dateline topics``: what topics there are, and creating them."""

from __future__ import annotations

import asyncio

import click
from rich.console import Console
from rich.table import Table

from pipeline.cli.sentences import quiet_libraries
from pipeline.outside.broker import embedded_broker
from pipeline.outside.topics import create_topics, require_topics, topic_states
from pipeline.settings import Settings

__all__ = ["command"]


@click.group("topics", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Show the topics of the line as the broker has them; `topics create` makes what is missing."""
    if ctx.invoked_subcommand is not None:
        return
    quiet_libraries()
    with embedded_broker(Settings.from_environment()) as settings:
        states = asyncio.run(topic_states(settings))
    table = Table("topic", "key", "value", "writer", "readers", "kept", "partitions")
    for state in states:
        spec = state.spec
        kept = "for ever" if spec.retention_hours is None else f"{spec.retention_hours // 24} days"
        table.add_row(
            spec.name,
            spec.key,
            spec.value,
            spec.writer,
            ", ".join(spec.readers),
            kept + (", compacted" if spec.compacted else ""),
            str(state.partitions or "[red]missing[/]"),
        )
    Console().print(table)


@command.command("create")
def create() -> None:
    """Create the topics that are missing; those that are there are left as they are."""
    quiet_libraries()
    with embedded_broker(Settings.from_environment()) as settings:
        created = asyncio.run(create_topics(settings))
    for spec in created:
        click.echo(f"created {spec.name}")
    click.echo(f"{len(created)} created on {settings.bootstrap}", err=True)


@command.command("check")
def check() -> None:
    """Exit with 0 if the broker answers and every topic of the line is there."""
    quiet_libraries()
    with embedded_broker(Settings.from_environment()) as settings:
        asyncio.run(require_topics(settings))
