"""``dateline account``: what went in, and the fate of every item."""

from __future__ import annotations

import asyncio

import click
import orjson
from rich.console import Console

from pipeline.cli.sentences import quiet_libraries
from pipeline.cli.tables import account_table
from pipeline.client.account import take_account
from pipeline.outside.broker import embedded_broker
from pipeline.outside.topics import create_topics
from pipeline.settings import Settings

__all__ = ["command"]


@click.command("account")
@click.option("--as", "how", type=click.Choice(["table", "json"]), default="table")
def command(how: str) -> None:
    """Read the topics and show the account: items in, articles out, fate of every other item."""
    quiet_libraries()
    with embedded_broker(Settings.from_environment()) as settings:
        if settings.embedded:
            asyncio.run(create_topics(settings))
        account = asyncio.run(take_account(settings))
    if how == "json":
        click.echo(orjson.dumps(account.as_dict(), option=orjson.OPT_INDENT_2))
    else:
        Console().print(account_table(account))
