"""Some words of a text, around what may be a figure."""

from __future__ import annotations

from typing import Final

from pipeline.words.reading import Words
from pipeline.words.signs import BLANK, END, LINE, PARAGRAPH, POINT

__all__ = ["Window"]

_BLANKS: Final = BLANK | LINE
_BREAK: Final = PARAGRAPH | END
_SHORT: Final = frozenset({"mrd", "mio", "mill", "mr", "mrs", "dr", "st", "us", "ca", "mln", "mds"})
"""A point behind these, or behind one letter, ends no sentence."""

_MONTHS: Final = frozenset(
    "januar jänner februar märz april mai juni juli august september oktober november "
    "dezember".split()
)
"""A point between a day and one of these makes an ordinal: ``12. August``."""


class Window:
    """Some words of a text around what may be a figure, in small letters, one by one."""

    def __init__(self, words: Words, low: int, high: int) -> None:
        """The words from *low* to before *high*."""
        self.low, self.text = low, words.text
        self.starts, self.ends = words.starts[low:high].data, words.ends[low:high].data
        self.gaps = words.gaps[low : high + 1].data
        self.words: list[str] = []
        for at in range(high - low):
            self.words.append(self.text[self.starts[at] : self.ends[at]].lower())

    def is_end(self, at: int) -> bool:
        """Tell whether a sentence ends before a word."""
        gap = self.gaps[at]
        if gap & _BREAK:
            return True
        if not gap & POINT or not gap & _BLANKS:
            return False
        before = self.words[at - 1] if at else ""
        if before.isdigit() and at < len(self.words) and self.words[at] in _MONTHS:
            return False
        return not (len(before) == 1 and before.isalpha()) and before not in _SHORT

    def has(self, first: int, end: int, which: frozenset[str]) -> bool:
        """Tell whether one of these words stands from a word on, before the word *end*."""
        for at in range(max(0, first), min(end, len(self.words))):
            if self.words[at] in which:
                return True
        return False

    def stops(self, at: int, signs: int) -> bool:
        """Tell whether a sentence ends before a word, or one of these signs stands there."""
        return self.gaps[at] & signs != 0 or self.is_end(at)
