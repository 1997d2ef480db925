"""Say where the places of a dateline lie: country, coordinates, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, TypeAlias

from pipeline.enriching.gazetteer import City, Country, gazetteer
from pipeline.enriching.place_names import MAX_NAME_CHARS, place_key
from pipeline.enriching.regions import REGIONS, SHORT_REGIONS
from pipeline.enriching.registry import enrichers
from schemas.types import Place
from schemas.wire import WireItem

__all__ = ["enrich_dateline_places", "locate"]

_Region: TypeAlias = tuple[str, str]
"""A country and a region of it; an empty region stands for the whole country."""

_WELL_KNOWN: Final = 5.0
"""How much more likely a capital, or a city that stands alone in datelines, is meant than a city
of the same size. A guess: it must put the Spanish Valencia before the Venezuelan one."""

_OTHER_NAME: Final = 0.1
"""How likely a city is meant by a name in another language, beside a city really called so. A
guess: it must keep Odessa in Ukraine, and Vienna in Austria."""

_SAME_LANGUAGE: Final = 3.0
"""How much more likely a city is where the item's language is spoken. A guess."""

_SURE_WELL_KNOWN: Final = 0.99
_SURE_CITY: Final = 0.95
_SURE_TOWN: Final = 0.85
"""Highest scores of a well-known city, of one with 100,000 inhabitants, and of any other: the
smaller a place, the likelier another one of its name is in no gazetteer. Guesses."""

_CITY_INHABITANTS: Final = 100_000
_ONLY_COUNTRY: Final = 0.8
"""Score of a country or region that is the dateline itself, without a city. A guess."""

_ONLY_QUALIFIED: Final = 0.5
"""Score where the country was said but we do not know the town. A guess."""

_NOT_UNDERSTOOD: Final = 0.6
"""What remains of a score where copy says more than the name and we cannot read it. A guess."""

_BEFORE_QUALIFIER: Final = re.compile(r"[,(]")
_SHORT: Final = re.compile(r"^(.*\S)\s+([A-Z]{2})$", re.DOTALL)


@enrichers.add("places", needs={"dateline", "language"}, gives={"places"})
def enrich_dateline_places(item: WireItem) -> WireItem:
    """Add the places of the dateline, with country and coordinates where we know them.

    A place that we do not know is added with its name and the score 0. Places that the item
    has already, under the same name and role, are left as they are.
    """
    if item.dateline is None or not item.dateline.places:
        return item
    known = {place.name for place in item.places if place.role == "dateline"}
    names = [name for name in dict.fromkeys(item.dateline.places) if name not in known]
    if not names:
        return item
    found = tuple(locate(name, item.language) for name in names)
    return item.model_copy(update={"places": (*item.places, *found)})


def locate(name: str, language: str = "") -> Place:
    """Return the place that a dateline in *language* calls *name*.

    What follows the name decides first: ``VANCOUVER, British Columbia``, ``Landquart GR``,
    ``Paris (Texas)``. Then it is the capital or a city that agencies name alone, then one where
    the language is spoken, then the one with the most inhabitants; the score is the share of the
    chosen one among all of that name.
    """
    if len(name) > MAX_NAME_CHARS:
        return Place(name=name, score=0.0, by="places")
    return _locate(name, language)


@lru_cache(maxsize=4096)  # the same answer for ever; only the work is saved
def _locate(name: str, language: str) -> Place:
    where = gazetteer()
    country = where.country_named(name)
    cities = where.cities_named(name)
    if country is not None:
        # Singapore is a city and a country, Granada in Spain is better known than Grenada under
        # that name; Georgia is no town in a dateline.
        cities = tuple(
            c for c in cities if c.stands_alone or (c.capital and c.country == country.code)
        )
        if not cities:
            return _place_of_country(name, country, _ONLY_COUNTRY)
    if cities:
        return _best(name, cities, language, 1.0)
    town, said = _apart(name)
    if said:
        return _qualified(name, town, said, language)
    region = REGIONS.get(place_key(name))
    if region is not None:
        return _place_of_country(name, where.countries[region[0]], _ONLY_COUNTRY)
    return Place(name=name, score=0.0, by="places")


def _apart(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the town of a name, and what is said after it."""
    town, *said = _BEFORE_QUALIFIER.split(name)
    words = tuple(word for word in (part.strip(" ).\t\n") for part in said) if word)
    if words:
        return town.strip(), words
    short = _SHORT.match(name)
    return (short[1], (short[2],)) if short else (name, ())


def _qualified(name: str, town: str, said: tuple[str, ...], language: str) -> Place:
    cities = gazetteer().cities_named(town)
    understood: list[tuple[_Region, ...]] = [found for word in said if (found := _regions(word))]
    within = tuple(c for c in cities if all(_lies_in(c, regions) for regions in understood))
    if within:
        return _best(name, within, language, 1.0 if understood else _NOT_UNDERSTOOD)
    if understood:
        codes = {code for code, _ in understood[-1]}
        if len(codes) == 1:
            return _place_of_country(name, gazetteer().countries[codes.pop()], _ONLY_QUALIFIED)
    return Place(name=name, score=0.0, by="places")


def _regions(word: str) -> tuple[_Region, ...]:
    """Return all that *word* may stand for: ``Georgia`` is a state and a country."""
    found = list(SHORT_REGIONS.get(word, ()))
    region = REGIONS.get(place_key(word))
    if region is not None:
        found.append(region)
    country = gazetteer().country_named(word) or gazetteer().countries.get(word)
    if country is not None:
        found.append((country.code, ""))
    return tuple(found)


def _lies_in(city: City, regions: Iterable[_Region]) -> bool:
    return any(
        city.country == country and region in ("", city.region) for country, region in regions
    )


def _best(name: str, cities: tuple[City, ...], language: str, sure: float) -> Place:
    weights = [_weight(city, language) for city in cities]
    # The first of equals is the one with more inhabitants: the gazetteer is in that order.
    top = max(range(len(cities)), key=lambda i: (weights[i], -i))
    city = cities[top]
    if city.capital or city.stands_alone:
        sure *= _SURE_WELL_KNOWN
    else:
        sure *= _SURE_CITY if city.inhabitants >= _CITY_INHABITANTS else _SURE_TOWN
    country = gazetteer().countries.get(city.country)
    return Place(
        name=name,
        country=city.country,
        country_name=country.name if country else "",
        latitude=city.latitude,
        longitude=city.longitude,
        geonames_id=city.geonames_id,
        score=round(sure * weights[top] / sum(weights), 2),
        by="places",
    )


def _weight(city: City, language: str) -> float:
    weight = float(max(city.inhabitants, 1))
    if city.capital or city.stands_alone:
        weight *= _WELL_KNOWN
    if not city.own_name:
        weight *= _OTHER_NAME
    country = gazetteer().countries.get(city.country)
    if language and country and language in country.languages:
        weight *= _SAME_LANGUAGE
    return weight


def _place_of_country(name: str, country: Country, score: float) -> Place:
    """Return a place of which only the country is known: no coordinates, no id of its own."""
    return Place(
        name=name,
        country=country.code,
        country_name=country.name,
        score=score,
        by="places",
    )
