"""What the tagger of names sees of a word besides the word: its shape, gaps, endings, its item."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.words import signs
from pipeline.words.by_python import lower, number_of

__all__ = [
    "AFFIXES", "APART", "BREAKS", "BUCKETS", "GAP_KINDS", "GAP_TABLE", "ITEM_KINDS",
    "PARTICLES", "SHAPES", "TIGHT", "affix_rows", "gap_kinds",
]  # fmt: skip

Array = npt.NDArray[Any]

SHAPES: Final = 128
AFFIXES: Final = 12_288
"""Rows for beginnings and endings of words: 4,096 for each of the three kinds."""
BUCKETS: Final = AFFIXES // 3
GAP_KINDS: Final = 24
ITEM_KINDS: Final = 32

_ORDER: Final[tuple[tuple[int, int], ...]] = (
    # what must be there, and the kind of gap; the first that fits counts
    (signs.PARAGRAPH, 1),
    (signs.LINE, 2),
    (signs.END, 3),
    (signs.QUOTE | signs.POINT, 4),
    (signs.QUOTE | signs.COMMA, 5),
    (signs.QUOTE, 6),
    (signs.POINT | signs.CLOSING, 4),
    (signs.POINT | signs.COMMA, 8),
    (signs.POINT | signs.APOSTROPHE, 13),
    (signs.POINT | signs.BLANK, 7),
    (signs.POINT, 9),
    (signs.CLOSING, 10),
    (signs.OPENING, 11),
    (signs.COMMA, 8),
    (signs.COLON, 12),
    (signs.APOSTROPHE, 13),
    (signs.DASH, 14),
    (signs.HYPHEN | signs.BLANK, 14),
    (signs.HYPHEN, 15),
    (signs.SLASH, 16),
    (signs.MONEY, 17),
    (signs.PERCENT, 18),
    (signs.OTHER, 19),
    (signs.BLANK, 20),
)


def _gap_table() -> npt.NDArray[np.uint8]:
    gaps = np.arange(1 << 17, dtype=np.uint32)
    kinds = np.zeros(1 << 17, np.uint8)
    for bits, kind in reversed(_ORDER):
        kinds[(gaps & bits) == bits] = kind
    return kinds


GAP_TABLE: Final = _gap_table()
"""The kind of each gap; 0 where nothing stands between two words."""

BREAKS: Final = np.isin(np.arange(GAP_KINDS), [1, 2, 3, 4, 7, 12])
"""The kinds after which a word's capital says little: a sentence or a line may begin."""

APART: Final = np.isin(np.arange(GAP_KINDS), [1, 2, 3, 4, 5, 6, 8, 10, 11, 12, 14, 17, 18])
"""The kinds that no name goes across: lines, commas, dashes, quotation marks, brackets ..."""


TIGHT: Final = np.isin(np.arange(GAP_KINDS), [0, 9, 13, 15, 16, 19])
"""The kinds without a blank that a name may go across: a point, an apostrophe, a hyphen ..."""

PARTICLES: Final = np.array(
    [
        number_of(word)
        for word in (
            "al ad el as abu bin ben ibn bint de da di du des del della dello dos das van von vom "
            "der den ter ten het zu zum zur la le les lo las los l d o ap y e i t af av"
        ).split()
    ],
    np.uint64,
)
"""Small words that a name may begin with: ``al-Qaeda``, ``de Gaulle``; by their numbers."""


def gap_kinds(gaps: Array) -> Array:
    """Return the kind of each gap."""
    kinds: Array = GAP_TABLE[gaps & 0x1FFFF]
    return kinds


def affix_rows(word: str) -> tuple[int, int, int]:
    """Return the rows of a word's first three, last three and last two letters."""
    small = lower(word[:64])
    return (
        number_of("<" + small[:3]) % BUCKETS,
        BUCKETS + number_of(small[-3:] + ">") % BUCKETS,
        2 * BUCKETS + number_of(small[-2:] + ">") % BUCKETS,
    )
