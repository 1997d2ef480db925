"""Compile the gazetteer: ``python -m pipeline.enriching.gazetteer.build CLDR SHARE CORPORA``.

Needs packages that Dateline itself does without (``sources``). CLDR is the unpacked npm
package ``cldr-subdivisions-full``, SHARE the folder ``usr/share`` of Debian's
``libgeonames-common`` and ``wamerican``, CORPORA the texts in which ordinary words are counted.
The same versions give the same file.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.enriching.gazetteer import sources
from pipeline.enriching.gazetteer import table as g
from pipeline.enriching.gazetteer.namings import place_key
from pipeline.enriching.gazetteer.places import (
    GazetteerPlace,
    city_places,
    country_places,
    feature_places,
    read_table,
    region_places,
)
from pipeline.words.phrases import phrase_number
from pipeline.words.reading import read_words

__all__ = ["build"]

_TOKEN: Final = re.compile(r"\w+")


@cache
def _words(what: str) -> frozenset[str]:
    table = dict(read_table("words.tsv", 1))
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
    cities = city_places(rows, used)
    own = {(city.country, place_key(name)) for city in cities for name in city.names}
    regions = [
        place
        for place in region_places(sources.regions(cldr), cities)
        if place.kind == "region" or (place.country, place_key(next(iter(place.names)))) not in own
    ]
    places = [*country_places(rows, cities), *regions, *feature_places(), *cities]
    places.sort(key=lambda p: (-p.people, p.number, p.kind, p.country))
    return _packed(places, rows, *_ordinary_words(corpora, share))


def _packed(
    places: list[GazetteerPlace],
    rows: dict[str, sources.CountryRow],
    words: set[str],
    others: set[str],
) -> bytes:
    first, last = ({name.lower() for name in names} for names in sources.person_names())
    phrases: dict[int, dict[int, int]] = {}
    numbers_of: dict[str, list[int]] = {}
    flags: dict[int, int] = {}
    begins = set[int]()
    sovereign = set[int]()
    rare, certain = set[int](), set[int]()
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
                if small in words:
                    flags[key] |= g.WORD
                elif clear:
                    certain.add(key)
                elif small in others:
                    rare.add(key)
                if place.kind == "country" and len(small) > 3 and small not in _words("word"):
                    sovereign.add(key)
    for key in rare - certain:  # Surrey is rather the county than a carriage
        flags[key] |= g.WORD
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
