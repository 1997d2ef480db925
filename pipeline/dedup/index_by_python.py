"""The index in plain Python: what ``compiled_index.pyx`` does where it was built.

Two dictionaries of a million items would need a kilobyte an item; this needs some ten bytes an
entry. It is a chained hash table in flat arrays: each entry knows how far back the entry before it
with the same bucket is, newest first, so a chain ends where the forgotten begin. Which row an entry
belongs to is not stored with it: each row knows where its entries end.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence

__all__ = ["Index"]

_MASK = 0xFFFFFFFF
_LEAST = 1024
_GROWTH = 1.12
_LOAD = 3
"""Entries a bucket: longer chains for less memory. Guesses that cost a few microseconds an item."""


class Index:
    """Entries (key, row number), added in the order of the numbers; keys have 32 bits.

    Different things may share a key: whoever looks up must compare what the row says.
    """

    def __init__(self) -> None:
        self._room(_LEAST)
        self._first = 0
        self._end = 0
        self._least = 0
        """The number of the first row of ``_ends``."""
        self._ends = array("Q")
        """For each row, from the oldest on, the entry behind its last."""

    def __len__(self) -> int:
        return self._end - self._first

    @property
    def capacity(self) -> int:
        """How many entries fit before the arrays must grow."""
        return self._size

    def add_row(self, keys: bytes, number: int) -> None:
        """Add all entries of a row, keys of four bytes; *number* is above any before it."""
        given = memoryview(keys).cast("I").tolist()
        if not given:
            return
        if not self._ends:
            self._least = number
        elif number < self._least + len(self._ends):
            raise ValueError("rows are added in their order")
        while self._end - self._first + len(given) > self._size:
            self._grow()
        rows_without = number - self._least - len(self._ends)
        self._ends.extend([self._end] * rows_without)
        self._put(given)
        self._ends.append(self._end)

    def _put(self, keys: Sequence[int]) -> None:
        heads, of_keys, back = self._heads, self._keys, self._back
        buckets, size, first, end = self._buckets, self._size, self._first, self._end
        for key in keys:
            bucket, at = key % buckets, end % size
            apart = (end + 1 - heads[bucket]) & _MASK
            of_keys[at] = key
            # A head may be older than all that is kept; then the chain begins anew.
            back[at] = apart if apart <= end - first else 0
            end += 1
            heads[bucket] = end & _MASK
        self._end = end

    def find(self, key: int, most: int) -> list[int]:
        """Return the numbers under a key, newest first, at most so many."""
        size, found = self._size, list[int]()
        entry = self._end - (self._end - self._heads[key % self._buckets] & _MASK)
        while entry > self._first and len(found) < most:
            at = (entry - 1) % size
            if self._keys[at] == key:
                found.append(self._least + bisect_right(self._ends, entry - 1))
            back = self._back[at]
            if not back:
                break
            entry -= back
        return found

    def met(
        self, keys: bytes, most_under_key: int, most: int, most_once: int
    ) -> list[tuple[int, int]]:
        """Return the numbers under most of the keys, and how many of them each has.

        Of each key the newest so many are counted. Those with several keys come first, the oldest
        first where they have as many; then the newest few that have one.
        """
        counts: dict[int, int] = {}
        for key in memoryview(keys).cast("I").tolist():
            for number in self.find(key, most_under_key):
                counts[number] = counts.get(number, 0) + 1
        often = [pair for pair in counts.items() if pair[1] > 1]
        found = sorted(often, key=lambda pair: (-pair[1], pair[0]))
        once = sorted(number for number, hits in counts.items() if hits == 1)
        return (found + [(number, 1) for number in once[-most_once:]])[:most]

    def forget_below(self, number: int) -> None:
        """Forget the entries of all rows with a smaller number."""
        gone = min(number - self._least, len(self._ends))
        if gone <= 0:
            return
        self._first = max(self._first, self._ends[gone - 1])
        if gone * 2 > len(self._ends) or gone == len(self._ends):
            del self._ends[:gone]
            self._least += gone

    def _room(self, size: int) -> None:
        self._size = size
        self._buckets = max(1, size // _LOAD)
        self._keys = array("I", bytes(4 * size))
        self._back = array("I", bytes(4 * size))
        # The entry behind a bucket's newest, modulo 2**32: no more entries are ever kept.
        self._heads = array("I", bytes(4 * self._buckets))

    def _grow(self) -> None:
        """Move everything into larger arrays."""
        keys, size, end = self._keys, self._size, self._end
        self._room(int(size * _GROWTH))
        self._end = self._first
        self._put([keys[entry % size] for entry in range(self._first, end)])
