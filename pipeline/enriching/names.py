"""Find who and what a text names: people, organisations, places, and what people are."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, Final

import numpy as np
from pydantic import TypeAdapter

from pipeline.enriching.demonyms import find_demonyms
from pipeline.enriching.name_agency import SAID, with_given
from pipeline.enriching.name_coreference import Group, groups_of
from pipeline.enriching.name_mentions import (
    OTHER,
    PERSON,
    Mention,
    mentions_of,
    named_again,
    without_genitive,
)
from pipeline.enriching.name_model import KINDS, Net, Tagged, net_for
from pipeline.enriching.name_role_words import RoleWords, role_words
from pipeline.enriching.name_roles import role_of
from pipeline.enriching.registry import enrichers
from pipeline.words import signs
from pipeline.words.of_item import ItemWords, words_of
from schemas.types import Name
from schemas.wire import WireItem

__all__ = ["add_names"]

_MOST: Final = 300
"""Names of one item; a text with more is a list, and its end tells no more."""
_LEAST_CLEAR: Final = {"en": 10, "sv": 5, "ro": 5, "fr": 8, "es": 8, "it": 8, "de": 8}
_LEAST_CLEAR_ELSE: Final = 15
"""How clear a name must be, in tenths of the tagger's unit: less clear ones are wrong as often as
right. More where no labelled news was there to learn from."""

_EAGER: Final = {"en": 3, "": 3, "und": 3, "de": 10, "fr": 10, "es": 10, "it": 10}
"""How much likelier a name is in news than in what was learnt from, in the same unit. Both were
chosen on the texts that ``tests/eval/names.py`` measures by, CoNLL-2003's among them."""

_SURE_UNITS: Final = 2
"""How clear a full name must be so that its surname is looked for elsewhere. A guess."""

_ROLE_TRIES: Final = 2
"""How many mentions of a person are asked for a role: it stands at one of the first ones."""


@enrichers.add("names", needs={"text", "language"}, gives={"names"})
def add_names(item: WireItem) -> WireItem:
    """Add the people, organisations and places of the text, all mentions of each together.

    Each has its fullest form in the text as its name, a person the role that the text gives them.
    Names that the agency sent stay, and their mentions in the text are looked for. Nothing else is
    added in a language in which we cannot tell names well.
    """
    net = net_for(item.language)
    given = [name for name in item.names if name.by == "agency"]
    if net is None and not given:
        return item
    read = words_of(item)
    if net is not None and item.language in _UNKNOWN and not _is_latin(read):
        net = None
    roles = role_words(item.language)
    mentions: list[Mention] = []
    if net is not None:
        tagged = _without_demonyms(
            net.tag(read.words, item.language, _EAGER.get(item.language, 0)),
            read,
            item.language,
        )
        mentions = mentions_of(read.words, tagged, roles.endings if roles is not None else ())
        genitive = item.language in _GENITIVE
        if genitive:
            mentions = without_genitive(mentions)
        mentions = named_again(read.words, mentions, _SURE_UNITS * net.unit, genitive)
    if given:
        mentions = with_given(given, mentions, read.text)
    if not mentions:
        return item
    groups = groups_of(mentions, read.text, net)
    least = _LEAST_CLEAR.get(item.language, _LEAST_CLEAR_ELSE)
    sent: dict[tuple[str, str], Name] = {}
    for one in given:
        sent[one.kind, one.name.lower()] = one
    found = []
    for group in groups:
        name = _name(group, read, net, roles, least, sent)
        if name is not None:
            found.append(name)
    others = [name for name in item.names if name.by != "agency"] if item.names else []
    named = _as_names(found[:_MOST])
    return item.model_copy(update={"names": (*named, *sent.values(), *others)})


_GENITIVE: Final = frozenset(("de", "sv", "da", "nb", "nn"))
_UNKNOWN: Final = ("", "und")


def _is_latin(read: ItemWords) -> bool:
    """Tell whether most words are in the Latin script, which is all that the taggers know."""
    foreign = np.count_nonzero(read.words.shapes & signs.FOREIGN)
    return int(foreign) * 4 < len(read.words)


def _without_demonyms(tagged: list[Tagged], read: ItemWords, language: str) -> list[Tagged]:
    """Return what was tagged without the words for a country's people, which name nobody."""
    if not any(kind == OTHER for _, _, kind, _ in tagged):
        return tagged
    demonyms = {(first, last) for first, last, _ in find_demonyms(read.words, language or "en")}
    return [one for one in tagged if one[2] != OTHER or one[:2] not in demonyms]


_as_names: Final = TypeAdapter(tuple[Name, ...]).validate_python
"""All names of an item at once: a call for each span would take as long as finding them."""


def _name(
    group: Group,
    read: ItemWords,
    net: Net | None,
    roles: RoleWords | None,
    least: int,
    sent: dict[tuple[str, str], Name],
) -> dict[str, Any] | None:
    """Return one name, if it is clear enough; one that the agency sent is taken out of *sent*."""
    mentions = group.mentions
    clear = mentions[0].clear
    for mention in mentions:
        if mention.clear > clear:
            clear = mention.clear
    if net is not None and 10 * clear < least * net.unit:
        return None
    parts, begins = read.parts, read.begins
    spans = []
    for start, end, *_ in mentions:
        number = bisect_right(begins, start) - 1
        begin = begins[number]
        spans.append({"where": parts[number], "start": start - begin, "end": end - begin})
    kind = KINDS[group.kind]
    name: dict[str, Any] = {
        "kind": kind,
        "name": group.fullest.text,
        "spans": spans,
        "score": 1.0,
        "by": "names",
    }
    if roles is not None and group.kind == PERSON:
        name["role"] = _role(group, read.text, roles)
    if clear == SAID:
        for mention in mentions:
            known = sent.pop((kind, mention.text.lower()), None)
            if known is not None:
                return {**dict(known), **name, "name": known.name, "by": "agency"}
    elif net is not None:
        name["score"] = net.score(clear)
    return name


def _role(group: Group, text: str, roles: RoleWords) -> str:
    for mention in group.mentions[:_ROLE_TRIES]:
        role = role_of(text, mention.start, mention.end, roles)
        if role:
            return role
    return ""
