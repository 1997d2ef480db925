"""IPTC 7901: the wire format of dpa, ATS, DW and others; one telegram or several in a record.

Source: IPTC 7901 (https://iptc.org/standards/iptc-7901/). As agencies send it: ``SOH service+number
priority desk words [selector] agency number [reference] CRLF slugline STX head ... ETX ddhhmm
[zone] month year``, where SOH, STX and ETX may have been stripped on the way, and ATS begins with
DEL. The last line of the head ends with `` =``.

The guid is ``agency-YYYYMMDD-NNNN``: the agency's own number of the day (in the agency's time). A
reference such as ``br 4348`` names number 4348 of the same day. Where the number is 0 the slugline
stands in its place. A telegram without the line that dates it is of the day on which it came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from pipeline.formats.draft import draft
from pipeline.formats.encoding import decode
from pipeline.formats.iptc7901_head import head_of
from pipeline.formats.limits import MOST_ITEMS, TooMuch
from pipeline.formats.providers import provider_of, zone_of
from pipeline.formats.registry import formats
from pipeline.formats.telegram import notepad_at, piped_blocks, time_at_end
from pipeline.formats.urgency import urgency_of
from pipeline.outcome import Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Lifecycle, Reference, Removed, strongest
from schemas.wire import WireItem

__all__ = ["read_iptc7901"]

_HEADER = re.compile(
    r"(?P<service>[a-z]{2,4})(?P<seq>\d{3,5}) (?P<priority>\d) (?P<desk>[a-z]{1,4}) "
    r"(?P<words>\d{1,5}) {1,4}(?:(?P<selector>[a-z]{2,12}) {1,4})?"
    r"(?P<agency>[A-Za-z][A-Za-z-]{1,11}) {1,4}(?P<number>\d{1,5})(?: +(?P<reference>[^\n]{1,60}))?"
    r"[ \t]*(?:\n|$)"
)
_BYTES = re.compile(
    rb"[\x01\x7f\s]{0,8}[a-z]{2,4}\d{3,5} \d [a-z]{1,4} \d{1,5} {1,4}"
    rb"[A-Za-z][A-Za-z -]{1,24}\d{1,5}"
)
_CORRECTS = re.compile(r"\b(?:br|ber|ko|korr)\D{0,3}(\d{1,5})")
_REFERS = re.compile(r"\s*[a-z]{0,5}\D{0,3}?(\d{1,5})\s*", re.IGNORECASE)
"""``zu 0045``: that it speaks of another number, and not how."""

_SLUG_CHARS = 200


def sniff_iptc7901(raw: RawItem) -> float:
    """Sure if the first line is such a header."""
    return 0.97 if _BYTES.match(raw.value[:200].lstrip(b"\xef\xbb\xbf")) else 0.0


@formats.add("iptc7901", sniff=sniff_iptc7901)
def read_iptc7901(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """IPTC 7901: dpa, ATS, DW; control characters may have been lost on the way."""
    telegrams = [t for t in re.split(rb"[\x01\x04]", raw.value) if _BYTES.match(t[:200])]
    for telegram in (telegrams or [raw.value])[: MOST_ITEMS + 1]:
        try:
            yield _read(raw, telegram)
        except TooMuch as error:
            yield Quarantine(Reason.MALFORMED, f"a telegram that is no wire text: {error}")


def _read(raw: RawItem, telegram: bytes) -> Outcome[WireItem]:
    before, has_stx, rest = telegram.partition(b"\x02")
    decoded_head = decode(before if has_stx else telegram)
    decoded = decode(rest) if has_stx else decoded_head
    if decoded is None or decoded_head is None:
        return Quarantine(Reason.NOT_READABLE, "a telegram in no encoding that is known")
    opening = decoded_head.text.lstrip()
    header = _HEADER.match(opening)
    if header is None:
        return Quarantine(Reason.MALFORMED, "a telegram whose first line is no IPTC 7901 header")
    after = opening[header.end() :]
    slugline, text = (_one_line(after), decoded.text) if has_stx else _split_slug(after)
    agency = header["agency"]
    provider = provider_of("dpa" if agency.startswith("dpa-") and "afx" not in agency else agency)
    versioned_at, day, text, gone = time_at_end(text, raw.received_at, zone_of(provider))
    return _item(raw, header, provider, slugline, text, decoded.encoding, versioned_at, day, gone)


def _item(
    raw: RawItem,
    header: re.Match[str],
    provider: str,
    slugline: str,
    text: str,
    encoding: str,
    versioned_at: datetime | None,
    day: str,
    trailer: str,
) -> Outcome[WireItem]:
    agency, number = header["agency"].lower(), int(header["number"])
    own = f"{number:04}" if number else _key(slugline)
    head, text = head_of(text)
    text, notepad = notepad_at(text)
    blocks = piped_blocks(text)
    removed = [*head.removed]
    if notepad:
        removed.append(Removed(step="private_note", where="tail", text=notepad))
    if trailer:
        removed.append(Removed(step="trailer", where="tail", text=trailer))
    lifecycle = head.lifecycle
    if header["priority"] in "12":
        lifecycle = strongest(lifecycle, Lifecycle.ALERT)
    if not head.headline and not blocks:
        return Quarantine(Reason.NO_CONTENT, "a telegram without a word")
    corrected = _CORRECTS.search(header["reference"] or "")
    references: tuple[Reference, ...] = ()
    if corrected:
        guid = f"{agency}-{day}-{int(corrected[1]):04}"
        references = (Reference(rel="corrects", guid=guid),)
        lifecycle = strongest(lifecycle, Lifecycle.CORRECTION)
    elif other := _REFERS.fullmatch(header["reference"] or ""):
        guid = f"{agency}-{day}-{int(other[1]):04}"
        references = (Reference(rel="follows", guid=guid),)
    return Keep(
        draft(
            raw,
            "iptc7901",
            encoding,
            source=agency,
            provider=provider,
            guid=f"{agency}-{day}-{own}",
            versioned_at=versioned_at,
            created_at=versioned_at,
            lifecycle=lifecycle,
            lifecycle_note=head.note if lifecycle is not Lifecycle.NEW else "",
            references=references,
            headline=head.headline,
            slugline=slugline,
            story_slug=slugline.strip("/").lower(),
            lead=head.lead,
            take=head.take,
            byline=head.byline,
            credit=provider,
            urgency=urgency_of(header["priority"]),
            source_urgency=header["priority"],
            categories=(header["desk"],),
            keywords=tuple(filter(None, (word.strip() for word in slugline.split("/")))),
            body=blocks,
            removed=tuple(removed),
        )
    )


def _split_slug(text: str) -> tuple[str, str]:
    """Without STX: the first line that is not empty is the slugline if it has slashes."""
    lines = text.lstrip("\n").split("\n")
    first = lines[0].strip()
    is_slug = first.endswith("/") or (first.startswith("/") and len(first) < _SLUG_CHARS)
    return (first, "\n".join(lines[1:])) if is_slug else ("", text)


def _one_line(text: str) -> str:
    return " ".join(text.split())[:_SLUG_CHARS]


def _key(slugline: str) -> str:
    return re.sub(r"\W+", "-", slugline.lower()).strip("-") or "0000"
