"""Find the gazetteer's names in a text, and what speaks for each; without a compiler."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.enriching.gazetteer import table as g
from pipeline.enriching.places import words as place_words
from pipeline.words import signs
from pipeline.words.phrases import Phrases
from pipeline.words.reading import Words
from pipeline.words.table import Table

__all__ = [
    "AREA",
    "IN_NAMES", "LIKELY", "LOCATED", "OPENS", "STRENGTH", "WAITING", "WORD", "Scanner",
]  # fmt: skip

OPENS: Final = signs.COMMA | signs.OPENING
"""What stands between a name and what is said of it: ``Paris, Texas``, ``Paris (Texas)``."""

STRENGTH: Final = g.STRENGTH
WORD: Final = g.WORD

LIKELY: Final = 1
"""It may be a place: it is well known, or something beside it speaks for one."""
WAITING: Final = 2
"""It is one where the text is sure of the name elsewhere."""
LOCATED: Final = 4
"""A word such as ``in`` stands before it."""
AREA: Final = 8
"""A word such as ``area`` stands behind it, in small letters."""

_CASED: Final = signs.CAPITAL | signs.LOWER | signs.UPPER
IN_NAMES: Final = np.array(
    [bool(n & signs.CAPITAL) or bool(n & signs.FOREIGN and not n & _CASED) for n in range(256)]
)
"""Which words may stand in names, by their shapes: capitals, and scripts that have none."""


class Scanner:
    """Finds the names of a gazetteer."""

    def __init__(self, phrases: Phrases, small: Table, flags: Sequence[int], across: int) -> None:
        """*small* are the words that matter, as bits of ``place_words``; *flags* the rows'."""
        self._phrases = phrases
        self._small = small
        self._flags = flags
        self._across = across

    def scan(
        self, words: Words, skip: bytes | bytearray
    ) -> tuple[npt.NDArray[np.int32], list[int], list[int]]:
        """Return the names of a text, and its signposts; none with a word that *skip* has a 1 for.

        Of each name first and last word, row, flags and signs, one after the other. Then the words
        with a capital that tell of places which no gazetteer has: those that a building's or a
        street's name ends with, and, after a comma, those that a shortened state may begin with.

        Only words with a capital are looked at, those of scripts without capitals, up to two small
        words within a name, and the generic ones that it may begin with: ``Rio de la Plata``,
        ``mer Noire``.
        """
        shapes, gaps, flags = words.shapes.data, words.gaps.data, self._flags
        small = np.maximum(self._small.rows(words.plain), 0)
        before = (small & place_words.BEFORE).data
        area = (small & place_words.AREA).data
        found: list[int] = []
        for first, last, row in self._phrases.find(
            _names_of(words, small, np.frombuffer(skip, np.uint8)), across=self._across
        ):
            if not shapes[first] & (signs.CAPITAL | signs.FOREIGN) and last == first:
                continue
            flag = flags[row]
            strength = flag & STRENGTH
            sign = 0
            if first and strength and before[first - 1]:
                sign = LOCATED | LIKELY
            if (
                last + 1 < len(words)
                and strength
                and gaps[last + 1] == signs.BLANK
                and area[last + 1]
                and not shapes[last + 1] & signs.CAPITAL
            ):
                sign |= AREA | LIKELY
            if gaps[last + 1] & OPENS or strength == 2 or (strength == 3 and not flag & WORD):
                sign |= LIKELY
            if strength and not flag & WORD:
                sign |= WAITING
            found += (first, last, row, flag, sign)
        capital = (words.shapes & signs.CAPITAL != 0) & (np.frombuffer(skip, np.uint8) == 0)
        comma = words.gaps[: len(words)] & signs.COMMA != 0
        buildings = np.flatnonzero(capital & (small & place_words.FACILITY != 0))
        states = np.flatnonzero(capital & comma & (small & place_words.STATE != 0))
        return np.array(found, np.int32), buildings.tolist(), states.tolist()


def _names_of(words: Words, small: npt.NDArray[Any], skip: npt.NDArray[Any]) -> Words:
    """Return the words with all those blanked out that stand in no name."""
    keep = IN_NAMES[words.shapes] & (skip == 0)
    within = small & place_words.WITHIN != 0
    first = np.zeros(len(keep), bool)
    first[1:] = keep[:-1] & within[1:]
    second = np.zeros(len(keep), bool)
    second[1:] = first[:-1] & within[1:] & ~keep[1:]
    first &= ~keep
    # A generic word counts beside one with a capital.
    beside = np.zeros(len(keep) + 2, bool)
    beside[:-2] = keep
    beside[2:] |= keep
    keep |= first | second | (beside[1:-1] & (small & place_words.GENERIC != 0))
    plain = words.plain * keep
    return Words(words.text, words.starts, words.ends, words.cased, plain, words.shapes, words.gaps)
