"""Find phrases in a text: all of a list at once, in one pass over its words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.words import signs
from pipeline.words.numbers import joined
from pipeline.words.reading import Words, read_words

try:
    from pipeline.words.compiled import find as _find
    from pipeline.words.compiled import slots as _slots
except ImportError:
    from pipeline.words.by_python import find as _find
    from pipeline.words.by_python import slots as _slots

__all__ = ["ACROSS", "Phrases", "phrase_number"]

ACROSS: Final = (
    signs.BLANK
    | signs.LINE
    | signs.POINT
    | signs.APOSTROPHE
    | signs.HYPHEN
    | signs.DASH
    | signs.SLASH
)
"""What may stand between the words of a phrase: ``New York``, ``U.S.``, ``Cote d'Ivoire``; no
comma, bracket, quotation mark, and no end of a paragraph."""

_BEGINS: Final = -2
"""The row of what is only the beginning of a phrase."""


def phrase_number(numbers: list[int]) -> int:
    """Return the number (64 bits) of several words in a row; of one word it is the word's own."""
    number = numbers[0]
    for then in numbers[1:]:
        number = joined(number, then)
    return number


class Phrases:
    """Phrases of one or more words; each leads to a row (0 or more) of whatever a room keeps."""

    __slots__ = ("_cased", "slots")

    def __init__(self, rows: Mapping[str, int], *, cased: bool = False) -> None:
        """*rows* are phrases and their rows; *cased* tells whether capitals count.

        Phrases are read as texts are: what stands between their words does not count. Of two that
        are the same words the first one counts; one without a word is refused (``ValueError``).
        """
        known: dict[int, int] = {}
        for phrase, row in rows.items():
            words = read_words(phrase)
            numbers = (words.cased if cased else words.plain).tolist()
            if not numbers:
                raise ValueError(f"no word in {phrase!r}")
            number = numbers[0]
            for then in numbers[1:]:
                known.setdefault(number, _BEGINS)
                number = joined(number, then)
            if known.get(number, _BEGINS) == _BEGINS:
                known[number] = row
        self._of(np.array(list(known), np.uint64), np.array(list(known.values()), np.int32), cased)

    def _of(self, keys: npt.NDArray[Any], values: npt.NDArray[Any], cased: bool) -> None:
        self.slots: tuple[npt.NDArray[Any], npt.NDArray[Any]] = _slots(keys, values)
        self._cased = cased

    @classmethod
    def of_numbers(cls, numbers: npt.NDArray[np.uint64], rows: npt.NDArray[np.int32]) -> Phrases:
        """Return phrases by their numbers in small letters, as a data file keeps them.

        Of a phrase of several words every beginning is a number too, with the row -2.
        """
        phrases = cls.__new__(cls)
        phrases._of(np.ascontiguousarray(numbers), np.ascontiguousarray(rows), False)
        return phrases

    def find(
        self, words: Words, *, across: int = ACROSS, every: bool = False, begin: int = 0
    ) -> list[tuple[int, int, int]]:
        """Return first word, last word and row of each phrase in a text, in the text's order.

        The longest one from a word counts, and the next begins after it; with *every*, all of them.
        *across* are the bits of gaps that may stand within a phrase; *begin* those of shapes of
        which its first word must have one, such as ``signs.CAPITAL``.
        """
        numbers = words.cased if self._cased else words.plain
        found: list[tuple[int, int, int]] = _find(
            self.slots, numbers, words.shapes, words.gaps, across, every, begin
        )
        return found
