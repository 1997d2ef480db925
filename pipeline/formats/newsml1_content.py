"""The words of a NewsML ``ContentItem``, whatever markup they are in.

Seen in copy: NITF whole or only its paragraphs (AFP's two generations), NITF with a head of its own
(EFE, Kyodo), XHTML (Business Wire); allowed by the specification, and sent by others: plain text,
HTML in CDATA or escaped once or twice, XML as text, base64.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from dataclasses import dataclass, field

from lxml import etree

from pipeline.formats.encoding import decode, readable
from pipeline.formats.markup import element_blocks, html_blocks
from pipeline.formats.nitf_body import body_of
from pipeline.formats.paragraphs import text_blocks
from pipeline.formats.xml_tree import NoXml, name_of, read_xml
from pipeline.formats.xml_values import below, child, line_in, text_in
from schemas.types import Block, Removed

__all__ = ["Words", "words_of"]

_MARKUP = re.compile(
    r"</(?:p|div|b|i|em|strong|span|table|ul|ol|h\d|a|body)\s*>|<br\s*/?>|<p[ >]", re.IGNORECASE
)
_ESCAPED = re.compile(r"&lt;/?(?:p|br|div|b|i|em|strong|span|table|ul|h\d|a)\b", re.IGNORECASE)
_NAMED = re.compile(r"&[A-Za-z]{2,8}\d?;")
_IS_XML = re.compile(r"\s*<(?:\?xml\b|!DOCTYPE\s+(?:nitf|html)|nitf\b|html\b[^>]*\bxmlns)", re.I)
_COLUMNS = re.compile(r" {2,}|\t")
_BEGINNING_CHARS = 400
_IN_HEAD = {"hl1": "headline", "hl2": "subheadline", "byline": "byline", "note": "note"}
_BESIDE = ("figure", "iframe", "object")


@dataclass(frozen=True, slots=True)
class Words:
    """The text of one content item, what its own head says, and what was set aside."""

    blocks: tuple[Block, ...] = ()
    removed: tuple[Removed, ...] = ()
    head: dict[str, str] = field(default_factory=dict)
    """``headline``, ``subheadline``, ``byline``, ``abstract``, ``dateline``, ``note`` of NITF."""
    nitf: etree._Element | None = None


def words_of(data: etree._Element | None) -> Words:
    """Return the words of a ``ContentItem``'s ``DataContent``."""
    if data is None:
        return Words()
    if name_of(data) == "Encoding":
        return _of_text(_decoded(data))
    if not len(data):
        return _of_text(text_in(data))
    if any(name_of(one).isupper() for one in data):
        # HTML as it was written before XHTML: its reader knows both cases.
        inner = "".join(etree.tostring(one, encoding="unicode") for one in data)
        return Words(html_blocks(html.escape(data.text or "", quote=False) + inner))
    return _of_markup(data)


def _of_markup(data: etree._Element) -> Words:
    for pre in [*data.iter("{*}pre")]:
        _lines_to_rows(pre)
    nitf = data if name_of(data) == "nitf" else child(data, "nitf")
    if nitf is None and (own := next(below(data, "body.content"), None)) is not None:
        blocks, removed, _ = body_of(own)
        return Words(blocks, removed, _nitf_head(next(below(data, "body.head"), None)))
    if nitf is not None:
        body = child(nitf, "body")
        content = child(body, "body.content") if body is not None else None
        if content is None and body is not None and child(body, "body.head") is None:
            content = body
        blocks, removed, _ = body_of(content)
        end = line_in(child(body, "body.end"))
        if end:
            removed = (*removed, Removed(step="tagline", where="body.end", text=end))
        return Words(blocks, removed, _nitf_head(child(body, "body.head")), nitf)
    page = next(below(data, "body"), None)
    if page is None:
        blocks, removed, _ = body_of(data)
        return Words(blocks, removed)
    beside = [line_in(one) for one in below(page, *_BESIDE)]
    removed = tuple(Removed(step="media", where="body", text=words) for words in beside if words)
    return Words(element_blocks(page), removed)


def _lines_to_rows(pre: etree._Element) -> None:
    """Give set text its paragraphs and tables: its lines and columns are all that it has."""
    if len(pre) or "\n" not in (pre.text or "").strip():
        return
    blocks = text_blocks(readable(pre.text))
    pre.tag, pre.text = "div", None
    for block in blocks:
        if block.kind != "table":
            etree.SubElement(pre, "p").text = block.text
            continue
        table = etree.SubElement(pre, "table")
        for line in block.text.split("\n"):
            row = etree.SubElement(table, "tr")
            for cell in _COLUMNS.split(line.strip()):
                etree.SubElement(row, "td").text = cell


def _nitf_head(head: etree._Element | None) -> dict[str, str]:
    said: dict[str, str] = {}
    if head is None:
        return said
    for one in below(head, *_IN_HEAD):
        if words := line_in(one):
            said.setdefault(_IN_HEAD[name_of(one)], words)
    for name in ("abstract", "dateline"):
        if words := line_in(child(head, name)):
            said[name] = words
    return said


def _decoded(encoding: etree._Element) -> str:
    """An ``Encoding`` says by its notation how the words inside are written."""
    inner = next(below(encoding, "DataContent"), None)
    if "base64" not in (encoding.get("Notation") or "").lower():
        return text_in(inner)
    try:
        decoded = decode(base64.b64decode("".join(text_in(inner).split()), validate=True))
    except (binascii.Error, ValueError):
        return ""
    return decoded.text if decoded is not None else ""


def _of_text(text: str) -> Words:
    text = readable(text)
    if _IS_XML.match(text, 0, _BEGINNING_CHARS):
        try:
            return _of_markup(read_xml(text.encode()).root)
        except NoXml:
            return Words(html_blocks(text))
    if not _MARKUP.search(text) and _ESCAPED.search(text):
        text = html.unescape(text)
    if _MARKUP.search(text):
        return Words(html_blocks(text))
    return Words(text_blocks(html.unescape(text) if _NAMED.search(text) else text))
