"""The words of a text as numbers: which are told apart, how long, and where sentences end.

The same word has the same number in every process and however an agency writes it: case, accents
and double letters do not count, nor do organise and organize, Müller and Mueller. All scripts are
read alike; those that set no blanks (Chinese, Japanese, Thai ...) are cut into pieces of about
three characters.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.dedup.codes import FIRST_FIGURE, SIEVE, SMALL, Aside, Codes
from pipeline.dedup.written_figures import place_of, written_figures

try:
    from pipeline.dedup.compiled_words import read
except ImportError:
    from pipeline.dedup.words_by_python import read

__all__ = ["MOST_CODES", "Words", "is_figure", "read_words"]

_EMPTY: Final = bytes(SIEVE + 10)
"""A table of one free slot."""

_SPELT: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa"})

MOST_CODES: Final = 2000
"""Words kept of one text: some 25 KB of copy. Longer documents are compared by their beginning."""


class Words(NamedTuple):
    """The words of a text in its order."""

    numbers: bytes
    """Eight bytes a word, the same for the same word; the lowest bit says that it is a figure."""
    figures: int
    """How many words are figures in digits; those of Chinese signs are not among them."""
    codes: Codes
    """The longer words, names and figures, at most ``MOST_CODES``: Iran and 3.5 count. A capital
    marks a name, but not where a sentence begins, nor in copy without small letters."""
    sentence_of: bytes
    """Of each of them the number of its sentence, in four bytes."""
    ends: bytes
    """Where in the text each sentence ends but the last, in four bytes."""
    aside: Aside
    """Figures that are short words."""

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


def read_words(text: str, most: int = MOST_CODES, language: str | None = None) -> Words:
    """Return the words of a text, in time linear in its length; punctuation and signs are gaps.

    In a *language* figures that are written as words are figures among the codes; None: nowhere.
    """
    return Words(*read(text, most, figure_table(language)))


@lru_cache(maxsize=64)
def figure_table(language: str | None) -> bytes:
    """Return the codes of small figures, and of what a language writes as a word.

    First a sieve: a bit for the key of each, by the twelve bits of the key from the twentieth on.
    Then an open table with a power of two for its size: a key for each slot in eight bytes, 0
    where it is free, and behind them a code for each in two. A key is a word's number and twice
    its length in letters (four is not "for", although labour is labor); it begins at its upper
    half's slot.
    """
    known = {f"{n}": f"{n}" for n in range(SMALL)} | {f"0{n}": f"{n}" for n in range(10)}
    for word, figure in ({} if language is None else written_figures(language)).items():
        known |= {word: figure, word.translate(_SPELT): figure}
    slots = 1 << (2 * len(known)).bit_length()
    sieve, keys, codes = bytearray(SIEVE), [0] * slots, [0] * slots
    for word, figure in known.items():
        (number,) = np.frombuffer(read(word, 0, _EMPTY)[0], "<u8").tolist()
        key = (number + 2 * len(word)) % 2**64
        at = (key >> 32) % slots
        while keys[at] not in (0, key):
            at = (at + 1) % slots
        keys[at], codes[at] = key, FIRST_FIGURE + place_of(figure)
        bit = (key >> 20) % (8 * SIEVE)
        sieve[bit // 8] |= 1 << bit % 8
    return bytes(sieve) + np.array(keys, "<u8").tobytes() + np.array(codes, "<u2").tobytes()


def is_figure(number: int) -> bool:
    """Tell whether a word with this number is a figure."""
    return bool(number & 1)
