"""Fixtures for those who test with wire copy; pytest finds them by itself.

``wire_line`` runs the whole line in process, ``wire_line_on_broker`` on an embedded broker. The
same raw items give the same articles, byte for byte, in both::

    async def test_our_harbour_desk(wire_line):
        ran = await wire_line([Path("harbour.txt").read_bytes()])
        assert [a.headline for a in ran.articles] == ["Fire at the harbour"]
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

import pytest

__all__ = [
    "RECEIVED_AT",
    "Ran",
    "RunLine",
    "collect",
    "until_all_ended",
    "wire_line",
    "wire_line_on_broker",
]

RECEIVED_AT = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)
"""When raw items are said to have arrived if a test gives only their bytes: one fixed moment, so
that a run depends on nothing but the items."""


@dataclass(slots=True)
class Ran:
    """What became of the items of one run."""

    articles: list[Any] = field(default_factory=list)
    """Published versions (:class:`schemas.article.Article`), in order."""
    article_bytes: list[bytes] = field(default_factory=list)
    """The same as they lie on ``wire.articles``."""
    duplicates: list[Any] = field(default_factory=list)
    dropped: list[Any] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    """Item ids that wait for the end of an embargo."""
    aside: list[str] = field(default_factory=list)
    """Reasons of what is not text."""
    quarantined: list[str] = field(default_factory=list)
    """Reasons of what could not be handled."""


RunLine: TypeAlias = Callable[[Iterable[Any]], Awaitable[Ran]]
"""Takes raw items, or plain bytes in the order of their arrival."""


def _raws(items: Iterable[Any]) -> list[Any]:
    from schemas.raw import RawItem
    from schemas.types import Origin

    return [
        item.model_copy(update={"origin": Origin(topic="wire.raw", partition=0, offset=n)})
        if isinstance(item, RawItem)
        else RawItem(
            value=item,
            received_at=RECEIVED_AT,
            origin=Origin(topic="wire.raw", partition=0, offset=n),
        )
        for n, item in enumerate(items)
    ]


@pytest.fixture
def wire_line() -> RunLine:
    """Run the whole line in process, without a broker; each call is a line of its own."""
    from pipeline.app import utc_now
    from pipeline.dry_run import DryRun
    from pipeline.outcome import Fate
    from pipeline.plan import load_plan
    from pipeline.settings import Settings
    from pipeline.stages import build_stages
    from schemas.codec import encode
    from schemas.duplicate import Dropped

    async def run(items: Iterable[Any]) -> Ran:
        ran = Ran()
        dry = DryRun(build_stages(load_plan(Settings.from_environment().plan), utc_now))
        for passage in dry.feed(_raws(items)):
            if passage.article is not None:
                ran.articles.append(passage.article)
                ran.article_bytes.append(encode(passage.article))
            elif passage.duplicate is not None:
                ran.duplicates.append(passage.duplicate)
            elif passage.fate is Fate.KEPT:
                ran.held.append(passage.item_id or "")
            elif passage.fate is Fate.DIVERTED:
                ran.aside.append(passage.reason)
            elif passage.fate is Fate.DROPPED:
                ran.dropped.append(
                    Dropped(
                        item_id=passage.item_id or "",
                        stage=passage.stage,
                        reason=passage.reason,
                        note=passage.note,
                        headline=passage.headline,
                        raw_digest=passage.raw.digest,
                    )
                )
            else:
                ran.quarantined.append(passage.reason)
        return ran

    return run


@pytest.fixture
def wire_line_on_broker(tmp_path_factory: pytest.TempPathFactory) -> RunLine:
    """Run the whole line on an embedded broker of its own; each call has a fresh one."""

    async def run(items: Iterable[Any]) -> Ran:
        folder = tmp_path_factory.mktemp("wire-line")
        return await _run_on_broker(folder, _raws(items))

    return run


async def _run_on_broker(folder: Path, raws: list[Any]) -> Ran:
    from pipeline.app import build_app
    from pipeline.outside.broker import embedded_broker
    from pipeline.outside.feeding import feeder, raw_record
    from pipeline.outside.topics import create_topics
    from pipeline.plan import load_plan
    from pipeline.settings import Settings

    with embedded_broker(Settings(data=folder, worker_id=f"pytest-{os.getpid()}")) as settings:
        await create_topics(settings)
        async with feeder(settings) as sending:
            for raw in raws:
                await sending.feed(
                    *raw_record(
                        raw.value,
                        source=raw.source,
                        received_at=raw.received_at,
                        content_type=raw.content_type,
                        name=raw.name,
                    )
                )
        app = build_app(settings, load_plan(Settings.from_environment().plan))
        await app.start()
        try:
            await until_all_ended(settings, len(raws))
        finally:
            await app.stop()
        return await collect(settings)


async def until_all_ended(settings: Any, records: int) -> None:
    """Return when *records* raw records are there and all of their items have their fate."""
    from pipeline.client.account import take_account

    async with asyncio.timeout(60 + records / 50):
        while True:
            account = await take_account(settings)
            if account.raw >= records and account.adds_up:
                return
            await asyncio.sleep(0.2)


async def collect(settings: Any) -> Ran:
    """Return what lies on the topics where items end."""
    from pipeline.client.reading import read_topic
    from pipeline.client.subscription import once
    from schemas import topics
    from schemas.article import Article
    from schemas.codec import decode
    from schemas.duplicate import Dropped, Duplicate, HeldBack
    from schemas.headers import header

    ran = Ran()

    async def on(topic: Any) -> Any:
        return [r async for r in once(read_topic(settings, topic.name))]

    for record in await on(topics.ARTICLES):
        ran.article_bytes.append(record.value)
        ran.articles.append(decode(Article, record.value))
    ran.duplicates = [decode(Duplicate, r.value) for r in await on(topics.DUPLICATES)]
    ran.dropped = [decode(Dropped, r.value) for r in await on(topics.DROPPED)]
    ran.held = [decode(HeldBack, r.value).item_id for r in await on(topics.HELD)]
    ran.aside = [header(r.headers, "dateline_reason") for r in await on(topics.ASIDE)]
    ran.quarantined = [header(r.headers, "dateline_reason") for r in await on(topics.QUARANTINE)]
    return ran
