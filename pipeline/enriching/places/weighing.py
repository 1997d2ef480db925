"""How likely a name means each of its places, before its text is looked at."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from pipeline.enriching.gazetteer.regions import Region
from pipeline.enriching.gazetteer.spots import Spot
from pipeline.enriching.gazetteer.table import IN_USE, OWN, gazetteer

__all__ = ["CITY_PEOPLE", "sure_of", "weigh"]

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
_AT_HOME: Final = 1.0
"""Of a town in the country that the agency or the paper writes for: Durham, in a British one."""
_COUNTRY: Final = 8.0
_TERRITORY: Final = 5.5
_SMALL: Final = -1.5
"""Inhabitants (as a decimal logarithm) of a country that is no likelier than a city called like it:
San Martín is rather one of those than Sint Maarten."""
_KINDS: Final = {"region": 0.8, "county": 0.5, "area": 1.0, "sea": 1.0, "nature": 0.5, "site": 0.8}
_LIKE_ITS_TOWN: Final = -1.6
"""Of a region with a town of its name in it, or a better known one elsewhere: Berlin is the city,
New York too, and Washington."""

_LIKE_ITS_COUNTRY: Final = -2.0
_LIKE_A_TOWN: Final = -1.0
"""Of a county with a town of its name in its state."""

_IN_USE: Final = IN_USE

_SURE: Final = {"country": 0.98, "region": 0.95, "area": 0.95, "sea": 0.95, "nature": 0.9}
_SURE_WELL_KNOWN: Final = 0.99
_SURE_CITY: Final = 0.95
_SURE_TOWN: Final = 0.85
CITY_PEOPLE: Final = 5.0
"""Inhabitants of a city, as a decimal logarithm. The smaller a place, the likelier another one of
its name is in no gazetteer."""


@lru_cache(maxsize=16384)  # the same answer for ever; only the work is saved
def weigh(
    row: int, language: str, home: str, within: tuple[Region, ...] = ()
) -> tuple[tuple[Spot, float], ...]:
    """Return the places of a name and their weights without a text, the likeliest first.

    With *within* only those that lie there.
    """
    return _weighed(row, language, home, within)


def _weighed(
    row: int, language: str, home: str, within: tuple[Region, ...]
) -> tuple[tuple[Spot, float], ...]:
    spots = gazetteer().spots_in(row, within) if within else gazetteer().spots(row)
    towns = set[Region]()
    sovereign = set[str]()
    famous = False
    for spot in spots:
        if spot.level >= _IN_USE:
            if spot.kind == "city":
                towns.add((spot.country, spot.region))
            famous = famous or spot.capital or spot.stands_alone
        if spot.kind == "country":
            sovereign.add(spot.country)
    weighed = []
    for spot in spots:
        weight = _prior(spot, language, home, towns, famous)
        if sovereign and spot.kind != "country" and spot.country in sovereign:
            weight += _LIKE_ITS_COUNTRY  # Mexico is no city alone
        weighed.append((spot, weight))
    return tuple(sorted(weighed, key=_weight_of, reverse=True))


def _weight_of(pair: tuple[Spot, float]) -> float:
    return pair[1]


def _prior(spot: Spot, language: str, home: str, towns: set[Region], famous: bool) -> float:
    people = spot.people if spot.people > 1.0 else 1.0
    if spot.kind == "country":
        weight = _COUNTRY + 0.3 * (people - 7)
        if people < _TERRITORY:
            weight += _SMALL
    else:
        weight = people + _KINDS.get(spot.kind, 0.0)
        if (spot.capital or spot.stands_alone) and spot.level >= _IN_USE:
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
        # A name that some city is known for means a smaller one only where the text says so.
        if home and home == spot.country and (not famous or spot.capital or spot.stands_alone):
            weight += _AT_HOME
    return weight


def sure_of(spot: Spot) -> float:
    """Return how sure a place can be at best: the smaller, the likelier there is another one."""
    if spot.kind in _SURE:
        return _SURE[spot.kind]
    if spot.capital or spot.stands_alone:
        return _SURE_WELL_KNOWN
    return _SURE_CITY if spot.people >= CITY_PEOPLE else _SURE_TOWN
