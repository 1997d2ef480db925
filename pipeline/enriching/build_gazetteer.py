"""Compile the gazetteer: ``python -m pipeline.enriching.build_gazetteer CLDR SHARE CORPORA``.

Needs packages that Dateline itself does without (``gazetteer_sources``). CLDR is the unpacked npm
package ``cldr-subdivisions-full``, SHARE the folder ``usr/share`` of Debian's
``libgeonames-common`` and ``wamerican``, CORPORA the texts in which ordinary words are counted.
The same versions give the same file.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.enriching import gazetteer as g
from pipeline.enriching import gazetteer_sources as sources
from pipeline.enriching.place_inflection import inflected
from pipeline.enriching.place_names import place_key
from pipeline.enriching.regions import REGIONS, STANDING_ALONE
from pipeline.words.phrases import phrase_number
from pipeline.words.reading import read_words

__all__ = ["build"]

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

_NO_NAME: Final = frozenset({("HK", "victoria")})
"""Names that GeoNames keeps and no copy means."""

_PEOPLE: Final = {"area": 8e6, "sea": 8e6, "nature": 2e6, "site": 5e5}
"""What the features weigh beside cities, in inhabitants: guesses."""

_KIND_OF: Final = {
    "area": "area", "sea": "sea", "lake": "nature", "river": "nature", "mountain": "nature",
    "island": "area", "district": "site", "site": "site",
}  # fmt: skip

_TOKEN: Final = re.compile(r"\w+")


@dataclass(slots=True)
class _Place:
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


def _cities(
    countries: dict[str, sources.CountryRow], used: dict[int, list[tuple[str, str]]]
) -> list[_Place]:
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
        place = _Place(
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


def _countries(rows: dict[str, sources.CountryRow], cities: list[_Place]) -> list[_Place]:
    called = {key: names for key, (names,) in _table("gazetteer_countries.tsv", 1)}
    most = {}
    for city in reversed(cities):
        most[city.country] = city
    places = []
    for code, row in rows.items():
        # Without a middle in Natural Earth the largest town stands for a small territory.
        lat, lon = row.latitude, row.longitude
        if lat is None or lon is None:
            lat = most[code].latitude if code in most else 0.0
            lon = most[code].longitude if code in most else 0.0
        place = _Place("country", row.number, lat, lon, row.inhabitants, code, "", row.wikidata)
        more = called.get(code, "").split("|")
        place.call([row.name, *more, *(name for _, name in row.names)], g.OWN)
        for tongue, name in row.names:
            place.call(inflected(name, tongue), g.IN_USE)
        place.strength = 3
        places.append(place)
    return places


def _regions(rows: list[sources.RegionRow], cities: list[_Place]) -> list[_Place]:
    by_number = {city.number: city for city in cities}
    told = dict(_table("gazetteer_regions.tsv", 1))
    said = defaultdict[tuple[str, str], list[str]](list)
    for key, region in REGIONS.items():
        said[region].append(key)
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
        place = _Place(kind, row.number, lat, lon, people, row.country, row.region)
        place.call(row.names, g.IN_USE)
        place.call(row.names[:1], g.OWN)
        place.strength = 3 if people >= 3e6 and kind == "region" else 2
        if kind == "county" and row.country == "GB":
            place.strength = 3
        if kind == "region":
            place.call(said.get((row.country, row.region), ()), g.OWN)
            more = told.get(f"{row.country}.{row.region}")
            if more:
                at_lat, at_lon, place.wikidata, names = more[:4]
                if at_lat:
                    place.latitude, place.longitude = float(at_lat), float(at_lon)
                place.call(names.split("|"), g.OWN)
                place.strength = 3
        places.append(place)
    return places


def _features() -> list[_Place]:
    places = []
    for kind, (country, lat, lon, wikidata, names) in _table("gazetteer_features.tsv", 1):
        sort = _KIND_OF[kind]
        place = _Place(
            sort, 0, float(lat), float(lon), _PEOPLE[sort], country, "", wikidata, strength=3
        )
        place.call(names.split("|"), g.OWN)
        places.append(place)
    return places


def _table(name: str, keys: int) -> Iterator[tuple[str, list[str]]]:
    text = Path(__file__).with_name(name).read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            cells = line.split("\t")
            yield cells[0], cells[keys:]


@cache
def _words(what: str) -> frozenset[str]:
    table = dict(_table("gazetteer_words.tsv", 1))
    return frozenset(table[what][0].split())


def _ordinary_words(corpora: Path, share: Path) -> tuple[set[str], set[str]]:
    """Return the words that texts have in small letters, and others that towns may be called like.

    The others are those of a dictionary, many of them rare, and German's after an article.
    """
    small, nouns = Counter[str](), Counter[str]()
    article = re.compile(
        r"\b(?:d(?:er|ie|as|em|en|es)|ein(?:e|er|en|em|es)?|am|im) ([A-ZÄÖÜ][a-zäöüß]+)\b"
    )
    for path in sorted(corpora.glob("train/wikinews/*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            text = " ".join(v for v in json.loads(line).values() if isinstance(v, str))
            text = re.sub(r"https?://\S+|\S+\.(?:com|org|net|de|ru|it|fr)\b\S*", " ", text)
            small.update(w for w in _TOKEN.findall(text) if w.islower())
            if path.stem.endswith("_de"):
                nouns.update(w.lower() for w in article.findall(text))
    words = {word for word, count in small.items() if count >= 3}
    others = {word for word, count in nouns.items() if count >= 4}
    return words | _words("word"), others | sources.english_words(share)


def _ways(name: str) -> Iterator[str]:
    """Yield how a name is written: as it is, and without accents."""
    yield name
    key = place_key(name)
    yield key
    if key.startswith("saint "):
        yield "st" + key[5:]
        yield "ste" + key[5:]
    if name.startswith(("the ", "The ")):
        yield name[4:]


def build(cldr: Path, share: Path, corpora: Path) -> bytes:
    """Return the compiled gazetteer."""
    used = defaultdict[int, list[tuple[str, str]]](list)
    for number, tongue, name in sources.language_names(share):
        used[number].append((tongue, name))
    rows = sources.countries()
    cities = _cities(rows, used)
    own = {(city.country, place_key(name)) for city in cities for name in city.names}
    regions = [
        place
        for place in _regions(sources.regions(cldr), cities)
        if place.kind == "region" or (place.country, place_key(next(iter(place.names)))) not in own
    ]
    places = [*_countries(rows, cities), *regions, *_features(), *cities]
    places.sort(key=lambda p: (-p.people, p.number, p.kind, p.country))
    return _packed(places, rows, *_ordinary_words(corpora, share))


def _packed(
    places: list[_Place], rows: dict[str, sources.CountryRow], words: set[str], others: set[str]
) -> bytes:
    first, last = ({name.lower() for name in names} for names in sources.person_names())
    phrases: dict[int, dict[int, int]] = {}
    numbers_of: dict[str, list[int]] = {}
    flags: dict[int, int] = {}
    begins = set[int]()
    sovereign = set[int]()
    for place_number, place in enumerate(places):
        for name, level in place.names.items():
            for way in dict.fromkeys(_ways(name)):
                numbers = numbers_of.get(way)
                if numbers is None:
                    numbers = numbers_of[way] = read_words(way).plain.tolist()
                if not numbers:
                    continue
                key = phrase_number(numbers)
                begins.update(phrase_number(numbers[:n]) for n in range(1, len(numbers)))
                spots = phrases.setdefault(key, {})
                spots[place_number] = max(level, spots.get(place_number, 0))
                strength = place.strength if level >= g.IN_USE else int(place.people >= 1e6)
                small = way.lower()
                flags[key] = _flags(flags.get(key, 0), small, strength, first, last)
                clear = strength == 3 and level == g.OWN and place.kind != "region"
                if small in words or (small in others and not clear):
                    flags[key] |= g.WORD
                if place.kind == "country" and len(small) > 3 and small not in _words("word"):
                    sovereign.add(key)
    for key in flags:  # a country with a capital is no ordinary word, nor is US
        if flags[key] & g.CAPS:
            flags[key] &= g.STRENGTH | g.CAPS
        elif key in sovereign:
            flags[key] &= ~g.WORD
    keys = sorted(phrases.keys() | begins)
    named = [key for key in keys if key in phrases]
    codes = ["", *rows]
    regions = sorted({place.region for place in places})
    region_number = {region: number for number, region in enumerate(regions)}
    spots_of = [sorted(phrases[key].items()) for key in named]
    firsts, lasts = (
        np.array(sorted({number for name in names for number in _one(name)}), np.uint64)
        for names in (first, last)
    )
    people = [round(5000 * np.log10(max(1.0, place.people))) for place in places]
    arrays: dict[str, Any] = {
        "keys": np.diff(np.array(keys, np.uint64), prepend=np.uint64(0)),
        "begins": np.packbits([key not in phrases for key in keys]),
        "flags": np.array([flags[key] for key in named], np.uint8),
        "counts": np.array([len(spots) for spots in spots_of], np.uint16),
        "places": np.array([level << 24 | n for s in spots_of for n, level in s], np.uint32),
        "id": np.array([place.number for place in places], np.uint32),
        "lat": np.array([round(place.latitude * 1e4) for place in places], np.int32),
        "lon": np.array([round(place.longitude * 1e4) for place in places], np.int32),
        "people": np.array(people, np.uint16),
        "country": np.array([codes.index(place.country) for place in places], np.uint16),
        "region": np.array([region_number[place.region] for place in places], np.uint16),
        "kind": np.array([g.KINDS.index(p.kind) | p.flags for p in places], np.uint8),
        "first_names": np.diff(firsts, prepend=np.uint64(0)),
        "surnames": np.diff(lasts, prepend=np.uint64(0)),
    }
    head = {
        "countries": [[r.code, r.name, r.number, r.wikidata, r.languages] for r in rows.values()],
        "regions": regions,
        "wikidata": {n: place.wikidata for n, place in enumerate(places) if place.wikidata},
    }
    print(f"{len(places)} places, {len(named)} names, {len(keys)} keys", file=sys.stderr)
    return g.pack(head, arrays)


def _one(name: str) -> list[int]:
    numbers: list[int] = read_words(name).plain.tolist()
    return numbers if len(numbers) == 1 and len(name) > 2 else []


def _flags(known: int, small: str, strength: int, first: set[str], last: set[str]) -> int:
    # Two letters are an abbreviation; one sign of a script without blanks is a word.
    if len(small) < 3 and small.isalpha() and ord(small[0]) < 0x3000:
        strength = 3 if small in _words("capitals") else 0
    elif len(small) < 2:
        strength = 0
    return (
        max(known & g.STRENGTH, strength)
        | (known & ~g.STRENGTH)
        | (g.FIRST if small in first else 0)
        | (g.LAST if small in last else 0)
        | (g.CAPS if small in _words("capitals") else 0)
    )


if __name__ == "__main__":
    data = build(*(Path(argument) for argument in sys.argv[1:4]))
    Path(__file__).with_name("gazetteer.bin").write_bytes(data)
