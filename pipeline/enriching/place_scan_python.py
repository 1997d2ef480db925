"""Find the gazetteer's names in a text, and what speaks for each; without a compiler."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np

from pipeline.enriching import gazetteer as g
from pipeline.words import signs
from pipeline.words.phrases import Phrases
from pipeline.words.reading import Words
from pipeline.words.table import Table

__all__ = ["LIKELY", "LOCATED", "OPENS", "STRENGTH", "WAITING", "WORD", "Hit", "scan"]

Hit: TypeAlias = tuple[int, int, int, int, int]
"""First and last word, row, the name's flags, and what speaks for a place."""

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

_CASED: Final = signs.CAPITAL | signs.LOWER | signs.UPPER
_IN_NAMES: Final = np.array(
    [bool(n & signs.CAPITAL) or bool(n & signs.FOREIGN and not n & _CASED) for n in range(256)]
)
"""Which words may stand in names, by their shapes: capitals, and scripts that have none."""


def scan(
    phrases: Phrases,
    within: Table,
    generic: Table,
    before: Table,
    flags: Sequence[int],
    words: Words,
    across: int,
) -> list[Hit]:
    """Return the names in a text: first and last word, row, flags, and what speaks for each.

    Only words with a capital are looked at, those of scripts without capitals, up to two small
    words *within* a name, and the *generic* ones that it may begin with: ``Rio de la Plata``,
    ``mer Noire``. *before* are the words that stand before places.
    """
    shapes, gaps = words.shapes.data, words.gaps.data
    locating = before.rows(words.plain).data
    found: list[Hit] = []
    for first, last, row in phrases.find(_names_of(words, within, generic), across=across):
        if not shapes[first] & (signs.CAPITAL | signs.FOREIGN) and last == first:
            continue
        flag = flags[row]
        strength = flag & STRENGTH
        sign = 0
        if first and strength and locating[first - 1] >= 0:
            sign = LOCATED | LIKELY
        if gaps[last + 1] & OPENS or strength == 2 or (strength == 3 and not flag & WORD):
            sign |= LIKELY
        if strength and not flag & WORD:
            sign |= WAITING
        found.append((first, last, row, flag, sign))
    return found


def _names_of(words: Words, within: Table, generic: Table) -> Words:
    """Return the words with all those blanked out that stand in no name."""
    keep = _IN_NAMES[words.shapes]
    small = within.rows(words.plain) >= 0
    first = np.zeros(len(keep), bool)
    first[1:] = keep[:-1] & small[1:]
    second = np.zeros(len(keep), bool)
    second[1:] = first[:-1] & small[1:] & ~keep[1:]
    first &= ~keep
    keep |= first | second | (generic.rows(words.plain) >= 0)
    plain = words.plain * keep
    return Words(words.text, words.starts, words.ends, words.cased, plain, words.shapes, words.gaps)
