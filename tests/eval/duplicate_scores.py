"""Precision, recall, B-cubed and the adjusted Rand index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from math import comb
from typing import NamedTuple

__all__ = ["Score", "adjusted_rand", "b_cubed", "score_of"]


class Score(NamedTuple):
    """Shares of 0-1; NaN where nothing was found (precision) or asked (recall)."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_of(right: int, found: int, asked: int) -> Score:
    """Return the shares of what was found, and of what was asked for, that are right."""
    nan = float("nan")
    return Score(right / found if found else nan, right / asked if asked else nan)


def b_cubed(said: Sequence[Hashable], true: Sequence[Hashable]) -> Score:
    """Return B-cubed (Bagga and Baldwin 1998): of each item's group, the share that is right.

    Both sequences name the group of each item, in the same order.

    >>> b_cubed("aab", "aaa")
    Score(precision=1.0, recall=0.5555555555555556)
    """
    both, ours, theirs = Counter(zip(said, true, strict=True)), Counter(said), Counter(true)
    count = len(said)
    return Score(
        sum(n * n / ours[group] for (group, _), n in both.items()) / count,
        sum(n * n / theirs[group] for (_, group), n in both.items()) / count,
    )


def adjusted_rand(said: Sequence[Hashable], true: Sequence[Hashable]) -> float:
    """Return the adjusted Rand index (Hubert and Arabie 1985): 1 is equal, 0 is chance.

    >>> adjusted_rand("aabb", "xxyy")
    1.0
    """
    both = sum(comb(n, 2) for n in Counter(zip(said, true, strict=True)).values())
    ours = sum(comb(n, 2) for n in Counter(said).values())
    theirs = sum(comb(n, 2) for n in Counter(true).values())
    pairs = comb(len(said), 2)
    chance = ours * theirs / pairs if pairs else 0.0
    most = (ours + theirs) / 2
    return (both - chance) / (most - chance) if most != chance else 1.0
