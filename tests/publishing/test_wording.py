"""What a version changed, in words and figures; and what must not be told."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publishing.wording import Text, differences
from schemas.types import Lifecycle
from tests.publishing.conftest import Clock, MakeStory
from tests.publishing.desk import Desk

FIRST = (
    "A ferry sank off Portmere on Tuesday, killing at least 12 people, the coast guard said.",
    "The ship had 41 people on board when it left the harbour at dawn.",
    "Divers were looking for the missing.",
)


@pytest.fixture
def desk(clock: Clock) -> Desk:
    return Desk(clock)


def test_figures_and_wording_of_a_changed_paragraph_are_told() -> None:
    second = (FIRST[0].replace("12", "15"), *FIRST[1:], "The search goes on, the mayor said.")
    found = differences(Text("Ferry sinks", "", FIRST), Text("Ferry sinks, 15 dead", "", second))

    assert (found.added, found.removed, found.changed) == (1, 0, 1)
    assert [(f.where, f.old, f.new) for f in found.figures] == [("body:0", "12", "15")]
    assert [w.where for w in found.wording] == ["headline", "body:0"]
    assert "at least 12 people" in found.wording[1].old
    assert "at least 15 people" in found.wording[1].new


def test_a_correction_has_the_old_and_the_new_wording(desk: Desk, story: MakeStory) -> None:
    desk.take(story("\n\n".join(FIRST), at=0))
    text = "\n\n".join(FIRST).replace("Divers", "Soldiers")
    note = "Corrects paragraph 3: soldiers, not divers."
    (corrected,) = desk.take(story(text, at=5, lifecycle=Lifecycle.CORRECTION, lifecycle_note=note))

    change = corrected.change
    assert (change.kind, change.note) == (Lifecycle.CORRECTION, note)
    assert (change.paragraphs_changed, change.paragraphs_added) == (1, 0)
    assert change.wording[0].old.startswith("Divers were looking")
    assert change.wording[0].new.startswith("Soldiers were looking")


def test_killed_words_are_nowhere_in_what_follows(
    desk: Desk, story: MakeStory, kill: MakeStory
) -> None:
    """Neither in the kill, nor in the version that comes back, nor in the ledger's rows."""
    desk.take(story("The mayor of Portmere took 9,000 crowns.", at=0))
    assert b"x:test/rain" in desk.stored()
    killed = desk.take(kill(at=5))
    again = desk.take(story("The mayor of Portmere did nothing of the kind.", at=9, version=3))

    assert not again[0].change.wording
    assert not again[0].change.figures
    for article in (*killed, *again):
        assert "9,000" not in article.model_dump_json()
    assert not any(b"9,000" in (row or b"") for row in desk.stored().values())


def test_of_a_version_long_ago_only_counts_are_told(clock: Clock, story: MakeStory) -> None:
    """The words of so many items are kept, and no more."""
    desk = Desk(clock, most_texts=2)
    desk.take(*(story(f"one of {n}", guid=f"g{n}", at=0) for n in range(4)))
    old, new = desk.take(story("two", guid="g0", at=5), story("two", guid="g3", at=5))

    assert (old.change.wording, old.change.paragraphs_added) == ((), 1)
    assert new.change.wording or new.change.paragraphs_added
    kept = [key for key, row in desk.stored().items() if key.startswith(b"x:") and row]
    assert len(kept) == 2


TEXTS = st.builds(
    Text, st.text(max_size=30), st.text(max_size=30), st.lists(st.text(max_size=40)).map(tuple)
)


@given(TEXTS, TEXTS)
def test_counts_add_up_whatever_the_texts(old: Text, new: Text) -> None:
    found = differences(old, new)
    assert len(old.paragraphs) - found.removed == len(new.paragraphs) - found.added
    assert differences(new, new) == differences(old, old)
    surrogates = [t for t in (old.headline, old.standfirst, *old.paragraphs) if not t.isprintable()]
    assert surrogates or Text.unpacked(old.packed()) == old


def test_a_hostile_version_takes_no_time() -> None:
    """Thousands of paragraphs, or one of a million words, all of them changed."""
    one = Text.of("", "", ())
    many = Text("", "", tuple(f"{n} a b c d" for n in range(500)))
    others = Text("", "", tuple(f"{n} a b c e" for n in range(500, 1000)))
    long = Text("", "", ("x y " * 15_000,))
    changed = Text("", "", ("x z " * 15_000,))
    start = time.process_time()
    for old, new in ((one, many), (many, others), (long, changed)):
        differences(old, new)
    assert time.process_time() - start < 1.0
