"""Marks that belong to the letter before them: loose accents, vowel signs of Indic scripts."""

from __future__ import annotations

import sys
import unicodedata
from functools import lru_cache

__all__ = ["mark_ranges"]


@lru_cache(maxsize=1)
def mark_ranges() -> tuple[tuple[int, int], ...]:
    """Return the first and last code points of each run of marks (Unicode's M), in order.

    Looked for where they stand: below U+20000 and among the tags of plane 14 (20 ms, once).
    """
    found: list[list[int]] = []
    for code in (*range(0x300, 0x20000), *range(0xE0100, 0xE01F0)):
        if unicodedata.category(chr(code))[0] == "M":
            if found and found[-1][1] == code - 1:
                found[-1][1] = code
            else:
                found.append([code, code])
    assert sys.maxunicode == 0x10FFFF
    return tuple((first, last) for first, last in found)
