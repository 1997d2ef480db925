"""Find a word by the place where it stands.

Compiled where a compiler is there, with the types of ``search.pxd``; ``bisect`` would make numbers
for Python of what it looks at.
"""

from __future__ import annotations

__all__ = ["first_from"]


def first_from(starts: memoryview, char: int) -> int:
    """Return the first word that begins at a character or behind it.

    *starts* tells where each word begins (32 bits); the number of words if none does so far on.
    """
    low, high = 0, len(starts)
    while low < high:
        middle = (low + high) >> 1
        if starts[middle] < char:
            low = middle + 1
        else:
            high = middle
    return low
