"""The ledger's rows: what it keeps of each item, what waits, and the words of the last versions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import Final

from pipeline.publishing.embargo import Waiting
from pipeline.publishing.entry import NOTHING, Entry
from pipeline.publishing.fading import faded, is_faded, pack_faded, unpack_faded
from pipeline.publishing.takes import Parts
from pipeline.publishing.wording import Text
from pipeline.stage import Row

__all__ = ["Book"]

_ENTRY, _WAITING, _PARTS, _TEXT, _DAY = b"i:", b"h:", b"t:", b"x:", b"d:"
"""What a row's key begins with: an item's entry, its version under embargo, its takes, the words of
its last version; and the latest day of all items."""

FADE_DAYS: Final = 30
"""After so many days without a word on an item, by the items' own time, its entry is cut to what
late versions and kills need. Raw copy is kept as long; a guess."""

LEAST_ENTRIES: Final = 20_000
"""The entries written last are kept whole whatever their day: a batch that comes again after a
crash must find them, and archives are fed in any order."""

MOST_TEXTS: Final = 50_000
"""Last versions whose words are kept, to tell what the next one changed: some 75 MB. Of an item
that was not touched for so many others only counts are told."""


class Book:
    """Rows by item; every row that is written is also a change to be stored."""

    def __init__(self, most_texts: int = MOST_TEXTS, least_entries: int = LEAST_ENTRIES) -> None:
        # Rows stay packed: a million items then take some hundred bytes each, not some thousand.
        self._entries: OrderedDict[bytes, bytes] = OrderedDict()
        """The one written last is the last."""
        self._faded: dict[bytes, bytes] = {}
        self._least_entries = least_entries
        self._day = 0
        self._oldest: tuple[bytes, int] | None = None
        """The first of the entries and its day, once they were looked up."""
        self._texts: OrderedDict[bytes, bytes] = OrderedDict()
        self._most_texts = most_texts
        self.waiting = Waiting()
        self.parts = Parts()
        self._changes: dict[bytes, bytes | None] = {}

    def restore(self, rows: Iterable[Row]) -> None:
        """Take committed rows, oldest first."""
        for key, value in rows:
            kind, name = key[:2], key[2:]
            if kind == _WAITING:
                self.waiting.restore(name, value)
            elif kind == _PARTS:
                self.parts.restore(name, value)
            elif kind == _TEXT:
                self._keep_text(name, value)
            elif kind == _DAY:
                self._day = int(value or b"0")
            else:
                self._place(name, value)

    def changes(self) -> list[Row]:
        """Return the rows written since the last call, the last value of each."""
        rows = list(self._changes.items())
        self._changes.clear()
        return rows

    def entry(self, key: bytes) -> Entry:
        """Return what is known of an item."""
        packed = self._entries.get(key)
        if packed is not None:
            return Entry.unpacked(packed)
        packed = self._faded.get(key)
        return NOTHING if packed is None else unpack_faded(packed, key)

    def write(self, key: bytes, entry: Entry) -> None:
        """Keep an item's entry; entries of which long nothing was heard fade."""
        packed = entry.packed()
        self._place(key, packed)
        self._change(_ENTRY + key, packed)
        if entry.touched > self._day:
            self._day = entry.touched
            self._change(_DAY, b"%d" % self._day)
        while len(self._entries) > self._least_entries and self._fades_first():
            continue

    def _place(self, key: bytes, packed: bytes | None) -> None:
        self._entries.pop(key, None)
        self._faded.pop(key, None)
        if self._oldest is not None and self._oldest[0] == key:
            self._oldest = None
        if packed is not None:
            (self._faded if is_faded(packed) else self._entries)[key] = packed

    def _fades_first(self) -> bool:
        """Cut the entry written longest ago, if it is old enough."""
        if self._oldest is None:
            key = next(iter(self._entries))
            self._oldest = key, Entry.unpacked(self._entries[key]).touched
        key, day = self._oldest
        if day + FADE_DAYS >= self._day:
            return False
        packed = pack_faded(faded(Entry.unpacked(self._entries[key])), key)
        self._place(key, packed)
        self._change(_ENTRY + key, packed)
        return True

    def wait(self, key: bytes, row: bytes | None) -> None:
        """Note that what waits under *key* has changed."""
        self._change(_WAITING + key, row)

    def write_parts(self, key: bytes, row: bytes | None) -> None:
        """Note that the takes of *key* have changed."""
        self._change(_PARTS + key, row)

    def text(self, key: bytes) -> Text | None:
        """Return the words of an item's last usable version, if they are kept."""
        packed = self._texts.get(key)
        return None if packed is None else Text.unpacked(packed)

    def write_text(self, key: bytes, text: Text | None) -> None:
        """Keep the words of a version; None forgets them, as those of a killed story."""
        packed = None if text is None else text.packed()
        if packed is None and key not in self._texts:
            return
        self._keep_text(key, packed)
        self._change(_TEXT + key, packed)
        while len(self._texts) > self._most_texts:
            oldest, _ = self._texts.popitem(last=False)
            self._change(_TEXT + oldest, None)

    def _keep_text(self, key: bytes, packed: bytes | None) -> None:
        self._texts.pop(key, None)  # the latest written is the last to go
        if packed is not None:
            self._texts[key] = packed

    def _change(self, key: bytes, value: bytes | None) -> None:
        self._changes.pop(key, None)  # a row lies in the log where it was last written
        self._changes[key] = value
