# cython: boundscheck=False, wraparound=False
"""Words that may be the same name in another case: ``Путина``, ``Путину`` and ``Путин``."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.enriching.names.text import small
from pipeline.words import signs
from pipeline.words.numbers import LOW, PRIME, START, spread
from pipeline.words.reading import Words

__all__ = ["INFLECTED", "in_any_case"]

INFLECTED: Final = frozenset(("ru",))
"""Languages whose names have endings that are cut here."""

_START: Final = START
_PRIME: Final = PRIME
_LOW: Final = LOW
_CAPITAL: Final = signs.CAPITAL
_FOREIGN: Final = signs.FOREIGN
_LEAST: Final = 2
"""Letters that a word keeps, whatever its ending: ``Уфа``, ``Ына``."""
_YO: Final = ord("ё")
_YE: Final = ord("е")
_VOWELS: Final = "аеиоуыэюяйь"
_OF_TWO: Final = ("ом", "ем", "им", "ым", "ам", "ям", "ах", "ях", "их", "ых")
_OF_THREE: Final = ("ого", "его", "ому", "ему", "ими", "ыми", "ами", "ями")


def in_any_case(words: Words) -> npt.NDArray[np.uint64]:
    """Return the words' numbers in small letters, those with a capital without their endings.

    Endings are cut until none is left, so that all cases of a name come down to the same letters;
    what is left is no word, and only good for comparing.
    """
    found = words.plain.copy()
    into = found.data
    shapes, starts, ends = words.shapes.data, words.starts.data, words.ends.data
    text = words.text
    wanted = _CAPITAL | _FOREIGN
    for n in range(len(words)):
        if shapes[n] & wanted == wanted and ends[n] - starts[n] > _LEAST:
            into[n] = _stem(text, starts[n], ends[n])
    return found


def _stem(text: str, start: int, end: int) -> int:
    """Return the number of a word without its endings."""
    word = text[start:end].lower()
    size = len(word)
    while size > _LEAST:
        if size > _LEAST + 2 and word[size - 3 : size] in _OF_THREE:
            size -= 3
        elif size > _LEAST + 1 and word[size - 2 : size] in _OF_TWO:
            size -= 2
        elif word[size - 1] in _VOWELS:
            size -= 1
        else:
            break
    number = _START
    for at in range(size):
        code = small(ord(word[at]))
        number = ((number ^ (_YE if code == _YO else code)) * _PRIME) & _LOW
    return spread(number)
