"""A row read back says what was written."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dedup.row import (
    Remembered,
    codes_of,
    decode_row,
    encode_row,
    keys_of,
    without_codes,
)

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
INTS = st.integers(-(2**60), 2**60)
ROWS = st.builds(
    Remembered,
    number=st.integers(0, 2**50),
    clock=INTS,
    event_at=INTS,
    language=TEXT,
    item_id=TEXT,
    version=st.none() | st.integers(0, 10**30).map(str),
    versioned_at=st.none() | INTS,
    credit=TEXT,
    headline=TEXT,
    exact=st.sampled_from(["", "00" * 16]),
    slug=TEXT,
    lead=st.none() | st.integers(0, 255),
    is_secret=st.booleans(),
    taken_back=st.booleans(),
    copy_of=TEXT,
    figures=st.just(0),
)
KEYS = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=12)
CODES = st.lists(st.integers(0, 4095), min_size=1, max_size=40)


@given(row=ROWS, keys=KEYS, codes=CODES)
def test_a_row_comes_back(row: Remembered, keys: list[int], codes: list[int]) -> None:
    value = encode_row(row, keys, np.array(codes, np.uint16))
    assert decode_row(value)._replace(figures=0) == row
    assert keys_of(value) == keys
    assert codes_of(value).tolist() == codes
    assert decode_row(without_codes(value)) == decode_row(value)
    assert not len(codes_of(without_codes(value)))


@given(row=ROWS)
def test_a_row_without_text_comes_back(row: Remembered) -> None:
    value = encode_row(row, [], np.zeros(0, np.uint16))
    assert decode_row(value) == row
    assert keys_of(value) == []
    assert not len(codes_of(value))
