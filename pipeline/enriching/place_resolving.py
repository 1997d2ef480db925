"""Decide which of the places of one name a text means, and say why.

What follows the name decides first; then how well known each place is, weighed by what else the
text is about: the countries and regions that its other places and its demonyms name, and how near
they lie. One name means one place in a text.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeAlias

from pipeline.enriching.gazetteer import IN_USE, OWN, Spot, gazetteer
from pipeline.enriching.regions import Region

__all__ = ["Asked", "Context", "Resolved", "resolve", "resolve_all", "sure_of", "weigh"]

# All weights are decimal logarithms: one more is ten times as likely. Guesses, but where they say
# what they must bring about.
_WELL_KNOWN: Final = 1.5
"""Of a capital, or a city that stands alone: the Spanish Valencia comes before the larger
Venezuelan one, Paris before all that are called after it."""

_LEVELS: Final = {OWN: 0.0, IN_USE: -0.2}
_OTHER_NAME: Final = -2.0
"""Of a place that is called so in some language, beside one that has the name: keeps Odessa in
Ukraine, and Vienna in Austria."""

_SAME_LANGUAGE: Final = 0.5
_COUNTRY: Final = 8.0
_KINDS: Final = {"region": 0.8, "county": 0.5, "area": 1.0, "sea": 1.0, "nature": 0.5, "site": 0.8}
_LIKE_ITS_TOWN: Final = -1.6
"""Of a region with a town of its name in it, or a better known one elsewhere: Berlin is the city,
New York too, and Washington."""

_LIKE_ITS_COUNTRY: Final = -2.0

_IN_COUNTRY: Final = 2.0
_IN_REGION: Final = 1.2
_NEARBY: Final = 1.0
_NEAR_KM: Final = 150.0
_MOST_BONUS: Final = _IN_COUNTRY + _IN_REGION + _NEARBY

_LIKE_A_TOWN: Final = -1.0
"""Of a county with a town of its name in its state."""

_MOST_WEIGHED: Final = 16
_MOST_ANCHORS: Final = 8
"""How many places of a name, and how many others beside them, are weighed in a text."""

_POINTS: Final = frozenset({"city", "county", "site", "nature"})
"""Kinds that lie somewhere, as against those that are wide."""

EARTH_KM: Final = 6371.0
_NEAR_COSINE: Final = math.cos(600.0 / EARTH_KM)
_TOGETHER_COSINE: Final = math.cos(60.0 / EARTH_KM)
_SINGLE: Final = 9.0
"""The margin of a place that is the only one of its name."""

_MUCH: Final = 4.0
_DOUBT: Final = 0.6
"""How much a text must say of other countries to doubt a town of one that it does not speak of, and
what remains of its score. Guesses."""

_CLEAR: Final = 2.0
"""From which margin a name is clear without its text: a hundred times as likely as the next."""

_SURE: Final = {"country": 0.98, "region": 0.95, "area": 0.95, "sea": 0.95, "nature": 0.9}
_SURE_WELL_KNOWN: Final = 0.99
_SURE_CITY: Final = 0.95
_SURE_TOWN: Final = 0.85
_CITY_PEOPLE: Final = 5.0
"""Inhabitants of a city, as a decimal logarithm. The smaller a place, the likelier another one of
its name is in no gazetteer."""


@dataclass(slots=True)
class Context:
    """What a text is about, as far as it is known: weights of countries and regions, and places."""

    language: str = ""
    home: str = ""
    """The country that the agency writes for."""
    total: float = 0.0
    countries: dict[str, float] = field(default_factory=dict)
    regions: dict[Region, float] = field(default_factory=dict)
    anchors: list[Spot] = field(default_factory=list)

    def add(self, spot: Spot, weight: float) -> None:
        """Count a place for its country and region."""
        if spot.country:
            self.count(spot.country, weight)
        if spot.region:
            key = (spot.country, spot.region)
            self.regions[key] = self.regions.get(key, 0.0) + weight
        if spot.kind in _POINTS and len(self.anchors) < _MOST_ANCHORS:
            self.anchors.append(spot)

    def count(self, country: str, weight: float) -> None:
        """Count a country."""
        self.total += weight
        self.countries[country] = self.countries.get(country, 0.0) + weight


Asked: TypeAlias = tuple[int, tuple[Region, ...], Region | None, float]
"""A name's row, what is said after it, which state it is itself, and how often it is named."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The place that is meant, how sure that is, and what decided."""

    spot: Spot
    score: float
    why: str
    margin: float
    """How much more likely than the next one, as a decimal logarithm."""


@lru_cache(maxsize=16384)  # the same answer for ever; only the work is saved
def weigh(
    row: int, language: str, home: str, within: tuple[Region, ...] = ()
) -> tuple[tuple[Spot, float], ...]:
    """Return the places of a name and their weights without a text, the likeliest first.

    With *within* only those that lie there.
    """
    spots = gazetteer().spots_in(row, within) if within else gazetteer().spots(row)
    towns = {(s.country, s.region) for s in spots if s.kind == "city" and s.level >= IN_USE}
    famous = any(s.level >= IN_USE and (s.capital or s.stands_alone) for s in spots)
    sovereign = {s.country for s in spots if s.kind == "country"}
    weighed = [
        (spot, _prior(spot, language, home, towns, famous) + _beside(spot, sovereign))
        for spot in spots
    ]
    weighed.sort(key=lambda pair: -pair[1])
    return tuple(weighed)


def _beside(spot: Spot, sovereign: set[str]) -> float:
    """Return what a town loses that is called like its country: Mexico is no city alone."""
    return _LIKE_ITS_COUNTRY if spot.kind != "country" and spot.country in sovereign else 0.0


def _prior(spot: Spot, language: str, home: str, towns: set[Region], famous: bool) -> float:
    people = max(spot.people, 1.0)
    if spot.kind == "country":
        weight = _COUNTRY + 0.3 * (people - 7)
    else:
        weight = people + _KINDS.get(spot.kind, 0.0)
        if (spot.capital or spot.stands_alone) and spot.level >= IN_USE:
            weight += _WELL_KNOWN
        if spot.kind == "region" and (famous or (spot.country, spot.region) in towns):
            weight += _LIKE_ITS_TOWN
        if spot.kind == "county" and (spot.country, spot.region) in towns:
            weight += _LIKE_A_TOWN
    weight += _LEVELS.get(spot.level, _OTHER_NAME)
    if spot.kind in ("city", "county"):
        country = gazetteer().countries.get(spot.country)
        if language and country and language in country.languages:
            weight += _SAME_LANGUAGE
        if home and home == spot.country:
            weight += _SAME_LANGUAGE
    return weight


@lru_cache(maxsize=16384)  # as above
def alone(row: int, language: str, home: str) -> Resolved | None:
    """Return what a name means without its text."""
    weighed = weigh(row, language, home)
    return _chosen(weighed, [weight for _, weight in weighed], "") if weighed else None


def resolve(row: int, within: tuple[Region, ...], context: Context) -> Resolved | None:
    """Return the place that a name means in a text; None if the gazetteer has none."""
    weighed, why = weigh(row, context.language, context.home, within), "qualifier"
    if not weighed or not within:
        weighed, why = weigh(row, context.language, context.home), ""
    if not weighed:
        return None
    scored: list[float] = []
    best = -1.0
    for spot, weight in weighed[:_MOST_WEIGHED]:
        # Those come by their weight: what no text could bring before the best is not looked at.
        if weight + _MOST_BONUS < best:
            break
        weight += _bonus(spot, context)
        scored.append(weight)
        best = max(best, weight)
    return _chosen(weighed[: len(scored)], scored, why)


def _chosen(weighed: Sequence[tuple[Spot, float]], scored: list[float], why: str) -> Resolved:
    """Return the one with the highest weight, beside what the others have."""
    top = max(scored)
    number = scored.index(top)
    spot = weighed[number][0]
    others, margin = 0.0, _SINGLE
    for (other, _), weight in zip(weighed, scored, strict=True):
        # Places of one name that lie together are one place: a city and its district.
        if other is not spot and not _together(other, spot):
            others += 10 ** (weight - top)
            margin = min(margin, top - weight)
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
        if spot.region and bonus:
            share = context.regions.get((spot.country, spot.region), 0.0) / context.total
            bonus += _IN_REGION * min(1.0, 1.5 * share)
    if spot.kind in _POINTS:
        nearest = -1.0
        x, y, z = spot.x, spot.y, spot.z
        for anchor in context.anchors:
            cosine = x * anchor.x + y * anchor.y + z * anchor.z
            if cosine > nearest:
                nearest = cosine
        if nearest > _NEAR_COSINE:
            bonus += _NEARBY * math.exp(-EARTH_KM * math.acos(min(1.0, nearest)) / _NEAR_KM)
    return bonus


def _together(one: Spot, other: Spot) -> bool:
    return (
        one.country == other.country
        and one.x * other.x + one.y * other.y + one.z * other.z > _TOGETHER_COSINE
    )


def sure_of(spot: Spot) -> float:
    """Return how sure a place can be at best: the smaller, the likelier there is another one."""
    if spot.kind in _SURE:
        return _SURE[spot.kind]
    if spot.capital or spot.stands_alone:
        return _SURE_WELL_KNOWN
    return _SURE_CITY if spot.people >= _CITY_PEOPLE else _SURE_TOWN


def resolve_all(asked: Sequence[Asked], context: Context) -> list[Resolved | None]:
    """Return what each name means: the clear ones first, then the others beside them.

    *context* grows.
    """
    found: list[Resolved | None] = []
    left: list[tuple[float, int]] = []
    for number, (row, within, itself, weight) in enumerate(asked):
        if itself:
            first = _itself(row, itself)
        elif within:
            first = resolve(row, within, context)
        else:
            first = alone(row, context.language, context.home)
        found.append(first)
        if first is None:
            continue
        if within or itself or first.margin > _CLEAR:
            context.add(first.spot, weight)
        else:
            left.append((-first.margin, number))
    for _, number in sorted(left):
        row, _, _, weight = asked[number]
        there = resolve(row, (), context)
        if there is not None:
            found[number] = there
            context.add(there.spot, weight * there.score)
    return [
        _doubted(one, asked[number], context) if one else one for number, one in enumerate(found)
    ]


def _doubted(resolved: Resolved, asked: Asked, context: Context) -> Resolved:
    """Return it less sure if it is a small town of a country that nothing else speaks of."""
    spot, (_, within, itself, weight) = resolved.spot, asked
    if within or itself or spot.kind != "city" or spot.people >= _CITY_PEOPLE or spot.capital:
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
