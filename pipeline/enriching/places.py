"""Say which places an item names, where they lie, and where the item is mostly about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pipeline.enriching.demonyms import find_demonyms
from pipeline.enriching.focus import Weighed, focus_of
from pipeline.enriching.gazetteer import gazetteer
from pipeline.enriching.place_agency import places_said
from pipeline.enriching.place_datelines import locate, spot_of
from pipeline.enriching.place_mention import Mention
from pipeline.enriching.place_mentions import find_mentions
from pipeline.enriching.place_names import MAX_NAME_CHARS
from pipeline.enriching.place_resolving import Context, resolve_all
from pipeline.enriching.place_results import Toponym, beside_towns, merged, with_names
from pipeline.enriching.regions import Region
from pipeline.enriching.registry import enrichers
from pipeline.words.of_item import ItemWords, words_of
from schemas.types import Place
from schemas.wire import WireItem

__all__ = ["enrich_places", "locate"]

_HOMES: Final = {
    "pa": "GB", "pa media": "GB", "ap": "US", "upi": "US", "dpa": "DE", "afp": "FR", "apa": "AT",
    "efe": "ES", "europa press": "ES", "ansa": "IT", "lusa": "PT", "anp": "NL", "belga": "BE",
    "tt": "SE", "ntb": "NO", "ritzau": "DK", "pap": "PL", "tass": "RU", "ria": "RU",
    "interfax": "RU", "mia": "MK", "tanjug": "RS", "hina": "HR", "keystone-sda": "CH", "sda": "CH",
    "aap": "AU",
    "cp": "CA", "canadian press": "CA", "pti": "IN", "ani": "IN", "xinhua": "CN", "kyodo": "JP",
    "yonhap": "KR", "ukrinform": "UA", "agerpres": "RO", "mti": "HU", "ctk": "CZ", "bta": "BG",
}  # fmt: skip
"""The country that an agency writes for: whose Cambridge it means."""

_BEFORE_QUALIFIER: Final = re.compile(r"[,(]|\s[A-Z]{2}$")

_DATELINE: Final = 3.0
_HEADLINE: Final = 2.0
_EARLY: Final = 1.5
_SAID: Final = 2.0
_DEMONYM: Final = 0.5
_HINT: Final = 0.5
"""How much a place counts for what an item is about, beside one in running text. Guesses."""

_EARLY_CHARS: Final = 400
"""How much of the body is its lead."""

_MOST_COUNTED: Final = 4
_ONCE_MORE: Final = 0.3
"""How often one name is counted in full, and what it counts thereafter: a name in every sentence
is not all that a story is about. Guesses."""

_MOST_PLACES: Final = 60


@enrichers.add("places", needs={"text", "dateline", "language"}, gives={"places", "names", "focus"})
def enrich_places(item: WireItem) -> WireItem:
    """Add the places that the item names, with coordinates, and where it is mostly about.

    The dateline's places come first; one that we do not know is added with its name and the score
    0. Places that the agency coded follow, marked as its own; where the text names them too, with
    the words. Those that the item has already under the same name and role are left as they are.
    Demonyms count for their country and are no places.
    """
    read = words_of(item)
    context = Context(item.language, _HOMES.get(item.provider.casefold(), ""))
    weighed: list[Weighed] = []
    said = places_said(item.subjects, item.language) if item.subjects else {}
    for spot in said.values():
        context.add(spot, _SAID)
        weighed.append(Weighed(spot.country, _SAID if spot.kind == "country" else 0.0))
    datelines = _datelines(item, context, weighed)
    demonyms = find_demonyms(read.words, item.language)
    towns = item.dateline.places if item.dateline else ()
    known = frozenset(gazetteer().row_of(_town_of(name)) for name in towns)
    mentions = find_mentions(read, item.names, demonyms, item.language, known)
    _count_demonyms(read, demonyms, mentions, context, weighed)
    toponyms = _by_name(read, mentions)
    rows = [(t.row, t.within, t.itself, t.weight) for t in toponyms]
    resolved = resolve_all(rows, context)
    placed = merged(read, toponyms, resolved, weighed, said)
    if any(name.kind == "place" for name in item.names):
        peoples = {int(read.words.starts[first]) for first, _, _ in demonyms}
        placed += beside_towns(read, item.names, placed, peoples, context)
    placed.sort(key=lambda one: one.start)
    found = [one.place for one in placed]
    there = {(place.name, place.role) for place in item.places}
    places = [p for p in (*datelines, *found) if (p.name, p.role) not in there]
    focus = item.focus or focus_of(weighed)
    names = with_names(item.names, found)
    if not places and focus is None:
        return item
    return item.model_copy(
        update={
            "places": (*item.places, *places[:_MOST_PLACES]),
            "focus": focus,
            "names": names,
        }
    )


def _town_of(name: str) -> str:
    """Return the town of a dateline's place: ``LYON`` of ``LYON, France``."""
    return _BEFORE_QUALIFIER.split(name[:MAX_NAME_CHARS])[0].strip()


def _datelines(item: WireItem, context: Context, weighed: list[Weighed]) -> list[Place]:
    places = []
    for name in dict.fromkeys(item.dateline.places if item.dateline else ()):
        place = locate(name, item.language)
        places.append(place)
        spot = spot_of(name, item.language)
        if spot is not None:
            context.add(spot, _DATELINE)
        elif place.country:
            context.count(place.country, _DATELINE)
        city = _town_of(name) if spot and spot.kind == "city" else ""
        weighed.append(Weighed(place.country, _DATELINE, city, place.geonames_id))
    return places


def _count_demonyms(
    read: ItemWords,
    demonyms: list[tuple[int, int, str]],
    mentions: list[Mention],
    context: Context,
    weighed: list[Weighed],
) -> None:
    """Count demonyms for their countries; a word that is the country itself is none."""
    if not demonyms:
        return
    taken = {mention.first for mention in mentions}
    starts = read.words.starts.data
    body, lead = read.body, read.body + _EARLY_CHARS
    counted: dict[str, float] = {}
    for first, _, country in demonyms:
        if country and first not in taken:
            start = starts[first]
            weight = _HEADLINE if start < body else _EARLY if start < lead else 1.0
            counted[country] = counted.get(country, 0.0) + weight
    for country, weight in counted.items():
        weight = _DEMONYM * min(weight, _MOST_COUNTED)
        context.count(country, weight)
        weighed.append(Weighed(country, weight))


def _by_name(read: ItemWords, mentions: Iterable[Mention]) -> list[Toponym]:
    body, lead = read.body, read.body + _EARLY_CHARS
    # Paris is the one in Texas in all of a text that says "Paris, Texas" once, but where it says
    # "Paris, France" too.
    qualified: dict[int, tuple[Region, ...]] = {}
    for mention in mentions:
        if mention.within and not mention.said:
            qualified.setdefault(mention.row, mention.within)
    found: dict[tuple[int, tuple[Region, ...]], Toponym] = {}
    for mention in mentions:
        row = mention.row
        within = () if mention.said else mention.within or qualified.get(row, ())
        toponym = found.get((row, within))
        if toponym is None:
            toponym = found[row, within] = Toponym(row, within)
        toponym.mentions.append(mention)
        if mention.said:
            toponym.itself = toponym.itself or mention.within[0]
        # More counts what stands in the headline, or in the lead; less what is said once more.
        start = mention.start
        weight = _HEADLINE if start < body else _EARLY if start < lead else 1.0
        if len(toponym.mentions) > _MOST_COUNTED:
            weight *= _ONCE_MORE
        toponym.weight += _HINT * weight if mention.hint or mention.said else weight
    return list(found.values())
