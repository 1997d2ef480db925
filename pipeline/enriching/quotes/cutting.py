"""A text made a row of letters, and cut into sentences.

Compiled where a compiler is there, with the types of ``cutting.pxd``.
"""

from __future__ import annotations

from pipeline.enriching.quotes.grammar import CUES, GAPS, Speech
from pipeline.enriching.quotes.marks import Marked, marked
from pipeline.enriching.quotes.row import Row
from pipeline.words.reading import Words

try:
    from pipeline.enriching.quotes.scan import scan
except ImportError:  # built without a compiler: the same results, later
    from pipeline.enriching.quotes.scan_by_python import scan

__all__ = ["row_of"]


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
