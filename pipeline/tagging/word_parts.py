"""Find words by their parts: whole, by how they begin or end, or by what stands within them.

All parts of a list are sought at once, letter by letter: a part's number (``words.reading``) grows
with each letter, so a word of ten letters has ten numbers to look up, however long the list is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.tagging.parts_by_python import FEWEST, FILTER, SIGNS, Kind, state_of
from pipeline.words.by_python import lower as lower_of
from pipeline.words.reading import Words, number_of

try:
    from pipeline.tagging.compiled_parts import find_parts as _find_parts
    from pipeline.words.compiled import slots as _slots
except ImportError:  # built without a compiler: the same results, later
    from pipeline.tagging.parts_by_python import find_parts as _find_parts
    from pipeline.words.by_python import slots as _slots

__all__ = ["FEWEST", "Kind", "Parts", "part_number", "same_length"]

Hit = tuple[int, int]
"""A word's place and the row of a part that it has."""

Array = npt.NDArray[Any]


def same_length(text: str) -> str:
    """Return *text* in small letters, a character for a character (Turkish capital I is two)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else lower_of(text)


def part_number(part: str, kind: Kind) -> int:
    """Return the number that a part of a kind is found by."""
    return number_of(part) ^ SIGNS[kind]


class Parts:
    """Parts of words; each leads to a row (0 or more) of whatever a list keeps."""

    __slots__ = ("_begins", "_inside", "_looks_inside", "_table")

    def __init__(self, rows: Mapping[tuple[str, Kind], int]) -> None:
        """*rows* are parts, in small letters unless their kind is ``cased``, and their rows.

        A beginning, an end or an inner part has at least ``FEWEST`` letters (``ValueError``).
        """
        filters: dict[Kind, Array] = {
            kind: np.zeros(FILTER + 1, np.uint8) for kind in ("begins", "ends", "inside")
        }
        for part, kind in rows:
            if kind in filters:
                if len(part) < FEWEST:
                    raise ValueError(f"{part!r} has less than {FEWEST} letters")
                filters[kind][state_of(part[:FEWEST]) & FILTER] = 1
        self._begins = filters["begins"]
        self._inside = filters["inside"] | filters["ends"]
        self._looks_inside = bool(self._inside.any())
        numbers = [part_number(part, kind) for part, kind in rows]
        self._table: tuple[Array, Array] = _slots(
            np.array(numbers, np.uint64), np.array(list(rows.values()), np.int32)
        )

    def find(self, words: Words) -> list[Hit]:
        """Return which words have which parts, in the words' order."""
        filters = (self._begins, self._inside if self._looks_inside else None)
        places = (words.starts, words.ends)
        return _find_parts(self._table, *filters, words.text, *places, words.plain, words.cased)
