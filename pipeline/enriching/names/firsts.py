# cython: boundscheck=False, wraparound=False
"""Tell where a number was met first, without an object for each number as a dict has."""

from __future__ import annotations

from typing import Final

__all__ = ["Firsts"]

_FEWEST: Final = 64


class Firsts:
    """Numbers (none is 0), and where each was met first."""

    __slots__ = ("_mask", "_numbers", "_places")

    def __init__(self, most: int) -> None:
        """There is room for *most* numbers, and as much again."""
        size = _FEWEST
        while size < 2 * most:
            size *= 2
        self._mask = size - 1
        self._numbers = memoryview(bytearray(8 * size)).cast("Q")
        self._places = memoryview(bytearray(4 * size)).cast("i")

    def met(self, number: int, place: int) -> int:
        """Return where a number was met before; -1 if it is new, and was met at *place* first."""
        at = number & self._mask
        while self._numbers[at]:
            if self._numbers[at] == number:
                return self._places[at]
            at = (at + 1) & self._mask
        self._numbers[at] = number
        self._places[at] = place
        return -1
