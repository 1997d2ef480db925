"""A text's longer words as numbers of twelve bits, and how the numbers are divided."""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

__all__ = [
    "CODE_BITS",
    "FIRST_FIGURE",
    "LEAD",
    "NAME",
    "NO_CODES",
    "RUN",
    "SIEVE",
    "SMALL",
    "Aside",
    "Codes",
    "array_of",
    "count_of",
    "figures_of",
    "joined",
    "parted",
    "without_figures",
]

Codes: TypeAlias = bytes
"""Two bytes a word, the lower first: 0-1791 a word, 1792-2047 a figure, 2048 more for a name."""

NO_CODES: Final[Codes] = b""

Aside: TypeAlias = bytes
"""Figures that are written as short words (two, six; up, down), which are none of the longer words:
four bytes each, before which of the longer words it stands and its code. They are compared where
the longer words around them are the same; no share is counted in them."""

CODE_BITS: Final = 11
NAME: Final = 1 << CODE_BITS
FIRST_FIGURE: Final = 1792
"""Figures have numbers of their own, so that a figure is seen to stand where another stood. Two
words are equal by chance once in 1792 times; three in order hardly ever."""

SMALL: Final = 100
"""Figures below have a number each: tolls, ages, scores. Two others, of the 156 that are left, are
equal by chance once in 156 times."""

SIEVE: Final = 512
"""Bytes before a table of figures that tell of most words at one look that they are none."""

RUN: Final = 3
"""Longer words in a row that count as the same words. Two would call set phrases the same, four
would lose copies that a desk has edited in every sentence (measured on 20 labelled pairs)."""

LEAD: Final = 40
"""Longer words that count as the lead: two or three sentences."""


def count_of(codes: Codes) -> int:
    """Return how many words are remembered."""
    return len(codes) // 2


def array_of(codes: Codes) -> npt.NDArray[np.uint16]:
    """Return the codes as an array."""
    return np.frombuffer(codes, "<u2")


def figures_of(codes: Codes) -> npt.NDArray[np.uint16]:
    """Return the codes that stand for figures."""
    array = array_of(codes)
    return array[(array >= FIRST_FIGURE) & (array < NAME)]


def without_figures(codes: Codes) -> Codes:
    """Return the codes that stand for words and names."""
    array = array_of(codes)
    return array[(array < FIRST_FIGURE) | (array >= NAME)].tobytes()


def joined(codes: Codes, aside: Aside) -> bytes:
    """Return what is remembered of a text's words; of none nothing."""
    return codes + aside + (len(aside) // 4).to_bytes(2, "little") if codes else b""


def parted(stored: bytes) -> tuple[Codes, Aside]:
    """Return what was joined."""
    at = len(stored) - 2 - 4 * int.from_bytes(stored[-2:], "little") if len(stored) >= 2 else 0
    return (stored[:at], stored[at:-2]) if at > 0 else (NO_CODES, b"")
