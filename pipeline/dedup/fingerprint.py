"""What is remembered of a text: its longer words in their order, twelve bits each.

The order of the words is kept, and not only a sketch of them, because a decision must look at
what differs: the same sentence with another figure or name is another story (results, markets,
appointments), a whole sentence in other words is an editor's hand.

Dateline, byline and credit are no part of it: cleaning has cut them off, and they are what
another agency changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final, NamedTuple

from pipeline.dedup.codes import NO_CODES, Codes, count_of, joined, without_figures
from pipeline.dedup.letters import BETWEEN_PARTS
from pipeline.dedup.words import Words, read_words
from schemas.types import Block

__all__ = ["Fingerprint", "fingerprint"]

MAX_CHARS: Final = 200_000
"""What comes after so many characters counts as it stands; no story is as long."""

_LEAST_CODES: Final = 12
"""Texts of fewer longer words (an alert: some 20 words) are compared exactly."""

_LEAST_FORM: Final = 6
"""Longer words by which a table is known as one that came before with other figures. A guess."""

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


_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{6}"
)
_CASELESS: Final = re.compile("[\u0590-\u0dff\u10d0-\u139f\uac00-\ud7af]{3}")
_BEGINNING: Final = 200
"""Some letters of such a script in a row among so many characters, and it is the text's own."""


class Fingerprint(NamedTuple):
    """A text's fingerprint; it is equal on every run and every machine."""

    exact: bytes
    """16 bytes for all words in order; case, accents, punctuation and spacing do not count."""
    words: int
    codes: Codes
    """Empty where likeness means nothing: short texts, tables, lists."""
    form: Codes
    """Of a table or a list, the words without the figures; else empty."""
    is_prose: bool
    read: Words
    text: str
    """What was read, the blocks parted by ``BETWEEN_PARTS``. Neither is remembered."""

    @property
    def remembered(self) -> bytes:
        """What is remembered of its words; of a table only its wording."""
        return joined(self.codes, self.read.aside) if self.codes else joined(self.form, b"")

    @property
    def is_comparable(self) -> bool:
        """Whether likeness means something: prose of some length."""
        return bool(self.codes)

    @property
    def is_unspaced(self) -> bool:
        """Whether it is in a script that sets no blanks, as Chinese, Japanese and Thai."""
        beginning = self.text[:_BEGINNING]
        return not beginning.isascii() and _UNSPACED.search(beginning) is not None

    @property
    def hides_names(self) -> bool:
        """Whether no capital tells a name: in Arabic, Hebrew, Hindi, Korean ... and in capitals."""
        beginning = self.text[:_BEGINNING]
        return beginning.isupper() or (
            not beginning.isascii()
            and (_CASELESS.search(beginning) or _UNSPACED.search(beginning)) is not None
        )

    @property
    def is_short(self) -> bool:
        """Whether one figure makes it another story."""
        return count_of(self.codes) < _SHORT_CODES


def fingerprint(headline: str, blocks: Sequence[Block], language: str = "") -> Fingerprint:
    """Return the fingerprint of a text; its *language* tells which words of it are figures.

    The headline counts where the body is too short to be compared by its words: the body of an
    alert may be no more than "More to come".

    >>> a = fingerprint("", [Block(text="PARIS - Rain, rain.")])
    >>> a.exact == fingerprint("", [Block(text="Paris: rain  rain")]).exact
    True
    """
    text = BETWEEN_PARTS.join([block.text for block in blocks])
    beyond = text[MAX_CHARS:]
    if beyond:
        text = text[:MAX_CHARS]
    read = read_words(text, language=language)
    words, codes = read.words, read.codes
    prose = _is_prose(blocks, text, words, read.figures)
    form = NO_CODES if prose else without_figures(codes)
    if count_of(form) < _LEAST_FORM:
        form = NO_CODES
    if not prose or count_of(codes) < _LEAST_CODES:
        codes = NO_CODES
    numbers = read.numbers
    if not prose or words < _HEADLINE_COUNTS:
        told = read_words(headline)
        numbers, words = told.numbers + numbers, told.words + words
    digest = blake2b(numbers, digest_size=16)
    if beyond:
        digest.update(beyond.encode("utf-8", "surrogatepass"))
    return Fingerprint(digest.digest(), words, codes, form, prose, read, text)


def _is_prose(blocks: Sequence[Block], text: str, words: int, figures: int) -> bool:
    if figures * _MOST_FIGURES >= words:
        return False
    tables = [len(block.text) for block in blocks if block.kind == "table"]
    if tables and sum(tables) * 2 >= len(text):
        return False
    if (text.count("\n") + len(blocks)) * 2 * _SHORT_LINE_BYTES < len(text):
        return True  # lines are so long on average that the short ones have less than half
    every = text.replace(BETWEEN_PARTS, "\n").split("\n")
    lines = [len(line.encode("utf-8", "replace")) for line in every if line.strip()]
    if len(lines) < _LEAST_LINES:
        return True
    short = sum([length for length in lines if length < _SHORT_LINE_BYTES])
    return short < _SHORT_LINES * sum(lines)
