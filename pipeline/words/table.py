"""What is known of words, by their numbers: a row for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.words.reading import Numbers, number_of

try:
    from pipeline.words.compiled import rows as _rows
    from pipeline.words.compiled import slots as _slots
except ImportError:
    from pipeline.words.by_python import rows as _rows
    from pipeline.words.by_python import slots as _slots

__all__ = ["NO_ROW", "Rows", "Table"]

Rows = npt.NDArray[np.int32]

NO_ROW: Final = -1


class Table:
    """Words by their numbers; each leads to a row (0, 1, 2 ...) of whatever a room keeps."""

    __slots__ = ("slots",)

    def __init__(self, numbers: Numbers, rows: Rows | None = None) -> None:
        """*numbers* are all different; without *rows* each leads to its own place in the list."""
        values = np.arange(len(numbers), dtype=np.int32) if rows is None else rows
        keys = np.ascontiguousarray(numbers, np.uint64)
        self.slots: tuple[npt.NDArray[Any], npt.NDArray[Any]] = _slots(
            keys, np.ascontiguousarray(values, np.int32)
        )

    @classmethod
    def of_words(cls, words: Iterable[str]) -> Table:
        """Return a table of single words as they stand, in their order."""
        return cls(np.array([number_of(word) for word in words], np.uint64))

    @classmethod
    def of_rows(cls, rows: Mapping[str, int]) -> Table:
        """Return a table of single words and the row of each."""
        numbers = np.array([number_of(word) for word in rows], np.uint64)
        return cls(numbers, np.array(list(rows.values()), np.int32))

    def rows(self, numbers: Numbers) -> Rows:
        """Return the row of each word; -1 for a word that the table does not have."""
        found: Rows = _rows(self.slots, numbers)
        return found
