"""Byte strings by number come back as they were put, whatever was forgotten between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dedup.store import Store


@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(["add", "add", "add", "skip", "clear", "forget"]), st.integers(0, 99)
        ),
        max_size=300,
    ),
    start=st.sampled_from([0, 2**40]),
    count=st.integers(1, 200),
)
def test_it_answers_as_a_dictionary_would(
    steps: list[tuple[str, int]], start: int, count: int
) -> None:
    store, known, number, least = Store(), dict[int, bytes](), start, start
    for n in range(count):
        steps = [("add", n), *steps]
    for what, n in steps:
        if what == "add":
            store.add(number, bytes([n % 256]) * (n % 7))
            known[number] = bytes([n % 256]) * (n % 7)
            number += 1
        elif what == "skip":
            number += n % 3
        elif what == "clear":
            store.clear(start + n)
            known.pop(start + n, None)
        else:
            least = max(least, min(start + n, number))
            store.forget_below(least)
    for at in range(least, number + 3):
        assert store.get(at) == known.get(at, b"")
    assert store.get(start - 1) == b""


def test_numbers_come_in_their_order() -> None:
    store = Store()
    store.add(5, b"a")
    with pytest.raises(ValueError, match="order"):
        store.add(5, b"b")
