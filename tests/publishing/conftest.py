"""Items of one story, a clock to hold in one's hand, and a ledger that shows what it answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pipeline.outcome import Drop, Held, Keep, Outcome, Reason
from pipeline.publishing.ledger import Ledger
from schemas.article import Article
from schemas.types import Embargo, Lifecycle
from schemas.wire import WireItem

NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=2)

MakeStory = Callable[..., WireItem]


class Clock:
    """The time that the ledger is told."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(clock: Clock) -> Ledger:
    return Ledger(clock)


@pytest.fixture
def story(make_item: MakeStory) -> MakeStory:
    """Build a version of one story; ``at`` is its ``versioned_at`` in minutes after noon."""

    def build(text: str = "It rained.", *, at: int | None = None, **fields: Any) -> WireItem:
        given: dict[str, Any] = {"guid": "rain", "headline": "Rain at Portmere"}
        if at is not None:
            given["versioned_at"] = NOON + timedelta(minutes=at)
        item = make_item(text, **(given | fields))
        return item.model_copy(update={"raw_digest": f"{item.origin.offset:064x}"})

    return build


@pytest.fixture
def kill(story: MakeStory) -> MakeStory:
    """Build a kill of the same story, as agencies send it: without a body."""

    def build(**fields: Any) -> WireItem:
        return story("", **({"lifecycle": Lifecycle.KILL, "headline": ""} | fields))

    return build


def until(time: datetime | None) -> Embargo:
    return Embargo(until=time)


def published(outcome: Outcome[Any]) -> Article:
    assert isinstance(outcome, Keep), outcome
    assert isinstance(outcome.item, Article)
    return outcome.item


def reason(outcome: Outcome[Any]) -> Reason:
    assert isinstance(outcome, Drop | Held), outcome
    return outcome.reason
