"""Towns that no gazetteer has, by what is named after them: ``Snetterton, Norfolk``."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.gazetteer.table import gazetteer
from pipeline.enriching.places import mention as m
from pipeline.enriching.places import words as place_words
from pipeline.enriching.places.mention import Mention, NamedSpans, mention_of
from pipeline.enriching.places.next_words import is_closed, is_listed, is_located, is_owner
from pipeline.enriching.places.qualifiers import abbreviated
from pipeline.enriching.places.results import Placed, placed_of
from pipeline.enriching.places.surroundings import Surroundings
from pipeline.words import signs
from pipeline.words.of_item import ItemWords
from schemas.types import Name

__all__ = ["Beside", "states_after", "towns_before", "towns_within"]

_TIMES: Final = place_words.times
_JOINS: Final = place_words.within
_CAPITAL: Final = signs.CAPITAL
_COMMA: Final = signs.COMMA
_IN_TOWN: Final = signs.BLANK | signs.HYPHEN | signs.APOSTROPHE | signs.POINT
_BEFORE_REGION: Final = signs.COMMA | signs.BLANK
_MOST_WORDS: Final = 4
_MOST: Final = 40
_MOST_TIMES: Final = 20
"""How many such towns one item may have, and how often it names one. Guesses."""

_WITHIN: Final = 0.4
"""Score of a town that no gazetteer has, at the middle of its state or county. A guess."""

_LANDS: Final = frozenset({"region", "county", "area", "country"})

Beside = tuple[Mention, Mention]
"""A town, and the region that is named after it."""


def states_after(
    around: Surroundings, named: NamedSpans, found: list[Mention]
) -> tuple[list[Mention], list[Beside]]:
    """Return shortened states that no known town stands before, and the towns there.

    ``Millbrook Falls, Calif.``
    """
    states: list[Mention] = []
    towns: list[Beside] = []
    if not around.states:
        return states, towns
    taken = set[int]()
    for mention in found:
        taken.update(range(mention.first, mention.last + 1))
    where = gazetteer()
    for at in around.states[:_MOST]:
        if at in taken or around.gaps[at] & ~_BEFORE_REGION:
            continue
        regions, end = abbreviated(around.plain, around.cased, around.gaps, at)
        row = where.region_row(regions[0]) if len(regions) == 1 else -1
        town = _town_before(around, named, at, end, True) if row >= 0 else None
        if town is None or not taken.isdisjoint(range(town.first, town.last + 1)):
            continue
        stop = around.ends[end]
        if around.text[stop : stop + 1] == ".":
            stop += 1
        state = mention_of(at, end, row, around.starts[at], stop)
        state.within = regions
        state.said = True
        states.append(state)
        towns.append((town, state))
    return states, towns


def towns_before(around: Surroundings, named: NamedSpans, found: list[Mention]) -> list[Beside]:
    """Return the towns that are in no gazetteer before the states and counties *found*."""
    towns: list[Beside] = []
    last = -1
    where = gazetteer()
    for mention in found:
        at, before, last = mention.first, last, mention.last
        if mention.said or mention.part or mention.hint or not around.gaps[at] & _COMMA:
            continue
        if around.gaps[at] & ~_BEFORE_REGION or before >= at - 1 or len(towns) >= _MOST:
            continue
        if not around.shapes[at - 1] & _CAPITAL or is_listed(around, mention.last):
            continue
        spots = where.spots(mention.row)
        if spots and spots[0].kind in _LANDS and spots[0].country:
            closed = spots[0].kind == "region" or is_closed(around, mention.last)
            town = _town_before(around, named, at, mention.last, False) if closed else None
            if town is not None and town.first > before:
                towns.append((town, mention))
    return towns


def _town_before(
    around: Surroundings, named: NamedSpans, at: int, after: int, sure: bool
) -> Mention | None:
    """Return the name that ends before a word; None if it is no town's, or nothing says it is.

    *after* is the last word of what stands there. *sure* tells that it is a state's short form,
    which follows nothing else.
    """
    last = at - 1
    if last < 0 or not around.shapes[last] & _CAPITAL:
        return None
    first = last
    while first > 0 and last - first < _MOST_WORDS:
        if around.gaps[first] & ~_IN_TOWN:
            break
        if not around.shapes[first - 1] & _CAPITAL:
            # "Quay del Sur"
            if first < 2 or around.plain[first - 1] not in _JOINS:
                break
            if around.gaps[first - 1] & ~_IN_TOWN or not around.shapes[first - 2] & _CAPITAL:
                break
            first -= 1
        first -= 1
    if around.plain[last] in _TIMES:
        return None
    if is_located(around, first + 1) and first < last:
        first += 1  # "In Snetterton"
    start, end = around.starts[first], around.ends[last]
    name = named.before(end - 1)
    kind = m.NOBODY
    if name >= 0 and named.end(name) > start:
        kind = named.kind(name)
        if kind not in (m.PLACE, m.MAYBE, m.NOBODY):
            return None
        if kind != m.NOBODY and named.start(name) > start and named.end(name) <= end:
            start = named.start(name)
            while first < last and around.starts[first] < start:
                first += 1
            if start >= end:
                return None
    elif not is_located(around, first) and not (sure and last - first < 2):
        return None
    said = sure or (is_located(around, first) and not is_owner(around, after))
    if kind == m.NOBODY and not said:
        return None
    return mention_of(first, last, -1, start, end)


def towns_within(
    read: ItemWords,
    names: tuple[Name, ...],
    beside: list[Beside],
    placed: list[Placed],
) -> list[Placed]:
    """Return the towns of no gazetteer as places: at the middle of what is named after them."""
    found: dict[str, Placed] = {}
    for town, region in beside:
        text = read.text[town.start : town.end]
        if text in found:
            continue
        one = _place_of(placed, region)
        if one is None:
            continue
        there = placed_of(one.spot, town.start, text, _WITHIN, f"in {one.name}")
        there.known = False
        for number, name in enumerate(names):
            if name.name == text and name.kind == "place":
                there.number, there.spans = number, name.spans
                break
        else:
            there.mentions = _mentions_of(read, town, text)
            there.spans = tuple([m.span for m in there.mentions if m.span is not None])
        found[text] = there
    return list(found.values())


def _place_of(placed: list[Placed], region: Mention) -> Placed | None:
    for one in placed:
        for mention in one.mentions:
            if mention is region:
                return one
    return None


def _mentions_of(read: ItemWords, town: Mention, text: str) -> list[Mention]:
    """Return all mentions of a town."""
    found: list[Mention] = []
    at = read.text.find(text)
    while at >= 0 and len(found) < _MOST_TIMES:
        end = at + len(text)
        inside = read.text[at - 1 : at].isalnum() or read.text[end : end + 1].isalnum()
        if not inside:
            mention = mention_of(town.first, town.last, -1, at, end)
            mention.span = read.span(at, end)
            found.append(mention)
        at = read.text.find(text, end)
    return found
