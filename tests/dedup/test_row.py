"""A row read back says what was written, and a row of another build is refused."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dedup.codes import joined
from pipeline.dedup.decision import Dedupe
from pipeline.dedup.row import (
    OtherFormatError,
    Parts,
    Remembered,
    clock_of,
    head_of,
    packed,
    packed_head,
    parts_of,
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
    headline=TEXT.map(lambda text: text[:48]),
    exact=st.sampled_from([b"", b"\0\x1f" * 8]),
    slug=TEXT,
    lead=st.none() | st.integers(0, 255),
    is_secret=st.booleans(),
    taken_back=st.booleans(),
    copy_of=TEXT,
    figures=st.integers(0, 2**64 - 1),
    longer_words=st.integers(0, 2**16 - 1),
)


@given(row=ROWS, keys=st.binary(max_size=60), codes=st.binary(max_size=80))
def test_a_row_comes_back(row: Remembered, keys: bytes, codes: bytes) -> None:
    keys, head = keys[: len(keys) // 4 * 4], packed_head(row, b"")
    parts = Parts(row.number, keys, head, codes)
    assert parts_of(packed(parts)) == parts
    assert head_of(row.number, head) == row
    assert clock_of(head) == row.clock


def test_a_separator_within_a_word_is_a_blank() -> None:
    row = Remembered(1, 2, 3, "en", "a/b\x1fc", None, None, "", "", b"")
    assert head_of(1, packed_head(row, b"")).item_id == "a/b c"


def test_the_figures_of_a_text_are_kept_as_bits() -> None:
    row = Remembered(1, 2, 3, "en", "a/b", None, None, "", "", b"")
    codes = np.array([5, 1793, 1795, 1793 + 64, 2100], "<u2").tobytes()
    assert head_of(1, packed_head(row, joined(codes, b""))).figures == 0b1010


@pytest.mark.parametrize("row", [b"", b"\0", b"\x3a\0" + b"x" * 90, b"\x02\xde" + b"x" * 90])
def test_a_row_of_another_build_is_refused(row: bytes) -> None:
    """Misread it would make duplicates of what is none; the message says what to do."""
    with pytest.raises(OtherFormatError, match=r"format 3.*delete the changelog topic"):
        Dedupe().restore([(b"wire.clean/0/1", row)])
