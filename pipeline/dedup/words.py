"""The words of a text as numbers: which are told apart, how long, and where sentences end.

The same word has the same number in every process and however an agency writes it: case, accents
and double letters do not count, nor do organise and organize, Müller and Mueller. All scripts are
read alike; those that set no blanks (Chinese, Japanese, Thai ...) are cut into pieces of about
three characters.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.dedup.codes import Codes

try:
    from pipeline.dedup.compiled_words import read
except ImportError:
    from pipeline.dedup.words_by_python import read

__all__ = ["MOST_CODES", "Words", "is_figure", "read_words"]

MOST_CODES: Final = 2000
"""Words kept of one text: some 25 KB of copy. Longer documents are compared by their beginning."""


class Words(NamedTuple):
    """The words of a text in its order."""

    numbers: bytes
    """Eight bytes a word, the same for the same word; the lowest bit says that it is a figure."""
    figures: int
    """How many words are figures."""
    codes: Codes
    """The longer words, names and figures, at most ``MOST_CODES``: Iran and 3.5 count. A capital
    marks a name, but not where a sentence begins, nor in copy without small letters."""
    sentence_of: bytes
    """Of each of them the number of its sentence, in four bytes."""
    ends: bytes
    """Where in the text each sentence ends but the last, in four bytes."""

    @property
    def words(self) -> int:
        """How many words there are."""
        return len(self.numbers) // 8

    @property
    def hashes(self) -> list[int]:
        """The words' numbers."""
        return np.frombuffer(self.numbers, "<u8").tolist()  # type: ignore[no-any-return]

    @property
    def sentences(self) -> npt.NDArray[np.int32]:
        """Of each longer word the number of its sentence."""
        return np.frombuffer(self.sentence_of, "<i4")


def read_words(text: str, most: int = MOST_CODES) -> Words:
    """Return the words of a text, in time linear in its length; punctuation and signs are gaps."""
    return Words(*read(text, most))


def is_figure(number: int) -> bool:
    """Tell whether a word with this number is a figure."""
    return bool(number & 1)
