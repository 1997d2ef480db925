"""Whose claim, belief or promise it is: Tarvo's claim, the farmers' fear, her view.

Compiled where a compiler is there, with the types of ``owner.pxd``.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.quotes.row import Place, Row, place

__all__ = ["owner"]

_POSSESSIVE: Final = frozenset("his her their".split())
_MOST_OWNER: Final = 4
"""Words. A guess."""


def _owner_from(row: Row, low: int, end: int) -> int:
    """Return where the words begin that have what stands behind them: the mayor of Portmere's."""
    kinds, gaps = row.kinds, row.gaps
    first = end
    while first > low and end - first < _MOST_OWNER and kinds[first - 1] in b"NzdlE":
        if first < end and gaps[first] not in b" ":
            break
        first -= 1
        if kinds[first] in b"d":
            break
    return first


def owner(row: Row, low: int, noun: int) -> Place:
    """Return who has a claim or a belief: Tarvo's claim."""
    at = noun - 1
    if at > low and row.text[row.ends[at]] in "'’":
        return place(_owner_from(row, low, noun), noun)  # the farmers' fear
    while at >= low and at > noun - 4:
        if row.word(at) == "s":
            first = _owner_from(row, low, at)
            return place(first, at) if first < at else 0
        if row.kinds[at] in b"d" and row.word(at).lower() in _POSSESSIVE:
            return place(at, at + 1)  # his claim
        at -= 1
    return 0
