"""A place of the gazetteer, and the columns of numbers that it is read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, radians, sin
from typing import Any, Final, Literal

__all__ = ["ALONE", "CAPITAL", "CITY", "COUNTRY", "COUNTY", "KINDS", "REGION", "Columns", "Kind",
           "Spot"]  # fmt: skip

Kind = Literal["country", "region", "county", "city", "area", "sea", "nature", "site"]
KINDS: Final[tuple[Kind, ...]] = (
    "city",
    "country",
    "region",
    "county",
    "area",
    "sea",
    "nature",
    "site",
)
CITY: Final = 0
COUNTRY: Final = 1
REGION: Final = 2
COUNTY: Final = 3
"""The numbers of the first kinds."""

CAPITAL: Final = 1 << 3
_KM_PER_DEGREE: Final = 111.2
_NEAR_KM: Final = 60.0
"""How far from its middle what is said to lie in a county or a city may be: counties with a shape
like Yorkshire's are left out by less. A guess."""

ALONE: Final = 1 << 4
"""Agencies write it without its country or state."""


class Spot:
    """A place of the gazetteer, by one of its names; nobody changes it."""

    __slots__ = (
        "capital", "country", "geonames_id", "kind", "latitude", "level", "longitude", "number",
        "people", "region", "said", "sort", "stands_alone", "wikidata", "x", "y", "z",
    )  # fmt: skip

    def __init__(self, number: int, sort: int, latitude: float, longitude: float) -> None:
        """All else is filled in by :class:`Columns`, which alone makes one."""
        self.number: int = number
        """The same for every name of the place."""
        self.sort: int = sort
        """The number of its kind."""
        self.kind: Kind = KINDS[sort]
        self.latitude: float = latitude
        self.longitude: float = longitude
        self.people: float = 0.0
        """The decimal logarithm of its inhabitants; of a feature, of as many as it weighs."""
        self.country: str = ""
        """ISO 3166-1 alpha-2; empty where several or none."""
        self.region: str = ""
        """GeoNames' code of the first-order division: ``NY`` in the US, ``GR`` in Switzerland."""
        self.geonames_id: int = 0
        self.wikidata: str = ""
        self.capital: bool = False
        self.stands_alone: bool = False
        self.level: int = 0
        """How it is called so: ``OWN``, ``IN_USE`` or less."""
        self.said: dict[str, Any] | None = None
        """What the steps that use it keep of it, so as to make it once."""
        self.x: float = 0.0
        self.y: float = 0.0
        self.z: float = 0.0

    def settle(self) -> None:
        """Say where it lies on a ball with the radius 1, which most places are never asked.

        The product of two places' ``x``, ``y`` and ``z`` tells how near they are.
        """
        if not (self.x or self.y or self.z):
            lat, lon = radians(self.latitude), radians(self.longitude)
            across = cos(lat)
            self.x = across * cos(lon)
            self.y = across * sin(lon)
            self.z = sin(lat)

    @property
    def inhabitants(self) -> int:
        """How many live there, to a thousandth."""
        return round(10**self.people)


class Columns:
    """What is known of all places, a column of numbers for each thing."""

    def __init__(
        self,
        columns: Mapping[str, Any],
        codes: Sequence[str],
        regions: Sequence[str],
        wikidata: dict[int, str],
    ) -> None:
        """*columns* are buffers by their names; *codes* and *regions* what their numbers mean."""
        self._ids = columns["id"]
        self._latitudes = columns["lat"]
        self._longitudes = columns["lon"]
        self._people = columns["people"]
        self._countries = columns["country"]
        self._regions = columns["region"]
        self._kinds = columns["kind"]
        self._codes = list(codes)
        self._region_codes = list(regions)
        self._wikidata = wikidata

    def spot(self, place: int) -> Spot:
        """Return a place by its number, and how it is called so in the highest byte."""
        number = place & 0xFFFFFF
        kind = self._kinds[number]
        latitude, longitude = self._latitudes[number] / 1e4, self._longitudes[number] / 1e4
        spot = Spot(number, kind & 0b111, latitude, longitude)
        spot.people = self._people[number] / 5000.0
        spot.country = self._codes[self._countries[number]]
        spot.region = self._region_codes[self._regions[number]]
        spot.geonames_id = self._ids[number]
        spot.wikidata = self._wikidata.get(number, "")
        spot.capital = kind & CAPITAL != 0
        spot.stands_alone = kind & ALONE != 0
        spot.level = place >> 24
        return spot

    def lies_in(self, place: int, regions: tuple[tuple[str, str], ...]) -> bool:
        """Tell whether a place lies in one of some countries and regions.

        A region ``#123`` is whatever lies near the place with that number.
        """
        number = place & 0xFFFFFF
        code = self._codes[self._countries[number]]
        for country, region in regions:
            if code != country:
                continue
            if not region or region == self._region_codes[self._regions[number]]:
                return True
            if region.startswith("#") and self._is_near(number, int(region[1:])):
                return True
        return False

    def _is_near(self, one: int, other: int) -> bool:
        if one == other:
            return False  # it does not lie in itself
        lat, other_lat = self._latitudes[one] / 1e4, self._latitudes[other] / 1e4
        lon, other_lon = self._longitudes[one] / 1e4, self._longitudes[other] / 1e4
        across = (lon - other_lon) * cos(radians(lat)) * _KM_PER_DEGREE
        along = (lat - other_lat) * _KM_PER_DEGREE
        return bool(across * across + along * along < _NEAR_KM * _NEAR_KM)
