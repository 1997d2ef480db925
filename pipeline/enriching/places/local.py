"""Tell where a local text means another place by a name than the rest of the world does."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.places.context import CLEAR, IN_COUNTRY, IN_REGION, Context, Resolved, near
from pipeline.enriching.places.mention import Toponym
from pipeline.enriching.places.weighing import sure_of, weigh

__all__ = ["at_home"]

_LOCAL: Final = 2.0
"""How much a text must say of other places to be a local one ..."""
_THAN_A_CITY: Final = 0.5
_THAN_A_CAPITAL: Final = 1.25
"""... and how much more must speak for a town of it than for the city, or capital, that the name is
known for, as decimal logarithms. Guesses: Naples in Florida, but no Paris in Texas."""

_LIKELY: Final = 0.8
"""How sure that is at best. A guess."""

_OF_COUNTRIES: Final = frozenset({"GB"})
"""Where a region is as wide as a country, and says nothing of what is local: England."""

_MOST_WEIGHED: Final = 16
_IN_COUNTRY: Final = IN_COUNTRY
_IN_REGION: Final = IN_REGION
_CLEAR: Final = CLEAR


def at_home(known: Resolved, toponym: Toponym, context: Context) -> Resolved:
    """Return the name-sake that a local text means rather than the well-known city, if it is one.

    Birmingham beside Mobile and Huntsville, Naples beside Fort Myers: where nothing else is said of
    the well-known one's country, and all speaks for another's state.
    """
    spot, weight = known.spot, toponym.weight
    rest = context.total - weight
    if rest < _LOCAL or context.countries.get(spot.country, 0.0) > weight + 0.01:
        return known
    weighed = weigh(toponym.row, context.language, context.home)
    own, best, chosen = 0.0, -1.0, known.spot
    for rival, prior in weighed[:_MOST_WEIGHED]:
        if rival.number == spot.number:
            own = prior
        elif rival.kind == "city" and rival.country in context.countries:
            bonus = _IN_COUNTRY * context.countries[rival.country] / rest
            bonus += near(rival, context, spot.number)
            if rival.country not in _OF_COUNTRIES:
                share = context.regions.get((rival.country, rival.region), 0.0) / rest
                bonus += _IN_REGION * min(1.0, 1.5 * share)
            if prior + bonus > best:
                best, chosen = prior + bonus, rival
    if best < own + (_THAN_A_CAPITAL if spot.capital else _THAN_A_CITY):
        return known
    context.move(spot, chosen, weight)
    return Resolved(chosen, round(sure_of(chosen) * _LIKELY, 2), "neighbours", _CLEAR)
