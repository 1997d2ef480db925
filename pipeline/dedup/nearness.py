"""How near two texts are, judged by what differs and not only by how much is the same."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.dedup.fingerprint import PERMUTATIONS, Fingerprint

__all__ = ["BANDS", "Nearness", "bands_of", "nearness"]

BANDS = 16
_ROWS = PERMUTATIONS // BANDS
"""16 bands of 4: a text half alike is found with 64 %, one 70 % alike with 99 %."""

_SAME_SENTENCES = 0.5
"""Half of the shorter text's sentences word for word is no coincidence: agencies that report one
event independently share quotations, a tenth of their sentences."""

_LIKE = 0.72
"""Likeness from which a text is a copy though few sentences are untouched, if its figures are the
same: a desk that edits lightly touches every sentence."""

_LEAST_LIKE = 0.35
"""Below this, equal sentences are background that both texts carry on."""

_SAME_FIGURES = 0.8
"""Two stories from one template (results, markets) differ in their figures."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a text is to an earlier one."""

    likeness: float
    """Estimated share of equal word triples, 0-1."""
    sentences: int
    """Sentences of the shorter text ..."""
    same_sentences: int
    """... that stand in the other word for word."""
    same_figures: float
    """Share of the numbers in either that stand in both, 0-1; 1 if there are none."""

    @property
    def is_copy(self) -> bool:
        """Whether the one is a copy of the other, and no second report or second template."""
        if self.same_figures < _SAME_FIGURES and self.same_sentences * 4 < self.sentences * 3:
            return False
        shared = self.same_sentences / self.sentences if self.sentences else 0.0
        if shared >= _SAME_SENTENCES and self.likeness >= _LEAST_LIKE:
            return True
        return self.likeness >= _LIKE and self.same_figures >= _SAME_FIGURES

    @property
    def similarity(self) -> float:
        """One number for both, 0-1, to two places."""
        shared = self.same_sentences / self.sentences if self.sentences else 0.0
        return round(max(self.likeness, shared), 2)


def nearness(one: Fingerprint, other: Fingerprint) -> Nearness:
    """Compare two texts that are both comparable."""
    equal = sum(1 for a, b in zip(one.sketch, other.sketch, strict=True) if a == b)
    either = one.figures | other.figures
    return Nearness(
        likeness=equal / PERMUTATIONS,
        sentences=min(len(one.sentences), len(other.sentences)),
        same_sentences=len(one.sentences & other.sentences),
        same_figures=len(one.figures & other.figures) / len(either) if either else 1.0,
    )


def bands_of(print_: Fingerprint) -> list[bytes]:
    """Return the keys under which a text is found again by those like it."""
    return [
        bytes([n])
        + b"".join(value.to_bytes(4, "big") for value in print_.sketch[n * _ROWS : (n + 1) * _ROWS])
        for n in range(BANDS)
    ]
