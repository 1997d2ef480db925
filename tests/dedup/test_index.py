"""The index answers as a plain list of entries would, however it grew and what it forgot."""

from __future__ import annotations

from collections import Counter
from struct import pack

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dedup import index_by_python
from pipeline.dedup.index import Index

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 40)),
        st.tuples(st.just("many"), st.integers(0, 2**32 - 1)),
        st.tuples(st.just("skip"), st.integers(0, 3)),
        st.tuples(st.just("forget"), st.integers(0, 60)),
    ),
    max_size=60,
)
BOTH = pytest.mark.parametrize("make", [Index, index_by_python.Index], ids=["built", "python"])
Make = type[index_by_python.Index]


def packed(*keys: int) -> bytes:
    return pack(f"<{len(keys)}I", *keys)


@BOTH
@settings(max_examples=120, deadline=None)
@given(steps=STEPS, start=st.sampled_from([0, 7, 2**32 - 30, 2**40]))
def test_it_answers_as_a_list_would(make: Make, steps: list[tuple[str, int]], start: int) -> None:
    """Newest first, nothing that was forgotten, and all that was not."""
    index, entries, number = make(), list[tuple[int, int]](), start
    for what, n in steps:
        if what == "forget":
            least = min(number, start + n)
            index.forget_below(least)
            entries = [entry for entry in entries if entry[1] >= least]
        elif what == "skip":
            number += n
        else:
            keys = [n] if what == "add" else [(n ^ k) % 2**32 for k in range(300)]
            index.add_row(packed(*keys), number)
            entries += [(key, number) for key in keys]
            number += 1
    assert len(index) == len(entries)
    for key in {key for key, _ in entries} | {5, 77}:
        expected = [number for k, number in reversed(entries) if k == key]
        assert index.find(key, 10**6) == expected
        assert index.find(key, 2) == expected[:2]


@BOTH
@given(
    rows=st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=8, unique=True), max_size=40),
    asked=st.lists(st.integers(0, 12), unique=True, max_size=10),
    most_under_key=st.integers(1, 12),
    most=st.integers(1, 9),
)
def test_the_rows_with_most_keys_come_first(
    make: Make, rows: list[list[int]], asked: list[int], most_under_key: int, most: int
) -> None:
    """Then the newest two of those with one; of each key so many of the newest are counted."""
    index = make()
    for number, keys in enumerate(rows):
        index.add_row(packed(*keys), number)
    hits = Counter[int]()
    for key in asked:
        under = [number for number, keys in enumerate(rows) if key in keys]
        hits.update(under[::-1][:most_under_key])
    often = sorted((-count, number) for number, count in hits.items() if count > 1)
    once = sorted(number for number, count in hits.items() if count == 1)[-2:]
    expected = [(number, -count) for count, number in often] + [(number, 1) for number in once]
    assert index.met(packed(*asked), most_under_key, most, 2) == expected[:most]


@BOTH
def test_what_comes_and_goes_takes_no_more_room(make: Make) -> None:
    """A worker runs for months."""
    index = make()
    for number in range(5000):
        index.add_row(packed(number * 2654435761 % 2**32), number)
        index.forget_below(number - 100)
    assert len(index) == 101
    assert index.capacity < 2000


@BOTH
def test_rows_come_in_their_order(make: Make) -> None:
    index = make()
    index.add_row(packed(1), 7)
    with pytest.raises(ValueError, match="order"):
        index.add_row(packed(1), 7)
