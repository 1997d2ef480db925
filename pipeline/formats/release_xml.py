"""Press releases in the XML that Nordic agencies' release services export (NTB, STT, Ritzau).

One element ``release`` with the number of the release, its text as HTML in escaped form, a lead
text, an embargo and a publication date as ``dd.MM.yyyy HH:mm`` in the service's own time, and
contacts, which are public in a release but no part of its text. The guid is the release's number;
the host of its address vouches for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from lxml import etree

from pipeline.formats.draft import draft, primary_language
from pipeline.formats.limits import TooMuch
from pipeline.formats.markup import html_blocks
from pipeline.formats.registry import formats
from pipeline.formats.xml_tree import NoXml, looks_like_xml, read_xml, root_name
from pipeline.formats.xml_values import below, child, line_in, spaced_in, text_in
from pipeline.outcome import Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Embargo, Removed
from schemas.wire import WireItem

__all__ = ["read_release_xml"]

_TIME = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?: (\d{1,2})[:.](\d\d))?")
_ZONES = {"fi": "Europe/Helsinki", "sv": "Europe/Stockholm", "da": "Europe/Copenhagen"}
"""By the release's language; Norwegian and what is not known is Oslo's."""


def sniff_release_xml(raw: RawItem) -> float:
    """Sure if the root element is a release with the names of this one."""
    if not looks_like_xml(raw.value) or root_name(raw.value) != "release":
        return 0.0
    return 0.95 if b"<publicationDate" in raw.value or b"<leadtext" in raw.value else 0.5


@formats.add("release_xml", sniff=sniff_release_xml)
def read_release_xml(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """Press releases as Nordic release services export them."""
    try:
        tree = read_xml(raw.value)
        yield _read(raw, tree.root, tree.encoding)
    except (NoXml, TooMuch) as error:
        yield Quarantine(Reason.MALFORMED, f"a release that cannot be read: {error}")


def _read(raw: RawItem, root: etree._Element, encoding: str) -> Outcome[WireItem]:
    number = (root.get("id") or "").strip()
    headline = line_in(child(root, "title"))
    blocks = html_blocks(text_in(child(root, "body")))
    if not number:
        return Quarantine(Reason.MALFORMED, "a release without its number")
    if not headline and not blocks:
        return Quarantine(Reason.NO_CONTENT, "a release without title and text")
    language = primary_language(root.get("lang"))
    zone = ZoneInfo(_ZONES.get(language, "Europe/Oslo"))
    at = _time(line_in(child(root, "publicationDate")), zone)
    held = line_in(child(root, "embargo"))
    field = Embargo(until=_time(held, zone), note=held) if held else None
    publisher = line_in(child(root, "publisher", "name"))
    contacts = [spaced_in(one) for one in below(child(root, "contacts"), "contact")]
    removed = [Removed(step="contact", where="contacts", text=words) for words in contacts if words]
    for name in ("boilerplate", "contactsAsText", "videodescription"):
        if words := line_in(child(root, name)):
            removed.append(Removed(step="boilerplate", where=name, text=words))
    lead = html_blocks(text_in(child(root, "leadtext")))
    return Keep(
        draft(
            raw,
            "release_xml",
            encoding,
            source=_host(line_in(child(root, "longurl"))) or raw.source,
            provider=publisher,
            guid=number,
            created_at=at,
            versioned_at=at,
            embargo=field,
            language=language,
            language_by="said" if language else "",
            headline=headline,
            standfirst=" ".join(block.text for block in lead),
            credit=publisher,
            paid=True,
            genre=line_in(child(root, "type", "label")),
            categories=tuple(
                filter(None, (line_in(c) for c in below(child(root, "categories"), "label")))
            ),
            keywords=tuple(
                filter(None, (k.strip() for k in line_in(child(root, "keywords")).split(",")))
            ),
            body=blocks,
            removed=tuple(removed),
        )
    )


def _time(said: str, zone: ZoneInfo) -> datetime | None:
    found = _TIME.match(said)
    if found is None:
        return None
    day, month, year, hour, minute = (int(part or 0) for part in found.groups())
    try:
        return datetime(year, month, day, hour, minute, tzinfo=zone).astimezone(UTC)
    except ValueError:
        return None


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
