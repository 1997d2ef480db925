"""A text as a row of letters, cut into sentences, and the subject beside a reporting verb."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final

from pipeline.enriching.quote_grammar import CUES, GAPS, Speech
from pipeline.enriching.quote_marks import Marked, marked
from pipeline.words import signs
from pipeline.words.reading import Words

try:
    from pipeline.enriching.quote_scan import scan
except ImportError:  # built without a compiler: the same results, later
    from pipeline.enriching.quote_scan_python import scan

__all__ = ["Row", "row_of"]

_BLANK, _COMMA, _COLON, _DASH, _BRACKET = b" ,:-("
_N, _D, _P, _W, _AND, _R, _Y, _L = b"Ndpw&ryl"

_HELP: Final = b"vbny"
"""Auxiliaries and adverbs between a subject and its verb: "has repeatedly said"."""
_NO_SUBJECT: Final = frozenset(b"+?kejSOQTUCsoqtucAx")
"""What a subject does not go on across."""
_ENDS_BEHIND: Final = frozenset(b"r+?wkevbjySOQTUCsoqtucAix")
_NOT_LAST: Final = frozenset(b"drf&")
_NOMINAL: Final = re.compile(rb"[NlpZEFGHz0y]")
_GENITIVE: Final = frozenset({"der", "des"})
"""The Sprecher *der* Polizei; another article begins another thing."""
_MOST_SUBJECT: Final = 16
_MOST_APPOSITION: Final = 14
"""Words; behind longer ones stands another clause. Guesses."""


Place = tuple[int, int]
"""Words: the first, and the one behind the last."""


@dataclass(slots=True, eq=False)
class Row:
    """A text's words as letters (see ``quote_grammar``), with its marks and its sentences."""

    language: str
    words: Words
    kinds: bytes
    gaps: bytes
    cues: list[int]
    """Words that may report something."""
    marks: list[Marked]
    opening: dict[int, Marked]
    """The marks by the word that they open at ..."""
    closing: dict[int, Marked]
    """... and by the last word in them."""
    sentences: list[int]
    """The word that each sentence begins with, and the number of all words."""

    def subject_before(self, low: int, cue: int) -> Place | None:
        """Return the subject before a verb, not before the word *low*; with its apposition."""
        kinds, gaps = self.kinds, self.gaps
        end = cue
        while end > low and gaps[end] == _BLANK:
            if kinds[end - 1] not in _HELP and not self.is_adverb(end - 1):
                break
            end -= 1
        if end <= low or end - 1 in self.closing:
            return None
        gap = gaps[end]
        if gap in (_COMMA, _BRACKET, _DASH):
            # "Tarvo, the mayor, said": the subject stands before what is between the commas
            comma = gaps.rfind(gap, max(low + 1, end - _MOST_APPOSITION), end)
            if comma < 0 or kinds[comma] in b"jvb":
                return None
            first = self.chunk(low, comma)
            if first >= comma:
                return None
            return first, comma if gap == _BRACKET else end
        if gap != _BLANK and end == cue:
            return None
        first = self.chunk(low, end)
        if first == end - 1 and kinds[first] == _W and first > low and gaps[first] == _COMMA:
            end, first = first, self.chunk(low, first)  # Tarvo, who said
        while first < end and kinds[first] in b"k&n":
            first += 1
        while end > first + 1 and kinds[end - 1] in b"y0":
            end -= 1
        if end > first + 1 and kinds[end - 1] == _R:
            end -= 1  # the ministry on Thursday said
        if first >= end or kinds[end - 1] in _NOT_LAST or end - first > _MOST_SUBJECT:
            return None
        return (first, end) if _NOMINAL.search(kinds, first, end) else None

    def is_adverb(self, at: int) -> bool:
        """Tell whether an English word that is not known ends as adverbs do: heavily criticised."""
        if self.kinds[at] != _L or self.language != "en":
            return False
        end = self.words.ends.item(at)
        return self.words.text.endswith("ly", end - 2, end)

    def chunk(self, low: int, end: int) -> int:
        """Return where the words begin that stand together before *end*."""
        kinds, gaps = self.kinds, self.gaps
        first = end
        while first > low:
            if first < end and gaps[first] != _BLANK:
                break
            kind = kinds[first - 1]
            if kind in _NO_SUBJECT or first - 1 in self.closing:
                break
            if kind in b"vb":
                who = kinds.rfind(b"w", max(low, first - 12), first)
                if who <= low:
                    break
                first = who  # the man who was arrested said
                continue
            if kind == _AND and not (
                first - 2 >= low
                and kinds[first - 2] == _N
                and first < end
                and kinds[first] in b"Nd"
            ):
                break
            first -= 1
            if kind == _P:
                break
        return first

    def subject_behind(self, cue: int, high: int) -> Place | None:
        """Return the subject behind a verb: said Tarvo; a déclaré lundi le ministre."""
        kinds, gaps = self.kinds, self.gaps
        first = cue + 1
        while first < high and gaps[first] == _BLANK:
            if kinds[first] in b"nyv":
                first += 1
            elif kinds[first] == _D and first + 1 < high and kinds[first + 1] == _Y:
                first += 2  # señaló el martes el ministro
            else:
                break
        if self.language in ("fr", "es") and first + 2 < high and kinds[first] == _R:
            first += 3 if kinds[first + 1] == _D else 2  # a indiqué à l'AFP le ministre
        if first >= high or (gaps[first] != _BLANK):
            return None
        end = self.noun_phrase(first, high)
        if end == first or kinds[end - 1] in b"df&":
            return None
        if kinds[first] == _D:
            end = self.named_behind(end, high) or end
        return first, end

    def named_behind(self, end: int, high: int) -> int | None:
        """Return where the name ends that stands beside a noun: said the mayor, Jana Tarvo."""
        kinds, gaps = self.kinds, self.gaps
        if end >= high or gaps[end] != _COMMA or kinds[end] not in b"Nz":
            return None
        named = self.noun_phrase(end, high)
        alone = named == high or gaps[named] != _BLANK or kinds[named] == _R
        return named if alone and b"d" not in kinds[end:named] else None

    def noun_phrase(self, first: int, high: int) -> int:
        """Return where the words end that stand together from *first*."""
        kinds, gaps = self.kinds, self.gaps
        if first < high and kinds[first] == _P:
            return first + 1
        end = first
        german = self.language == "de"
        high = min(high, first + _MOST_SUBJECT)
        while end < high:
            kind = kinds[end]
            if end > first and gaps[end] != _BLANK:
                break
            if kind in _ENDS_BEHIND:
                break
            if end > first:
                if kind == _AND and not (end + 1 < high and kinds[end + 1] in b"Nd"):
                    break
                if german and kinds[end - 1] == _N and kind in b"lnd0":
                    genitive = kind == _D and self.words.word(end) in _GENITIVE
                    genitive = genitive and kinds[first] != _N  # sagte Tarvo der Zeitung
                    if not genitive:
                        break
            end += 1
        return end

    def owner(self, low: int, noun: int) -> Place | None:
        """Return who has a claim or a belief: Tarvo's claim."""
        for at in range(noun - 1, max(low, noun - 4), -1):
            if self.words.word(at) == "s":
                first = at
                while first > low and self.kinds[first - 1] in b"Nzd":
                    first -= 1
                return (first, at) if first < at else None
        return None

    def begins_with_dash(self, first: int) -> bool:
        """Tell whether a paragraph begins with a dash before its first word: somebody speaks."""
        if self.gaps[first] != _P_GAP or not self.words.gaps[first] & _DASHES:
            return False
        text, start = self.words.text, int(self.words.starts[first])
        return text[max(0, start - 3) : start].rpartition("\n")[2].strip() in _DIALOGUE

    def chars(self, first: int, last: int) -> Place:
        """Return where words stand in the text, with the marks and signs that belong to them."""
        text = self.words.text
        start, end = self.words.starts.item(first), self.words.ends.item(last)
        mark = self.opening.get(first)
        if mark is not None and mark.last <= last:
            start = mark.outer_start
        elif start and text[start - 1] in "$€£¥#@¿¡":
            start -= 1
        mark = self.closing.get(last)
        if mark is not None and mark.first >= first:
            end = mark.outer_end
        elif (
            end < len(text) and text[end] in "%°)" and (text[end] != ")" or "(" in text[start:end])
        ):
            end += 1
        return start, end


def row_of(words: Words, speech: Speech, begin: int) -> Row | None:
    """Return a text as a row, to be read from the word *begin* on.

    A sentence ends nowhere within quotation marks. None where there is neither a mark nor a word
    that reports something.
    """
    kinds, gaps, sentences, cues, marked_gaps = scan(
        speech.table.rows(words.plain), words.shapes, words.gaps, speech.letters, GAPS, CUES
    )
    cues = cues[bisect_left(cues, begin) :]
    marked_gaps = marked_gaps[bisect_left(marked_gaps, begin) :]
    if not cues and not marked_gaps:
        return None
    marks = marked(words, marked_gaps, gaps) if marked_gaps else []
    for mark in marks:
        first, last = mark.first, mark.last
        at = bisect_right(sentences, first)
        if at < len(sentences) and sentences[at] <= last:
            del sentences[at : bisect_right(sentences, last)]
    del sentences[: bisect_left(sentences, begin)]
    sentences.append(len(words))
    return Row(
        speech.language,
        words,
        kinds,
        gaps,
        cues,
        marks,
        {mark.first: mark for mark in marks},
        {mark.last: mark for mark in marks},
        sentences,
    )


_DIALOGUE: Final = frozenset("—–-―−‒")
_DASHES: Final = signs.DASH | signs.HYPHEN
_P_GAP: Final = ord("P")
