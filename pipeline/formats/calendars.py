"""Calendars and planning lists: recognised, and sent aside, since they are no text.

iCalendar files, and the tables of comma-separated values that statistics offices and diaries send
(columns for a subject and a start date).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.formats.registry import formats
from pipeline.outcome import Divert, Outcome, Reason
from schemas.raw import RawItem
from schemas.wire import WireItem

__all__ = ["read_calendar"]

_ASIDE = "wire.aside"
_ICALENDAR = re.compile(rb"\s{0,4}BEGIN:V(?:CALENDAR|EVENT)")
_TABLE = re.compile(
    rb'(?i)(?:"?[\w /()-]{1,40}"?[,;]){0,12}"?(?:start|event|due) ?(?:date|time)"?[,;]'
)


def sniff_calendar(raw: RawItem) -> float:
    """Sure if it is an iCalendar, or if the first line names a column of dates."""
    head = raw.value[:600].lstrip(b"\xef\xbb\xbf")
    return 0.9 if _ICALENDAR.match(head) or _TABLE.match(head) else 0.0


@formats.add("calendar", sniff=sniff_calendar)
def read_calendar(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """Calendars and planning lists, which go aside."""
    yield Divert(_ASIDE, Reason.NOT_TEXT, f"{raw.source}/{raw.digest[:16]}", note="a calendar")
