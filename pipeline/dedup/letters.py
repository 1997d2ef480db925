"""What each character is to a comparison of texts: part of a word, a figure, a mark, or a gap.

One table for the 65,536 characters of the basic plane: so a text of any script is cut into words
by one look-up a character, in time linear in its length whatever it holds.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = [
    "ASIDE",
    "BETWEEN_PARTS",
    "BLANK",
    "CAPITAL",
    "CUT",
    "FIGURE",
    "FOLDED",
    "IN_WORD",
    "LETTER",
    "OF_RARE_HAN",
    "OPEN_STOP",
    "POINT",
    "RARE_HAN",
    "SIGN",
    "SIZE",
    "SIZE_SHIFT",
    "STOP",
    "UNSPACED",
    "letters",
]

FOLDED: Final = 0xFFFF
"""The plain small letter: without case and accents, digits as 0-9. Copies differ in these: a
seven-bit wire loses accents, a headline has capitals."""
LETTER: Final = 1 << 16
FIGURE: Final = 1 << 17
UNSPACED: Final = 1 << 18
"""A letter of a script that sets no blanks."""
ASIDE: Final = 1 << 19
"""A mark that does not count: an accent of its own, a soft hyphen, an Arabic stretch."""
CAPITAL: Final = 1 << 20
CUT: Final = 1 << 21
"""Where a script without blanks is cut: before every third or so of its letters, chosen by number,
so that the same passage is cut alike wherever it stands."""
STOP: Final = 1 << 22
"""Ends a sentence."""
OPEN_STOP: Final = 1 << 23
"""Ends a sentence before a gap: not in 3.5 and not in example.org."""
SIZE_SHIFT: Final = 24
SIZE: Final = 15
"""How much of a word the letter is, in four bits: a syllable sign is more than a letter."""
POINT: Final = 1 << 28
"""Between two digits it belongs to the figure; which of them it is does not count: agencies write
1,479.4 and 1.479,4."""
SIGN: Final = 1 << 29
"""Before a figure and after a gap: minus."""
BLANK: Final = 1 << 30
"""Between groups of three digits it belongs to the figure: 1 479."""
IN_WORD: Final = LETTER | FIGURE | UNSPACED

BETWEEN_PARTS: Final = "\u2029"
"""What is set between two blocks of a text: it ends a sentence. A line's end alone does not: old
wires break lines anywhere."""

RARE_HAN: Final = (0x20000, 0x32000)

_POINTS: Final = ".,:/'\u2019\u066b\u066c"
_SIGNS: Final = "-\u2212"
_BLANKS: Final = " \u00a0\u2007\u2009\u202f"
_STOPS: Final = "!?…。！？।॥؟۔。" + BETWEEN_PARTS
_SAME: Final = dict(zip("øæœłđðıħŧςىةکیz", "oaolddihtσيهكيs", strict=True))
"""Letters that Unicode does not take apart and agencies write in two ways, by what they become: of
organize and organise, of a capital sigma, of a final ya."""
_SHARP_S: Final = "ß"
_HAN_FIGURES: Final = dict(
    zip("〇零一二三四五六七八九两兩十百千万萬亿億", "0012345678922十百千万万亿亿", strict=True)
)
"""Chinese and Japanese figures, each of which counts wherever it stands: nothing parts words,
and twelve dead are not fourteen, though no sign around them differs."""
_UNSPACED_RANGES: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),  # half-width kana
)
_SIZES: Final = (
    (0x0590, 0x08FF, 3),  # Hebrew and Arabic write few vowels,
    (0x0900, 0x0DFF, 3),  # Indic scripts make them marks: words have fewer letters
    (0x1200, 0x139F, 5),  # Ethiopic syllables
    (0xAC00, 0xD7AF, 5),  # Hangul syllables
    (0xFB1D, 0xFEFF, 3),
)
_LETTER_SIZE: Final = 2
_UNSPACED_SIZE: Final = 10

OF_RARE_HAN: Final = UNSPACED | _UNSPACED_SIZE << SIZE_SHIFT
"""What a rare Chinese sign is, besides itself."""


@cache
def letters() -> npt.NDArray[np.int32]:
    """Return the table, made once a process (some 0.1 s); 0xFFFF stands for all other planes."""
    table = np.zeros(0x10000, np.int32)
    for number in range(0xFFFF):
        char = chr(number)
        category = unicodedata.category(char)
        if category == "Nd":
            table[number] = FIGURE | 1 << SIZE_SHIFT | ord("0") + unicodedata.digit(char)
        elif category == "Me" or (category == "Mn" and unicodedata.combining(char)):
            table[number] = ASIDE
        elif category == "Cf" and not 0x200E <= number <= 0x202E:
            table[number] = ASIDE  # joiners, soft hyphen; but not the marks of direction
        elif category[0] in "LM" or category == "Nl":
            plain = unicodedata.normalize("NFKD", char)[0].lower()[0]
            plain = _SAME.get(plain, plain)
            capital = CAPITAL if category in ("Lu", "Lt") else 0
            table[number] = LETTER | capital | _size(number) << SIZE_SHIFT | ord(plain)
    for char, digit in _HAN_FIGURES.items():
        # written out, as a capital is: what counts digits leaves it out
        table[ord(char)] = FIGURE | CAPITAL | 1 << SIZE_SHIFT | ord(digit)
    table[ord(_SHARP_S)] = LETTER | 2 * _LETTER_SIZE << SIZE_SHIFT | ord("s")
    table[ord("\u0640")] = ASIDE
    for least, most in _UNSPACED_RANGES:
        chars = np.arange(least, most + 1)
        chars = chars[table[chars] & LETTER != 0]
        mixed = chars.astype(np.uint32) * np.uint32(2654435761) >> np.uint32(16)
        cut = np.where(mixed % 3 == 0, CUT, 0)
        # a vowel sign belongs to the letter before it
        cut[[unicodedata.category(chr(n))[0] == "M" for n in chars.tolist()]] = 0
        size = _UNSPACED_SIZE << SIZE_SHIFT
        table[chars] = UNSPACED | cut | size | table[chars] & FOLDED
    for marks, bit in ((_STOPS, STOP), (".", OPEN_STOP), (_POINTS, POINT), (_SIGNS, SIGN)):
        table[[ord(char) for char in marks]] |= bit
    table[[ord(char) for char in _BLANKS]] |= BLANK
    return table


def _size(number: int) -> int:
    for least, most, size in _SIZES:
        if least <= number <= most:
            return size
    return _LETTER_SIZE
