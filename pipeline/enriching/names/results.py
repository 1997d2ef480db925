"""Make the names of an item out of what its text says of each."""

from __future__ import annotations

from typing import Any, Final

from pipeline.enriching.names.agency import SAID, short_form
from pipeline.enriching.names.group import Group
from pipeline.enriching.names.model import KINDS, PERSON, SCORES
from pipeline.enriching.names.roles import Roles
from pipeline.words.making import model_of, span_of
from pipeline.words.of_item import ItemWords
from schemas.types import Name, Span

__all__ = ["names_of"]

_SAID: Final = SAID
_PERSON: Final = PERSON
_SCORES: Final = SCORES
_MOST_SCORE: Final = len(SCORES) - 1


def names_of(
    groups: list[Group],
    read: ItemWords,
    unit: int,
    least: int,
    roles: Roles | None,
    sent: dict[tuple[str, str], Name],
    inflected: bool,
    alone: tuple[int, ...],
) -> list[Name]:
    """Return those names that are *least* tenths of *unit* clear, and no more than an item has.

    What the agency sent is taken out of *sent*. *unit* is the tagger's; 0 where there is none, and
    names are as sure as can be. *inflected* names are said as they stand in a list, if they do.
    Names of one word must be so clear, by their kinds, as *alone* says, acronyms aside.
    """
    text: str = read.text
    parts, begins = read.parts, read.begins
    named: list[Name] = []
    for group in groups:
        if unit and 10 * group.clear < least * unit:
            continue
        fullest = group.plainest(text) if inflected else group.fullest()
        said = text[fullest.start : fullest.end]
        is_alone = alone and unit and fullest.count == 1 and not said.isupper()
        if is_alone and 10 * group.clear < alone[group.kind] * unit:
            continue
        spans: tuple[Span, ...]
        if len(group.mentions) == 1:
            spans = (span_of(parts, begins, fullest.start, fullest.end),)
        else:
            spans = _spans(group, parts, begins)
        role = _role(group, roles) if roles is not None and group.kind == _PERSON else None
        known = _sent(group, text, sent) if group.clear == _SAID and sent else None
        if known is not None:
            found: dict[str, Any] = {"spans": spans, "score": 1.0}
            if role is not None:
                found["role"] = role
            named.append(known.model_copy(update=found))
        else:
            values = _VALUES.copy()
            values["kind"] = KINDS[group.kind]
            values["name"] = said
            values["spans"] = spans
            if role:
                values["role"] = role
            if unit and group.clear != _SAID:
                values["score"] = _SCORES[max(0, min(2 * group.clear // unit, _MOST_SCORE))]
            named.append(model_of(Name, values))
        if len(named) == _MOST:
            break
    return named


_MOST: Final = 300
"""Names of one item; a text with more is a list, and its end tells no more."""

_VALUES: Final[dict[str, Any]] = {
    "kind": "",
    "name": "",
    "spans": (),
    "role": "",
    "country": "",
    "geonames_id": None,
    "wikidata": "",
    "score": 1.0,
    "by": "names",
}
"""What a name is if nothing more is known of it."""


def _spans(group: Group, parts: tuple[str, ...], begins: tuple[int, ...]) -> tuple[Span, ...]:
    found: list[Span] = []
    for mention in group.mentions:
        found.append(span_of(parts, begins, mention.start, mention.end))
    return tuple(found)


def _sent(group: Group, text: str, sent: dict[tuple[str, str], Name]) -> Name | None:
    """Return the name that the agency sent, and take it out of *sent*."""
    for mention in group.mentions:
        kind, said = KINDS[group.kind], text[mention.start : mention.end].lower()
        for of_kind, name in sent:
            if of_kind == kind and (name == said or short_form(kind, name) == said):
                return sent.pop((of_kind, name))
    return None


def _role(group: Group, roles: Roles) -> str:
    """Return a person's role; it stands at one of the first two mentions."""
    role = roles.of(group.mentions[0])
    if not role and len(group.mentions) > 1:
        role = roles.of(group.mentions[1])
    return role
