"""Make places and names of what a text's words were resolved to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from pipeline.enriching.focus import Weighed
from pipeline.enriching.gazetteer import Spot
from pipeline.enriching.place_datelines import place_of
from pipeline.enriching.place_mention import SURE_NAME, Mention
from pipeline.enriching.place_resolving import Context, Resolved
from pipeline.enriching.regions import Region
from pipeline.words.of_item import ItemWords
from schemas.types import Name, Place

__all__ = ["Placed", "Toponym", "beside_towns", "merged", "with_names"]

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


@dataclass(slots=True)
class Toponym:
    """One name and all its mentions."""

    row: int
    within: tuple[Region, ...]
    mentions: list[Mention] = field(default_factory=list)
    weight: float = 0.0
    itself: Region | None = None
    """The state or country that it is, where it tells which place another name means."""


@dataclass(slots=True)
class Placed:
    """A place as the item has it, and where it comes from."""

    start: int
    place: Place
    spot: Spot | None
    mentions: list[Mention]


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
    spots: dict[int, tuple[Resolved, list[Mention], float]] = {}
    placed: list[Placed] = []
    for toponym, meant in zip(toponyms, resolved, strict=True):
        if meant is None:
            continue
        parts: dict[str, list[Mention]] = {}
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
            if by_agency.pop(spot.number, ""):
                one = _placed(read, spot, mentions, 1.0, _AGENCY, by=_AGENCY)
            else:
                one = _placed(read, spot, mentions, meant.score, meant.why)
            placed.append(one)
            city = one.place.name if spot.kind == "city" else ""
        weighed.append(Weighed(spot.country, weight, city, spot.geonames_id or None))
    for name in by_agency.values():  # what it coded and the text does not name
        place = place_of(said[name], name, 1.0, _AGENCY, "mention", by=_AGENCY)
        placed.append(Placed(-1, place, said[name], []))
    return placed


def _placed(
    read: ItemWords,
    spot: Spot,
    mentions: list[Mention],
    score: float,
    why: str,
    *,
    by: str = "places",
) -> Placed:
    mentions.sort(key=lambda mention: mention.start)
    first = mentions[0]
    spans = tuple([m.span or read.span(m.start, m.end) for m in mentions])
    name = read.text[first.start : first.end]
    place = place_of(spot, name, score, why, "mention", spans, by=by)
    return Placed(first.start, place, spot, mentions)


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
    begins = dict(zip(read.parts, read.begins, strict=True))
    covered = {n for one in placed for m in one.mentions for n in (m.start, m.end)}
    asked: list[tuple[int, Name]] = []
    for name in names[:_MOST_NAMES]:
        if name.kind != "place" or " " not in name.name or name.score < SURE_NAME:
            continue
        span = name.spans[0] if name.spans else None
        if span is None or span.where not in begins:
            continue
        start, end = begins[span.where] + span.start, begins[span.where] + span.end
        if start not in peoples and not any(start <= at <= end for at in covered):
            asked.append((start, name))
    if not asked:
        return []
    home = max(context.countries, key=lambda code: context.countries[code], default="")
    towns = sorted(
        (mention.start, number)
        for number, one in enumerate(placed)
        if one.spot is not None and one.spot.kind in _TOWNS and one.spot.country == home
        if one.place.score >= _SURE_TOWN
        for mention in one.mentions
    )
    found: list[Placed] = []
    for start, name in asked:
        beside = [(at, n) for at, n in towns if abs(at - start) < _BESIDE_CHARS]
        if not beside:
            continue
        _, n = min(beside, key=lambda pair: (pair[0] > start, abs(pair[0] - start)))
        spot = placed[n].spot
        if spot is not None:
            why = f"near {placed[n].place.name}"
            place = place_of(spot, name.name, _NEAR, why, "mention", name.spans)
            place = place.model_copy(update={"geonames_id": None, "wikidata": ""})
            found.append(Placed(start, place, None, []))
    return found


def with_names(names: tuple[Name, ...], places: list[Place]) -> tuple[Name, ...]:
    """Return the names, those of places with what is known of them, and the places' own added."""
    told: dict[tuple[str, int], int] = {}
    for number, name in enumerate(names):
        for span in name.spans:
            told[span.where, span.start] = number
    more = list(names)
    for place in places:
        at, spans = -1, []
        for span in place.spans:
            number = told.get((span.where, span.start), -1)
            if number < 0:
                spans.append(span)
            elif at < 0 and names[number].kind == "place":
                at = number
        if at < 0 and not spans:
            continue
        known = more[at] if at >= 0 else None
        name = Name(
            kind="place",
            name=known.name if known else place.name,
            spans=(*known.spans, *spans) if known else tuple(spans),
            role=known.role if known else "",
            country=(known and known.country) or place.country,
            geonames_id=(known and known.geonames_id) or place.geonames_id,
            wikidata=(known and known.wikidata) or place.wikidata,
            score=known.score if known else place.score,
            by=known.by if known else "places",
        )
        if known:
            more[at] = name
        else:
            more.append(name)
    return tuple(more)
