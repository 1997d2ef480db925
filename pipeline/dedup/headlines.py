"""What two headlines have in common, and whether a figure in them has moved."""

from __future__ import annotations

import numpy as np

from pipeline.dedup.words import read_words

__all__ = ["headlines_of"]


def headlines_of(headline: str, earlier: str) -> tuple[float, bool]:
    """Return the share of the shorter one's words that both have, and whether a figure differs.

    A figure differs where the headlines are much the same otherwise: then a toll has risen.

    >>> headlines_of("Flood kills 7 in Portmere", "Flood kills 12 in Portmere")
    (0.8, True)
    """
    one, other = read_words(headline), read_words(earlier)
    ours, theirs = set(one.hashes.tolist()), set(other.hashes.tolist())
    if not ours or not theirs:
        return 0.0, False
    same = len(ours & theirs) / min(len(ours), len(theirs))
    if same < 0.5:
        return same, False
    if _digits(headline) == _digits(earlier):
        return same, False  # 40.916 and 40 916
    figures, others = one.hashes[one.is_figure], other.hashes[other.is_figure]
    differs = np.setdiff1d(figures, others).size and np.setdiff1d(others, figures).size
    return same, bool(differs)


def _digits(text: str) -> str:
    return "".join([char for char in text if char.isdigit()])
