"""What each word of a text is to those who read dates or figures, looked up at once."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.words.reading import Words
from pipeline.words.signs import DIGIT
from pipeline.words.table import Table

__all__ = ["BEYOND", "letters_of", "scan"]

BEYOND: Final = 12
"""Places behind the last word that are nothing. What is read around a word goes on there, and, as
places count from the end, before the first word as well."""

Array = npt.NDArray[Any]


def scan(
    words: Words, table: Table, role_of: Array, triggers: int, signs: int, years: bool, most: int
) -> tuple[Array, Array, list[int]]:
    """Return each word's row in a table, its roles, and the first *most* words to read around.

    *role_of* has the roles of each row, as bits, and 0 at its end. Read around are words with a
    role of *triggers*, those behind a gap with one of *signs*, and with *years* four digits.
    """
    rows = table.rows(words.plain)
    roles = np.zeros(len(words) + BEYOND, np.int64)
    role_of.take(rows, out=roles[: len(words)], mode="wrap")
    found = ((roles[: len(words)] & triggers) != 0) | ((words.gaps[:-1] & np.uint32(signs)) != 0)
    if years:
        found |= (words.shapes == DIGIT) & (words.ends - words.starts == 4)
    return rows, roles, found.nonzero()[0][:most].tolist()


def letters_of(gaps: Array, letters: bytes, end: int) -> bytes:
    """Return a letter for each gap by its lower 16 bits, and *end* for those beyond the text."""
    found: Array = np.frombuffer(letters, np.uint8)[gaps & np.uint32(0xFFFF)]
    return bytes(found) + bytes((end,)) * BEYOND
