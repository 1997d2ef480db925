"""A word's number, 64 bits and never 0, and that of several words in a row.

FNV-1a (public domain) over code points instead of bytes, spread over all bits. Compiled where a
compiler is there, with the types of ``numbers.pxd``.
"""

from __future__ import annotations

from typing import Final

__all__ = ["LOW", "PRIME", "START", "joined", "spread"]

START: Final = 0xCBF29CE484222325
PRIME: Final = 0x100000001B3
LOW: Final = 0xFFFFFFFFFFFFFFFF
"""A number begins with the first, and is ``(number ^ code) * PRIME & LOW`` for each letter."""

_PRIME: Final = PRIME
_LOW: Final = LOW
_SPREAD: Final = 0xFF51AFD7ED558CCD


def spread(number: int) -> int:
    """Return what the letters of a word came to, spread over all bits."""
    number = ((number ^ (number >> 33)) * _SPREAD) & _LOW
    return (number ^ (number >> 33)) or 1


def joined(number: int, then: int) -> int:
    """Return the number of several words in a row: of those before, and the next one."""
    return spread(((number * _PRIME) & _LOW) ^ then)
