"""Find who and what a text names: people, organisations, places, and what people are."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, Final

from pydantic import TypeAdapter

from pipeline.enriching.name_agency import SAID, with_given
from pipeline.enriching.name_coreference import Group, groups_of
from pipeline.enriching.name_mentions import PERSON, mentions_of
from pipeline.enriching.name_model import KINDS, Net, net_for
from pipeline.enriching.name_role_words import RoleWords, role_words
from pipeline.enriching.name_roles import role_of
from pipeline.enriching.registry import enrichers
from pipeline.words.of_item import ItemWords, words_of
from schemas.types import Name
from schemas.wire import WireItem

__all__ = ["add_names"]

_MOST: Final = 300
"""Names of one item; a text with more is a list, and its end tells no more."""
_CLEAREST: Final = 1 << 30
_ROLE_TRIES: Final = 3
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
    mentions = [] if net is None else mentions_of(read.words, net.tag(read.words, item.language))
    if given:
        mentions = with_given(given, mentions, read.text)
    if not mentions:
        return item
    roles = role_words(item.language)
    groups = groups_of(mentions, read.text, net)[:_MOST]
    if not given:
        found = [_name(group, read, net, roles) for group in groups]
        return item.model_copy(update={"names": (*item.names, *_as_names(found))})
    sent: dict[tuple[str, str], Name] = {}
    for name in given:
        sent[name.kind, name.name.lower()] = name
    found = [_name(group, read, net, roles, sent) for group in groups]
    others = [name for name in item.names if name.by != "agency"]
    return item.model_copy(update={"names": (*_as_names(found), *sent.values(), *others)})


_as_names: Final = TypeAdapter(tuple[Name, ...]).validate_python
"""All names of an item at once: a call for each span would take as long as finding them."""


def _name(
    group: Group,
    read: ItemWords,
    net: Net | None,
    roles: RoleWords | None,
    sent: dict[tuple[str, str], Name] | None = None,
) -> dict[str, Any]:
    """Return one name; one that the agency sent is taken out of *sent*."""
    parts, begins = read.parts, read.begins
    spans, clear = [], 0
    for mention in group.mentions:
        number = bisect_right(begins, mention.start) - 1
        begin = begins[number]
        spans.append(
            {
                "where": parts[number],
                "start": mention.start - begin,
                "end": mention.end - begin,
            }
        )
        clear = max(clear, mention.clear)
    kind = KINDS[group.kind]
    name: dict[str, Any] = {"kind": kind, "name": group.fullest.text, "spans": spans}
    if roles is not None and group.kind == PERSON:
        name["role"] = _role(group, read.text, roles)
    if clear == SAID and sent is not None:
        for mention in group.mentions:
            known = sent.pop((kind, mention.text.lower()), None)
            if known is not None:
                return {**dict(known), **name, "name": known.name}
    score = net.score(min(clear, _CLEAREST)) if net is not None else 1.0
    return {**name, "score": score, "by": "names"}


def _role(group: Group, text: str, roles: RoleWords) -> str:
    for mention in group.mentions[:_ROLE_TRIES]:
        role = role_of(text, mention.start, mention.end, roles)
        if role:
            return role
    return ""
