"""Texts compared by arrays: what ``compiled_comparison.pyx`` does where it was built."""

from __future__ import annotations

from itertools import chain
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from pipeline.dedup.codes import (
    CODE_BITS,
    FIRST_FIGURE,
    LEAD,
    NAME,
    RUN,
    Aside,
    Codes,
    array_of,
    figures_of,
    parted,
)

__all__ = ["Comparison", "Measured", "figures_in", "keys_of"]

Array: TypeAlias = npt.NDArray[Any]

Measured: TypeAlias = tuple[
    *tuple[float, float, float, float],
    *tuple[int, int, bool, int, int],
    *tuple[float, float],
    *tuple[int, int, int, int, int],
    bytes,
]
"""The fields of :class:`pipeline.dedup.nearness.Nearness`."""

_Aside: TypeAlias = dict[int, list[int]]

_Substitution: TypeAlias = tuple[frozenset[int], frozenset[int]]

_MIX: Final = np.uint64(0x9E3779B97F4A7C15)

_WIDEST: Final = 4
"""A gap between the same words of at most so many longer words is a place where something stands
for something else, more is a passage in other words. A guess: a name with its figure fits."""


_MOST_FIGURES: Final = 8

_PASSAGE: Final = 8
"""So many longer words that stand in the place of none are a passage of its own: a sentence of some
15 words. Fewer are a desk's edit. A guess."""


def figures_in(codes: Codes, aside: Aside) -> int:
    """Return a bit for each figure, of 64."""
    bits = 0
    for code in (*figures_of(codes).tolist(), *array_of(aside)[1::2].tolist()):
        bits |= 1 << code % 64
    return bits


def keys_of(
    codes: Codes, factor: int, kept: tuple[int, ...], asked: tuple[int, ...]
) -> tuple[bytes, bytes]:
    """Return a text's keys, four bytes each: the smallest hashes of what it tells.

    So many (*kept*, *asked*) of the runs in its lead; of all its runs; of its runs without figures
    and names, which a form has in common with itself; and of pairs of names in its lead, which two
    reports have in common.
    """
    array = array_of(codes)
    runs = _runs(array)
    plain = _runs(array[array < FIRST_FIGURE])
    lead = array[:LEAD]
    names = np.unique(lead[lead >= NAME]) & (NAME - 1)
    one, other = np.triu_indices(len(names), 1)
    pairs = names[one].astype(np.uint64) << np.uint64(CODE_BITS) | names[other].astype(np.uint64)
    kind = np.uint64(1 << RUN * CODE_BITS)
    found = [
        _smallest(numbers, factor, most)
        for numbers, most in zip(
            (runs[:LEAD], runs, plain | kind, pairs | kind << np.uint64(1)), asked, strict=True
        )
    ]
    return (
        _packed([keys[:most] for keys, most in zip(found, kept, strict=True)]),
        _packed(found),
    )


def _packed(found: list[list[int]]) -> bytes:
    return np.array(list(dict.fromkeys(chain(*found))), "<u4").tobytes()


def _smallest(numbers: Array, factor: int, most: int) -> list[int]:
    mixed = numbers * np.uint64(factor)
    mixed ^= mixed >> np.uint64(32)
    mixed *= _MIX
    return np.unique(mixed >> np.uint64(32))[:most].tolist()  # type: ignore[no-any-return]


def _runs(codes: Array) -> Array:
    """Return a number for each run of three words, one fewer than words twice."""
    plain = (codes & (NAME - 1)).astype(np.uint64)
    two = np.uint64(CODE_BITS)
    return plain[:-2] << two + two | plain[1:-1] << two | plain[2:]


class Comparison:
    """A text that is compared with earlier ones, one after the other.

    Those so far apart that nobody needs to look at what differs are told apart quickly: less than
    *mostly* of the text in the earlier one, and a mean share below *least*; and fewer than so many
    *names* in common, or less than that share of the fewer (*agree*).
    """

    def __init__(
        self,
        codes: Codes,
        aside: Aside,
        sentence_of: bytes,
        mostly: float,
        least: float,
        names: int,
        agree: float,
    ) -> None:
        self._codes = array_of(codes)
        self._aside = _by_word(aside)
        self._sentence_of = np.frombuffer(sentence_of, "<i4")
        self._runs = _runs(self._codes)
        self._mostly, self._least, self._names, self._agree = mostly, least, names, agree

    def measure(self, stored: bytes) -> Measured | None:
        """Return how near the text is to an earlier one; None if they are far apart."""
        earlier, their_aside = parted(stored)
        ours, theirs = self._codes, array_of(earlier)
        if len(theirs) < RUN:
            return None
        runs = _runs(theirs)
        there = np.isin(runs, self._runs)
        in_common = RUN * int(np.count_nonzero(there))  # words, at most
        same_names = self._names_the_same(theirs)
        if self._is_far(in_common / len(ours), in_common / len(theirs)) and not same_names:
            return None
        order = np.argsort(runs, kind="stable")
        at = np.searchsorted(runs[order], self._runs)
        at[at == len(runs)] = 0
        place = order[at]
        found = runs[place] == self._runs
        covered = _covered(found)
        share, share_of_earlier = _mean(covered), _mean(_covered(there))
        if self._is_far(share, share_of_earlier) and not same_names:
            return None
        aside = self._aside, _by_word(their_aside)
        slots = _Slots(ours, theirs, aside, covered, place)
        slots.look_aside(covered, found, place)
        sentences, changed = self._sentences(found, covered)
        known = np.isin(ours[:LEAD] & (NAME - 1), theirs & (NAME - 1))
        return (
            share,
            share_of_earlier,
            _mean(covered[LEAD:]) if len(covered) > LEAD else share,
            _mean(known),
            slots.same_figures,
            len(slots.figures),
            slots.in_lead,
            slots.same_names,
            len(slots.names),
            _agree(figures_of(ours.tobytes()), figures_of(earlier)),
            _agree(ours[ours >= NAME], theirs[theirs >= NAME]),
            len(np.intersect1d(ours[ours >= NAME], theirs[theirs >= NAME])),
            slots.other_words,
            slots.added,
            sentences,
            changed,
            covered.astype(np.uint8).tobytes(),
        )

    def _names_the_same(self, theirs: Array) -> bool:
        one, other = (set(codes[codes >= NAME].tolist()) for codes in (self._codes, theirs))
        both = len(one & other)
        return both >= self._names and both >= self._agree * min(len(one), len(other))

    def _is_far(self, share: float, share_of_earlier: float) -> bool:
        both = min(share, 1) + min(share_of_earlier, 1)
        return share < self._mostly and both < 2 * self._least

    def _sentences(self, found: Array, covered: Array) -> tuple[int, int]:
        """Count the sentences that have longer words, and those of them that differ.

        A sentence differs if one of its words stands in no run, or if the words before it and its
        own do but no run goes across: then the earlier text has something between them.
        """
        broken = ~covered
        broken[2:-1] |= ~found[:-1] & ~found[1:] & covered[1:-2] & covered[2:-1]
        sentence_of = self._sentence_of
        return len(np.unique(sentence_of)), len(np.unique(sentence_of[broken]))


def _mean(flags: Array) -> float:
    return int(np.count_nonzero(flags)) / len(flags)


def _agree(ours: Array, theirs: Array) -> float:
    one, other = set(ours.tolist()), set(theirs.tolist())
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 1.0


def _covered(found: Array) -> Array:
    """Return which words stand in a run, from where runs begin."""
    covered = np.zeros(len(found) + RUN - 1, np.bool_)
    for n in range(RUN):
        covered[n : len(found) + n] |= found
    return covered


def _by_word(aside: Aside) -> _Aside:
    """Return the figures that are short words by the longer word behind them."""
    found: _Aside = {}
    for word, code in array_of(aside).reshape(-1, 2).tolist():
        found.setdefault(word, []).append(code)
    return found


class _Slots:
    """The figures and names in the same place of both texts: the same, and others; and how many
    words stand in another's place, and how many in the place of none.

    A substitution counts once however often it is made (a name that another agency spells in
    its own way).
    """

    def __init__(
        self,
        codes: Array,
        earlier: Array,
        aside: tuple[_Aside, _Aside],
        covered: Array,
        place: Array,
    ) -> None:
        self._ours, self._theirs = (codes, aside[0]), (earlier, aside[1])
        kept = codes[covered]
        self.same_figures = len(np.unique(kept[(kept >= FIRST_FIGURE) & (kept < NAME)]))
        self.same_names = len(np.unique(kept[kept >= NAME]))
        self.figures: set[_Substitution] = set()
        self.names: set[_Substitution] = set()
        self.in_lead = False
        self.other_words = self.added = 0
        edges = np.flatnonzero(np.diff(covered, prepend=True, append=True)).tolist()
        for start, end in zip(edges[0::2], edges[1::2], strict=True):
            left = int(place[start - RUN]) + RUN if start else 0
            right = int(place[end]) if end < len(codes) else len(earlier)
            more = end - start - max(right - left, 0)
            if more >= _PASSAGE:
                self.added += more
            if end - start <= _WIDEST and 0 <= right - left <= _WIDEST:
                self._compare_figures(start, end, left, right)
                self.other_words += left < right
                self._compare_names(codes[start:end].tolist(), earlier[left:right].tolist())

    def look_aside(self, covered: Array, found: Array, place: Array) -> None:
        """Compare the figures that are short words, where all around them is the same."""
        for word in self._ours[1]:
            if word >= len(covered) or not covered[word] or (word and not covered[word - 1]):
                continue
            across = next((n for n in (word - 2, word - 1) if 0 <= n < len(found) and found[n]), -1)
            if across >= 0:
                left = right = int(place[across]) + word - across
            else:  # a run ends before the word, and one begins with it
                left = int(place[word - RUN]) + RUN if word else 0
                right = int(place[word])
            if 0 <= right - left <= _WIDEST:
                self._compare_figures(word, word, left, right)

    def _compare_figures(self, start: int, end: int, left: int, right: int) -> None:
        ours = _figures_between(*self._ours, start, end)
        figures = _substitution(ours, _figures_between(*self._theirs, left, right))
        if figures:
            self.figures.add(figures)
            self.in_lead |= start < LEAD

    def _compare_names(self, ours: list[int], theirs: list[int]) -> None:
        names = _substitution(*(
            frozenset([code for code in codes if code >= NAME]) for codes in (ours, theirs)
        ))  # fmt: skip
        if names:
            self.names.add(names)


def _figures_between(codes: Array, aside: _Aside, start: int, end: int) -> frozenset[int]:
    """Return the figures of a gap, and those aside up to the word behind it."""
    told = [code for code in codes[start:end].tolist() if FIRST_FIGURE <= code < NAME]
    beside = [code for word in range(start, end + 1) for code in aside.get(word, ())]
    return frozenset([*told[:_WIDEST], *beside][:_MOST_FIGURES])


def _substitution(one: frozenset[int], other: frozenset[int]) -> _Substitution | None:
    """Return what only the one and only the other has, if each has something."""
    return None if one <= other or other <= one else (_told(one - other), _told(other - one))


def _told(codes: frozenset[int]) -> frozenset[int]:
    return frozenset(sorted(codes)[:_WIDEST])
