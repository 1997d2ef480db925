"""The date in a dateline: in words or figures, before or after its month, with a year or not."""

from __future__ import annotations

import re
from datetime import date, datetime

from pipeline.cleaning.months import month_number

__all__ = ["date_in"]

_DATE = re.compile(
    r"(?:\b(?P<day>\d{1,2})(?:\.|er|º|°|ª|st|nd|rd|th)?\s+(?:de\s+|di\s+|of\s+)?"
    r"(?P<month>[^\W\d_]{3,12})|(?P<month2>[^\W\d_]{3,12})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?)\b"
    r"\.?(?:,?\s+(?:de\s+|del\s+)?(?P<year>\d{4})\b)?"
)
_NUMERIC = re.compile(
    r"\b(?:(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})|"
    r"(?P<year2>\d{4})-(?P<month2>\d\d)-(?P<day2>\d\d))\b"
)
_FIGURE = re.compile(r"\d")
_BEFORE_A_DATE = re.compile(
    r"(?i)(?:[\s,.]+(?:\d{4}|den|am|le|el|il|em|on|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|"
    r"fri|satur|sun)day|г|год))*[\s,.]*$"
)


def date_in(before: str, near: datetime) -> tuple[date, str, str] | None:
    """Return the date, the text of the places before it, and what stands after it."""
    if _FIGURE.search(before) is None:
        return None
    for figures in _NUMERIC.finditer(before):
        year, month, day = (
            int(figures[name] or figures[f"{name}2"]) for name in ("year", "month", "day")
        )
        if (on := _day(year, month, day)) is not None:
            return on, *_around(before, figures)
    match = _DATE.search(before)
    while match is not None:
        number = month_number(match["month"] or match["month2"])
        day = int(match["day"] or match["day2"])
        years = [int(match["year"])] if match["year"] else [near.year, near.year - 1, near.year + 1]
        days = [on for year in years if number and (on := _day(year, number, day)) is not None]
        if days:
            on = min(days, key=lambda d: abs((d - near.date()).days))
            return on, *_around(before, match)
        # "Praha 3. března": the figure that is not this word's may be the next one's.
        match = _DATE.search(before, match.end() if match["day"] else match.start("day2"))
    return None


def _around(before: str, match: re.Match[str]) -> tuple[str, str]:
    return _BEFORE_A_DATE.sub("", before[: match.start()]), before[match.end() :].strip(" .,")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
