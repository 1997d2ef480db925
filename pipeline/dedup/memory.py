"""What dedupe remembers of one partition: every origin that it answered, and each kept text.

The memory is a function of the log alone: rows come and go in the order of the items, by the
items' own time. So a memory that is restored answers as the one that wrote the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import islice
from struct import Struct
from typing import Final, TypeVar
from zlib import crc32

import numpy as np

from pipeline.dedup.fingerprint import Codes
from pipeline.dedup.index import Index
from pipeline.dedup.row import (
    Remembered,
    codes_of,
    decode_row,
    encode_row,
    figures_agree,
    packed_keys_of,
    without_codes,
)
from pipeline.stage import Row

__all__ = ["Memory"]

J = TypeVar("J")

_MOST_UNDER_KEY: Final = 32
_MOST_CANDIDATES: Final = 6
"""A phrase that every second story has leads nowhere: the newest 32 under each key are counted, and
the six texts with most keys in common are looked at. Guesses that bound the time of an item."""

_MOST_MET_ONCE: Final = 2
"""Of the texts with a single key in common only the latest are looked at: it is mostly a set
phrase."""

_RECENT: Final = 5_000
"""Latest items whose words are remembered, at 0.5 KB each; of older ones their keys and the bits of
their figures are, which know a copy that is hardly edited. A wire of 2,000 items a day brings
copies within hours; the number is a guess."""

_FADED: Final = 0.7
"""Share of a text's keys under which a faded one must be found, to be a copy of it."""

_MOST_VERSIONS: Final = 200
"""Versions of one item that are looked at; live pages were seen with some dozens."""

_MICROSECOND: Final = timedelta(microseconds=1)


class Memory:
    """Remembered items by origin, by item, by exact text, and by likeness."""

    def __init__(self, window: timedelta, least_items: int, max_items: int) -> None:
        self._window = window // _MICROSECOND
        self._least_items = min(least_items, max_items)
        self._max_items = max_items
        self._clock: int | None = None
        self._rows: list[bytes | None] = []
        self._below = 0
        """The number of the first place in the list."""
        self._first = 0
        """The number of the oldest row; the places before it are empty."""
        self._oldest: tuple[int, int] | None = None
        """The oldest row's number and clock, once they have been looked up."""
        self._count = 0
        self._codes: dict[int, Codes] = {}
        """The words of the latest texts, by their rows' numbers."""
        self._index = Index()
        self._changed: dict[bytes, bytes | None] = {}

    def __len__(self) -> int:
        return self._count

    @property
    def next_number(self) -> int:
        """The number of the next row to be remembered."""
        return self._below + len(self._rows)

    def answered(self, key: bytes) -> bool:
        """Return whether an item of this origin was answered before: then it is a redelivery."""
        return self._number_of(key) is not None

    def of_item(self, item_id: str, at: int) -> Iterator[Remembered]:
        """Yield the kept versions of an item within the window, latest first."""
        for number in islice(self._index.find(_key("item", item_id)), _MOST_VERSIONS):
            row = self._row(number)
            if row is None or row.item_id != item_id or row.taken_back or row.copy_of:
                continue
            if abs(row.event_at - at) <= self._window:
                yield row

    def of_story(self, source: str, slug: str, at: int, apart: timedelta) -> Iterator[Remembered]:
        """Yield the kept items of a source that bear a story's slugline, latest first."""
        most = apart // _MICROSECOND
        for number in islice(self._index.find(_key("slug", f"{source}/{slug}")), _MOST_VERSIONS):
            row = self._row(number)
            if row is None or row.slug != slug or not row.item_id.startswith(f"{source}/"):
                continue
            if abs(row.event_at - at) <= most:
                yield row

    def taken_back(self, item_id: str) -> bool:
        """Tell whether the latest word on an item is that it is killed or withheld."""
        for number in islice(self._index.find(_key("item", item_id)), _MOST_VERSIONS):
            row = self._row(number)
            if row is not None and row.item_id == item_id and not row.copy_of:
                return row.taken_back
        return False

    def copied_from(self, item_id: str) -> Iterator[str]:
        """Yield the items whose texts this one repeated, so that it was not kept."""
        for number in islice(self._index.find(_key("item", item_id)), _MOST_VERSIONS):
            row = self._row(number)
            if row is not None and row.item_id == item_id and row.copy_of:
                yield row.copy_of

    def credit_of(self, item_id: str) -> str:
        """Return to whom the latest kept version of an item is credited, or nothing."""
        for number in islice(self._index.find(_key("item", item_id)), _MOST_VERSIONS):
            row = self._row(number)
            if row is not None and row.item_id == item_id and not row.taken_back:
                return row.credit
        return ""

    def same_text(
        self, language: str, exact: str, at: int, apart: timedelta | None
    ) -> Remembered | None:
        """Return the first kept item of exactly these words, not further *apart* than that."""
        most = self._window if apart is None else min(self._window, apart // _MICROSECOND)
        first = None
        for number in self._index.find(_key("text", exact)):
            row = self._row(number)
            if row is None or row.exact != exact or row.language != language:
                continue
            if abs(row.event_at - at) <= most:
                first = row
        return first

    def met(self, keys: list[int]) -> dict[int, int]:
        """Return the rows that have some of these keys, and how many of them."""
        return self._index.count(keys, _MOST_UNDER_KEY)

    def like(
        self, met: dict[int, int], language: str, at: int, judge: Callable[[Codes], J | None]
    ) -> Iterator[tuple[Remembered, J]]:
        """Yield those of the *met* rows, of the language and within the window, that pass *judge*,
        likeliest first. Of two that are equally likely the first that was kept comes first."""
        often = [pair for pair in met.items() if pair[1] > 1]
        once = sorted(number for number, hits in met.items() if hits == 1)
        likeliest = sorted(often, key=lambda pair: (-pair[1], pair[0]))
        likeliest += [(number, 1) for number in once[-_MOST_MET_ONCE:]]
        for number, _ in likeliest[:_MOST_CANDIDATES]:
            codes = self._codes.get(number)
            verdict = None if codes is None else judge(codes)
            row = None if verdict is None else self._row(number)
            if row is None or verdict is None:
                continue
            if row.language == language and abs(row.event_at - at) <= self._window:
                yield row, verdict

    def faded(
        self, met: dict[int, int], keys: int, language: str, at: int, codes: Codes
    ) -> tuple[Remembered, float] | None:
        """Return an item whose words are forgotten and that the text is a copy of, and how sure.

        It has most of the text's *keys*, and its figures.
        """
        for number, hits in met.items():
            row = self._row(number) if hits >= _FADED * keys else None
            if row is None or number in self._codes:
                continue
            near = row.language == language and abs(row.event_at - at) <= self._window
            if near and figures_agree(codes, row.figures):
                return row, hits / keys
        return None

    def advance(self, event_at: int) -> int:
        """Return the memory's clock with *event_at* taken into account."""
        return event_at if self._clock is None else max(self._clock, event_at)

    def remember(self, key: bytes, row: Remembered, keys: list[int], codes: Codes) -> None:
        """Remember an answer under its origin, and forget what has left the window."""
        value = encode_row(row, keys, codes)
        self._add(key, value, row, keys)
        self._change(key, value)
        self._evict()

    def changes(self) -> list[Row]:
        """Return the rows written since the last call, and forget them."""
        changed, self._changed = self._changed, {}
        return list(changed.items())

    def restore(self, rows: Iterable[Row]) -> None:
        """Take rows as :meth:`changes` gave them, oldest first."""
        fresh: dict[bytes, bytes] = {}
        for key, value in rows:
            if key in fresh:
                del fresh[key]  # written and forgotten within these rows
            else:
                number = self._number_of(key)
                if number is not None:
                    self._forget(number)
            if value is not None:
                fresh[key] = value
        self._add_all(fresh)

    def _add_all(self, rows: dict[bytes, bytes]) -> None:
        """Add rows in their order, with one addition to the index for all of them."""
        keys: list[bytes] = []
        numbers: list[int] = []
        counts: list[int] = []
        for key, value in rows.items():
            row = decode_row(value)
            if self._place(key, value, row):
                own = _own_keys(key, row)
                packed = packed_keys_of(value) if row.exact else b""
                keys.append(_U4[len(own)](*own) + packed)
                numbers.append(row.number)
                counts.append(len(own) + len(packed) // 4)
        self._index.add_many(
            np.frombuffer(b"".join(keys), "<u4"), np.repeat(np.array(numbers, np.int64), counts)
        )

    def _add(self, key: bytes, value: bytes, row: Remembered, keys: list[int]) -> None:
        if self._place(key, value, row):
            own = _own_keys(key, row)
            self._index.add_row((*own, *keys) if row.exact else own, row.number)

    def _place(self, key: bytes, value: bytes, row: Remembered) -> bool:
        """Put a row at its number; False if it is older than the oldest, which left before it."""
        if not self._count:
            self._rows, self._below, self._first = [], row.number, row.number
        place = row.number - self._below
        if place < 0:
            return False
        # Numbers follow one another; a hole would be a row that the log has lost.
        self._rows.extend([None] * (place + 1 - len(self._rows)))
        self._rows[place] = key + b"\0" + without_codes(value)
        codes = codes_of(value)
        if len(codes):
            self._codes[row.number] = codes.copy()  # else the whole value would stay with it
        while self._codes and next(iter(self._codes)) <= row.number - _RECENT:
            del self._codes[next(iter(self._codes))]
        self._count += 1
        self._clock = self.advance(row.clock)
        return True

    def _evict(self) -> None:
        """Forget the oldest while they are too many, or time has moved on by the window.

        The clock is the items' own, so an archive that jumps back by years is remembered too:
        what counts is how far time went on since a row was written. The last few stay in any
        case: where archive and live copy meet, time jumps within the batch that may come again.
        """
        while self._count and self._clock is not None:
            oldest = self._rows[self._first - self._below]
            if oldest is not None:
                key, _, value = oldest.partition(b"\0")
                if self._oldest is None or self._oldest[0] != self._first:
                    self._oldest = self._first, decode_row(value).clock
                late = self._clock - self._oldest[1] > self._window
                if self._count <= (self._least_items if late else self._max_items):
                    return
                self._change(key, None)
            self._forget(self._first)

    def _forget(self, number: int) -> None:
        """Empty a row's place, and give up the places and entries before the oldest row."""
        place = number - self._below
        if self._rows[place] is not None:
            self._rows[place] = None
            self._codes.pop(number, None)
            self._count -= 1
        while self._first < self.next_number and self._rows[self._first - self._below] is None:
            self._first += 1
        self._index.forget_below(self._first)
        if (self._first - self._below) * 2 > len(self._rows):
            del self._rows[: self._first - self._below]
            self._below = self._first

    def _change(self, key: bytes, value: bytes | None) -> None:
        self._changed.pop(key, None)  # a row lies in the log where it was last written
        self._changed[key] = value

    def _number_of(self, key: bytes) -> int | None:
        start = key + b"\0"
        for number in self._index.find(_key("origin", key)):
            stored = self._stored(number)
            if stored is not None and stored.startswith(start):
                return number
        return None

    def _stored(self, number: int) -> bytes | None:
        return self._rows[number - self._below] if number >= self._below else None

    def _value(self, number: int) -> bytes | None:
        stored = self._stored(number)
        return None if stored is None else stored.partition(b"\0")[2]

    def _row(self, number: int) -> Remembered | None:
        value = self._value(number)
        return None if value is None else decode_row(value)


_U4: Final = {n: Struct(f"<{n}I").pack for n in range(1, 5)}


def _own_keys(key: bytes, row: Remembered) -> tuple[int, ...]:
    """Return the keys under which a row is found, besides those of its words."""
    origin = _key("origin", key)
    if row.taken_back or row.copy_of:
        return origin, _key("item", row.item_id)
    if not row.exact:
        return (origin,)
    own = origin, _key("item", row.item_id), _key("text", row.exact)
    if not row.slug:
        return own
    source = row.item_id.partition("/")[0]
    return *own, _key("slug", f"{source}/{row.slug}")


def _key(kind: str, name: str | bytes) -> int:
    """Return 32 bits for a name of a kind; what is found under them is compared in full."""
    data = name if isinstance(name, bytes) else name.encode("utf-8", "surrogatepass")
    return crc32(data, crc32(kind.encode()))
