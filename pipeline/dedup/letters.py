"""What each character is to a comparison of texts: part of a word, a figure, a mark, or a gap.

One table a question, for the 65,536 characters of the basic plane; so a text of any script is
cut into words by a few array look-ups, in time linear in its length whatever it holds.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

__all__ = ["ASIDE", "FIGURE", "GAP", "LETTER", "POINTS", "SIGNS", "UNSPACED", "Letters", "letters"]

GAP, LETTER, FIGURE, UNSPACED, ASIDE = range(5)
"""Between words; in a word; a digit; a script without blanks; a mark that does not count."""

_UNSPACED_RANGES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),  # half-width kana
)
_SYLLABLE_RANGES = ((0x1200, 0x139F), (0xAC00, 0xD7AF))  # Ethiopic, Hangul
_SHORT_WORD_RANGES = ((0x0590, 0x08FF), (0x0900, 0x0DFF), (0xFB1D, 0xFEFF))
"""Hebrew and Arabic write few vowels, Indic scripts make them marks: words have fewer letters."""

POINTS = frozenset(map(ord, ".,:/'\u2019\u066b\u066c"))
"""Between two digits these belong to the figure; which of them it is does not count: agencies write
1,479.4 and 1.479,4."""

SIGNS = frozenset(map(ord, "-\u2212"))
"""Before a figure and after a gap: minus."""

_FULL_STOPS = "!?…。！？।॥؟۔።\n\r"
_OPEN_STOP = "."
"""Ends a sentence only before a gap: not in 3.5 and not in example.org."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The tables; each is indexed by a character's number, and 0xFFFF stands for all others."""

    kind: npt.NDArray[np.uint8]
    folded: npt.NDArray[np.int64]
    """The plain small letter: without case and accents, digits as 0-9; 0 for what does not count.
    Copies differ in these: a seven-bit wire loses accents, a headline line has capitals."""
    capital: npt.NDArray[np.bool_]
    size: npt.NDArray[np.int64]
    """How much of a word the letter is: a syllable sign is more than a letter."""
    stop: npt.NDArray[np.uint8]
    """1 ends a sentence, 2 ends it before a gap."""
    cut: npt.NDArray[np.bool_]
    """Where a script without blanks is cut: before every third or so of its characters, chosen by
    number, so that the same passage is cut alike wherever it stands."""


@cache
def letters() -> Letters:
    """Return the tables, made once a process (some 0.1 s)."""
    kind = np.zeros(0x10000, np.uint8)
    folded = np.zeros(0x10000, np.int64)
    capital = np.zeros(0x10000, np.bool_)
    size = np.zeros(0x10000, np.int64)
    for number in range(0xFFFF):
        char = chr(number)
        category = unicodedata.category(char)
        if category[0] == "L" or category in ("Mc", "Nl"):
            kind[number] = LETTER
        elif category == "Nd":
            kind[number] = FIGURE
        elif category in ("Mn", "Me"):
            kind[number] = ASIDE if unicodedata.combining(char) or category == "Me" else LETTER
        elif category == "Cf" and not 0x200E <= number <= 0x202E:
            kind[number] = ASIDE  # soft hyphen, joiners
        if kind[number] == FIGURE:
            folded[number] = ord("0") + unicodedata.digit(char)
            size[number] = 1
        elif kind[number] == LETTER:
            plain = unicodedata.normalize("NFKD", char)[0].lower()
            folded[number] = ord(plain[0])
            capital[number] = category in ("Lu", "Lt")
            size[number] = 2
    for least, most in _UNSPACED_RANGES:
        chars = slice(least, most + 1)
        kind[chars] = np.where(kind[chars] == LETTER, UNSPACED, kind[chars])
    for ranges, worth in ((_SYLLABLE_RANGES, 5), (_SHORT_WORD_RANGES, 3)):
        for least, most in ranges:
            chars = slice(least, most + 1)
            size[chars] = np.where(kind[chars] == LETTER, worth, size[chars])
    size[kind == UNSPACED] = 10
    stop = np.zeros(0x10000, np.uint8)
    stop[[ord(char) for char in _FULL_STOPS]] = 1
    stop[ord(_OPEN_STOP)] = 2
    marks = [n for n in range(0x0E00, 0x1800) if unicodedata.category(chr(n))[0] == "M"]
    numbers = np.arange(0x10000, dtype=np.uint32)
    cut = (numbers * np.uint32(2654435761) >> np.uint32(16)) % np.uint32(3) == 0
    cut &= kind == UNSPACED
    cut[marks] = False  # a vowel sign belongs to the letter before it
    return Letters(kind, folded, capital, size, stop, cut)
