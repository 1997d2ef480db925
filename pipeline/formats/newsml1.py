"""NewsML 1.0 to 1.2: one item or several, each with components inside each other.

Source: IPTC NewsML 1.2 (https://iptc.org/standards/newsml-1/). As agencies use it: AFP in two
generations (NITF inside, or its paragraphs alone beside pictures; alerts with an empty headline),
EFE (several items in a file), ATS, Kyodo, Reuters (packages that only point at items), Business
Wire (each part of a release is a component; style sheets among them).

The guid is ``urn:newsml:`` with provider id, date id and item id; ``RevisionId`` is the version. An
item that has its text in several languages is several: the first has the guid, the others have the
guid with ``#`` and their language.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pipeline.formats.draft import primary_language
from pipeline.formats.limits import TooMuch
from pipeline.formats.newsml1_content import Words
from pipeline.formats.newsml1_item import item_of
from pipeline.formats.newsml1_management import Management
from pipeline.formats.newsml1_parts import component_of, language_of
from pipeline.formats.newsml1_story import Inside, Story, inside
from pipeline.formats.registry import formats
from pipeline.formats.xml_tree import NoXml, looks_like_xml, name_of, read_xml, root_name
from pipeline.formats.xml_values import below
from pipeline.outcome import Divert, Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Lifecycle
from schemas.wire import WireItem

__all__ = ["read_newsml1"]

_ASIDE = "wire.aside"
_MARK = b"<NewsML"
_HEAD_BYTES = 4096


def sniff_newsml1(raw: RawItem) -> float:
    """Sure if the root element is NewsML 1's; NewsML-G2 spells its own in other ways."""
    if not looks_like_xml(raw.value):
        return 0.0
    name = root_name(raw.value)
    if name in ("NewsML", "NewsItem"):
        return 0.97
    # In somebody's envelope, such as SOAP's.
    return 0.9 if name not in ("nitf", "newsMessage") and _MARK in raw.value[:_HEAD_BYTES] else 0.0


@formats.add("newsml1", sniff=sniff_newsml1)
def read_newsml1(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """NewsML 1.0 to 1.2: AFP, EFE, ATS, Kyodo, Business Wire; pictures and packages go aside."""
    try:
        tree = read_xml(raw.value)
    except NoXml as error:
        yield Quarantine(Reason.MALFORMED, f"NewsML that cannot be read: {error}")
        return
    root = tree.root
    envelope = next(below(root, "NewsML"), root)
    items = list(below(root, "NewsItem"))
    for item in items:
        try:
            yield from _read(raw, envelope, item, tree.encoding)
        except TooMuch as error:
            yield Quarantine(Reason.MALFORMED, f"NewsML that is no wire text: {error}")
    if not items and any(name_of(one) in ("TopicSet", "Catalog") for one in root):
        yield Divert(_ASIDE, Reason.NOT_TEXT, f"{raw.source}/", note="NewsML that lists topics")


def _read(
    raw: RawItem, root: etree._Element, item: etree._Element, encoding: str
) -> Iterator[Outcome[WireItem]]:
    management, content = Management.of(root, item), inside(item)
    if not content.stories:
        yield _without_text(raw, management, content, item, encoding)
        return
    first = primary_language(content.stories[0].language)
    for story in content.stories:
        language = primary_language(story.language)
        suffix = f"#{language}" if management.guid and language != first else ""
        made = item_of(raw, management, story, item, encoding, suffix=suffix)
        if made.body or _is_pulled(made):
            yield Keep(made)
        else:
            yield _without_text(raw, management, content, item, encoding)


def _without_text(
    raw: RawItem, management: Management, content: Inside, item: etree._Element, encoding: str
) -> Outcome[WireItem]:
    """An item without a text may be a kill, a picture, a package, a headline or nothing.

    A kill goes on whatever is left in it: it must reach what it kills.
    """
    outermost = content.outermost or component_of(item, None)
    story = Story(outermost, language_of(outermost), (), Words())
    made = item_of(raw, management, story, item, encoding)
    if _is_pulled(made):
        return Keep(made)
    if content.media:
        return _aside(raw, management, f"NewsML with {content.media} and no text")
    if content.has_links:
        return _aside(raw, management, "NewsML that only points at other items")
    if made.headline:
        if content.is_elsewhere:
            remark = "the text lies at another address, and is not in the file"
            made = made.model_copy(update={"remarks": (*made.remarks, remark)})
        return Keep(made)
    if any(name_of(one) in ("TopicSet", "Catalog") for one in item):
        return _aside(raw, management, "NewsML that lists topics")
    if any(name_of(one) == "Update" for one in item):
        note = "a NewsML item that changes parts of an earlier revision, and has no text of its own"
        return Quarantine(Reason.NO_CONTENT, note)
    return Quarantine(Reason.NO_CONTENT, "a NewsML item without headline and text")


def _is_pulled(item: WireItem) -> bool:
    return item.lifecycle in (Lifecycle.KILL, Lifecycle.WITHHOLD) and bool(item.guid)


def _aside(raw: RawItem, management: Management, note: str) -> Divert:
    source = management.source or raw.source
    return Divert(_ASIDE, Reason.NOT_TEXT, f"{source}/{management.guid}", note=note)
