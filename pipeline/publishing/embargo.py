"""Items under embargo: which one waits, until when, and whose time has come."""

from __future__ import annotations

from datetime import datetime
from heapq import heappop, heappush

from schemas.codec import decode, encode
from schemas.types import Embargo
from schemas.wire import WireItem

__all__ = ["Waiting", "end_together", "holds", "strictest"]

_FOREVER = b"-"
"""Stands in a row for the time of an embargo that has none."""


def holds(embargo: Embargo | None, now: datetime) -> bool:
    """Tell whether an embargo keeps an item back; one without a time does until it is lifted."""
    return embargo is not None and (embargo.until is None or embargo.until > now)


def strictest(one: Embargo | None, other: Embargo | None) -> Embargo | None:
    """Return the embargo that holds longer; one without a time holds longest.

    >>> strictest(None, Embargo()) == Embargo()
    True
    """
    if one is None or other is None:
        return one or other
    if one.until is None or other.until is None:
        return one if one.until is None else other
    return one if one.until >= other.until else other


def end_together(one: Embargo | None, other: Embargo | None) -> bool:
    """Tell whether two embargoes end at the same time, whatever their notes say."""
    if one is None or other is None:
        return one is other
    return one.until == other.until


class Waiting:
    """The items that wait, at most one version of each: the newest."""

    def __init__(self) -> None:
        self._rows: dict[bytes, bytes] = {}
        self._times: list[tuple[datetime, bytes]] = []
        """A heap of (until, key); it may hold times that no longer count."""

    def __contains__(self, key: bytes) -> bool:
        return key in self._rows

    def get(self, key: bytes) -> WireItem | None:
        """Return the item that waits under *key*."""
        row = self._rows.get(key)
        return None if row is None else decode(WireItem, row.partition(b"\n")[2])

    def put(self, key: bytes, item: WireItem) -> bytes:
        """Let *item* wait, in place of what waited before; return its row's value."""
        until = item.embargo.until if item.embargo is not None else None
        head = _FOREVER if until is None else until.isoformat().encode()
        row = head + b"\n" + encode(item)
        self.restore(key, row)
        return row

    def restore(self, key: bytes, row: bytes | None) -> None:
        """Take a row that ``put`` returned; None forgets what waited under *key*."""
        if row is None:
            self._rows.pop(key, None)
            return
        self._rows[key] = row
        until = _until(row)
        if until is not None:
            heappush(self._times, (until, key))

    def next_due(self) -> datetime | None:
        """Return the earliest time for which an item waits, or None."""
        while self._times:
            until, key = self._times[0]
            if key in self._rows and _until(self._rows[key]) == until:
                return until
            heappop(self._times)
        return None

    def take_due(self, now: datetime) -> bytes | None:
        """Return the key of the item whose time came first, if it has come, and forget its time.

        Items of the same time come in the order of their keys, so that a run can be repeated.
        """
        until = self.next_due()
        if until is None or until > now:
            return None
        return heappop(self._times)[1]


def _until(row: bytes) -> datetime | None:
    head = row.partition(b"\n")[0]
    return None if head == _FOREVER else datetime.fromisoformat(head.decode())
