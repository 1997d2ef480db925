from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.outcome import Already, Drop, Held, Keep, Outcome
from pipeline.publishing.changes import paragraphs_of
from pipeline.publishing.ledger import Ledger
from pipeline.stage import Row
from schemas.article import Article
from schemas.codec import encode
from schemas.types import Block, Embargo, Lifecycle, Origin
from schemas.wire import WireItem
from tests.publishing.conftest import NOON, Clock

MINUTES = st.integers(0, 5).map(lambda n: NOON + timedelta(minutes=n))


@st.composite
def histories(draw: st.DrawFn) -> list[WireItem]:
    """Draw what a careless agency may send of two stories, in any order."""
    items = []
    for offset in range(draw(st.integers(1, 10))):
        guid = draw(st.sampled_from("ab"))
        words = draw(st.sampled_from(["", "one", "one two", "two\n\nthree"]))
        items.append(
            WireItem(
                item_id=f"test/{guid}",
                source="test",
                guid=guid,
                version=draw(st.none() | st.integers(1, 4)),
                origin=Origin(topic="wire.raw", partition=0, offset=offset),
                raw_digest=f"{offset:064x}",
                format="plain_text",
                received_at=NOON,
                versioned_at=draw(st.none() | MINUTES),
                lifecycle=draw(st.sampled_from(list(Lifecycle))),
                embargo=draw(st.none() | st.builds(Embargo, until=st.none() | MINUTES)),
                headline=draw(st.sampled_from(["", "Rain", "Snow"])),
                body=tuple(Block(text=p) for p in words.split("\n\n") if p),
            )
        )
    return items


def _run(items: list[WireItem], *, restart: bool = False) -> list[Outcome[Any]]:
    """Run a history, a minute between two items; with *restart*, from the rows at each step."""
    clock = Clock()
    ledger, rows = Ledger(clock), list[Row]()
    answers: list[Outcome[Any]] = []
    for item in items:
        answers += ledger.due(clock())
        answers += ledger(item)
        rows += ledger.changes()
        clock.time += timedelta(minutes=1)
        if restart:
            ledger = Ledger(clock)
            ledger.restore(rows)
    return [*answers, *ledger.due(clock())]


def _articles(answers: list[Outcome[Any]], guid: str) -> list[Article]:
    return [o.item for o in answers if isinstance(o, Keep) and o.item.guid == guid]


@settings(max_examples=60, deadline=None)
@given(histories())
def test_a_restart_at_any_item_changes_nothing(items: list[WireItem]) -> None:
    """The rows hold all that the ledger knows: the answers are the same, byte for byte."""
    assert _run(items, restart=True) == _run(items)


@settings(max_examples=60, deadline=None)
@given(histories())
def test_every_item_has_one_fate(items: list[WireItem]) -> None:
    """Kept, dropped or still held; held counts only until the item is answered again."""
    answers = _run(items)
    held = [o.item.raw_digest for o in answers if isinstance(o, Held)]
    ended = [o.raw_digest for o in answers if isinstance(o, Drop)]
    ended += [o.item.raw_digest for o in answers if isinstance(o, Keep)]

    assert len(ended) == len(set(ended))
    assert set(ended) | set(held) == {item.raw_digest for item in items}


@settings(max_examples=60, deadline=None)
@given(histories())
def test_revisions_have_no_gap_and_changes_can_be_checked(items: list[WireItem]) -> None:
    """What a change says is what a reader finds who compares the two versions."""
    answers = _run(items)
    for guid in "ab":
        articles = _articles(answers, guid)
        assert [a.revision for a in articles] == list(range(1, len(articles) + 1))
        for before, after in pairwise(articles):
            assert after.change.headline_changed == (before.headline != after.headline)
            grown = len(after.body) - len(before.body)
            change = after.change
            assert change.paragraphs_added - change.paragraphs_removed == grown


@settings(max_examples=60, deadline=None)
@given(histories())
def test_no_embargo_is_broken(items: list[WireItem]) -> None:
    """An article that was held for an embargo appears when that is over, not before."""
    clock = Clock()
    ledger = Ledger(clock)
    for item in items:
        for outcome in (*ledger.due(clock()), *ledger(item)):
            if isinstance(outcome, Keep) and outcome.item.embargoed_until is not None:
                assert outcome.item.embargoed_until <= clock()
        clock.time += timedelta(minutes=1)


@settings(max_examples=60, deadline=None)
@given(histories())
def test_a_killed_story_returns_only_by_a_later_word(items: list[WireItem]) -> None:
    """After a kill every usable version says a later time than it."""
    said = {item.raw_digest: item for item in items}
    for guid in "ab":
        killed_by = None
        for article in _articles(_run(items), guid):
            if article.status == "canceled":
                killed_by = said[article.raw_digest]
            elif killed_by is not None and article.status == "usable":
                assert killed_by.versioned_at is not None
                assert article.versioned_at is not None
                assert article.versioned_at > killed_by.versioned_at
                killed_by = None


@settings(max_examples=60, deadline=None)
@given(histories())
def test_a_redelivery_is_always_known(items: list[WireItem]) -> None:
    """The ledger answers an origin once; a stateless drop says the same again."""
    ledger = Ledger(Clock())
    first = [ledger(item) for item in items]

    for item, answer in zip(items, first, strict=True):
        assert ledger(item) == (answer if _leaves_no_trace(item) else (Already(),))


def _leaves_no_trace(item: WireItem) -> bool:
    if item.lifecycle in {Lifecycle.KILL, Lifecycle.WITHHOLD}:
        return False
    return item.lifecycle is Lifecycle.TEST or not (item.headline or item.body)


def test_the_last_value_of_each_row_is_handed_over_once(
    ledger: Ledger, story: Callable[..., WireItem]
) -> None:
    """Two versions in a batch are one row of each kind, and then nothing is left to store."""
    ledger(story("one", version=1))
    ledger(story("two", version=2))

    rows = [key for key, _ in ledger.changes() if key != b"d:"]
    assert rows == [b"i:test/rain", b"x:test/rain"]
    assert ledger.changes() == []


def test_a_released_item_is_forgotten(ledger: Ledger, story: Callable[..., WireItem]) -> None:
    """Its row is deleted from the changelog; its entry stays."""
    ledger(story(embargo=Embargo(until=NOON + timedelta(hours=1))))
    rows = {key for key, value in ledger.changes() if value}
    assert rows == {b"d:", b"h:test/rain", b"i:test/rain"}

    ledger.due(NOON + timedelta(hours=1))
    assert dict(ledger.changes())[b"h:test/rain"] is None


def test_bytes_do_not_depend_on_the_run(story: Callable[..., WireItem]) -> None:
    """The article is made of the item and the ledger, nothing else."""
    item = story("one\n\ntwo", version=1)
    made = {encode(ledger(item)[0].item) for ledger in (Ledger(Clock()), Ledger(Clock()))}  # type: ignore[union-attr]

    assert len(made) == 1
    assert paragraphs_of(item.body) == "7a6c86f111ca8a66"
