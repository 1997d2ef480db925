"""The words of a NewsML-G2 item: XHTML, NITF or plain text in its ``contentSet``."""

from __future__ import annotations

import base64
import binascii

from lxml import etree

from pipeline.formats.encoding import decode, readable
from pipeline.formats.markup import SKIPPED, element_blocks, html_blocks
from pipeline.formats.paragraphs import text_blocks
from pipeline.formats.xml_tree import name_of
from pipeline.formats.xml_values import below, child, children, spaced_in
from schemas.types import Block, Removed

__all__ = ["body_of", "has_content"]

_CONTENT = ("inlineXML", "inlineData")
_NITF = {"hl1": "h2", "hl2": "h3", "bq": "blockquote", "block": "div"}
_HEADS = frozenset(("header", "headline", "hedline", "h1", "body.head"))
"""Where a document repeats what its fields say."""
_NOTEPAD = frozenset(("notepad", "np-public", "np-nonpublic", "closingline", "mw_contactinfo"))


def has_content(item: etree._Element) -> bool:
    """Return whether the item brings words of its own, not only an address of them."""
    return any(name_of(one) in _CONTENT for one in children(child(item, "contentSet")))


def body_of(
    item: etree._Element, headline: str
) -> tuple[tuple[Block, ...], tuple[Removed, ...], str]:
    """Return the blocks, what was set aside of them, and the content type that was read.

    Of several renditions the richest counts: XML before text. A head that repeats the headline is
    not read again; one that says other words is in the record of cleaning.
    """
    content = child(item, "contentSet")
    ways = sorted(children(content, *_CONTENT), key=_richness)
    for one in ways:
        kind = one.get("contenttype") or ""
        found = _of_xml(one, headline) if name_of(one) == "inlineXML" else _of_data(one, kind)
        if found[0]:
            return (*found, kind)
    remote = child(content, "remoteContent")
    return (), (), "" if remote is None else remote.get("contenttype") or "remote"


def _richness(content: etree._Element) -> int:
    if name_of(content) == "inlineXML":
        return 0
    # dpa adds renditions of parts as text: the slugline, the notepad.
    return 2 if content.get("rendition") else 1


def _of_xml(
    content: etree._Element, headline: str
) -> tuple[tuple[Block, ...], tuple[Removed, ...]]:
    body = next(below(content, "body.content"), None)
    if body is None:
        body = next(below(content, "body"), None)
    if body is None:
        body = content
    heads = [one for one in body.iter() if name_of(one) in _HEADS or _is_aside(one)]
    removed = []
    for one in heads:
        parent = one.getparent()
        if parent is None or one is body:
            continue
        words = spaced_in(one)
        if words and words != headline:
            step = "private_note" if _is_aside(one) else "head"
            removed.append(Removed(step=step, where="body", text=words))
        _take_out(one, parent)
    return element_blocks(body, rename=_NITF, skipped=SKIPPED - {"header"}), tuple(removed)


def _is_aside(element: etree._Element) -> bool:
    return bool(_NOTEPAD.intersection((element.get("class") or "").split()))


def _take_out(element: etree._Element, parent: etree._Element) -> None:
    """Take an element out of its parent, and leave the text behind it where it is."""
    tail, before = element.tail, element.getprevious()
    parent.remove(element)
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail


def _of_data(content: etree._Element, kind: str) -> tuple[tuple[Block, ...], tuple[Removed, ...]]:
    text = readable("".join(content.itertext()))
    if (content.get("encoding") or "").lower().endswith("base64"):
        try:
            decoded = decode(base64.b64decode(text, validate=False))
        except (binascii.Error, ValueError):
            decoded = None
        text = decoded.text if decoded is not None else ""
    if not text.strip() or not (kind == "" or kind.startswith("text") or "html" in kind):
        return (), ()
    is_markup = "html" in kind or "</p>" in text
    return (html_blocks(text) if is_markup else text_blocks(text)), ()
