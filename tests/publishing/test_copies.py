"""What happens to a story happens to its copies, however they stand to it in the ledger."""

from __future__ import annotations

from typing import Any

import pytest

from schemas.types import Lifecycle
from schemas.wire import WireItem
from tests.publishing.conftest import Clock, MakeStory
from tests.publishing.desk import Desk

ORIGINAL = "urn:dateline:test:rain"
COPY = "urn:dateline:delta:copy"


@pytest.fixture
def desk(clock: Clock) -> Desk:
    return Desk(clock)


def copy(story: MakeStory, at: int, text: str = "It rained.", **fields: Any) -> WireItem:
    """Return a version of Delta's copy, credited to Northwire, whose story it is."""
    given = {"source": "delta", "guid": "copy", "credit": "Northwire/Delta", "provider": "Delta"}
    return story(text, at=at, **(given | fields))


def copied(story: MakeStory, what: str, of: str, by: str, **fields: Any) -> WireItem:
    """Return the word that dedupe sends to a ledger: ``carried`` to the original's."""
    source, _, guid = by.partition("/")
    to_original = {"chain": of} if what == "carried" else {}
    given = {"source": source, "guid": guid, "notice": what, "of_item": of, "likeness": "exact"}
    return story("", headline="", **(given | to_original | fields))


def first_the_copy(story: MakeStory) -> list[WireItem]:
    """Delta's copy came first and was published; Northwire's own was its duplicate."""
    ours = {"provider": "Northwire", "credit": "Northwire"}
    return [
        copy(story, 0),
        copied(story, "carried", "delta/copy", "test/rain", **ours),
        copied(story, "copy_of", "delta/copy", "test/rain", **ours),
    ]


def first_the_original(story: MakeStory) -> list[WireItem]:
    """Northwire's was published; Delta's copy was its duplicate."""
    theirs = {"provider": "Delta", "credit": "Northwire/Delta"}
    return [
        story("It rained.", at=0, provider="Northwire", credit="Northwire"),
        copied(story, "carried", "test/rain", "delta/copy", **theirs),
        copied(story, "copy_of", "test/rain", "delta/copy", **theirs),
    ]


@pytest.mark.parametrize("history", [first_the_copy, first_the_original])
@pytest.mark.parametrize("lifecycle", [Lifecycle.KILL, Lifecycle.WITHHOLD])
@pytest.mark.parametrize("late", [False, True], ids=["version after", "version before"])
def test_no_later_version_of_a_copy_outlives_its_source(
    desk: Desk, story: MakeStory, kill: MakeStory, history: Any, lifecycle: Lifecycle, late: bool
) -> None:
    """It was not made in knowledge of what happened to the source, whatever time it says."""
    desk.take(*history(story))
    words = [
        kill(at=9, provider="Northwire", lifecycle=lifecycle),
        copy(story, 20, "It rained, in other words."),
    ]
    desk.take(*(words[::-1] if late else words))

    assert desk.latest() == {}


@pytest.mark.parametrize("lifecycle", [Lifecycle.KILL, Lifecycle.WITHHOLD])
def test_a_copy_that_was_published_goes_with_its_source(
    desk: Desk, story: MakeStory, kill: MakeStory, lifecycle: Lifecycle
) -> None:
    desk.take(*first_the_copy(story))
    *_, gone = desk.take(kill(at=9, provider="Northwire", lifecycle=lifecycle))

    assert gone.article_id == COPY
    assert gone.status == ("canceled" if lifecycle is Lifecycle.KILL else "withheld")
    assert gone.killed is not None
    assert gone.killed.because_of == "test/rain"
    assert gone.credit == "Northwire/Delta"
    assert gone.text == ""


def test_a_copy_that_was_never_published_makes_no_article(
    desk: Desk, story: MakeStory, kill: MakeStory
) -> None:
    """Only the original's kill is news; it names the copy."""
    desk.take(*first_the_original(story))
    (gone,) = desk.take(kill(at=9, provider="Northwire"))

    assert gone.article_id == ORIGINAL
    assert gone.killed is not None
    assert [carrier.item_id for carrier in gone.killed.copies] == ["delta/copy"]


def test_a_copy_of_its_own_credit_stays(desk: Desk, story: MakeStory, kill: MakeStory) -> None:
    """It is another agency's word; that one decides."""
    desk.take(*first_the_copy(story)[1:], copy(story, 0, credit="Delta"))
    desk.take(kill(at=9, provider="Northwire"))

    assert COPY in desk.latest()


def test_when_the_source_is_back_its_copies_may_go_on(
    desk: Desk, story: MakeStory, kill: MakeStory
) -> None:
    """A withhold that is lifted: the copy's next version is published again."""
    desk.take(*first_the_copy(story))
    desk.take(kill(at=9, provider="Northwire", lifecycle=Lifecycle.WITHHOLD))
    assert desk.take(copy(story, 15, "It rained, they say.")) == []
    desk.take(story("It did rain.", at=20, provider="Northwire", credit="Northwire"))
    desk.take(copy(story, 25, "It did rain, they say."))

    texts = {article.text for article in desk.latest().values()}
    assert texts == {"It did rain.", "It did rain, they say."}


@pytest.mark.parametrize("word", ["carried", "copy_of"])
def test_a_copy_heard_of_after_the_kill_goes_too(
    desk: Desk, story: MakeStory, kill: MakeStory, word: str
) -> None:
    """The words between the ledgers may come in any order."""
    first = first_the_copy if word == "copy_of" else first_the_original
    published, *words = first(story)
    told = next(item for item in words if item.notice == word)
    desk.take(published, kill(at=9, provider="Northwire"), told, copy(story, 30, "Again."))

    assert desk.latest() == {}


def test_a_copy_under_embargo_goes_with_its_source(
    desk: Desk, story: MakeStory, kill: MakeStory, clock: Clock
) -> None:
    from tests.publishing.conftest import LATER, until

    desk.take(copy(story, 0, embargo=until(LATER)), *first_the_copy(story)[1:])
    desk.take(kill(at=9, provider="Northwire"))

    assert desk.due(LATER) == []


def test_it_survives_a_restart(desk: Desk, story: MakeStory, kill: MakeStory) -> None:
    desk.take(*first_the_original(story))
    desk.take(kill(at=9, provider="Northwire"))
    desk.restart()

    assert desk.take(copy(story, 30, "Again.")) == []
