"""Every agency's urgency on IPTC's one scale: 1 is a flash, 5 the day's normal copy, 8 the least.

Figures of IPTC 7901, NewsML, NITF and dpa (1 Blitz, 2 Eil ... 6) and of AFP (1 to 5) are on that
scale already. AP's letters stand for its figures; ``r`` = 4 and ``d`` = 5 are confirmed in real
copy, the others inferred from the order of the list.
"""

from __future__ import annotations

from typing import Final

__all__ = ["urgency_of"]

_LETTERS: Final = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5, "w": 6, "a": 7, "s": 8}


def urgency_of(said: str) -> int | None:
    """Return 1 to 9, or None for what is neither a figure of the scale nor one of AP's letters.

    >>> urgency_of("4"), urgency_of("b"), urgency_of("0"), urgency_of("h")
    (4, 2, None, None)
    """
    said = said.strip().lower()
    if said in _LETTERS:
        return _LETTERS[said]
    return int(said) if len(said) == 1 and said in "123456789" else None
