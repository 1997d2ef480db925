"""Places that the text names and no gazetteer has: buildings, streets, small waters."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.enriching import place_words
from pipeline.enriching.place_mention import Mention, NamedSpans
from pipeline.enriching.place_resolving import Context
from pipeline.enriching.place_results import Placed
from pipeline.enriching.place_surroundings import Surroundings
from pipeline.words import signs
from pipeline.words.of_item import ItemWords
from pipeline.words.reading import Words
from schemas.types import Name, Span

__all__ = ["beside_towns", "unnamed"]

_CAPITAL: Final = signs.CAPITAL
_IN_BUILDING: Final = signs.BLANK | signs.HYPHEN | signs.APOSTROPHE | signs.POINT
_MOST_WORDS: Final = 5
"""Of a building's name, before its last one."""

_MOST_NAMES: Final = 200
"""How many names of an item are looked at for places that no gazetteer has."""

_NEAR: Final = 0.3
"""Score of a place that no gazetteer has, located by the town that is named beside it. A guess."""

_TOWNS: Final = frozenset({"city", "county", "site"})
_SURE_TOWN: Final = 0.6
"""Score from which a town tells where what stands beside it lies. A guess."""

_BESIDE_CHARS: Final = 600
"""How far away the town may be named. A guess: a paragraph or two."""


def unnamed(around: Surroundings, named: NamedSpans, found: list[Mention]) -> list[Mention]:
    """Return the buildings and streets that no step has named: ``at the Harlow Theatre``.

    Words with capitals up to one that such names end with, after a word such as ``in``.
    """
    more = []
    for last in around.buildings:
        first = _first_of(around, last)
        if first < 0:
            continue
        start, end = around.starts[first], around.ends[last]
        name = named.before(end)
        if name >= 0 and named.end(name) > start:
            continue
        for mention in found:
            if mention.start < end and start < mention.end:
                break
        else:
            more.append(Mention(first, last, -1, start, end, ()))
    return more


def _first_of(around: Surroundings, last: int) -> int:
    """Return the first word of a building's name; -1 if it is none, or nothing is there."""
    first = last
    located = around.plain[last] in place_words.streets
    while first > 0 and not around.gaps[first] & ~_IN_BUILDING:
        before = around.plain[first - 1]
        if before in place_words.locating:  # "At Harlow Theatre" too
            located = True
            break
        if not around.shapes[first - 1] & _CAPITAL:
            if before in place_words.articles and first > 1:
                located = located or around.plain[first - 2] in place_words.locating
            break
        first -= 1
        if last - first > _MOST_WORDS:
            return -1  # a headline in capitals
    if first < last and around.plain[first] in place_words.articles:
        first += 1
    return first if located and first < last else -1


def beside_towns(
    read: ItemWords,
    names: tuple[Name, ...],
    numbers: list[int],
    unnamed: list[Mention],
    placed: list[Placed],
    peoples: set[int],
    context: Context,
) -> list[Placed]:
    """Return the places that the text names and no gazetteer has, by the towns beside them.

    A street or a school lies where the town is that is named before it, or else after it, in the
    country that the text is mostly about; without one nothing is known of it, and the name stays
    a name. *numbers* are those of the names that are places or buildings, and of several words: one
    word may be anything. A building that is an organisation counts where the text says that it
    is the place where something is: ``at the Harlow Theatre``. *unnamed* are those that no step
    has named. *peoples* are where demonyms stand: what begins with one, a Russian ministry, may be
    anywhere.
    """
    asked: list[tuple[int, int, str, tuple[Span, ...], list[Mention]]] = []
    begins = dict(zip(read.parts, read.begins, strict=True))
    covered = {n for one in placed for m in one.mentions for n in (m.start, m.end)}
    for number in numbers[:_MOST_NAMES]:
        span = names[number].spans[0] if names[number].spans else None
        if span is None or span.where not in begins:
            continue
        start, end = begins[span.where] + span.start, begins[span.where] + span.end
        if names[number].kind != "place" and not _is_located(read.words, start):
            continue
        if start in covered or start in peoples or any(start <= at <= end for at in covered):
            continue
        asked.append((start, number, names[number].name, names[number].spans, []))
    for mention in unnamed:
        start, end = mention.start, mention.end
        mention.span = read.span(start, end)
        asked.append((start, -1, read.text[start:end], (mention.span,), [mention]))
    if not asked:
        return []
    home = max(context.countries, key=lambda code: context.countries[code], default="")
    towns = sorted(
        (mention.start, number)
        for number, one in enumerate(placed)
        if one.spot.kind in _TOWNS and one.spot.country == home and one.score >= _SURE_TOWN
        for mention in one.mentions
    )
    found: list[Placed] = []
    for start, number, name, spans, mentions in asked:
        beside = [(at, n) for at, n in towns if abs(at - start) < _BESIDE_CHARS]
        if not beside:
            continue
        _, n = min(beside, key=lambda pair: (pair[0] > start, abs(pair[0] - start)))
        one = Placed(placed[n].spot, start, name, _NEAR, f"near {placed[n].name}")
        one.known = False
        one.number = number
        one.spans = spans
        one.mentions = mentions
        found.append(one)
    return found


def _is_located(words: Words, start: int) -> bool:
    """Tell whether what begins there stands after a word such as ``in``, or ``in the``."""
    n = int(np.searchsorted(words.starts, start)) - 1
    if n > 0 and int(words.plain[n]) in place_words.articles:
        n -= 1
    return n >= 0 and int(words.plain[n]) in place_words.locating
