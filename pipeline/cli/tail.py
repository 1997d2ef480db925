"""``dateline tail``: subscribe and print."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from datetime import UTC, datetime

import click

from pipeline.cli.lines import As, as_bytes
from pipeline.cli.sentences import quiet_libraries
from pipeline.client.reading import Start
from pipeline.client.subscription import subscribe
from pipeline.outside.broker import embedded_broker
from pipeline.outside.topics import create_topics
from pipeline.settings import Settings
from schemas import topics

__all__ = ["command"]


class _StartParam(click.ParamType):
    name = "beginning|now|TIME"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Start:
        if value == "beginning":
            return "beginning"
        if value == "now":
            return "now"
        try:
            at = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(
                f"{value!r} is not beginning, now or a time like 2026-03-03T12:00:00Z", param, ctx
            )
        return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


START = _StartParam()


@click.command("tail")
@click.option("--from", "start", type=START, default="now", show_default=True)
@click.option("--as", "how", type=click.Choice(["line", "json", "ninjs"]), default="line")
@click.option("--latest", is_flag=True, help="Read wire.latest: the current version of each.")
@click.option("--no-follow", is_flag=True, help="Stop at the end instead of waiting for more.")
@click.option("-n", "--count", default=0, help="Stop after so many articles.")
def command(start: Start, how: As, latest: bool, no_follow: bool, count: int) -> None:
    """Print articles as they are published, each version once.

    A TIME without a zone is UTC. Ends with Ctrl-C, or as the options say.
    """
    quiet_libraries()
    topic = topics.LATEST.name if latest else topics.ARTICLES.name
    with embedded_broker(Settings.from_environment()) as settings:
        if settings.embedded:
            asyncio.run(create_topics(settings))
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(_tail(settings, topic, start, how, not no_follow, count))


async def _tail(
    settings: Settings, topic: str, start: Start, how: As, follow: bool, count: int
) -> None:
    printed = 0
    articles = subscribe(settings, start=start, topic=topic, follow=follow)
    async with contextlib.aclosing(articles):
        async for article in articles:
            sys.stdout.buffer.write(as_bytes(article, how) + b"\n")
            sys.stdout.buffer.flush()
            printed += 1
            if printed == count:
                return
