"""What dedupe remembers of one partition: every origin that it answered, and each kept text.

The memory is a function of the log alone: rows come and go in the order of the items, by the
items' own time. So a memory that is restored answers as the one that wrote the rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from pipeline.dedup.kept import Kept, own_keys
from pipeline.dedup.row import Parts, Remembered, clock_of, packed, packed_head, parts_of
from pipeline.stage import Row

__all__ = ["Memory"]

_MICROSECOND: Final = timedelta(microseconds=1)


class Memory:
    """Remembered items within a *window* of their own time."""

    def __init__(
        self, window: timedelta, least_items: int, max_items: int, recent_items: int
    ) -> None:
        self.window = window // _MICROSECOND
        """Microseconds."""
        self._least_items = min(least_items, max_items)
        self._max_items = max_items
        self._clock: int | None = None
        self.kept = Kept(recent_items)
        self._oldest: tuple[int, bytes, int] | None = None
        """The oldest row's number, origin and clock, once they have been looked up."""
        self._changed: dict[bytes, bytes | None] = {}

    def __len__(self) -> int:
        return self.kept.count

    def answered(self, origin: bytes) -> bool:
        """Return whether an item of this origin was answered before: then it is a redelivery."""
        return self.kept.number_of(origin) is not None

    def advance(self, event_at: int) -> int:
        """Return the memory's clock with *event_at* taken into account."""
        return event_at if self._clock is None else max(self._clock, event_at)

    def remember(self, origin: bytes, row: Remembered, keys: bytes, words: bytes = b"") -> None:
        """Remember an answer under its origin, and forget what has left the window.

        The row's number is ``kept.next_number``.
        """
        every = own_keys(origin, row) + (keys if row.exact else b"")
        parts = Parts(row.number, every, packed_head(row, words), words)
        if self.kept.add(origin, parts):
            self._clock = self.advance(row.clock)
        self._change(origin, packed(parts))
        self._evict()

    def changes(self) -> list[Row]:
        """Return the rows written since the last call, and forget them."""
        changed, self._changed = self._changed, {}
        return list(changed.items())

    def restore(self, rows: Iterable[Row]) -> None:
        """Take rows as :meth:`changes` gave them, oldest first.

        Raises :class:`~pipeline.dedup.row.OtherFormatError` for rows of another build.
        """
        fresh: dict[bytes, bytes] = {}
        for key, value in rows:
            if key in fresh:
                del fresh[key]  # written and forgotten within these rows
            else:
                number = self.kept.number_of(key)
                if number is not None:
                    self.kept.forget(number)
            if value is not None:
                fresh[key] = value
        for key, value in fresh.items():
            parts = parts_of(value)
            if self.kept.add(key, parts):
                self._clock = self.advance(clock_of(parts.head))

    def _evict(self) -> None:
        """Forget the oldest while they are too many, or time has moved on by the window.

        The clock is the items' own, so an archive that jumps back by years is remembered too:
        what counts is how far time went on since a row was written. The last few stay in any
        case: where archive and live copy meet, time jumps within the batch that may come again.
        """
        kept = self.kept
        while kept.count > self._least_items and self._clock is not None:
            if self._oldest is None or self._oldest[0] != kept.first:
                self._oldest = kept.first, *kept.origin_and_clock(kept.first)
            number, origin, clock = self._oldest
            if kept.count <= self._max_items and self._clock - clock <= self.window:
                return
            self._change(origin, None)
            kept.forget(number)

    def _change(self, key: bytes, value: bytes | None) -> None:
        self._changed.pop(key, None)  # a row lies in the log where it was last written
        self._changed[key] = value
