"""What each word is for whoever looks for quotations: one letter a word, one a gap.

A sentence becomes a row of letters, in which a clause, a subject and a reporting verb are soon
found: ``Tarvo said that the harbour`` is ``NS+dl``. What they mean says :class:`Letter`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from pipeline.enriching.quotes.speech_verbs import SOURCES, USES, WORDS, forms_of
from pipeline.words import signs
from pipeline.words.reading import number_of
from pipeline.words.table import Table

__all__ = ["CUES", "GAPS", "LANGUAGES", "REPORTING", "Letter", "Speech", "speech"]

REPORTING: Final = ("en", "de", "fr", "es")
"""Languages whose indirect speech is read as well."""
LANGUAGES: Final = tuple(WORDS)


class Letter:
    """What a word is, by its letter."""

    SAY, TELL, ANSWER, THINK, URGE, CALL, JUDGE = b"SOQTUCM"
    """Verbs, by what they need to report something; see ``speech_words.toml``. A participle
    (``saying``) has the same letter as a small one."""
    SAY_OR_NOUN, THINK_OR_NOUN, URGE_OR_NOUN, CALL_OR_NOUN, JUDGE_OR_NOUN = b"EFGHJ"
    NOUN, SURE, SOURCE = b"ZWA"
    THAT, WHETHER, PRONOUN, BE, HAVE, ADVERB, THE, IN, OF, WHO = b"+?pbvndrfw"
    AND, BUT, REPORTED, TO, AS, TIME, TITLE, IT = b"&kjieyzx"
    NAME, NUMBER, OTHER = b"N0l"
    """A word that is not known and has a capital, or a digit; all others."""


_SURE_VERBS, _CUES = b"SOTUA", b"SOQTUCMEFGHJsoqtucmZWA"
CUES: Final = bytes(2 if it in _SURE_VERBS else it in _CUES for it in range(256))
"""Which letters are those of words that may report something; 2 for verbs that with a capital, in
a line of capitals, are no name as "States" and "Post" are."""


class Speech(NamedTuple):
    """How one language reports what is said."""

    language: str
    table: Table
    """Its words; the row of each is its letter."""
    neighbours: dict[int, tuple[int, int]]
    """Numbers (0: any) that must stand around a word before a source, by that word's own."""


_PARTICIPLES: Final = {"en": "ing", "fr": "ant", "es": "ndo"}


def _precedence(use: str) -> int:
    """Tell which use of a word counts: what may be a noun, then verbs, then all others."""
    return 0 if "noun" in use and use != "pronoun" else 1 if use in USES else 2


@lru_cache(maxsize=16)
def speech(language: str) -> Speech:
    """Return how a language reports what is said; ``KeyError`` for one that we do not know."""
    known = dict[str, int]()
    for word in SOURCES.get(language, ()):
        known[word] = Letter.SOURCE
    for use in sorted(WORDS.get(language, ()), key=_precedence):
        letter: int = getattr(Letter, use.replace(" ", "_").upper())
        for form in forms_of(language, use):
            participle = use in USES and form.endswith(_PARTICIPLES.get(language, "?"))
            known.setdefault(form, letter + 32 if participle else letter)
    return Speech(
        language,
        Table.of_rows(known),
        {
            number_of(word): (
                number_of(before) if before else 0,
                number_of(behind) if behind else 0,
            )
            for word, (before, behind) in SOURCES.get(language, {}).items()
        },
    )


def _gap_letters() -> bytes:
    """Return the letter of each gap, by its first 16 bits: see :data:`GAPS`."""
    bits = np.arange(1 << 16, dtype=np.uint32)
    letters = np.full(1 << 16, ord(" "), np.uint8)
    spaced = (bits & signs.BLANK) != 0
    for letter, which in (
        ("-", ((bits & signs.DASH) != 0) | (((bits & signs.HYPHEN) != 0) & spaced)),
        (".", ((bits & signs.POINT) != 0) & spaced),
        ("(", (bits & (signs.OPENING | signs.CLOSING)) != 0),
        (",", ((bits & signs.COMMA) != 0) & (spaced | (bits != signs.COMMA))),  # but 1,000
        (":", ((bits & signs.COLON) != 0) & (spaced | (bits != signs.COLON))),  # but 10:30
        ("!", ((bits & signs.END) != 0) & spaced),
        ("L", (bits & signs.LINE) != 0),
        ("P", (bits & signs.PARAGRAPH) != 0),
    ):
        letters[which] = ord(letter)
    return letters.tobytes()


GAPS: Final = _gap_letters()
"""The letter of each gap: blank, ``,`` ``:`` ``(`` ``-`` (a dash), ``.`` ``!`` (a sentence may end
here), ``L`` and ``P`` (a line and a paragraph do)."""
