"""A kill that names its story by headline or slugline finds it, before it came and after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pipeline.dedup.decision import Dedupe
from pipeline.outcome import Drop, Keep, Reason, Tell
from schemas.types import Lifecycle, Named, Reference
from schemas.wire import WireItem
from tests.dedup.test_decision import text_of

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
HEAD = "Crane falls at the port of Example"
Make = Callable[..., WireItem]


def at(minute: int) -> dict[str, Any]:
    moment = NOON + timedelta(minutes=minute)
    return {"versioned_at": moment, "received_at": NOON + timedelta(days=9), "language": "en"}


def story(make_item: Make, minute: int = 0, number: int = 1, **fields: Any) -> WireItem:
    given = {"guid": f"story-{number}", "headline": HEAD, "story_slug": "pt--port-crane"}
    return make_item(text_of(number), **(at(minute) | given | fields))


def kill(make_item: Make, *named: Named, minute: int = 30, **fields: Any) -> WireItem:
    given = {"guid": "kill-9", "lifecycle": Lifecycle.KILL, "named": named}
    return make_item("It is wrong.", **(at(minute) | given | fields))


NAMES = [
    Named(headline=HEAD),
    Named(headline="UPDATE 1-Crane falls at the port of Example"),
    Named(slugline="BC-PT--Port-Crane"),
    Named(slugline="BC-PT--Port-Crane, 2nd Ld-Writethru"),
    Named(slugline="Port-Crane"),
]


@pytest.mark.parametrize("named", NAMES)
def test_a_kill_goes_to_the_story_that_it_names(make_item: Make, named: Named) -> None:
    dedupe = Dedupe()
    dedupe(story(make_item))
    (outcome,) = dedupe(kill(make_item, named))

    assert isinstance(outcome, Keep)
    assert outcome.item.subject == "test/story-1"


@pytest.mark.parametrize("named", NAMES)
def test_a_story_that_was_named_before_it_came_is_killed(make_item: Make, named: Named) -> None:
    """Its ledger hears of it, so that later versions are judged there."""
    dedupe = Dedupe()
    dedupe(kill(make_item, named))
    dropped, told = dedupe(story(make_item))

    assert isinstance(dropped, Drop)
    assert (dropped.reason, dropped.headline) == (Reason.KILLED, "")
    assert isinstance(told, Tell)
    assert isinstance(told.item, WireItem)
    assert (told.item.notice, told.item.lifecycle) == ("named", Lifecycle.KILL)
    assert (told.item.subject, told.item.of_item) == ("test/story-1", "test/kill-9")
    assert told.item.versioned_at == NOON + timedelta(minutes=30)


def test_a_withhold_is_remembered_as_one(make_item: Make) -> None:
    dedupe = Dedupe()
    dedupe(kill(make_item, NAMES[0], lifecycle=Lifecycle.WITHHOLD))
    _, told = dedupe(story(make_item))

    assert isinstance(told, Tell)
    assert isinstance(told.item, WireItem)
    assert told.item.lifecycle is Lifecycle.WITHHOLD


def test_a_version_made_after_the_kill_is_not_meant(make_item: Make) -> None:
    dedupe = Dedupe()
    dedupe(kill(make_item, NAMES[0]))

    assert isinstance(dedupe(story(make_item, minute=40))[0], Keep)


@pytest.mark.parametrize(("sent", "number"), [(None, 2), (0, 1), (20, 2)])
def test_the_time_tells_stories_of_one_name_apart(
    make_item: Make, sent: int | None, number: int
) -> None:
    """Without one the latest is meant."""
    dedupe = Dedupe()
    dedupe(story(make_item, 0, 1))
    dedupe(story(make_item, 20, 2))
    sent_at = None if sent is None else NOON + timedelta(minutes=sent)
    (outcome,) = dedupe(kill(make_item, Named(headline=HEAD, sent_at=sent_at)))

    assert isinstance(outcome, Keep)
    assert outcome.item.subject == f"test/story-{number}"


def test_two_stories_may_be_named_in_one_kill(make_item: Make) -> None:
    dedupe = Dedupe()
    dedupe(story(make_item, 0, 1))
    dedupe(story(make_item, 1, 2, headline="Storm over Portmere abates", story_slug="storm-port"))
    named = (NAMES[0], Named(headline="Storm over Portmere abates"))
    kept, told = dedupe(kill(make_item, *named))

    assert isinstance(kept, Keep)
    assert isinstance(told, Tell)
    assert isinstance(told.item, WireItem)
    assert {kept.item.subject, told.item.subject} == {"test/story-1", "test/story-2"}
    assert told.item.notice == "named"


def test_another_agency_s_story_of_that_name_is_not_meant(make_item: Make) -> None:
    dedupe = Dedupe()
    dedupe(story(make_item, source="delta"))
    (outcome,) = dedupe(kill(make_item, NAMES[0]))

    assert isinstance(outcome, Keep)
    assert outcome.item.subject == "test/kill-9"


@pytest.mark.parametrize("name", ["headline", "story_slug"])
def test_a_kill_without_an_id_means_the_story_of_its_own_name(make_item: Make, name: str) -> None:
    """In dialects whose notices have numbers of their own."""
    dedupe = Dedupe()
    target = story(make_item)
    dedupe(target)
    own = {name: getattr(target, name)}
    (outcome,) = dedupe(kill(make_item, format="iptc7901", **own))

    assert isinstance(outcome, Keep)
    assert outcome.item.subject == "test/story-1"


@pytest.mark.parametrize(
    "headline",
    [f"RETRACTION: {HEAD}", f"ELIMINATION - {HEAD}", "WITHHOLD: PORT-CRANE", "PORT-CRANE"],
)
def test_a_notice_names_the_story_behind_its_label(make_item: Make, headline: str) -> None:
    dedupe = Dedupe()
    dedupe(story(make_item))
    outcome, *words = dedupe(kill(make_item, headline=headline))

    subjects = {
        w.item.subject for w in words if isinstance(w, Tell) and isinstance(w.item, WireItem)
    }
    assert isinstance(outcome, Keep)
    assert "test/story-1" in subjects | {outcome.item.subject}


def test_a_kill_under_the_story_s_own_id_stays_there(make_item: Make) -> None:
    """Whatever its text quotes."""
    dedupe = Dedupe()
    dedupe(story(make_item, 0, 1))
    dedupe(story(make_item, 1, 2, headline="Storm over Portmere abates", story_slug="storm-port"))
    (outcome,) = dedupe(kill(make_item, guid="story-2", headline=HEAD))

    assert isinstance(outcome, Keep)
    assert outcome.item.subject == "test/story-2"


@pytest.mark.parametrize("credit", ["Northwire/Delta", "Delta"])
def test_a_later_version_of_a_killed_copy_is_killed(make_item: Make, credit: str) -> None:
    """If it is credited to the agency that killed its source; in whatever words."""
    dedupe = Dedupe()
    north = {"credit": "Northwire", "provider": "Northwire", "guid": "a"}
    delta = {"credit": credit, "source": "delta", "guid": "b", "headline": HEAD}
    dedupe(make_item(text_of(1), **north, **at(0)))
    dedupe(make_item(text_of(1), **delta, **at(5)))
    dedupe(make_item("", lifecycle=Lifecycle.KILL, **north, **at(10)))
    outcome, *_ = dedupe(make_item(text_of(7), **delta, **at(20)))

    assert isinstance(outcome, Drop) is (credit == "Northwire/Delta")


def test_a_reissue_of_a_killed_copy_s_source_is_for_its_ledger(make_item: Make) -> None:
    """The source was never published: its text was a copy's. It is no copy of that any more."""
    dedupe = Dedupe()
    north = {"credit": "Northwire", "provider": "Northwire", "guid": "a"}
    delta = {"credit": "Northwire/Delta", "source": "delta", "guid": "b"}
    dedupe(make_item(text_of(1), **delta, **at(0)))
    dedupe(make_item(text_of(1), **north, **at(5)))
    dedupe(make_item("", lifecycle=Lifecycle.KILL, **north, **at(10)))

    assert isinstance(dedupe(make_item(text_of(1), **north, **at(20)))[0], Keep)


def test_what_is_named_survives_a_restart(make_item: Make) -> None:
    first, second = Dedupe(), Dedupe()
    first(kill(make_item, NAMES[2], NAMES[0]))
    second.restore(first.changes())

    assert isinstance(second(story(make_item))[0], Drop)


LONG = "Crane falls at the port of Example and closes it for all ships until the summer, says city"


@pytest.mark.parametrize(
    ("headline", "is_meant"),
    [(LONG, True), (f"UPDATE 2-{LONG}", True), (LONG.replace("closes", "blocks"), False)],
)
def test_a_long_headline_is_compared_as_far_as_it_is_remembered(
    make_item: Make, headline: str, is_meant: bool
) -> None:
    first, second = Dedupe(), Dedupe()
    target = story(make_item, headline=LONG, story_slug="")
    first(target)
    (outcome,) = first(kill(make_item, Named(headline=headline)))
    assert isinstance(outcome, Keep)
    assert (outcome.item.subject == "test/story-1") is is_meant

    second(kill(make_item, Named(headline=headline)))
    assert isinstance(second(target)[0], Drop) is is_meant


def test_a_kill_may_name_several_by_their_ids(make_item: Make) -> None:
    """Whether they came already or not."""
    references = tuple(Reference(rel="kills", guid=f"story-{n}") for n in (1, 2))
    kept, told = Dedupe()(kill(make_item, references=references))

    assert isinstance(kept, Keep)
    assert isinstance(told, Tell)
    assert isinstance(told.item, WireItem)
    assert [kept.item.subject, told.item.subject] == ["test/story-1", "test/story-2"]
