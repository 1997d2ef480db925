"""Where in an item an agency may write an order: the texts that are looked at, and their clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Final

from pipeline.formats.note_zones import zone_of_city
from pipeline.formats.providers import clock_of
from schemas.wire import WireItem

__all__ = ["FOOT", "NOTE_CHARS", "TOP", "Texts"]

TOP: Final = 4
FOOT: Final = 2
"""Blocks in which a note may stand; a byline and a label may stand before it."""

NOTE_CHARS: Final = 600

_NOTES: Final = frozenset({"private_note", "labels", "head", "editorial_note", "header", "notes"})
_LINES: Final = frozenset({"other_line"})
"""AFP writes ``ATTENTION - ANNULE`` into a second headline."""

_MOST_NOTES: Final = 30
_CITY: Final = re.compile(
    r"(?P<city>[A-ZÀ-ÞŠŽČ][\w .'\u2019-]{2,30}?)(?:/[A-Z]|, [A-Z0-9]|\s*\(| [-\u2013\u2014]|--)"
)


@dataclass(frozen=True, slots=True)
class Texts:
    """An item's texts besides headline and blocks, and the clock by which its notes are read."""

    notes: list[str]
    """Those that speak to editors, the private ones among them."""
    lines: list[str]
    """Those that a reader might see: standfirst, second headlines."""
    near: datetime
    zone: tzinfo
    knows_zone: bool

    @classmethod
    def of(cls, item: WireItem) -> Texts:
        """Collect them."""
        notes = [*filter(None, (item.editorial_note, item.lifecycle_note)), *_aside(item, _NOTES)]
        lines = [*filter(None, (item.standfirst[:NOTE_CHARS],)), *_aside(item, _LINES)]
        near = item.versioned_at or item.created_at or item.received_at
        zone = clock_of(item.provider) or _zone_of_dateline(item)
        return cls(notes, lines, near, zone or UTC, zone is not None)

    def all_of(self, item: WireItem) -> str:
        """Return everything in which an order may stand, for a quick look."""
        blocks = (
            block.text[:NOTE_CHARS]
            for n, block in enumerate(item.body)
            if n < TOP or n >= len(item.body) - FOOT
        )
        return "\n".join((*self.notes, *self.lines, item.headline, item.slugline, *blocks))


def _aside(item: WireItem, steps: frozenset[str]) -> Iterator[str]:
    for n, removed in enumerate(item.removed):
        if n >= _MOST_NOTES:
            break
        if removed.step in steps and len(removed.text) <= NOTE_CHARS:
            yield removed.text


def _zone_of_dateline(item: WireItem) -> tzinfo | None:
    """Return the zone of the first place that a dateline names, here or in the text."""
    if item.dateline is not None and item.dateline.places:
        return zone_of_city(item.dateline.places[0])
    for block in item.body[:TOP]:
        found = _CITY.match(block.text)
        if found is not None and (zone := zone_of_city(found["city"])) is not None:
            return zone
    return None
