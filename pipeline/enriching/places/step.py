"""Say which places an item names, where they lie, and where the item is mostly about."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pipeline.enriching.gazetteer.demonyms import find_demonyms
from pipeline.enriching.gazetteer.namings import MAX_NAME_CHARS
from pipeline.enriching.gazetteer.table import gazetteer
from pipeline.enriching.places.adjectives import region_adjectives
from pipeline.enriching.places.agency import places_said
from pipeline.enriching.places.beside import beside_towns, unnamed
from pipeline.enriching.places.context import Context
from pipeline.enriching.places.datelines import locate, spot_of
from pipeline.enriching.places.focus import Weighed, focus_of, weighed_of
from pipeline.enriching.places.mention import Mention
from pipeline.enriching.places.mentions import Finder
from pipeline.enriching.places.resolving import resolve_all
from pipeline.enriching.places.results import Placed, merged, places_of, with_names
from pipeline.enriching.places.toponyms import count_demonyms, toponyms_of
from pipeline.enriching.places.towns import states_after, towns_before, towns_within
from pipeline.enriching.registry import enrichers
from pipeline.words.making import with_values
from pipeline.words.of_item import language_of, words_of
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

_DOMAIN: Final = re.compile(r"[a-z0-9-]\.([a-z]{2})$")
_OF_DOMAINS: Final = {
    "uk": "GB",
    "tv": "",
    "io": "",
    "co": "",
    "me": "",
    "ai": "",
    "fm": "",
    "cc": "",
}
"""Domains that end in another code than the country's, and those that anybody has."""

_BEFORE_QUALIFIER: Final = re.compile(r"[,(]|\s[A-Z]{2}$")

_DATELINE: Final = 3.0
_SAID: Final = 2.0
"""How much a place of the dateline, or one that the agency coded, counts for what an item is about,
beside one in running text. Guesses."""

_MOST_PLACES: Final = 60


@enrichers.add("places", needs={"text", "dateline", "language"}, gives={"places", "names", "focus"})
def enrich_places(item: WireItem) -> WireItem:
    """Add the places that the item names, with coordinates, and where it is mostly about.

    The dateline's places come first; one that we do not know is added with its name and the score
    0. Places that the agency coded follow, marked as its own; where the text names them too, with
    the words. Those that the item has already under the same name and role are left as they are.
    Demonyms count for their country and are no places; those of a continent are mentions of it. A
    town that we do not know, with its state or county after it, lies there, without an id.
    """
    read, language = words_of(item), language_of(item)
    context = Context(language, _home_of(item.provider, item.source))
    weighed: list[Weighed] = []
    said = places_said(item.subjects, item.language) if item.subjects else {}
    for spot in said.values():
        context.add(spot, _SAID)
        weighed.append(weighed_of(spot.country, _SAID if spot.kind == "country" else 0.0))
    datelines = _datelines(item, language, context, weighed)
    words = read.words
    demonyms = find_demonyms(words, language)
    towns = item.dateline.places if item.dateline else ()
    known = frozenset([gazetteer().row_of(_town_of(name)) for name in towns])
    finder = Finder(read, item.names, demonyms, language, known)
    mentions = finder.find()
    around, named = finder.around, finder.named
    states, beside = states_after(around, named, mentions)
    beside += towns_before(around, named, mentions)
    if states:
        mentions += states
        mentions.sort(key=_mention_start)
    if demonyms:
        count_demonyms(words.starts.data, demonyms, mentions, read.body, context, weighed)
        mentions += region_adjectives(around, named, demonyms, mentions)
    toponyms = toponyms_of(mentions, read.body)
    resolved = resolve_all(toponyms, context)
    placed = merged(read, toponyms, resolved, weighed, said)
    unknown, more = named.long, unnamed(around, named, mentions)
    if beside:
        towns_there = towns_within(read, item.names, beside, placed)
        placed += towns_there
        known_now = {one.number for one in towns_there}
        unknown = [number for number in unknown if number not in known_now]
    if unknown or more:
        peoples = {int(words.starts[first]) for first, *_ in demonyms}
        placed += beside_towns(read, around, item.names, unknown, more, placed, peoples, context)
    placed.sort(key=_start_of)
    found = places_of(placed)
    if datelines or item.places:
        there = {(place.name, place.role) for place in item.places}
        found = [p for p in (*datelines, *found) if (p.name, p.role) not in there]
    focus = item.focus or focus_of(weighed)
    if not found and focus is None:
        return item
    return with_values(
        item,
        {
            "places": (*item.places, *found[:_MOST_PLACES]),
            "focus": focus,
            "names": with_names(item.names, placed),
        },
    )


@lru_cache(maxsize=1024)  # the same answer for ever; only the work is saved
def _home_of(provider: str, source: str) -> str:
    """Return the country that an agency or a paper writes for: by its name, or its domain's end."""
    home = _HOMES.get(provider.casefold(), "")
    for name in (provider, source):
        domain = _DOMAIN.search(name.casefold())
        if domain and not home:
            home = _OF_DOMAINS.get(domain[1], domain[1].upper())
    return home if home in gazetteer().countries else ""


def _mention_start(mention: Mention) -> int:
    return mention.start


def _start_of(placed: Placed) -> int:
    return placed.start


@lru_cache(maxsize=4096)  # the same answer for ever; only the work is saved
def _town_of(name: str) -> str:
    """Return the town of a dateline's place: ``LYON`` of ``LYON, France``."""
    return _BEFORE_QUALIFIER.split(name[:MAX_NAME_CHARS])[0].strip()


def _datelines(
    item: WireItem, language: str, context: Context, weighed: list[Weighed]
) -> list[Place]:
    places = []
    for name in dict.fromkeys(item.dateline.places if item.dateline else ()):
        place = locate(name, language)
        places.append(place)
        spot = spot_of(name, language)
        if spot is not None:
            context.add(spot, _DATELINE)
        elif place.country:
            context.count(place.country, _DATELINE)
        city = _town_of(name) if spot and spot.kind == "city" else ""
        weighed.append(weighed_of(place.country, _DATELINE, city, place.geonames_id))
    return places
