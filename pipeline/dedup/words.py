"""The words of a text as numbers: what each is, how long, and in which sentence it stands.

All of it is array arithmetic over the characters: the same answer in every process, in time
linear in the length, and no script is a special case. Scripts that set no blanks (Chinese,
Japanese, Thai ...) are cut into pieces of about three characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.dedup.letters import ASIDE, FIGURE, GAP, POINTS, SIGNS, UNSPACED, letters

__all__ = ["Words", "read_words"]

Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]
_Chars = npt.NDArray[np.int64]

_RADIX: Final = 0x9E3779B97F4A7C15
"""A word's hash is a polynomial of its letters in this odd number (the golden ratio's bits)."""
_MIX: Final = np.uint64(0xFF51AFD7ED558CCD)
"""Spreads the hash over its upper half (MurmurHash3's finaliser, public domain)."""

_POINT: Final = ord(".")
_MINUS: Final = ord("-")

_MOST_CAPITALS: Final = 3
"""A text with a third of its letters in capitals comes from a wire that has no small ones; there a
capital marks no name."""


@dataclass(frozen=True, slots=True)
class Words:
    """One entry a word, in the order of the text."""

    hashes: npt.NDArray[np.uint64]
    sizes: Places
    """Two a Latin letter; see :class:`~pipeline.dedup.letters.Letters`."""
    is_figure: Flags
    """The word begins with a digit."""
    is_name: Flags
    """Begins with a capital although no sentence begins with it."""
    sentences: Places
    """The number of the sentence, from 0."""


def read_words(text: str) -> Words:
    """Return the words of a text, all scripts alike; punctuation and symbols are gaps."""
    table = letters()
    chars = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    kinds, known = _kinds(chars)
    if ASIDE in kinds:
        chars = chars[kinds != ASIDE]
        kinds, known = _kinds(chars)
    inside = np.flatnonzero(kinds)
    if not len(inside):
        nothing = np.zeros(0, np.int64)
        return Words(nothing.astype(np.uint64), nothing, nothing > 0, nothing > 0, nothing)
    folded = np.where(known == 0xFFFF, chars, table.folded[known])
    inside = _with_points(chars, kinds, folded, inside)

    begins = np.empty(len(inside), np.bool_)
    begins[0] = True
    np.greater(inside[1:] - inside[:-1], 1, out=begins[1:])
    unspaced = (kinds == UNSPACED)[inside]
    if unspaced.any():
        begins[1:] |= (unspaced[1:] != unspaced[:-1]) | table.cut[known[inside[1:]]]
    starts = np.flatnonzero(begins)
    first = inside[starts]

    power, inverse = _powers(len(inside).bit_length())
    hashes = np.add.reduceat(folded[inside].view(np.uint64) * power[: len(inside)], starts)
    hashes *= inverse[starts]
    hashes ^= hashes >> np.uint64(33)
    hashes *= _MIX

    lengths = np.empty(len(starts), np.int64)
    np.subtract(starts[1:], starts[:-1], out=lengths[:-1])
    lengths[-1] = len(inside) - starts[-1]
    sentences = np.searchsorted(_sentence_ends(known, kinds), first)
    return Words(
        hashes=hashes,
        sizes=lengths * table.size[known[first]],
        is_figure=kinds[first] == FIGURE,
        is_name=_names(table.capital[known], first, sentences),
        sentences=sentences,
    )


def _kinds(chars: _Chars) -> tuple[npt.NDArray[np.uint8], _Chars]:
    """Return what each character is, and its place in the tables."""
    if not len(chars) or int(chars.max()) < 0xFFFF:
        return letters().kind[chars], chars
    known = np.minimum(chars, 0xFFFF)
    rare = (chars >= 0x20000) & (chars < 0x32000)  # the rarer Han characters
    return np.where(rare, UNSPACED, letters().kind[known]).astype(np.uint8), known


def _with_points(
    chars: _Chars, kinds: npt.NDArray[np.uint8], folded: _Chars, inside: Places
) -> Places:
    """Make the point of 3.5 and the sign of -3 parts of their figures; return what is inside."""
    digits = np.flatnonzero(kinds == FIGURE)
    if not len(digits):
        return inside
    points = digits[:-1][digits[1:] - digits[:-1] == 2] + 1
    more = [
        (place, _POINT)
        for place, char in zip(points.tolist(), chars[points].tolist(), strict=True)
        if char in POINTS
    ]
    signs = digits[digits > 0] - 1
    more += [
        (place, _MINUS)
        for place, char in zip(signs.tolist(), chars[signs].tolist(), strict=True)
        if char in SIGNS and (place == 0 or kinds[place - 1] == GAP)
    ]
    if not more:
        return inside
    for place, char in more:
        kinds[place], folded[place] = FIGURE, char
    return np.flatnonzero(kinds)


@cache
def _powers(bits: int) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """Return the powers of the radix and of its inverse, enough for 2**bits letters."""
    bases = np.array([_RADIX, pow(_RADIX, -1, 1 << 64)], np.uint64)
    factors = np.repeat(bases[:, None], 1 << bits, axis=1)
    factors[:, 0] = 1
    power, inverse = np.multiply.accumulate(factors, axis=1)
    return power, inverse


def _sentence_ends(known: _Chars, kinds: npt.NDArray[np.uint8]) -> Places:
    stops = letters().stop[known]
    ends: Places = np.flatnonzero(stops)
    after = kinds[np.minimum(ends + 1, len(kinds) - 1)]
    sure: Flags = (stops[ends] == 1) | (after == GAP)
    told: Places = ends[sure]
    return told


def _names(capital: Flags, first: Places, sentences: Places) -> Flags:
    if int(np.count_nonzero(capital)) * _MOST_CAPITALS > len(capital):
        return np.zeros(len(first), np.bool_)
    names = capital[first]
    names[0] = False
    names[1:] &= sentences[1:] == sentences[:-1]
    return names
