"""Tell what the words right beside a name make of it: no place, part of a list, said for sure."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.places import words as place_words
from pipeline.enriching.places.surroundings import Surroundings
from pipeline.words import signs

__all__ = ["is_closed", "is_listed", "is_located", "is_money", "is_other", "is_owner"]

_ARTICLES: Final = place_words.articles
_BEFORE: Final = place_words.before
_CURRENCIES: Final = place_words.currencies
_DIVISIONS: Final = place_words.divisions
_JOINING: Final = place_words.joining
_LONGER: Final = place_words.longer
_OF: Final = place_words.of
_OF_SAINTS: Final = place_words.of_saints
_POSSESSIVE: Final = place_words.possessive
_SAINTS: Final = place_words.saints
_THE: Final = place_words.the
_WITHIN: Final = place_words.within
_CAPITAL: Final = signs.CAPITAL
_APOSTROPHE: Final = signs.APOSTROPHE
_BLANK: Final = signs.BLANK
_HYPHEN: Final = signs.HYPHEN
_COMMA: Final = signs.COMMA
_MONEY: Final = signs.MONEY
_PARAGRAPH: Final = signs.PARAGRAPH
_CLOSES: Final = (
    signs.COMMA
    | signs.COLON
    | signs.POINT
    | signs.END
    | signs.CLOSING
    | signs.PARAGRAPH
    | signs.DASH
)


def is_money(around: Surroundings, last: int) -> bool:
    """Tell whether a country's letters, which end with a word, are a currency's: ``US$5``."""
    if around.gaps[last + 1] & _MONEY:
        return True
    return last + 1 < around.count and around.plain[last + 1] in _CURRENCIES


def is_other(around: Surroundings, first: int, last: int, strength: int) -> bool:
    """Tell whether a name is only part of another one, by the words beside it.

    ``Liverpool Street``, ``Washington Township``, ``Southern District of New York``; ``Pech-de-``;
    ``St. Patrick's``, ``University of St. Thomas``; a newspaper, ``The Hill``.
    """
    at = last + 1
    more = at < around.count
    if more:
        gap = around.gaps[at]
        number = around.plain[at]
        if gap == _BLANK and around.shapes[at] & _CAPITAL:
            if number in _LONGER:
                return True
        elif gap == _BLANK and number == _OF:
            if around.plain[last] in _DIVISIONS:
                return True
        elif gap == _HYPHEN and number in _WITHIN:
            return True
    if strength == 3:
        return False
    if strength < 2 and last > first and first and around.plain[first] == _THE:
        return not around.gaps[at] & _COMMA  # "The Dalles, Ore."
    if around.plain[first] not in _SAINTS:
        return False
    if more and around.gaps[at] & _APOSTROPHE and around.plain[at] == _POSSESSIVE:
        return True
    return first > 1 and around.plain[first - 2] in _OF_SAINTS


def is_located(around: Surroundings, first: int) -> bool:
    """Tell whether a word such as ``in`` stands before one, or ``in the``."""
    n = first - 1
    if n > 0 and around.plain[n] in _ARTICLES:
        n -= 1
    return n >= 0 and around.plain[n] in _BEFORE


def is_closed(around: Surroundings, last: int) -> bool:
    """Tell whether what ends with a word ends there: ``in Quayford, Ohio, on Monday``."""
    closes: bool = around.gaps[last + 1] & _CLOSES != 0
    return closes


def is_owner(around: Surroundings, last: int) -> bool:
    """Tell whether what ends with a word has something: ``In Quay Bank, Ohio's largest lender``."""
    owns: bool = around.gaps[last + 1] & _APOSTROPHE != 0
    return owns


def is_listed(around: Surroundings, last: int) -> bool:
    """Tell whether another name follows one that ends with a word: ``Kent, Sussex and``."""
    at = last + 1
    if at >= around.count or around.gaps[at] & _PARAGRAPH:
        return False
    if around.plain[at] in _JOINING:  # "Richmond, Yorkshire, and moved" is none
        return at + 1 < around.count and bool(around.shapes[at + 1] & _CAPITAL)
    return bool(around.gaps[at] & _COMMA) and around.hit_at(at) >= 0
