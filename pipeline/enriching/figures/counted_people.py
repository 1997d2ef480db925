"""Tell which people a number counts, and whether it counts people at all."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.figures.harm_words import Harm
from pipeline.enriching.figures.number_reading import Number
from pipeline.enriching.figures.window import Window
from pipeline.words.signs import (
    CLOSING,
    COLON,
    COMMA,
    DASH,
    HYPHEN,
    MONEY,
    OPENING,
    PERCENT,
    POINT,
    QUOTE,
)

__all__ = ["NEAR", "STOPS", "is_measure", "is_unknown_noun", "people_end"]

_PERCENT_MONEY: Final = PERCENT | MONEY
_MONEY_HYPHEN: Final = MONEY | HYPHEN

STOPS: Final = COMMA | COLON | OPENING | CLOSING | QUOTE | DASH | MONEY | PERCENT
"""What stands between words that do not belong together."""

_STOPS: Final = STOPS

NEAR: Final = 4
"""Words of a count's noun: ``12 Palestinian civilians``."""
_BEFORE_YEARS: Final = frozenset("in since of im jahr en de nel del and seit".split())


def is_measure(window: Window, number: Number, harm: Harm) -> bool:
    """Tell whether a number counts time, money or things, or is part of a date."""
    words, gaps = window.words, window.gaps
    after = number.last + 1
    if after < len(words) and not window.is_end(after):
        if words[after] in harm.no_people or gaps[after] & _PERCENT_MONEY:
            return True
        if gaps[after] & HYPHEN and words[after] not in harm.people:
            return True
    elif after <= len(words) and after < len(gaps) and gaps[after] & _PERCENT_MONEY:
        return True
    if gaps[number.first] & _MONEY_HYPHEN and not gaps[number.first] & POINT:
        return True
    before = words[number.first - 1] if number.first else ""
    is_year = 1500 <= number.least <= 2100 and number.first == number.last
    if is_year and len(words[number.first]) == 4 and before in _BEFORE_YEARS:
        return True
    return (
        before in harm.no_people
        and before not in ("per", "may", "mai")
        and words[number.first].isdigit()
    )


def people_end(window: Window, at: int, harm: Harm) -> int:
    """Return behind which word the people end who are counted; *at* if nobody is named; or -1."""
    words = window.words
    for there in range(at, min(at + NEAR, len(words))):
        if window.stops(there, _STOPS):
            return at if there == at else -1
        word = words[there]
        if word in harm.no_people:
            return -1
        if word in harm.people:
            return there + 1
        if word in harm.small or word in harm.be or word in harm.happened:
            if there == at:
                return at if word not in ("of", "de", "di", "von", "d") else _of(window, at, harm)
            return -1
        if there > at and word.endswith(harm.endings) and len(word) > 4:
            return there + 1
        if there == at and word.endswith(harm.endings) and len(word) > 5:
            return there + 1
    return at if at >= len(words) else -1


def _of(window: Window, at: int, harm: Harm) -> int:
    """Return the end of ``of them``, ``of the passengers``, ``de personas``; or -1."""
    words = window.words
    for there in range(at + 1, min(at + 4, len(words))):
        if window.stops(there, _STOPS):
            return -1
        if (
            words[there] in ("them", "whom", "those", "ihnen", "ellos")
            or words[there] in harm.people
        ):
            return there + 1
        if words[there].endswith(harm.endings) and len(words[there]) > 4:
            return there + 1
    return -1


def is_unknown_noun(window: Window, at: int, to: int, harm: Harm) -> bool:
    """Tell whether what is counted may be people of a name that we do not know."""
    count = 0
    for word in window.words[at:to]:
        if word not in harm.be:
            count += 1
            if count > 2 or word in harm.no_people or word in harm.small:
                return False
    return True
