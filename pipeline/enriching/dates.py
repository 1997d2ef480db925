"""Find the days that a text speaks of, and say which they are in the calendar.

"On Thursday" is counted from the dateline's day, else from the item's own. A weekday is the last
one that was, as news tells what happened; a word of what is to come near it makes it the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any, Final

from pydantic import TypeAdapter

from pipeline.enriching.calendar_words import LANGUAGES, tongue
from pipeline.enriching.date_reading import Mention, mentions
from pipeline.enriching.registry import enrichers
from pipeline.words.of_item import words_of
from pipeline.words.reading import Words, read_words
from schemas.types import DateMention
from schemas.wire import WireItem

__all__ = ["add_dates", "dates_in"]

_MOST: Final = 50
"""Mentions of one item that are told; a story has some five."""

_MENTIONS: Final = TypeAdapter(tuple[DateMention, ...])


def dates_in(text: str, language: str, today: date) -> Iterator[tuple[int, int, date, date, float]]:
    """Yield start, end, the first and the last day, and how sure that is, in the text's order."""
    words = read_words(text)
    for mention in _found(words, language, today, 0):
        start, end = int(words.starts[mention.first]), int(words.ends[mention.last])
        yield start, end, *mention.days


def _found(words: Words, language: str, today: date, begin: int) -> list[Mention]:
    found = list[Mention]()
    try:
        for mention in islice(mentions(words, tongue(language), today, begin), _MOST):
            found.append(mention)
    except OverflowError:
        pass  # an item of the year 1 or 9999: no calendar goes on from there
    return found


@enrichers.add("dates", needs={"text", "language"}, gives={"dates"})
def add_dates(item: WireItem) -> WireItem:
    """Add the days that the text speaks of, each with its place in the text."""
    language = item.language
    if language not in LANGUAGES:
        return item
    today = item.dateline.on if item.dateline and item.dateline.on else item.event_at.date()
    read = words_of(item)
    words = read.words
    found = _found(words, language, today, int(words.starts.searchsorted(read.body)))
    if not found:
        return item
    start_of, end_of, text = words.starts.item, words.ends.item, read.text
    told = list[dict[str, Any]]()
    part, begin, behind = "", 0, 0
    for one, last_word, (first, last, sure) in found:
        start, end = start_of(one), end_of(last_word)
        if start >= behind:
            number = read.part_of(start)
            part, begin = read.parts[number], read.begins[number]
            behind = read.begins[number + 1] if number + 1 < len(read.begins) else len(text)
        told.append(
            {
                "text": text[start:end], "first": first, "last": last,
                "span": {"where": part, "start": start - begin, "end": end - begin},
                "score": sure, "by": "dates",
            }
        )  # fmt: skip
    return item.model_copy(update={"dates": _MENTIONS.validate_python(told)})
