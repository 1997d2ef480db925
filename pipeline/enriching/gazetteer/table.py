"""The gazetteer: countries, regions, counties, towns of 1,000 inhabitants and more, seas, rivers.

The data file ``gazetteer.bin`` is compiled by ``python -m pipeline.enriching.gazetteer.build``; its
sources and licences stand in ``GAZETTEER-LICENSE.md``. It is read when the first name is looked up:
flat arrays, in which a name is a row, a row a slice of places, and a place a column of numbers.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.enriching.gazetteer.namings import place_key
from pipeline.enriching.gazetteer.number_set import NumberSet
from pipeline.enriching.gazetteer.regions import REGIONS
from pipeline.enriching.gazetteer.spots import ALONE, CAPITAL, KINDS, Columns, Spot
from pipeline.words.phrases import Phrases
from pipeline.words.reading import read_words

__all__ = [
    "ALONE",
    "CAPITAL",
    "KINDS",
    "Country",
    "Gazetteer",
    "Spot",
    "gazetteer",
    "pack",
]

# What is known of a name: how sure it is a place that copy means, and what else it may be.
STRENGTH: Final = 0b11
WORD: Final = 1 << 2
"""It is an ordinary word too, in some language."""
FIRST: Final = 1 << 3
"""It is a first name too ..."""
LAST: Final = 1 << 4
"""... or a surname."""
CAPS: Final = 1 << 5
"""Only where it is written in capitals: ``US``."""

OWN: Final = 3
IN_USE: Final = 2
"""In a language that we know to call it so; 1 is any other of its names."""

_WIDE: Final = frozenset({"country", "area", "sea"})
_ANY_GAP: Final = (1 << 32) - 1
_MOST: Final = 16
"""How many places of one name are weighed; more have the name of ``San José``, none as likely."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or dependent territory."""

    code: str
    name: str
    geonames_id: int
    wikidata: str
    languages: tuple[str, ...]


def pack(head: Mapping[str, Any], arrays: Mapping[str, npt.NDArray[Any]]) -> bytes:
    """Return the data file: the same arrays give the same bytes.

    Numbers are cut into planes of bytes, so that the high bytes, which differ little, pack well.
    """
    shapes, blocks = [], []
    for name, values in arrays.items():
        planes = (
            np.ascontiguousarray(values)
            .view(np.uint8)
            .reshape(len(values), values.dtype.itemsize)
            .T
        )
        packed = []
        for plane in planes:
            data = plane.tobytes()
            small = zlib.compress(data, 9)
            packed.append(small if len(small) < 0.97 * len(data) else b"\0" + data)
        shapes.append([name, values.dtype.str, len(values), [len(block) for block in packed]])
        blocks += packed
    text = zlib.compress(json.dumps({"head": head, "arrays": shapes}).encode(), 9)
    return len(text).to_bytes(4, "little") + text + b"".join(blocks)


def unpack(data: bytes) -> tuple[dict[str, Any], dict[str, npt.NDArray[Any]]]:
    """Return what :func:`pack` was given."""
    size = int.from_bytes(data[:4], "little")
    said = json.loads(zlib.decompress(data[4 : 4 + size]))
    at, arrays = 4 + size, {}
    for name, kind, count, sizes in said["arrays"]:
        planes = np.empty((count, len(sizes)), np.uint8)
        for number, length in enumerate(sizes):
            block = data[at : at + length]
            # zlib's streams begin with 0x78, so a zero says that the plane is as it was.
            plane = block[1:] if block[:1] == b"\0" else zlib.decompress(block)
            planes[:, number] = np.frombuffer(plane, np.uint8)
            at += length
        arrays[name] = planes.reshape(-1).view(kind)
    return said["head"], arrays


class Gazetteer:
    """Names to places."""

    def __init__(self, packed: bytes) -> None:
        head, arrays = unpack(packed)
        keys = np.cumsum(arrays["keys"], dtype=np.uint64)
        begins = np.unpackbits(arrays["begins"], count=len(keys)).astype(bool)
        rows = np.where(begins, np.int32(-2), np.cumsum(~begins, dtype=np.int32) - 1)
        self.phrases: Final = Phrases.of_numbers(keys, rows.astype(np.int32))
        """Every name, in small letters; its row is what the other methods are asked with."""
        self.flags: Final = arrays["flags"].data
        self._ends = np.cumsum(arrays["counts"], dtype=np.int32).data
        self._places = arrays["places"].data
        self._wikidata: dict[int, str] = {int(n): q for n, q in head["wikidata"].items()}
        self.countries: dict[str, Country] = {}
        for code, name, number, wikidata, languages in head["countries"]:
            self.countries[code] = Country(code, name, number, wikidata, tuple(languages))
        columns = {
            name: np.ascontiguousarray(arrays[name]).data
            for name in ("id", "lat", "lon", "people", "country", "region", "kind")
        }
        self._columns = Columns(columns, ["", *self.countries], head["regions"], self._wikidata)
        self.first_names: Final = NumberSet(np.cumsum(arrays["first_names"], dtype=np.uint64).data)
        self.surnames: Final = NumberSet(np.cumsum(arrays["surnames"], dtype=np.uint64).data)
        """Words that are first names and surnames too, by their numbers in small letters."""

    def know(self, table: str) -> None:
        """Add Wikidata ids of towns: lines of country, name and id, apart by TAB."""
        for line in table.splitlines():
            if line.startswith("#"):
                continue
            country, name, wikidata = line.split("\t")
            towns = [s for s in self.cities_named(name) if (s.country, s.level) == (country, OWN)]
            if towns:  # the most populous comes first
                self._wikidata[towns[0].number] = wikidata
        self._spots.cache_clear()

    def spots(self, row: int) -> tuple[Spot, ...]:
        """Return the places that have the name of a row, the most populous first."""
        return self._spots(row)

    # A stage remembers nothing; this only keeps what is the same for ever.
    @lru_cache(maxsize=8192)  # noqa: B019 - there is one gazetteer, and it lives as long as we do
    def _spots(self, row: int) -> tuple[Spot, ...]:
        first, last = self._ends[row - 1] if row else 0, self._ends[row]
        spot, places = self._columns.spot, self._places
        return tuple([spot(places[at]) for at in range(first, min(last, first + _MOST))])

    def spots_in(self, row: int, regions: tuple[tuple[str, str], ...]) -> tuple[Spot, ...]:
        """Return those of a name that lie in a country or region, but for what is itself wide."""
        return self._spots_in(row, regions)

    @lru_cache(maxsize=8192)  # noqa: B019 - as above
    def _spots_in(self, row: int, regions: tuple[tuple[str, str], ...]) -> tuple[Spot, ...]:
        first, last = self._ends[row - 1] if row else 0, self._ends[row]
        columns, places = self._columns, self._places[first:last].tolist()
        there = [columns.spot(place) for place in places if columns.lies_in(place, regions)]
        return tuple([spot for spot in there if spot.kind not in _WIDE])

    @lru_cache(maxsize=4096)  # noqa: B019 - as above
    def row_of(self, name: str) -> int:
        """Return the row of a name, with or without accents; -1 if none has it."""
        for way in dict.fromkeys((name, place_key(name))):
            words = read_words(way)
            found = self.phrases.find(words, across=_ANY_GAP)
            if found and found[0][0] == 0 and found[0][1] == len(words) - 1:
                return found[0][2]
        return -1

    @lru_cache(maxsize=256)  # noqa: B019 - as above
    def region_row(self, region: tuple[str, str]) -> int:
        """Return the row of a state's or province's own name; -1 for one without."""
        names = (place for place, code in REGIONS.items() if code == region)
        return next((row for name in names if (row := self.row_of(name)) >= 0), -1)

    def named(self, name: str) -> tuple[Spot, ...]:
        """Return the places of a name, the most populous first."""
        row = self.row_of(name)
        return self.spots(row) if row >= 0 else ()

    def country_named(self, name: str) -> Country | None:
        """Return the country of that name, in any of the languages we know names in."""
        for spot in self.named(name):
            if spot.kind == "country":
                return self.countries[spot.country]
        return None

    def cities_named(self, name: str) -> tuple[Spot, ...]:
        """Return the cities of that name, the most populous first."""
        return tuple(spot for spot in self.named(name) if spot.kind == "city")


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer that ships, read once."""
    room = resources.files("pipeline.enriching.gazetteer")
    where = Gazetteer(room.joinpath("gazetteer.bin").read_bytes())
    where.know(room.joinpath("wikidata.tsv").read_text("utf-8"))
    return where
