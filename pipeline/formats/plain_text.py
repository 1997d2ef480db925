"""Plain text: a headline, paragraphs by empty lines, and perhaps a header block before them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from pipeline.formats.draft import (
    draft,
    later_version,
    primary_language,
)
from pipeline.formats.encoding import decode
from pipeline.formats.header_block import STATUSES, split_header
from pipeline.formats.limits import TooMuch
from pipeline.formats.other_dialects import is_other_dialect, what_it_is
from pipeline.formats.paragraphs import text_blocks
from pipeline.formats.registry import formats
from pipeline.formats.times import read_time
from pipeline.outcome import Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Embargo, Lifecycle, Reference, Removed
from schemas.wire import WireItem

__all__ = ["read_plain_text", "read_text"]

_References: TypeAlias = Literal["replaces", "corrects", "kills"]
_REFERENCES: tuple[_References, ...] = ("replaces", "corrects", "kills")


def sniff_plain_text(raw: RawItem) -> float:
    """Any text may be plain text, so it is sure of nothing; markup and JSON are none."""
    return 0.0 if is_other_dialect(raw.value) else 0.2


@formats.add("plain_text", sniff=sniff_plain_text)
def read_plain_text(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """Plain text: a headline and paragraphs, with or without a header block.

    Cleaning finds the headline among the paragraphs. A text without an id gets one derived from
    headline, date and credit (see ``cleaning.identity``).
    """
    yield from read_text(raw, "plain_text")


def read_text(raw: RawItem, format_: str) -> Iterator[Outcome[WireItem]]:
    """Read a text in no markup as an item of *format_*; what has no words is quarantined."""
    decoded = decode(raw.value)
    if decoded is None:
        yield Quarantine(Reason.NOT_READABLE, "the bytes are no text in any known encoding")
        return
    if not decoded.encoding.startswith("utf-8") and is_other_dialect(decoded.text.encode()):
        # Markup in UTF-16: its bytes did not show what it is.
        yield Quarantine(Reason.NOT_READABLE, what_it_is(decoded.text.encode(), (format_,)))
        return
    fields, text = split_header(decoded.text)
    try:
        blocks = text_blocks(text, has_head=not (fields.get("headline") or fields.get("title")))
    except TooMuch as error:
        yield Quarantine(Reason.TOO_LARGE, f"no wire text: {error}")
        return
    if not fields and not any(any(c.isalnum() for c in block.text) for block in blocks):
        yield Quarantine(Reason.NO_CONTENT, "a text without a word")
        return
    created_at, updated_at = read_time(fields.get("date")), read_time(fields.get("updated"))
    field = _embargo_field(held := fields.get("embargo", ""))
    # In other words than the header's own it is a note like any other.
    is_note = field is not None and field.until is None
    removed = (Removed(step="header", where="head", text=f"EMBARGO: {held}"),) if is_note else ()
    version = _number(fields.get("version"))
    references = tuple(
        Reference(rel=rel, guid=fields[rel]) for rel in _REFERENCES if fields.get(rel)
    )
    lifecycle = STATUSES.get(fields.get("status", "").lower(), Lifecycle.NEW)
    killed = next((r.guid for r in references if r.rel == "kills"), "")
    if killed:
        lifecycle = Lifecycle.KILL
    language = primary_language(fields.get("language"))
    yield Keep(
        draft(
            raw,
            format_,
            decoded.encoding,
            guid=killed or fields.get("id") or fields.get("guid") or "",
            version=version,
            created_at=created_at,
            versioned_at=updated_at or created_at,
            lifecycle=later_version(lifecycle, version),
            lifecycle_note=fields.get("note", "") if lifecycle is not Lifecycle.NEW else "",
            references=references,
            embargo=field,
            is_free=fields.get("status", "").lower() == "usable",
            removed=removed,
            language=language,
            language_by="said" if language else "",
            headline=fields.get("headline") or fields.get("title") or "",
            slugline=fields.get("slugline") or fields.get("slug") or "",
            byline=fields.get("byline", ""),
            credit=fields.get("credit", ""),
            urgency=_urgency(fields.get("urgency") or fields.get("priority")),
            source_urgency=fields.get("urgency") or fields.get("priority") or "",
            editorial_note=fields.get("note", ""),
            rights=fields.get("rights", ""),
            keywords=tuple(k.strip() for k in fields.get("keywords", "").split(",") if k.strip()),
            body=blocks,
        )
    )


def _embargo_field(value: str) -> Embargo | None:
    return Embargo(until=read_time(value), note=value) if value else None


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 16 else None


def _urgency(value: str | None) -> int | None:
    number = _number(value)
    return number if number is not None and 1 <= number <= 9 else None
