"""Decide which of the places of one name a text means, and say why.

What follows the name decides first; then how well known each place is, weighed by what else the
text is about: the countries and regions that its other places and its demonyms name, and how near
they lie. One name means one place in a text.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from pipeline.enriching.gazetteer.regions import Region
from pipeline.enriching.gazetteer.spots import Spot
from pipeline.enriching.gazetteer.table import gazetteer
from pipeline.enriching.places.context import CLEAR, MOST_BONUS, Context, Resolved, bonus_of
from pipeline.enriching.places.local import at_home
from pipeline.enriching.places.mention import Toponym
from pipeline.enriching.places.weighing import CITY_PEOPLE, sure_of, weigh

__all__ = ["resolve_all"]

_MOST_WEIGHED: Final = 16
"""How many places of a name are weighed in a text."""

_EARTH_KM: Final = 6371.0
_TOGETHER_COSINE: Final = math.cos(60.0 / _EARTH_KM)
_LEANING: Final = 0.5
"""How much a place counts for the others while it is not known which one of its name is meant."""

_MOST_KNOWN: Final = 20_000
"""How many names are kept in mind."""

_SINGLE: Final = 9.0
"""The margin of a place that is the only one of its name."""

_MUCH: Final = 4.0
_DOUBT: Final = 0.6
"""How much a text must say of other countries to doubt a town of one that it does not speak of, and
what remains of its score. Guesses."""

_CITY_PEOPLE: Final = CITY_PEOPLE
_CLEAR: Final = CLEAR
_MOST_BONUS: Final = MOST_BONUS


@lru_cache(maxsize=64)
def _alone(language: str, home: str) -> dict[int, Resolved | None]:
    """Return what names mean without a text, as far as it was asked for."""
    return {}  # the same answers for ever; only the work is saved


def _meant(row: int, context: Context, known: dict[int, Resolved | None]) -> Resolved | None:
    """Return what a name means without its text."""
    if row in known:
        return known[row]
    if len(known) >= _MOST_KNOWN:
        known.clear()
    weighed = weigh(row, context.language, context.home)
    first = _chosen(weighed, [weight for _, weight in weighed], "") if weighed else None
    known[row] = first
    return first


def _resolve(row: int, within: tuple[Region, ...], context: Context) -> Resolved | None:
    """Return the place that a name means in a text; None if the gazetteer has none."""
    weighed, why = weigh(row, context.language, context.home, within), "qualifier"
    if not weighed or not within:
        weighed, why = weigh(row, context.language, context.home), ""
    if not weighed:
        return None
    scored: list[float] = []
    best = -1.0
    for spot, prior in weighed[:_MOST_WEIGHED]:
        # Those come by their weight: what no text could bring before the best is not looked at.
        if prior + _MOST_BONUS < best:
            break
        weight = prior + bonus_of(spot, context)
        scored.append(weight)
        if weight > best:
            best = weight
    return _chosen(weighed, scored, why)


def _chosen(weighed: Sequence[tuple[Spot, float]], scored: list[float], why: str) -> Resolved:
    """Return the one with the highest weight, beside what the others have that were weighed."""
    top, number = scored[0], 0
    for n, weight in enumerate(scored):
        if weight > top:
            top, number = weight, n
    spot = weighed[number][0]
    others, margin = 0.0, _SINGLE
    for n, weight in enumerate(scored):
        other = weighed[n][0]
        # Places of one name that lie together are one place: a city and its district.
        if other is not spot and not _together(other, spot):
            others += 10.0 ** (weight - top)
            if top - weight < margin:
                margin = top - weight
    if why:
        pass
    elif margin == _SINGLE:
        why = "only one"
    elif number:
        why = "neighbours"
    elif spot.capital or spot.stands_alone or spot.kind != "city":
        why = "well known"
    else:
        why = "population"
    return Resolved(spot, round(sure_of(spot) / (1 + others), 2), why, margin)


def _together(one: Spot, other: Spot) -> bool:
    if one.country != other.country:
        return False
    one.settle()
    other.settle()
    return one.x * other.x + one.y * other.y + one.z * other.z > _TOGETHER_COSINE


def resolve_all(toponyms: list[Toponym], context: Context) -> list[Resolved | None]:
    """Return what each name means: the clear ones first, then the others beside them.

    *context* grows.
    """
    known = _alone(context.language, context.home)
    found: list[Resolved | None] = []
    left: list[tuple[float, int]] = []
    for number, toponym in enumerate(toponyms):
        placed = True
        if toponym.itself:
            first = _itself(toponym.row, toponym.itself)
        elif toponym.within:
            first = _resolve(toponym.row, toponym.within, context)
        else:
            first = _meant(toponym.row, context, known)
            placed = first is not None and first.margin > _CLEAR
        found.append(first)
        if first is not None:
            if placed:
                context.add(first.spot, toponym.weight)
            else:
                left.append((-first.margin, number))
                # Until it is looked at, it says something for what it most often means.
                context.lean(first.spot, _LEANING * toponym.weight * first.score)
    left.sort()
    for _, number in left:
        toponym, first = toponyms[number], found[number]
        if first is not None:
            context.lean(first.spot, -_LEANING * toponym.weight * first.score)
        there = _resolve(toponym.row, (), context)
        if there is not None:
            found[number] = there
            context.add(there.spot, toponym.weight * there.score)
    for number, toponym in enumerate(toponyms):
        one = found[number]
        if one is not None and not toponym.within and not toponym.itself:
            if _CLEAR < one.margin < _MOST_BONUS and one.spot.kind == "city":
                one = at_home(one, toponym, context)
            found[number] = _doubted(one, toponym.weight, context)
    return found


def _doubted(resolved: Resolved, weight: float, context: Context) -> Resolved:
    """Return it less sure if it is a small town of a country that nothing else speaks of."""
    spot = resolved.spot
    if spot.people >= _CITY_PEOPLE or spot.capital or spot.kind != "city":
        return resolved
    others = context.total - weight
    if others < _MUCH or context.countries.get(spot.country, 0.0) > weight + 0.01:
        return resolved
    return Resolved(spot, round(resolved.score * _DOUBT, 2), resolved.why, resolved.margin)


def _itself(row: int, region: Region) -> Resolved | None:
    for spot in gazetteer().spots(row):
        if (spot.country, spot.region if spot.kind == "region" else "") == region:
            return Resolved(spot, sure_of(spot), "beside its town", _SINGLE)
    return None
