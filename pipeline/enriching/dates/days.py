"""Which day in the calendar it is, counted from the day on which a text was written."""

from __future__ import annotations

from datetime import date
from typing import Final

__all__ = [
    "Days",
    "ago",
    "full_date",
    "month_near",
    "moved_by",
    "quarter_near",
    "span_of",
    "weekday",
    "years",
]

Days = tuple[date, date, float]
"""The first and the last day, and how sure that is, 0-1."""

SPELLED: Final = 0.95
BY_TENSE: Final = 0.8
BY_HABIT: Final = 0.75
ABOUT: Final = 0.7
"""How sure a date is: one that is spelled out, one with a word that tells the tense, one without,
and one that is only about that time. Guesses."""

_MOST_UNITS: Final = 2_000
_HALF_A_YEAR: Final = 182
"""Days within which no other year's day is nearer."""
_LAST_DAY: Final = date.max.toordinal()


def full_date(today: date, year: int, month: int, first: int, last: int) -> Days | None:
    """Return a day or days of a month; without a year (0) it is the nearest one.

    In January "28 December" was some days ago.
    """
    if first > last:
        return None
    if year:
        return _days_of(year, month, first, last)
    found = _days_of(today.year, month, first, last)
    number = today.toordinal()
    if found is not None and abs(found[0].toordinal() - number) <= _HALF_A_YEAR:
        return found
    nearest, far = None, 0
    for that in (today.year - 1, today.year, today.year + 1):
        found = _days_of(that, month, first, last)
        if found is None:
            continue
        away = abs(found[0].toordinal() - number)
        if nearest is None or away < far:
            nearest, far = found, away
    return nearest


def _days_of(year: int, month: int, first: int, last: int) -> Days | None:
    if not (0 < year < 10_000 and 0 < month <= 12 and 0 < first <= _length(year, month) >= last):
        return None
    day = date(year, month, first)
    return day, day if last == first else date(year, month, last), SPELLED


def _length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def month_of(year: int, month: int, sure: float) -> Days | None:
    """Return all days of a month."""
    if not 1 <= year < 9999:
        return None
    return date(year, month, 1), date(year, month, _length(year, month)), sure


def month_near(today: date, month: int, tense: int, sure: float) -> Days | None:
    """Return a month that is named without its year: the last one, or the next with *tense* > 0.

    This month is both; 2 and -2 leave it out: "next March", "last March".
    """
    year = today.year
    if tense > 0 and (month < today.month or (tense == 2 and month == today.month)):
        year += 1
    elif tense <= 0 and (month > today.month or (tense == -2 and month == today.month)):
        year -= 1
    return month_of(year, month, sure)


def weekday(today: date, day: int, tense: int, sure: float) -> Days:
    """Return a day of the week (Monday is 0): the last one, or the next with *tense* > 0.

    Today is both; 2 and -2 leave it out: "next Thursday", "last Thursday".
    """
    back = (today.weekday() - day) % 7
    far = -back
    if tense > 0:
        far = (7 - back) % 7
    if far == 0 and tense in (2, -2):
        far = 7 if tense > 0 else -7
    found = moved_by(today, far)
    return found, found, sure


def moved_by(day: date, far: int) -> date:
    """Return a day some days away; ``OverflowError`` where the calendar ends."""
    if not far:
        return day
    number = day.toordinal() + far
    if not 0 < number <= _LAST_DAY:
        raise OverflowError
    return date.fromordinal(number)


def span_of(today: date, unit: str, step: int, count: int = 1) -> Days | None:
    """Return last week, this month, the next two years: a unit's days, *step* (-1, 0, 1) away."""
    if unit == "weekend":
        saturday = moved_by(today, 5 - today.weekday() + 7 * step)
        return saturday, moved_by(saturday, 1), SPELLED
    if count > 1:
        far = _moved(today, unit, step * count)
        return None if far is None else (min(today, far), max(today, far), ABOUT)
    if unit == "week":
        monday = moved_by(today, 7 * step - today.weekday())
        return monday, moved_by(monday, 6), SPELLED
    if unit == "year":
        return years(today.year + step, today.year + step)
    if unit == "quarter":
        number = today.year * 4 + (today.month - 1) // 3 + step
        return _quarter(number // 4, number % 4 + 1)
    if unit == "month":
        number = today.year * 12 + today.month - 1 + step
        return month_of(number // 12, number % 12 + 1, SPELLED)
    return None


def ago(today: date, unit: str, count: int) -> Days | None:
    """Return two days ago, three weeks ago: a day, or the week, month or year in which it was."""
    day = _moved(today, unit, -count)
    if day is None:
        return None
    if unit == "day":
        return day, day, SPELLED
    found = span_of(day, unit, 0)
    return None if found is None else (found[0], found[1], ABOUT)


def _moved(day: date, unit: str, count: int) -> date | None:
    if abs(count) > _MOST_UNITS:
        return None
    if unit in ("day", "week", "weekend"):
        return moved_by(day, count if unit == "day" else 7 * count)
    months = {"month": 1, "quarter": 3, "year": 12}[unit] * count
    number = day.year * 12 + day.month - 1 + months
    if not 12 <= number < 9999 * 12:
        return None
    return date(number // 12, number % 12 + 1, min(day.day, 28))


def years(first: int, last: int, sure: float = SPELLED) -> Days | None:
    """Return all days from one year to another."""
    if not 1 <= first <= last <= 9999:
        return None
    return date(first, 1, 1), date(last, 12, 31), sure


def _quarter(year: int, number: int) -> Days | None:
    if not 1 <= year < 9999:
        return None
    last = month_of(year, number * 3, SPELLED)
    return None if last is None else (date(year, number * 3 - 2, 1), last[1], SPELLED)


def quarter_near(today: date, number: int, year: int) -> Days | None:
    """Return the third quarter of 2021; without a year (0) the last one that has begun."""
    if not year:
        year = today.year - (number > (today.month - 1) // 3 + 1)
    return _quarter(year, number)
