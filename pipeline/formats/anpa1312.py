"""ANPA 1312: AP's wire format until its retirement, and that of regional wires and archives.

Source: ANPA 1312 (Newspaper Association of America) and copy as AP sent it: ``SYN SYN SOH number
service``, ``priority category slug month-day words``, STX, lines that begin with ``^`` and end with
``<`` (``=`` where the next line goes on), TAB before a paragraph, ETX and ``AP-WF-05-09-17
0056GMT<``. The slug in the header is cut to 24 characters, so the text's own counts. The 1987 form
of Reuters has only the second line.

The guid is ``provider-YYYYMMDD-slug`` without cycle and lead number: all leads of a story of one
day are its versions (the first writethru is version 2). A news alert has a slug that says nothing,
so the alert's own words stand in the guid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b

from pipeline.formats.anpa1312_lines import body_blocks, head_lines
from pipeline.formats.anpa1312_slug import Slug, slug_of
from pipeline.formats.draft import draft, later_version
from pipeline.formats.encoding import decode, readable
from pipeline.formats.lifecycle import of_note
from pipeline.formats.limits import MOST_ITEMS, TooMuch
from pipeline.formats.providers import provider_of
from pipeline.formats.registry import formats
from pipeline.formats.times import read_time
from pipeline.formats.urgency import urgency_of
from pipeline.outcome import Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Lifecycle, Removed, strongest
from schemas.wire import WireItem

__all__ = ["read_anpa1312"]

_SIGNS = re.compile(rb"(?:[\x16\s]{0,8}\x01[A-Za-z]?\d{3,5})|(?:\s{0,4}\^?[a-z] [a-z][ \x11-\x14])")
_HEADER = re.compile(
    r"(?P<priority>[a-z]) (?P<category>[a-z])[ \t]*(?P<slug>[A-Z][^\n]{2,80}?)[ \t]{1,12}"
    r"(?P<month>\d\d)-(?P<day>\d\d)(?: (?P<words>\d{1,5}))?[ \t]*(?:\n|$)"
)
_HEADER_BYTES = re.compile(
    rb"[a-z] [a-z][ \x11-\x14]*[A-Z][^\r\n]{2,80}?[ \t]{1,12}\d\d-\d\d(?: \d{1,5})?[ \t]*[\r\n]"
)
_TRAILER = re.compile(
    r"(?:^|\n)\s*\^?(?P<all>(?P<provider>[A-Z]{2,8})-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-"
    r"(?P<year>\d\d) (?P<clock>\d{4})GMT)<?\s*\Z"
)
_ALERT = re.compile(r"(?i)APNewsAlert|NewsAlert|FLASH")


def sniff_anpa1312(raw: RawItem) -> float:
    """Sure if the header's second line is there; the control characters may be gone."""
    head = raw.value[:400]
    if _HEADER_BYTES.search(head) is None:
        return 0.0
    return 0.97 if _SIGNS.match(head) else 0.6


@formats.add("anpa1312", sniff=sniff_anpa1312)
def read_anpa1312(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """ANPA 1312: AP and regional wires; one telegram or several."""
    telegrams = [t for t in raw.value.split(b"\x01") if _HEADER_BYTES.search(t[:400])]
    for telegram in (telegrams or [raw.value])[: MOST_ITEMS + 1]:
        try:
            yield _read(raw, telegram)
        except TooMuch as error:
            yield Quarantine(Reason.MALFORMED, f"a telegram that is no wire text: {error}")


def _read(raw: RawItem, telegram: bytes) -> Outcome[WireItem]:
    marked, encoding = _decoded(telegram)
    if not encoding:
        return Quarantine(Reason.NOT_READABLE, "a telegram in no encoding that is known")
    header = _HEADER.search(marked, 0, 500)
    if header is None:
        return Quarantine(Reason.MALFORMED, "a telegram without ANPA 1312's header")
    text = marked[header.end() :]
    trailer = _TRAILER.search(text.rstrip()[-120:])
    provider, at, day = "AP", None, None
    if trailer:
        text = text.rstrip()[: -len(trailer[0].strip("\n"))]
        provider = provider_of(trailer["provider"])
        clock = trailer["clock"]
        date = f"20{trailer['year']}-{trailer['month']}-{trailer['day']}"
        at = read_time(f"{date}T{clock[:2]}:{clock[2:]}:00Z")
        day = date.replace("-", "") if at else None
    day = day or f"{raw.received_at.year}{header['month']}{header['day']}"
    return _item(raw, header, text, encoding, provider, at, day, trailer["all"] if trailer else "")


def _item(
    raw: RawItem,
    header: re.Match[str],
    text: str,
    encoding: str,
    provider: str,
    at: object,
    day: str,
    trailer: str,
) -> Outcome[WireItem]:
    versioned_at = read_time(at.isoformat()) if hasattr(at, "isoformat") else None
    head, body = head_lines(text)
    slug: Slug = slug_of(head.slug or header["slug"])
    blocks = body_blocks(body)
    is_alert = bool(_ALERT.search(slug.text)) or (header["priority"] in "fb" and not head.headline)
    said = [slug.lifecycle, *(of_note(note) for note in head.notes)]
    lifecycle = strongest(*said, *([Lifecycle.ALERT] if is_alert else []))
    if not head.headline and not blocks:
        return Quarantine(Reason.NO_CONTENT, "a telegram without a word")
    removed = [Removed(step="head", where="head", text=words) for words in head.aside]
    if trailer:
        removed.append(Removed(step="trailer", where="tail", text=trailer))
    key = re.sub(r"\W+", "-", slug.story).strip("-")
    if is_alert and _ALERT.search(slug.text):
        key += "-" + blake2b("".join(b.text for b in blocks).encode(), digest_size=4).hexdigest()
    version = None if slug.lead is None else slug.lead + 1
    note = next((n for n in head.notes if of_note(n) is not Lifecycle.NEW), "")
    headline = head.headline
    if not headline and not is_alert:
        headline = slug.text
    return Keep(
        draft(
            raw,
            "anpa1312",
            encoding,
            source=provider.lower(),
            provider=provider,
            guid=f"{provider.lower()}-{day}-{key}",
            version=version,
            created_at=versioned_at,
            versioned_at=versioned_at,
            lifecycle=later_version(lifecycle, version),
            lifecycle_note=note or slug.label,
            headline=headline,
            slugline=slug.text,
            story_slug=slug.story,
            lead=slug.lead,
            take=slug.take,
            byline=head.byline,
            credit=provider,
            urgency=urgency_of(header["priority"]),
            source_urgency=header["priority"],
            categories=(header["category"],),
            editorial_note="\n".join(head.notes),
            body=blocks,
            removed=tuple(removed),
        )
    )


_KEPT = bytes(range(0x20, 0x100)) + b"\t\n\r\x08\x1e\x1f"
_MARKS = {0x08: "\ue008", 0x1E: "\ue01e", 0x1F: "\ue01f"}
"""Codes of tables, kept through the decoding as characters for private use."""


def _decoded(telegram: bytes) -> tuple[str, str]:
    """Return the text with the codes of tables as private characters, and its encoding."""
    plain = telegram.translate(None, bytes(set(range(256)) - set(_KEPT)))
    decoded = decode(plain.translate(None, b"\x08\x1e\x1f"))
    if decoded is None:
        return "", ""
    codec = decoded.encoding
    if codec.startswith("utf-") and codec != "utf-8":
        return decoded.text, codec
    text = plain.decode(codec, "replace")
    for code, mark in _MARKS.items():
        text = text.replace(chr(code), mark)  # ten times faster than translating all of it
    return readable(text), codec
