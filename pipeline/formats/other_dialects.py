"""What is surely no plain text: markup, JSON, pictures, and dialects whose lines need a reader.

A new format's sniffer comes first (it is surer than plain text), so a line here never has to
go; it only keeps plain text from guessing, and names what was found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.formats.encoding import decode

__all__ = ["beginning", "is_json", "is_other_dialect", "what_it_is"]

_HEAD_BYTES = 4096
_SAMPLE_BYTES = 64 * 1024

_JSON = re.compile(rb'\{\s*(?:["}]|$)|\[\s*(?:[\[{"\]]|-?\d[\d.]*\s*[,\]]|(?:true|false|null)\b|$)')

_BINARY = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a picture or sound in RIFF"),
    (b"PK\x03\x04", "a zip archive (or an office document)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"ID3", "an MP3 sound"),
)

_DIALECTS = (
    (re.compile(rb"%PDF-"), "a PDF document"),
    (re.compile(rb"\{\\rtf"), "an RTF document"),
    (re.compile(rb"<\?xml|<!DOCTYPE (?!html)"), "XML"),
    (re.compile(rb"(?i)<!doctype html|<html"), "an HTML page"),
    (re.compile(rb"<[A-Za-z!/?]"), "markup"),
    (_JSON, "JSON"),
    (re.compile(rb"\x16{0,4}\x01|\x16\x16|\x02|\x7f"), "a wire header (IPTC 7901 or ANPA)"),
    (re.compile(rb"[a-z]{3}\d{3,5} \d [a-z]{1,4}\b"), "an IPTC 7901 wire text"),
    (re.compile(rb"\^?[abdfhrsuw] [a-z] (?:AM|PM|BC|AP)-"), "an ANPA wire text"),
    (re.compile(rb"ZCZC\b"), "a ZCZC wire text"),
    (
        re.compile(
            rb"(?:From|Return-Path|Received|Delivered-To|MIME-Version|Message-ID|X-[\w-]{1,40}): "
        ),
        "an e-mail",
    ),
    (re.compile(rb'(?:"[^"\r\n]{0,80}"[,;]){2}'), "a table of comma-separated values"),
    (re.compile(rb"BEGIN:V(?:CALENDAR|CARD)"), "a calendar or a card"),
)

_MARKUP = re.compile(rb"(?i)</(?:p|div|span|h[1-6]|li|td|body)>|<br ?/?>")
_LEAST_MARKUP = 3
"""A text that explains a tag has one of them; three closed elements are a page without its top."""

_MOST_NAMED = 3
"""Formats that a quarantine names of those that tried; the plan names them all."""

_LEAST_UNBROKEN = 1500
_UNBROKEN = re.compile(rb"[\x21-\x7e]{%d}" % _LEAST_UNBROKEN)
"""No word and no address is as long; base64, noise and programs are. A guess. In ASCII, since
Chinese and Thai have no blanks."""


def beginning(value: bytes) -> bytes:
    """Return the first bytes of a record without what stands before its first character."""
    return value[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")


def is_json(head: bytes) -> bool:
    """Tell JSON from a text that begins with a bracket, such as ``[UPDATED] Rain in Lisbon``."""
    return _JSON.match(head) is not None


def is_other_dialect(value: bytes) -> bool:
    """Return whether the bytes are surely of a dialect with markup or headers of its own."""
    return _dialect(value) is not None


@lru_cache(maxsize=1)
def _dialect(value: bytes) -> str | None:
    """Several sniffers ask it of the same record; the first one looks."""
    head = beginning(value)
    for start, what in _BINARY:
        if head.startswith(start):
            return what
    for pattern, what in _DIALECTS:
        if pattern.match(head):
            return what
    sample = value[:_SAMPLE_BYTES]
    if sample.count(b"<") >= _LEAST_MARKUP and len(_MARKUP.findall(sample)) >= _LEAST_MARKUP:
        return "text with markup in it"
    if _may_be_unbroken(sample) and _UNBROKEN.search(max(sample.split(), key=len, default=b"")):
        return "characters without blanks between them"
    return None


def _may_be_unbroken(sample: bytes) -> bool:
    """A run of so many characters covers one of these pieces whole; most texts end it here."""
    half = _LEAST_UNBROKEN // 2
    return any(
        sample.find(b" ", at, at + half) < 0 and sample.find(b"\n", at, at + half) < 0
        for at in range(0, len(sample) - half + 1, half)
    )


def what_it_is(value: bytes, order: Sequence[str]) -> str:
    """Say what nobody could read, and who tried, in one line for the record's quarantine."""
    tried = ", ".join(order[:_MOST_NAMED]) or "no format at all"
    tried += f" and {len(order) - _MOST_NAMED} more" if len(order) > _MOST_NAMED else ""
    what = _dialect(value)
    if what is not None:
        return f"{what}, which no format of the plan reads (tried: {tried})"
    if decode(value) is None:
        return f"the bytes are no text in any known encoding (tried: {tried})"
    return f"none of {tried} recognises it"
