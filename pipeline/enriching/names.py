"""Find who and what a text names: people, organisations, places, and what people are."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, Final

from pydantic import TypeAdapter

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
_ROLE_TRIES: Final = 3
"""How many mentions of a person are asked for a role: it stands at one of the first ones."""


@enrichers.add("names", needs={"text", "language"}, gives={"names"})
def add_names(item: WireItem) -> WireItem:
    """Add the people, organisations and places of the text, all mentions of each together.

    Each has its fullest form in the text as its name, a person the role that the text gives them.
    Nothing is added in a language in which we cannot tell names well.
    """
    net = net_for(item.language)
    if net is None:
        return item
    read = words_of(item)
    mentions = mentions_of(read.words, net.tag(read.words))
    if not mentions:
        return item
    roles = role_words(item.language)
    found = [_name(group, read, net, roles) for group in groups_of(mentions, read.text, net)]
    return item.model_copy(update={"names": (*item.names, *_as_names(found[:_MOST]))})


_as_names: Final = TypeAdapter(tuple[Name, ...]).validate_python
"""All names of an item at once: a call for each span would take as long as finding them."""


def _name(group: Group, read: ItemWords, net: Net, roles: RoleWords | None) -> dict[str, Any]:
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
    role = ""
    if roles is not None and group.kind == PERSON:
        role = _role(group, read.text, roles)
    return {
        "kind": KINDS[group.kind],
        "name": group.fullest.text,
        "spans": spans,
        "role": role,
        "score": net.score(clear),
        "by": "names",
    }


def _role(group: Group, text: str, roles: RoleWords) -> str:
    for mention in group.mentions[:_ROLE_TRIES]:
        role = role_of(text, mention.start, mention.end, roles)
        if role:
            return role
    return ""
