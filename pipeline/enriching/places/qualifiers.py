"""What is said after a town to tell which one is meant: ``Paris, Texas``, ``Springfield, Ill.``"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from pipeline.enriching.gazetteer.regions import ABBREVIATIONS, SHORT_REGIONS, Region
from pipeline.enriching.gazetteer.spots import Spot
from pipeline.words import signs
from pipeline.words.numbers import joined
from pipeline.words.phrases import phrase_number
from pipeline.words.reading import number_of, read_words

__all__ = ["abbreviated", "counties_of", "is_land", "lies_in", "regions_of"]

_MOST_COUNTIES: Final = 6
"""How many counties of one name are asked: there are 31 called Washington."""

_MOST_WORDS: Final = 3
"""``N.W.T.``"""

_SHORT: Final[dict[int, tuple[Region, ...]]] = {
    phrase_number(read_words(key).plain.tolist()): (region,)
    for key, region in ABBREVIATIONS.items()
}
_FIRST_WORDS: Final = frozenset(int(read_words(key).plain[0]) for key in ABBREVIATIONS)
_NONE: Final[tuple[Region, ...]] = ()
_CODES: Final = {number_of(code): regions for code, regions in SHORT_REGIONS.items()}
_POINT: Final = signs.POINT
_BETWEEN: Final = signs.POINT | signs.BLANK


def regions_of(spots: Iterable[Spot]) -> tuple[Region, ...]:
    """Return the countries and regions among places: ``Georgia`` is a state and a country."""
    found = []
    for spot in spots:
        if spot.country and (spot.kind in ("country", "region") or _is_land(spot)):
            found.append((spot.country, spot.region if spot.kind == "region" else ""))
    return tuple(found)


def counties_of(spots: Iterable[Spot]) -> tuple[Region, ...]:
    """Return what lies near the counties and cities among places: ``Richmond, Yorkshire``."""
    found = []
    for spot in spots:
        if spot.country and (
            spot.kind in ("county", "area")
            or (spot.kind == "city" and (spot.stands_alone or spot.capital))
        ):
            found.append((spot.country, f"#{spot.number}"))
    return tuple(found[:_MOST_COUNTIES])


def is_land(spots: Sequence[Spot]) -> bool:
    """Tell whether places are first of all a state or a county, which villages are named with."""
    return bool(spots) and (
        spots[0].kind in ("region", "county") or (spots[0].kind == "area" and _is_land(spots[0]))
    )


def _is_land(spot: Spot) -> bool:
    """Tell whether towns are named with it though it is no region: ``England``, ``West Bank``.

    In the US they are named with their states.
    """
    return spot.kind == "area" and spot.country != "US"


def lies_in(spot: Spot, regions: Iterable[Region]) -> bool:
    """Tell whether a place lies in one of the regions, and is not that country itself."""
    return spot.kind != "country" and any(
        spot.country == country and region in ("", spot.region) for country, region in regions
    )


def abbreviated(
    plain: Sequence[int], cased: Sequence[int], gaps: Sequence[int], at: int
) -> tuple[tuple[Region, ...], int]:
    """Return what a shortened state means, and its last word: ``Ill.``, ``N.Y.``, ``TX``.

    *plain*, *cased* and *gaps* are those of the text's words, *at* is the one to begin with.
    """
    word = plain[at]
    if word in _FIRST_WORDS:
        number, regions, found, count = 0, _NONE, at, len(plain)
        for last in range(at, min(at + _MOST_WORDS, count)):
            if last > at and gaps[last] & ~_BETWEEN:
                break
            number = joined(number, plain[last]) if number else word
            # A short form has its point: "Kan." is Kansas, "Kan" is not.
            if gaps[last + 1] & _POINT and number in _SHORT:
                regions, found = _SHORT[number], last
        if regions:
            return regions, found
    return _CODES.get(cased[at], _NONE), at
