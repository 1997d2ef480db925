"""A text's words, read by array arithmetic: what ``compiled_words.pyx`` does where it was built."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.dedup.codes import FIRST_FIGURE, NAME, SIEVE, SMALL
from pipeline.dedup.letters import (
    ASIDE,
    BLANK,
    CAPITAL,
    CUT,
    FIGURE,
    FOLDED,
    IN_WORD,
    LETTER,
    OF_RARE_HAN,
    OPEN_STOP,
    POINT,
    RARE_HAN,
    SIGN,
    SIZE,
    SIZE_SHIFT,
    STOP,
    UNSPACED,
    letters,
)

__all__ = ["read"]

Array = npt.NDArray[Any]

_RADIX: Final = 0x9E3779B97F4A7C15
"""A word's number is a polynomial of its letters in this odd number (the golden ratio's bits)."""
_MIX: Final = np.uint64(0xFF51AFD7ED558CCD)
"""Spreads it over its upper half (MurmurHash3's finaliser, public domain)."""

_OTHER_PLANES: Final = 0xFFFF

_MOST_CAPITALS: Final = 3
"""A text with a third of its letters in capitals comes from a wire that has no small ones; there a
capital marks no name."""

_LEAST_SIZE: Final = 10
"""Five Latin letters (four Arabic, two Hangul syllables) are a longer word."""

_LEAST_NAME_SIZE: Final = 4
"""Names count from two letters: Iran is not Iraq."""

_MOST_ASIDE: Final = 1000

_OTHER_FIGURES: Final = np.uint64(FIRST_FIGURE + SMALL)

_TELLING_BITS: Final = np.uint64(40)
"""Above them are the bits of a word's number that its code is made of."""

_A, _E, _O, _R, _U = map(ord, "aeoru")


def read(text: str, most: int, table: bytes) -> tuple[bytes, int, bytes, bytes, bytes, bytes]:
    """Return a text's words; see ``words.Words``."""
    marks, places = _marks(text)
    raw, figure = marks & IN_WORD != 0, marks & FIGURE != 0
    marks = _with_points(marks, raw, figure)
    inside = marks & IN_WORD != 0
    before = np.append(np.int32(0), marks[:-1])
    begins = inside & ((before & IN_WORD == 0) | ((marks ^ before) & UNSPACED | marks & CUT != 0))
    if not begins.any():
        return b"", 0, b"", b"", b"", b""
    _fold(marks, before, begins)
    at = inside.nonzero()[0]
    starts = begins[at].nonzero()[0]
    marks_in, first = marks[at], marks[at[starts]]
    numbers = _numbers(marks_in, starts)
    lengths = np.diff(np.append(starts, len(at)))
    sizes = np.add.reduceat(marks_in >> SIZE_SHIFT & SIZE, starts)
    capitals = np.add.reduceat((marks_in & CAPITAL != 0).astype(np.int64), starts)
    is_figure = first & FIGURE != 0
    numbers = numbers & ~np.uint64(1) | is_figure.astype(np.uint64)
    is_name = (first & CAPITAL != 0) & (sizes >= _LEAST_NAME_SIZE)
    upper = (capitals * _MOST_CAPITALS > lengths) & (lengths > 1)
    brief = (first & UNSPACED == 0) & (
        (lengths == 1) | ((lengths == 2) & (is_figure | ((first & CAPITAL != 0) & (capitals == 1))))
    )
    words_before, ends = _sentences(marks, raw, places, at[starts], brief)
    # A capital where a sentence begins marks no name.
    is_name[words_before[words_before < len(starts)]] = False
    is_name[0] = False
    if int(np.count_nonzero(upper)) * _MOST_CAPITALS > len(starts):
        is_name[:] = False
    written = _written(numbers + np.uint64(2) * lengths.astype(np.uint64), table)
    is_name[is_figure | (written != 0)] = False
    is_long = sizes >= _LEAST_SIZE
    aside = (written != 0) & ~is_figure & ~is_long
    told = (is_figure | is_name | is_long).nonzero()[0][:most]
    telling = numbers[told] >> _TELLING_BITS
    codes = telling % np.uint64(FIRST_FIGURE)
    figures = is_figure[told]
    codes[figures] = _OTHER_FIGURES + telling[figures] % (np.uint64(NAME) - _OTHER_FIGURES)
    codes[is_name[told]] += np.uint64(NAME)
    codes = np.where(written[told] != 0, written[told], codes)
    return (
        numbers.tobytes(),
        int(np.count_nonzero(is_figure & (first & CAPITAL == 0))),
        codes.astype("<u2").tobytes(),
        np.searchsorted(words_before, told, side="right").astype("<i4").tobytes(),
        ends.astype("<i4").tobytes(),
        _aside(aside.nonzero()[0], told, written),
    )


def _aside(words: Array, told: Array, written: Array) -> bytes:
    """Return the figures that are short words; none behind the last longer word."""
    words = words[: _MOST_ASIDE if len(told) else 0]
    words = words[words < told[-1]] if len(told) else words
    before = np.searchsorted(told, words)
    return np.column_stack((before, written[words])).astype("<u2").tobytes()


def _written(keys: Array, table: bytes) -> Array:
    """Return the code of each word that is a small or a written figure, else 0."""
    known, codes = _sorted(table)
    if not len(known):
        return np.zeros(len(keys), np.uint64)
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.where(known[at] == keys, codes[at], np.uint64(0))


@lru_cache(maxsize=64)
def _sorted(table: bytes) -> tuple[Array, Array]:
    slots = (len(table) - SIEVE) // 10
    keys = np.frombuffer(table, "<u8", slots, SIEVE)
    codes = np.frombuffer(table, "<u2", slots, SIEVE + 8 * slots).astype(np.uint64)
    order = np.argsort(keys)[np.count_nonzero(keys == 0) :]
    return keys[order], codes[order]


def _marks(text: str) -> tuple[Array, Array]:
    """Return what each character is that counts, and where it stands."""
    chars = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    table = letters()
    marks = table[np.minimum(chars, _OTHER_PLANES)]
    han = (chars >= RARE_HAN[0]) & (chars < RARE_HAN[1])
    marks[han] = OF_RARE_HAN | chars[han].astype(np.int32) & FOLDED
    places = (marks & ASIDE == 0).nonzero()[0]
    return marks[places], places


def _shifted(flags: Array, by: int) -> Array:
    """Return for each place what stands *by* places further on."""
    there = np.zeros_like(flags)
    if abs(by) < len(flags):
        if by > 0:
            there[:-by] = flags[by:]
        else:
            there[-by:] = flags[:by]
    return there


def _with_points(marks: Array, raw: Array, figure: Array) -> Array:
    """Make the point of 3.5, the blank of 1 479 and the sign of -3 parts of their figures.

    A point or a blank before three digits parts groups of them, and says nothing.
    """
    after = [_shifted(figure, n) for n in range(1, 5)]
    before = [_shifted(figure, -n) for n in range(1, 5)]
    three = after[0] & after[1] & after[2] & ~after[3]
    points = (marks & POINT != 0) & before[0] & after[0]
    blanks = (marks & BLANK != 0) & before[0] & three & ~np.logical_and.reduce(before)
    signs = (marks & SIGN != 0) & after[0] & ~_shifted(raw, -1)
    signs &= ~_shifted(marks & CAPITAL != 0, 1)
    marks = marks.copy()
    marks[points & ~three] = FIGURE | ord(".")
    marks[(points & three) | blanks] = FIGURE
    marks[signs] = FIGURE | ord("-")
    return marks


def _fold(marks: Array, before: Array, begins: Array) -> None:
    """Take out what agencies write in two ways: double letters, Mueller for Müller, labour."""
    pairs = ~begins & (marks & before & LETTER != 0)
    letter, last = marks & FOLDED, before & FOLDED
    then = np.append(marks[1:], np.int32(0))
    then_r = (then & LETTER != 0) & (then & FOLDED == _R)
    spelt = pairs & (
        ((letter == _E) & np.isin(last, (_A, _O, _U))) | ((letter == _U) & (last == _O) & then_r)
    )
    twice = pairs & (letter == last)
    marks[spelt] &= ~(SIZE << SIZE_SHIFT)
    marks[spelt | twice] &= ~FOLDED


def _numbers(marks: Array, starts: Array) -> Array:
    """Return a number for each word, from where words begin among the marks."""
    folded = (marks & FOLDED).astype(np.uint64)
    kept = folded != 0
    rank = np.cumsum(kept) - kept  # of a letter among those kept
    power, inverse = _powers(len(folded).bit_length())
    numbers: Array = np.add.reduceat(folded * power[rank], starts)
    numbers *= inverse[rank[starts]]
    numbers ^= numbers >> np.uint64(33)
    numbers *= _MIX
    return numbers


@cache
def _powers(bits: int) -> tuple[Array, Array]:
    """Return the powers of the radix and of its inverse, enough for 2**bits letters."""
    bases = np.array([_RADIX, pow(_RADIX, -1, 1 << 64)], np.uint64)
    factors = np.repeat(bases[:, None], 1 << bits, axis=1)
    factors[:, 0] = 1
    power, inverse = np.multiply.accumulate(factors, axis=1)
    return power, inverse


def _sentences(
    marks: Array, raw: Array, places: Array, first: Array, brief: Array
) -> tuple[Array, Array]:
    """Return for each end of a sentence how many words stand before it, and its place.

    A full stop behind a *brief* word ends none: U.S. troops, Mr. Smith, 3. Juni.
    """
    stop = (marks & STOP != 0) | ((marks & OPEN_STOP != 0) & ~_shifted(raw, 1))
    at = (stop & (marks & IN_WORD == 0)).nonzero()[0]
    before = np.searchsorted(first, at)
    counts = (before > 0) & ((marks[at] & STOP != 0) | ~brief[before - 1])
    at, before = at[counts], before[counts]
    words_before, which = np.unique(before, return_index=True)
    return words_before, places[at[which]] + 1
