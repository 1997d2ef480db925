"""Each text once: what is a duplicate, what is not, and what a memory answers after a crash."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dedup.decision import Dedupe
from pipeline.outcome import Already, Divert, Keep, Outcome
from schemas.duplicate import Duplicate
from schemas.types import Block, Lifecycle, Origin
from schemas.wire import WireItem
from tests.invented import story_text

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
Make = Callable[..., WireItem]


def text_of(seed: int, words: int = 300) -> str:
    return story_text(random.Random(seed), words)


def kind_of(outcomes: tuple[Outcome[WireItem], ...]) -> str:
    (outcome,) = outcomes
    match outcome:
        case Divert(value=Duplicate() as duplicate):
            return duplicate.kind
        case Keep():
            return "kept"
        case Already():
            return "already"
    raise AssertionError(outcome)


def rewritten(text: str, *sentences: int) -> str:
    """Return the text with some of its sentences in other words."""
    paragraphs = text.split("\n\n")
    for n in sentences:
        first, _, rest = paragraphs[n].partition(". ")
        assert first
        paragraphs[n] = f"The desk has put sentence {'abcdefgh'[n]} in words of its own. {rest}"
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda t: (t, {"guid": "a"}), "resent"),
        (lambda t: (t, {"guid": "b"}), "same_text"),
        (lambda t: (t, {"guid": "b", "credit": "Delta"}), "cross_agency"),
        (lambda t: (t.upper().replace(".", " -"), {"guid": "b"}), "same_text"),
        (lambda t: (rewritten(t, 1, 4), {"guid": "b"}), "near"),
        (lambda t: (rewritten(t, 1, 4), {"guid": "b", "credit": "Delta"}), "cross_agency"),
        (lambda t: (t, {"guid": "b", "language": "de"}), "kept"),
        (lambda t: (t, {"guid": "b", "created_at": NOON - timedelta(hours=73)}), "kept"),
        (lambda t: (text_of(2), {"guid": "b"}), "kept"),
        (lambda t: (t, {"guid": "a", "version": 2}), "kept"),
        (lambda t: (t + "\n\nOne more.", {"guid": "a"}), "kept"),
        (lambda t: (t, {"guid": "b", "lifecycle": Lifecycle.CORRECTION}), "kept"),
        (lambda t: ("", {"guid": "a", "lifecycle": Lifecycle.KILL}), "kept"),
    ],
    ids=[
        "re-send", "another id", "another agency", "case and punctuation", "two sentences",
        "two sentences by another agency", "another language", "after the window",
        "another story", "a newer version", "the same item, edited", "a correction", "a kill",
    ],
)  # fmt: skip
def test_what_is_a_duplicate(
    make_item: Make, change: Callable[[str], tuple[str, dict[str, object]]], kind: str
) -> None:
    common = {"credit": "Northwire", "language": "en", "created_at": NOON}
    text = text_of(1)
    dedupe = Dedupe()
    assert kind_of(dedupe(make_item(text, guid="a", **common))) == "kept"
    changed, fields = change(text)
    assert kind_of(dedupe(make_item(changed, **(common | fields)))) == kind


def test_a_duplicate_is_explained(make_item: Make) -> None:
    """Of which article, how similar, what differs, and who was first."""
    dedupe = Dedupe()
    dedupe(
        make_item(
            text_of(1),
            guid="a",
            credit="Northwire",
            headline="Rain",
            created_at=NOON - timedelta(hours=1),
        )
    )
    copy = make_item(rewritten(text_of(1), 1, 4), guid="b", credit="Delta", created_at=NOON)
    (outcome,) = dedupe(copy)
    assert isinstance(outcome, Divert)
    assert isinstance(outcome.value, Duplicate)
    assert outcome.value.of_article_id == "urn:dateline:test:a"
    assert 0.8 < outcome.value.similarity < 1
    for word in ("2 of ", "Delta", "Northwire", "Rain", "1.0 h earlier"):
        assert word in outcome.value.explanation


def test_templates_with_other_figures_are_no_duplicates(make_item: Make) -> None:
    """Results and markets share their sentences and differ in what counts."""
    template = " ".join(
        f"The share of company {name} closed at {{{n}}} in Vienna on the day, traders said there."
        for n, name in enumerate("abcdefgh")
    )
    dedupe = Dedupe()
    monday, tuesday = (template.format(*range(k, k + 80, 10)) for k in (11, 17))
    assert kind_of(dedupe(make_item(monday, guid="m"))) == "kept"
    assert kind_of(dedupe(make_item(tuesday, guid="t"))) == "kept"


def test_tables_are_compared_exactly(make_item: Make) -> None:
    rows = "\n".join(f"Team {n}\t{n}\t{n * 3}" for n in range(40))
    one, other = rows, rows.replace("\t39\t", "\t40\t")
    dedupe = Dedupe()
    for guid, table, kind in (("a", one, "kept"), ("b", other, "kept"), ("c", one, "same_text")):
        item = make_item(guid=guid, body=(Block(kind="table", text=table),))
        assert kind_of(dedupe(item)) == kind


def test_the_same_origin_again_is_a_redelivery(make_item: Make) -> None:
    """Whatever was answered, kept or diverted, was confirmed before it was remembered."""
    dedupe = Dedupe()
    kept = make_item(text_of(1), guid="a")
    diverted = make_item(text_of(1), guid="b")
    first = [kind_of(dedupe(item)) for item in (kept, diverted)]
    assert first == ["kept", "same_text"]
    assert [kind_of(dedupe(item)) for item in (kept, diverted)] == ["already", "already"]


def test_the_window_moves_with_the_items_own_time(make_item: Make) -> None:
    """And an archive that jumps back by years is remembered all the same."""
    dedupe = Dedupe(window_hours=72)
    years_ago = NOON - timedelta(days=4000)
    assert kind_of(dedupe(make_item(text_of(1), guid="new", created_at=NOON))) == "kept"
    assert kind_of(dedupe(make_item(text_of(2), guid="old", created_at=years_ago))) == "kept"
    assert kind_of(dedupe(make_item(text_of(2), guid="old2", created_at=years_ago))) == "same_text"


def test_what_left_the_window_is_forgotten_in_the_log_too(make_item: Make) -> None:
    dedupe = Dedupe(window_hours=1, max_items=2)
    for n in range(4):
        dedupe(make_item(text_of(n), guid=str(n), created_at=NOON))
    rows = dict(dedupe.changes())
    assert [value is None for value in rows.values()].count(True) == 2


ITEMS = st.lists(
    st.tuples(
        st.integers(0, 3),  # which story
        st.sampled_from(["a", "b", "c"]),  # which item
        st.sampled_from(["Northwire", "Delta"]),
        st.integers(0, 100),  # hours
        st.sampled_from([Lifecycle.NEW, Lifecycle.KILL, Lifecycle.CORRECTION]),
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(items=ITEMS, crash=st.integers(0, 14), again=st.integers(0, 3))
def test_a_restored_memory_answers_as_the_one_that_crashed(
    items: list[tuple[int, str, str, int, Lifecycle]], crash: int, again: int
) -> None:
    """Crash anywhere, restore from the compacted rows, redeliver the last few: the same fates."""
    wire = [_item(n, *fields) for n, fields in enumerate(items)]
    calm = Dedupe(max_items=8)
    expected = [kind_of(calm(item)) for item in wire]

    dedupe, log = Dedupe(max_items=8), dict[bytes, bytes | None]()
    fates = []
    for n, item in enumerate(wire):
        if n == crash:
            dedupe = Dedupe(max_items=8)
            dedupe.restore(log.items())
            for old in wire[max(0, n - again) : n]:
                assert kind_of(dedupe(old)) == "already"
        fates.append(kind_of(dedupe(item)))
        for key, value in dedupe.changes():
            log.pop(key, None)  # compaction keeps the last row of a key, in its place
            log[key] = value
    assert fates == expected


def _item(n: int, story: int, guid: str, credit: str, hours: int, lifecycle: Lifecycle) -> WireItem:
    at = NOON + timedelta(hours=hours)
    return WireItem(
        item_id=f"test/{guid}{story}",
        source="test",
        guid=f"{guid}{story}",
        origin=Origin(topic="wire.raw", partition=0, offset=n),
        raw_digest="0" * 64,
        format="plain_text",
        received_at=NOON + timedelta(days=9),
        created_at=at,
        lifecycle=lifecycle,
        credit=credit,
        language="en",
        body=tuple(Block(text=p) for p in text_of(story, 90).split("\n\n")),
    )
