"""The words for a country's people and for what is theirs: ``French``, ``Germans``, ``russische``.

They count for the country and are no places. Those of a continent or a region of several countries
(``European``) have no country to count for: they mean that region. The words stand in
``demonyms.tsv``. Where a language writes them with a small letter (all here but English and, for
its people, German), case does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from typing import Final, TypeAlias

from pipeline.words import signs
from pipeline.words.phrases import Phrases, phrase_number
from pipeline.words.reading import Words, read_words

__all__ = ["LANGUAGES", "Demonym", "demonym_numbers", "find_demonyms"]

_GERMAN_ENDINGS: Final = ("", "e", "er", "en", "es", "em")

_RUSSIAN_ENDINGS: Final = (
    *("ий", "ая", "ое", "ие", "ого", "ой", "ому", "им", "их", "ими", "ом", "ую", "ей"),
    *("ые", "ый", "ых", "ым", "ыми"),
)


def _french(form: str) -> Iterator[str]:
    feminine = form + "ne" if form.endswith("en") else form if form.endswith("e") else form + "e"
    yield from (form, form if form.endswith("s") else form + "s", feminine, feminine + "s")


def _spanish(form: str) -> Iterator[str]:
    if form.endswith("o"):
        yield from (form, form[:-1] + "a", form + "s", form[:-1] + "as")
    elif form[-2:] in ("és", "án"):
        stem = form[:-2] + ("es" if form.endswith("és") else "an")
        yield from (form, stem + "a", stem + "es", stem + "as")
    elif form == "español":
        yield from (form, "española", "españoles", "españolas")
    else:
        yield from (form, form + "s")


def _italian(form: str) -> Iterator[str]:
    if form.endswith("o"):
        yield from (form, form[:-1] + "a", form[:-1] + "i", form[:-1] + "e")
    elif form.endswith("e"):
        yield from (form, form[:-1] + "i")
    else:
        yield form


def _german(form: str) -> Iterator[str]:
    if form[0].isupper() and not form.startswith("US-a"):
        yield from (form, form + "n" if form.endswith("er") else form)
    else:
        yield from (form + ending for ending in _GERMAN_ENDINGS)


def _russian(form: str) -> Iterator[str]:
    if form.endswith("к"):
        yield from (form + ending for ending in _RUSSIAN_ENDINGS)
    else:
        yield form


def _dutch(form: str) -> Iterator[str]:
    yield from (form, form + "e") if form.endswith("isch") else (form,)
    if form.endswith(("aans", "eens", "aars", "ees")):
        yield form + "e"


def _plural(form: str) -> Iterator[str]:
    yield from (form, form + "s")
    if form.endswith("o"):
        yield from (form[:-1] + "a", form[:-1] + "as")


def _as_it_is(form: str) -> Iterator[str]:
    yield form


_FORMS: Final[dict[str, Callable[[str], Iterator[str]]]] = {
    "en": _as_it_is,
    "de": _german,
    "fr": _french,
    "es": _spanish,
    "it": _italian,
    "pt": _plural,
    "nl": _dutch,
    "ru": _russian,
}
LANGUAGES: Final = frozenset(_FORMS)
_CAPITAL_ONLY: Final = frozenset({"en", "nl"})
_NO_COUNTRY: Final = "--"
_REGION: Final = "@"

Demonym: TypeAlias = tuple[int, int, str, str]
"""First word, last word, country, and the name of the region that has no country; one or both of
the last are empty."""


@cache
def _table() -> dict[str, list[tuple[str, list[str]]]]:
    """Return countries and words by language, as the data file has them."""
    file = resources.files("pipeline.enriching.gazetteer").joinpath("demonyms.tsv")
    text = file.read_text("utf-8")
    entries: dict[str, list[tuple[str, list[str]]]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            language, country, words = line.split("\t")
            entries.setdefault(language, []).append((country, words.split()))
    return entries


@cache
def _phrases(language: str) -> tuple[Phrases, tuple[tuple[str, str, bool], ...]]:
    """Return the phrases of a language; and of each its country, its region, and whether it must
    have a capital.
    """
    rows: dict[str, int] = {}
    meanings: list[tuple[str, str, bool]] = []
    for said, words in _table()[language]:
        region = said[1:] if said.startswith(_REGION) else ""
        country = "" if region or said == _NO_COUNTRY else said
        for word in words:
            capital = language in _CAPITAL_ONLY or (language == "de" and word[0].isupper())
            for form in _FORMS[language](word.replace("_", " ")):
                if form not in rows:
                    rows[form] = len(meanings)
                    meanings.append((country, region, capital))
    return Phrases(rows), tuple(meanings)


def find_demonyms(words: Words, language: str) -> list[Demonym]:
    """Return the demonyms of a text, in its order."""
    if language not in LANGUAGES:
        return []
    phrases, meanings = _phrases(language)
    if language in _CAPITAL_ONLY:
        found = phrases.find(words, begin=signs.CAPITAL)
        return [(first, last, *meanings[row][:2]) for first, last, row in found]
    shapes = words.shapes.data
    return [
        (first, last, *meanings[row][:2])
        for first, last, row in phrases.find(words)
        if shapes[first] & signs.CAPITAL or not meanings[row][2]
    ]


@cache
def demonym_numbers(language: str) -> frozenset[int]:
    """Return the numbers of all demonyms of a language; see ``phrases.phrase_number``."""
    found = []
    for _, words in _table().get(language, ()):
        for word in words:
            for form in _FORMS[language](word.replace("_", " ")):
                found.append(phrase_number(read_words(form).plain.tolist()))
    return frozenset(found)
