"""What the gazetteer holds: each place with its names, and how sure it is that copy means it.

Only ``gazetteer.build`` reads this.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pipeline.enriching.gazetteer import sources
from pipeline.enriching.gazetteer import table as g
from pipeline.enriching.gazetteer.inflection import inflected
from pipeline.enriching.gazetteer.namings import place_key
from pipeline.enriching.gazetteer.regions import ABBREVIATIONS, REGIONS, STANDING_ALONE

__all__ = [
    "GazetteerPlace",
    "city_places",
    "country_places",
    "feature_places",
    "read_table",
    "region_places",
]

_ALTERNATES_FROM: Final = 15_000
"""Inhabitants from which a city's names in other languages are kept; a village has none in use."""

_EVERY_SCRIPT_FROM: Final = 500_000
"""Inhabitants from which names in any script are kept; below only those of ``_SCRIPTS``."""

_INFLECTED_FROM: Final = 400_000
_INFLECTED_AT_HOME_FROM: Final = 50_000
"""Inhabitants from which a city's names are inflected, in its own languages and in others."""

_SCRIPTS: Final = ("LATIN", "CYRILLIC", "GREEK")
_CLEAR_CITY: Final = 250_000
_TOWN: Final = 30_000
"""Inhabitants from which a city needs no other sign that it is meant, and a town few.
Guesses."""

_CAPITALS: Final = {
    "AG": "Saint John’s", "BR": "Brasília", "CM": "Yaoundé", "CO": "Bogotá", "CR": "San José",
    "CW": "Willemstad", "EH": "El Aaiún", "FO": "Tórshavn", "GD": "Saint George’s",
    "GG": "Saint Peter Port", "GU": "Hagåtña", "IL": "Jerusalem", "IS": "Reykjavík", "KZ": "Astana",
    "MN": "Ulan Bator", "MO": "Macau", "NC": "Nouméa", "PY": "Asunción", "ST": "São Tomé",
    "TG": "Lomé", "TO": "Nuku‘alofa", "VU": "Port-Vila", "WF": "Mata-Utu",
}  # fmt: skip
"""Capitals that the table of countries spells otherwise than the table of cities, or has as of
before 2022."""

_NO_NAME: Final = frozenset({("HK", "victoria"), ("FR", "eu")})
"""Names that GeoNames keeps and no copy means."""

_PEOPLE: Final = {"area": 8e6, "sea": 8e6, "nature": 2e6, "site": 5e5}
"""What the features weigh beside cities, in inhabitants: guesses."""

_KIND_OF: Final = {
    "area": "area", "sea": "sea", "lake": "nature", "river": "nature", "mountain": "nature",
    "island": "area", "district": "site", "site": "site",
}  # fmt: skip


@dataclass(slots=True)
class GazetteerPlace:
    """One place as it is written down."""

    kind: str
    number: int
    latitude: float
    longitude: float
    people: float
    country: str
    region: str
    wikidata: str = ""
    flags: int = 0
    names: dict[str, int] = field(default_factory=dict)
    """Names with how the place is called so."""
    strength: int = 1

    def call(self, names: Iterable[str], level: int) -> None:
        """Add names; one that is there keeps the higher level."""
        for name in names:
            if name:
                self.names[name] = max(level, self.names.get(name, 0))


def _in_use(name: str, every_script: bool) -> bool:
    letters = [c for c in name if c.isalpha()]
    if not letters or len(name) > 40:
        return False
    script = unicodedata.name(letters[0], "").split(" ")[0]
    if script == "LATIN" and (name[0].islower() or (name.isupper() and len(name) <= 4)):
        # "mo si ke" is a transliteration that nobody writes; "MOW" is an airport.
        return len(name) > 2 and name[0] in "'’"
    return every_script or script in _SCRIPTS


def _is_korean(name: str) -> bool:
    return len(name) > 1 and all("\uac00" <= letter <= "\ud7a3" for letter in name)


def city_places(
    countries: dict[str, sources.CountryRow], used: dict[int, list[tuple[str, str]]]
) -> list[GazetteerPlace]:
    """Return the towns, with the capitals and the cities that stand alone marked."""
    capitals = {
        code: place_key(_CAPITALS.get(code, row.capital))
        for code, row in countries.items()
        if code in _CAPITALS or row.capital
    }
    alone = {
        (country, place_key(name))
        for country, names in STANDING_ALONE.items()
        for name in names.split("|")
    }
    places = []
    for city in sources.cities():
        place = GazetteerPlace(
            "city", city.number, city.latitude, city.longitude, city.inhabitants, city.country,
            city.region,
        )  # fmt: skip
        place.call([city.name], g.OWN)
        for tongue, name in used.get(city.number, ()):
            place.call([name], g.IN_USE)
            at_home = tongue in countries[city.country].languages
            if city.inhabitants >= (_INFLECTED_AT_HOME_FROM if at_home else _INFLECTED_FROM):
                place.call(inflected(name, tongue), g.IN_USE)
        if city.inhabitants >= _ALTERNATES_FROM:
            every = city.inhabitants >= _EVERY_SCRIPT_FROM
            place.call((name for name in city.others if _in_use(name, every)), 1)
        if city.inhabitants >= _INFLECTED_FROM:
            for name in filter(
                _is_korean, city.others
            ):  # the language's own lists say "서울특별시"
                place.call([name, *inflected(name, "ko")], g.IN_USE)
        keys = {place_key(name) for name in place.names}
        place.names = {
            name: level
            for name, level in place.names.items()
            if (city.country, place_key(name)) not in _NO_NAME
        }
        if capitals.get(city.country) in keys:
            del capitals[city.country]
            place.flags |= g.CAPITAL
        # Cities come by size: the first of a name is the one that stands alone.
        known = sorted(key for key in keys if (city.country, key) in alone)
        if known:
            alone.difference_update((city.country, key) for key in known)
            place.flags |= g.ALONE
        clear = place.flags or city.inhabitants >= _CLEAR_CITY
        place.strength = 3 if clear else 2 if city.inhabitants >= _TOWN else 1
        places.append(place)
    for country, key in sorted([*capitals.items(), *alone]):
        print(f"no city in {country}: {key}", file=sys.stderr)
    return places


def country_places(
    rows: dict[str, sources.CountryRow], cities: list[GazetteerPlace]
) -> list[GazetteerPlace]:
    """Return the countries, with their names in every language."""
    called = {key: names for key, (names,) in read_table("countries.tsv", 1)}
    most = {}
    large = defaultdict[str, set[str]](set)
    for city in reversed(cities):
        most[city.country] = city
        if city.people >= _TOWN:
            large[city.country].add(place_key(next(iter(city.names), "")))
    places = []
    for code, row in rows.items():
        # Without a middle in Natural Earth the largest town stands for a small territory.
        lat, lon = row.latitude, row.longitude
        if lat is None or lon is None:
            lat = most[code].latitude if code in most else 0.0
            lon = most[code].longitude if code in most else 0.0
        place = GazetteerPlace(
            "country", row.number, lat, lon, row.inhabitants, code, "", row.wikidata
        )
        more = called.get(code, "").split("|")
        # "Tunis" is the country in Croatian, and its capital in most other languages.
        towns = large[code] - {place_key(name) for name in (row.name, *more)}
        names = [(tongue, name) for tongue, name in row.names if place_key(name) not in towns]
        place.call([row.name, *more, *(name for _, name in names)], g.OWN)
        for tongue, name in names:
            place.call(inflected(name, tongue), g.IN_USE)
        place.strength = 3
        places.append(place)
    return places


def region_places(
    rows: list[sources.RegionRow], cities: list[GazetteerPlace]
) -> list[GazetteerPlace]:
    """Return the states, provinces and counties."""
    by_number = {city.number: city for city in cities}
    told = dict(read_table("regions.tsv", 1))
    said = defaultdict[tuple[str, str], list[str]](list)
    short = defaultdict[tuple[str, str], list[str]](list)
    for key, region in REGIONS.items():
        said[region].append(key)
    for key, region in ABBREVIATIONS.items():
        if " " in key:  # "in B.C."; those of one word follow a town, or are words
            short[region].append(key)
    places = []
    for row in rows:
        within = [by_number[n] for n in row.cities if n in by_number]
        if not within:
            continue
        lats, lons = [c.latitude for c in within], [c.longitude for c in within]
        lat = (min(lats) + max(lats) + 2 * sum(lats) / len(lats)) / 4
        lon = (min(lons) + max(lons) + 2 * sum(lons) / len(lons)) / 4
        people = float(sum(c.people for c in within))
        kind = "region" if row.level == 1 else "county"
        place = GazetteerPlace(kind, row.number, lat, lon, people, row.country, row.region)
        place.call(row.names, g.IN_USE)
        place.call(row.names[:1], g.OWN)
        place.strength = 3 if people >= 3e6 and kind == "region" else 2
        if kind == "county" and row.country == "GB":
            place.strength = 3
            # "Durham County Council" is not in North Carolina.
            place.call((f"{name} County" for name in row.names[:1]), g.IN_USE)
        if kind == "region":
            place.call(said.get((row.country, row.region), ()), g.OWN)
            place.call(short.get((row.country, row.region), ()), 1)
            more = told.get(f"{row.country}.{row.region}")
            if more:
                at_lat, at_lon, place.wikidata, names = more[:4]
                if at_lat:
                    place.latitude, place.longitude = float(at_lat), float(at_lon)
                place.call(names.split("|"), g.OWN)
                place.strength = 3
        places.append(place)
    return places


def feature_places() -> list[GazetteerPlace]:
    """Return the seas, rivers, islands, districts and other places of no list of towns."""
    places = []
    continents = sources.continents()
    for kind, (country, lat, lon, wikidata, names) in read_table("features.tsv", 1):
        sort = _KIND_OF[kind]
        point = (0, float(lat), float(lon))
        number, latitude, longitude = continents.get(names.partition("|")[0], point)
        place = GazetteerPlace(
            sort, number, latitude, longitude, _PEOPLE[sort], country, "", wikidata, strength=3
        )
        place.call(names.split("|"), g.OWN)
        places.append(place)
    return places


def read_table(name: str, keys: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the first cell and the others of each line of a table beside this file."""
    text = Path(__file__).with_name(name).read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            cells = line.split("\t")
            yield cells[0], cells[keys:]
