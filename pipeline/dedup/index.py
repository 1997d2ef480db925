"""A small index from keys to row numbers, where the oldest entries leave first.

Two dictionaries of a million items would need a kilobyte an item; this needs some ten bytes an
entry. It is a chained hash table in flat arrays: each entry knows how far back the entry before it
with the same bucket is, newest first, so a chain ends where the forgotten begin. Which row an entry
belongs to is not stored with it: each row knows where its entries end.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["Index", "Keys", "Numbers"]

Keys: TypeAlias = NDArray[np.uint32]
Numbers: TypeAlias = NDArray[np.int64]

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

    def add(self, key: int, number: int) -> None:
        """Add an entry; *number* is not below any number before it."""
        self.add_row((key,), number)

    def add_row(self, keys: Sequence[int], number: int) -> None:
        """Add all entries of a row: the same as :meth:`add` of each, in one go."""
        while self._end - self._first + len(keys) > self._size:
            self._grow()
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
        self._note(number)

    def add_many(self, keys: Keys, numbers: Numbers) -> None:
        """Add entries as :meth:`add` does, all chains at once; *numbers* do not fall."""
        count = len(keys)
        if not count:
            return
        while self._end - self._first + count > self._size:
            self._grow()
        entries = np.arange(self._end, self._end + count)
        at = entries % self._size
        np.frombuffer(self._keys, np.uint32)[at] = keys
        buckets = keys % np.uint32(self._buckets)
        order, goes_on, back = _chains(buckets)
        heads = np.frombuffer(self._heads, np.uint32)
        begins = order[np.append(True, ~goes_on)]
        last = heads[buckets[begins]].astype(np.int64)
        apart = (entries[begins] + 1 - last) & _MASK
        back[begins] = np.where(apart <= entries[begins] - self._first, apart, 0)
        np.frombuffer(self._back, np.uint32)[at] = back
        ends = order[np.append(~goes_on, True)]
        heads[buckets[ends]] = (entries[ends] + 1) & _MASK
        of_row, starts = np.unique(numbers, return_index=True)
        behind = np.append(starts[1:], count) + self._end
        for number, end in zip(of_row.tolist(), behind.tolist(), strict=True):
            self._end = end
            self._note(number)

    def _note(self, number: int) -> None:
        """Note that the last entry belongs to a row."""
        if not self._ends:
            self._least = number
        place = number - self._least
        if place == len(self._ends) - 1:
            self._ends[place] = self._end
            return
        before = self._ends[-1] if self._ends else self._first
        self._ends.extend([before] * (place - len(self._ends)))  # rows without entries
        self._ends.append(self._end)

    def find(self, key: int) -> Iterator[int]:
        """Yield the numbers under a key, newest first."""
        size = self._size
        entry = self._end - (self._end - self._heads[key % self._buckets] & _MASK)
        while entry > self._first:
            at = (entry - 1) % size
            if self._keys[at] == key:
                yield self._least + bisect_right(self._ends, entry - 1)
            back = self._back[at]
            if not back:
                return
            entry -= back

    def count(self, keys: Iterable[int], most: int) -> dict[int, int]:
        """Return for each number under how many of the keys it is; the newest *most* of each."""
        counts: dict[int, int] = {}
        for key in keys:
            for number in islice(self.find(key), most):
                counts[number] = counts.get(number, 0) + 1
        return counts

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
        """Move everything into larger arrays, all chains at once."""
        entries = np.arange(self._first, self._end)
        keys = np.frombuffer(self._keys, np.uint32)[entries % self._size]
        self._room(int(self._size * _GROWTH))
        if not len(entries):
            return
        new = entries % self._size
        np.frombuffer(self._keys, np.uint32)[new] = keys
        buckets = keys % np.uint32(self._buckets)
        order, goes_on, back = _chains(buckets)
        np.frombuffer(self._back, np.uint32)[new] = back
        ends = order[np.append(~goes_on, True)]
        np.frombuffer(self._heads, np.uint32)[buckets[ends]] = (entries[ends] + 1) & _MASK


def _chains(buckets: Keys) -> tuple[Numbers, NDArray[np.bool_], Keys]:
    """Return the order by bucket, where in it a bucket goes on, and each entry's way back."""
    order = np.argsort(buckets, kind="stable")
    in_order = buckets[order]
    goes_on = in_order[1:] == in_order[:-1]
    back = np.zeros(len(buckets), np.uint32)
    back[order[1:][goes_on]] = (order[1:] - order[:-1])[goes_on]
    return order, goes_on, back
