"""Find the adjectives of continents and regions: ``European`` airlines, ``afrikanische`` Häfen."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.gazetteer.demonyms import Demonym
from pipeline.enriching.gazetteer.table import gazetteer
from pipeline.enriching.places import mention as m
from pipeline.enriching.places import words as place_words
from pipeline.enriching.places.bodies import has_body
from pipeline.enriching.places.mention import Mention, NamedSpans, mention_of
from pipeline.enriching.places.surroundings import Surroundings

__all__ = ["region_adjectives"]

_HOURS: Final = place_words.hours
_MOST: Final = 50


def region_adjectives(
    around: Surroundings, named: NamedSpans, demonyms: list[Demonym], found: list[Mention]
) -> list[Mention]:
    """Return the adjectives of regions that no one country is, beside the places *found* already.

    A country's adjective counts for the country; Europe is no country's, so that a text which says
    "European airlines" speaks of Europe as a place. None in the name of a person or organisation,
    unless that is a public body: the European Commission.
    """
    taken = {mention.first for mention in found}
    more: list[Mention] = []
    for first, last, _, region in demonyms:
        if not region or first in taken or len(more) >= _MOST:
            continue
        start, end = around.starts[first], around.ends[last]
        name = named.before(start)
        kind = named.kind(name) if name >= 0 and named.end(name) >= end else m.NOBODY
        if kind in (m.MAYBE_PERSON, m.ONE_WORD, m.PERSON):
            continue
        if kind == m.ELSE and not has_body(around, last + 1, named.end(name)):
            continue
        if last + 1 < around.count and around.plain[last + 1] in _HOURS:
            continue  # Central European Time
        row = gazetteer().row_of(region)
        if row >= 0:
            mention = mention_of(first, last, row, start, end)
            mention.hint = mention.body = True
            mention.called = region
            more.append(mention)
    return more
