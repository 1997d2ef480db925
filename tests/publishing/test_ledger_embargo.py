from __future__ import annotations

from datetime import timedelta

import pytest

from pipeline.outcome import Already, Drop, Held, Reason
from pipeline.publishing.ledger import Ledger
from schemas.codec import encode
from schemas.types import Embargo, Lifecycle
from tests.publishing.conftest import LATER, NOON, Clock, MakeStory, published, reason, until

MOMENT = timedelta(seconds=1)


def test_an_item_under_embargo_is_held(ledger: Ledger, story: MakeStory) -> None:
    """It waits in the ledger, until its time."""
    item = story(embargo=until(LATER))

    assert ledger(item) == (Held(item, LATER, note="until 2026-03-03T14:00:00+00:00"),)
    assert ledger.next_due() == LATER


def test_it_is_released_on_time(ledger: Ledger, story: MakeStory) -> None:
    """Not a moment before, and once."""
    ledger(story(embargo=until(LATER)))

    assert ledger.due(LATER - MOMENT) == ()
    (released,) = ledger.due(LATER)
    assert published(released).embargoed_until == LATER
    assert (ledger.due(LATER + MOMENT), ledger.next_due()) == ((), None)


def test_an_embargo_that_has_ended_holds_nothing(
    ledger: Ledger, story: MakeStory, clock: Clock
) -> None:
    """The article says that there was one."""
    clock.time = LATER

    assert published(ledger(story(embargo=until(LATER)))[0]).embargoed_until == LATER


def test_the_article_is_the_same_whenever_it_is_released(story: MakeStory, clock: Clock) -> None:
    """Held, released late, or never held: the same bytes."""
    item = story(embargo=until(LATER), version=2)
    held, never_held = Ledger(clock), Ledger(lambda: LATER)
    held(item)

    (late,) = held.due(LATER + timedelta(days=9))
    (at_once,) = never_held(item)
    assert encode(published(late)) == encode(published(at_once))


def test_an_embargo_without_a_time_waits_to_be_lifted(ledger: Ledger, story: MakeStory) -> None:
    """Hold for release: no clock ends it."""
    item = story(embargo=Embargo(), version=1)
    assert ledger(item) == (Held(item, note="until it is lifted"),)
    assert ledger.next_due() is None

    answer, ended = ledger(story("It rained.", version=2))
    assert (published(answer).revision, published(answer).embargoed_until) == (1, None)
    assert isinstance(ended, Drop)
    assert (ended.reason, ended.raw_digest) == (Reason.SUPERSEDED, item.raw_digest)


def test_the_same_text_without_its_embargo_lifts_it(ledger: Ledger, story: MakeStory) -> None:
    """Where nothing says a version, the later arrival is the agency's later word."""
    ledger(story(embargo=Embargo()))

    assert published(ledger(story())[0]).revision == 1


def test_the_newest_versions_embargo_counts(ledger: Ledger, story: MakeStory) -> None:
    """An earlier or a later one: the agency has changed its mind."""
    ledger(story(version=1, embargo=until(LATER)))
    answer, ended = ledger(story(version=2, embargo=until(NOON + MOMENT)))

    assert reason(answer) is Reason.EMBARGOED
    assert reason(ended) is Reason.SUPERSEDED
    assert ledger.next_due() == NOON + MOMENT
    (released,) = ledger.due(LATER)
    assert (published(released).version, published(released).revision) == (2, 1)


@pytest.mark.parametrize("weaker", [None, until(NOON + MOMENT), until(LATER)])
def test_of_the_same_version_the_stricter_embargo_counts(
    ledger: Ledger, story: MakeStory, weaker: Embargo | None
) -> None:
    """A copy of it that lost its embargo on the way must not break it."""
    ledger(story(version=1, embargo=until(LATER)))

    assert reason(ledger(story(version=1, embargo=weaker))[0]) is Reason.UNCHANGED
    assert ledger.next_due() == LATER


def test_the_same_version_with_a_stricter_embargo_waits_longer(
    ledger: Ledger, story: MakeStory
) -> None:
    """The other way round the first copy had lost it."""
    ledger(story(version=1, embargo=until(LATER)))
    answer, ended = ledger(story(version=1, embargo=until(LATER + MOMENT)))

    assert (reason(answer), reason(ended)) == (Reason.EMBARGOED, Reason.SUPERSEDED)
    assert ledger.next_due() == LATER + MOMENT


def test_an_older_version_does_not_slip_past_an_embargo(ledger: Ledger, story: MakeStory) -> None:
    """Even if it has none itself."""
    ledger(story(version=2, embargo=until(LATER)))

    assert reason(ledger(story(version=1))[0]) is Reason.SUPERSEDED
    assert ledger.next_due() == LATER


def test_an_update_under_embargo_leaves_what_is_published(ledger: Ledger, story: MakeStory) -> None:
    """The first version stays the current one until the second is released."""
    ledger(story(version=1))
    ledger(story("It poured.", version=2, embargo=until(LATER)))

    (released,) = ledger.due(LATER)
    assert (published(released).revision, published(released).change.kind) == (
        2,
        Lifecycle.UPDATE,
    )


def test_a_reissue_under_embargo_waits_for_its_time(
    ledger: Ledger, story: MakeStory, kill: MakeStory
) -> None:
    """A kill that comes late does not end what was made in knowledge of it."""
    ledger(story(version=1, at=0))
    ledger(story("Dry.", version=3, at=20, embargo=until(LATER)))
    (killed,) = ledger(kill(version=2, at=10))

    assert published(killed).status == "canceled"
    (released,) = ledger.due(LATER)
    assert (published(released).status, published(released).revision) == ("usable", 3)


def test_what_ends_together_comes_in_a_fixed_order(ledger: Ledger, story: MakeStory) -> None:
    """By time, then by id: so that a run can be repeated."""
    for guid, end in (("c", LATER), ("a", LATER), ("b", LATER - MOMENT)):
        ledger(story(guid=guid, embargo=until(end)))

    assert [published(o).guid for o in ledger.due(LATER)] == ["b", "a", "c"]


def test_a_redelivered_held_item_has_its_answer(ledger: Ledger, story: MakeStory) -> None:
    """Before its release and after it."""
    item = story(embargo=until(LATER))
    ledger(item)

    assert ledger(item) == (Already(),)
    ledger.due(LATER)
    assert ledger(item) == (Already(),)


def test_an_embargoed_headline_is_not_told_by_a_drop(ledger: Ledger, story: MakeStory) -> None:
    """wire.dropped is open to everybody."""
    ledger(story(embargo=until(LATER)))
    (again,) = ledger(story(embargo=until(LATER)))

    assert isinstance(again, Drop)
    assert (again.reason, again.headline) == (Reason.UNCHANGED, "")
