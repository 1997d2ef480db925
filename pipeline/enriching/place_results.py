"""Make places and names of what a text's words were resolved to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from pydantic import TypeAdapter

from pipeline.enriching.focus import Weighed
from pipeline.enriching.gazetteer import gazetteer
from pipeline.enriching.gazetteer_spots import Spot
from pipeline.enriching.place_mention import SURE_NAME, Mention, NamedSpans, Toponym
from pipeline.enriching.place_resolving import Context, Resolved
from pipeline.words.of_item import ItemWords
from schemas.types import Name, Place, Span

__all__ = ["Placed", "beside_towns", "merged", "places_of", "with_names"]

_AGENCY: Final = "agency"

_MOST_NAMES: Final = 200
"""How many names of an item are looked at for places that no gazetteer has."""

_PART: Final = 0.8
"""How sure a place is that is located by a place in its name: ``Manila Cathedral``. A guess."""

_NEAR: Final = 0.3
"""Score of a place that no gazetteer has, located by the town that is named beside it. A guess."""

_TOWNS: Final = frozenset({"city", "county", "site"})
_SURE_TOWN: Final = 0.6
"""Score from which a town tells where what stands beside it lies. A guess."""

_BESIDE_CHARS: Final = 600
"""How far away the town may be named. A guess: a paragraph or two."""

_SURE_NAME: Final = SURE_NAME


class Placed:
    """A place as the item has it, before it is made."""

    __slots__ = (
        "by", "ends", "known", "name", "names", "score", "spans", "spot", "start", "starts", "why",
    )  # fmt: skip

    def __init__(
        self, spot: Spot, start: int, name: str, score: float, why: str, by: str = "places"
    ) -> None:
        """*start* tells where it is named first in the item's text; -1 if it is not."""
        self.spot: Spot = spot
        self.start: int = start
        self.name: str = name
        self.score: float = score
        self.why: str = why
        self.by: str = by
        self.known: bool = True
        """The gazetteer has it; else only the town that it lies in."""
        self.spans: list[Span] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        """Where it stands in the item's text, if the gazetteer has it."""
        self.names: list[int] = []
        """For each span the number of the item's name that begins there; -1 for none."""


def merged(
    read: ItemWords,
    named: NamedSpans,
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
    weights: dict[int, float] = {}
    placed: list[Placed] = []
    number = 0
    for toponym in toponyms:
        meant = resolved[number]
        number += 1
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
        if parts is not None:
            for name, some in parts.items():
                score = round(meant.score * _PART, 2)
                one = Placed(spot, some[0].start, name, score, "part of its name")
                _place(one, read, named, some)
                placed.append(one)
    for key, meant in best.items():
        spot, city, mentions = meant.spot, "", there[key]
        if mentions:
            if len(mentions) > 1:
                mentions.sort(key=_start_of)
            first = mentions[0]
            name = read.text[first.start : first.end]
            if by_agency and by_agency.pop(spot.number, ""):
                one = Placed(spot, first.start, name, 1.0, _AGENCY, _AGENCY)
            else:
                one = Placed(spot, first.start, name, meant.score, meant.why)
            _place(one, read, named, mentions)
            placed.append(one)
            city = name if spot.kind == "city" else ""
        weighed.append(Weighed(spot.country, weights[key], city, spot.geonames_id or None))
    for name in by_agency.values():  # what it coded and the text does not name
        placed.append(Placed(said[name], -1, name, 1.0, _AGENCY, _AGENCY))
    return placed


def _start_of(mention: Mention) -> int:
    return mention.start


def _place(placed: Placed, read: ItemWords, named: NamedSpans, mentions: list[Mention]) -> None:
    """Add where it is mentioned."""
    for mention in mentions:
        placed.starts.append(mention.start)
        placed.ends.append(mention.end)
        placed.names.append(named.beginning(mention.start))
        span = mention.span
        placed.spans.append(read.span(mention.start, mention.end) if span is None else span)


def beside_towns(
    read: ItemWords,
    names: tuple[Name, ...],
    placed: list[Placed],
    peoples: set[int],
    context: Context,
) -> list[Placed]:
    """Return the places that the text names and no gazetteer has, by the towns beside them.

    A street or a school lies where the town is that is named before it, or else after it, in the
    country that the text is mostly about; without one nothing is known of it, and the name stays
    a name. So does one of a single word: it may be anything. *peoples* are where demonyms stand:
    what begins with one, a Russian ministry, may be anywhere.
    """
    asked: list[tuple[int, int]] = []
    begins = dict(zip(read.parts, read.begins, strict=True))
    covered: set[int] | None = None
    number = -1
    for name in names[:_MOST_NAMES]:
        number += 1
        if name.kind != "place" or " " not in name.name or name.score < _SURE_NAME:
            continue
        if not name.spans:
            continue
        span = name.spans[0]
        begin = begins.get(span.where)
        if begin is None:
            continue
        start, end = begin + span.start, begin + span.end
        if covered is None:
            covered = set()
            for one in placed:
                covered.update(one.starts)
                covered.update(one.ends)
        if start in covered or end in covered or start in peoples:
            continue
        if not any(start <= at <= end for at in covered):
            asked.append((start, number))
    if not asked:
        return []
    home = max(context.countries, key=lambda code: context.countries[code], default="")
    towns = sorted(
        (start, number)
        for number, one in enumerate(placed)
        if one.spot.kind in _TOWNS and one.spot.country == home and one.score >= _SURE_TOWN
        for start in one.starts
    )
    found: list[Placed] = []
    for start, number in asked:
        beside = [(at, n) for at, n in towns if abs(at - start) < _BESIDE_CHARS]
        if not beside:
            continue
        _, n = min(beside, key=lambda pair: (pair[0] > start, abs(pair[0] - start)))
        name = names[number]
        one = Placed(placed[n].spot, start, name.name, _NEAR, f"near {placed[n].name}")
        one.known = False
        one.spans = list(name.spans)
        one.names = [number] * len(one.spans)
        found.append(one)
    return found


_as_places: Final = TypeAdapter(tuple[Place, ...]).validate_python
_as_names: Final = TypeAdapter(tuple[Name, ...]).validate_python
"""All of an item at once: that costs half of a call for each."""


def places_of(placed: Iterable[Placed]) -> tuple[Place, ...]:
    """Return the places as an item has them."""
    countries = gazetteer().countries
    made = []
    for one in placed:
        spot = one.spot
        country = countries.get(spot.country)
        made.append(
            {
                "name": one.name,
                "role": "mention",
                "country": spot.country,
                "country_name": "" if country is None else country.name,
                "region": spot.region,
                "latitude": spot.latitude,
                "longitude": spot.longitude,
                "geonames_id": (spot.geonames_id or None) if one.known else None,
                "wikidata": spot.wikidata if one.known else "",
                "why": one.why,
                "spans": tuple(one.spans),
                "score": one.score,
                "by": one.by,
            }
        )
    return _as_places(made)


def with_names(names: tuple[Name, ...], placed: list[Placed]) -> tuple[Name, ...]:
    """Return the names, those of places with what is known of them, and the places' own added."""
    told: dict[int, dict[str, Any]] = {}
    own: list[dict[str, Any]] = []
    for one in placed:
        at, spans = -1, []
        for place, number in enumerate(one.names):
            if number < 0:
                spans.append(one.spans[place])
            elif at < 0 and names[number].kind == "place":
                at = number
        if at < 0 and not spans:
            continue
        spot = one.spot
        known = told.get(at) if at >= 0 else None
        if known is None:
            known = dict(names[at]) if at >= 0 else _new(one)
            if at >= 0:
                told[at] = known
            else:
                own.append(known)
        if spans:
            known["spans"] = (*known["spans"], *spans)
        known["country"] = known["country"] or spot.country
        if one.known:
            known["geonames_id"] = known["geonames_id"] or spot.geonames_id or None
            known["wikidata"] = known["wikidata"] or spot.wikidata
    if not told and not own:
        return names
    made = _as_names([*told.values(), *own])
    more = list(names)
    for number, name in zip(told, made, strict=False):
        more[number] = name
    return (*more, *made[len(told) :])


def _new(placed: Placed) -> dict[str, Any]:
    return {
        "kind": "place",
        "name": placed.name,
        "spans": (),
        "country": "",
        "geonames_id": None,
        "wikidata": "",
        "score": placed.score,
        "by": "places",
    }
