"""The places that the agency coded: countries and towns among its subjects."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from pipeline.enriching.gazetteer.spots import Spot
from pipeline.enriching.gazetteer.table import gazetteer
from pipeline.enriching.places.weighing import weigh
from schemas.types import Subject

__all__ = ["places_said"]

_OF_PLACES: Final = re.compile(r"geo|countr|localit|cities|iso3166-1a2$")
"""Schemes of places: ``dpacountry``, ``dpalocality``, ``apgeography``, ``iso3166-1a2`` ..."""

_MOST: Final = 20


def places_said(subjects: Iterable[Subject], language: str) -> dict[str, Spot]:
    """Return the places among an item's subjects, by the names that the agency gives them.

    A name that the gazetteer does not know for sure (``International``) is left out; so is a code
    without a name, unless it is a country's of ISO 3166.
    """
    found: dict[str, Spot] = {}
    numbers = set[int]()
    for subject in subjects:
        if len(found) >= _MOST or not _OF_PLACES.search(subject.scheme.lower()):
            continue
        spot = _spot(subject.scheme.lower(), subject.code, subject.name, language)
        if spot is not None and spot.number not in numbers:
            numbers.add(spot.number)
            country = gazetteer().countries.get(spot.country)
            by_code = subject.name in ("", subject.code) and country is not None
            found[country.name if by_code and country else subject.name] = spot
    return found


@lru_cache(maxsize=1024)  # the same answer for ever; only the work is saved
def _spot(scheme: str, code: str, name: str, language: str) -> Spot | None:
    if scheme.endswith("iso3166-1a2"):
        country = gazetteer().countries.get(code)
        return _of(country.name, language, "country") if country else None
    return _of(name, language, "country" if "countr" in scheme else "")


def _of(name: str, language: str, kind: str) -> Spot | None:
    row = gazetteer().row_of(name)
    spots = weigh(row, language, "") if row >= 0 else ()
    return next((spot for spot, _ in spots if kind in ("", spot.kind)), None)
