"""Find the days that a text speaks of, and say which they are in the calendar.

"On Thursday" is counted from the dateline's day, else from the item's own. A weekday is the last
one that was, as news tells what happened; a word of what is to come near it makes it the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from pipeline.enriching.dates.calendar_words import LANGUAGES, tongue
from pipeline.enriching.dates.reading import mentions, told
from pipeline.enriching.registry import enrichers
from pipeline.words.making import with_values
from pipeline.words.of_item import language_of, words_of
from pipeline.words.reading import read_words
from schemas.wire import WireItem

__all__ = ["add_dates", "dates_in"]

_MOST: Final = 50
"""Mentions of one item that are told; a story has some five."""


def dates_in(text: str, language: str, today: date) -> Iterator[tuple[int, int, date, date, float]]:
    """Yield start, end, the first and the last day, and how sure that is, in the text's order."""
    words = read_words(text)
    for mention in mentions(words, tongue(language), today):
        yield int(words.starts[mention.first]), int(words.ends[mention.last]), *mention.days


@enrichers.add("dates", needs={"text", "language"}, gives={"dates"})
def add_dates(item: WireItem) -> WireItem:
    """Add the days that the text speaks of, each with its place in the text."""
    language = language_of(item)
    if language not in LANGUAGES:
        return item
    today = item.dateline.on if item.dateline and item.dateline.on else item.event_at.date()
    read = words_of(item)
    found = mentions(read.words, tongue(language), today, read.body, _MOST)
    if not found:
        return item
    return with_values(item, {"dates": told(found, read)})
