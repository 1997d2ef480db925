"""``dateline demo``: an invented day of wire copy through the whole line, on this machine."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path

import click
import orjson
from aiokafka import AIOKafkaConsumer, TopicPartition
from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from pipeline.cli.lines import article_line
from pipeline.cli.sentences import quiet_libraries
from pipeline.cli.tables import account_table
from pipeline.client.account import ACCOUNT_TOPICS, Account
from pipeline.client.reading import Record
from pipeline.outside.broker import embedded_broker
from pipeline.outside.connection import client_options
from pipeline.outside.demo import DayFile, demo_day, feed_day
from pipeline.outside.topics import create_topics
from pipeline.settings import Settings
from pipeline.worker import start_child, stop_children
from schemas import topics
from schemas.article import Article
from schemas.codec import decode

__all__ = ["command"]

_WHOLE_S = 50.0
"""The demo promises to take less than a minute."""

_FEEDING_S = 6.0
"""How long the day takes to arrive, so that one can watch it."""

_LINES = 12


@click.command("demo")
@click.option("--as", "how", type=click.Choice(["table", "json"]), default="table")
@click.option("--fast", is_flag=True, help="Feed the day at once instead of letting one watch.")
@click.option(
    "--kill-worker", is_flag=True, help="Kill the worker with -9 half-way, and start it again."
)
def command(how: str, fast: bool, kill_worker: bool) -> None:
    """Start a broker and a worker, feed an invented day of wire copy, and show the account.

    Everything lives in a temporary folder and is gone afterwards. Exits with 1 if the account
    does not add up.
    """
    quiet_libraries()
    day = demo_day()
    console = Console(stderr=how == "json")
    with tempfile.TemporaryDirectory(prefix="dateline-demo-") as folder:
        named_by_nobody = Settings(data=Path(folder))
        with embedded_broker(named_by_nobody) as settings:
            pause_s = 0.0 if fast else _FEEDING_S / len(day)
            account, took_s = asyncio.run(_demo(settings, day, pause_s, kill_worker, console))
    if how == "json":
        out = {**account.as_dict(), "seconds": round(took_s, 1), "worker_killed": kill_worker}
        click.echo(orjson.dumps(out, option=orjson.OPT_INDENT_2))
    else:
        console.print()
        console.print(account_table(account, "The day's account"))
        killed = "; the worker was killed with -9 half-way and started again" if kill_worker else ""
        console.print(Text(f"{took_s:.1f} s from the first item to the last{killed}", style="dim"))
    if not account.adds_up:
        raise click.ClickException(
            f"after {took_s:.0f} s {account.under_way} item(s) had not come to their end"
        )


async def _demo(
    settings: Settings, day: list[DayFile], pause_s: float, kill: bool, console: Console
) -> tuple[Account, float]:
    await create_topics(settings)
    worker = start_child(settings, "dateline-demo-worker")
    account, recent = Account(), list[str]()
    began = time.monotonic()
    try:
        with Live(console=console, refresh_per_second=8, transient=True) as live:
            feeding = asyncio.create_task(feed_day(settings, day, pause_s))
            async for record in _watch(settings, feeding, account, began + _WHOLE_S):
                if record is not None:
                    account.add(record)
                    _remember(recent, record)
                if kill and account.raw >= len(day) // 2 and account.items:
                    kill = False
                    worker = _kill_and_restart(worker, settings)
                live.update(Group(_recent(recent), account_table(account, "So far")))
            await feeding
    finally:
        stop_children([worker])
    return account, time.monotonic() - began


def _kill_and_restart(
    worker: subprocess.Popen[bytes], settings: Settings
) -> subprocess.Popen[bytes]:
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    return start_child(settings, "dateline-demo-worker")


async def _watch(
    settings: Settings, feeding: asyncio.Task[int], account: Account, deadline: float
) -> AsyncIterator[Record | None]:
    """Yield what arrives on the raw topic and where items end, until all have ended."""
    consumer = AIOKafkaConsumer(
        **client_options(settings),
        isolation_level="read_committed",
        enable_auto_commit=False,
        fetch_max_wait_ms=50,
    )
    await consumer.start()
    try:
        partitions = [TopicPartition(spec.name, 0) for spec in ACCOUNT_TOPICS]
        consumer.assign(partitions)
        await consumer.seek_to_beginning(*partitions)
        while time.monotonic() < deadline:
            fetched = await consumer.getmany(timeout_ms=200)
            for records in fetched.values():
                for record in records:
                    yield record
            yield None
            all_in = feeding.done() and account.raw == (
                feeding.result() if not feeding.exception() else account.raw
            )
            if all_in and not fetched and account.adds_up:
                return
    finally:
        with contextlib.suppress(Exception):
            await consumer.stop()


def _remember(recent: list[str], record: Record) -> None:
    if record.topic == topics.ARTICLES.name:
        recent.append(article_line(decode(Article, record.value or b"")))
        del recent[:-_LINES]


def _recent(recent: list[str]) -> Table:
    table = Table(title="wire.articles", title_justify="left", show_edge=False, show_header=False)
    table.add_column(no_wrap=True, overflow="ellipsis")
    for line in recent:
        table.add_row(Text(line))
    return table
