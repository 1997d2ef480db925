"""The ledger's rows: what it keeps of each item, what waits, and the words of the last versions."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from typing import Final

from pipeline.publishing.embargo import Waiting
from pipeline.publishing.entry import NOTHING, Entry
from pipeline.publishing.takes import Parts
from pipeline.publishing.wording import Text
from pipeline.stage import Row

__all__ = ["Book"]

_ENTRY, _WAITING, _PARTS, _TEXT = b"i:", b"h:", b"t:", b"x:"
"""What a row's key begins with: an item's entry, its version under embargo, its takes, and the
words of its last version."""

MOST_TEXTS: Final = 50_000
"""Last versions whose words are kept, to tell what the next one changed: some 75 MB. Of an item
that was not touched for so many others only counts are told."""


class Book:
    """Rows by item; every row that is written is also a change to be stored."""

    def __init__(self, most_texts: int = MOST_TEXTS) -> None:
        # Rows stay packed: a million items then take some hundred bytes each, not some thousand.
        self._entries: dict[bytes, bytes] = {}
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
            elif value is None:
                self._entries.pop(name, None)
            else:
                self._entries[name] = value

    def changes(self) -> list[Row]:
        """Return the rows written since the last call, the last value of each."""
        rows = list(self._changes.items())
        self._changes.clear()
        return rows

    def entry(self, key: bytes) -> Entry:
        """Return what is known of an item."""
        packed = self._entries.get(key)
        return NOTHING if packed is None else Entry.unpacked(packed)

    def write(self, key: bytes, entry: Entry) -> None:
        """Keep an item's entry."""
        packed = entry.packed()
        self._entries[key] = packed
        self._change(_ENTRY + key, packed)

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
