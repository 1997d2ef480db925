"""How near a text is to an earlier one: what stands in both in the same order, and what differs.

What is the same is counted in words that stand in a run of three in both texts. What differs is
looked at where it stands: a figure in the place of another figure, between the same words, says
that this is another story (results, markets, a new toll); a sentence in other words does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from pipeline.dedup.fingerprint import NAME, RUN, Codes, Fingerprint, is_figure, runs_of

__all__ = ["LEAD", "Comparison", "Nearness", "keys_for"]

_Substitution: TypeAlias = tuple[frozenset[int], frozenset[int]]

LEAD: Final = 40
"""Longer words that count as the lead: two or three sentences."""

_KEYS: Final = 7
_LEAD_KEYS: Final = 3
"""Keys of the whole text, and of its lead, which a shortened copy keeps. Texts with half of their
runs in common miss each other once in some hundred times."""

_MIX: Final = np.uint64(0x9E3779B97F4A7C15)

_WIDEST: Final = 4
"""A gap between the same words of at most so many longer words is a place where something stands
for something else, more is a passage in other words. A guess: a name with its figure fits."""

_MOSTLY: Final = 0.75
"""Of a text that stands for so much in the earlier one the rest is looked at, however long that
is: it may be a shortened copy."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a text is to an earlier one; shares are 0-1."""

    share: float
    """Of the text's longer words, those that stand in the earlier text in the same order ..."""
    share_of_earlier: float
    """... and of the earlier text's, those that stand in this one."""
    share_after_lead: float
    """Of the longer words behind the lead, those that stand in the earlier text in order."""
    known_lead: float
    """Of the lead's longer words, those that stand anywhere in the earlier text."""
    same_figures: int
    """Figures that stand in both texts between the same words ..."""
    other_figures: int
    """... and places where the one has another figure than the other."""
    other_in_lead: bool
    """One of these places is in the lead."""
    same_names: int
    other_names: int
    figures_agree: float
    """Of the figures of the text that has fewer, those that stand anywhere in the other one; 1
    where one has none."""
    names_agree: float
    sentences: int
    changed_sentences: int
    """Sentences of this text that differ, in a word or in all."""
    covered: npt.NDArray[np.bool_]
    """For each longer word of this text whether it is one of ``share``."""

    def measures(self) -> dict[str, float]:
        """Return each measure by its name, rounded."""
        return {
            "share": round(self.share, 3),
            "share_of_earlier": round(self.share_of_earlier, 3),
            "share_after_lead": round(self.share_after_lead, 3),
            "likeness": round(self.likeness, 3),
            "known_lead": round(self.known_lead, 3),
            "same_figures": float(self.same_figures),
            "other_figures": float(self.other_figures),
            "same_names": float(self.same_names),
            "other_names": float(self.other_names),
            "figures_agree": round(self.figures_agree, 3),
            "names_agree": round(self.names_agree, 3),
            "sentences": float(self.sentences),
            "changed_sentences": float(self.changed_sentences),
        }

    @property
    def likeness(self) -> float:
        """The mean of both shares."""
        return (self.share + self.share_of_earlier) / 2


def keys_for(language: str, text: Fingerprint) -> list[int]:
    """Return the keys (32 bits) under which a text is found again by those like it.

    They are the smallest hashes of its runs of words, so that two texts with many runs in
    common have some of them in common. Each language has keys of its own.
    """
    if not text.is_comparable:
        return []
    mixed = text.runs * _factor(language)
    mixed ^= mixed >> np.uint64(32)
    mixed *= _MIX
    hashes = mixed >> np.uint64(32)
    if len(hashes) <= LEAD:
        return list(dict.fromkeys(np.sort(hashes)[: _KEYS + _LEAD_KEYS].tolist()))
    lead = np.partition(hashes[:LEAD], _LEAD_KEYS)[:_LEAD_KEYS].tolist()
    return list(dict.fromkeys(lead + np.partition(hashes, _KEYS)[:_KEYS].tolist()))


@lru_cache(maxsize=256)
def _factor(language: str) -> np.uint64:
    """Return an odd number for a language."""
    digest = blake2b(language.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return np.uint64(int.from_bytes(digest, "big") | 1)


class Comparison:
    """A text that is compared with earlier ones, one after the other.

    Those so far apart that nobody needs to look at what differs are told apart quickly: likeness
    below *least*, and most of the text not in the earlier one.
    """

    def __init__(self, text: Fingerprint, *, least: float = 0.0) -> None:
        self._text = text
        self._least = least

    @cached_property
    def _in_order(self) -> npt.NDArray[np.uint64]:
        return np.sort(self._text.runs)

    def nearness(self, earlier: Codes) -> Nearness | None:
        """Return how near the text is to an earlier one; None if they are far apart."""
        theirs = runs_of(earlier)
        there = _stand_in(theirs, self._in_order)
        words = RUN * int(np.count_nonzero(there))  # in common, at most
        if self._is_far(words / len(self._text.codes), words / len(earlier)):
            return None
        order = np.argsort(theirs, kind="stable")
        in_order = theirs[order]
        place = np.searchsorted(in_order, self._text.runs)
        place[place == len(theirs)] = 0
        found = in_order[place] == self._text.runs
        covered = _covered(found)
        share, share_of_earlier = float(covered.mean()), float(_covered(there).mean())
        if self._is_far(share, share_of_earlier):
            return None
        codes = self._text.codes
        slots = _Slots(codes, earlier, covered, order[place])
        sentences, changed = _sentences(self._text.sentence_of, found, covered)
        known = np.isin(codes[:LEAD] & (NAME - 1), earlier & (NAME - 1))
        return Nearness(
            share=share,
            share_of_earlier=share_of_earlier,
            share_after_lead=float(covered[LEAD:].mean()) if len(covered) > LEAD else share,
            covered=covered,
            known_lead=float(known.mean()),
            same_figures=slots.same_figures,
            other_figures=len(slots.figures),
            other_in_lead=slots.in_lead,
            same_names=slots.same_names,
            other_names=len(slots.names),
            figures_agree=_agree(codes[is_figure(codes)], earlier[is_figure(earlier)]),
            names_agree=_agree(codes[codes >= NAME], earlier[earlier >= NAME]),
            sentences=sentences,
            changed_sentences=changed,
        )

    def _is_far(self, share: float, share_of_earlier: float) -> bool:
        return share < _MOSTLY and min(share, 1) + min(share_of_earlier, 1) < 2 * self._least


def _agree(ours: Codes, theirs: Codes) -> float:
    one, other = set(ours.tolist()), set(theirs.tolist())
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer else 1.0


def _stand_in(
    runs: npt.NDArray[np.uint64], in_order: npt.NDArray[np.uint64]
) -> npt.NDArray[np.bool_]:
    """Say for each run whether it is one of those in order."""
    place = np.searchsorted(in_order, runs)
    place[place == len(in_order)] = 0
    found: npt.NDArray[np.bool_] = in_order[place] == runs
    return found


def _covered(found: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return which words stand in a run, from where runs begin."""
    covered = np.zeros(len(found) + RUN - 1, np.bool_)
    for n in range(RUN):
        covered[n : len(found) + n] |= found
    return covered


class _Slots:
    """The figures and names in the same place of both texts: the same, and others.

    A substitution counts once however often it is made (a name that another agency spells in
    its own way).
    """

    def __init__(
        self,
        codes: Codes,
        earlier: Codes,
        covered: npt.NDArray[np.bool_],
        place: npt.NDArray[np.intp],
    ) -> None:
        figures, names = is_figure(codes), codes >= NAME
        self.same_figures = len(np.unique(codes[covered & figures]))
        self.same_names = len(np.unique(codes[covered & names]))
        self.figures: set[_Substitution] = set()
        self.names: set[_Substitution] = set()
        self.in_lead = False
        edges = np.flatnonzero(np.diff(covered, prepend=True, append=True)).tolist()
        for start, end in zip(edges[0::2], edges[1::2], strict=True):
            if end - start > _WIDEST:
                continue
            left = int(place[start - RUN]) + RUN if start else 0
            right = int(place[end]) if end < len(codes) else len(earlier)
            if 0 < right - left <= _WIDEST:
                self._compare(codes[start:end], earlier[left:right], start < LEAD)

    def _compare(self, ours: Codes, theirs: Codes, in_lead: bool) -> None:
        figures = _substitution(ours[is_figure(ours)], theirs[is_figure(theirs)])
        if figures:
            self.figures.add(figures)
            self.in_lead |= in_lead
        names = _substitution(ours[ours >= NAME], theirs[theirs >= NAME])
        if names:
            self.names.add(names)


def _substitution(ours: Codes, theirs: Codes) -> _Substitution | None:
    """Return what only the one and only the other has, if each has something."""
    one, other = frozenset(ours.tolist()), frozenset(theirs.tolist())
    return None if one <= other or other <= one else (one - other, other - one)


def _sentences(
    sentence_of: npt.NDArray[np.intp],
    found: npt.NDArray[np.bool_],
    covered: npt.NDArray[np.bool_],
) -> tuple[int, int]:
    """Count the sentences that have longer words, and those of them that differ.

    A sentence differs if one of its words stands in no run, or if the words before it and its
    own do but no run goes across: then the earlier text has something between them.
    """
    broken = ~covered
    broken[2:-1] |= ~found[:-1] & ~found[1:] & covered[1:-2] & covered[2:-1]
    return len(np.unique(sentence_of)), len(np.unique(sentence_of[broken]))
