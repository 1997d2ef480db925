"""Places that the text names and no gazetteer has: buildings, streets, small waters."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.gazetteer.spots import Spot
from pipeline.enriching.places import words as place_words
from pipeline.enriching.places.context import Context
from pipeline.enriching.places.mention import Mention, NamedSpans, mention_of
from pipeline.enriching.places.results import Placed, placed_of
from pipeline.enriching.places.surroundings import Surroundings
from pipeline.words import signs
from pipeline.words.of_item import ItemWords
from pipeline.words.search import first_from
from schemas.types import Name

__all__ = ["beside_towns", "unnamed"]

_ARTICLES: Final = place_words.articles
_LOCATING: Final = place_words.locating
_STREETS: Final = place_words.streets
_CAPITAL: Final = signs.CAPITAL
_IN_BUILDING: Final = signs.BLANK | signs.HYPHEN | signs.APOSTROPHE | signs.POINT
_MOST_WORDS: Final = 5
"""Of a building's name, before its last one."""

_MOST_NAMES: Final = 200
"""How many names of an item are looked at for places that no gazetteer has."""

_NOWHERE: Final = Spot(-1, 0, 0.0, 0.0)
"""Until its town is known."""

_NEAR: Final = 0.3
"""Score of a place that no gazetteer has, located by the town that is named beside it. A guess."""

_TOWNS: Final = frozenset({"city", "county", "site"})
_SURE_TOWN: Final = 0.6
"""Score from which a town tells where what stands beside it lies. A guess."""

_BESIDE_CHARS: Final = 600
"""How far away the town may be named. A guess: a paragraph or two."""


def unnamed(around: Surroundings, named: NamedSpans, found: list[Mention]) -> list[Mention]:
    """Return the buildings and streets that no step has named: ``at the Harlow Theatre``.

    Words with capitals up to one that such names end with, after a word such as ``in``.
    """
    more = []
    for last in around.buildings[:_MOST_NAMES]:
        first = _first_of(around, last)
        if first < 0:
            continue
        start, end = around.starts[first], around.ends[last]
        name = named.before(end)
        if name >= 0 and named.end(name) > start:
            continue
        for mention in found:
            if mention.start < end and start < mention.end:
                break
        else:
            more.append(mention_of(first, last, -1, start, end))
    return more


def _first_of(around: Surroundings, last: int) -> int:
    """Return the first word of a building's name; -1 if it is none, or nothing is there."""
    first = last
    located = around.plain[last] in _STREETS
    while first > 0 and not around.gaps[first] & ~_IN_BUILDING:
        before = around.plain[first - 1]
        if before in _LOCATING:  # "At Harlow Theatre" too
            located = True
            break
        if not around.shapes[first - 1] & _CAPITAL:
            if before in _ARTICLES and first > 1:
                located = located or around.plain[first - 2] in _LOCATING
            break
        first -= 1
        if last - first > _MOST_WORDS:
            return -1  # a headline in capitals
    if first < last and around.plain[first] in _ARTICLES:
        first += 1
    return first if located and first < last else -1


def beside_towns(
    read: ItemWords,
    around: Surroundings,
    names: tuple[Name, ...],
    numbers: list[int],
    unnamed: list[Mention],
    placed: list[Placed],
    peoples: set[int],
    context: Context,
) -> list[Placed]:
    """Return the places that the text names and no gazetteer has, by the towns beside them.

    A street or a school lies where the town is that is named before it, or else after it, in the
    country that the text is mostly about; without one nothing is known of it, and the name stays
    a name. *numbers* are those of the names that are places or buildings, and of several words: one
    word may be anything. A building that is an organisation counts where the text says that it
    is the place where something is: ``at the Harlow Theatre``. *unnamed* are those that no step
    has named. *peoples* are where demonyms stand: what begins with one, a Russian ministry, may be
    anywhere.
    """
    asked = _asked(read, around, names, numbers, unnamed, placed, peoples)
    if not asked:
        return []
    home, most = "", 0.0
    for country, weight in context.countries.items():
        if weight > most:
            home, most = country, weight
    towns: list[tuple[int, int]] = []
    for number, one in enumerate(placed):
        if one.score >= _SURE_TOWN and one.spot.country == home and one.spot.kind in _TOWNS:
            for mention in one.mentions:
                towns.append((mention.start, number))
    towns.sort()
    found: list[Placed] = []
    for one in asked:
        number, least = -1, 2 * _BESIDE_CHARS
        for at, n in towns:
            # One that is named before it comes first, however far.
            far = one.start - at if at <= one.start else at - one.start + _BESIDE_CHARS
            if far < least and abs(at - one.start) < _BESIDE_CHARS:
                number, least = n, far
        if number >= 0:
            town = placed[number]
            one.spot, one.why = town.spot, f"near {town.name}"
            found.append(one)
    return found


def _asked(
    read: ItemWords,
    around: Surroundings,
    names: tuple[Name, ...],
    numbers: list[int],
    unnamed: list[Mention],
    placed: list[Placed],
    peoples: set[int],
) -> list[Placed]:
    """Return what is to be located, without its town."""
    asked: list[Placed] = []
    begins = read.begin_of
    for number in numbers[:_MOST_NAMES]:
        name = names[number]
        span = name.spans[0] if name.spans else None
        begin = begins.get(span.where, -1) if span is not None else -1
        if span is None or begin < 0:
            continue
        start, end = begin + span.start, begin + span.end
        if start in peoples or _is_covered(placed, start, end):
            continue
        if name.kind != "place" and not _is_located(around, start):
            continue
        one = placed_of(_NOWHERE, start, name.name, _NEAR, "")
        one.known = False
        one.number = number
        one.spans = name.spans
        asked.append(one)
    for mention in unnamed:
        mention.span = read.span(mention.start, mention.end)
        one = placed_of(_NOWHERE, mention.start, read.text[mention.start : mention.end], _NEAR, "")
        one.known = False
        one.spans = (mention.span,)
        one.mentions = [mention]
        asked.append(one)
    return asked


def _is_covered(placed: list[Placed], start: int, end: int) -> bool:
    """Tell whether a place begins or ends there."""
    for one in placed:
        for mention in one.mentions:
            if start <= mention.start <= end or start <= mention.end <= end:
                return True
    return False


def _is_located(around: Surroundings, start: int) -> bool:
    """Tell whether what begins there stands after a word such as ``in``, or ``in the``."""
    n = first_from(around.starts, start) - 1
    if n > 0 and around.plain[n] in _ARTICLES:
        n -= 1
    return n >= 0 and around.plain[n] in _LOCATING
