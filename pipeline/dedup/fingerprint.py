"""What is remembered of a text: its longer words in their order, twelve bits each.

The order of the words is kept, and not only a sketch of them, because a decision must look at
what differs: the same sentence with another figure or name is another story (results, markets,
appointments), a whole sentence in other words is an editor's hand.

Dateline, byline and credit are no part of it: cleaning has cut them off, and they are what
another agency changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.dedup.words import (
    CODE_BITS,
    FIRST_FIGURE,
    NAME,
    Codes,
    Places,
    Words,
    read_words,
)
from schemas.types import Block

__all__ = [
    "CODE_BITS",
    "FIRST_FIGURE",
    "NAME",
    "NO_CODES",
    "RUN",
    "Codes",
    "Fingerprint",
    "fingerprint",
    "is_figure",
    "runs_of",
]

NO_CODES: Final[Codes] = np.zeros(0, np.uint16)

MAX_CODES: Final = 2000
"""Words kept of one text: some 25 KB of copy. Longer documents are compared by their beginning."""

MAX_CHARS: Final = 200_000
"""What comes after so many characters counts as it stands; no story is as long."""

RUN: Final = 3
"""Longer words in a row that count as the same words. Two would call set phrases the same, four
would lose copies that a desk has edited in every sentence (measured on 20 labelled pairs)."""

_LEAST_CODES: Final = 12
"""Texts of fewer longer words (an alert: some 20 words) are compared exactly."""

_HEADLINE_COUNTS: Final = 50
"""In a text of fewer words, and in a table, the headline is part of what is told. All words are
counted: how many are names, and so remembered, changes with capitals."""

_SHORT_CODES: Final = 30
"""Texts of fewer (one or two paragraphs: some 50 words) have stricter rules: one that differs from
another in one figure would be 90 % the same. A guess between an alert and a brief."""

_MOST_FIGURES: Final = 4
"""One figure in so many words, and it is a table, a price list or results. A guess: market reports
in sentences have one in seven."""

_SHORT_LINE_BYTES: Final = 50
_LEAST_LINES: Final = 6
_SHORT_LINES: Final = 0.6
"""A text with most of its words in short lines is a list: fixtures, agate, an agenda."""


@dataclass(frozen=True)
class Fingerprint:
    """A text's fingerprint; it is equal on every run and every machine."""

    exact: bytes
    """16 bytes for all words in order; case, accents, punctuation and spacing do not count."""
    words: int
    codes: Codes
    """Empty where likeness means nothing: short texts, tables, lists."""
    is_prose: bool
    from_words: Words
    places: Places
    """Which of the words have codes. Neither is remembered."""

    @property
    def is_comparable(self) -> bool:
        """Whether likeness means something: prose of some length."""
        return len(self.codes) > 0

    @cached_property
    def runs(self) -> npt.NDArray[np.uint64]:
        """A number for each run of longer words, in their order."""
        return runs_of(self.codes)

    @property
    def is_short(self) -> bool:
        """Whether one figure makes it another story."""
        return len(self.codes) < _SHORT_CODES

    @property
    def sentence_of(self) -> Places:
        """For each code, the number of the sentence it stands in."""
        return self.from_words.sentence_of(self.places)


def fingerprint(headline: str, blocks: Sequence[Block]) -> Fingerprint:
    """Return the fingerprint of a text.

    The headline counts where the body is too short to be compared by its words: the body of an
    alert may be no more than "More to come".

    >>> a = fingerprint("", [Block(text="PARIS - Rain, rain.")])
    >>> a.exact == fingerprint("", [Block(text="Paris: rain  rain")]).exact
    True
    """
    text = "\n".join([block.text for block in blocks])
    words = read_words(text[:MAX_CHARS])
    kept, codes = words.codes(MAX_CODES)
    exactly = words.hashes
    prose = _is_prose(blocks, text, len(exactly), words.figures())
    if not prose or len(codes) < _LEAST_CODES:
        codes = NO_CODES
    if not prose or len(exactly) < _HEADLINE_COUNTS:
        exactly = np.append(read_words(headline).hashes, exactly)
    digest = blake2b(exactly.tobytes(), digest_size=16)
    if len(text) > MAX_CHARS:
        digest.update(text[MAX_CHARS:].encode("utf-8", "surrogatepass"))
    return Fingerprint(
        exact=digest.digest(),
        words=len(exactly),
        codes=codes,
        is_prose=prose,
        from_words=words,
        places=kept,
    )


def runs_of(codes: Codes) -> npt.NDArray[np.uint64]:
    """Return a number for each run of three words, one fewer than words twice."""
    plain = (codes & (NAME - 1)).astype(np.uint64)
    two = np.uint64(CODE_BITS)
    return plain[:-2] << two + two | plain[1:-1] << two | plain[2:]


def is_figure(codes: Codes) -> npt.NDArray[np.bool_]:
    """Say for each code whether it stands for a figure."""
    return (codes >= FIRST_FIGURE) & (codes < NAME)


def _is_prose(blocks: Sequence[Block], text: str, words: int, figures: int) -> bool:
    if figures * _MOST_FIGURES >= words:
        return False
    tables = [len(block.text) for block in blocks if block.kind == "table"]
    if tables and sum(tables) * 2 >= len(text):
        return False
    if text.count("\n") * 2 * _SHORT_LINE_BYTES < len(text):
        return True  # lines are so long on average that the short ones have less than half
    lines = [len(line.encode("utf-8", "replace")) for line in text.split("\n") if line.strip()]
    if len(lines) < _LEAST_LINES:
        return True
    short = sum([length for length in lines if length < _SHORT_LINE_BYTES])
    return short < _SHORT_LINES * sum(lines)
