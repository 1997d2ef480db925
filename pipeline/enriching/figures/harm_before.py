"""Read how many people were harmed where the count stands before the word that says so."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.figures.counted_people import NEAR, STOPS, is_unknown_noun, people_end
from pipeline.enriching.figures.harm_counts import (
    FARTHER,
    SURE,
    Casualties,
    is_article,
    is_nobody,
    people_ending,
    with_others,
)
from pipeline.enriching.figures.harm_words import Harm
from pipeline.enriching.figures.number_words import Numerals
from pipeline.enriching.figures.window import Window
from pipeline.words.signs import COMMA

__all__ = ["counted", "happened"]

_FAR: Final = 9
"""Words that may stand between people and what befell them, if the people are named as such."""
_FARTHEST: Final = 14
"""In a language that keeps the verb for the end."""
_INSERTED: Final = 14
"""Words of an insertion between commas."""
_UNKNOWN_NOUN: Final = 0.6
"""How sure it is that people of a name that we do not know are people. A guess."""


def counted(window: Window, at: int, known: Numerals, harm: Harm) -> Casualties | None:
    """Read ``12 dead``, ``30 weitere Verletzte``, ``une vingtaine de blessés``."""
    words = window.words
    before = at - 1
    for _ in range(NEAR):
        if before < 0 or window.stops(before + 1, STOPS):
            return None
        number = people_ending(window, before, known, harm)
        if number is not None:
            first = number.last + 1
            if window.has(first, at, harm.no_people):
                return None
            if is_article(window, number, known) and window.has(first, at, harm.be):
                return None  # "un attentat a tué"
            if words[at] in harm.happened and not _may_be_people(window, first, at, known, harm):
                return None  # "the 1976 disaster killed"
            return Casualties(harm.counted[words[at]], number.first, at, number, SURE)
        if words[before] in known.joins:
            return None
        if words[before] in harm.small and words[before] not in known.of:
            return None
        before -= 1
    return None


def _may_be_people(window: Window, first: int, end: int, known: Numerals, harm: Harm) -> bool:
    """Tell whether people stand last before what befell them, or nobody: ``hundreds of`` them."""
    if first < end and window.words[first] in known.of:
        return True
    for at in range(end - 1, first - 1, -1):
        word = window.words[at]
        if word not in harm.be:
            return word in harm.people or word.endswith(harm.endings)
    return True


def happened(window: Window, at: int, known: Numerals, harm: Harm) -> Casualties | None:
    """Read ``12 people, including two children, were killed``."""
    words = window.words
    kind = harm.happened[words[at]]
    before = at - 1
    passive = False
    while before >= 0 and not window.gaps[before + 1] & STOPS:
        if words[before] in harm.be:
            passive = True
        elif not (words[before] in known.joins and before and words[before - 1] in harm.be):
            break  # but "were shot and killed"
        if window.is_end(before + 1):
            return None
        before -= 1
    farthest = _FARTHEST if harm.far else _FAR
    more = 0
    for steps in range(farthest):
        if before < 0 or window.is_end(before + 1):
            return None
        if window.gaps[before + 1] & STOPS:
            begin = _before_insertion(window, before, harm) if not steps else -1
            if begin < 0:
                return None
            before = begin
            steps = 1
        number = people_ending(window, before, known, harm)
        if number is not None and is_article(window, number, known):
            end = people_end(window, number.last + 1, harm)
            if end <= number.last + 1 and (steps or end < 0):
                number = None  # "bei einem Brand": no one of them
        if number is not None:
            number = with_others(window, number, known, harm)
            number.least += more
            number.most += more
            end = people_end(window, number.last + 1, harm)
            near = steps <= NEAR and passive
            if end < 0 and not (near and is_unknown_noun(window, number.last + 1, at, harm)):
                return None
            if end == number.last + 1 and not passive and steps:
                return None
            score = _UNKNOWN_NOUN if end < 0 else SURE if steps <= NEAR else FARTHER
            if end >= 0 and steps and end == number.last + 1 and steps > 1 and not harm.far:
                return None  # only a number, and other words before what happened
            return Casualties(kind, number.first, at, number, score)
        if is_nobody(window, before):
            return None
        if words[before] in known.joins:
            if not passive:
                return None
            more += words[before + 1] in known.one  # "and a driver"
        before -= 1
    return None


def _before_insertion(window: Window, at: int, harm: Harm) -> int:
    """Return the word before an insertion that ends with a word, or -1."""
    for begin in range(at, max(0, at - _INSERTED), -1):
        if window.is_end(begin + 1) and begin < at:
            return -1
        if window.gaps[begin] & COMMA:
            return begin - 1 if window.words[begin] in harm.including else -1
    return -1
