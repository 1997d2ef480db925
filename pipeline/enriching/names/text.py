# cython: boundscheck=False, wraparound=False
"""A text and its words, as the finders of names read them: word by word, by numbers."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from pipeline.words.numbers import LOW, PRIME, START, joined, spread
from pipeline.words.reading import Numbers, Words, number_of

__all__ = ["Text", "numbers", "small"]

_START: Final = START
_PRIME: Final = PRIME
_LOW: Final = LOW

_LETTERS: Final = 1 | 2 | 4
"""A capital, a capital within, a small letter: the bits of ``pipeline.words.signs``."""
_SMALL: Final = 4
_ASCII: Final = 128


class Text:
    """A text and its words."""

    __slots__ = ("cased", "count", "ends", "gaps", "plain", "shapes", "size", "starts", "text")

    def __init__(self, words: Words, plain: Numbers) -> None:
        """*plain* are the numbers by which words are compared: those of small letters, mostly.

        The text gets two line ends more, so that what follows its last word can be asked.
        """
        self.text = words.text + "\n\n"
        self.size = len(words.text)
        self.count = len(words.starts)
        self.starts, self.ends = words.starts.data, words.ends.data
        self.cased, self.plain = words.cased.data, plain.data
        self.shapes, self.gaps = words.shapes.data, words.gaps.data

    def word_at(self, at: int) -> int:
        """Return the number of the first word that ends behind a character."""
        return bisect_left(self.ends, at + 1)

    def is_small(self, first: int, last: int) -> bool:
        """Tell whether some words are in small letters only."""
        bits = 0
        for n in range(first, last + 1):
            bits |= self.shapes[n]
        return bits & _LETTERS == _SMALL

    def is_loud(self, first: int, last: int) -> bool:
        """Tell whether some words are in capitals only."""
        bits = 0
        for n in range(first, last + 1):
            bits |= self.shapes[n]
        return bits & _SMALL == 0 and bits & _LETTERS != 0

    def joined(self, first: int, last: int) -> int:
        """Return the number of several words in a row, in small letters."""
        number = self.plain[first]
        for n in range(first + 1, last + 1):
            number = joined(number, self.plain[n])
        return number

    def number(self, start: int, end: int) -> int:
        """Return the number of some letters as they stand."""
        number = _START
        for at in range(start, end):
            number = ((number ^ ord(self.text[at])) * _PRIME) & _LOW
        return spread(number)

    def small_number(self, start: int, end: int) -> int:
        """Return the number of some letters in small letters."""
        number = _START
        for at in range(start, end):
            number = ((number ^ small(ord(self.text[at]))) * _PRIME) & _LOW
        return spread(number)

    def number_of_initials(self, first: int, last: int, left_out: frozenset[int]) -> int:
        """Return the number of a word of the first letters of words; 0 if it has only one.

        The words *left_out*, numbers too, are passed over.
        """
        number, letters = _START, 0
        for n in range(first, last + 1):
            if not left_out or self.plain[n] not in left_out:
                number = ((number ^ self.initial(n)) * _PRIME) & _LOW
                letters += 1
        return spread(number) if letters > 1 else 0

    def initial(self, n: int) -> int:
        """Return a word's first letter in small letters, as a code."""
        return small(ord(self.text[self.starts[n]]))


def numbers(words: str) -> frozenset[int]:
    """Return the numbers of some words, as they stand."""
    return frozenset([number_of(word) for word in words.split()])


def small(code: int) -> int:
    """Return a letter as a small one, both as codes; of what is two letters then, the first."""
    if code < _ASCII:
        return code + 32 if 65 <= code <= 90 else code
    return ord(chr(code).lower()[0])
