"""An embargo ends on time on a broker: while a worker runs, and while none did."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.app import build_app
from pipeline.client.reading import read_topic
from pipeline.outside.broker import embedded_broker
from pipeline.outside.feeding import feeder, raw_record
from pipeline.outside.topics import create_topics
from pipeline.plan import load_plan
from pipeline.settings import Settings
from schemas import topics
from tests.formats.wire_makers import DIALECTS, HEAD, TEXT

pytestmark = pytest.mark.broker

READERS = (topics.ARTICLES, topics.LATEST, topics.DUPLICATES, topics.DROPPED, topics.HELD)


@pytest.fixture
def settings(tmp_path: Path) -> Any:
    with embedded_broker(Settings(data=tmp_path, worker_id=f"pytest-{os.getpid()}")) as found:
        yield found


async def feed(settings: Settings, *values: bytes) -> None:
    async with feeder(settings) as sending:
        for value in values:
            await sending.feed(
                *raw_record(value, source="local", received_at=datetime.now(UTC), name="")
            )


@asynccontextmanager
async def worker(settings: Settings) -> AsyncIterator[None]:
    app = build_app(settings, load_plan())
    await app.start()
    try:
        yield
    finally:
        await app.stop()


async def on(settings: Settings, topic: Any) -> list[Any]:
    return [record async for record in read_topic(settings, topic.name)]


async def some_on(settings: Settings, topic: Any, count: int = 1) -> list[Any]:
    """Return what lies on a topic as soon as there are so many records."""
    async with asyncio.timeout(60):
        while len(records := await on(settings, topic)) < count:  # noqa: ASYNC110  (nobody tells)
            await asyncio.sleep(0.1)
    return records


def held_until(until: datetime) -> bytes:
    return DIALECTS["ninjs"](embargoed=until.isoformat())


async def told(settings: Settings) -> bytes:
    records = [record for topic in READERS for record in await on(settings, topic)]
    return b"\n".join(record.value or b"" for record in records)


async def test_an_embargo_ends_on_time(settings: Settings) -> None:
    """Within a second, and nothing of it is read before."""
    await create_topics(settings)
    async with worker(settings):
        until = datetime.now(UTC) + timedelta(seconds=8)
        await feed(settings, held_until(until))
        await some_on(settings, topics.HELD)
        before = await told(settings)
        assert datetime.now(UTC) < until, "too slow to tell"
        (article,) = await some_on(settings, topics.ARTICLES)

    late_ms = article.timestamp - until.timestamp() * 1000
    assert 0 <= late_ms <= 1_000
    assert HEAD.encode() in article.value
    assert HEAD.encode() not in before
    assert TEXT[1].encode() not in before


async def test_an_embargo_that_ended_while_no_worker_ran_is_released_at_once(
    settings: Settings,
) -> None:
    """Within a second of the next worker's being up, and no sooner than its time."""
    await create_topics(settings)
    async with worker(settings):
        until = datetime.now(UTC) + timedelta(seconds=6)
        await feed(settings, held_until(until))
        await some_on(settings, topics.HELD)
    assert await on(settings, topics.ARTICLES) == []
    await asyncio.sleep(max(0.0, (until - datetime.now(UTC)).total_seconds()) + 0.5)

    async with worker(settings):
        up = datetime.now(UTC)
        (article,) = await some_on(settings, topics.ARTICLES)

    assert article.timestamp - up.timestamp() * 1000 <= 1_000
    assert article.timestamp > until.timestamp() * 1000


async def test_a_lifted_embargo_and_a_killed_one_end_at_once(settings: Settings) -> None:
    """Neither waits for its time; the killed text is on no topic that readers use."""
    await create_topics(settings)
    until = datetime.now(UTC) + timedelta(hours=9)
    killed = {"guid": "port-2", "headline": "Ferry sinks at the port of Example"}
    text = ("LISBON (Northwire) - The ferry sank, said Ana Exemplo, who was on board of it.",)
    async with worker(settings):
        await feed(
            settings,
            held_until(until),
            DIALECTS["ninjs"](embargoed=until.isoformat(), body=text, **killed),
        )
        await some_on(settings, topics.HELD, 2)
        await feed(
            settings,
            DIALECTS["ninjs"](note="EMBARGO LIFTED"),
            DIALECTS["ninjs"](version=2, pubstatus="canceled", body=(), guid="port-2", headline=""),
        )
        articles = await some_on(settings, topics.ARTICLES, 2)
        everything = await told(settings)

    assert {b'"status":"canceled"' in record.value for record in articles} == {True, False}
    assert b"Ana Exemplo" not in everything
    assert b"Ferry sinks" not in everything
