"""The index answers as a plain list of entries would, however it grew and what it forgot."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dedup.index import Index

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 40)),
        st.tuples(st.just("many"), st.integers(0, 2**32 - 1)),
        st.tuples(st.just("at once"), st.integers(0, 2**32 - 1)),
        st.tuples(st.just("forget"), st.integers(0, 60)),
    ),
    max_size=60,
)


@settings(max_examples=120, deadline=None)
@given(steps=STEPS, start=st.sampled_from([0, 7, 2**32 - 30, 2**40]))
def test_it_answers_as_a_list_would(steps: list[tuple[str, int]], start: int) -> None:
    """Newest first, nothing that was forgotten, and all that was not."""
    index, entries, number = Index(), list[tuple[int, int]](), start
    for what, n in steps:
        if what == "forget":
            least = min(number, start + n)
            index.forget_below(least)
            entries = [entry for entry in entries if entry[1] >= least]
            continue
        keys = [n] if what == "add" else [n ^ k for k in range(300)]
        numbers = [number + k // 40 for k in range(len(keys))]
        if what == "at once":
            index.add_many(np.array(keys, np.uint32), np.array(numbers))
        elif what == "add":
            index.add_row(keys, number)
        else:
            for key, of_row in zip(keys, numbers, strict=True):
                index.add(key, of_row)
        entries += zip(keys, numbers, strict=True)
        number = numbers[-1] + 1
    assert len(index) == len(entries)
    for key in {key for key, _ in entries} | {5, 77}:
        expected = [number for k, number in reversed(entries) if k == key]
        assert list(index.find(key)) == expected


def test_what_comes_and_goes_takes_no_more_room() -> None:
    """A worker runs for months."""
    index = Index()
    for number in range(5000):
        index.add(number * 2654435761 % 2**32, number)
        index.forget_below(number - 100)
    assert index.capacity < 2000
