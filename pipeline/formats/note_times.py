"""When a note's order ends: ``0001 GMT FRIDAY``, ``18.00 Uhr``, ``6 p.m. EST on March 6``.

Notes are read against the time of the item (*near*) and the clock of its agency (*zone*), for
those that name no zone. Where a note can be read in two ways, the later time is meant: an embargo
that is kept an hour too long costs an hour, one that is broken costs the source.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final, NamedTuple

from pipeline.formats.note_days import Day, days_in
from pipeline.formats.note_zones import Zone, zones_in
from pipeline.formats.times import read_time

__all__ = ["NoteTime", "time_in_note"]

_MOST_CHARS: Final = 400
_ISO: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?"
)
_CLOCK: Final = re.compile(
    r"(?<![\d.:,/+-])(?:"
    r"(?P<noon>(?:12 ?)?(?:noon|midday|midi|mediod[ií]a|mezzogiorno|mittags?|meio-dia|middag)\b)|"
    r"(?P<midnight>(?:12 ?)?(?:midnight|mitternacht|minuit|medianoche|mezzanotte|meia-noite|"
    r"middernacht|midnatt)\b)|"
    r"(?P<hour>\d{1,2})(?:(?:[:.]| ?h ?|H)(?P<minute>\d\d)(?!\d)|(?P<attached>[0-5]\d)(?!\d))?"
    r"(?: ?(?P<half>[ap])\.? ?m\b\.?)?"
    r"(?P<unit> ?(?:Uhr|heures?|hrs?|hours?|h|uur|horas?|hs|ore|klo|kl|o['’]clock)\b)?)",
    re.IGNORECASE,
)
_BEFORE_CLOCK: Final = re.compile(
    r"(?:\bkl(?:\.|o|ockan)?|\balle|\bà|\ba las?|\bàs|\bat|"
    r"@) ?$",
    re.I,
)
_AT_SENTENCE_END: Final = re.compile(r"[.!]\s+(?=[A-ZÀ-ÞŠŽČ])")
_ABBREVIATED: Final = re.compile(r"(?:\b[ap]\.m|\b\w{1,4})$", re.IGNORECASE)
_INCLUDED: Final = re.compile(
    r"\b(?:einschließlich|including|inclus|incluso|tot en met|through)\b", re.IGNORECASE
)
_YEARS: Final = range(1990, 2060)


class NoteTime(NamedTuple):
    """A time in UTC, and whether the note itself says in which zone its clock stands."""

    at: datetime
    zone_said: bool


class _Clock(NamedTuple):
    start: int
    end: int
    hours: int
    minutes: int
    is_sure: bool
    """Something besides bare digits says that it is a time of day."""


def time_in_note(note: str, near: datetime, zone: tzinfo = UTC) -> NoteTime | None:
    """Return the time that a note like ``until 1800 GMT on March 6`` means, or None.

    Without a date it is the next such time after *near*; with a day of the week the next such day
    (today's own is today); without a year the next such day, or one of the month before; without
    a zone it is in *zone*; midnight is the end of its day. Of several times (for print, for
    broadcast) the latest counts.
    """
    note = _first_sentence(note[:_MOST_CHARS])
    if (iso := _ISO.search(note)) is not None:
        day, clock, offset = iso.groups()
        said = "+00:00" if offset in ("Z", "UTC", "GMT") else offset or ""
        at = read_time(f"{day}T{clock}{said}", zone)
        return None if at is None else NoteTime(at, bool(offset))
    zones = zones_in(note)
    local = near.astimezone(zone if not zones else zones[0].zone)
    days = days_in(note, local.date())
    without_days = note
    for day_ in days:
        without_days = _blanked(without_days, day_.start, day_.end)
    for one in zones:
        without_days = _blanked(without_days, one.start, one.end)
    clocks = _clocks(without_days, zones)
    if not clocks:
        return _of_day(days, zones, zone, is_included=_INCLUDED.search(note) is not None)
    times = [
        _moment(clock, _day_of(n, clocks, days), _zone_of(clock, clocks, n, zones), near, zone)
        for n, clock in enumerate(clocks)
    ]
    there = [at for at in times if at is not None]
    return NoteTime(max(there), bool(zones)) if there else None


def _first_sentence(note: str) -> str:
    """``Until 1800 GMT. Press conference at 1900 GMT``: the first sentence, if it has a clock."""
    for found in _AT_SENTENCE_END.finditer(note):
        before = note[: found.start()]
        if not _ABBREVIATED.search(before[-6:]) or before[-3:].casefold() in ("uhr", "gmt"):
            return before if any(c.is_sure for c in _clocks(before, zones_in(before))) else note
    return note


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _clocks(text: str, zones: list[Zone]) -> list[_Clock]:
    """Return the clocks; bare digits count only where nothing surer is there."""
    found = list(_every_clock(text, zones))
    sure = [clock for clock in found if clock.is_sure]
    return sure or found[:1]


def _every_clock(text: str, zones: list[Zone]) -> list[_Clock]:
    clocks = []
    zone_starts = {zone.start for zone in zones}
    for found in _CLOCK.finditer(text):
        if found["noon"] or found["midnight"]:
            hours = 12 if found["noon"] else 24
            clocks.append(_Clock(found.start(), found.end(), hours, 0, True))
            continue
        hours, minutes = int(found["hour"]), int(found["minute"] or found["attached"] or 0)
        half = (found["half"] or "").lower()
        if half:
            hours = hours % 12 + (12 if half == "p" else 0)
        end = found.end()
        has_zone = any(end <= start <= end + 2 for start in zone_starts)
        is_sure = bool(half or found["unit"] or found["minute"] or has_zone)
        is_sure = is_sure or _BEFORE_CLOCK.search(text[: found.start()][-12:]) is not None
        if not is_sure and (found["attached"] is None or len(found["hour"]) < 2):
            continue  # a bare number is no time
        if not is_sure and int(found["hour"] + found["attached"]) in _YEARS:
            continue
        if text[end : end + 1] in ("%", "€", "$") or minutes > 59 or hours > 24:
            continue
        clocks.append(_Clock(found.start(), end, hours, minutes, is_sure))
    return clocks


def _day_of(n: int, clocks: list[_Clock], days: list[Day]) -> Day | None:
    """Return the day that stands behind a clock and before the next, else before it, else any.

    A date counts more than a day of the week beside it: ``Friday, 6 March``.
    """
    last = clocks[n + 1].start if n + 1 < len(clocks) else 10**9
    first = clocks[n - 1].end if n else 0
    after = [day for day in days if clocks[n].end <= day.start < last]
    before = [day for day in days if first <= day.start < clocks[n].start]
    for near_it in (after, before, days):
        if near_it:
            return next((day for day in near_it if day.is_date), near_it[0])
    return None


def _zone_of(clock: _Clock, clocks: list[_Clock], n: int, zones: list[Zone]) -> Zone | None:
    last = clocks[n + 1].start if n + 1 < len(clocks) else 10**9
    after = [zone for zone in zones if clock.end <= zone.start < last]
    return after[0] if after else zones[0] if zones else None


def _moment(
    clock: _Clock, day: Day | None, said: Zone | None, near: datetime, zone: tzinfo
) -> datetime | None:
    wall = said.zone if said is not None else zone
    local = near.astimezone(wall)
    on = day.on if day is not None else local.date()
    moments = [at for one in _readings(said, zone) if (at := _at(on, clock, one)) is not None]
    if not moments:
        return None
    if day is None:
        moments = [at if at >= near else _plus(at, 1) for at in moments]
    return max(moments)


def _readings(said: Zone | None, zone: tzinfo) -> list[tzinfo]:
    """``EST`` in summer: as it is written, and as the clock on the wall shows it."""
    if said is None:
        return [zone]
    return [said.zone] if said.fixed is None else [said.zone, said.fixed]


def _at(on: date, clock: _Clock, zone: tzinfo) -> datetime | None:
    try:
        begin = datetime.combine(on + timedelta(days=clock.hours // 24), time(), zone)
        local = begin.replace(hour=clock.hours % 24, minute=clock.minutes)
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _plus(at: datetime, days: int) -> datetime:
    try:
        return at + timedelta(days=days)
    except OverflowError:
        return at


def _of_day(
    days: list[Day], zones: list[Zone], zone: tzinfo, *, is_included: bool
) -> NoteTime | None:
    """A day without a clock is meant from its beginning on, or from its end if it is included."""
    if not days:
        return None
    on = next((day for day in days if day.is_date), days[0]).on
    if is_included:
        on += timedelta(days=1)
    midnight = _Clock(0, 0, 0, 0, True)
    at = _at(on, midnight, zones[0].zone if zones else zone)
    return None if at is None else NoteTime(at, bool(zones))
