"""What a text is about, as far as it is known, and what that says for one of its places."""

from __future__ import annotations

import math
from typing import Final

from pipeline.enriching.gazetteer.regions import Region
from pipeline.enriching.gazetteer.spots import Spot

__all__ = [
    "CLEAR",
    "IN_COUNTRY",
    "IN_REGION",
    "MOST_BONUS",
    "Context",
    "Resolved",
    "bonus_of",
    "near",
]

# Decimal logarithms, as in ``weighing``: one more is ten times as likely. Guesses.
IN_COUNTRY: Final = 2.0
IN_REGION: Final = 1.2
_NEARBY: Final = 1.0
_NEAR_KM: Final = 150.0
_ITS_TOWNS: Final = 0.8
"""Of a state whose towns the text names: Washington, beside Seattle and Tacoma."""

MOST_BONUS: Final = IN_COUNTRY + IN_REGION + _NEARBY + _ITS_TOWNS
"""The most that a text can say for one of its places."""

CLEAR: Final = 2.0
"""From which margin a name is clear without its text: a hundred times as likely as the next."""

_IN_COUNTRY: Final = IN_COUNTRY
_IN_REGION: Final = IN_REGION

_LITTLE: Final = 3.0
"""How much a text must say before its country counts in full: one place is little. A guess."""

_MOST_ANCHORS: Final = 8
"""Beside how many of a text's places another one is weighed."""

_POINTS: Final = frozenset({"city", "county", "site", "nature"})
"""Kinds that lie somewhere, as against those that are wide."""

_EARTH_KM: Final = 6371.0
_NEAR_COSINE: Final = math.cos(600.0 / _EARTH_KM)


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

    def lean(self, spot: Spot, weight: float) -> None:
        """Count a place for its country and region until it is known; or take that back."""
        self.total += weight
        self.countries[spot.country] = self.countries.get(spot.country, 0.0) + weight
        if spot.region:
            key = (spot.country, spot.region)
            self.regions[key] = self.regions.get(key, 0.0) + weight

    def move(self, here: Spot, there: Spot, weight: float) -> None:
        """Count for another place what was counted for one."""
        self.total -= weight
        self.countries[here.country] -= weight
        key = (here.country, here.region)
        if key in self.regions:
            self.regions[key] -= weight
        self.add(there, weight)

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


def bonus_of(spot: Spot, context: Context) -> float:
    """Return how much more likely a text makes a place, as a decimal logarithm."""
    bonus = 0.0
    if context.total:
        share = context.countries.get(spot.country, 0.0)
        bonus = _IN_COUNTRY * share / max(_LITTLE, context.total)
        if bonus and spot.region:
            share = context.regions.get((spot.country, spot.region), 0.0) / context.total
            bonus += _IN_REGION * min(1.0, 1.5 * share)
            if spot.kind == "region":
                bonus += _ITS_TOWNS * min(1.0, 1.5 * share)
    if context.anchors and spot.kind in _POINTS:
        bonus += near(spot, context, -1)
    return bonus


def near(spot: Spot, context: Context, without: int) -> float:
    """Return what the other places say for one that lies near them; *without* one of them."""
    spot.settle()
    nearest = -1.0
    for anchor in context.anchors:
        cosine = spot.x * anchor.x + spot.y * anchor.y + spot.z * anchor.z
        if cosine > nearest and anchor.number != without:
            nearest = cosine
    if nearest <= _NEAR_COSINE:
        return 0.0
    return _NEARBY * math.exp(-_EARTH_KM * math.acos(min(1.0, nearest)) / _NEAR_KM)
