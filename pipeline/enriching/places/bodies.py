"""Tell what a place's name within a longer name says of where that is."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.gazetteer import table as g
from pipeline.enriching.places import words as place_words
from pipeline.enriching.places.mention import Mention
from pipeline.enriching.places.surroundings import Surroundings

__all__ = ["has_body", "is_called_after", "is_of_body"]

_ANYWHERE: Final = place_words.anywhere
_BODIES: Final = place_words.bodies
_OF_SAINTS: Final = place_words.of_saints
_SAINTS: Final = place_words.saints
_STRENGTH: Final = g.STRENGTH
_WORD: Final = g.WORD
_NAMES: Final = g.FIRST | g.LAST


def is_of_body(around: Surroundings, mention: Mention, begin: int, stop: int, flag: int) -> bool:
    """Tell whether an organisation's name says where it is: it is a court, a college ...

    ``Boise Fire Department``, ``University of Leeds``; not of a newspaper, a team or a saint.
    *begin* and *stop* are where its name stands.
    """
    strength = flag & _STRENGTH
    if flag & _WORD or strength < 2 or (strength < 3 and flag & _NAMES):
        return False
    if strength < 3 and around.plain[mention.first] in _SAINTS:
        return False
    if mention.start - begin < 5:  # "the"
        return has_body(around, mention.last + 1, stop)
    if stop - mention.end < 2:
        for n in range(mention.first - 1, -1, -1):
            if around.starts[n] < begin:
                break
            if around.plain[n] in _BODIES:
                return True
    return False


def has_body(around: Surroundings, first: int, stop: int) -> bool:
    """Tell whether a word such as ``court`` or ``council`` stands from a word on to a character."""
    for n in range(first, around.count):
        if around.starts[n] >= stop:
            break
        if around.plain[n] in _BODIES:
            return True
    return False


def is_called_after(around: Surroundings, mention: Mention, stop: int) -> bool:
    """Tell whether what has a place in its name, up to *stop*, may lie anywhere.

    ``Atlantic Avenue``, ``Washington Square``; ``St. George's Chapel`` is called after a saint.
    """
    last = -1
    for n in range(mention.last + 1, around.count):
        if around.starts[n] >= stop:
            break
        last = n
    if last < 0:
        return False
    if around.plain[last] in _ANYWHERE:
        return True
    return around.plain[mention.first] in _SAINTS and around.plain[last] in _OF_SAINTS
