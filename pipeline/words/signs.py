"""What a word looks like, and what stands between two words: one bit each."""

from __future__ import annotations

from typing import Final

__all__ = ["GAPS", "UNSPACED", "gap_of", "is_unspaced", "shape_of"]

# What a word looks like.
CAPITAL: Final = 1 << 0
"""Its first letter is a capital."""
UPPER: Final = 1 << 1
"""A letter after the first is a capital."""
LOWER: Final = 1 << 2
"""Some letter is small."""
DIGIT: Final = 1 << 3
"""Some character is a digit."""
LETTER: Final = 1 << 4
"""Some character is a letter."""
ONE: Final = 1 << 5
"""It is one character."""
FOREIGN: Final = 1 << 6
"""Some letter is not of the Latin script."""

# What stands before a word.
BLANK: Final = 1 << 0
LINE: Final = 1 << 1
"""A line ends; also at the beginning of the text and at its end."""
PARAGRAPH: Final = 1 << 2
"""Two lines end; also at the beginning of the text and at its end."""
POINT: Final = 1 << 3
COMMA: Final = 1 << 4
COLON: Final = 1 << 5
"""Also a semicolon."""
END: Final = 1 << 6
"""A question or exclamation mark, or another script's full stop."""
QUOTE: Final = 1 << 7
"""Any mark of quotation but a single apostrophe."""
APOSTROPHE: Final = 1 << 8
HYPHEN: Final = 1 << 9
DASH: Final = 1 << 10
OPENING: Final = 1 << 11
"""A bracket opens."""
CLOSING: Final = 1 << 12
SLASH: Final = 1 << 13
MONEY: Final = 1 << 14
"""A sign of a currency."""
PERCENT: Final = 1 << 15
OTHER: Final = 1 << 16

_EDGE: Final = LINE | PARAGRAPH

GAPS: Final = {
    **dict.fromkeys(
        " \t\v\f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008", BLANK
    ),
    **dict.fromkeys("\u2009\u200a\u200b\u202f\u205f\u3000\ufeff", BLANK),
    **dict.fromkeys("\n\r\x85\u2028\u2029", LINE),
    **dict.fromkeys(".…", POINT),
    **dict.fromkeys(",،、，", COMMA),
    **dict.fromkeys(":;؛：；", COLON),
    **dict.fromkeys("?!؟。！？।॥።", END),
    **dict.fromkeys('"“”„‟«»‹›「」『』《》〈〉＂', QUOTE),
    **dict.fromkeys("'’‘‚‛`´ʼ", APOSTROPHE),
    **dict.fromkeys("-‐‑\xad", HYPHEN),
    **dict.fromkeys("–—―−‒", DASH),
    **dict.fromkeys("([{（［【", OPENING),
    **dict.fromkeys(")]}）］】", CLOSING),
    **dict.fromkeys("/\\|", SLASH),
    **dict.fromkeys("$€£¥₹₽₩₪₴₺₫¢₦₱฿", MONEY),
    **dict.fromkeys("%‰٪％", PERCENT),
}
"""Each character that stands between words; every other one is ``OTHER``."""

UNSPACED: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
"""The scripts that set no blanks: each of their characters is a word of its own."""


def is_unspaced(code: int) -> bool:
    """Tell whether a character is of a script that sets no blanks."""
    return code >= 0x0E00 and any(first <= code <= last for first, last in UNSPACED)


def gap_of(between: str, edge: bool = False) -> int:
    """Return the bits of what stands between two words.

    >>> gap_of(". ") == POINT | BLANK
    True
    """
    gap, lines = (_EDGE if edge else 0), 0
    for character in between.replace("\r\n", "\n"):
        sign = GAPS.get(character, OTHER)
        gap |= sign
        lines += sign == LINE
    return gap | (PARAGRAPH if lines > 1 else 0)


def shape_of(word: str) -> int:
    """Return the bits of what a word looks like.

    >>> shape_of("McDonald") == CAPITAL | UPPER | LOWER | LETTER
    True
    """
    shape = ONE if len(word) == 1 else 0
    for number, character in enumerate(word):
        if character.isalpha():
            shape |= LETTER if ord(character) < 0x250 else LETTER | FOREIGN
            if character.islower():
                shape |= LOWER
            elif character.isupper() or character.istitle():
                shape |= UPPER if number else CAPITAL
        elif character.isdigit():
            shape |= DIGIT
    return shape
