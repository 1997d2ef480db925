"""Make the names of an item out of what its text says of each."""

from __future__ import annotations

from typing import Any, Final

from pipeline.enriching.names.agency import SAID
from pipeline.enriching.names.group import Group
from pipeline.enriching.names.model import KINDS, PERSON, SCORES
from pipeline.enriching.names.roles import Roles
from pipeline.words.making import model_of, span_of
from pipeline.words.of_item import ItemWords
from schemas.types import Name, Span

__all__ = ["name_of"]

_SAID: Final = SAID
_PERSON: Final = PERSON
_SCORES: Final = SCORES
_MOST_SCORE: Final = len(SCORES) - 1


def name_of(
    group: Group,
    read: ItemWords,
    unit: int,
    roles: Roles | None,
    sent: dict[tuple[str, str], Name],
) -> Name:
    """Return one name; one that the agency sent is taken out of *sent*.

    *unit* is the tagger's; 0 where there is none, and names are as sure as can be.
    """
    kind = KINDS[group.kind]
    text: str = read.text
    parts, begins = read.parts, read.begins
    fullest = group.fullest()
    spans: list[Span] = []
    for mention in group.mentions:
        spans.append(span_of(parts, begins, mention.start, mention.end))
    role, score = "", 1.0
    if roles is not None and group.kind == _PERSON:
        role = _role(group, roles)
    if group.clear == _SAID:
        for mention in group.mentions:
            said = text[mention.start : mention.end].lower()
            known = sent.pop((kind, said), None)
            if known is not None:
                found: dict[str, Any] = {"spans": tuple(spans), "score": 1.0}
                if roles is not None and group.kind == _PERSON:
                    found["role"] = role
                return known.model_copy(update=found)
    elif unit:
        score = _SCORES[max(0, min(2 * group.clear // unit, _MOST_SCORE))]
    return model_of(
        Name,
        {
            "kind": kind,
            "name": text[fullest.start : fullest.end],
            "spans": tuple(spans),
            "role": role,
            "country": "",
            "geonames_id": None,
            "wikidata": "",
            "score": score,
            "by": "names",
        },
    )


def _role(group: Group, roles: Roles) -> str:
    """Return a person's role; it stands at one of the first two mentions."""
    role = roles.of(group.mentions[0])
    if not role and len(group.mentions) > 1:
        role = roles.of(group.mentions[1])
    return role
