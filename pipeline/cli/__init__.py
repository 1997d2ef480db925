"""The command ``dateline``."""

from __future__ import annotations

import importlib

import click

from pipeline.cli.sentences import OneSentence

__all__ = ["main"]

_COMMANDS = {
    "demo": "pipeline.cli.demo",
    "run": "pipeline.cli.run",
    "feed": "pipeline.cli.feed",
    "tail": "pipeline.cli.tail",
    "try": "pipeline.cli.try_out",
    "account": "pipeline.cli.account",
    "topics": "pipeline.cli.topics",
    "plan": "pipeline.cli.plan",
    "record": "pipeline.cli.record",
    "replay": "pipeline.cli.replay",
    "requeue": "pipeline.cli.requeue",
}
"""Loaded when they are called: ``dateline plan`` need not load a broker's client."""


class _Commands(OneSentence):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(module).command
        return command


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dateline")
def main() -> None:
    """Wire copy in, articles out.

    Agencies' items land verbatim on a Kafka topic; five agents clean, deduplicate, tag, enrich and
    publish them. Without DATELINE_BROKER an embedded broker is started and stopped as needed.
    """
