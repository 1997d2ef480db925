"""Read the number that counts people near a word of harm, with what belongs to it."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.figures.counted_people import NEAR, STOPS, is_measure, people_end
from pipeline.enriching.figures.harm_words import Harm, Kind
from pipeline.enriching.figures.number_reading import Number, number_at, number_ending
from pipeline.enriching.figures.number_words import Numerals
from pipeline.enriching.figures.window import Window

__all__ = [
    "FARTHER",
    "SURE",
    "Casualties",
    "is_article",
    "is_nobody",
    "of_whom",
    "people_ending",
    "with_others",
]

SURE: Final = 0.9
FARTHER: Final = 0.75
"""How sure a count is beside its word, and some words away. Guesses."""

_NOBODY: Final = frozenset("no not kein keine aucun aucune ningún ninguna nessun nessuna".split())
_NONE: Final = frozenset(
    "none nobody neither keiner keine keines niemand aucun aucune ninguno ninguna nadie nessuno "
    "nessuna".split()
)
"""Who suffered nothing: ``none of the 14 passengers was injured``, ``nobody was hurt``."""


class Casualties:
    """How many people were harmed, in words of a window."""

    def __init__(self, kind: Kind, first: int, last: int, number: Number, score: float) -> None:
        self.kind, self.first, self.last = kind, first, last
        self.number, self.score = number, score


def people_ending(window: Window, at: int, known: Numerals, harm: Harm) -> Number | None:
    """Return a count of something; no time, no sum, no share, no part of a date."""
    number = number_ending(window, at, known)
    if number is None or is_measure(window, number, harm):
        return None
    if number.first and window.words[number.first - 1] in _NOBODY:
        return None
    return _whole(window, number, known)


def is_nobody(window: Window, at: int) -> bool:
    """Tell whether a word says that it befell none: ``no one``, ``niemand``."""
    word = window.words[at]
    return word in _NONE or (word == "one" and at > 0 and window.words[at - 1] == "no")


def _whole(window: Window, number: Number, known: Numerals) -> Number | None:
    """Return the part of ``12 of the 45``; nothing of ``none of the 45``."""
    before = number.first - 1
    for _ in range(3):  # "61 of the ferry's 140"
        if before < 1 or window.words[before] in known.of or window.gaps[before + 1] & STOPS:
            break
        before -= 1
    if before >= 1 and window.words[before] in known.of:
        if is_nobody(window, before - 1):
            return None
        part = number_ending(window, before - 1, known)
        if part is not None and part.most <= number.least:
            return Number(part.first, number.last, part.least, part.most, part.scaled)
    return number


def is_article(window: Window, number: Number, known: Numerals) -> bool:
    """Tell whether the number is only an article: ``un attentat``."""
    return number.first == number.last and window.words[number.first] in known.one


def with_others(window: Window, number: Number, known: Numerals, harm: Harm) -> Number:
    """Return the sum of ``two men and three women``, the number before the last one with it."""
    words = window.words
    before = number.first - 1
    if before < 2 or words[before] not in known.joins:
        return number
    for there in range(before - 1, max(-1, before - 1 - NEAR), -1):
        if window.stops(there + 1, STOPS):
            return number
        first = number_ending(window, there, known)
        if first is not None:
            if people_end(window, first.last + 1, harm) != before:
                return number
            least, most = first.least + number.least, first.most + number.most
            return Number(first.first, number.last, least, most, False)
    return number


def of_whom(window: Window, number: Number, known: Numerals) -> Number:
    """Return *number*; of ``12 of the 45 people`` with the words up to the people."""
    there = number.last + 1
    words = window.words
    if there + 2 < len(words) and words[there] in known.of:
        then = there + 1 + (words[there + 1] in ("the", "its", "their"))
        all_ = number_at(window, then, known) if then < len(words) else None
        if all_ is not None and number.most <= all_.least:
            return Number(number.first, all_.last, number.least, number.most, number.scaled)
    return number
