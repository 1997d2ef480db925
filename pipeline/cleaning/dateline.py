"""The dateline: places, date and agencies before the first sentence.

Forms seen in real copy: ``Brussels/Moscow, 17 February 2022 (dpa/MIA) —``, ``PARIS (AP) -``,
``NEW YORK, Jan 21 (Reuters) -``, ``Nueva Delhi, 21 ene (EFE).-``, ``MOSCOW, January 21. /TASS/.``,
``VANCOUVER, British Columbia, Dec. 03, 2019 (GLOBE NEWSWIRE) --``, ``LONDON--(BUSINESS WIRE)--``,
``BEIJING, July 23 --``, ``Jan 30 (Gracenote) -``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from pipeline.cleaning.months import month_number
from pipeline.cleaning.registry import cleaners
from schemas.types import Block, Dateline
from schemas.wire import WireItem

__all__ = ["Found", "find_dateline", "parse_dateline"]

_HEAD_CHARS = 220
"""The longest dateline of the samples has 87 characters."""

_DASH = r"[-\u2010-\u2015\u2212]"
_WITH_AGENCY = re.compile(
    rf"\s*(?P<before>[^()\n]{{0,120}}?)[\s,]*{_DASH}{{0,3}}\s*\((?P<agencies>[^()\n]{{2,60}})\)"
    rf"\s*[.:,]?\s*(?:{_DASH}{{1,3}}|:|=)\s*"
)
_WITH_SLASHES = re.compile(
    rf"\s*(?P<before>[^/()\n]{{2,100}}?)[\s,.]*/(?P<agencies>[^/()\n]{{2,30}})/"
    rf"\s*[.:,]?\s*{_DASH}{{0,3}}\s*"
)
_WITHOUT_AGENCY = re.compile(
    rf"\s*(?P<before>[^()\n]{{3,80}}?)\s*(?:\s{_DASH}{{1,2}}|{_DASH}{{2}}|[\u2013\u2014])\s*"
)
_DATE = re.compile(
    r"(?:\b(?P<day>\d{1,2})(?:\.|er|º|°|ª|st|nd|rd|th)?\s+(?:de\s+|di\s+|of\s+)?"
    r"(?P<month>[^\W\d_]{3,12})|(?P<month2>[^\W\d_]{3,12})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?)\b"
    r"\.?(?:,?\s+(?:de\s+|del\s+)?(?P<year>\d{4})\b)?"
)
_NUMERIC = re.compile(
    r"\b(?:(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})|"
    r"(?P<year2>\d{4})-(?P<month2>\d\d)-(?P<day2>\d\d))\b"
)
_BEFORE_A_DATE = re.compile(
    r"(?i)(?:[\s,.]+(?:den|am|le|el|il|em|on|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|"
    r"fri|satur|sun)day|г|год))*[\s,.]*$"
)
_SPLIT_AGENCIES = re.compile(r"\s*(?:/|,|\+|&|\bund\b|\band\b|\bet\b)\s*")
_PARTIES = frozenset(
    "CDU CSU SPD FDP AfD BSW ÖVP SPÖ FPÖ SVP SP PS PP PSOE PSD PD R D GOP Grüne".split()
)
"""A politician's party stands in parentheses like an agency: "Example (CDU) - the minister"."""

_MOST_PLACES = 4
_MOST_PLACE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline, and where in the text the first sentence begins."""

    dateline: Dateline
    end: int


@cleaners.add("dateline", needs={"body"}, gives={"dateline", "credit", "body", "created_at"})
def find_dateline(item: WireItem) -> WireItem:
    """Cut the dateline off the first paragraph; it names places, date, and whom to credit.

    A text that gives no time of its own is dated by it (its day at 00:00 UTC). Agencies that
    the text cites are no providers: only the dateline's parentheses count.
    """
    if item.dateline is not None or not item.body or item.body[0].kind != "p":
        return item
    first = item.body[0]
    found = parse_dateline(first.text, item.event_at)
    if found is None or found.end >= len(first.text):
        return item
    rest = Block(text=first.text[found.end :], html=_without_dateline(first.html, found))
    changes: dict[str, object] = {"dateline": found.dateline, "body": (rest, *item.body[1:])}
    if not item.credit and found.dateline.agencies:
        changes["credit"] = "/".join(found.dateline.agencies)
    if item.versioned_at is None and item.created_at is None and found.dateline.on is not None:
        changes["created_at"] = datetime.combine(
            found.dateline.on, datetime.min.time(), item.received_at.tzinfo
        )
    return item.model_copy(update=changes)


def parse_dateline(text: str, near: datetime) -> Found | None:
    """Return the dateline at the beginning of *text*, or None; a date without a year is that
    nearest to *near*."""
    head = text[:_HEAD_CHARS]
    for pattern, agency_needed in (
        (_WITH_AGENCY, True),
        (_WITH_SLASHES, True),
        (_WITHOUT_AGENCY, False),
    ):
        match = pattern.match(head)
        if match is None:
            continue
        groups = match.groupdict()
        agencies = _agencies(groups.get("agencies") or "")
        if agency_needed and not agencies:
            continue
        dated = _date_in(groups["before"], near)
        on, place_text = (dated[0], dated[1]) if dated else (None, groups["before"])
        if (
            pattern is _WITHOUT_AGENCY
            and on is None
            and not _LONG_DASH.search(head[: match.end() + 1])
        ):
            continue
        places = _places(place_text)
        if places is None or not _is_dateline(pattern, places, place_text, on):
            continue
        written = head[: match.end()].strip()
        written = re.sub(rf"[\s.:=]*{_DASH}{{0,3}}\s*$", "", written)
        return Found(Dateline(text=written, places=places, on=on, agencies=agencies), match.end())
    return None


def _is_dateline(
    pattern: re.Pattern[str], places: tuple[str, ...], place_text: str, on: date | None
) -> bool:
    if pattern is _WITH_AGENCY:
        return bool(places) or on is not None
    is_upper = place_text.upper() == place_text and any(map(str.isalpha, place_text))
    capitals = bool(places) and is_upper
    if pattern is _WITH_SLASHES:
        return bool(places) and (on is not None or capitals)
    # Without an agency only capitals, or a place with a date, are no beginning of a sentence.
    return bool(places) and (on is not None or (capitals and len(place_text) >= 3))


_LONG_DASH = re.compile(r"(?:[\u2013\u2014]|--)\s*[^\d\s]")
"""Ends a dateline of a place alone; "POLITICS - 0900 Brussels" is a line of a schedule."""


def _agencies(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in _SPLIT_AGENCIES.split(text) if name.strip())
    if not names or len(names) > 4 or any(name in _PARTIES for name in names):
        return ()
    for name in names:
        if len(name) > 30 or len(name.split()) > 3 or not name[0].isalpha() or name.isdigit():
            return ()
    return names


def _date_in(before: str, near: datetime) -> tuple[date, str] | None:
    """Return the date and the text of the places before it."""
    for match in _NUMERIC.finditer(before):
        year = int(match["year"] or match["year2"])
        on = _day(year, int(match["month"] or match["month2"]), int(match["day"] or match["day2"]))
        if on is not None:
            return on, _BEFORE_A_DATE.sub("", before[: match.start()])
    for match in _DATE.finditer(before):
        month = month_number(match["month"] or match["month2"])
        if month is None:
            continue
        day = int(match["day"] or match["day2"])
        years = [int(match["year"])] if match["year"] else [near.year, near.year - 1, near.year + 1]
        days = [on for year in years if (on := _day(year, month, day)) is not None]
        if days:
            on = min(days, key=lambda d: abs((d - near.date()).days))
            return on, _BEFORE_A_DATE.sub("", before[: match.start()])
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _places(text: str) -> tuple[str, ...] | None:
    """Return the places of ``Brussels/Moscow``; None if the text cannot be places."""
    text = text.strip(" ,.-\u2010\u2011\u2012\u2013\u2014")
    if not text:
        return ()
    places = tuple(place.strip(" ,.") for place in text.split("/"))
    if len(places) > _MOST_PLACES:
        return None
    for place in places:
        words = place.split()
        if not words or len(words) > _MOST_PLACE_WORDS or any(c.isdigit() for c in place):
            return None
        if any(mark in place for mark in '!?;:"“”„«»'):
            return None
        first = place[0]
        if not first.isalpha() or first.islower():
            return None
    return places


def _without_dateline(markup: str, found: Found) -> str:
    """Keep the paragraph's markup only where the dateline itself had none."""
    if not markup:
        return ""
    dateline = markup[: found.end]
    return "" if "<" in dateline or "&" in dateline else markup[found.end :]
