"""How common a word is in its language: the table ``common_words.bin``.

Compiled by ``python -m pipeline.enriching.keywords.build``; its sources and licence stand in
``COMMON-WORDS-LICENSE.md``.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.words.reading import Words

__all__ = ["CommonWords", "common_words"]

_STOP: Final = 255

_NO_NOUN: Final = 100
"""What is added to how common a word is that is no noun, such as a verb of a headline ..."""
_NO_NOUN_WORTH: Final = 0.4
"""... and what such a word is worth against a noun. A guess: an editor takes neither "slams" nor
"unilaterally"; titles, by which keywords are measured, have such words (0.419 without it)."""

_RARE: Final = 1.0
"""What a word is worth that the table does not have."""

Floats = npt.NDArray[np.float32]


class CommonWords:
    """The most frequent words of a language, and what each is worth as a keyword, 0 to 1.

    An open table of 4 bytes a place, so that a near cache holds it: above, the upper 24 of the 32
    bits that are kept of a word's number; below, how common it is. The place tells the lower bits.
    """

    __slots__ = ("places", "worth_of")

    def __init__(self, numbers: npt.NDArray[Any], common: npt.NDArray[Any]) -> None:
        """*common* are ten times the logarithms of how often words are met in a billion."""
        steps = np.arange(256, dtype=np.float32)
        # "government" (5.4) is worth half of a rare word, "people" (6.2) a quarter.
        worth = np.clip((72 - steps) / 36, 0.0, 1.0)
        worth[_NO_NOUN:_STOP] = worth[: _STOP - _NO_NOUN] * _NO_NOUN_WORTH
        worth[0], worth[_STOP] = _RARE, 0.0
        self.worth_of: Floats = worth.astype(np.float32)
        """What a word is worth, by how common it is; 0 is for words that the table has not."""
        size = 16
        while size * 3 < len(numbers) * 4:
            size *= 2
        places = [0] * size
        for number, step in zip(numbers.tolist(), common.tolist(), strict=True):
            at = number & (size - 1)
            while places[at]:
                at = (at + 1) & (size - 1)
            places[at] = (number & 0xFFFFFF00) | max(1, step)
        self.places = np.array(places, np.uint32)

    def worth(self, words: Words, count: int) -> Floats:
        """Return what each of the first *count* words is worth: nothing, if it is a stop word."""
        numbers = (words.plain[:count] & np.uint64(0xFFFFFFFF)).astype(np.uint32)
        at = numbers & np.uint32(len(self.places) - 1)
        found = np.zeros(count, np.uint32)
        left = np.arange(count)
        while len(left):
            there = self.places[at[left]]
            hit = (there ^ numbers[left]) < 256
            found[left[hit]] = there[hit] & 255
            left = left[~hit & (there != 0)]
            at[left] = (at[left] + 1) & np.uint32(len(self.places) - 1)
        return self.worth_of[found]


@lru_cache(maxsize=1)
def _file() -> dict[str, npt.NDArray[Any]]:
    file = resources.files("pipeline.enriching.keywords").joinpath("common_words.bin")
    with file.open("rb") as binary, np.load(binary, allow_pickle=False) as data:
        return {name: data[name] for name in data.files}


_SAME: Final = {"no": "nb", "nn": "nb", "hr": "sh", "sr": "sh", "bs": "sh", "ms": "id"}


@lru_cache(maxsize=64)
def common_words(language: str) -> CommonWords | None:
    """Return the frequent words of a language; None for one that the table does not have."""
    data = _file()
    name = _SAME.get(language, language)
    if f"{name}_words" not in data:
        return None
    return CommonWords(data[f"{name}_words"], data[f"{name}_common"])
