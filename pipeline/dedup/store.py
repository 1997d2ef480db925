"""Byte strings by their numbers, in little more room than their bytes; the oldest leave first.

A million ``bytes`` objects need forty bytes each besides what they hold. So strings of numbers that
follow one another are joined, sixty-four at a time, behind a table of where each begins.
"""

from __future__ import annotations

from collections import deque
from itertools import accumulate
from struct import Struct
from typing import Final

__all__ = ["Store"]

_JOINED: Final = 64
_TABLE: Final = Struct(f"<{_JOINED + 1}I")
_PLACE: Final = Struct("<II")


class Store:
    """Byte strings by number; those that are empty are not there."""

    def __init__(self) -> None:
        self._joined: deque[bytes] = deque()
        self._latest: list[bytes] = []
        """The strings behind those that are joined."""
        self._below = 0
        """The number of the first string that is joined."""

    @property
    def below(self) -> int:
        """The number of the first place; what was before it is forgotten."""
        return self._below

    @property
    def end(self) -> int:
        """The number behind the last place."""
        return self._below + len(self._joined) * _JOINED + len(self._latest)

    def add(self, number: int, value: bytes) -> None:
        """Put a string at a number, which is above any before it."""
        if not self._joined and not self._latest:
            self._below = number
        missing = number - self.end
        if missing < 0:
            raise ValueError("numbers are added in their order")
        latest = self._latest
        for string in (*[b""] * missing, value):
            latest.append(string)
            if len(latest) == _JOINED:
                self._joined.append(_joined(latest))
                latest.clear()

    def get(self, number: int) -> bytes:
        """Return the string of a number, or an empty one."""
        place = number - self._below
        if place < 0:
            return b""
        group, at = divmod(place, _JOINED)
        if group < len(self._joined):
            joined = self._joined[group]
            start, end = _PLACE.unpack_from(joined, 4 * at)
            return joined[start:end]
        return self._latest[at] if group == len(self._joined) and at < len(self._latest) else b""

    def clear(self, number: int) -> None:
        """Forget the string of a number."""
        place = number - self._below
        if place < 0 or number >= self.end:
            return
        group, at = divmod(place, _JOINED)
        if group == len(self._joined):
            self._latest[at] = b""
            return
        joined = self._joined[group]
        starts = _TABLE.unpack_from(joined)
        strings = [joined[starts[n] : starts[n + 1]] for n in range(_JOINED)]
        strings[at] = b""
        self._joined[group] = _joined(strings)

    def forget_below(self, number: int) -> None:
        """Forget all strings with a smaller number; some of the latest may stay."""
        while self._joined and self._below + _JOINED <= number:
            self._joined.popleft()
            self._below += _JOINED


def _joined(strings: list[bytes]) -> bytes:
    starts = accumulate(map(len, strings), initial=_TABLE.size)
    return _TABLE.pack(*starts) + b"".join(strings)
