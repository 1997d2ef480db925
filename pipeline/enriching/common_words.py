"""How common a word is in its language: the table ``common_words.bin``.

Compiled by ``python -m pipeline.enriching.build_keywords``; its sources and licence stand in
``COMMON-WORDS-LICENSE.md``.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.words.reading import Words
from pipeline.words.table import Table

__all__ = ["CommonWords", "common_words"]

_STOP: Final = 255
_LOW: Final = np.uint64(0xFFFFFFFF)
"""The table keeps half of each number: of its words no two are the same in it."""

_RARE: Final = 1.0
"""What a word is worth that the table does not have."""

Floats = npt.NDArray[np.float32]


class CommonWords:
    """The most frequent words of a language, and what each is worth as a keyword, 0 to 1."""

    __slots__ = ("_table", "_worth")

    def __init__(self, numbers: npt.NDArray[Any], common: npt.NDArray[Any]) -> None:
        """*common* are ten times the logarithms of how often words are met in a billion."""
        self._table = Table(numbers.astype(np.uint64))
        # "government" (5.4) is worth half of a rare word, "people" (6.2) a quarter.
        worth = np.clip((72 - common.astype(np.float32)) / 36, 0.0, 1.0)
        worth[common == _STOP] = 0.0
        self._worth: Floats = np.append(worth, np.float32(_RARE))  # -1 is the last one

    def worth(self, words: Words, count: int) -> Floats:
        """Return what each of the first *count* words is worth: nothing, if it is a stop word."""
        rows = self._table.rows(words.plain[:count] & _LOW)
        return self._worth[rows]


@lru_cache(maxsize=1)
def _file() -> dict[str, npt.NDArray[Any]]:
    file = resources.files("pipeline.enriching").joinpath("common_words.bin")
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
