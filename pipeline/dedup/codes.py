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
    "Codes",
    "array_of",
    "count_of",
    "figures_of",
    "without_figures",
]

Codes: TypeAlias = bytes
"""Two bytes a word, the lower first: 0-1791 a word, 1792-2047 a figure, 2048 more for a name."""

NO_CODES: Final[Codes] = b""

CODE_BITS: Final = 11
NAME: Final = 1 << CODE_BITS
FIRST_FIGURE: Final = 1792
"""Figures have numbers of their own, so that a figure is seen to stand where another stood. Two of
256 are equal by chance once in 256 times, two words once in 1792; three in order hardly ever."""

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
