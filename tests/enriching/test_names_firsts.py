"""Where a number was met first is what a dict would tell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.names.firsts import Firsts

NUMBERS = st.one_of(st.integers(1, 9), st.integers(1, (1 << 64) - 1).map(lambda n: n << 8 or 1))


@given(st.lists(NUMBERS.map(lambda n: n % (1 << 64) or 1), max_size=200))
def test_a_number_is_found_where_it_was_met_first(numbers: list[int]) -> None:
    firsts, met = Firsts(len(numbers)), dict[int, int]()

    for place, number in enumerate(numbers):
        assert firsts.met(number, place) == met.get(number, -1)
        met.setdefault(number, place)
