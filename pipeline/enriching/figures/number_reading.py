"""Read numbers among the words of a text: digits, words, ranges, and what is only roughly said."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.figures.number_words import Numerals
from pipeline.enriching.figures.window import Window
from pipeline.words.signs import (
    APOSTROPHE,
    BLANK,
    COMMA,
    DASH,
    HYPHEN,
    LINE,
    MONEY,
    POINT,
)

__all__ = ["Number", "number_at", "number_ending", "with_about"]

_WITHIN: Final = BLANK | HYPHEN | LINE
"""What may stand between the words of a number."""
_BLANK_MONEY: Final = BLANK | MONEY
_MOST_DECIMALS: Final = 5
"""Rates of exchange have four or five: $1.0834."""
_LONGEST: Final = 9
"""Words of a number at most: three groups of digits, a range, a scale."""


class Number:
    """A number, or a range, in a window: first and last word, the least and the most it says."""

    def __init__(self, first: int, last: int, least: float, most: float, scaled: bool) -> None:
        """*scaled* tells whether a word such as million belongs to it."""
        self.first, self.last = first, last
        self.least, self.most, self.scaled = least, most, scaled


def number_at(window: Window, at: int, known: Numerals) -> Number | None:
    """Return the number or the range that begins with a word."""
    first = _single(window, at, known)
    if first is None:
        return None
    words, gaps = window.words, window.gaps
    then = first.last + 1
    if then >= len(words) or first.least != first.most:
        return first
    gap = gaps[then]
    second = None
    if gap & ~_BLANK_MONEY in (HYPHEN, DASH) and words[then][0].isdigit():
        second = _single(window, then, known)
    elif then + 1 < len(words) and gap == BLANK and gaps[then + 1] & ~MONEY == BLANK:
        is_and = words[then] in known.joins and at > 0 and words[at - 1] in known.between
        if is_and or words[then] in known.to:
            second = _single(window, then + 1, known)
    if second is None and then + 2 < len(words) and gaps[then + 2] & MONEY:
        # "between US$300 and US$400"
        is_and = words[then] in known.joins and at > 1 and words[at - 2] in known.between
        if is_and or words[then] in known.to:
            second = _single(window, then + 2, known)
    if second is None or second.least != second.most:
        return first
    least = first.least
    if second.scaled and not first.scaled and least < 1000:
        least *= _scale_of(window, second, known)
    if not least < second.most or (known.comma and second.last == then and least >= 1900):
        return first  # a score, a season, years
    return Number(at, second.last, least, second.most, second.scaled)


def number_ending(window: Window, at: int, known: Numerals) -> Number | None:
    """Return the longest number that ends with a word."""
    word = window.words[at]
    if not ("0" <= word[0] <= "9" or word in known.ends):
        return None
    for start in range(max(0, at - _LONGEST), at + 1):
        number = number_at(window, start, known)
        if number is not None and number.last == at:
            return number
    return None


def with_about(window: Window, at: int, known: Numerals) -> int:
    """Return where a number begins with what belongs to it: ``at least``, ``une`` (vingtaine)."""
    while at and not window.is_end(at):
        for phrase in known.about.get(window.words[at - 1], ()):
            begin = at - len(phrase)
            if begin >= 0 and window.words[begin:at] == phrase:
                at = begin
                break
        else:
            return at
    return at


def _single(window: Window, at: int, known: Numerals) -> Number | None:
    word = window.words[at]
    if "0" <= word[0] <= "9":
        return _in_digits(window, at, known)
    if word not in known.begins:
        return None
    return _vague(window, at, known) or _in_words(window, at, known)


def _digits_of(word: str) -> int:
    """Return how many digits a word begins with; 0 if it is no number, as "12th" and "1a2".

    Behind up to 15 digits, up to four small letters may follow: 3m, 20mila.
    """
    digits, size = 0, len(word)
    while digits < size and "0" <= word[digits] <= "9":
        digits += 1
    if digits > 15 or size > digits + 4:
        return 0
    for at in range(digits, size):
        if not "a" <= word[at] <= "z":
            return 0
    return digits


def _in_digits(window: Window, at: int, known: Numerals) -> Number | None:
    words, gaps, last = window.words, window.gaps, at
    word = words[at]
    digits = _digits_of(word)
    if not digits:
        return None
    whole, unit, decimals = word[:digits], word[digits:], ""
    while not unit and not decimals and last + 1 < len(words):
        gap = gaps[last + 1]
        if gap not in (COMMA, POINT, BLANK, APOSTROPHE):
            break
        word = words[last + 1]
        digits = _digits_of(word)
        if not digits:
            break
        is_decimal = gap == (COMMA if known.comma else POINT)
        if gap in (COMMA, POINT):
            three = digits == 3 and len(whole) <= 12
            again = three and last + 2 < len(words) and gaps[last + 2] == gap
            if three and (not is_decimal or (again and words[last + 2].isdigit())):
                whole += word[:digits]
            elif digits <= 3 or (is_decimal and digits <= _MOST_DECIMALS):
                decimals = word[:digits]
            else:
                break
        elif digits == 3 and len(whole) <= 12 and (known.comma or gap == APOSTROPHE):
            whole += word[:digits]
        else:
            break
        unit, last = word[digits:], last + 1
    value = float(f"{whole}.{decimals}") if decimals else float(whole)
    if unit:
        scale = known.scales.get(unit)
        return None if scale is None else Number(at, last, value * scale, value * scale, True)
    return _scaled(window, at, last, value, known)


def _scaled(window: Window, at: int, last: int, value: float, known: Numerals) -> Number:
    """Return a number with the scales that follow it: ``3.5 million``, ``6 mil millones``."""
    scaled = False
    while last + 1 < len(window.words) and window.gaps[last + 1] & ~_WITHIN == 0:
        scale = known.scales.get(window.words[last + 1])
        if scale is None:
            break
        value, last, scaled = value * scale, last + 1, True
    return Number(at, last, value, value, scaled)


def _vague(window: Window, at: int, known: Numerals) -> Number | None:
    words = window.words
    if words[at] not in known.vague_begins:
        return None
    for count in (3, 2, 1):
        phrase = " ".join(words[at : at + count])
        if phrase in known.vague and len(words) >= at + count:
            least, most = known.vague[phrase]
            return Number(at, at + count - 1, least, most, least >= 1e6)
    return None


def _in_words(window: Window, at: int, known: Numerals) -> Number | None:
    """Return a number in words: ``two hundred and fifty``, ``quatre-vingt-dix``, ``a million``."""
    words = window.words
    total = group = 0.0
    last, scaled, room = at - 1, False, 1e9
    while last + 1 < len(words) and last - at < _LONGEST:
        then = last + 1
        if then > at:
            if window.gaps[then] & ~_WITHIN:
                break
            if words[then] in known.joins and then + 1 < len(words) and room > 1:
                nearer = known.values.get(words[then + 1], 1e9)
                if nearer >= min(room, 100):
                    break
                then += 1
        word = words[then]
        value = known.values.get(word)
        scale = known.scales.get(word)
        if scale is not None and (group or total or value is None) and (last >= at):
            if scale >= 1000:
                total, group, room = (
                    (total + group) * scale if not total else (total + group * scale),
                    0.0,
                    scale,
                )
            else:
                group, room = (group or 1) * scale, scale
            scaled = scaled or scale >= 1e6
        elif value == 20 and group == 4 and known.comma:
            group, room = 80.0, 20  # quatre-vingts
        elif (
            value is not None
            and then == at
            and word in known.one
            and _is_collective(words, then, known)
        ):
            pass  # une vingtaine
        elif value is not None and value < room:
            group += value
            room = 20 if 60 <= value < 100 and known.comma else _room(value)
            room = 10 if word == "dix" else room  # dix-sept
        elif then == at and word in known.one:
            group = 1.0
            following = words[then + 1] if then + 1 < len(words) else ""
            if following not in known.scales:
                return None
        elif then == at and word == "half" and _is_half(words, then, known):
            group, then = 0.5, then + 1  # half a dozen
        elif then == at and scale in (100, 1000) and word != "k":
            group, room = scale, scale
        else:
            break
        last = then
    if last < at or not total + group:
        return None
    return Number(at, last, total + group, total + group, scaled)


def _is_collective(words: list[str], at: int, known: Numerals) -> bool:
    return at + 1 < len(words) and known.values.get(words[at + 1], 0) >= 10


def _is_half(words: list[str], at: int, known: Numerals) -> bool:
    return at + 2 < len(words) and words[at + 1] in known.one and words[at + 2] in known.scales


def _room(value: float) -> float:
    """Return what the next part of a number must be less than."""
    if value < 20 or value in (12, 15):
        return 1
    return 10 if value < 100 else 100 if value < 1000 else 1000


def _scale_of(window: Window, number: Number, known: Numerals) -> float:
    scale = 1.0
    for word in window.words[number.first : number.last + 1]:
        digits = _digits_of(word)
        scale *= known.scales.get(word[digits:], 1.0)
    return scale
