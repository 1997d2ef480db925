"""What long nothing was heard of fades to a small row; no kill and no number is lost by that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publishing.book import FADE_DAYS, Book
from pipeline.publishing.entry import Entry
from pipeline.publishing.fading import faded, pack_faded, unpack_faded
from pipeline.publishing.ledger import Ledger
from pipeline.publishing.versions import Mark
from schemas.types import Carrier, Lifecycle
from schemas.wire import WireItem
from tests.publishing.conftest import NOON, Clock, MakeStory
from tests.publishing.desk import Desk

LONG_AFTER = NOON + timedelta(days=FADE_DAYS + 2)


@pytest.fixture
def desk(clock: Clock) -> Desk:
    return Desk(clock, least_entries=3)


@pytest.fixture
def later(story: MakeStory) -> Callable[[], list[WireItem]]:
    """Other stories, so long after that what came before fades."""

    def build() -> list[WireItem]:
        return [
            story(f"Dry {n}.", guid=f"dry-{n}", versioned_at=LONG_AFTER, received_at=LONG_AFTER)
            for n in range(4)
        ]

    return build


def has_faded(desk: Desk, key: bytes = b"i:test/rain") -> bool:
    row = desk.stored()[key]
    return row is not None and row.startswith(b"~")


def test_an_old_entry_fades_and_a_young_one_stays(
    desk: Desk, story: MakeStory, later: Callable[[], list[WireItem]]
) -> None:
    desk.take(story("It rained.", at=0, version=1))
    assert not has_faded(desk)
    desk.take(*later())
    assert has_faded(desk)
    assert not has_faded(desk, b"i:test/dry-0")


def test_a_kill_of_a_faded_story_takes_it_out(
    desk: Desk, story: MakeStory, kill: MakeStory, later: Callable[[], list[WireItem]]
) -> None:
    """And names all its revisions, and its headline."""
    desk.take(story("It rained.", at=0, version=1), story("It poured.", at=1, version=2))
    desk.take(*later())
    desk.restart()
    (gone,) = desk.take(kill(at=5, version=3))

    assert (gone.status, gone.revision) == ("canceled", 3)
    assert gone.killed is not None
    assert gone.killed.revisions == (1, 2)
    assert gone.headline == "Rain at Portmere"


def test_a_faded_kill_still_kills(
    desk: Desk, story: MakeStory, kill: MakeStory, later: Callable[[], list[WireItem]]
) -> None:
    """A version that comes after a month, and the same kill again."""
    desk.take(kill(at=5, version=3))
    desk.take(*later())
    assert has_faded(desk)
    desk.restart()

    assert desk.take(story("It rained.", at=0, version=1), kill(at=5, version=3)) == []
    (back,) = desk.take(story("It did not rain.", at=9, version=4))
    assert back.revision == 2


def test_a_late_version_of_a_faded_story_overwrites_nothing(
    desk: Desk, story: MakeStory, later: Callable[[], list[WireItem]]
) -> None:
    desk.take(story("It poured.", at=5, version=2))
    desk.take(*later())

    assert desk.take(story("It rained.", at=0, version=1)) == []
    assert desk.take(story("It poured.", at=5, version=2)) == []
    (third,) = desk.take(story("It is dry.", at=9, version=3))
    assert third.revision == 2
    assert not third.change.headline_changed


def test_a_faded_source_takes_its_copies_along(
    desk: Desk, story: MakeStory, kill: MakeStory, later: Callable[[], list[WireItem]]
) -> None:
    from tests.publishing.test_copies import COPY, first_the_copy

    desk.take(*first_the_copy(story))
    desk.take(*later())
    assert COPY in desk.latest()
    desk.take(kill(at=9, provider="Northwire"))

    assert COPY not in desk.latest()


def test_a_restart_fades_the_same(
    clock: Clock, story: MakeStory, later: Callable[[], list[WireItem]]
) -> None:
    """Rows are the same whether the ledger went on or was restored."""
    items = [story(f"Rain {n}.", guid=f"rain-{n}", at=n) for n in range(6)]
    items += [*later(), story("Last.", guid="rain-2", at=9)]
    straight, restarted = Desk(clock, least_entries=3), Desk(clock, least_entries=3)
    straight.take(*items)
    for item in items:
        restarted.take(item)
        restarted.restart()

    assert restarted.stored() == straight.stored()


MARKS = st.builds(
    Mark,
    st.none() | st.integers(0, 10**12),
    st.none() | st.integers(0, 10**6).map(lambda s: NOON + timedelta(seconds=s)),
    st.sampled_from(Lifecycle),
    st.sampled_from(["a/b", "a/c", ""]),
    st.none() | st.integers(1, 9),
)


@given(
    mark=MARKS, text=MARKS, withheld=MARKS,
    status=st.sampled_from(["", "usable", "withheld", "canceled"]), copies=st.booleans(),
)  # fmt: skip
def test_what_faded_comes_back_as_it_was(
    mark: Mark, text: Mark, withheld: Mark, status: Any, copies: bool
) -> None:
    usable = ((2, 7), (3, mark.version)) if status == "usable" else ()
    entry = Entry(
        revision=3, status=status, mark=mark, text_mark=mark if status == "usable" else text,
        withheld=withheld, digest="ab" * 8, headline="Rain", touched=20_000, usable=usable,
        chain="a/z" if copies else "", copy_of="a/y" if copies else "",
        carriers=(Carrier(item_id="a/x", at=NOON),) if copies else (),
        source_gone=("a/s", "a", "A") if copies else (), credits=("a", "A", "A") if copies else (),
    )  # fmt: skip
    kept = faded(entry)
    back = unpack_faded(pack_faded(kept, b"a/b"), b"a/b")
    if status == "usable":
        assert back.usable == ((2, None), (3, mark.version))
    assert back == replace(kept, usable=back.usable)


def test_a_faded_row_is_small(clock: Clock, story: MakeStory) -> None:
    """Key and row together; before it faded it had about 600 bytes."""
    guid = "urn:newsml:northwire.example:20260303:port-of-example-000001"
    ledger = Ledger(clock)
    ledger(
        story("\n\n".join(f"It rained {n} times." for n in range(12)), at=0, version=1, guid=guid)
    )
    row = dict(ledger.changes())[b"i:test/" + guid.encode()]
    assert row is not None
    key = f"test/{guid}".encode()
    small = pack_faded(faded(Entry.unpacked(row)), key)

    assert len(small) <= 120
    assert len(small) < len(row) / 3


def test_the_latest_entries_stay_whole_whatever_their_day(clock: Clock, story: MakeStory) -> None:
    """A batch of an archive that comes again after a crash is known again."""
    book = Book(least_entries=100)
    assert book.entry(b"a").revision == 0
    old = story("It rained.", at=0)
    ledger = Ledger(clock)
    ledger(story("Dry.", guid="dry", versioned_at=LONG_AFTER, received_at=LONG_AFTER))
    ledger(old)
    rows = dict(ledger.changes())
    row = rows[b"i:test/rain"]
    assert row is not None
    assert not row.startswith(b"~")
