"""A text as a row of letters.

Compiled where a compiler is there (``row.pxd``): so letters are compared one by one, and as
``kind in b"vb"``; see ``grammar`` for what they mean.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.quotes.marks import Marked
from pipeline.words.reading import Words

__all__ = ["Place", "Row", "end_of", "first_of", "place"]

_DIALOGUE: Final = frozenset("—–-―−‒")

_OPENS, _CLOSES = 1, 2
"""What :attr:`Row.edges` says of a word."""

Place = int
"""Some words in one number, so that none is made for the many that are looked at and left: see
:func:`place`. 0 is no place."""


def place(first: int, end: int) -> Place:
    """Return words by the first, and the one behind the last."""
    return first << 32 | end


def first_of(words: Place) -> int:
    """Return the first word of a place."""
    return words >> 32


def end_of(words: Place) -> int:
    """Return the word behind the last one of a place."""
    return words & 0xFFFFFFFF


class Row:
    """A text's words as letters (see ``grammar``), with its marks and its sentences."""

    __slots__ = (
        "between", "count", "cues", "edges", "edges_kept", "ends", "english", "gaps", "german",
        "kinds", "language", "letters", "marks", "romance", "sentences", "starts", "text", "words",
    )  # fmt: skip

    def __init__(
        self,
        language: str,
        words: Words,
        letters: bytes,
        between: bytes,
        sentences: list[int],
        cues: list[int],
        marks: list[Marked],
    ) -> None:
        self.language, self.words, self.text = language, words, words.text
        self.english, self.german = language == "en", language == "de"
        self.romance = language in ("fr", "es")
        self.starts: memoryview[int]
        """Where each word begins in the text ..."""
        self.ends: memoryview[int]
        """... and where it ends."""
        self.count = len(letters) - 1
        self.letters = self.kinds = letters
        """The letter of each word, and 0 behind the last."""
        self.between = self.gaps = between
        """The letter of what stands before each word, and behind the last."""
        self.sentences = sentences
        """The word that each sentence begins with, and the number of all words."""
        self.cues = cues
        """Words that may report something."""
        self.marks = marks
        edges = bytearray(self.count + 1)
        for mark in marks:
            edges[mark.first] |= _OPENS
            edges[mark.last] |= _CLOSES
        self.edges = self.edges_kept = bytes(edges)
        """Where marks open before a word, and close behind it."""

    def closes(self, last: int) -> bool:
        """Tell whether marks close behind a word."""
        return self.edges[last] & _CLOSES != 0

    def opening(self, first: int) -> Marked | None:
        """Return the marks that open before a word."""
        return self._mark(first) if self.edges[first] & _OPENS else None

    def closing(self, last: int) -> Marked | None:
        """Return the marks that close behind a word."""
        return self._mark(last) if self.edges[last] & _CLOSES else None

    def _mark(self, word: int) -> Marked:
        """Return the last marks that open at a word or before it."""
        marks = self.marks
        low, high = 0, len(marks)
        while high - low > 1:
            middle = (low + high) // 2
            mark = marks[middle]
            if mark.first <= word:
                low = middle
            else:
                high = middle
        found: Marked = marks[low]
        return found

    def word(self, at: int) -> str:
        """Return a word as it stands."""
        return self.text[self.starts[at] : self.ends[at]]

    def kind_in(self, letter: int, first: int, end: int) -> int:
        """Return the first of some words that has a letter, or -1."""
        kinds = self.kinds
        for at in range(first, end):
            if kinds[at] == letter:
                return at
        return -1

    def last_kind_in(self, letter: int, first: int, end: int) -> int:
        """Return the last of some words that has a letter, or -1."""
        kinds = self.kinds
        at = end - 1
        while at >= first:
            if kinds[at] == letter:
                return at
            at -= 1
        return -1

    def gap_in(self, letter: int, first: int, end: int) -> int:
        """Return the first of some words before which a sign stands, or -1."""
        gaps = self.gaps
        for at in range(first, end):
            if gaps[at] == letter:
                return at
        return -1

    def last_gap_in(self, letter: int, first: int, end: int) -> int:
        """Return the last of some words before which a sign stands, or -1."""
        gaps = self.gaps
        at = end - 1
        while at >= first:
            if gaps[at] == letter:
                return at
            at -= 1
        return -1

    def has_finite(self, first: int, end: int) -> bool:
        """Tell whether some words have an auxiliary or a verb in the subjunctive."""
        kinds = self.kinds
        for at in range(first, end):  # noqa: SIM110 - a generator is no loop in C
            if kinds[at] in b"vbj":
                return True
        return False

    def begins_with_dash(self, first: int) -> bool:
        """Tell whether a paragraph begins with a dash before its first word: somebody speaks."""
        if self.gaps[first] not in b"P":
            return False
        start = self.starts[first]
        return self.text[max(0, start - 3) : start].rpartition("\n")[2].strip() in _DIALOGUE

    def char_before(self, first: int, last: int) -> int:
        """Return where words begin in the text, with the mark or sign that belongs to them."""
        start = self.starts[first]
        mark = self.opening(first)
        if mark is not None and mark.last <= last:
            return mark.outer_start
        return start - 1 if start and self.text[start - 1] in "$€£¥#@¿¡" else start

    def char_behind(self, first: int, last: int, start: int) -> int:
        """Return where words end in the text, with the mark or sign that belongs to them."""
        text, end = self.text, self.ends[last]
        mark = self.closing(last)
        if mark is not None and mark.first >= first:
            return mark.outer_end
        if end < len(text) and text[end] in "%°)" and (text[end] != ")" or "(" in text[start:end]):
            return end + 1
        return end
