"""Times as agencies write them in fields and notes, made aware and UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo
from email.utils import parsedate_to_datetime

__all__ = ["read_time", "time_in_note"]

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?$")
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?"
)
_CLOCK = re.compile(
    r"\b(\d{1,2})[:.h]?(\d\d)? ?(a\.?m\.?|p\.?m\.?)?(?: ?(Uhr|heures|hrs?|hours|h|uur|horas))? ?"
    r"(GMT|UTC|BST|CET|CEST|MEZ|MESZ|EST|EDT|ET|PST|PDT|AEST|IST)?\b",
    re.IGNORECASE,
)
_NOON = re.compile(r"\b(?:12 ?)?(noon|midi|mediodía|mezzogiorno)\b", re.IGNORECASE)
_MIDNIGHT = re.compile(r"\b(?:12 ?)?(midnight|mitternacht|minuit|medianoche|mezzanotte)\b", re.I)
_LATELY = timedelta(days=31)
"""A date without a year that is past by more is meant for the next year. A guess."""

_ZONES = {
    "GMT": 0, "UTC": 0, "Z": 0, "BST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EST": -5,
    "EDT": -4, "ET": -5, "PST": -8, "PDT": -7, "AEST": 10, "IST": 5.5,
}  # fmt: skip
"""Hours ahead of UTC. IST is India's: the news agencies that write it are."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january janvier enero gennaio janeiro",
            "feb februar february février fevrier febrero febbraio fevereiro",
            "mar mär märz march mars marzo março marco",
            "apr april avril abril aprile",
            "may mai mayo maggio maio",
            "jun june juni juin junio giugno junho",
            "jul july juli juillet julio luglio julho",
            "aug august août aout agosto",
            "sep sept september septembre septiembre settembre setembro",
            "oct okt october oktober octobre octubre ottobre outubro",
            "nov november novembre noviembre novembro",
            "dec dez december dezember décembre decembre diciembre dicembre dezembro",
        ),
        1,
    )
    for name in names.split()
}
_DATE = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th|\.)? ?(?:de |of )?([^\W\d_]{3,10})\.?|"
    r"([^\W\d_]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?)\b,?(?: ?(?:de )?(\d{4}))?"
)


def read_time(text: object, zone: tzinfo = UTC) -> datetime | None:
    """Return a field's time in UTC, or None if it is none; one without a zone is in *zone*."""
    if not isinstance(text, str):
        return None
    written = text.strip()
    compact = _COMPACT.match(written)
    if compact:
        year, month, day, hour, minute, second, offset = compact.groups()
        written = f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{offset or ''}"
    try:
        said = datetime.fromisoformat(written)
    except ValueError:
        try:
            said = parsedate_to_datetime(written)  # as in e-mail and RSS: Tue, 03 Mar 2026 ...
        except (ValueError, IndexError, TypeError, OverflowError):
            return None
    try:
        return said.astimezone(UTC) if said.tzinfo else (said.replace(tzinfo=zone).astimezone(UTC))
    except OverflowError:
        return None


def time_in_note(note: str, near: datetime) -> datetime | None:
    """Return the time that a note like ``until 1800 GMT on March 6`` means, or None.

    Without a date it is the next such time after *near*; without a year the next such day, or one
    of the month before; without a zone it is UTC; midnight is the end of its day.
    """
    iso = _ISO.search(note)
    if iso:
        day, clock, zone = iso.groups()
        offset = "+00:00" if zone in (None, "Z", "UTC", "GMT") else zone
        return read_time(f"{day}T{clock}{offset}")
    date = _date_in(note, near)
    without_date = note if date is None else note[: date[1]] + " " + note[date[2] :]
    clock_at = _clock_in(without_date)
    if clock_at is None:
        return date[0] if date else None
    hour, minute, zone_hours = clock_at
    base = date[0] if date else near.replace(hour=0, minute=0, second=0, microsecond=0)
    at = base + timedelta(hours=hour - zone_hours, minutes=minute)
    if date is None and at < near:
        at += timedelta(days=1)
    return at


def _date_in(note: str, near: datetime) -> tuple[datetime, int, int] | None:
    found = _DATE.search(note)
    while found is not None:
        month = _MONTHS.get((found[2] or found[3]).casefold())
        if month is not None:
            years = [int(found[5])] if found[5] else range(near.year - 1, near.year + 5)
            day = int(found[1] or found[4])
            days = [at for year in years if (at := _day(year, month, day)) is not None]
            days = days if found[5] else [at for at in days if at >= near - _LATELY]
            if days:
                return days[0], found.start(), found.end()
        # "Freitag 6. März": the figure that did not belong to this word may belong to the next.
        found = _DATE.search(note, found.end() if found[1] else found.start(4))
    return None


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None


def _clock_in(note: str) -> tuple[int, int, float] | None:
    if _NOON.search(note):
        return 12, 0, 0
    if _MIDNIGHT.search(note):
        return 24, 0, 0
    for found in _CLOCK.finditer(note):
        hours, minutes, half, unit, zone = found.groups()
        if minutes is half is unit is zone is None:
            continue  # a bare number is no time
        hour, minute = int(hours), int(minutes or 0)
        if half and half[0] in "pP" and hour < 12:
            hour += 12
        if half and half[0] in "aA" and hour == 12:
            hour = 0
        if hour < 24 and minute < 60:
            return hour, minute, _ZONES.get((zone or "").upper(), 0)
    return None
