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

from pipeline.dedup.letters import (
    ASIDE,
    CAPITAL,
    CUT,
    FIGURE,
    FOLDED,
    IN_WORD,
    OPEN_STOP,
    POINTS,
    SIGNS,
    SIZE_SHIFT,
    STOP,
    UNSPACED,
    letters,
)

__all__ = ["Places", "Words", "read_words"]

Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]
_Marks = npt.NDArray[np.int32]

_RADIX: Final = 0x9E3779B97F4A7C15
"""A word's hash is a polynomial of its letters in this odd number (the golden ratio's bits)."""
_MIX: Final = np.uint64(0xFF51AFD7ED558CCD)
"""Spreads the hash over its upper half (MurmurHash3's finaliser, public domain)."""

_OTHER_PLANES: Final = 0xFFFF
_RARE_HAN: Final = (0x20000, 0x32000)

_MOST_CAPITALS: Final = 3
"""A text with a third of its letters in capitals comes from a wire that has no small ones; there a
capital marks no name."""


@dataclass(frozen=True, slots=True)
class Words:
    """One entry a word, in the order of the text."""

    hashes: npt.NDArray[np.uint64]
    sizes: Places
    """Two a Latin letter; see :mod:`pipeline.dedup.letters`."""
    is_figure: Flags
    """The word begins with a digit."""
    is_name: Flags
    """Begins with a capital although no sentence begins with it."""
    begins: Places
    """The places, among the words, of those before which a sentence ended; a place may come
    twice, and the first word's and the one after the last may be among them."""

    def sentence_of(self, places: Places) -> Places:
        """Return the number of the sentence in which each of these words stands."""
        return np.searchsorted(self.begins, places, side="right")


def read_words(text: str) -> Words:
    """Return the words of a text, all scripts alike; punctuation and symbols are gaps."""
    chars = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.intp)
    marks = _marks(chars)
    there = int(np.bitwise_or.reduce(marks, initial=0))
    if there & ASIDE:
        counts = marks & ASIDE == 0
        chars, marks = chars[counts], marks[counts]
    if there & FIGURE:
        marks = _with_points(chars, marks)
    inside = (marks & IN_WORD != 0).nonzero()[0]
    if not len(inside):
        nothing = np.zeros(0, np.intp)
        return Words(nothing.astype(np.uint64), nothing, nothing > 0, nothing > 0, nothing)

    begins = np.ones(len(inside), np.bool_)
    np.greater(inside[1:] - inside[:-1], 1, out=begins[1:])
    marks_inside = marks[inside]
    if there & UNSPACED:
        changes = (marks_inside[1:] ^ marks_inside[:-1]) & UNSPACED
        begins[1:] |= (changes | marks_inside[1:] & CUT) != 0
    starts = begins.nonzero()[0]
    first, marks_first = inside[starts], marks_inside[starts]

    power, inverse = _powers(len(inside).bit_length())
    letters_inside = (marks_inside & FOLDED).astype(np.uint64)
    letters_inside *= power[: len(inside)]
    hashes: npt.NDArray[np.uint64] = np.add.reduceat(letters_inside, starts)
    hashes *= inverse[starts]
    hashes ^= hashes >> np.uint64(33)
    hashes *= _MIX

    lengths = np.empty_like(starts)
    np.subtract(starts[1:], starts[:-1], out=lengths[:-1])
    lengths[-1] = len(inside) - starts[-1]
    sentence_begins = np.searchsorted(first, _sentence_ends(marks))
    is_name = (marks_first & CAPITAL) != 0
    if int(np.count_nonzero(marks_inside & CAPITAL)) * _MOST_CAPITALS > len(inside):
        is_name[:] = False
    is_name[0] = False
    is_name[sentence_begins[sentence_begins < len(first)]] = False
    return Words(
        hashes=hashes,
        sizes=lengths * (marks_first >> SIZE_SHIFT),
        is_figure=(marks_first & FIGURE) != 0,
        is_name=is_name,
        begins=sentence_begins,
    )


def _marks(chars: Places) -> _Marks:
    """Return what each character is."""
    table = letters()
    if not len(chars) or int(chars.max()) < _OTHER_PLANES:
        return table[chars]
    han = (chars >= _RARE_HAN[0]) & (chars < _RARE_HAN[1])
    marks = table[np.minimum(chars, _OTHER_PLANES)]
    marks[han] = table[ord("\u4e00")] | chars[han] & FOLDED
    return marks


def _with_points(chars: Places, marks: _Marks) -> _Marks:
    """Make the point of 3.5 and the sign of -3 parts of their figures."""
    digits = np.flatnonzero(marks & FIGURE != 0)
    if not len(digits):
        return marks
    apart = digits[1:] - digits[:-1]
    points = digits[:-1][apart == 2] + 1
    inner = [
        place
        for place, char in zip(points.tolist(), chars[points].tolist(), strict=True)
        if char in POINTS
    ]
    before = digits[np.flatnonzero(np.append(digits[:1] > 0, apart > 1))] - 1
    signs = [
        place
        for place, char in zip(before.tolist(), chars[before].tolist(), strict=True)
        if char in SIGNS and (place == 0 or not marks[place - 1] & IN_WORD)
    ]
    if inner or signs:
        marks[inner] = FIGURE | ord(".")
        marks[signs] = FIGURE | 1 << SIZE_SHIFT | ord("-")
    return marks


@cache
def _powers(bits: int) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """Return the powers of the radix and of its inverse, enough for 2**bits letters."""
    bases = np.array([_RADIX, pow(_RADIX, -1, 1 << 64)], np.uint64)
    factors = np.repeat(bases[:, None], 1 << bits, axis=1)
    factors[:, 0] = 1
    power, inverse = np.multiply.accumulate(factors, axis=1)
    return power, inverse


def _sentence_ends(marks: _Marks) -> Places:
    """Return where sentences end, among the characters."""
    ends = (marks & (STOP | OPEN_STOP) != 0).nonzero()[0]
    after = marks[np.minimum(ends + 1, len(marks) - 1)]
    sure: Places = ends[(marks[ends] & STOP != 0) | (after & IN_WORD == 0)]
    return sure
