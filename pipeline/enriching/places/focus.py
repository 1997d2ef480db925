"""Say where an item is mostly about: one country, and one city of it."""

from __future__ import annotations

from typing import Final

from pipeline.words.making import model_of
from schemas.types import Focus

__all__ = ["Weighed", "focus_of", "weighed_of"]

_LEAST_SHARE: Final = 0.28
"""Share of all that is said from which a country is what an item is about; below it is about none.
A guess: of four countries one must stand out."""

_LEAST_CITY: Final = 0.25
"""Share of the country's weight from which a city is. A guess."""


_SHORTEST: Final = 3
"""Letters up to which a name in capitals may be an abbreviation."""


class Weighed:
    """A place, or a demonym's country, with how much of the item is about it.

    Made by :func:`weighed_of`.
    """

    __slots__ = ("city", "country", "geonames_id", "weight")

    country: str
    weight: float
    city: str
    """Its name, as the item writes it; empty if it is no city."""
    geonames_id: int | None


def weighed_of(
    country: str, weight: float, city: str = "", geonames_id: int | None = None
) -> Weighed:
    """Return how much is said of a country, and of a city of it."""
    one = Weighed.__new__(Weighed)  # compiled, quicker than a call of the class
    one.country = country
    one.weight = weight
    one.city = city
    one.geonames_id = geonames_id
    return one


def focus_of(said: list[Weighed]) -> Focus | None:
    """Return the country and city with the most weight; None where none stands out.

    Of equals the one that was said first.
    """
    countries: dict[str, float] = {}
    cities: dict[tuple[str, int | None], tuple[float, str]] = {}
    total = most = 0.0
    for one in said:
        if not one.country:
            continue
        countries[one.country] = countries.get(one.country, 0.0) + one.weight
        if one.city:
            key = (one.country, one.geonames_id)
            weight, name = cities.get(key, (0.0, one.city))
            # "LYON" of a dateline is written otherwise in the text, if it is there.
            cities[key] = (weight + one.weight, one.city if name.isupper() else name)
    country = ""
    for name, weight in countries.items():
        total += weight
        if weight > most:
            country, most = name, weight
    if not total or most / total < _LEAST_SHARE:
        return None
    share, top = most / total, None
    heaviest = 0.0
    for key, (weight, _) in cities.items():
        if key[0] == country and weight > heaviest:
            top, heaviest = key, weight
    if top is None or heaviest < _LEAST_CITY * most:
        return _focus(country, share, "", None)
    return _focus(country, share, _as_written(cities[top][1]), top[1])


def _focus(country: str, share: float, city: str, geonames_id: int | None) -> Focus:
    said = {
        "country": country,
        "city": city,
        "geonames_id": geonames_id,
        "score": round(share, 2),
        "by": "places",
    }
    return model_of(Focus, said)


def _as_written(name: str) -> str:
    """Return a name that stands in capitals as a text would write it."""
    return name.title() if name.isupper() and len(name) > _SHORTEST else name
