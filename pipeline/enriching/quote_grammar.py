"""What each word is for whoever looks for quotations: one letter a word, one a gap.

A sentence becomes a row of letters, in which a clause, a subject and a reporting verb are soon
found: ``Tarvo said that the harbour`` is ``NS+dl``. What they mean stands at :data:`LETTERS`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.enriching.speech_verbs import SOURCES, USES, WORDS, forms_of
from pipeline.words import signs
from pipeline.words.reading import Words, number_of
from pipeline.words.table import Table

__all__ = ["CUES", "GAPS", "LANGUAGES", "LETTERS", "REPORTING", "Speech", "speech"]

REPORTING: Final = ("en", "de", "fr", "es")
"""Languages whose indirect speech is read as well."""
LANGUAGES: Final = tuple(WORDS)

LETTERS: Final = {
    "say": "S", "tell": "O", "answer": "Q", "think": "T", "urge": "U", "call": "C",
    "say or noun": "E", "think or noun": "F", "urge or noun": "G", "call or noun": "H",
    "noun": "Z", "source": "A",
    "that": "+", "whether": "?", "pronoun": "p", "be": "b", "have": "v", "adverb": "n", "the": "d",
    "in": "r", "of": "f", "who": "w", "and": "&", "but": "k", "reported": "j", "to": "i",
    "as": "e", "time": "y", "title": "z", "it": "x",
}  # fmt: skip
"""The letter of each kind of word. A participle (``saying``) has its verb's letter as a small one;
a word that is not known is ``N`` with a capital, ``0`` with a digit, else ``l``."""

CUES: Final = b"SOQTUCEFGHsoqtucZA"
"""Letters of words that may report something."""


class Speech(NamedTuple):
    """How one language reports what is said."""

    language: str
    table: Table
    letters: npt.NDArray[np.uint8]
    """The letter of each of the table's rows; the last three are those of words it has not."""
    neighbours: dict[int, tuple[int, int]]
    """Numbers (0: any) that must stand around a word before a source, by that word's own."""

    def kinds(self, words: Words) -> npt.NDArray[np.uint8]:
        """Return the letter of each word."""
        rows = self.table.rows(words.plain)
        unknown = _UNKNOWN[words.shapes & (signs.CAPITAL | signs.DIGIT)]
        return self.letters[np.where(rows < 0, unknown, rows)]


_UNKNOWN: Final = np.full(16, -3, np.int32)
_UNKNOWN[signs.CAPITAL] = -2
_UNKNOWN[signs.DIGIT] = _UNKNOWN[signs.DIGIT | signs.CAPITAL] = -1


def _precedence(use: str) -> int:
    """Tell which use of a word counts: what may be a noun, then verbs, then all others."""
    return 0 if "noun" in use and use != "pronoun" else 1 if use in USES else 2


@lru_cache(maxsize=16)
def speech(language: str) -> Speech:
    """Return how a language reports what is said; ``KeyError`` for one that we do not know."""
    known: dict[str, str] = {}
    for word in SOURCES.get(language, ()):
        known[word] = LETTERS["source"]
    for use in sorted(WORDS.get(language, ()), key=_precedence):
        for form in forms_of(language, use):
            letter = LETTERS[use]
            participle = language == "en" and use in USES and form.endswith("ing")
            known.setdefault(form, letter.lower() if participle else letter)
    return Speech(
        language,
        Table.of_words(known),
        np.frombuffer(("".join(known.values()) + "lN0").encode("ascii"), np.uint8),
        {
            number_of(word): (
                number_of(before) if before else 0,
                number_of(behind) if behind else 0,
            )
            for word, (before, behind) in SOURCES.get(language, {}).items()
        },
    )


def _gap_letters() -> npt.NDArray[np.uint8]:
    """Return the letter of each gap, by its first 16 bits: see :data:`GAPS`."""
    bits = np.arange(1 << 16, dtype=np.uint32)
    letters = np.full(1 << 16, ord(" "), np.uint8)
    spaced = (bits & signs.BLANK) != 0
    for letter, which in (
        ("-", ((bits & signs.DASH) != 0) | (((bits & signs.HYPHEN) != 0) & spaced)),
        (".", ((bits & signs.POINT) != 0) & spaced),
        ("(", (bits & (signs.OPENING | signs.CLOSING)) != 0),
        (",", (bits & signs.COMMA) != 0),
        (":", (bits & signs.COLON) != 0),
        ("!", ((bits & signs.END) != 0) & spaced),
        ("P", (bits & (signs.PARAGRAPH | signs.LINE)) != 0),
    ):
        letters[which] = ord(letter)
    return letters


GAPS: Final = _gap_letters()
"""The letter of each gap: blank, ``,`` ``:`` ``(`` ``-`` (a dash), ``.`` ``!`` (a sentence may end
here) and ``P`` (a paragraph or a line does)."""
