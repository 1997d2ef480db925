"""The words of a text as numbers: what each is, how long, and where sentences end.

A text is split at its blanks, and what a token's words are is looked up: a copy of news has few
tokens that were never seen. Those are cut by array arithmetic over their characters: the same
answer in every process, in time linear in the length, and no script is a special case. Scripts that
set no blanks (Chinese, Japanese, Thai ...) are cut into pieces of about three characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import itemgetter, mul
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

__all__ = [
    "CODE_BITS",
    "FIRST_FIGURE",
    "NAME",
    "Codes",
    "Places",
    "Words",
    "read_words",
]

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


_FIGURE, _NAME, _UPPER, _LONG, _STOP = (1 << n for n in range(5))
_TELLING: Final = np.uint8(_FIGURE | _NAME | _LONG)
_NO_NAME: Final = np.uint8(0xFF ^ _NAME)
_STOP_TO_NAME: Final = np.uint8(3)
"""So many bits a stop is above a name."""

_HASH: Final = ~np.uint64(0xFF)
"""What a word is stands in the lowest byte of its number, its code in the eleven bits above."""

_CODE_SHIFT: Final = 8
_TELLING_BITS: Final = 40
"""Above them are the bits of a hash that its code is made of."""
CODE_BITS: Final = 11
_CODE: Final = np.uint64((1 << CODE_BITS) - 1)
_NO_CODE: Final = ~((1 << CODE_BITS + _CODE_SHIFT) - 1)
NAME: Final = 1 << CODE_BITS
FIRST_FIGURE: Final = 1792
"""Figures have numbers of their own, so that a figure is seen to stand where another stood. Two of
256 are equal by chance once in 256 times, two words once in 1792; three in order hardly ever."""

Codes = npt.NDArray[np.uint16]
"""Longer words as numbers: 0-1791 a word, 1792-2047 a figure, and 2048 more for a name."""

_PLAIN: Final = (
    *(("\u2018", "'"), ("\u2019", "'"), ("\u201c", '"'), ("\u201d", '"')),
    ("\xdf", "ss"),  # as it is written in capitals
    *(("\u2013", " - "), ("\u2014", " - "), ("\u2026", "..."), ("\u00a0", " ")),
)
"""Typesetters' marks, so that the same word with another quote beside it is looked up once."""

_MOST_TOKENS: Final = 100_000
"""Tokens whose words are remembered, some 20 MB; then the table begins anew. Two thirds of a text
are some thousand tokens that every text has."""

_LONGEST_TOKEN: Final = 40
"""Longer ones (addresses, sentences without blanks) hardly come again."""

_ALL: Final = (1 << 64) - 1
_POWERS: Final = tuple([pow(_RADIX, n, 1 << 64) for n in range(_LONGEST_TOKEN)])
_MIXED: Final = int(_MIX)
_LATIN_SIZE: Final = 2

_LEAST_SIZE: Final = 10
"""Five Latin letters (four Arabic, two Hangul syllables) are a longer word."""

_LEAST_NAME_SIZE: Final = 4
"""Names count from two letters: Iran is not Iraq."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in its order."""

    numbers: npt.NDArray[np.uint64]
    """45 bits of hash, eleven of code, and in the lowest byte what the word is."""
    flags: npt.NDArray[np.uint8]
    """What each word is; names are no more marked where a sentence begins with them."""

    @property
    def hashes(self) -> npt.NDArray[np.uint64]:
        """The words without what they are: the same for the same word."""
        return self.numbers & _HASH

    @property
    def is_figure(self) -> Flags:
        """The word begins with a digit."""
        figures: Flags = (self.flags & _FIGURE) != 0
        return figures

    @property
    def is_name(self) -> Flags:
        """Begins with a capital although no sentence begins with it."""
        names: Flags = (self.flags & _NAME) != 0
        return names

    def figures(self) -> int:
        """Return how many words are figures."""
        return int(np.count_nonzero(self.flags & _FIGURE))

    def codes(self, most: int) -> tuple[Places, Codes]:
        """Return where the first *most* longer words, names and figures stand, and their codes."""
        places = (self.flags & _TELLING).nonzero()[0][:most]
        codes = (self.numbers[places] >> np.uint64(_CODE_SHIFT) & _CODE).astype(np.uint16)
        codes += (self.flags[places] & _NAME).astype(np.uint16) << (CODE_BITS - 1)
        return places, codes

    def sentence_of(self, places: Places) -> Places:
        """Return the number of the sentence in which each of these words stands."""
        begins = ((self.flags & _STOP) != 0).nonzero()[0] + 1
        return np.searchsorted(begins, places, side="right")


class _Tokens(dict[str, bytes]):
    """The words of each token that was seen. A token's words depend on nothing but the token, so
    what is remembered changes no answer."""

    def __missing__(self, token: str) -> bytes:
        words = _ordinary(token)
        if words is None:
            raise KeyError(token)
        self[token] = words
        return words


_tokens: Final = _Tokens()


def read_words(text: str) -> Words:
    """Return the words of a text, all scripts alike; punctuation and symbols are gaps."""
    if not text.isascii():
        for fancy, plain in _PLAIN:
            text = text.replace(fancy, plain)
    tokens = text.split()
    if len(_tokens) > _MOST_TOKENS:
        _tokens.clear()
    try:
        if len(tokens) > 1:
            read = b"".join(itemgetter(*tokens)(_tokens))  # a fifth faster than map
        else:
            read = b"".join([_tokens[token] for token in tokens])
    except KeyError:
        read = b"".join(map(_learn(tokens).__getitem__, tokens))
    numbers = np.frombuffer(read, np.uint64)
    flags = numbers.astype(np.uint8)
    if int(np.count_nonzero(flags & _UPPER)) * _MOST_CAPITALS > len(numbers):
        flags &= _NO_NAME
    elif len(flags):
        # A capital at the beginning of a sentence marks no name.
        flags[1:] &= ~((flags[:-1] & _STOP) >> _STOP_TO_NAME)
        flags[0] &= _NO_NAME
    return Words(numbers, flags)


def _learn(tokens: list[str]) -> dict[str, bytes]:
    """Return a table with the words of all of these tokens; most of it is remembered."""
    fresh = list(dict.fromkeys([token for token in tokens if token not in _tokens]))
    words = dict(zip(fresh, _words_of(fresh), strict=True))
    short = {token: word for token, word in words.items() if len(token) <= _LONGEST_TOKEN}
    _tokens.update(short)
    if len(short) == len(words):
        return _tokens
    return words | {token: _tokens[token] for token in tokens if token not in words}


_POINT: Final = re.compile(r"(?<=[0-9])[.,:/'](?=[0-9])")
_POINT_SIGN: Final = "\x01"
_ASCII_WORD: Final = re.compile(r"((?<![0-9A-Za-z\x01])-(?=[0-9]))?[0-9A-Za-z\x01]+")
_LATIN: Final = re.compile(r"\W*([^\W\d_]+(?:['\-/.][^\W\d_]+)*)(\W*)")
_AROUND: Final = "\"'()[],.;:!?-/*"
_STOPS: Final = ".!?"
_BETWEEN: Final = re.compile(r"['\-/.]")


def _ordinary(token: str) -> bytes | None:
    """Return the words of a token in ASCII, or of a plain one in Latin letters; None for others.

    A short cut: :func:`_words_of` says the same, and costs more for a single token.
    """
    if len(token) > _LONGEST_TOKEN:
        return None
    core = token.strip(_AROUND)
    if core.isalpha() and (core.isascii() or max(token) < "\u0300"):
        after = token[token.rindex(core) + len(core) :]
        stop = _STOP if after and any(mark in after for mark in _STOPS) else 0
        return _number_of(_folded(core), _kind(core) | stop)
    if token.isascii():
        return _ascii_words(token)
    if max(token) >= "\u0300" or "\xad" in token:
        return None
    match = _LATIN.fullmatch(token)
    if match is None or "_" in token:
        return None
    parts = _BETWEEN.split(match[1])
    if not all(map(str.isalpha, parts)):
        return None  # a superscript is of a word for the expression, and not for us
    stop, last = _STOP if any(mark in match[2] for mark in _STOPS) else 0, len(parts) - 1
    return b"".join(
        [_number_of(_folded(p), _kind(p) | (stop if n == last else 0)) for n, p in enumerate(parts)]
    )


def _ascii_words(token: str) -> bytes:
    token = _POINT.sub(_POINT_SIGN, token.replace(_POINT_SIGN, " "))
    matches = list(_ASCII_WORD.finditer(token))
    ends = [match.start() for match in matches[1:]] + [len(token)]
    found = []
    for match, end in zip(matches, ends, strict=False):
        word = match[0].replace(_POINT_SIGN, ".")
        gap = token[match.end() : end]
        # A point inside a token ends nothing: example.org.
        before_gap = gap if end == len(token) else gap[:-1]
        stops = "!" in gap or "?" in gap or "." in before_gap
        kind = _FIGURE if word[0] in "-0123456789" else _kind(word)
        found.append(_number_of(word.lower(), kind | (_STOP if stops else 0)))
    return b"".join(found)


def _kind(word: str) -> int:
    length = len(word)
    kind = _LONG if length * _LATIN_SIZE >= _LEAST_SIZE else 0
    if word.islower():
        return kind
    if word[0].isupper() and length * _LATIN_SIZE >= _LEAST_NAME_SIZE:
        kind |= _NAME
    capitals = sum(map(str.isupper, word))
    if length > 1 and capitals * _MOST_CAPITALS > length:
        kind |= _UPPER
    return kind


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    table = letters()
    return "".join([chr(int(table[ord(char)]) & FOLDED) for char in word])


def _number_of(word: str, kind: int) -> bytes:
    total: int = sum(map(mul, map(ord, word), _POWERS)) & _ALL
    total ^= total >> 33
    total = total * _MIXED & _ALL
    telling = total >> _TELLING_BITS
    code = (
        FIRST_FIGURE + telling % (NAME - FIRST_FIGURE) if kind & _FIGURE else telling % FIRST_FIGURE
    )
    return (total & _NO_CODE | code << _CODE_SHIFT | kind).to_bytes(8, "little")


def _words_of(tokens: list[str]) -> list[bytes]:
    """Return the words of each token, all cut at once: array arithmetic over the characters."""
    text = "\n".join(tokens)
    chars = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.intp)
    marks = _marks(chars)
    gaps = np.flatnonzero(chars == ord("\n"))
    there = int(np.bitwise_or.reduce(marks, initial=0))
    token_of = np.searchsorted(gaps, np.arange(len(chars)), side="right")
    if there & ASIDE:
        counts = marks & ASIDE == 0
        chars, marks, token_of = chars[counts], marks[counts], token_of[counts]
    if there & FIGURE:
        marks = _with_points(chars, marks)
    inside = (marks & IN_WORD != 0).nonzero()[0]
    if not len(inside):
        return [b""] * len(tokens)

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
    sizes = lengths * (marks_first >> SIZE_SHIFT)
    capitals = np.add.reduceat((marks_inside & CAPITAL != 0).astype(np.intp), starts)
    flags = np.where(marks_first & FIGURE != 0, _FIGURE, 0)
    named = (marks_first & CAPITAL != 0) & (sizes >= _LEAST_NAME_SIZE)
    flags |= np.where(named, _NAME, 0)
    flags |= np.where((capitals * _MOST_CAPITALS > lengths) & (lengths > 1), _UPPER, 0)
    flags |= np.where(sizes >= _LEAST_SIZE, _LONG, 0)
    of = token_of[first]
    ends = _sentence_ends(marks, chars)
    ended = np.searchsorted(first, ends) - 1
    own = (ended >= 0) & (of[ended] == token_of[ends])
    flags[ended[own]] |= _STOP
    telling = hashes >> np.uint64(_TELLING_BITS)
    codes = telling % np.uint64(FIRST_FIGURE)
    figures = (flags & _FIGURE) != 0
    codes[figures] = FIRST_FIGURE + telling[figures] % np.uint64(NAME - FIRST_FIGURE)
    numbers = hashes & np.uint64(_NO_CODE & _ALL) | codes << np.uint64(_CODE_SHIFT)
    numbers |= flags.astype(np.uint64)
    packed = numbers.tobytes()
    cuts = (np.searchsorted(of, np.arange(len(tokens) + 1)) * 8).tolist()
    return [packed[start:end] for start, end in pairwise(cuts)]


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


def _sentence_ends(marks: _Marks, chars: Places) -> Places:
    """Return where sentences end by a mark of their own, among the characters."""
    ends = ((marks & (STOP | OPEN_STOP) != 0) & (chars != ord("\n"))).nonzero()[0]
    after = marks[np.minimum(ends + 1, len(marks) - 1)]
    sure: Places = ends[(marks[ends] & STOP != 0) | (after & IN_WORD == 0)]
    return sure
