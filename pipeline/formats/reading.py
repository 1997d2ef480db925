"""Recognise a record's format from its bytes, and read its items."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.formats.encoding import decode
from pipeline.formats.plain_text import OTHER_TEXTS
from pipeline.formats.registry import formats
from pipeline.outcome import Outcome, Quarantine, Reason
from pipeline.steps import discover
from schemas.raw import RawItem
from schemas.wire import WireItem

__all__ = ["MAX_BYTES", "read_items"]

MAX_BYTES = 8 * 1024 * 1024
"""Largest raw item; the longest text an agency sends is some hundred kilobytes."""

_SURE = 0.15
"""Below this no format claims the bytes; plain text, the last resort, claims 0.2."""

_KNOWN_BUT_UNREAD = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"%PDF", "a PDF document"),
    (b"<?xml", "XML in a dialect that no format of the plan reads"),
    (b"<!DOCTYPE", "markup that no format of the plan reads"),
    (b"<", "markup that no format of the plan reads"),
    (b"\x01", "a wire header (IPTC 7901 or ANPA) that no format of the plan reads"),
)

# A new format is a file, a line in the plan, and its test: importing it registers it.
discover("pipeline.formats")


def read_items(raw: RawItem, order: Sequence[str]) -> list[Outcome[WireItem]]:
    """Return one outcome for each item of the record: kept, aside, or quarantined.

    The format that is surest of the bytes reads them; of two that are equally sure, the one that
    stands first in *order*. A record that no format claims is quarantined, with what it is.
    """
    if not raw.value.strip():
        return [Quarantine(Reason.EMPTY, "no bytes" if not raw.value else "only white space")]
    if len(raw.value) > MAX_BYTES:
        return [Quarantine(Reason.TOO_LARGE, f"{len(raw.value):,} bytes, at most {MAX_BYTES:,}")]
    sure = [(formats[name].sniff(raw), -n, name) for n, name in enumerate(order)]
    surest, _, name = max(sure, default=(0.0, 0, ""))
    if surest < _SURE:
        return [Quarantine(Reason.NOT_READABLE, _what_it_is(raw.value, order))]
    return list(formats[name].read(raw)) or [
        Quarantine(Reason.NO_CONTENT, f"{name} found no item in it")
    ]


def _what_it_is(value: bytes, order: Sequence[str]) -> str:
    head = value.lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, what in _KNOWN_BUT_UNREAD:
        if head.startswith(beginning):
            return what
    for pattern, what in OTHER_TEXTS:
        if pattern.match(head):
            return f"{what}, a dialect that no format of the plan reads"
    if decode(value) is None:
        return "the bytes are no text in any known encoding"
    return f"none of {', '.join(order)} recognises it"
