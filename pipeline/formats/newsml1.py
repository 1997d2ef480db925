"""NewsML 1.0 to 1.2: one item or several, with components inside each other.

Source: IPTC NewsML 1.2 specification (https://iptc.org/standards/newsml-1/). As agencies use it:
AFP (two generations, alerts with an empty headline), ATS, Kyodo, Reuters, Business Wire (several
languages and style sheets in one item).

An item's guid is ``urn:newsml:`` with its provider id, date id and item id; the ``RevisionId`` is
its version. The public identifier ends with that version, so it is not the guid.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.formats.draft import draft, later_version, primary_language, without
from pipeline.formats.embargo import embargo_in_words, strictest
from pipeline.formats.limits import TooMuch
from pipeline.formats.newsml1_content import content_of
from pipeline.formats.newsml1_meta import Meta
from pipeline.formats.providers import PRESS_RELEASES
from pipeline.formats.registry import formats
from pipeline.formats.urgency import urgency_of
from pipeline.formats.xml_tree import NoXml, looks_like_xml, name_of, read_xml, root_name
from pipeline.formats.xml_values import below, children
from pipeline.outcome import Divert, Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Dateline, Lifecycle, Removed
from schemas.wire import WireItem

__all__ = ["read_newsml1"]

_ASIDE = "wire.aside"
_PULLED = (Lifecycle.KILL, Lifecycle.WITHHOLD)


def sniff_newsml1(raw: RawItem) -> float:
    """Sure if the root element is NewsML's first one."""
    is_it = looks_like_xml(raw.value) and root_name(raw.value) in ("NewsML", "NewsItem")
    return 0.97 if is_it else 0.0


@formats.add("newsml1", sniff=sniff_newsml1)
def read_newsml1(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """NewsML 1.0 to 1.2: AFP, ATS, Kyodo, Reuters, Business Wire; what has no text goes aside."""
    try:
        tree = read_xml(raw.value)
    except (NoXml, TooMuch) as error:
        yield Quarantine(Reason.MALFORMED, f"NewsML that cannot be read: {error}")
        return
    root = tree.root
    items = [root] if name_of(root) == "NewsItem" else list(children(root, "NewsItem"))
    items = items or list(_inside_others(root))
    if not items:
        yield Quarantine(Reason.NO_CONTENT, "NewsML without an item")
    for item in items:
        try:
            yield _read(raw, root, item, tree.encoding)
        except TooMuch as error:
            yield Quarantine(Reason.MALFORMED, f"NewsML that is no wire text: {error}")


def _inside_others(root: etree._Element) -> Iterator[etree._Element]:
    """An item may stand in a component of another; only the outermost are items of the file."""
    outer: etree._Element | None = None
    for item in below(root, "NewsItem"):
        if outer is None or all(parent is not outer for parent in item.iterancestors()):
            outer = item
            yield item


def _read(
    raw: RawItem, root: etree._Element, item: etree._Element, encoding: str
) -> Outcome[WireItem]:
    content = content_of(item)
    meta = Meta(root, item, content.component)
    guid, source = meta.guid, meta.provider_id or meta.provider.lower() or raw.source
    if not content.blocks and content.media and meta.status is None:
        note = f"NewsML with {content.media} and no text"
        return Divert(_ASIDE, Reason.NOT_TEXT, f"{source}/{guid}", note=note)
    if not guid:
        return Quarantine(Reason.MALFORMED, "a NewsML item without an identifier")
    lifecycle, note = meta.lifecycle
    blocks = content.blocks
    headline, remarks = meta.headline, meta.remarks
    if not blocks and lifecycle not in _PULLED and not headline:
        return Quarantine(Reason.NO_CONTENT, "a NewsML item without headline and body")
    if not headline and lifecycle in (Lifecycle.NEW, Lifecycle.UPDATE) and meta.is_urgent:
        lifecycle = Lifecycle.ALERT
    if not headline and lifecycle is not Lifecycle.ALERT and meta.label:
        headline = meta.label
        remarks = (*remarks, "the item has no headline: its label stands in its place")
    version, versioned_at = meta.version, meta.versioned_at
    near = versioned_at or raw.received_at
    in_words, noted_at = embargo_in_words(blocks, near)
    removed = [*content.removed, *meta.removed]
    if noted_at is not None:
        words = blocks[noted_at].text
        removed.append(Removed(step="embargo", where=f"body:{noted_at}", text=words))
    language = primary_language(meta.language)
    lifecycle = later_version(lifecycle, version)
    dateline = meta.dateline
    return Keep(
        draft(
            raw,
            "newsml1",
            encoding,
            source=source,
            provider=meta.provider,
            guid=guid,
            version=version,
            created_at=meta.created_at,
            versioned_at=versioned_at,
            lifecycle=lifecycle,
            lifecycle_note=note if lifecycle is not Lifecycle.NEW else "",
            references=meta.references,
            embargo=strictest(meta.embargo(near), in_words),
            remarks=remarks,
            language=language,
            language_by="said" if language else "",
            headline=headline,
            standfirst=meta.standfirst,
            slugline=meta.slugline,
            byline=meta.byline,
            credit=meta.credit,
            urgency=urgency_of(meta.urgency),
            source_urgency=meta.urgency,
            dateline=dateline if dateline != Dateline(text="") else None,
            editorial_note=meta.editorial_note,
            rights=meta.rights,
            paid=meta.provider in PRESS_RELEASES,
            genre=meta.genre,
            categories=meta.categories,
            keywords=meta.keywords,
            subjects=meta.subjects,
            body=without(blocks, noted_at),
            removed=tuple(removed),
        )
    )
