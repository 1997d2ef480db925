"""What dedupe remembers of one partition: every origin that it answered, and each kept text.

The memory is a function of the log alone: rows come and go in the order of the items, by the
items' own time. So a memory that is restored answers as the one that wrote the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

import orjson

from pipeline.dedup.fingerprint import Fingerprint
from pipeline.dedup.nearness import Nearness, bands_of, nearness
from pipeline.stage import Row
from schemas.headers import origin_key
from schemas.types import Origin

__all__ = ["Memory", "Remembered"]

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Remembered:
    """One item that was answered; without a print it was diverted, or has no text."""

    key: str
    number: int
    """Its place in the order of the memory."""
    clock: datetime
    """The latest event time that was seen when it was remembered."""
    event_at: datetime
    language: str
    item_id: str
    version: int | None
    versioned_at: datetime | None
    credit: str
    headline: str
    print: Fingerprint | None


class Memory:
    """Remembered items by origin, by exact text, by item, and by likeness."""

    def __init__(self, window: timedelta, max_items: int) -> None:
        self._window = window
        self._max_items = max_items
        self._clock: datetime | None = None
        self._next = 0
        self._rows: dict[str, Remembered] = {}
        self._by_text: dict[tuple[str, bytes], list[str]] = {}
        self._by_item: dict[str, list[str]] = {}
        self._by_band: dict[tuple[str, bytes], list[str]] = {}
        self._changed: dict[bytes, bytes | None] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def answered(self, origin: Origin) -> bool:
        """Return whether an item of this origin was answered before: then it is a redelivery."""
        return origin_key(origin) in self._rows

    def of_item(self, item_id: str) -> Iterator[Remembered]:
        """Yield the kept versions of an item, latest first."""
        for key in reversed(self._by_item.get(item_id, ())):
            yield self._rows[key]

    def same_text(self, language: str, print_: Fingerprint, at: datetime) -> Remembered | None:
        """Return the first kept item of exactly these words within the window."""
        for key in self._by_text.get((language, print_.exact), ()):
            if abs(self._rows[key].event_at - at) <= self._window:
                return self._rows[key]
        return None

    def nearest(
        self, language: str, print_: Fingerprint, at: datetime, other_than: str
    ) -> tuple[Remembered, Nearness] | None:
        """Return the nearest kept copy of a text within the window; of equals, the first."""
        best: tuple[Remembered, Nearness] | None = None
        found: dict[str, None] = {}
        for band in bands_of(print_):
            found.update(dict.fromkeys(self._by_band.get((language, band), ())))
        for key in sorted(found, key=lambda k: self._rows[k].number):
            row = self._rows[key]
            if row.item_id == other_than or row.print is None:
                continue
            if abs(row.event_at - at) > self._window:
                continue
            near = nearness(print_, row.print)
            if near.is_copy and (best is None or near.similarity > best[1].similarity):
                best = row, near
        return best

    def remember(
        self,
        origin: Origin,
        event_at: datetime,
        language: str,
        item_id: str,
        version: int | None,
        versioned_at: datetime | None,
        credit: str,
        headline: str,
        print_: Fingerprint | None,
    ) -> None:
        """Remember an answer, and forget what has left the window."""
        self._clock = event_at if self._clock is None else max(self._clock, event_at)
        row = Remembered(
            origin_key(origin), self._next, self._clock, event_at, language, item_id,
            version, versioned_at, credit, headline, print_,
        )  # fmt: skip
        self._add(row)
        self._changed[row.key.encode()] = _encode(row)
        self._evict()

    def changes(self) -> list[Row]:
        """Return the rows written since the last call, and forget them."""
        changed, self._changed = self._changed, {}
        return list(changed.items())

    def restore(self, rows: Iterable[Row]) -> None:
        """Take rows as :meth:`changes` gave them, oldest first."""
        for key, value in rows:
            if value is None:
                self._forget(key.decode())
            else:
                self._add(_decode(key.decode(), value))

    def _add(self, row: Remembered) -> None:
        self._forget(row.key)
        self._rows[row.key] = row
        self._next = max(self._next, row.number + 1)
        self._clock = row.clock if self._clock is None else max(self._clock, row.clock)
        if row.print is None:
            return
        self._by_text.setdefault((row.language, row.print.exact), []).append(row.key)
        self._by_item.setdefault(row.item_id, []).append(row.key)
        if row.print.is_comparable:
            for band in bands_of(row.print):
                self._by_band.setdefault((row.language, band), []).append(row.key)

    def _evict(self) -> None:
        """Forget the oldest while they are too many, or time has moved on by the window.

        The clock is the items' own, so an archive that jumps back by years is remembered too:
        what counts is how far time went on since a row was written.
        """
        clock = self._clock
        while self._rows and clock is not None:
            oldest = next(iter(self._rows.values()))
            if len(self._rows) <= self._max_items and clock - oldest.clock <= self._window:
                return
            self._forget(oldest.key)
            self._changed[oldest.key.encode()] = None

    def _forget(self, key: str) -> None:
        row = self._rows.pop(key, None)
        if row is None or row.print is None:
            return
        _discard(self._by_text, (row.language, row.print.exact), key)
        _discard(self._by_item, row.item_id, key)
        if row.print.is_comparable:
            for band in bands_of(row.print):
                _discard(self._by_band, (row.language, band), key)


def _discard(index: dict[K, list[str]], under: K, key: str) -> None:
    keys = index.get(under)
    if keys is not None and key in keys:
        keys.remove(key)
        if not keys:
            del index[under]


def _encode(row: Remembered) -> bytes:
    print_ = row.print
    told = (
        None
        if print_ is None
        else [
            print_.exact.hex(),
            print_.words,
            print_.sketch,
            sorted(print_.sentences),
            sorted(print_.figures),
            print_.is_prose,
        ]
    )
    return orjson.dumps(
        [
            row.number, row.clock, row.event_at, row.language, row.item_id, row.version,
            row.versioned_at, row.credit, row.headline, told,
        ]
    )  # fmt: skip


def _decode(key: str, value: bytes) -> Remembered:
    (number, clock, event_at, language, item_id, version, versioned_at, credit, headline, told) = (
        orjson.loads(value)
    )
    print_ = None
    if told is not None:
        exact, words, sketch, sentences, figures, is_prose = told
        print_ = Fingerprint(
            bytes.fromhex(exact),
            words,
            tuple(sketch),
            frozenset(sentences),
            frozenset(figures),
            is_prose,
        )
    return Remembered(
        key,
        number,
        datetime.fromisoformat(clock),
        datetime.fromisoformat(event_at),
        language,
        item_id,
        version,
        datetime.fromisoformat(versioned_at) if versioned_at else None,
        credit,
        headline,
        print_,
    )
