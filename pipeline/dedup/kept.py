"""The rows that a memory keeps: by number, by origin, and under every key that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct
from typing import Final
from zlib import crc32

from pipeline.dedup.index import Index
from pipeline.dedup.named import names_of_row
from pipeline.dedup.row import Parts, Remembered, clock_of, head_of
from pipeline.dedup.store import Store

__all__ = ["Kept", "key_of", "own_keys"]

_MOST_UNDER_NAME: Final = 200
"""Rows under one name (versions of an item, a slugline's stories) that are looked at, the latest;
live pages were seen with some dozens of versions."""

_LONGEST_GAP: Final = 100_000
"""Numbers follow one another; a hole is rows that the log has lost. After a longer one everything
before it is forgotten."""

_KEYS: Final = {n: Struct(f"<{n}I").pack for n in range(1, 8)}
_ORIGIN: Final = crc32(b"origin")
_KINDS: Final = {
    kind: crc32(kind.encode()) for kind in ("item", "text", "slug", "origin", "name", "named")
}
"""What a row is found under; ``name``: a story's headline or slugline, ``named``: one that a kill
names."""


class Kept:
    """Rows in the order of their numbers; of the latest *recent* the words are kept as well."""

    def __init__(self, recent: int) -> None:
        self._recent = recent
        self._rows, self._words = Store(), Store()
        self._index = Index()
        self._next = 0
        self.count = 0
        """How many rows there are."""
        self.first = 0
        """The number of the oldest."""

    @property
    def next_number(self) -> int:
        """The number of the next row."""
        return self._next

    def add(self, origin: bytes, parts: Parts) -> bool:
        """Keep a row; False if its number is below the oldest's, which left before it."""
        number, keys, head, words = parts
        if not self.count or number - self._next > _LONGEST_GAP:
            self._rows, self._words, self._index = Store(), Store(), Index()
            self.count, self.first = 0, number
        elif number < self._next:
            return False
        self._rows.add(number, b"%b\0%b" % (origin, head))
        if self._recent:
            self._words.add(number, words)
            self._words.forget_below(number - self._recent)
        self._index.add_row(keys, number)
        self._next = number + 1
        self.count += 1
        return True

    def forget(self, number: int) -> None:
        """Forget a row; what lies before the oldest that is left gives up its room."""
        if self._rows.get(number):
            self._rows.clear(number)
            self.count -= 1
        if number == self.first:
            self._skip_to_first()
            self._rows.forget_below(self.first)
            self._index.forget_below(self.first)

    def _skip_to_first(self) -> None:
        while self.first < self._next and not self._rows.get(self.first):
            self.first += 1

    def number_of(self, origin: bytes) -> int | None:
        """Return the number of the row of an origin, if there is one."""
        start = origin + b"\0"
        for number in self._index.find(crc32(origin, _ORIGIN), _MOST_UNDER_NAME):
            if self._rows.get(number).startswith(start):
                return number
        return None

    def named(self, key: int) -> Iterator[Remembered]:
        """Yield the rows under a key, latest first; different names may share a key."""
        for number in self._index.find(key, _MOST_UNDER_NAME):
            row = self.row(number)
            if row is not None:
                yield row

    def met(
        self, keys: bytes, most_under_key: int, most: int, most_once: int
    ) -> list[tuple[int, int]]:
        """Return the rows under most of these keys; see the index."""
        return self._index.met(keys, most_under_key, most, most_once)

    def row(self, number: int) -> Remembered | None:
        """Return what is remembered under a number."""
        stored = self._rows.get(number)
        return head_of(number, stored[stored.index(b"\0") + 1 :]) if stored else None

    def words(self, number: int) -> bytes:
        """Return the words of a row, while it is one of the latest."""
        return self._words.get(number) if number > self._next - 1 - self._recent else b""

    def origin_and_clock(self, number: int) -> tuple[bytes, int]:
        """Return a row's origin, and its clock."""
        origin, _, head = self._rows.get(number).partition(b"\0")
        return origin, clock_of(head)


def key_of(kind: str, name: str | bytes) -> int:
    """Return 32 bits for a name of a kind; what is found under them is compared in full."""
    data = name if isinstance(name, bytes) else name.encode("utf-8", "surrogatepass")
    return crc32(data, _KINDS[kind])


def own_keys(origin: bytes, row: Remembered) -> bytes:
    """Return the keys under which a row is found, besides those of its words."""
    keys = [crc32(origin, _ORIGIN)]
    if row.exact or row.taken_back or row.copy_of:
        keys.append(key_of("item", row.item_id))
    if row.exact and not row.taken_back and not row.copy_of:
        keys.append(key_of("text", row.exact))
        if row.slug:
            source = row.item_id.partition("/")[0]
            keys.append(key_of("slug", f"{source}/{row.slug}"))
    if len(keys) > 1:
        kind = "named" if row.taken_back else "name"
        keys += [key_of(kind, name) for name in names_of_row(row.headline, row.slug)]
    return _KEYS[len(keys)](*keys)
