"""Find how many people were killed, injured or are missing, and sums of money."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

import numpy as np

from pipeline.enriching.figures_harm import casualties_at
from pipeline.enriching.figures_money import (
    CURRENCY_CODES,
    CURRENCY_NAMES,
    sum_at_sign,
    sum_at_word,
)
from pipeline.enriching.harm_words import Harm, harm, trigger_words
from pipeline.enriching.number_reading import Window
from pipeline.enriching.number_words import LANGUAGES, Numerals, numerals
from pipeline.enriching.registry import enrichers
from pipeline.words.of_item import ItemWords, words_of
from pipeline.words.reading import Words
from pipeline.words.signs import MONEY
from pipeline.words.table import Table
from schemas.types import Figure
from schemas.wire import WireItem

__all__ = ["Found", "add_figures", "figures_in"]

_MOST_TRIGGERS: Final = 60
"""Places of one item that are looked at; a report of a disaster has some twenty. A price list has
thousands, and the first ones say what it is."""

_BEFORE: Final = 22
_BEHIND: Final = 14
"""Words around a place that are read."""

_SURE_OF_MONEY: Final = 0.9


class Found(NamedTuple):
    """A figure in a text."""

    kind: Literal["dead", "injured", "missing", "money"]
    start: int
    end: int
    least: float
    most: float
    unit: str
    score: float


class _Known(NamedTuple):
    numerals: Numerals
    harm: Harm | None
    table: Table
    codes: Table
    """Currencies' codes, as they are written: ``EUR``."""
    money_from: int
    """The first row that is a currency's name."""


@lru_cache(maxsize=8)  # one per language; the same for ever
def _known(language: str) -> _Known:
    is_known = language in LANGUAGES
    triggers = trigger_words(language) if is_known else ()
    rows = {word: row for row, word in enumerate(triggers)}
    for word in CURRENCY_NAMES:
        rows.setdefault(word, len(triggers))
    return _Known(
        numerals(language if is_known else "en"),
        harm(language) if is_known else None,
        Table.of_rows(rows),
        Table.of_words(CURRENCY_CODES),
        len(triggers),
    )


def figures_in(words: Words, language: str) -> list[Found]:
    """Return the figures of a text in its order; of places that overlap the first one counts.

    Sums of money are read in any language where digits stand beside a sign or a code, number words
    and casualties in English, German, French, Spanish and Italian.
    """
    known = _known(language if language in LANGUAGES else "")
    rows = known.table.rows(words.plain)
    codes = known.codes.rows(words.cased)
    at_sign = (words.gaps & MONEY) != 0
    places = np.flatnonzero((rows >= 0) | (codes >= 0) | at_sign[:-1])[:_MOST_TRIGGERS].tolist()
    if at_sign[-1]:
        places.append(len(words))
    found: list[Found] = []
    window: Window | None = None
    free = 0
    for place in places:
        if window is None or place + 8 > window.low + len(window.words):
            low = max(0, place - _BEFORE)
            window = Window(words, low, min(len(words), place + _BEFORE + _BEHIND))
        row = int(rows[place]) if place < len(words) else -1
        if row < 0 and place < len(words) and codes[place] >= 0:
            row = known.money_from
        for one in _at(window, place, row, bool(at_sign[place]), known):
            if one.start >= free:
                found.append(one)
                free = one.end
            elif _is_wider(found[-1], one):
                found[-1] = one
                free = one.end
    return found


def _is_wider(last: Found, one: Found) -> bool:
    """Tell whether a figure says more than the one before it: a range, the same with its people."""
    return last.kind == one.kind and last.least == one.least and one.start <= last.start


def _at(window: Window, place: int, row: int, at_sign: bool, known: _Known) -> Iterator[Found]:
    at = place - window.low
    if at_sign:
        money = sum_at_sign(window, at, known.numerals)
        if money is not None and money.number.most:
            yield _money(money.start, money.end, money.number.least, money.number.most, money.unit)
    if row >= known.money_from:
        money = sum_at_word(window, at, known.numerals)
        if money is not None and money.number.most:
            yield _money(money.start, money.end, money.number.least, money.number.most, money.unit)
    elif row >= 0 and known.harm is not None:
        casualties = casualties_at(window, at, known.numerals, known.harm)
        if casualties is not None:
            number = casualties.number
            yield Found(
                casualties.kind,
                window.starts[casualties.first],
                window.ends[casualties.last],
                number.least,
                number.most,
                "people",
                casualties.score,
            )


def _money(start: int, end: int, least: float, most: float, unit: str) -> Found:
    return Found("money", start, end, round(least, 2), round(most, 2), unit, _SURE_OF_MONEY)


@enrichers.add("figures", needs={"text", "headline", "language"}, gives={"figures"})
def add_figures(item: WireItem, *, most: int = 20) -> WireItem:
    """Add how many people were killed, injured or are missing, and sums of money.

    At most *most*, each kind and number once, where it is said first.
    """
    words = words_of(item)
    figures: dict[tuple[str, float, float, str], Figure] = {}
    for one in figures_in(words.words, item.language):
        key = (one.kind, one.least, one.most, one.unit)
        if key not in figures and _is_of_one_part(words, one.start, one.end):
            figures[key] = Figure(
                kind=one.kind,
                text=words.text[one.start : one.end],
                least=one.least,
                most=one.most,
                unit=one.unit,
                span=words.span(one.start, one.end),
                score=one.score,
                by="figures",
            )
            if len(figures) >= most:
                break
    return item.model_copy(update={"figures": tuple(figures.values())}) if figures else item


def _is_of_one_part(words: ItemWords, start: int, end: int) -> bool:
    return words.part_of(start) == words.part_of(end - 1)
