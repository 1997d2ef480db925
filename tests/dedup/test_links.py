"""What dedupe says of a kept item, and what it tells the ledgers: versions, copies, kills."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pipeline.dedup.decision import Dedupe
from pipeline.outcome import Divert, Drop, Keep, Reason, Tell
from schemas.duplicate import Duplicate
from schemas.types import Embargo, Lifecycle, Reference, Take
from schemas.wire import WireItem
from tests.dedup.test_decision import rewritten, text_of
from tests.invented import story_text

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
Make = Callable[..., WireItem]
NORTH: dict[str, Any] = {"credit": "Northwire", "language": "en", "provider": "Northwire"}
DELTA: dict[str, Any] = {"credit": "Delta", "language": "en", "source": "delta"}


def later(minutes: int) -> dict[str, Any]:
    return {
        "created_at": NOON + timedelta(minutes=minutes),
        "received_at": NOON + timedelta(days=9),
    }


def kept(dedupe: Dedupe, item: WireItem) -> WireItem:
    outcome, *_ = dedupe(item)
    assert isinstance(outcome, Keep), outcome
    return outcome.item


def diverted(dedupe: Dedupe, item: WireItem) -> tuple[Duplicate, list[WireItem]]:
    outcome, *words = dedupe(item)
    assert isinstance(outcome, Divert), outcome
    assert isinstance(outcome.value, Duplicate)
    told = [word.item for word in words if isinstance(word, Tell)]
    return outcome.value, [word for word in told if isinstance(word, WireItem)]


def test_the_same_agency_s_next_word_is_a_version(make_item: Make) -> None:
    """Nothing links the two but the text: the article is told further, and told once."""
    dedupe = Dedupe()
    dedupe(make_item(text_of(1), guid="a", **NORTH, **later(0)))
    text = rewritten(text_of(1), 1) + "\n\n" + story_text(random.Random(9), 40)
    update = kept(dedupe, make_item(text, guid="b", **NORTH, **later(20)))

    assert update.references == (Reference(rel="replaces", guid="a"),)
    assert [(r.kind, r.item_id) for r in update.related] == [("update_of", "test/a")]
    assert update.related[0].measures["share_of_earlier"] > 0.8


def test_a_second_report_is_kept_and_linked(make_item: Make) -> None:
    """It shares a passage with the first, and is a text of its own."""
    dedupe = Dedupe()
    shared, own = text_of(1, 100), text_of(2, 200)
    dedupe(make_item(f"{text_of(3, 150)}\n\n{shared}", guid="a", **NORTH, **later(0)))
    second = kept(dedupe, make_item(f"{own}\n\n{shared}", guid="b", **DELTA, **later(30)))

    assert [(r.kind, r.item_id) for r in second.related] == [("same_event", "test/a")]
    assert second.references == ()


def test_both_ledgers_hear_of_a_copy(make_item: Make) -> None:
    """Nothing of the text goes with it."""
    dedupe = Dedupe()
    dedupe(make_item(text_of(1), guid="a", **NORTH, **later(0)))
    duplicate, told = diverted(dedupe, make_item(text_of(1), guid="b", **DELTA, **later(5)))

    assert (duplicate.kind, duplicate.other_agency) == ("exact", True)
    assert [(word.notice, word.subject, word.of_item) for word in told] == [
        ("carried", "test/a", "test/a"),
        ("copy_of", "delta/b", "test/a"),
    ]
    assert all(not word.body and not word.headline and word.credit == "Delta" for word in told)


def test_an_explanation_has_the_rule_the_measures_and_passages(make_item: Make) -> None:
    dedupe = Dedupe()
    dedupe(make_item(text_of(1), guid="a", **NORTH, **later(0)))
    text = rewritten(text_of(1), 1, 2)
    duplicate, _ = diverted(dedupe, make_item(text, guid="b", **DELTA, **later(5)))

    assert duplicate.rule == "most_of_it"
    assert 0.8 < duplicate.measures["share"] < 1
    assert duplicate.measures["changed_sentences"] == 2
    assert len(duplicate.shared) == 3
    assert all(passage.removesuffix("…") in text for passage in duplicate.shared)
    assert any("words of its own" in passage for passage in duplicate.differing)


@pytest.mark.parametrize("held", ["copy", "original"])
def test_nothing_is_told_of_copy_under_embargo(make_item: Make, held: str) -> None:
    dedupe = Dedupe()
    embargo = {"embargo": Embargo(until=NOON + timedelta(days=3)), "headline": "A secret"}
    one, other = (embargo, {"headline": "Rain"}) if held == "original" else ({}, embargo)
    dedupe(make_item(text_of(1), guid="a", **NORTH, **later(0), **one))
    text = rewritten(text_of(1), 1)
    duplicate, told = diverted(dedupe, make_item(text, guid="b", **DELTA, **later(5), **other))

    assert (duplicate.shared, duplicate.differing) == ((), ())
    assert "secret" not in duplicate.model_dump_json() + str(told)


def test_a_copy_of_a_killed_item_is_killed(make_item: Make) -> None:
    """And nothing of it lands where everybody reads."""
    dedupe = Dedupe()
    dedupe(make_item(text_of(1), guid="a", **NORTH, **later(0)))
    dedupe(make_item("", guid="a", lifecycle=Lifecycle.KILL, **NORTH, **later(5)))
    copy = make_item(rewritten(text_of(1), 1), guid="b", headline="Rain", **DELTA, **later(9))
    outcome, *words = dedupe(copy)

    assert isinstance(outcome, Drop)
    assert (outcome.reason, outcome.headline, words) == (Reason.KILLED, "", [])


def test_what_comes_back_after_a_kill_can_be_copied_again(make_item: Make) -> None:
    """If it says a later time than the kill; without one the ledger does not publish it either."""
    dedupe = Dedupe()
    times = [{"versioned_at": NOON + timedelta(minutes=minute)} for minute in (0, 5, 9)]
    dedupe(make_item(text_of(1), guid="a", **NORTH, **times[0]))
    dedupe(make_item("", guid="a", lifecycle=Lifecycle.KILL, **NORTH, **times[1]))
    kept(dedupe, make_item(text_of(1), guid="a", **NORTH, **times[2]))
    duplicate, _ = diverted(dedupe, make_item(text_of(1), guid="b", **DELTA, **later(12)))

    assert duplicate.of_item_id == "test/a"


@pytest.mark.parametrize("first", [None, 1])
def test_leads_of_one_story_are_linked_by_their_slugline(
    make_item: Make, first: int | None
) -> None:
    """Another id for every lead, and other words: the slugline and its number are all there is."""
    dedupe = Dedupe()
    dedupe(make_item(text_of(1), guid="a", story_slug="storm", lead=first, **NORTH, **later(0)))
    lead = make_item(text_of(2), guid="b", story_slug="storm", lead=2, **NORTH, **later(60))
    assert kept(dedupe, lead).references == (Reference(rel="replaces", guid="a"),)

    other = make_item(text_of(3), guid="c", story_slug="storm", **DELTA, **later(60))
    assert kept(dedupe, other).references == ()


def test_a_slugline_without_a_number_links_nothing(make_item: Make) -> None:
    """Agencies use one slugline for a day's stories of a kind."""
    dedupe = Dedupe()
    for n in (1, 2):
        item = make_item(text_of(n), guid=f"g{n}", story_slug="politics", **NORTH, **later(n))
        assert kept(dedupe, item).references == ()


def test_a_slugline_of_the_day_before_is_another_story(make_item: Make) -> None:
    dedupe = Dedupe()
    dedupe(make_item(text_of(1), guid="a", story_slug="storm", lead=1, **NORTH, **later(0)))
    lead = make_item(text_of(2), guid="b", story_slug="storm", lead=2, **NORTH, **later(25 * 60))
    assert kept(dedupe, lead).references == ()


def test_takes_refer_to_the_first_that_came(make_item: Make) -> None:
    dedupe = Dedupe()
    for number in (1, 2):
        take = make_item(
            text_of(number), guid=f"g{number}", story_slug="trial", **NORTH, **later(number),
            take=Take(number=number, of=2),
        )  # fmt: skip
        refers = kept(dedupe, take).references
        assert refers == (() if number == 1 else (Reference(rel="take_of", guid="g1"),))


def test_an_old_copy_is_known_by_what_is_left_of_it(
    make_item: Make,
) -> None:
    """The words of old items are forgotten; their telling phrases and figures are not."""
    dedupe = Dedupe(recent_items=3)
    dedupe(make_item(text_of(1), guid="a", **NORTH, **later(0)))
    for n in range(2, 8):
        dedupe(make_item(text_of(n), guid=f"g{n}", **NORTH, **later(n)))
    text = text_of(1) + " One more line by the desk."
    duplicate, _ = diverted(dedupe, make_item(text, guid="b", **DELTA, **later(30)))

    assert (duplicate.of_item_id, duplicate.rule) == ("test/a", "most_keys")
    assert duplicate.measures["shared_keys"] >= 0.7


@pytest.mark.parametrize(
    "more", [" Nine are missing.", "\n\n" + story_text(random.Random(5), 60)], ids=["toll", "text"]
)
def test_an_old_text_with_something_new_is_no_copy_of_it(make_item: Make, more: str) -> None:
    """A figure that the forgotten text had not, or new paragraphs above it."""
    dedupe = Dedupe(recent_items=3)
    dedupe(make_item(text_of(1), guid="a", **NORTH, **later(0)))
    for n in range(2, 8):
        dedupe(make_item(text_of(n), guid=f"g{n}", **NORTH, **later(n)))

    kept(dedupe, make_item(text_of(1) + more, guid="b", **DELTA, **later(30)))
