"""Words are found by the place where they stand."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.words.search import first_from


@given(st.lists(st.integers(0, 60), unique=True).map(sorted), st.integers(-1, 61))
def test_the_first_word_from_a_character_on(starts: list[int], char: int) -> None:
    assert first_from(np.array(starts, np.int32).data, char) == bisect_left(starts, char)
