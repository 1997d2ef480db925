"""Make places and names of what a text's words were resolved to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from pipeline.enriching.gazetteer.spots import Spot
from pipeline.enriching.gazetteer.table import gazetteer
from pipeline.enriching.places.context import Resolved
from pipeline.enriching.places.focus import Weighed, weighed_of
from pipeline.enriching.places.mention import Mention, Toponym
from pipeline.words.making import model_of
from pipeline.words.of_item import ItemWords
from schemas.types import Name, Place, Span

__all__ = ["Placed", "merged", "placed_of", "places_of", "with_names"]

_AGENCY: Final = "agency"

_PART: Final = 0.8
"""How sure a place is that is located by a place in its name, ``Manila Cathedral``, or that only
stands in an organisation's. A guess."""

_OF_BODY: Final = "an organisation's name"
_ADJECTIVE: Final = "its adjective"


class Placed:
    """A place as the item has it, before it is made; made by :func:`placed_of`."""

    __slots__ = (
        "by", "known", "mentions", "name", "number", "score", "spans", "spot", "start", "why",
    )  # fmt: skip

    spot: Spot
    start: int
    """Where it is named first in the item's text; -1 if it is not."""
    name: str
    score: float
    why: str
    by: str
    known: bool
    """The gazetteer has it; else only the town that it lies in."""
    mentions: list[Mention]
    """In the text's order."""
    number: int
    """The number of the item's name that it is, if the gazetteer does not have it."""
    spans: tuple[Span, ...]


def placed_of(
    spot: Spot, start: int, name: str, score: float, why: str, by: str = "places"
) -> Placed:
    """Return a place without its mentions yet."""
    one = Placed.__new__(Placed)  # compiled, quicker than a call of the class
    one.spot = spot
    one.start = start
    one.name = name
    one.score = score
    one.why = why
    one.by = by
    one.known = True
    one.mentions = []
    one.number = -1
    one.spans = ()
    return one


def merged(
    read: ItemWords,
    toponyms: list[Toponym],
    resolved: list[Resolved | None],
    weighed: list[Weighed],
    said: Mapping[str, Spot],
) -> list[Placed]:
    """Return a place for each that is meant, all its names and mentions together.

    *said* are those that the agency coded, by its names for them: they win.
    """
    by_agency = {spot.number: name for name, spot in said.items()}
    best: dict[int, Resolved] = {}
    there: dict[int, list[Mention]] = {}
    bodies: dict[int, list[Mention]] = {}
    weights: dict[int, float] = {}
    placed: list[Placed] = []
    for number, toponym in enumerate(toponyms):
        meant = resolved[number]
        if meant is None:
            continue
        spot = meant.spot
        mentions = there.get(spot.number)
        if mentions is None:
            mentions = there[spot.number] = []
            best[spot.number] = meant
        weights[spot.number] = weights.get(spot.number, 0.0) + toponym.weight
        parts: dict[str, list[Mention]] | None = None
        for mention in toponym.mentions:
            if mention.part:
                if parts is None:
                    parts = {}
                parts.setdefault(read.text[mention.start : mention.end], []).append(mention)
            elif not mention.hint:
                mentions.append(mention)
            elif mention.body and (mention.called or spot.kind != "sea"):  # no council at sea
                bodies.setdefault(spot.number, []).append(mention)
        if parts is not None:
            for name, mentions in parts.items():
                score = round(meant.score * _PART, 2)
                one = placed_of(spot, mentions[0].start, name, score, "part of its name")
                _place(one, read, mentions)
                placed.append(one)
    for key, meant in best.items():
        spot, city, mentions = meant.spot, "", there[key]
        some = bodies.get(key)
        if mentions:
            if some is not None:
                mentions += some
            if len(mentions) > 1:
                mentions.sort(key=_start_of)
            first = mentions[0]
            for mention in mentions:
                if not mention.called:  # Europe, rather than European
                    first = mention
                    break
            name = first.called or read.text[first.start : first.end]
            if by_agency and by_agency.pop(spot.number, ""):
                one = placed_of(spot, first.start, name, 1.0, _AGENCY, _AGENCY)
            else:
                one = placed_of(spot, first.start, name, meant.score, meant.why)
            _place(one, read, mentions)
            placed.append(one)
            city = name if spot.kind == "city" else ""
        elif some is not None:
            first = some[0]
            name = first.called or read.text[first.start : first.end]
            why = _ADJECTIVE if first.called else _OF_BODY
            one = placed_of(spot, first.start, name, round(meant.score * _PART, 2), why)
            _place(one, read, some)
            placed.append(one)
        weighed.append(weighed_of(spot.country, weights[key], city, spot.geonames_id or None))
    for name in by_agency.values():  # what it coded and the text does not name
        placed.append(placed_of(said[name], -1, name, 1.0, _AGENCY, _AGENCY))
    return placed


def _start_of(mention: Mention) -> int:
    return mention.start


def _place(placed: Placed, read: ItemWords, mentions: list[Mention]) -> None:
    """Add where it is mentioned."""
    spans = []
    for mention in mentions:
        if mention.span is None:
            mention.span = read.span(mention.start, mention.end)
        spans.append(mention.span)
    placed.mentions = mentions
    placed.spans = tuple(spans)


def _said_of(spot: Spot) -> dict[str, Any]:
    """Return what an item says of any mention of a place; nobody changes it."""
    if spot.said is None:
        spot.said = _made_of(spot)
    return spot.said


def _made_of(spot: Spot) -> dict[str, Any]:
    country = gazetteer().countries.get(spot.country)
    return {
        "name": "",
        "role": "mention",
        "country": spot.country,
        "country_name": "" if country is None else country.name,
        "region": spot.region,
        "latitude": spot.latitude,
        "longitude": spot.longitude,
        "geonames_id": spot.geonames_id or None,
        "wikidata": spot.wikidata,
        "why": "",
        "spans": (),
        "score": 0.0,
        "by": "places",
    }


def places_of(placed: Iterable[Placed]) -> list[Place]:
    """Return the places as an item has them."""
    made = []
    for one in placed:
        said = _said_of(one.spot).copy()
        said["name"] = one.name
        said["why"] = one.why
        said["spans"] = one.spans
        said["score"] = one.score
        said["by"] = one.by
        if not one.known:
            said["geonames_id"] = None
            said["wikidata"] = ""
        made.append(model_of(Place, said))
    return made


def with_names(names: tuple[Name, ...], placed: list[Placed]) -> tuple[Name, ...]:
    """Return the names, those of places with what is known of them, and the places' own added."""
    told: dict[int, dict[str, Any]] = {}
    more = list(names)
    for one in placed:
        spans: list[Any] = []
        meant = [] if one.number < 0 else [one.number]  # U.S. and United States are one place
        for mention in one.mentions:
            if mention.body:
                continue  # it stays the organisation's
            at = mention.name
            if at < 0:
                spans.append(mention.span)
            elif one.number < 0 and names[at].kind == "place" and at not in meant:
                meant.append(at)
        for at in meant:
            said = told.get(at)
            if said is None:
                said = told[at] = names[at].__dict__.copy()
            _know(said, one)
        if meant and spans:
            said = told[meant[0]]
            said["spans"] = (*said["spans"], *spans)
        elif spans:
            said = _own(one)
            said["spans"] = tuple(spans)
            _know(said, one)
            more.append(model_of(Name, said))
    for at, said in told.items():
        more[at] = model_of(Name, said)
    return tuple(more)


def _know(said: dict[str, Any], placed: Placed) -> None:
    """Add to a name what is known of its place; what it has stays."""
    spot = placed.spot
    if not said["country"]:
        said["country"] = spot.country
    if placed.known:
        if not said["geonames_id"]:
            said["geonames_id"] = spot.geonames_id or None
        if not said["wikidata"]:
            said["wikidata"] = spot.wikidata


def _own(placed: Placed) -> dict[str, Any]:
    return {
        "kind": "place",
        "name": placed.name,
        "spans": (),
        "role": "",
        "country": "",
        "geonames_id": None,
        "wikidata": "",
        "score": placed.score,
        "by": "places",
    }
