"""NewsML-G2: single items, and messages with several.

Source: IPTC NewsML-G2 specification (https://iptc.org/std/NewsML-G2/). As senders use it: dpa (with
its 7901 header as an ``altId``, and its notepad as notes for editors), STT, Reuters (a cancellation
is an item of the same guid with status ``canceled`` and no body), AP (text in NITF), ANSA, and the
distributors of press releases.

An item's guid is that of its ``guid`` attribute; where it ends with
the version, without that.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.formats.draft import draft, later_version, primary_language
from pipeline.formats.limits import TooMuch
from pipeline.formats.newsmlg2_body import body_of, has_content
from pipeline.formats.newsmlg2_meta import Meta
from pipeline.formats.newsmlg2_notes import notes_of
from pipeline.formats.ninjs_values import authority_of
from pipeline.formats.providers import PRESS_RELEASES, provider_of, zone_of
from pipeline.formats.registry import formats
from pipeline.formats.urgency import urgency_of
from pipeline.formats.xml_tree import NoXml, looks_like_xml, name_of, read_xml, root_name
from pipeline.formats.xml_values import below, children
from pipeline.outcome import Divert, Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Dateline, Lifecycle, strongest
from schemas.wire import WireItem

__all__ = ["read_newsmlg2"]

_ASIDE = "wire.aside"
_ITEMS = ("newsItem", "packageItem", "planningItem", "conceptItem", "knowledgeItem", "catalogItem")
_ROOTS = frozenset((*_ITEMS, "newsMessage"))
_TEXT = frozenset(("text", "composite", ""))
_FLASH = ("1", "2")
"""IPTC's two most urgent: dpa's Blitz and Eil, a flash and a bulletin elsewhere."""
_PULLED = (Lifecycle.KILL, Lifecycle.WITHHOLD)


def sniff_newsmlg2(raw: RawItem) -> float:
    """Sure if the root element is one of NewsML-G2's."""
    if not looks_like_xml(raw.value) or root_name(raw.value) not in _ROOTS:
        return 0.0
    return 0.98 if b"iptc.org/std/nar" in raw.value[:4096] else 0.9


@formats.add("newsmlg2", sniff=sniff_newsmlg2)
def read_newsmlg2(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """NewsML-G2: an item or a message of several; what is no text goes aside."""
    try:
        tree = read_xml(raw.value)
    except (NoXml, TooMuch) as error:
        yield Quarantine(Reason.MALFORMED, f"NewsML-G2 that cannot be read: {error}")
        return
    root = tree.root
    items = [root] if name_of(root) in _ITEMS else list(_items_of(root))
    if not items:
        yield Quarantine(Reason.NO_CONTENT, "a NewsML-G2 message without an item")
    for item in items:
        yield _read(raw, item, tree.encoding)


def _items_of(message: etree._Element) -> Iterator[etree._Element]:
    for item_set in below(message, "itemSet"):
        yield from children(item_set, *_ITEMS)


def _read(raw: RawItem, item: etree._Element, encoding: str) -> Outcome[WireItem]:
    meta = Meta(item)
    guid = _without_version(meta.guid, item.get("version") or "")
    provider = provider_of(meta.provider, *meta.provider_names, authority_of(guid))
    source = authority_of(guid) or provider.lower() or raw.source
    if name_of(item) != "newsItem":
        note = f"a NewsML-G2 {name_of(item)}"
        return Divert(_ASIDE, Reason.NOT_TEXT, f"{source}/{guid}", note=note)
    if meta.item_class not in _TEXT:
        note = f"NewsML-G2 of class {meta.item_class}"
        return Divert(_ASIDE, Reason.NOT_TEXT, f"{source}/{guid}", note=note)
    if not guid:
        return Quarantine(Reason.MALFORMED, "a NewsML-G2 item without a guid")
    try:
        return _with_words(raw, item, meta, encoding, source=source, guid=guid, provider=provider)
    except TooMuch as error:
        return Quarantine(Reason.MALFORMED, f"NewsML-G2 that is no wire text: {error}")


def _with_words(
    raw: RawItem,
    item: etree._Element,
    meta: Meta,
    encoding: str,
    *,
    source: str,
    guid: str,
    provider: str,
) -> Outcome[WireItem]:
    notes = notes_of(meta.notes)
    blocks, set_aside, content_type = body_of(item, meta.headline)
    lifecycle = meta.status or strongest(notes.lifecycle, meta.lifecycle)
    if not blocks and lifecycle not in _PULLED:
        if content_type and not has_content(item):
            note = f"NewsML-G2 whose content lies elsewhere ({content_type})"
            return Divert(_ASIDE, Reason.NOT_TEXT, f"{source}/{guid}", note=note)
        if not meta.headline:
            return Quarantine(Reason.NO_CONTENT, "a NewsML-G2 item without headline and body")
    version = meta.version
    versioned_at = meta.versioned_at or meta.created_at
    removed = [*notes.private, *set_aside]
    near = versioned_at or raw.received_at
    field, remarks = meta.embargo(notes.embargo, near, zone_of(provider))
    language = primary_language(meta.language)
    if meta.urgency in _FLASH and lifecycle in (Lifecycle.NEW, Lifecycle.UPDATE):
        lifecycle = Lifecycle.ALERT
    lifecycle = later_version(lifecycle, version)
    return Keep(
        draft(
            raw,
            "newsmlg2",
            encoding,
            source=source,
            provider=provider,
            guid=guid,
            version=version,
            created_at=meta.created_at,
            versioned_at=versioned_at,
            lifecycle=lifecycle,
            lifecycle_note=notes.lifecycle_note if lifecycle is not Lifecycle.NEW else "",
            references=meta.references(guid),
            embargo=field,
            is_free=meta.is_usable,
            remarks=remarks,
            language=language,
            language_by="said" if language else "",
            headline=meta.headline,
            standfirst=meta.standfirst,
            slugline=meta.slugline,
            byline=meta.byline,
            credit=meta.credit or provider,
            urgency=urgency_of(meta.urgency),
            source_urgency=meta.urgency,
            dateline=Dateline(text="", places=meta.places) if meta.places else None,
            editorial_note=notes.editorial_note,
            rights=meta.rights,
            paid=provider in PRESS_RELEASES or meta.is_press_release,
            genre=meta.genre,
            categories=meta.categories,
            keywords=meta.keywords,
            subjects=meta.subjects,
            names=meta.names,
            body=blocks,
            removed=tuple(removed),
        )
    )


def _without_version(guid: str, version: str) -> str:
    """Reuters and others end a guid with ``:<version>`` or ``:<version>N``."""
    for ending in (f":{version}", f":{version}N", f"_version_{version}"):
        if version and guid.endswith(ending):
            return guid[: -len(ending)]
    return guid
