"""The values of a ninjs item, whichever of ninjs's spellings it uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias
from urllib.parse import urlsplit

from pipeline.formats.encoding import readable
from pipeline.formats.markup import html_blocks
from pipeline.formats.named import named
from pipeline.formats.paragraphs import text_blocks
from schemas.types import Block, Name, Subject

__all__ = [
    "Said",
    "authority_of",
    "body_of",
    "categories_of",
    "credit_of",
    "entries_of",
    "headline_of",
    "line_of",
    "named_of",
    "names_of",
    "object_of",
    "rights_of",
    "standfirst_of",
    "subjects_of",
    "text_of",
    "version_of",
]

Said: TypeAlias = Mapping[str, Any]
"""An item as decoded from JSON, its names in lower case."""


def text_of(value: Any) -> str:
    """Return a text, or a number as text, without what no reader can see; else nothing."""
    if isinstance(value, str):
        return readable(value).strip()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def line_of(value: Any) -> str:
    """Return a text as one line."""
    return " ".join(text_of(value).split())


def entries_of(value: Any) -> list[Any]:
    """Return a list's entries; what is no list has none."""
    return value if isinstance(value, list) else []


def object_of(value: Any) -> Mapping[str, Any]:
    """Return an object; what is none is an empty one."""
    return value if isinstance(value, dict) else {}


def names_of(value: Any) -> tuple[str, ...]:
    """Return the names of a list of names, or of objects with names."""
    names = (e.get("name") if isinstance(e, dict) else e for e in entries_of(value))
    return tuple(name for name in map(text_of, names) if name)


def _roles(value: Any) -> Iterator[tuple[str, str, str]]:
    """Yield (role, content type, value) of a 2.x or 3.x list of texts."""
    for entry in entries_of(value):
        if isinstance(entry, dict) and isinstance(entry.get("value"), str):
            lower = {name.lower(): v for name, v in entry.items()}
            yield text_of(lower.get("role")), text_of(lower.get("contenttype")), lower["value"]


def headline_of(said: Said) -> str:
    """Return the one headline of 1.x, or the main one of several."""
    if headline := line_of(said.get("headline")):
        return headline
    headlines = [(role, line_of(value)) for role, _, value in _roles(said.get("headlines"))]
    main = [value for role, value in headlines if role in ("main", "headline", "")]
    return (main or [value for _, value in headlines] or [""])[0]


def body_of(said: Said) -> tuple[Block, ...]:
    """Return the body's blocks, from HTML if the item has it; raises ``TooMuch`` for no text."""
    for name in ("body_html", "body_xhtml"):
        if markup := text_of(said.get(name)):
            return html_blocks(markup)
    if text := text_of(said.get("body_text")):
        return _blocks_of_text(text)
    bodies = [(kind, text) for _, kind, text in _roles(said.get("bodies")) if text.strip()]
    for kind, text in bodies:
        if "html" in kind:
            return html_blocks(text)
    return _blocks_of_text(readable(bodies[0][1])) if bodies else ()


def _blocks_of_text(text: str) -> tuple[Block, ...]:
    """Plain text that is markup after all (agencies do send it) is read as markup."""
    return html_blocks(text) if "</p>" in text or "<br" in text else text_blocks(text)


def standfirst_of(said: Said) -> str:
    """Return the description; ``cleaning.standfirst`` sets one aside that the body repeats."""
    if described := line_of(said.get("description_text")):
        return described
    found = (v for role, _, v in _roles(said.get("descriptions")) if role in _SUMMARIES)
    return line_of(next(found, ""))


_SUMMARIES = ("summary", "text", "")


def credit_of(said: Said) -> str:
    """Return whom to credit: the credit line, else the sources, else who holds the rights."""
    for name in ("creditline", "credit"):
        if credit := line_of(said.get(name)):
            return credit
    for role, _, value in _roles(said.get("descriptions")):
        if role.lower() == "creditline":
            return line_of(value)
    sources = names_of(said.get("infosources")) or names_of(said.get("infosource"))
    return "/".join(sources) or line_of(said.get("source")) or line_of(said.get("copyrightholder"))


def rights_of(said: Said) -> str:
    """Return the notice of copyright and the terms of use."""
    parts = (text_of(said.get("copyrightnotice")), text_of(said.get("usageterms")))
    return "\n".join(part for part in parts if part)


def categories_of(said: Said) -> tuple[str, ...]:
    """Return the provider's desks and services (Superdesk sends ``service``) as words."""
    found = [*names_of(said.get("service")), *names_of(said.get("category"))]
    return tuple(dict.fromkeys(found))


def named_of(said: Said) -> tuple[Name, ...]:
    """Return the people, organisations, places and events that the text is said to name."""
    return named(
        (field, line_of(entry.get("name")))
        for field in _NAMED
        for entry in entries_of(said.get(field))
        if isinstance(entry, dict)
    )


_NAMED: Final = (
    "person", "people", "organisation", "organisations", "organization", "company", "place",
    "places", "event", "events",
)  # fmt: skip


def subjects_of(said: Said) -> tuple[Subject, ...]:
    """Return subjects and genres as the provider coded them."""
    found = []
    for field in ("subject", "subjects", "genre", "genres"):
        scheme = "genre" if field.startswith("genre") else ""
        for entry in entries_of(said.get(field)):
            if not isinstance(entry, dict):
                continue
            code = next(filter(None, map(text_of, map(entry.get, ("code", "uri", "literal")))), "")
            name = line_of(entry.get("name"))
            if code or name:
                said_scheme = text_of(entry.get("scheme")) or text_of(entry.get("creator"))
                found.append(Subject(scheme=said_scheme or scheme, code=code, name=name))
    return tuple(found)


def version_of(said: Said) -> int | None:
    """Return the version if it is a number."""
    text = text_of(said.get("version"))
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def authority_of(guid: str) -> str:
    """Return who vouches for a guid: a web address's host, a tag's or urn's authority.

    >>> authority_of("urn:newsml:northwire.example:20260303:1"), authority_of("1-2-3")
    ('northwire.example', '')
    """
    if guid.startswith(("http://", "https://")):
        try:
            return (urlsplit(guid).hostname or "").removeprefix("www.")
        except ValueError:
            return ""
    head, _, rest = guid.partition(":")
    if head.lower() == "tag":
        return rest.partition(",")[0].partition(":")[0].lower()
    if head.lower() == "urn" and rest.lower().startswith("newsml:"):
        return rest[len("newsml:") :].partition(":")[0].lower()
    return ""
