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
from pipeline.enriching.places.mention import Toponym
from pipeline.enriching.places.weighing import CITY_PEOPLE, sure_of, weigh

__all__ = ["Context", "Resolved", "resolve_all"]

# Decimal logarithms, as in ``weighing``: one more is ten times as likely. Guesses.
_IN_COUNTRY: Final = 2.0
_IN_REGION: Final = 1.2
_NEARBY: Final = 1.0
_NEAR_KM: Final = 150.0
_ITS_TOWNS: Final = 0.8
"""Of a state whose towns the text names: Washington, beside Seattle and Tacoma."""
_MOST_BONUS: Final = _IN_COUNTRY + _IN_REGION + _NEARBY + _ITS_TOWNS

_MOST_WEIGHED: Final = 16
_MOST_ANCHORS: Final = 8
"""How many places of a name, and how many others beside them, are weighed in a text."""

_POINTS: Final = frozenset({"city", "county", "site", "nature"})
"""Kinds that lie somewhere, as against those that are wide."""

_EARTH_KM: Final = 6371.0
_NEAR_COSINE: Final = math.cos(600.0 / _EARTH_KM)
_TOGETHER_COSINE: Final = math.cos(60.0 / _EARTH_KM)
_SINGLE: Final = 9.0
"""The margin of a place that is the only one of its name."""

_MUCH: Final = 4.0
_DOUBT: Final = 0.6
"""How much a text must say of other countries to doubt a town of one that it does not speak of, and
what remains of its score. Guesses."""

_CLEAR: Final = 2.0
"""From which margin a name is clear without its text: a hundred times as likely as the next."""

_CITY_PEOPLE: Final = CITY_PEOPLE


class Context:
    """What a text is about, as far as it is known: weights of countries and regions, and places."""

    __slots__ = ("anchors", "countries", "home", "language", "regions", "total")

    def __init__(self, language: str = "", home: str = "") -> None:
        """*home* is the country that the agency writes for."""
        self.language: str = language
        self.home: str = home
        self.total: float = 0.0
        self.countries: dict[str, float] = {}
        self.regions: dict[Region, float] = {}
        self.anchors: list[Spot] = []

    def add(self, spot: Spot, weight: float) -> None:
        """Count a place for its country and region."""
        if spot.country:
            self.count(spot.country, weight)
        if spot.region:
            key = (spot.country, spot.region)
            self.regions[key] = self.regions.get(key, 0.0) + weight
        if len(self.anchors) < _MOST_ANCHORS and spot.kind in _POINTS:
            spot.settle()
            self.anchors.append(spot)

    def count(self, country: str, weight: float) -> None:
        """Count a country."""
        self.total += weight
        self.countries[country] = self.countries.get(country, 0.0) + weight


class Resolved:
    """The place that is meant, how sure that is, and what decided."""

    __slots__ = ("margin", "score", "spot", "why")

    def __init__(self, spot: Spot, score: float, why: str, margin: float) -> None:
        """*margin* tells how much more likely it is than the next one, as a decimal logarithm."""
        self.spot: Spot = spot
        self.score: float = score
        self.why: str = why
        self.margin: float = margin


@lru_cache(maxsize=16384)  # the same answer for ever; only the work is saved
def _alone(row: int, language: str, home: str) -> Resolved | None:
    """Return what a name means without its text."""
    weighed = weigh(row, language, home)
    return _chosen(weighed, [weight for _, weight in weighed], "") if weighed else None


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
        weight = prior + _bonus(spot, context)
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


def _bonus(spot: Spot, context: Context) -> float:
    bonus = 0.0
    if context.total:
        share = context.countries.get(spot.country, 0.0)
        bonus = _IN_COUNTRY * share / context.total
        if bonus and spot.region:
            share = context.regions.get((spot.country, spot.region), 0.0) / context.total
            bonus += _IN_REGION * min(1.0, 1.5 * share)
            if spot.kind == "region":
                bonus += _ITS_TOWNS * min(1.0, 1.5 * share)
    if context.anchors and spot.kind in _POINTS:
        spot.settle()
        nearest = -1.0
        for anchor in context.anchors:
            cosine = spot.x * anchor.x + spot.y * anchor.y + spot.z * anchor.z
            if cosine > nearest:
                nearest = cosine
        if nearest > _NEAR_COSINE:
            bonus += _NEARBY * math.exp(-_EARTH_KM * math.acos(min(1.0, nearest)) / _NEAR_KM)
    return bonus


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
    found: list[Resolved | None] = []
    left: list[tuple[float, int]] = []
    for number, toponym in enumerate(toponyms):
        placed = True
        if toponym.itself:
            first = _itself(toponym.row, toponym.itself)
        elif toponym.within:
            first = _resolve(toponym.row, toponym.within, context)
        else:
            first = _alone(toponym.row, context.language, context.home)
            placed = first is not None and first.margin > _CLEAR
        found.append(first)
        if first is not None:
            if placed:
                context.add(first.spot, toponym.weight)
            else:
                left.append((-first.margin, number))
    left.sort()
    for _, number in left:
        toponym = toponyms[number]
        there = _resolve(toponym.row, (), context)
        if there is not None:
            found[number] = there
            context.add(there.spot, toponym.weight * there.score)
    for number, toponym in enumerate(toponyms):
        one = found[number]
        if one is not None and not toponym.within and not toponym.itself:
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
