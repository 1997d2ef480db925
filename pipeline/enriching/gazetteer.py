"""The gazetteer: cities of 5,000 inhabitants and more, and the countries, from GeoNames.

The data file ``gazetteer.bin`` is compiled by ``python -m pipeline.enriching.build_gazetteer``; its
source and licence stand in ``GAZETTEER-LICENSE.md``. It is read when the first name is looked up.
Nothing of it is parsed then: names are found by bisection in a sorted block of bytes, so it
costs little memory and no time per worker.
"""

from __future__ import annotations

import lzma
import struct
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

from pipeline.enriching.place_names import place_key

__all__ = ["City", "Country", "Gazetteer", "gazetteer", "pack", "unpack_record"]

RECORD: Final = struct.Struct("<IiiIB2s4s")
"""GeoNames id, latitude and longitude in 1e-4 degrees (11 m), inhabitants, flags, country,
region."""

CAPITAL: Final = 1
STANDS_ALONE: Final = 2

_HEAD: Final = struct.Struct("<3I")


@dataclass(frozen=True, slots=True)
class City:
    """A populated place, as GeoNames has it."""

    geonames_id: int
    latitude: float
    longitude: float
    inhabitants: int
    country: str
    """ISO 3166-1 alpha-2."""
    region: str
    """GeoNames' code of the first-order division: ``NY`` in the US, ``GR`` in Switzerland."""
    capital: bool
    stands_alone: bool
    """Agencies write it without its country or state."""
    own_name: bool
    """Looked up by its English or official name, not by one in another language."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or dependent territory."""

    code: str
    name: str
    geonames_id: int
    languages: tuple[str, ...]


def unpack_record(data: bytes, offset: int, own_name: bool) -> City:
    """Return the city whose record lies at *offset*."""
    number, lat, lon, inhabitants, flags, country, region = RECORD.unpack_from(data, offset)
    return City(
        number,
        lat / 1e4,
        lon / 1e4,
        inhabitants,
        country.decode("ascii"),
        region.rstrip(b"\0").decode("ascii"),
        bool(flags & CAPITAL),
        bool(flags & STANDS_ALONE),
        own_name,
    )


def pack(countries: bytes, records: bytes, names: bytes) -> bytes:
    """Return the data file of the three blocks; the same blocks give the same bytes."""
    head = _HEAD.pack(len(countries), len(records), len(names))
    return lzma.compress(head + countries + records + names, preset=9 | lzma.PRESET_EXTREME)


class Gazetteer:
    """Names to cities and countries."""

    def __init__(self, packed: bytes) -> None:
        data = lzma.decompress(packed)
        size_countries, size_records, size_names = _HEAD.unpack_from(data)
        start = _HEAD.size
        countries = data[start : start + size_countries].decode("utf-8")
        start += size_countries
        self._records = data[start : start + size_records]
        start += size_records
        self._names = data[start : start + size_names]
        """Lines ``key TAB numbers``, sorted; ``+`` before a number: it is one of its own names."""
        self.countries: dict[str, Country] = {}
        self._country_keys: dict[str, str] = {}
        for line in countries.splitlines():
            code, name, number, languages, keys = line.split("\t")
            spoken = tuple(languages.split(","))
            self.countries[code] = Country(code, name, int(number or 0), spoken)
            for key in keys.split(","):
                self._country_keys.setdefault(key, code)

    def country_named(self, name: str) -> Country | None:
        """Return the country of that name, in any of the languages we know names in."""
        code = self._country_keys.get(place_key(name))
        return None if code is None else self.countries[code]

    def cities_named(self, name: str) -> tuple[City, ...]:
        """Return the cities of that name, the most populous first."""
        return self._cities(place_key(name))

    # A stage remembers nothing; this only keeps what is the same for ever.
    @lru_cache(maxsize=4096)  # noqa: B019 - there is one gazetteer, and it lives as long as we do
    def _cities(self, key: str) -> tuple[City, ...]:
        line = self._line(key.encode("utf-8", "replace"))
        return tuple(
            unpack_record(self._records, int(number) * RECORD.size, number.startswith(b"+"))
            for number in line.split(b",")
            if number
        )

    def _line(self, key: bytes) -> bytes:
        """Return what stands after *key* on its line, or nothing if no line has it."""
        names = self._names
        low, high = 0, len(names)
        while low < high:
            middle = names.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = names.find(b"\n", middle)
            found, _, numbers = names[middle:end].partition(b"\t")
            if found == key:
                return numbers
            if found < key:
                low = end + 1
            else:
                high = middle
        return b""


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer that ships, read once."""
    data = resources.files("pipeline.enriching").joinpath("gazetteer.bin").read_bytes()
    return Gazetteer(data)
