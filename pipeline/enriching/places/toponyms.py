"""Gather the mentions of one name, and how much an item says of it and of its peoples."""

from __future__ import annotations

from typing import Any, Final

from pipeline.enriching.gazetteer.demonyms import Demonym
from pipeline.enriching.gazetteer.regions import Region
from pipeline.enriching.places.context import Context
from pipeline.enriching.places.focus import Weighed, weighed_of
from pipeline.enriching.places.mention import Mention, Toponym, toponym_of

__all__ = ["count_demonyms", "toponyms_of"]

_HEADLINE: Final = 2.0
_EARLY: Final = 1.5
_DEMONYM: Final = 0.5
_HINT: Final = 0.5
"""How much a place counts for what an item is about, beside one in running text. Guesses."""

_EARLY_CHARS: Final = 400
"""How much of the body is its lead."""

_MOST_COUNTED: Final = 4
_ONCE_MORE: Final = 0.3
"""How often one name is counted in full, and what it counts thereafter: a name in every sentence
is not all that a story is about. Guesses."""


def count_demonyms(
    starts: Any,
    demonyms: list[Demonym],
    mentions: list[Mention],
    body: int,
    context: Context,
    weighed: list[Weighed],
) -> None:
    """Count demonyms for their countries; a word that is the country itself is none.

    *starts* tells where each word begins, *body* where the body does.
    """
    taken = {mention.first for mention in mentions}
    counted: dict[str, float] = {}
    for first, _, country, _ in demonyms:
        if country and first not in taken:
            counted[country] = counted.get(country, 0.0) + _weight_at(starts[first], body)
    for country, weight in counted.items():
        weight = _DEMONYM * min(weight, _MOST_COUNTED)
        context.count(country, weight)
        weighed.append(weighed_of(country, weight))


def _weight_at(start: int, body: int) -> float:
    return _HEADLINE if start < body else _EARLY if start < body + _EARLY_CHARS else 1.0


def toponyms_of(mentions: list[Mention], body: int) -> list[Toponym]:
    """Return the names, each with all its mentions; *body* is where the body begins.

    Paris is the one in Texas in all of a text that says "Paris, Texas" once, but where it says
    "Paris, France" too.
    """
    qualified: dict[int, tuple[Region, ...]] = {}
    for mention in mentions:
        if mention.within and not mention.said:
            qualified.setdefault(mention.row, mention.within)
    found: dict[tuple[int, tuple[Region, ...]], Toponym] = {}
    for mention in mentions:
        within = mention.within
        if mention.said:
            within = ()
        elif not within and qualified:
            within = qualified.get(mention.row, ())
        toponym = found.get((mention.row, within))
        if toponym is None:
            toponym = toponym_of(mention.row, within)
            found[mention.row, within] = toponym
        toponym.mentions.append(mention)
        if mention.said and toponym.itself is None:
            toponym.itself = mention.within[0]
        # More counts what stands in the headline, or in the lead; less what is said once more.
        weight = _weight_at(mention.start, body)
        if len(toponym.mentions) > _MOST_COUNTED:
            weight *= _ONCE_MORE
        toponym.weight += _HINT * weight if mention.hint or mention.said else weight
    return list(found.values())
