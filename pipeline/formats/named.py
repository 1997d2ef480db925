"""People, organisations and places that an agency names beside its text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from schemas.types import Name

__all__ = ["Named", "named"]

Named = tuple[str, str]
"""What the agency calls the kind, and the name."""

_Kind = Literal["person", "organisation", "place", "other"]

_KINDS: Final[dict[str, _Kind]] = {
    "person": "person",
    "people": "person",
    "org": "organisation",
    "organisation": "organisation",
    "organisations": "organisation",
    "organization": "organisation",
    "company": "organisation",
    "place": "place",
    "places": "place",
    "location": "place",
    "geoarea": "place",
    "poi": "place",
    "event": "other",
    "events": "other",
    "object": "other",
    "objects": "other",
    "object.title": "other",
}
"""How NewsML, ninjs, NITF and AP call them."""

_MOST_CHARS: Final = 200


def named(said: Iterable[Named]) -> tuple[Name, ...]:
    """Return the names that an agency sent, each once; other kinds of subject are left out."""
    found: dict[tuple[str, str], Name] = {}
    for kind, name in said:
        known = _KINDS.get(kind.lower())
        name = " ".join(name.split()).removesuffix("'s").removesuffix("’s")
        if known is not None and name and len(name) <= _MOST_CHARS:
            found.setdefault((known, name), Name(kind=known, name=name, score=1.0, by="agency"))
    return tuple(found.values())
