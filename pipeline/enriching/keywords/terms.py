# cython: cpow=True
"""What may become a keyword: a name, a strong word, or the phrase that a strong word is part of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pipeline.enriching.keywords.ranks_by_python import (
    BEGINS,
    IN_HEAD,
    IN_LEAD,
    IS_CAPITAL,
    JOINED,
    LEAD_WORDS,
    NAME,
    OFTEN,
    PLACES_MOST,
    USABLE,
)
from pipeline.words.of_item import ItemWords
from pipeline.words.reading import Words
from pipeline.words.search import first_from
from schemas.types import Name, Span

__all__ = [
    "NAME_TERM",
    "PHRASE_TERM",
    "WORD_TERM",
    "Around",
    "Term",
    "put",
    "terms_of_names",
]

_NAME_WORTH: Final = 1.1
_OTHER_WORTH: Final = 0.7
"""``French`` and ``Olympic`` say less than a person, a place or an organisation."""
_LOWER_WORTH: Final = 0.85
"""What names and other words are worth, beside how rare they are."""

_NAMES_MOST: Final = 40

_NO_NOUNS: Final = {
    "en": ("ly", "ed", "ing", "ous", "ive", "able"),
    "fr": ("ment", "er", "é", "ée", "és", "ées", "ait", "ant"),
    "es": ("mente", "ar", "ado", "ada", "aron", "ando", "ó"),
    "it": ("mente", "are", "ato", "ata", "ere", "ando"),
    "pt": ("mente", "ar", "ado", "ada", "ou", "ando"),
    "nl": ("lijk",),
}
"""How words end that are seldom nouns."""
_NO_NOUN_WORTH: Final = 0.4

_BESIDE: Final = 3
"""Words beside a word that may belong to the same name, to each side."""
_NAMES_TRIED: Final = 4
"""Places at which a longer name is looked for."""

NAME_TERM: Final = 0
WORD_TERM: Final = 1
PHRASE_TERM: Final = 2

_PART: Final = USABLE | IS_CAPITAL


class Term:
    """What may become a keyword."""

    text: str
    score: float
    most: float
    """What it could be worth at most, if it were a name."""
    first: int
    last: int
    """The words that show it."""
    spans: tuple[Span, ...]
    """Where it stands, if that is known already."""
    kind: int
    """One of ``NAME_TERM``, ``WORD_TERM`` and ``PHRASE_TERM``."""


def _term(text: str, worth: float, strength: float, first: int, last: int) -> Term:
    term = Term()  # one by one: that costs half
    term.text, term.score, term.most = text, worth, strength * _NAME_WORTH
    term.first, term.last, term.spans = first, last, ()
    term.kind = NAME_TERM
    return term


def terms_of_names(
    read: ItemWords, names: Sequence[Name], named: bytearray, head: int
) -> list[Term]:
    """Return the names, the strongest first: each is as strong as it is often and early named.

    Marks the words of names in *named*, which has a byte a word; *head* words are a headline's.
    """
    starts, count = read.words.starts.data, len(named)
    begins = read.begin_of
    terms: list[Term] = []
    for name in names[:_NAMES_MOST]:
        spans = name.spans
        often, first_word, end_word = 0.0, -1, -1
        for span in spans[:PLACES_MOST]:
            begin = begins.get(span.where, -1)
            if begin < 0:
                continue
            first = first_from(starts, begin + span.start)
            end = first_from(starts, begin + span.end)
            if first_word < 0:
                first_word, end_word = first, end
            first, end = min(first, count - 1), min(end, count - 1)
            named[first] = 1
            named[max(0, end - 1)] = 1
            named[(first + end) // 2] = 1  # of three words, the one between
            often += IN_HEAD if first < head else IN_LEAD if first < head + LEAD_WORDS else 1.0
        if 0 <= first_word < end_word <= count:
            score = name.score
            worth = (often if often == 1.0 else often**OFTEN) * score**0.5 * _NAME_WORTH
            if name.kind == "other":
                worth *= _OTHER_WORTH
            term = _term(name.name, worth, worth, first_word, end_word - 1)
            term.spans = spans
            put(terms, term)
    return terms


def put(terms: list[Term], term: Term) -> None:
    """Put a term where it belongs: the strongest comes first, of two alike what stands first."""
    at = len(terms)
    while at and _is_before(term, terms[at - 1]):
        at -= 1
    terms.insert(at, term)


def _is_before(one: Term, other: Term) -> bool:
    if one.score != other.score:
        return one.score > other.score
    return one.first < other.first or (one.first == other.first and one.last < other.last)


class Around:
    """The words beside a word: whether it is part of a name or of a phrase."""

    def __init__(self, words: Words, flags: bytes, language: str, capitals: bool) -> None:
        """*flags* are of words as they were ranked; with *capitals*, every noun has one."""
        self._text, self._flags, self._count = words.text, flags, len(flags)
        self._starts, self._ends, self._plain = words.starts.data, words.ends.data, words.plain.data
        self._capitals = capitals
        self._no_nouns = _NO_NOUNS.get(language, ("\0",))

    def term(self, places: list[int], strength: float) -> Term:
        """Return the keyword that a word is, or is part of; *places* are its first ones."""
        flags = self._flags
        names = within = 0
        shown = -1
        for at in places:
            flag = flags[at]
            names += flag & NAME != 0
            if not flag & BEGINS:
                within += 1
                if shown < 0:
                    shown = at
        if names and names * 2 > within and not self._capitals:
            return self._name(places, strength)
        beside = self._phrase_around(places) if len(places) > 1 else -1
        if beside >= 0:
            term = _term(self._said(beside, beside + 1), strength, strength, beside, beside + 1)
            term.kind = PHRASE_TERM
            return term
        shown = max(shown, places[0])
        text = self._said(shown, shown)
        worth = strength * _LOWER_WORTH
        if text.endswith(self._no_nouns):
            worth = strength * _LOWER_WORTH * _NO_NOUN_WORTH
        term = _term(text, worth, strength, places[0], places[0])
        term.kind = WORD_TERM
        return term

    def _said(self, first: int, last: int) -> str:
        """Return words as they are told: in small letters but for names and German nouns."""
        text = self._text[self._starts[first] : self._ends[last]]
        if first < last:
            text = " ".join(text.split())
        return text if self._capitals or self._flags[first] & NAME else text.lower()

    def _name(self, places: list[int], strength: float) -> Term:
        """Return the longest run of names around one of the first places."""
        flags = self._flags
        best_first = best_last = -1
        tried = 0
        for at in places:
            if not flags[at] & NAME or tried >= _NAMES_TRIED:
                continue
            tried += 1
            first = last = at
            while at - first < _BESIDE and first and flags[first] & JOINED:
                if flags[first - 1] & _PART != _PART:
                    break
                first -= 1
            while last - at < _BESIDE and last + 1 < self._count:
                if flags[last + 1] & (_PART | JOINED) != _PART | JOINED:
                    break
                last += 1
            if best_first < 0 or last - first > best_last - best_first:
                best_first, best_last = first, last
        text = self._text[self._starts[best_first] : self._ends[best_last]]
        if best_first < best_last:
            text = " ".join(text.split())
        return _term(text, strength * _NAME_WORTH, strength, best_first, best_last)

    def _phrase_around(self, places: list[int]) -> int:
        """Return the first of two words that a word is said in at least twice, and mostly; -1."""
        flags, plain = self._flags, self._plain
        firsts: list[int] = []
        beside: list[int] = []
        for at in places:
            if at and flags[at] & JOINED and flags[at - 1] & USABLE:
                firsts.append(at - 1)
                beside.append(at - 1)
            then = at + 1
            if then < self._count and flags[then] & JOINED and flags[then] & USABLE:
                firsts.append(at)
                beside.append(then)
        best, most = -1, 1
        for n in range(len(beside) - 1):
            number, often = plain[beside[n]], 1
            for other in range(n + 1, len(beside)):
                often += plain[beside[other]] == number
            if often > most:
                best, most = n, often
        return firsts[best] if best >= 0 and most * 2 >= len(places) else -1
