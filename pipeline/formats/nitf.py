"""NITF 3.x: IPTC's News Industry Text Format, one story or several in one file.

Source: IPTC NITF specification (https://iptc.org/standards/nitf/). As agencies use it: PA (the
version and the part stand at the end of the ``doc-id``; people and places are marked in the text),
EFE (sign-offs as byline), AP, AAP (times in Sydney's), The Canadian Press (what a revision did
stands in ``revision-history``), NTB, and dpa's infoline (``doc-id`` ends with the time of the
version).

An item's guid is the ``id-string`` of its ``doc-id`` without a version; without one it is derived
by cleaning from headline, date and credit.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.formats.draft import draft, later_version, primary_language, without
from pipeline.formats.embargo import embargo_in_words, strictest
from pipeline.formats.limits import TooMuch
from pipeline.formats.nitf_body import body_of
from pipeline.formats.nitf_head import Head
from pipeline.formats.providers import PRESS_RELEASES
from pipeline.formats.registry import formats
from pipeline.formats.urgency import urgency_of
from pipeline.formats.xml_tree import NoXml, looks_like_xml, name_of, read_xml, root_name
from pipeline.formats.xml_values import below, child
from pipeline.outcome import Divert, Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Dateline, Lifecycle, Removed
from schemas.wire import WireItem

__all__ = ["read_nitf"]

_ASIDE = "wire.aside"
_PULLED = (Lifecycle.KILL, Lifecycle.WITHHOLD)


def sniff_nitf(raw: RawItem) -> float:
    """Sure if the root element is NITF's, or if there is one further in."""
    if not looks_like_xml(raw.value):
        return 0.0
    if root_name(raw.value) == "nitf":
        return 0.98
    return 0.5 if b"<nitf" in raw.value[:4096] else 0.0


@formats.add("nitf", sniff=sniff_nitf)
def read_nitf(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """NITF 3.x: stories of PA, EFE, AP, AAP, CP, NTB; what has only media goes aside."""
    try:
        tree = read_xml(raw.value)
    except (NoXml, TooMuch) as error:
        yield Quarantine(Reason.MALFORMED, f"NITF that cannot be read: {error}")
        return
    root = tree.root
    stories = [root] if name_of(root) == "nitf" else list(below(root, "nitf"))
    if not stories:
        yield Quarantine(Reason.NO_CONTENT, "NITF without a story")
    for story in stories:
        try:
            yield _read(raw, story, tree.encoding)
        except TooMuch as error:
            yield Quarantine(Reason.MALFORMED, f"NITF that is no wire text: {error}")


def _read(raw: RawItem, story: etree._Element, encoding: str) -> Outcome[WireItem]:
    head = Head(story)
    guid, version = head.identity
    source = head.provider.lower() or raw.source
    content = child(story, "body", "body.content")
    blocks, set_aside, has_media = body_of(content)
    lifecycle, note = head.lifecycle
    if not blocks and lifecycle not in _PULLED:
        if has_media:
            note = "NITF with media and no text"
            return Divert(_ASIDE, Reason.NOT_TEXT, f"{source}/{guid}", note=note)
        if not head.headline:
            return Quarantine(Reason.NO_CONTENT, "NITF without headline and body")
    versioned_at = head.versioned_at
    in_words, noted_at = embargo_in_words(blocks, versioned_at or raw.received_at)
    removed = [*head.removed, *set_aside]
    if noted_at is not None:
        words = blocks[noted_at].text
        removed.append(Removed(step="embargo", where=f"body:{noted_at}", text=words))
    language = primary_language(head.language)
    lifecycle = later_version(lifecycle, version)
    return Keep(
        draft(
            raw,
            "nitf",
            encoding,
            source=source,
            provider=head.provider,
            guid=guid,
            version=version,
            created_at=head.created_at,
            versioned_at=versioned_at,
            lifecycle=lifecycle,
            lifecycle_note=note if lifecycle is not Lifecycle.NEW else "",
            embargo=strictest(head.embargo(versioned_at or raw.received_at), in_words),
            language=language,
            language_by="said" if language else "",
            headline=head.headline,
            standfirst=head.standfirst,
            slugline=head.slugline,
            byline=head.byline,
            credit=head.credit,
            urgency=urgency_of(head.urgency),
            source_urgency=head.urgency,
            take=head.take,
            dateline=Dateline(text="", places=head.places) if head.places else None,
            editorial_note=head.editorial_note,
            rights=head.rights,
            paid=head.provider in PRESS_RELEASES,
            genre=head.genre,
            categories=head.categories,
            keywords=head.keywords,
            subjects=head.subjects,
            body=without(blocks, noted_at),
            removed=tuple(removed),
        )
    )
