"""Takes: the parts in which an agency sends a long story, until they are one text.

A part waits for the others, but not for ever: after a while what is there is published, and says
what is missing; a part that comes later makes the next version.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import reduce
from heapq import heappop, heappush
from typing import Final

from pipeline.publishing.embargo import strictest
from pipeline.publishing.joining import findings_of
from schemas.codec import decode, encode
from schemas.types import Take
from schemas.wire import WireItem

__all__ = ["PATIENCE", "Parts", "is_complete", "is_part", "joined", "missing"]

PATIENCE: Final = timedelta(minutes=10)
"""How long a part waits for the next. A guess: takes were seen minutes apart."""

_FORGET: Final = timedelta(hours=24)
"""After so long no missing part is expected any more."""


def is_part(item: WireItem) -> bool:
    """Tell whether an item is one of several takes."""
    return item.take is not None and item.take.of != 1


def _number(item: WireItem) -> int:
    return item.take.number if item.take is not None else 1


def missing(parts: list[WireItem]) -> list[int]:
    """Return the numbers of the parts that are not there; without a total, those in between."""
    numbers = {_number(part) for part in parts}
    totals = [part.take.of for part in parts if part.take is not None and part.take.of]
    return [n for n in range(1, max([*totals, *numbers]) + 1) if n not in numbers]


def is_complete(parts: list[WireItem]) -> bool:
    """Tell whether all parts are there; only a story that says how many it has can be."""
    known = any(part.take is not None and part.take.of for part in parts)
    return known and not missing(parts)


def joined(parts: list[WireItem], identity: WireItem) -> WireItem:
    """Return one item with the text of all parts, in their order.

    *identity* is the part in whose name it is answered. Headline, byline and dateline are the
    first part's; its note says which parts it has, and which are missing.
    """
    parts = sorted(parts, key=_number)
    first, there = parts[0], [_number(part) for part in parts]
    lacking = missing(parts)
    total = max([*there, *lacking])
    note = f"joined from takes {_listed(there)}" if len(there) > 1 else f"take {there[0]} alone"
    if lacking:
        note += f"; missing: {_listed(lacking)}"
    times = [part.versioned_at for part in parts if part.versioned_at is not None]
    remarks = dict.fromkeys(remark for part in parts for remark in part.remarks)
    return first.model_copy(
        update={
            "item_id": identity.item_id,
            "guid": identity.guid,
            "origin": identity.origin,
            "raw_digest": identity.raw_digest,
            "chain": identity.chain,
            "versioned_at": max(times, default=None),
            "body": tuple([block for part in parts for block in part.body]),
            "take": Take(number=there[0], of=total) if lacking else None,
            "joined_takes": tuple(there),
            "remarks": (*remarks, note),
            # No part may be read before its time, whichever part says so.
            "embargo": reduce(strictest, [part.embargo for part in parts]),
            "is_free": all(part.is_free for part in parts),
            **findings_of(parts),
        }
    )


def _listed(numbers: list[int]) -> str:
    return ", ".join(str(number) for number in numbers)


class Parts:
    """The stories whose takes are not all there, by the key of their ledger."""

    def __init__(self) -> None:
        self._rows: dict[bytes, bytes] = {}
        self._times: list[tuple[datetime, bytes]] = []

    def __contains__(self, key: bytes) -> bool:
        return key in self._rows

    def get(self, key: bytes) -> tuple[list[WireItem], bool]:
        """Return the parts that are there, and whether they were published already."""
        row = self._rows.get(key)
        if row is None:
            return [], False
        _, told, *items = row.split(b"\n")
        return [decode(WireItem, item) for item in items], told == b"told"

    def put(self, key: bytes, parts: list[WireItem], now: datetime, told: bool) -> bytes:
        """Keep the parts of a story, and return their row's value.

        *told*: they were published; then they are kept only for those that may yet come.
        """
        until = now + (_FORGET if told else PATIENCE)
        row = b"\n".join(
            (until.isoformat().encode(), b"told" if told else b"", *map(encode, parts))
        )
        self.restore(key, row)
        return row

    def restore(self, key: bytes, row: bytes | None) -> None:
        """Take a row that ``put`` returned; None forgets the story."""
        if row is None:
            self._rows.pop(key, None)
            return
        self._rows[key] = row
        heappush(self._times, (_until(row), key))

    def next_due(self) -> datetime | None:
        """Return when the next story has waited long enough, or None."""
        while self._times:
            until, key = self._times[0]
            if key in self._rows and _until(self._rows[key]) == until:
                return until
            heappop(self._times)
        return None

    def take_due(self, now: datetime) -> bytes | None:
        """Return the key of a story that has waited long enough by *now*, the earliest first."""
        until = self.next_due()
        if until is None or until > now:
            return None
        return heappop(self._times)[1]


def _until(row: bytes) -> datetime:
    return datetime.fromisoformat(row.partition(b"\n")[0].decode())
