"""One chain per item: however its agency links the versions, and in whatever order they come."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from pipeline.outcome import Reason
from schemas.types import Lifecycle, Reference
from schemas.wire import WireItem
from tests.publishing.conftest import LATER, Clock, MakeStory, until
from tests.publishing.desk import Desk


@pytest.fixture
def desk(clock: Clock) -> Desk:
    return Desk(clock)


def link(rel: str, guid: str) -> dict[str, Any]:
    return {"references": (Reference(rel=rel, guid=guid),)}


@pytest.mark.parametrize("rel", ["replaces", "corrects"])
def test_a_version_under_another_id_is_a_version(desk: Desk, story: MakeStory, rel: str) -> None:
    """As old formats have it: a new number that refers back to the old one."""
    desk.take(story("It rained.", at=0))
    (second,) = desk.take(story("It rained a lot.", at=5, guid="b", **link(rel, "rain")))

    assert (second.article_id, second.revision) == ("urn:dateline:test:rain", 2)
    assert second.sent_as == "test/b"
    assert second.item_id == "test/rain"
    assert second.change.kind is Lifecycle.UPDATE


def test_a_version_of_a_version_belongs_to_the_first(desk: Desk, story: MakeStory) -> None:
    desk.take(
        story("one", at=0),
        story("two", at=5, guid="b", **link("replaces", "rain")),
        story("three", at=9, guid="c", **link("replaces", "b")),
        story("four", at=11, guid="c", version=2),
    )

    assert [a.article_id for a in desk.articles] == ["urn:dateline:test:rain"] * 4
    assert [a.revision for a in desk.articles] == [1, 2, 3, 4]


def test_a_late_older_version_overwrites_nothing(desk: Desk, story: MakeStory) -> None:
    """The first version comes after the one that replaces it."""
    desk.take(story("new", at=5, guid="b", **link("replaces", "rain")))
    desk.take(story("old", at=0))

    assert [article.text for article in desk.latest().values()] == ["new"]
    assert desk.drops[0].reason is Reason.SUPERSEDED


def test_leads_of_different_ids_are_ordered_by_their_number(desk: Desk, story: MakeStory) -> None:
    """Where no time says it."""
    desk.take(story("2nd", guid="b", lead=2, **link("replaces", "rain")))
    desk.take(story("1st", lead=1))

    assert [article.text for article in desk.latest().values()] == ["2nd"]


def test_items_that_name_each_other_do_not_go_round_for_ever(desk: Desk, story: MakeStory) -> None:
    one = story("one", at=0, guid="a", **link("replaces", "b"))
    other = story("two", at=1, guid="b", **link("replaces", "a"))
    desk.take(one, other, one.model_copy(update={"origin": story().origin}))

    assert len(desk.latest()) >= 1


def test_a_kill_of_any_version_kills_the_story(
    desk: Desk, story: MakeStory, kill: MakeStory
) -> None:
    desk.take(story("one", at=0), story("two", at=5, guid="b", **link("replaces", "rain")))
    (gone,) = desk.take(kill(guid="b", at=9))

    assert gone.article_id == "urn:dateline:test:rain"
    assert gone.killed is not None
    assert gone.killed.revisions == (1, 2)
    assert desk.latest() == {}


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_arrival_does_not_matter(
    desk: Desk, story: MakeStory, kill: MakeStory, order: tuple[int, ...]
) -> None:
    """A story, its replacement, and the kill of the replacement."""
    items = [
        story("one", at=0),
        story("two", at=5, guid="b", **link("replaces", "rain")),
        kill(guid="b", at=9),
    ]
    desk.take(*(items[n] for n in order))

    assert desk.latest() == {}


def test_a_held_version_of_a_chain_is_released_into_it(
    desk: Desk, story: MakeStory, clock: Clock
) -> None:
    desk.take(story("one", at=0))
    desk.take(story("two", at=5, guid="b", embargo=until(LATER), **link("replaces", "rain")))
    assert len(desk.articles) == 1
    clock.time = LATER
    (second,) = desk.due(LATER)

    assert (second.article_id, second.revision) == ("urn:dateline:test:rain", 2)


def notice(story: MakeStory, kind: str, **fields: Any) -> WireItem:
    return story("", headline="", notice=kind, **fields)


def carried(story: MakeStory, by: str = "b", credit: str = "Delta") -> WireItem:
    return notice(
        story, "carried", guid=by, credit=credit, chain="test/rain", of_item="test/rain",
        likeness="rewrite",
    )  # fmt: skip


def test_later_versions_say_who_carried_the_text(desk: Desk, story: MakeStory) -> None:
    desk.take(story("one", at=0))
    assert desk.take(carried(story), carried(story), carried(story, "c", "Litoral")) == []
    versions = desk.take(story("two", at=5), story("three", at=6))

    for version in versions:
        assert [c.item_id for c in version.carried_by] == ["test/b", "test/c"]
        assert [c.credit for c in version.carried_by] == ["Delta", "Litoral"]


def test_a_kill_names_the_copies(desk: Desk, story: MakeStory, kill: MakeStory) -> None:
    desk.take(story("one", at=0), carried(story))
    (gone,) = desk.take(kill(at=9, lifecycle_note="Northwire withdraws the story."))

    assert gone.killed is not None
    assert gone.killed.reason == "Northwire withdraws the story."
    assert [copy.item_id for copy in gone.killed.copies] == ["test/b"]
    assert desk.take(carried(story, "late")) == []


@pytest.mark.parametrize("first", ["copy_of", "kill"])
@pytest.mark.parametrize(
    ("credit", "is_killed"), [("Northwire/Delta", True), ("Delta", False)], ids=["theirs", "own"]
)
def test_a_copy_credited_to_the_killed_source_is_killed_too(
    desk: Desk, story: MakeStory, kill: MakeStory, first: str, credit: str, is_killed: bool
) -> None:
    """Delta's copy came first and was published; the original was not; then it is killed."""
    desk.take(story("It rained.", source="delta", guid="copy", credit=credit, at=0))
    words = [
        notice(story, "copy_of", guid="rain", provider="Northwire", of_item="delta/copy"),
        kill(at=9, provider="Northwire"),
    ]
    desk.take(*(words if first == "copy_of" else words[::-1]))

    gone = [article for article in desk.articles if article.status == "canceled"]
    assert gone[0].article_id == "urn:dateline:test:rain"
    assert ("urn:dateline:delta:copy" in desk.latest()) is not is_killed
    if is_killed:
        assert gone[1].article_id == "urn:dateline:delta:copy"
        assert gone[1].killed is not None
        assert gone[1].killed.because_of == "test/rain"
        assert gone[1].credit == credit


def test_a_restart_loses_none_of_it(desk: Desk, story: MakeStory, kill: MakeStory) -> None:
    """Chains, carriers, and whose copy an item was come back from the changelog."""
    desk.take(story("It rained.", at=0))
    desk.take(story("It rained a lot.", at=5, guid="b", **link("replaces", "rain")))
    desk.take(carried(story, "x"))
    desk.restart()
    (third,) = desk.take(story("It rained a bit.", at=7, guid="b", version=2))

    assert (third.article_id, third.revision) == ("urn:dateline:test:rain", 3)
    assert [c.item_id for c in third.carried_by] == ["test/x"]
    assert third.change.wording[0].old == "It rained a lot."
