"""Choose a story's keywords among its names and its strong words: each thing once."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.keywords.terms import PHRASE_TERM, WORD_TERM, Around, Term, put
from pipeline.words.making import model_of, span_of
from pipeline.words.of_item import ItemWords
from schemas.types import Tag

__all__ = ["chosen", "is_form", "tags_of"]

_FEWEST: Final = 3
_ENOUGH: Final = 0.5
"""How strong a keyword must be against the third, once there are ``_FEWEST``. Chosen on Wikinews
articles whose titles were hidden (``tests/eval/keywords.py``)."""

_BEST: Final = 0.9
"""How sure the strongest keyword is. A guess."""

_NOT_AGAIN: Final = 4
_SHORT: Final = 3
"""Letters that two forms of a word have in common at least: ``strike``, ``strikes``; all of a short
one: ``rat``, ``rats``."""
_FEWEST_LETTERS: Final = 3
_END_LETTERS: Final = 3
"""Letters that a form may have more: ``dock``, ``dockers``."""


class Choice:
    """Keywords that were chosen so far."""

    def __init__(self, most: int, said: set[str]) -> None:
        """*said* are keywords that the agency sent, in small letters."""
        self.terms: list[Term] = []
        self._most, self._said = most, said
        self._told: list[str] = []
        self._enough = 0.0

    def is_done(self, term: Term) -> bool:
        """Take a term if it says something new; tell whether it is too weak, as all behind it."""
        terms = self.terms
        if len(terms) >= self._most or term.most < self._enough:
            return True
        if term.score < self._enough:
            return False
        small = term.text.casefold()
        parts = small.split()
        if small in self._said or self._is_told(parts):
            return False
        self._told += parts
        if term.kind == PHRASE_TERM and self._is_put_for_its_word(term, parts):
            return False
        terms.append(term)
        if len(terms) == _FEWEST:
            self._enough = term.score * _ENOUGH
        return False

    def _is_put_for_its_word(self, term: Term, parts: list[str]) -> bool:
        """Put a phrase for a word of it that was taken: ``water main`` says more than ``water``."""
        for at in range(len(self.terms)):
            other = self.terms[at]
            if other.kind == WORD_TERM:
                word = other.text.casefold()
                if is_form(word, parts[0]) or is_form(word, parts[-1]):
                    term.score = max(term.score, other.score)
                    self.terms[at] = term
                    return True
        return False

    def _is_told(self, parts: list[str]) -> bool:
        """Tell whether a term says nothing that earlier ones do not: a part, another form."""
        for part in parts:
            for other in self._told:
                if is_form(part, other):
                    break
            else:
                return False
        return True


def chosen(
    names: list[Term],
    strong: list[tuple[float, list[int]]],
    around: Around | None,
    said: set[str],
    most: int,
) -> list[Term]:
    """Return at most *most* keywords, the strongest first.

    *strong* words are looked at more closely only when it is their turn: that may make one weaker
    or a name. A word of a name is left to the name. Without *around* there are names alone.
    """
    choice = Choice(most, said)
    named = " ".join([name.text for name in names]).casefold()
    next_name = 0
    if around is not None:
        for strength, places in strong:
            term = around.term(places, strength)
            if len(term.text) < _FEWEST_LETTERS and not term.text.isupper():
                continue  # Pk, Zl: a desk's abbreviations; but EU, UN
            while next_name < len(names) and names[next_name].score >= term.score:
                next_name += 1
                if choice.is_done(names[next_name - 1]):
                    return _in_order(choice)
            last = term.text.casefold().split()[-1]
            if last in named and last in named.split():
                continue
            if choice.is_done(term):
                return _in_order(choice)
    while next_name < len(names):
        next_name += 1
        if choice.is_done(names[next_name - 1]):
            break
    return _in_order(choice)


def _in_order(choice: Choice) -> list[Term]:
    terms: list[Term] = []
    for term in choice.terms:
        put(terms, term)
    return terms


def is_form(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: they begin alike and end in few other letters."""
    if one == other:
        return True
    shortest, longest = len(one), len(other)
    if shortest > longest:
        shortest, longest = longest, shortest
    same = 0
    while same < shortest and one[same] == other[same]:
        same += 1
    if same < _NOT_AGAIN and not same == shortest == _SHORT:
        return False
    return longest - same <= _END_LETTERS and same * 3 >= longest * 2


def tags_of(terms: list[Term], read: ItemWords) -> tuple[Tag, ...]:
    """Return keywords as an item has them, with the place where each is said first."""
    starts, ends = read.words.starts.data, read.words.ends.data
    parts, begins, best = read.parts, read.begins, terms[0].score
    tags: list[Tag] = []
    for term in terms:
        spans = term.spans[:1]
        if not spans:
            spans = (span_of(parts, begins, starts[term.first], ends[term.last]),)
        tags.append(
            model_of(
                Tag,
                {
                    "scheme": "keyword",
                    "code": term.text,
                    "name": term.text,
                    "score": int(_BEST * term.score / best * 100 + 0.5) / 100,
                    "by": "keywords",
                    "spans": spans,
                },
            )
        )
    return tuple(tags)
