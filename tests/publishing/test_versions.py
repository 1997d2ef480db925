from __future__ import annotations

from datetime import timedelta

import pytest

from pipeline.publishing.versions import Mark, Order, compare, is_reissue, outlives_a_late_kill
from schemas.types import Lifecycle
from tests.publishing.conftest import NOON

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("new", "known", "order"),
    [
        (Mark(2), Mark(1), Order.NEWER),
        (Mark(1), Mark(2), Order.OLDER),
        (Mark(2), Mark(2), Order.SAME),
        (Mark(2), Mark(), Order.UNKNOWN),
        (Mark(), Mark(), Order.UNKNOWN),
        (Mark(None, NOON + HOUR), Mark(None, NOON), Order.NEWER),
        (Mark(2, NOON), Mark(2, NOON + HOUR), Order.OLDER),
        (Mark(2, NOON), Mark(1, NOON), Order.NEWER),
        (Mark(2, NOON), Mark(1), Order.NEWER),
        (Mark(7, NOON), Mark(9, NOON - HOUR), Order.NEWER),
    ],
    ids=[
        "larger number",
        "smaller number",
        "equal numbers",
        "one number missing",
        "nothing said",
        "later time",
        "equal numbers, earlier time",
        "larger number, equal times",
        "larger number, one time missing",
        "numbers and times contradict: the times decide",
    ],
)
def test_which_version_is_newer(new: Mark, known: Mark, order: Order) -> None:
    """Numbers decide unless they are equal, missing, or contradicted by both times."""
    assert compare(new, known) is order


@pytest.mark.parametrize(
    ("mark", "comes_back"),
    [
        (Mark(3, NOON + HOUR), True),
        (Mark(None, NOON + HOUR, Lifecycle.CORRECTION), True),
        (Mark(3, NOON), False),
        (Mark(3), False),
        (Mark(1, NOON + HOUR), False),
        (Mark(3, NOON + HOUR, Lifecycle.REPEAT), False),
        (Mark(3, NOON + HOUR, Lifecycle.ADVISORY), False),
    ],
)
def test_what_brings_a_killed_story_back(mark: Mark, comes_back: bool) -> None:
    """Only a version of a later time, no repeat, whose number is not smaller than the kill's."""
    assert is_reissue(mark, Mark(2, NOON, Lifecycle.KILL)) is comes_back


def test_a_late_kill_is_not_lost_to_a_wrong_clock() -> None:
    """That a version outlives a kill that comes after it, its number has to say as well."""
    kill = Mark(2, NOON, Lifecycle.KILL)

    assert outlives_a_late_kill(Mark(3, NOON + HOUR), kill)
    assert not outlives_a_late_kill(Mark(None, NOON + HOUR), kill)
    assert not outlives_a_late_kill(Mark(2, NOON + HOUR), kill)


def test_a_mark_says_what_it_knows() -> None:
    """Notes on dropped items are read by editors."""
    assert str(Mark(2, NOON)) == "version 2 of 2026-03-03T12:00:00Z"
    assert str(Mark()) == "a version"
