"""Say which places an item names, where they lie, and where the item is mostly about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from pipeline.enriching.demonyms import find_demonyms
from pipeline.enriching.focus import Weighed, focus_of
from pipeline.enriching.gazetteer import Spot, gazetteer
from pipeline.enriching.place_datelines import locate, place_of, spot_of
from pipeline.enriching.place_mentions import Mention, find_mentions
from pipeline.enriching.place_names import MAX_NAME_CHARS
from pipeline.enriching.place_resolving import Context, Resolved, resolve_all
from pipeline.enriching.regions import Region
from pipeline.enriching.registry import enrichers
from pipeline.words.of_item import ItemWords, words_of
from schemas.types import Name, Place
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
_DEMONYM: Final = 0.5
_HINT: Final = 0.5
"""How much a place counts for what an item is about, beside one in running text. Guesses."""

_EARLY_CHARS: Final = 400
"""How much of the body is its lead."""

_MOST_COUNTED: Final = 4
_ONCE_MORE: Final = 0.3
"""How often one name is counted in full, and what it counts thereafter: a name in every sentence
is not all that a story is about. Guesses."""

_PART: Final = 0.8
"""How sure a place is that is located by a place in its name: ``Manila Cathedral``. A guess."""

_NEAR: Final = 0.3
"""Score of a place that no gazetteer has, located by the town that is named beside it. A guess."""

_TOWNS: Final = frozenset({"city", "county", "site"})
_SURE_TOWN: Final = 0.6
"""Score from which a town tells where what stands beside it lies. A guess."""

_SURE_NAME: Final = 0.7
"""Score of a name from which it is a place's for sure. A guess."""

_BESIDE_CHARS: Final = 600
"""How far away the town may be named. A guess: a paragraph or two."""

_MOST_PLACES: Final = 60


@dataclass(slots=True)
class _Toponym:
    """One name and all its mentions."""

    row: int
    within: tuple[Region, ...]
    mentions: list[Mention] = field(default_factory=list)
    weight: float = 0.0
    itself: Region | None = None
    """The state or country that it is, where it tells which place another name means."""


@dataclass(slots=True)
class _Placed:
    """A place as the item has it, and where it comes from."""

    start: int
    place: Place
    spot: Spot | None
    mentions: list[Mention]


@enrichers.add("places", needs={"text", "dateline", "language"}, gives={"places", "names", "focus"})
def enrich_places(item: WireItem) -> WireItem:
    """Add the places that the item names, with coordinates, and where it is mostly about.

    The dateline's places come first; one that we do not know is added with its name and the score
    0. Places that the agency sent, or that the item has already under the same name and role, are
    left as they are. Demonyms count for their country and are no places.
    """
    read = words_of(item)
    context = Context(item.language, _HOMES.get(item.provider.casefold(), ""))
    weighed: list[Weighed] = []
    datelines = _datelines(item, context, weighed)
    demonyms = find_demonyms(read.words, item.language)
    towns = item.dateline.places if item.dateline else ()
    known = frozenset(gazetteer().row_of(_town_of(name)) for name in towns)
    mentions = find_mentions(read, item.names, demonyms, item.language, known)
    _count_demonyms(read, demonyms, mentions, context, weighed)
    toponyms = _by_name(read, mentions)
    rows = [(t.row, t.within, t.itself, t.weight) for t in toponyms]
    resolved = resolve_all(rows, context)
    placed = _merged(read, toponyms, resolved, weighed)
    if any(name.kind == "place" for name in item.names):
        peoples = {int(read.words.starts[first]) for first, _, _ in demonyms}
        placed += _unknown(read, item.names, placed, peoples, context)
    placed.sort(key=lambda one: one.start)
    found = [one.place for one in placed]
    there = {(place.name, place.role) for place in item.places}
    places = [p for p in (*datelines, *found) if (p.name, p.role) not in there]
    focus = item.focus or focus_of(weighed)
    names = _names(item.names, found)
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


def _by_name(read: ItemWords, mentions: Iterable[Mention]) -> list[_Toponym]:
    body, lead = read.body, read.body + _EARLY_CHARS
    # Paris is the one in Texas in all of a text that says "Paris, Texas" once, but where it says
    # "Paris, France" too.
    qualified: dict[int, tuple[Region, ...]] = {}
    for mention in mentions:
        if mention.within and not mention.said:
            qualified.setdefault(mention.row, mention.within)
    found: dict[tuple[int, tuple[Region, ...]], _Toponym] = {}
    for mention in mentions:
        row = mention.row
        within = () if mention.said else mention.within or qualified.get(row, ())
        toponym = found.get((row, within))
        if toponym is None:
            toponym = found[row, within] = _Toponym(row, within)
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


def _merged(
    read: ItemWords,
    toponyms: list[_Toponym],
    resolved: list[Resolved | None],
    weighed: list[Weighed],
) -> list[_Placed]:
    """Return a place for each that is meant, all its names and mentions together."""
    spots: dict[int, tuple[Resolved, list[Mention], float]] = {}
    placed: list[_Placed] = []
    for toponym, meant in zip(toponyms, resolved, strict=True):
        if meant is None:
            continue
        parts = dict[str, list[Mention]]()
        there: list[Mention]
        best, there, weight = spots.get(meant.spot.number, (meant, [], 0.0))
        for mention in toponym.mentions:
            if mention.part:
                parts.setdefault(read.text[mention.start : mention.end], []).append(mention)
            elif not mention.hint:
                there.append(mention)
        for mentions in parts.values():
            score = round(meant.score * _PART, 2)
            placed.append(_placed(read, meant.spot, mentions, score, "part of its name"))
        spots[meant.spot.number] = (best, there, weight + toponym.weight)
    for meant, mentions, weight in spots.values():
        spot, city = meant.spot, ""
        if mentions:
            one = _placed(read, spot, mentions, meant.score, meant.why)
            placed.append(one)
            city = one.place.name if spot.kind == "city" else ""
        weighed.append(Weighed(spot.country, weight, city, spot.geonames_id or None))
    return placed


def _placed(
    read: ItemWords, spot: Spot, mentions: list[Mention], score: float, why: str
) -> _Placed:
    mentions.sort(key=lambda mention: mention.start)
    first = mentions[0]
    spans = tuple(read.span(m.start, m.end) for m in mentions)
    name = read.text[first.start : first.end]
    return _Placed(first.start, place_of(spot, name, score, why, "mention", spans), spot, mentions)


def _unknown(
    read: ItemWords,
    names: Iterable[Name],
    placed: list[_Placed],
    peoples: set[int],
    context: Context,
) -> list[_Placed]:
    """Return the places that the text names and no gazetteer has, by the towns beside them.

    A street or a school lies where the town is that is named before it, or else after it, in the
    country that the text is mostly about; without one nothing is known of it, and the name stays
    a name. So does one of a single word: it may be anything. *peoples* are where demonyms stand:
    what begins with one, a Russian ministry, may be anywhere.
    """
    home = max(context.countries, key=lambda code: context.countries[code], default="")
    begins = dict(zip(read.parts, read.begins, strict=True))
    covered = {n for one in placed for m in one.mentions for n in (m.start, m.end)}
    towns = sorted(
        (mention.start, number)
        for number, one in enumerate(placed)
        if one.spot is not None and one.spot.kind in _TOWNS and one.spot.country == home
        if one.place.score >= _SURE_TOWN
        for mention in one.mentions
    )
    found: list[_Placed] = []
    for name in names:
        if name.kind != "place" or " " not in name.name or name.score < _SURE_NAME:
            continue
        span = name.spans[0] if name.spans else None
        if span is None or span.where not in begins:
            continue
        start, end = begins[span.where] + span.start, begins[span.where] + span.end
        if start in peoples or any(start <= at <= end for at in covered):
            continue
        beside = [(at, n) for at, n in towns if abs(at - start) < _BESIDE_CHARS]
        if not beside:
            continue
        _, n = min(beside, key=lambda pair: (pair[0] > start, abs(pair[0] - start)))
        spot = placed[n].spot
        if spot is not None:
            why = f"near {placed[n].place.name}"
            place = place_of(spot, name.name, _NEAR, why, "mention", name.spans)
            place = place.model_copy(update={"geonames_id": None, "wikidata": ""})
            found.append(_Placed(start, place, None, []))
    return found


def _names(names: tuple[Name, ...], places: list[Place]) -> tuple[Name, ...]:
    """Return the names, those of places with what is known of them, and the places' own added."""
    by_span = {(s.where, s.start): n for n, place in enumerate(places) for s in place.spans}
    told = set[tuple[str, int]]()
    named = dict[int, int]()
    more = list(names)
    for number, name in enumerate(names):
        keys = [(span.where, span.start) for span in name.spans]
        told.update(keys)
        if name.kind != "place":
            continue
        for key in keys:
            if key in by_span:
                named.setdefault(by_span[key], number)
    for number, place in enumerate(places):
        spans = tuple(s for s in place.spans if (s.where, s.start) not in told)
        at = named.get(number, -1)
        if at >= 0:
            name = more[at]
            known = {
                "country": name.country or place.country,
                "geonames_id": name.geonames_id or place.geonames_id,
                "wikidata": name.wikidata or place.wikidata,
                "spans": (*name.spans, *spans),
            }
            more[at] = name.model_copy(update=known)
        elif spans:
            more.append(
                Name(
                    kind="place",
                    name=place.name,
                    spans=spans,
                    country=place.country,
                    geonames_id=place.geonames_id,
                    wikidata=place.wikidata,
                    score=place.score,
                    by="places",
                )
            )
    return tuple(more)
