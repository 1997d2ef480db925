"""A story in parts is one article: when all are there, or after a while with what is there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from pipeline.outcome import Reason
from pipeline.publishing.takes import PATIENCE
from schemas.types import Reference, Take
from schemas.wire import WireItem
from tests.publishing.conftest import NOON, Clock, MakeStory
from tests.publishing.desk import Desk


@pytest.fixture
def desk(clock: Clock) -> Desk:
    return Desk(clock)


def part(story: MakeStory, number: int, of: int | None = 3, **fields: Any) -> WireItem:
    """Build a take; those behind the first refer to it, as dedupe finds them by the slugline."""
    refers = (Reference(rel="take_of", guid="rain"),) if number > 1 else ()
    given = {
        "guid": "rain" if number == 1 else f"rain-{number}",
        "take": Take(number=number, of=of),
        "references": refers,
        "at": number,
    }
    return story(f"Part {number}.", **(given | fields))


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2), (2, 3, 1)])
def test_takes_are_joined_when_all_are_there(
    desk: Desk, story: MakeStory, order: tuple[int, ...]
) -> None:
    desk.take(*(part(story, number) for number in order))

    (article,) = desk.articles
    assert article.article_id == "urn:dateline:test:rain"
    assert [block.text for block in article.body] == ["Part 1.", "Part 2.", "Part 3."]
    assert article.joined_takes == (1, 2, 3)
    assert article.take is None
    assert [drop.reason for drop in desk.drops] == [Reason.JOINED, Reason.JOINED]


def test_after_a_while_what_is_there_is_published(
    desk: Desk, story: MakeStory, clock: Clock
) -> None:
    """And says what is missing; the part that comes late makes the next version."""
    desk.take(part(story, 1), part(story, 3))
    assert desk.articles == []
    assert desk.due(NOON + PATIENCE - timedelta(seconds=1)) == []
    clock.time = NOON + PATIENCE
    (article,) = desk.due(clock.time)
    assert (article.joined_takes, article.take) == ((1, 3), Take(number=1, of=3))

    (whole,) = desk.take(part(story, 2))
    assert (whole.revision, whole.joined_takes) == (2, (1, 2, 3))
    assert "Part 2." in whole.text
    assert desk.ledger.next_due() is None


def test_takes_survive_a_restart(desk: Desk, story: MakeStory, clock: Clock) -> None:
    desk.take(part(story, 1), part(story, 2))
    desk.restart()
    desk.take(part(story, 3))

    assert [article.joined_takes for article in desk.articles] == [(1, 2, 3)]


def test_a_kill_ends_what_waits(
    desk: Desk, story: MakeStory, kill: MakeStory, clock: Clock
) -> None:
    desk.take(part(story, 1), part(story, 2))
    (gone,) = desk.take(kill(at=9))
    clock.time = NOON + PATIENCE
    assert gone.status == "canceled"
    assert desk.due(clock.time) == []
    assert [drop.reason for drop in desk.drops] == [Reason.KILLED, Reason.KILLED]
    assert desk.take(part(story, 3)) == []


def test_a_take_that_comes_again_replaces_the_first(desk: Desk, story: MakeStory) -> None:
    desk.take(part(story, 1, of=2), part(story, 1, of=2), part(story, 2, of=2))

    assert len(desk.articles) == 1
    assert desk.drops[0].reason is Reason.SUPERSEDED
