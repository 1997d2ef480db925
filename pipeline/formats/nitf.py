"""NITF 2.5 to 3.6: IPTC's News Industry Text Format, one story or several in one file.

Source: IPTC NITF specification (https://iptc.org/standards/nitf/) and its schema. As agencies
use it: PA (people and places are marked in the text), EFE, AP (no id), AAP (times of Sydney
without a zone), The Canadian Press, NTB (also with what it passes on from Ritzau), dpa's infoline.

An item's guid is that of its ``doc-id`` by the rules of :mod:`pipeline.formats.nitf_identity`;
without one it is derived by cleaning from headline, date and credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from lxml import etree

from pipeline.formats import nitf_subjects as sorted_by
from pipeline.formats.draft import draft, later_version
from pipeline.formats.embargo import is_slug_embargoed
from pipeline.formats.limits import TooMuch
from pipeline.formats.nitf_aside import at_the_end
from pipeline.formats.nitf_body import body_of
from pipeline.formats.nitf_head import Head
from pipeline.formats.nitf_notes import embargo_of, lifecycle_of, notes_of, references_of
from pipeline.formats.nitf_parties import credit_of, rights_of
from pipeline.formats.providers import PRESS_RELEASES
from pipeline.formats.registry import formats
from pipeline.formats.urgency import urgency_of
from pipeline.formats.xml_tree import NoXml, Tree, looks_like_xml, name_of, read_xml, root_name
from pipeline.formats.xml_values import below, child
from pipeline.outcome import Divert, Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Block, Dateline, Embargo, Lifecycle
from schemas.wire import WireItem

__all__ = ["read_nitf"]

_ASIDE: Final = "wire.aside"
_PULLED: Final = (Lifecycle.KILL, Lifecycle.WITHHOLD)
_NO_TEXT: Final = re.compile(r"(?i)\b(?:photo|picture|image|graphic|video|audio)s?\b")
_OTHERS: Final = frozenset("newsml newsmessage newsitem packageitem rss feed html svg".split())
"""Roots of dialects whose readers read the NITF inside."""

_LOOKED_AT: Final = 64 * 1024
_ROOT: Final = re.compile(rb"<nitf[\s>]", re.IGNORECASE)
_CLOSED: Final = b"</nitf>"
_DECLARATION: Final = re.compile(rb"\s{0,64}<\?xml[^>]{0,200}\?>")
_URGENT: Final = (1, 2)
_ALERT_BLOCKS: Final = 2


def sniff_nitf(raw: RawItem) -> float:
    """Sure if the root element is NITF's, or if there is one in a wrapper that we do not know."""
    if not looks_like_xml(raw.value):
        return 0.0
    root = root_name(raw.value).lower()
    if root == "nitf":
        return 0.98
    if _ROOT.search(raw.value, 0, _LOOKED_AT) is None:
        return 0.0
    return 0.5 if root in _OTHERS else 0.9


@formats.add("nitf", sniff=sniff_nitf)
def read_nitf(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """NITF 2.5 to 3.6: stories of PA, EFE, AP, AAP, CP, NTB; what has only media goes aside."""
    try:
        trees = [read_xml(raw.value)]
    except (NoXml, TooMuch) as error:
        parts = _parts(raw.value)
        if len(parts) < 2:
            yield Quarantine(Reason.MALFORMED, f"NITF that cannot be read: {error}")
            return
        for part in parts:
            try:
                trees = [read_xml(part)]
            except (NoXml, TooMuch) as of_part:
                yield Quarantine(Reason.MALFORMED, f"NITF that cannot be read: {of_part}")
            else:
                yield from _stories(raw, trees[0])
        return
    yield from _stories(raw, trees[0])


def _parts(value: bytes) -> list[bytes]:
    """Part files one after the other, or a wrapper in which one of several is broken."""
    lower = value.lower()
    starts = [found.start() for found in _ROOT.finditer(lower)]
    declared = _DECLARATION.match(value)
    parts = []
    for start, end in pairwise([*starts, len(value)]):
        closed = lower.rfind(_CLOSED, start, end)
        part = value[start : closed + len(_CLOSED) if closed >= 0 else end]
        parts.append((declared[0] if declared else b"") + part)
    return parts


def _stories(raw: RawItem, tree: Tree) -> Iterator[Outcome[WireItem]]:
    if name_of(tree.root) == "NITF":
        _in_small_letters(tree.root)
    stories = [tree.root] if name_of(tree.root) == "nitf" else list(below(tree.root, "nitf"))
    if not stories:
        yield Quarantine(Reason.NO_CONTENT, "NITF without a story")
    for story in stories:
        try:
            yield _read(raw, story, tree.encoding)
        except TooMuch as error:
            yield Quarantine(Reason.MALFORMED, f"NITF that is no wire text: {error}")


def _in_small_letters(root: etree._Element) -> None:
    """NITF was SGML once, and its names are in capitals in old archives."""
    for element in root.iter(etree.Element):
        element.tag = str(element.tag).lower()


def _read(raw: RawItem, story: etree._Element, encoding: str) -> Outcome[WireItem]:
    head = Head(story)
    guid, version = head.identity
    source = head.source or raw.source
    blocks, set_aside, has_media = body_of(head.body)
    notes = notes_of(head.head, head.top, set_aside)
    kinds = sorted_by.kinds_of(head.head, head.meta)
    lifecycle, said_so = lifecycle_of(head.head, notes, kinds)
    if not blocks and lifecycle not in _PULLED:
        if has_media or _NO_TEXT.search(kinds):
            note = "NITF with media and no text"
            return Divert(_ASIDE, Reason.NOT_TEXT, f"{source}/{guid}", note=note)
        if not head.headline:
            return Quarantine(Reason.NO_CONTENT, "NITF without headline and body")
    urgency = urgency_of(head.urgency)
    if _is_alert(head.headline, blocks, urgency) and lifecycle is Lifecycle.NEW:
        lifecycle = Lifecycle.ALERT
    lifecycle = later_version(lifecycle, version)
    versioned_at = head.versioned_at
    issued = versioned_at or raw.received_at
    embargo = embargo_of(head.head, notes, issued=issued, zone=head.zone)
    if embargo is None and is_slug_embargoed(head.title):
        embargo = Embargo(note=head.title)
    head.aside_of_standfirst(blocks)
    removed = [*head.removed, *notes.removed, *set_aside]
    removed += at_the_end(child(head.body, "body.end"))
    language = head.language
    return Keep(
        draft(
            raw,
            "nitf",
            encoding,
            source=source,
            provider=head.provider,
            guid=guid,
            version=version,
            created_at=head.created_at(versioned_at),
            versioned_at=versioned_at,
            lifecycle=lifecycle,
            lifecycle_note=said_so if lifecycle is not Lifecycle.NEW else "",
            references=references_of(head.head, lifecycle, guid),
            embargo=embargo,
            language=language,
            language_by="said" if language else "",
            headline=head.headline,
            standfirst=head.standfirst,
            slugline=head.slugline,
            byline=head.byline,
            credit=credit_of(head.head, head.top, head.provider),
            urgency=urgency,
            source_urgency=head.urgency,
            take=head.take,
            dateline=Dateline(text="", places=head.places) if head.places else None,
            editorial_note=notes.editorial,
            rights=rights_of(head.head, head.top),
            paid=head.provider in PRESS_RELEASES,
            genre=sorted_by.genre_of(head.head, head.meta),
            categories=sorted_by.categories_of(head.head, head.meta),
            keywords=sorted_by.keywords_of(head.head),
            subjects=sorted_by.subjects_of(head.head, head.provider),
            names=sorted_by.named_of(head.head),
            body=blocks,
            is_free=head.head.said("docdata", "management-status").lower() == "usable",
            removed=tuple(removed),
        )
    )


def _is_alert(headline: str, blocks: tuple[Block, ...], urgency: int | None) -> bool:
    """An alert is a sentence or two without a headline, sent before all else."""
    return not headline and 0 < len(blocks) <= _ALERT_BLOCKS and urgency in _URGENT
