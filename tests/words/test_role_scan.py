"""What words are to readers of dates and figures: compiled or not, the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.words import role_scan_by_python as role_scan_python
from pipeline.words.reading import read_words
from pipeline.words.signs import MONEY
from pipeline.words.table import Table

WORDS = ("monday", "may", "in", "last")
ROLE_OF = np.array([1, 2 | 1 << 40, 4, 8, 0], np.int64)
TEXTS = st.lists(st.sampled_from((*WORDS, "May", "2024", "12", "x", "$", ".", ",", "\n\n", "—")))


@given(TEXTS.map(" ".join) | st.text(max_size=80), st.booleans(), st.integers(0, 4))
def test_compiled_is_the_same(text: str, years: bool, most: int) -> None:
    """Whatever the text."""
    compiled = pytest.importorskip("pipeline.words.role_scan")
    words, table = read_words(text), Table.of_words(WORDS)
    given = (words, table, ROLE_OF, 3, MONEY, years, most)
    rows, roles, found = compiled.scan(*given)
    same_rows, same_roles, same_found = role_scan_python.scan(*given)

    assert (rows.tolist(), roles.tolist(), found) == (
        same_rows.tolist(), same_roles.tolist(), same_found,
    )  # fmt: skip


@given(TEXTS.map(" ".join) | st.text(max_size=80))
def test_letters_are_the_same(text: str) -> None:
    compiled = pytest.importorskip("pipeline.words.role_scan")
    letters = bytes(n % 251 for n in range(1 << 16))
    given = (read_words(text).gaps, letters, 7)

    assert compiled.letters_of(*given) == role_scan_python.letters_of(*given)


def test_what_is_read_around() -> None:
    """Words of the roles that are asked for, what stands behind a sign, years; the first ones."""
    words = read_words("In May 2024 it cost $5 last Monday")
    _, roles, found = role_scan_python.scan(
        words, Table.of_words(WORDS), ROLE_OF, 3, MONEY, True, 3
    )

    assert found == [1, 2, 5]
    assert roles.tolist()[:2] == [4, 2 | 1 << 40]
    assert roles.tolist()[-role_scan_python.BEYOND :] == [0] * role_scan_python.BEYOND
