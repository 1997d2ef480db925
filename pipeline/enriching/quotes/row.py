"""A text as a row of letters, cut into sentences.

Compiled where a compiler is there (``row.pxd``): so letters are compared one by one, and as
``kind in b"vb"``; see ``grammar`` for what they mean.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.quotes.grammar import CUES, GAPS, Speech
from pipeline.enriching.quotes.marks import Marked, marked
from pipeline.words.reading import Words

try:
    from pipeline.enriching.quotes.scan import scan
except ImportError:  # built without a compiler: the same results, later
    from pipeline.enriching.quotes.scan_by_python import scan

__all__ = ["Place", "Row", "end_of", "first_of", "place", "row_of"]

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

    def adjuncts(self, first: int, end: int, a_day: bool) -> int:
        """Return where adverbials end that begin at a word: on Thursday, to reporters in Paris.

        *a_day* takes "der Montag" and "le lundi" along.
        """
        kinds = self.kinds
        at = first
        while at < end:
            then = at + 1
            if kinds[at] in b"ny":
                pass
            elif kinds[at] in b"0":
                if then < end and kinds[then] in b"y":
                    then += 1
            elif kinds[at] in b"d":
                if not a_day or then >= end or kinds[then] not in b"y":
                    break
                then += 1
            elif kinds[at] in b"r":
                if then < end and kinds[then] in b"y0":
                    while then < end and kinds[then] in b"y0":
                        then += 1
                else:
                    if then < end and kinds[then] in b"df":
                        then += 1
                    noun = then
                    while then < end and then - noun < 3 and kinds[then] in b"lNEFGHZz":
                        then += 1
                    if then == noun:
                        break
                    then = self._of_it(then, end)
            else:
                break
            at = then
        return at

    def _of_it(self, at: int, end: int) -> int:
        """Return where "of the town" ends that begins at a word; the word itself if none does."""
        kinds = self.kinds
        then = at
        if then < end and kinds[then] in b"f":
            then += 1
            if then < end and kinds[then] in b"df":
                then += 1
            noun = then
            while then < end and then - noun < 3 and kinds[then] in b"lNz":
                then += 1
            if then > noun:
                return then
        return at

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


def row_of(words: Words, speech: Speech, at: int) -> Row | None:
    """Return a text as a row, to be read from a character on.

    A sentence ends nowhere within quotation marks. None where there is neither a mark nor a word
    that reports something.
    """
    kinds, gaps, sentences, cues, marked_gaps = scan(speech.table, words, GAPS, CUES, at)
    if not cues and not marked_gaps:
        return None
    starts, ends = words.starts.data, words.ends.data
    marks = marked(words.text, starts, ends, marked_gaps, gaps) if marked_gaps else []
    if marks:
        sentences = _without(sentences, marks)
    sentences.append(len(kinds) - 1)
    row = Row(speech.language, words, kinds, gaps, sentences, cues, marks)
    row.starts, row.ends = starts, ends
    return row


def _without(sentences: list[int], marks: list[Marked]) -> list[int]:
    """Return the beginnings of sentences that do not stand within quotation marks."""
    kept: list[int] = []
    at = 0
    for first in sentences:
        while at < len(marks):
            mark = marks[at]
            if mark.last >= first:
                break
            at += 1
        if at == len(marks):
            kept.append(first)
            continue
        mark = marks[at]
        if mark.first >= first:
            kept.append(first)
    return kept
