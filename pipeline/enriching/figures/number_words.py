"""How languages write numbers: words that count, what multiplies, and what is only roughly said."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from pipeline.enriching.figures.number_words_germanic import english, german
from pipeline.enriching.figures.number_words_others import SCALED, others
from pipeline.enriching.figures.number_words_romance import french, italian, spanish
from pipeline.enriching.figures.numerals import Numerals

__all__ = ["LANGUAGES", "SCALED", "Numerals", "numerals"]

_MADE: Final[dict[str, Callable[[], Numerals]]] = {
    "en": english, "de": german, "fr": french, "es": spanish, "it": italian,
}  # fmt: skip
LANGUAGES: Final = tuple(_MADE)


@lru_cache(maxsize=64)
def numerals(language: str) -> Numerals:
    """Return the number words of a language; ``KeyError`` for one that we do not know.

    Of one of ``SCALED``, only what multiplies a number in digits.
    """
    if language in SCALED:
        return others(language)
    known = _MADE[language]()
    alone = {*known.values, *known.scales}
    vague_begins = frozenset(phrase.split()[0] for phrase in known.vague)
    return known._replace(
        begins=frozenset(alone | vague_begins | known.one | {"half"}),
        vague_begins=vague_begins,
        ends=frozenset(alone | {p.split()[-1] for p in known.vague}),
    )
