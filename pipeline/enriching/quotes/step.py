"""Find what somebody said, in their words or in the writer's, and who said it.

By rules, a sentence at a time: quotation marks with a reporting verb beside them ("...", said X),
a reporting verb with a clause (X said that ...; ..., X said), and "according to X". Rules know what
is written down in them; what a sentence only implies they do not see.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.quotes.cutting import row_of
from pipeline.enriching.quotes.grammar import LANGUAGES, speech
from pipeline.enriching.quotes.reading import said_in
from pipeline.enriching.quotes.results import told
from pipeline.enriching.registry import enrichers
from pipeline.words.making import with_values
from pipeline.words.of_item import language_of, words_of
from pipeline.words.reading import read_words
from schemas.wire import WireItem

__all__ = ["add_quotes", "quoted"]

_MOST: Final = 100
"""Quotations of one item that are told."""


@enrichers.add("quotes", needs={"text", "language"}, gives={"quotes"})
def add_quotes(item: WireItem) -> WireItem:
    """Add what is said in the text, with the speaker, the cue, and where each stands."""
    read = words_of(item)
    language = language_of(item)
    known = speech(language if language in LANGUAGES else "")
    row = row_of(read.words, known, read.body)
    if row is None:
        return item
    found = said_in(row, known, _MOST)
    if not found:
        return item
    quotes = told(found[:_MOST], row, read, item.names)
    return with_values(item, {"quotes": quotes})


def quoted(text: str) -> list[tuple[int, int]]:
    """Return where the words between quotation marks stand in a text, without the marks."""
    row = row_of(read_words(text), speech(""), 0)
    return [] if row is None else [(mark.start, mark.end) for mark in row.marks]
