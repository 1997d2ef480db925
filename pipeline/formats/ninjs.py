"""ninjs 1.x, 2.x and 3.x: IPTC's news in JSON, a single item or several in a wrapper.

Source: IPTC ninjs specification (https://iptc.org/standards/ninjs/). 1.x and 2.x spell names in
lower case (``versioncreated``), 3.x in camel case; 1.x has one ``headline`` and ``body_*``, 2.x and
3.x lists of ``headlines`` and ``bodies``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

import orjson

from pipeline.formats.draft import (
    draft,
    later_version,
    primary_language,
    without,
)
from pipeline.formats.embargo import embargo_in_words, strictest
from pipeline.formats.encoding import decode
from pipeline.formats.markup import html_blocks
from pipeline.formats.paragraphs import text_blocks
from pipeline.formats.registry import formats
from pipeline.formats.times import read_time
from pipeline.outcome import Divert, Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Block, Embargo, Lifecycle, Reference, Removed, Subject, strongest
from schemas.wire import WireItem

__all__ = ["read_ninjs"]

_ASIDE = "wire.aside"
_NOT_TEXT = frozenset(
    "picture photo image graphic audio video animation event planning component package".split()
)
_MARKS = re.compile(
    rb'"(?:uri|guid|versioncreated|versionCreated|pubstatus|pubStatus|headlines?|body_text|'
    rb'body_html|body_xhtml|bodies|urgency|description_text|representationtype|firstCreated)"\s*:'
)
_WRAPPERS = ("item", "items", "news", "articles", "_items", "results", "data")
_STATUS = {"canceled": Lifecycle.KILL, "cancelled": Lifecycle.KILL, "withheld": Lifecycle.WITHHOLD}
_CORRECTS = re.compile(
    r"(?i)\W*(?:corrects?|corrected|correction|corrective|berichtigt|korr|corrig)"
)


def sniff_ninjs(raw: RawItem) -> float:
    """Sure if it is a JSON object or list with names that ninjs has."""
    head = raw.value[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:1] not in (b"{", b"["):
        return 0.0
    names = set(_MARKS.findall(raw.value[:65536]))
    return min(0.95, 0.3 + 0.15 * len(names)) if names else 0.3


@formats.add("ninjs", sniff=sniff_ninjs)
def read_ninjs(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """ninjs 1.x to 3.x, one item or several; pictures, events and the like go aside."""
    try:
        value, encoding = orjson.loads(raw.value), "utf-8"
    except orjson.JSONDecodeError as error:
        decoded = decode(raw.value)
        if decoded is None or decoded.encoding == "utf-8":
            yield Quarantine(Reason.MALFORMED, f"the JSON cannot be read: {error}")
            return
        try:
            value, encoding = orjson.loads(decoded.text), decoded.encoding
        except orjson.JSONDecodeError as again:
            yield Quarantine(Reason.MALFORMED, f"the JSON cannot be read: {again}")
            return
    for item in _items(value):
        yield _read(raw, item, encoding)


def _items(value: Any) -> list[Any]:
    """Return the items of a wrapper; a wrapper has no words of its own."""
    if isinstance(value, list):
        return value or [None]
    if isinstance(value, dict) and not _has_words(value):
        for name in _WRAPPERS:
            inner = value.get(name)
            if isinstance(inner, list) and inner:
                return inner
            if isinstance(inner, dict) and _has_words(inner):
                return [inner]
    return [value]


def _has_words(item: Mapping[str, Any]) -> bool:
    names = (
        "headline",
        "headlines",
        "body_text",
        "body_html",
        "body_xhtml",
        "bodies",
        "uri",
        "guid",
    )
    return any(item.get(name) for name in names)


def _read(raw: RawItem, item: Any, encoding: str) -> Outcome[WireItem]:
    if not isinstance(item, dict) or not _has_words(item):
        return Quarantine(Reason.NOT_READABLE, "JSON, but no ninjs: no uri, headline or body")
    said = {name.lower(): value for name, value in item.items()}
    guid = _text(said.get("uri")) or _text(said.get("guid")) or _text(said.get("id"))
    if not guid:
        return Quarantine(Reason.NOT_READABLE, "JSON, but no ninjs: it has no uri")
    source = _authority(guid) or raw.source
    type_ = _text(said.get("type")).lower()
    if type_ in _NOT_TEXT:
        return Divert(_ASIDE, Reason.NOT_TEXT, f"{source}/{guid}", note=f"ninjs of type {type_}")
    blocks = _body(said)
    headline = _clean_line(_headline(said))
    status = _STATUS.get(_text(said.get("pubstatus")).lower())
    if not headline and not blocks and status is None:
        return Quarantine(Reason.NO_CONTENT, "ninjs without headline and body")
    note = _text(said.get("ednote"))
    version = _version(said.get("version"))
    lifecycle = _lifecycle(said, type_, status, note)
    created_at = read_time(said.get("firstcreated")) or read_time(said.get("contentcreated"))
    versioned_at = read_time(said.get("versioncreated")) or created_at
    in_words, noted_at = embargo_in_words(blocks, versioned_at or raw.received_at)
    removed: tuple[Removed, ...] = ()
    if noted_at is not None:
        note_block = blocks[noted_at].text
        removed = (Removed(step="embargo", where=f"body:{noted_at}", text=note_block),)
    language = primary_language(said.get("language"))
    urgency = said.get("urgency", said.get("priority"))
    return Keep(
        draft(
            raw,
            "ninjs",
            encoding,
            source=source,
            guid=guid,
            version=version,
            created_at=created_at,
            versioned_at=versioned_at,
            lifecycle=later_version(lifecycle, version),
            lifecycle_note=note if lifecycle is not Lifecycle.NEW else "",
            references=_references(said),
            embargo=strictest(_embargo(said), in_words),
            language=language,
            language_by="said" if language else "",
            headline=headline,
            standfirst=_standfirst(said, blocks),
            slugline=_text(said.get("slugline")),
            byline=_text(said.get("byline")) or _text(said.get("by")),
            credit=_credit(said),
            urgency=urgency if isinstance(urgency, int) and 1 <= urgency <= 9 else None,
            source_urgency="" if urgency is None else str(urgency),
            editorial_note=note,
            rights=_rights(said),
            keywords=_names(said.get("keywords")),
            subjects=_subjects(said),
            body=without(blocks, noted_at),
            removed=removed,
        )
    )


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _clean_line(text: str) -> str:
    return " ".join(text.split())


def _roles(value: Any) -> list[tuple[str, str, str]]:
    """Return (role, content type, value) of a 2.x or 3.x list of texts."""
    if not isinstance(value, list):
        return []
    found = []
    for entry in value:
        if isinstance(entry, dict) and isinstance(entry.get("value"), str):
            lower = {name.lower(): v for name, v in entry.items()}
            found.append(
                (_text(lower.get("role")), _text(lower.get("contenttype")), lower["value"])
            )
    return found


def _headline(said: Mapping[str, Any]) -> str:
    if headline := _text(said.get("headline")):
        return headline
    headlines = _roles(said.get("headlines"))
    main = [value for role, _, value in headlines if role in ("main", "headline", "")]
    return (main or [value for _, _, value in headlines] or [""])[0]


def _body(said: Mapping[str, Any]) -> tuple[Block, ...]:
    for name in ("body_html", "body_xhtml"):
        if markup := _text(said.get(name)):
            return html_blocks(markup)
    if text := said.get("body_text"):
        return _blocks_of_text(text) if isinstance(text, str) else ()
    bodies = _roles(said.get("bodies"))
    for _, kind, value in bodies:
        if "html" in kind:
            return html_blocks(value)
    return _blocks_of_text(bodies[0][2]) if bodies else ()


def _blocks_of_text(text: str) -> tuple[Block, ...]:
    """Plain text that is markup after all (agencies do send it) is read as markup."""
    if "</p>" in text or "<br" in text:
        return html_blocks(text)
    return text_blocks(text.replace("\r\n", "\n"))


def _standfirst(said: Mapping[str, Any], blocks: tuple[Block, ...]) -> str:
    described = _text(said.get("description_text"))
    if not described:
        described = next(
            (
                v
                for role, _, v in _roles(said.get("descriptions"))
                if role in ("summary", "text", "")
            ),
            "",
        )
    described = _clean_line(described)
    return "" if any(block.text == described for block in blocks[:1]) else described


def _lifecycle(
    said: Mapping[str, Any],
    type_: str,
    status: Lifecycle | None,
    note: str,
) -> Lifecycle:
    if status is not None:
        return status
    words = f"{type_} {_text(said.get('profile'))} {_genres(said)}".lower()
    found = [Lifecycle.NEW]
    if _CORRECTS.match(note):
        found.append(Lifecycle.CORRECTION)
    if "advisory" in words:
        found.append(Lifecycle.ADVISORY)
    if "alert" in words or "flash" in words:
        found.append(Lifecycle.ALERT)
    if re.search(r"\btest\b", words):
        found.append(Lifecycle.TEST)
    return strongest(*found)


def _genres(said: Mapping[str, Any]) -> str:
    return " ".join(_names(said.get("genre")) + _names(said.get("genres")))


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    names = (entry.get("name") if isinstance(entry, dict) else entry for entry in value)
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())


def _embargo(said: Mapping[str, Any]) -> Embargo | None:
    written = said.get("embargoed") or said.get("embargoeduntil")
    if not isinstance(written, str) or not written.strip():
        return None
    return Embargo(until=read_time(written), note=written)


def _references(said: Mapping[str, Any]) -> tuple[Reference, ...]:
    replaced = [_text(said.get(name)) for name in ("evolvedfrom", "rewrite_of", "replaces")]
    return tuple(Reference(rel="replaces", guid=guid) for guid in replaced if guid)


def _credit(said: Mapping[str, Any]) -> str:
    for name in ("creditline", "credit"):
        if credit := _text(said.get(name)):
            return credit
    for role, _, value in _roles(said.get("descriptions")):
        if role.lower() == "creditline":
            return value.strip()
    sources = _names(said.get("infosources")) or _names(said.get("infosource"))
    return "/".join(sources) or _text(said.get("source")) or _text(said.get("copyrightholder"))


def _rights(said: Mapping[str, Any]) -> str:
    parts = (_text(said.get("copyrightnotice")), _text(said.get("usageterms")))
    return "\n".join(part for part in parts if part)


def _subjects(said: Mapping[str, Any]) -> tuple[Subject, ...]:
    found = []
    for entry in [*_list(said.get("subject")), *_list(said.get("subjects"))]:
        if not isinstance(entry, dict):
            continue
        code = _text(entry.get("code")) or _text(entry.get("uri")) or _text(entry.get("literal"))
        name = _text(entry.get("name"))
        if code or name:
            scheme = _text(entry.get("scheme")) or _text(entry.get("creator"))
            found.append(Subject(scheme=scheme, code=code, name=name))
    return tuple(found)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _version(value: Any) -> int | None:
    text = _text(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def _authority(guid: str) -> str:
    """Return who vouches for a guid: the host of a web address, the authority of a tag or urn."""
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
