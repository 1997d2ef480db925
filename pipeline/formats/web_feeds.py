"""Feeds of web sites: RSS, Atom and JSON Feed; each entry is an item.

The guid is the entry's id, else its address; the whole text counts before a summary. The feed's
address or title names the provider. The same entry with another time of update is another version
of the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from html import escape
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from pipeline.formats import ninjs_values as values
from pipeline.formats.draft import draft, primary_language
from pipeline.formats.encoding import readable
from pipeline.formats.json_value import NoJson, json_value
from pipeline.formats.limits import MOST_ITEMS, TooMuch
from pipeline.formats.markup import html_blocks
from pipeline.formats.other_dialects import beginning, is_json
from pipeline.formats.paragraphs import text_blocks
from pipeline.formats.providers import provider_of
from pipeline.formats.registry import formats
from pipeline.formats.times import read_time
from pipeline.formats.xml_tree import NoXml, looks_like_xml, read_xml, root_name
from pipeline.formats.xml_values import below, children, line_in
from pipeline.outcome import Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Block
from schemas.wire import WireItem

__all__ = ["read_json_feed", "read_web_feed"]

_ROOTS = frozenset(("rss", "feed", "RDF"))
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')


def sniff_web_feed(raw: RawItem) -> float:
    """Sure if the root element is RSS's or Atom's."""
    return 0.96 if looks_like_xml(raw.value) and root_name(raw.value) in _ROOTS else 0.0


@formats.add("web_feed", sniff=sniff_web_feed)
def read_web_feed(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """RSS and Atom: each entry one item."""
    try:
        tree = read_xml(raw.value)
    except (NoXml, TooMuch) as error:
        yield Quarantine(Reason.MALFORMED, f"a feed that cannot be read: {error}")
        return
    channel = next(below(tree.root, "channel"), tree.root)
    entries = list(islice(below(tree.root, "item", "entry"), MOST_ITEMS + 1))
    if not entries:
        yield Quarantine(Reason.NO_CONTENT, "a feed without an entry")
    site, title, rights = (
        _link(channel),
        _said(channel, "title"),
        _said(channel, "rights", "copyright"),
    )
    language = _said(channel, "language") or _lang(tree.root)
    for entry in entries:
        full, summary = _html(entry, "encoded", "content"), _html(entry, "summary", "description")
        yield _item(
            raw,
            "web_feed",
            tree.encoding,
            id_=_said(entry, "guid", "id") or _link(entry),
            link=_link(entry),
            site=site,
            title=title,
            headline=_html(entry, "title"),
            html=full or summary,
            summary=summary if full else "",
            byline=_author(entry),
            language=_said(entry, "language") or language,
            created_at=read_time(_said(entry, "pubDate", "published", "issued", "date", "created")),
            updated_at=read_time(_said(entry, "updated", "modified", "lastBuildDate")),
            keywords=tuple(
                filter(None, (c.get("term") or line_in(c) for c in children(entry, "category")))
            ),
            rights=_said(entry, "rights", "copyright") or rights,
        )


def _said(element: etree._Element, *names: str) -> str:
    """Return the line of the first of those children that says something, in the names' order."""
    for name in names:
        for one in children(element, name):
            if words := line_in(one):
                return words
    return ""


def _link(element: etree._Element) -> str:
    """Return the address of the page: RSS's words, or Atom's alternate link."""
    for one in children(element, "link"):
        address = (one.get("href") or line_in(one)).strip()
        if address and one.get("rel") in (None, "alternate"):
            return address
    return ""


def _html(element: etree._Element, *names: str) -> str:
    """Return the HTML in a child: escaped as words, or as elements of its own."""
    for name in names:
        for one in children(element, name):
            if len(one):
                return str(etree.tostring(one, encoding="unicode", with_tail=False))
            if (one.text or "").strip():
                is_text = one.get("type") == "text"
                return escape(one.text or "", quote=False) if is_text else one.text or ""
    return ""


def _author(entry: etree._Element) -> str:
    names = [_said(one, "name") or line_in(one) for one in children(entry, "author")]
    return ", ".join(filter(None, names)) or _said(entry, "creator")


def _lang(root: etree._Element) -> str:
    return root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""


def sniff_json_feed(raw: RawItem) -> float:
    """Sure if it names the version of JSON Feed."""
    if not is_json(beginning(raw.value)):
        return 0.0
    return 0.99 if _JSON_FEED.search(raw.value, 0, 16384) else 0.0


@formats.add("json_feed", sniff=sniff_json_feed)
def read_json_feed(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """JSON Feed 1.x: each item one item."""
    try:
        value, encoding = json_value(raw.value)
    except NoJson as error:
        yield Quarantine(Reason.MALFORMED, str(error))
        return
    feed = values.object_of(value)
    items = values.entries_of(feed.get("items"))
    if not items:
        yield Quarantine(Reason.NO_CONTENT, "a feed without an item")
    for item in items:
        if not isinstance(item, dict):
            yield Quarantine(Reason.MALFORMED, "an item of a feed that is no object")
            continue
        authors = item.get("authors") or feed.get("authors")
        text = values.text_of(item.get("content_text"))
        yield _item(
            raw,
            "json_feed",
            encoding,
            id_=values.text_of(item.get("id")) or values.text_of(item.get("url")),
            link=values.text_of(item.get("url")),
            site=values.text_of(feed.get("home_page_url")) or values.text_of(feed.get("feed_url")),
            title=values.text_of(feed.get("title")),
            headline=values.text_of(item.get("title")),
            html=values.text_of(item.get("content_html")),
            text=text,
            summary=values.text_of(item.get("summary")),
            byline=", ".join(values.names_of(authors)),
            language=values.text_of(item.get("language")) or values.text_of(feed.get("language")),
            created_at=read_time(item.get("date_published")),
            updated_at=read_time(item.get("date_modified")),
            keywords=values.names_of(item.get("tags")),
            rights="",
        )


def _item(
    raw: RawItem,
    format_: str,
    encoding: str,
    *,
    id_: str,
    link: str,
    site: str,
    title: str,
    headline: str,
    html: str,
    summary: str,
    byline: str,
    language: str,
    created_at: datetime | None,
    updated_at: datetime | None,
    keywords: tuple[str, ...],
    rights: str,
    text: str = "",
) -> Outcome[WireItem]:
    guid = readable(id_).strip()
    if not guid:
        return Quarantine(Reason.MALFORMED, "an entry of a feed without id and address")
    try:
        blocks: tuple[Block, ...] = html_blocks(html) if html.strip() else text_blocks(text)
        standfirst = " ".join(block.text for block in html_blocks(summary)) if summary else ""
        title_blocks = html_blocks(headline)
    except TooMuch as error:
        return Quarantine(Reason.MALFORMED, f"an entry that is no wire text: {error}")
    words = " ".join(block.text for block in title_blocks)
    if not words and not blocks:
        return Quarantine(Reason.NO_CONTENT, "an entry of a feed without title and text")
    versioned_at = updated_at or created_at
    host = _host(link) or _host(site)
    said = primary_language(language)
    return Keep(
        draft(
            raw,
            format_,
            encoding,
            source=values.authority_of(guid) or host or raw.source,
            provider=provider_of(host, title) if provider_of(host) != host else title or host,
            guid=guid,
            created_at=created_at,
            versioned_at=versioned_at,
            language=said,
            language_by="said" if said else "",
            headline=" ".join(words.split()),
            standfirst=standfirst,
            byline=values.line_of(byline),
            credit=values.line_of(title) or host,
            rights=values.text_of(rights),
            keywords=tuple(dict.fromkeys(keywords)),
            body=blocks,
        )
    )


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
