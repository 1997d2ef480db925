from __future__ import annotations

from datetime import timedelta

import pytest

from pipeline.publishing.embargo import Waiting, holds, strictest
from schemas.types import Embargo
from tests.publishing.conftest import LATER, NOON, MakeStory, until

OPEN = Embargo()
"""Hold for release: no time."""


@pytest.mark.parametrize(
    ("weak", "strict"),
    [(None, OPEN), (None, until(NOON)), (until(NOON), until(LATER)), (until(LATER), OPEN)],
)
def test_the_strictest_embargo_holds_longest(weak: Embargo | None, strict: Embargo) -> None:
    """Whichever comes first; one without a time holds longest."""
    assert strictest(weak, strict) == strict
    assert strictest(strict, weak) == strict


def test_an_embargo_ends_at_its_time() -> None:
    """At that moment it holds no longer."""
    assert holds(until(NOON), NOON - timedelta(microseconds=1))
    assert not holds(until(NOON), NOON)
    assert holds(OPEN, LATER)
    assert not holds(None, NOON)


def test_a_time_that_no_longer_counts_is_forgotten(story: MakeStory) -> None:
    """After a newer version with an earlier end, the later end wakes nobody."""
    waiting = Waiting()
    waiting.put(b"a", story(embargo=until(LATER)))
    waiting.put(b"a", story(embargo=until(NOON)))

    assert waiting.next_due() == NOON
    assert waiting.take_due(NOON) == b"a"
    waiting.restore(b"a", None)
    assert (waiting.take_due(LATER), waiting.next_due()) == (None, None)


def test_a_row_brings_back_the_item_as_it_was(story: MakeStory) -> None:
    """Line ends in the text do not disturb the row."""
    item = story("one\ntwo\n\nthree", embargo=OPEN)
    row = Waiting().put(b"a", item)
    waiting = Waiting()
    waiting.restore(b"a", row)

    assert waiting.get(b"a") == item
