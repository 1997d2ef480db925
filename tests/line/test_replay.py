"""The line as a whole: what is fed twice, and what is made anew from the log."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.client.pytest_plugin import RunLine
from pipeline.outside.demo import demo_day, raw_items
from schemas.raw import RawItem
from schemas.types import Origin

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def fed(items: list[RawItem]) -> list[RawItem]:
    """Return raw items as they lie on a log, one behind the other."""
    return [
        item.model_copy(update={"origin": Origin(topic="wire.raw", partition=0, offset=n)})
        for n, item in enumerate(items)
    ]


async def test_made_anew_from_the_log_the_articles_are_the_same(wire_line: RunLine) -> None:
    """The window's memory and the ledger are gone; the raw items are all that is left."""
    day = list(raw_items(demo_day()))
    first, second = await wire_line(day), await wire_line(day)

    assert first.article_bytes == second.article_bytes
    assert first.duplicates == second.duplicates
    assert first.dropped == second.dropped


@pytest.mark.parametrize("share", [0.25, 0.6, 1.0])
async def test_a_day_whose_beginning_is_fed_twice_gives_the_same_articles(
    wire_line: RunLine, share: float
) -> None:
    day = list(raw_items(demo_day()))
    prefix = day[: int(len(day) * share)]
    once = await wire_line(fed(day))
    twice = await wire_line(fed([*prefix, *prefix, *day[len(prefix) :]]))

    def seen(ran: object) -> list[tuple[str, str, str]]:
        return [(a.article_id, a.status, a.text) for a in ran.articles]  # type: ignore[attr-defined]

    assert seen(twice) == seen(once)
