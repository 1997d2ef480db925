"""Read the words of a text: where each stands, its numbers, its shape, and what is between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.words import by_python

try:
    from pipeline.words.compiled import read as _read
except ImportError:  # built without a compiler: the same results, later
    from pipeline.words.by_python import read as _read

__all__ = ["Gaps", "Numbers", "Places", "Shapes", "Words", "is_compiled", "number_of", "read_words"]

Places = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.uint64]
Shapes = npt.NDArray[np.uint8]
Gaps = npt.NDArray[np.uint32]

number_of: Final[Callable[[str], int]] = by_python.number_of


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text, a row a word.

    A word is a run of letters, digits, marks and underscores (``re``'s ``\\w`` and Unicode's
    marks); in scripts that set no blanks it is one character with its marks. All else is a gap:
    ``U.S.`` is two words with a point between, ``Jean-Luc's`` three.
    """

    text: str
    starts: Places
    ends: Places
    """``text[starts[i]:ends[i]]`` is a word, in code points."""
    cased: Numbers
    """A number (64 bits) for the word as it stands ..."""
    plain: Numbers
    """... and for the word in small letters; equal in every process: see :func:`number_of`."""
    shapes: Shapes
    """Bits of :mod:`pipeline.words.signs`: capital, digits ..."""
    gaps: Gaps
    """What stands before each word, as bits of :mod:`pipeline.words.signs`; one more than words,
    the last for what follows the last word."""

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, number: int) -> str:
        """Return a word as it stands."""
        return self.text[self.starts[number] : self.ends[number]]

    def between(self, first: int, last: int) -> str:
        """Return the text from the first word to the last one, both with what is between."""
        return self.text[self.starts[first] : self.ends[last]]


def read_words(text: str) -> Words:
    """Return the words of a text, in time linear in its length (some 20 us for 4 KB, compiled)."""
    return Words(text, *_read(text))


def is_compiled() -> bool:
    """Tell whether this installation has the compiled functions."""
    return _read is not by_python.read
