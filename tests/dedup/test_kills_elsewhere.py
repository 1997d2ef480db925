"""A kill that came in another language than its story reaches the memory that the story is in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.dedup.decision import Dedupe
from pipeline.outcome import Drop, Keep, Outcome, Reason, Tell
from pipeline.stages import shard_of, telling_all_languages
from schemas import topics
from schemas.raw import RawItem
from schemas.types import Lifecycle, Named, Origin
from schemas.wire import WireItem
from tests.dedup.test_named_kills import HEAD, NOON, kill, story

Make = Callable[..., WireItem]


def word_of(notice: WireItem) -> WireItem:
    """Return what clean tells the shards of other languages of a notice."""
    raw = RawItem(
        value=b"", source="test", received_at=NOON, origin=Origin(topic="r", partition=0, offset=0)
    )
    kept, told = telling_all_languages(lambda _: [Keep(notice)])(raw)
    assert kept == Keep(notice)
    assert isinstance(told, Tell)
    assert isinstance(told.item, WireItem)
    assert (told.topic, told.key, told.elsewhere) == (topics.CLEAN.name, shard_of(notice), True)
    assert told.item.text == ""
    return told.item


def test_only_kills_and_withholds_are_told_elsewhere(make_item: Make) -> None:
    outcomes: list[Outcome[WireItem]] = [Keep(story(make_item))]
    raw = RawItem(
        value=b"", source="test", received_at=NOON, origin=Origin(topic="r", partition=0, offset=0)
    )
    assert telling_all_languages(lambda _: outcomes)(raw) == outcomes


@pytest.mark.parametrize("named", [Named(headline=HEAD), Named(slugline="BC-PT--Port-Crane")])
@pytest.mark.parametrize("lifecycle", [Lifecycle.KILL, Lifecycle.WITHHOLD])
def test_a_kill_in_another_language_finds_the_story(
    make_item: Make, named: Named, lifecycle: Lifecycle
) -> None:
    """The word has no fate; the story's ledger is told."""
    dedupe = Dedupe()
    dedupe(story(make_item))
    (told,) = dedupe(word_of(kill(make_item, named, language="pt", lifecycle=lifecycle)))

    assert isinstance(told, Tell)
    assert isinstance(told.item, WireItem)
    assert (told.topic, told.key, told.item.subject) == ("wire.unique", *["test/story-1"] * 2)
    assert (told.item.notice, told.item.lifecycle) == ("named", lifecycle)


def test_a_kill_in_another_language_kills_the_story_that_comes_after_it(make_item: Make) -> None:
    dedupe = Dedupe()
    assert dedupe(word_of(kill(make_item, Named(headline=HEAD), language="pt"))) == ()
    dropped, told = dedupe(story(make_item))

    assert isinstance(dropped, Drop)
    assert dropped.reason is Reason.KILLED
    assert isinstance(told, Tell)


def test_the_word_that_comes_again_is_known(make_item: Make) -> None:
    dedupe = Dedupe()
    dedupe(story(make_item))
    word = word_of(kill(make_item, Named(headline=HEAD), language="pt"))
    dedupe(word)
    assert not any(isinstance(outcome, Tell) for outcome in dedupe(word))


def test_copies_of_what_was_killed_elsewhere_go(make_item: Make) -> None:
    """A kill by the story's id, in a language that nobody could tell."""
    dedupe = Dedupe()
    target = story(make_item, credit="Northwire")
    dedupe(target)
    by_id = kill(make_item, guid=target.guid, language="", version=2)
    assert dedupe(word_of(by_id)) == ()
    outcome, *_ = dedupe(story(make_item, guid="copy", source="delta", credit="Northwire/Delta"))

    assert isinstance(outcome, Drop)
    assert outcome.reason is Reason.KILLED


@pytest.mark.parametrize(("credit", "goes"), [("Northwire/Delta", True), ("Delta", False)])
def test_a_credited_copy_that_comes_between_kill_and_original_goes_by_its_headline(
    make_item: Make, credit: str, goes: bool
) -> None:
    """The original never came; the kill names it, and the copy says whose it is."""
    dedupe = Dedupe()
    given: dict[str, Any] = {"source": "northwire", "provider": "Northwire", "credit": "Northwire"}
    dedupe(kill(make_item, Named(headline=HEAD), **given))
    outcome, *_ = dedupe(story(make_item, source="delta", provider="Delta", credit=credit))

    assert isinstance(outcome, Drop if goes else Keep)
