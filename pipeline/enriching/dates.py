"""Find the days that a text speaks of, and say which they are in the calendar.

"On Thursday" is counted from the dateline's day, else from the item's own. A weekday is the last
one that was, as news tells what happened; a word of what is to come before it makes it the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from pipeline.enriching.calendar_words import LANGUAGES, Tongue, tongue
from pipeline.enriching.registry import enrichers
from schemas.types import DateMention, Span
from schemas.wire import WireItem

__all__ = ["add_dates", "dates_in"]

_MOST: Final = 50
"""Mentions of one item that are told; a story has some five."""

_BEFORE: Final = 60
"""Characters before a weekday that are looked at for what tells the tense."""

_TO_COME: Final = re.compile(
    r"\b(?:will|shall|to (?:be|meet|vote|hold|visit|open|begin|start|take|speak)|due|expected"
    r"|scheduled|plans?|planned|until|by|wird|werden|soll(?:en)?|will|wollen|bis|geplant|sera|seront|doit|doivent"
    r"|prévue?s?|jusqu'à|va|será|serán|prevé|previst[oa]s?|hasta|van)\b",
    re.IGNORECASE,
)
"""Words that put what follows into the future. "To" needs its verb: "to the court on Monday"."""

_BEFORE_ANCHOR: Final = 24
_BEHIND_ANCHOR: Final = 40
"""Characters around a day's or a month's name in which all of a date stands."""

_MOST_ANCHORS: Final = 2_000
"""Of one paragraph; a bound for the time that a hostile one takes."""

_SURE: Final = 0.95
_BY_TENSE: Final = 0.8
_BY_HABIT: Final = 0.75
"""How sure a date is: one that is spelled out, a weekday with a word of what is to come, and one
without. Guesses."""


def dates_in(text: str, language: str, today: date) -> Iterator[tuple[int, int, date, date, float]]:
    """Yield start, end, the first and the last day, and how sure that is, in the text's order."""
    words = tongue(language)
    for match in _matches(text, words):
        found = match.groupdict()
        if any(found[name] for name in found if name.startswith("month")):
            days = _spelled_out(found, words, today)
        elif found["near"]:
            day = today + timedelta(days=words.near[found["near"].lower()])
            days = (day, day, _SURE)
        elif found["weekday"]:
            if language in ("en", "de") and not found["weekday"][0].isupper():
                continue  # sun and mon of something else; there, days have capitals
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            days = _weekday(found, words, today, before)
        else:
            days = _stretch(found, words, today)
        if days is not None:
            yield match.start(), match.end(), *days


def _matches(text: str, words: Tongue) -> Iterator[re.Match[str]]:
    """Yield what the expression finds around the anchors: a tenth of the time it needs alone."""
    places = list[int]()
    for anchor in words.anchors:
        place = text.find(anchor)
        while place >= 0 and len(places) < _MOST_ANCHORS:
            places.append(place)
            place = text.find(anchor, place + 1)
    done = 0
    for place in sorted(places):
        start, end = max(done, place - _BEFORE_ANCHOR), place + _BEHIND_ANCHOR
        if end <= done:
            continue
        for match in words.found.finditer(text, start, end):
            # What is cut off by the end of the window is found whole from the next anchor.
            if match.end() < end or end >= len(text):
                yield match
                done = match.end()
        done = max(done, place + 1)


Days = tuple[date, date, float]


def _day(year: int, month: int, day: int) -> Days | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found, _SURE


def _spelled_out(found: dict[str, str | None], words: Tongue, today: date) -> Days | None:
    month_name = found["month"] or found.get("month2") or ""
    number = found["day"] or found.get("day2") or ""
    year = found["year"] or found.get("year2")
    month = words.months[month_name.lower()]
    if year:
        return _day(int(year), month, int(number))
    # Without a year it is the nearest one: in January "28 December" was some days ago.
    days = [d for y in (-1, 0, 1) if (d := _day(today.year + y, month, int(number))) is not None]
    return min(days, key=lambda d: abs(d[0] - today), default=None)


def _weekday(found: dict[str, str | None], words: Tongue, today: date, before: str) -> Days | None:
    name = (found["weekday"] or "").lower()
    ago = (today.weekday() - words.days[name]) % 7
    if found["next"] or found["next2"]:
        day, sure = today + timedelta(days=(7 - ago) or 7), _SURE
    elif found["last"] or found["last2"]:
        day, sure = today - timedelta(days=ago or 7), _SURE
    elif _TO_COME.search(before) and ago:
        day, sure = today + timedelta(days=7 - ago), _BY_TENSE
    else:
        day, sure = today - timedelta(days=ago), _BY_HABIT
    return day, day, sure


def _stretch(found: dict[str, str | None], words: Tongue, today: date) -> Days | None:
    said = (found["span"] or found["span2"] or "").lower()
    kind = next(k for form, k in words.spans.items() if re.fullmatch(form, said))
    step = 1 if found["next3"] or found["next4"] else -1
    if kind == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6), _SURE
    if kind == "year":
        year = today.year + step
        return (date(year, 1, 1), date(year, 12, 31), _SURE) if 1 < year < 9999 else None
    months = today.year * 12 + today.month - 1 + step
    if not 12 < months < 9998 * 12:
        return None
    first = date(months // 12, months % 12 + 1, 1)
    after = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return first, after - timedelta(days=1), _SURE


@enrichers.add("dates", needs={"text", "language"}, gives={"dates"})
def add_dates(item: WireItem) -> WireItem:
    """Add the days that the text speaks of, each with its place in the text."""
    language = item.language
    if language not in LANGUAGES:
        return item
    today = item.dateline.on if item.dateline and item.dateline.on else item.event_at.date()
    mentions: list[DateMention] = []
    for number, block in enumerate(item.body):
        try:
            for start, end, first, last, sure in dates_in(block.text, language, today):
                if len(mentions) >= _MOST:
                    break
                span = Span(where=f"body:{number}", start=start, end=end)
                text = block.text[start:end]
                mentions.append(
                    DateMention(
                        text=text, first=first, last=last, span=span, score=sure, by="dates"
                    )
                )
        except OverflowError:
            continue  # an item of the year 1 or 9999: no calendar goes on from there
    return item.model_copy(update={"dates": tuple(mentions)}) if mentions else item
