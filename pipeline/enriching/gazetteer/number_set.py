"""A set of words by their numbers, in one block of memory."""

from __future__ import annotations

from typing import Any

__all__ = ["NumberSet"]


class NumberSet:
    """Numbers in order, of which it is asked whether one is there."""

    def __init__(self, numbers: Any) -> None:
        """*numbers* is a buffer of them (uint64), the smallest first."""
        self._numbers = numbers

    def has(self, number: int) -> bool:
        """Tell whether a number is there."""
        low, high = 0, len(self._numbers)
        while low < high:
            middle = (low + high) // 2
            if self._numbers[middle] < number:
                low = middle + 1
            else:
                high = middle
        return low < len(self._numbers) and bool(self._numbers[low] == number)
