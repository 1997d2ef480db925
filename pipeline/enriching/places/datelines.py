"""Say where the places of a dateline lie: country, coordinates, and how sure that is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from pipeline.enriching.gazetteer.namings import MAX_NAME_CHARS, place_key
from pipeline.enriching.gazetteer.regions import ABBREVIATIONS, REGIONS, SHORT_REGIONS, Region
from pipeline.enriching.gazetteer.spots import Spot
from pipeline.enriching.gazetteer.table import Country, gazetteer
from pipeline.enriching.places.qualifiers import lies_in, regions_of
from pipeline.enriching.places.weighing import sure_of, weigh
from schemas.types import Place, Span

__all__ = ["locate", "place_of", "spot_of"]

_ONLY_COUNTRY: Final = 0.8
"""Score of a country or region that is the dateline itself, without a city. A guess."""

_ONLY_QUALIFIED: Final = 0.5
"""Score where the country was said but we do not know the town. A guess."""

_NOT_UNDERSTOOD: Final = 0.6
"""What remains of a score where copy says more than the name and we cannot read it. A guess."""

_BEFORE_QUALIFIER: Final = re.compile(r"[,(]")
_SHORT: Final = re.compile(r"^(.*\S)\s+([A-Z]{2})$", re.DOTALL)


def locate(name: str, language: str = "") -> Place:
    """Return the place that a dateline in *language* calls *name*.

    What follows the name decides first: ``VANCOUVER, British Columbia``, ``Landquart GR``,
    ``Paris (Texas)``. Then it is the capital or a city that agencies name alone, then one where
    the language is spoken, then the one with the most inhabitants; the score is the share of the
    chosen one among all of that name.
    """
    if len(name) > MAX_NAME_CHARS:
        return Place(name=name, score=0.0, by="places")
    return _locate(name, language)[0]


def spot_of(name: str, language: str = "") -> Spot | None:
    """Return what the gazetteer has of a dateline's place; None for one that it does not know."""
    return _locate(name, language)[1] if len(name) <= MAX_NAME_CHARS else None


def place_of(
    spot: Spot,
    name: str,
    score: float,
    why: str,
    role: Literal["dateline", "mention"] = "dateline",
    spans: tuple[Span, ...] = (),
    *,
    by: str = "places",
) -> Place:
    """Return a place of the gazetteer as an item has it."""
    country = gazetteer().countries.get(spot.country)
    return Place(
        name=name,
        role=role,
        country=spot.country,
        country_name=country.name if country else "",
        region=spot.region,
        latitude=spot.latitude,
        longitude=spot.longitude,
        geonames_id=spot.geonames_id or None,
        wikidata=spot.wikidata,
        why=why,
        spans=spans,
        score=score,
        by=by,
    )


@lru_cache(maxsize=4096)  # the same answer for ever; only the work is saved
def _locate(name: str, language: str) -> tuple[Place, Spot | None]:
    where = gazetteer()
    weighed = _towns(name, language)
    country = where.country_named(name)
    if country is not None:
        # Singapore is a city and a country, Granada in Spain is better known than Grenada under
        # that name; Georgia is no town in a dateline.
        weighed = tuple(
            (spot, weight)
            for spot, weight in weighed
            if spot.stands_alone or (spot.capital and spot.country == country.code)
        )
        if not weighed:
            return _country(name, country, _ONLY_COUNTRY), None
    if weighed:
        return _best(name, weighed, 1.0, "")
    town, said = _apart(name)
    if said:
        return _qualified(name, town, said, language)
    key = place_key(name)
    region = REGIONS.get(key) or ABBREVIATIONS.get(key)
    if region is not None:
        return _country(name, where.countries[region[0]], _ONLY_COUNTRY), None
    return _elsewhere(name, language)


def _towns(
    name: str, language: str, within: tuple[Region, ...] = ()
) -> tuple[tuple[Spot, float], ...]:
    row = gazetteer().row_of(name)
    if row < 0:
        return ()
    return tuple(pair for pair in weigh(row, language, "", within) if pair[0].kind == "city")


def _elsewhere(name: str, language: str) -> tuple[Place, Spot | None]:
    """Return a sea, an island, a district or a region of the name, or a place unknown."""
    row = gazetteer().row_of(name)
    found = weigh(row, language, "") if row >= 0 else ()
    if not found:
        return Place(name=name, score=0.0, by="places"), None
    spot = found[0][0]
    return place_of(spot, name, _ONLY_COUNTRY, "dateline"), spot


def _apart(name: str) -> tuple[str, tuple[str, ...]]:
    """Return the town of a name, and what is said after it."""
    town, *said = _BEFORE_QUALIFIER.split(name)
    words = tuple(word for word in (part.strip(" ).\t\n") for part in said) if word)
    if words:
        return town.strip(), words
    short = _SHORT.match(name)
    return (short[1], (short[2],)) if short else (name, ())


def _qualified(
    name: str, town: str, said: tuple[str, ...], language: str
) -> tuple[Place, Spot | None]:
    understood = [found for word in said if (found := _regions(word))]
    # "VANCOUVER, British Columbia, Canada": in what is said first, and in all that follows.
    within = _towns(town, language, understood[0] if understood else ())
    within = tuple(pair for pair in within if all(lies_in(pair[0], r) for r in understood[1:]))
    if within:
        why = "qualifier" if understood else ""
        return _best(name, within, 1.0 if understood else _NOT_UNDERSTOOD, why)
    if understood:
        codes = {code for code, _ in understood[-1]}
        if len(codes) == 1:
            country = gazetteer().countries[codes.pop()]
            return _country(name, country, _ONLY_QUALIFIED), None
    return Place(name=name, score=0.0, by="places"), None


def _regions(word: str) -> tuple[Region, ...]:
    """Return all that *word* may stand for: ``Georgia`` is a state and a country."""
    found = list(SHORT_REGIONS.get(word, ()))
    key = place_key(word)
    for table in (REGIONS, ABBREVIATIONS):
        if key in table:
            found.append(table[key])
    found += regions_of(gazetteer().named(word))
    country = gazetteer().countries.get(word)
    if country is not None:
        found.append((country.code, ""))
    return tuple(dict.fromkeys(found))


def _best(
    name: str, weighed: tuple[tuple[Spot, float], ...], sure: float, why: str
) -> tuple[Place, Spot | None]:
    spot, top = weighed[0]
    share = 1 / sum(10 ** (weight - top) for _, weight in weighed)
    why = why or ("well known" if spot.capital or spot.stands_alone else "population")
    return place_of(spot, name, round(sure * sure_of(spot) * share, 2), why), spot


def _country(name: str, country: Country, score: float) -> Place:
    """Return a place of which only the country is known: no coordinates, no id of its own.

    The middle of a country is not where it happened.
    """
    return Place(
        name=name,
        country=country.code,
        country_name=country.name,
        why="dateline",
        score=score,
        by="places",
    )
