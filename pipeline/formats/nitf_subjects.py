"""How an agency sorts a NITF story: genre, categories, key words, subjects.

IPTC's eight digits in ``tobject.subject`` are subject codes (``04015000``) or, in newer copy, Media
Topics, whose numbers begin with 20 (or are those of the seventeen topics at the top). AP has
``classifier`` in ``identified-content``, EFE codes of its own beside IPTC's, NTB its desk as
``tobject.type``, dpa's infoline a path in ``fixture``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pipeline.formats.named import named
from pipeline.formats.nitf_aside import words_of
from pipeline.formats.nitf_elements import Elements
from pipeline.formats.xml_values import attribute_in, line_in
from schemas.types import Name, Subject

__all__ = [
    "categories_of",
    "genre_of",
    "keys_of",
    "keywords_of",
    "kinds_of",
    "named_of",
    "subjects_of",
]

_CATEGORIES: Final = ("category", "categoria", "anpa-category", "ntbtjeneste")
_NAMES: Final = tuple(f"tobject.subject.{part}" for part in ("detail", "matter", "type"))
_NAMED: Final = ("person", "org", "location", "event", "object.title")
_LIFECYCLE_META: Final = ("status", "tipo", "type")
_NOTHING: Final = ("news", "current")
"""Every story's type; it says nothing of this one."""


def genre_of(head: Elements, meta: Mapping[str, str]) -> str:
    """Return what kind of text the agency calls it."""
    return head.said("tobject.property", "tobject.property.type") or meta.get("ntbmeldingstype", "")


def kinds_of(head: Elements, meta: Mapping[str, str]) -> str:
    """Return all that names a kind of item, for its place in its story."""
    words = [meta.get(name, "") for name in _LIFECYCLE_META]
    words += [attribute_in(one, "tobject.property.type") for one in head.all("tobject.property")]
    words += [head.said("tobject", "tobject.type"), head.said("tobject", "type")]
    return " ".join(filter(None, words))


def categories_of(head: Elements, meta: Mapping[str, str]) -> tuple[str, ...]:
    """Return the agency's own category, desk and scope."""
    said = [meta.get(name, "") for name in _CATEGORIES]
    said += [attribute_in(one, "scope") for one in head.all("doc-scope")]
    said += [attribute_in(one, "fix-id").strip("/") for one in head.all("fixture")]
    desk = head.said("tobject", "tobject.type")
    said += [desk] if desk.lower() not in _NOTHING else []
    for one in head.all("classifier"):
        said += (
            [attribute_in(one, "value")] if "category" in attribute_in(one, "type").lower() else []
        )
    return tuple(dict.fromkeys(filter(None, said)))


def keys_of(head: Elements) -> tuple[str, ...]:
    """Return the keys of the key list, which name the story."""
    return tuple(filter(None, (attribute_in(one, "key") for one in head.all("keyword"))))


def keywords_of(head: Elements) -> tuple[str, ...]:
    """Return the key words, as words or as an attribute, and the names identified in the text."""
    said = [attribute_in(one, "key") or line_in(one) for one in head.all("keyword")]
    said += [attribute_in(one, "value") or words_of(one) for one in head.all(*_NAMED)]
    return tuple(dict.fromkeys(filter(None, said)))


def named_of(head: Elements) -> tuple[Name, ...]:
    """Return the names identified in the head."""
    return named(
        (kind, attribute_in(one, "value") or words_of(one))
        for kind in _NAMED
        for one in head.all(kind)
    )


def subjects_of(head: Elements, provider: str) -> tuple[Subject, ...]:
    """Return subjects by IPTC's numbers or the agency's own."""
    found = []
    for one in head.all("tobject.subject"):
        names = (
            attribute_in(one, f"tobject.subject.{part}") for part in ("detail", "matter", "type")
        )
        name = next(filter(None, names), "")
        code = attribute_in(one, "tobject.subject.refnum")
        scheme = attribute_in(one, "tobject.subject.ipr")
        if len(code) == 8 and code.isascii() and code.isdigit():
            scheme = "medtop" if code.startswith("20") else "subj"
        elif not code and (code := attribute_in(one, "tobject.subject.code")):
            scheme = scheme or provider
        if code or name:
            found.append(Subject(scheme=scheme, code=code, name=name))
    for one in head.all("classifier"):
        code, name = attribute_in(one, "value") or attribute_in(one, "idsrc"), words_of(one)
        if code or name:
            found.append(Subject(scheme=attribute_in(one, "type"), code=code, name=name))
    return tuple(dict.fromkeys(found))
