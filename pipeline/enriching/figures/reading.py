"""Read a text's figures: people harmed and sums of money, around the words that speak of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from pipeline.enriching.figures.harm import casualties_at
from pipeline.enriching.figures.harm_words import Harm, harm, trigger_words
from pipeline.enriching.figures.money import (
    CURRENCY_CODES,
    CURRENCY_NAMES,
    Sum,
    sum_at_sign,
    sum_at_word,
)
from pipeline.enriching.figures.number_words import LANGUAGES, SCALED, Numerals, numerals
from pipeline.enriching.figures.window import Window
from pipeline.words.reading import Words
from pipeline.words.signs import MONEY
from pipeline.words.table import Table

try:
    from pipeline.words.role_scan import scan
except ImportError:  # built without a compiler: the same results, later
    from pipeline.words.role_scan_by_python import scan

__all__ = ["Found", "figures_in"]

_MOST_TRIGGERS: Final = 60
"""Places of one item that are looked at; a report of a disaster has some twenty. A price list has
thousands, and the first ones say what it is."""
_MOST_PLACES: Final = 10_000
"""The same, with words that only look like a currency's code: ``try``, ``all``."""

_BEFORE: Final = 22
_BEHIND: Final = 14
"""Words around a place that are read."""
_ROOM: Final = 8
"""Words behind a place that there are at least, where the text has them."""

_SURE_OF_MONEY: Final = 0.9

_HARM: Final = 1
_CURRENCY: Final = 2
_CODE: Final = 4
"""What a word is."""
_READ: Final = frozenset((*LANGUAGES, *SCALED))
_WRITTEN_CODES: Final = frozenset(CURRENCY_CODES)


class Found:
    """A figure in a text."""

    def __init__(
        self,
        kind: Literal["dead", "injured", "missing", "money"],
        start: int,
        end: int,
        least: float,
        most: float,
        unit: str,
        score: float,
    ) -> None:
        self.kind, self.start, self.end = kind, start, end
        self.least, self.most, self.unit, self.score = least, most, unit, score


class Known:
    """What is known of a language's figures."""

    def __init__(self, language: str) -> None:
        """In a language that we do not know at all, sums of money are read as in English."""
        is_known = language in LANGUAGES
        roles: dict[str, int] = {code.lower(): _CODE for code in CURRENCY_CODES}
        for name in CURRENCY_NAMES:
            roles[name] = roles.get(name, 0) | _CURRENCY
        for word in trigger_words(language) if is_known else ():
            roles[word] = roles.get(word, 0) | _HARM
        self.table = Table.of_words(roles)
        self.role_of: npt.NDArray[np.int64] = np.array([*roles.values(), 0], np.int64)
        self.numerals: Numerals = numerals(language or "en")
        self.harm: Harm | None = harm(language) if is_known else None


_known: Final = lru_cache(maxsize=64)(Known)  # one per language; the same for ever


def figures_in(words: Words, language: str) -> list[Found]:
    """Return the figures of a text in its order; of places that overlap the first one counts.

    Sums of money are read in any language where digits stand beside a sign or a code, with the
    words for a million and its like in some thirty; other number words and casualties in English,
    German, French, Spanish and Italian.
    """
    known = _known(language if language in _READ else "")
    _, roles, places = scan(
        words, known.table, known.role_of, _HARM | _CURRENCY | _CODE, MONEY, False, _MOST_PLACES
    )
    count = len(words)
    found: list[Found] = []
    if words.gaps.item(count) & MONEY:
        places.append(count)
    window: Window | None = None
    left = _MOST_TRIGGERS
    for place in places:
        role = int(roles.item(place))
        at_sign = words.gaps.item(place) & MONEY != 0
        if role == _CODE and words.word(place) not in _WRITTEN_CODES:
            role = 0
        if not role and not at_sign:
            continue
        if not left and place < count:
            continue
        left -= left > 0
        if window is None or place + _ROOM > window.low + len(window.words):
            low = max(0, place - _BEFORE)
            window = Window(words, low, min(count, place + _BEFORE + _BEHIND))
        at = place - window.low
        if at_sign:
            _add_sum(found, sum_at_sign(window, at, known.numerals))
        if role & _HARM:
            _add_harmed(found, window, at, known)
        elif role:
            _add_sum(found, sum_at_word(window, at, known.numerals))
    return found


def _add_harmed(found: list[Found], window: Window, at: int, known: Known) -> None:
    if known.harm is None:
        return
    people = casualties_at(window, at, known.numerals, known.harm)
    if people is not None:
        start, end = window.starts[people.first], window.ends[people.last]
        number = people.number
        _add(
            found, Found(people.kind, start, end, number.least, number.most, "people", people.score)
        )


def _add_sum(found: list[Found], money: Sum | None) -> None:
    if money is not None and money.number.most:
        least, most = round(money.number.least, 5), round(money.number.most, 5)
        _add(found, Found("money", money.start, money.end, least, most, money.unit, _SURE_OF_MONEY))


def _add(found: list[Found], one: Found) -> None:
    """Add a figure that stands behind the others, or says more than the last one.

    A range says more than its first number, and a count with its people more than without.
    """
    last = found[-1] if found else None
    if last is None or one.start >= last.end:
        found.append(one)
    elif last.kind == one.kind and last.least == one.least and one.start <= last.start:
        found[-1] = one
