"""Which of a NewsML item's components is its text, and what the others say beside it."""

from __future__ import annotations

import html
from dataclasses import dataclass

from lxml import etree

from pipeline.formats.encoding import readable
from pipeline.formats.markup import element_blocks, html_blocks
from pipeline.formats.nitf_body import NITF_ELEMENTS, body_of
from pipeline.formats.paragraphs import text_blocks
from pipeline.formats.xml_tree import name_of
from pipeline.formats.xml_values import below, child, line_in
from schemas.types import Block, Removed

__all__ = ["Content", "content_of"]

_MAIN = frozenset(("main", "body", "story", "text", "maintext", "bodytext", ""))
_NO_TEXT = frozenset(("css", "stylesheet", "javascript", "logo"))
_OUTSIDE = frozenset(("script", "style", "head", "title"))


@dataclass(frozen=True, slots=True)
class Content:
    """The text of an item, the component that holds it, and what was set aside."""

    blocks: tuple[Block, ...]
    component: etree._Element | None
    removed: tuple[Removed, ...]
    media: str
    """The media that the item has besides text, or instead of it; empty if none."""


def content_of(item: etree._Element) -> Content:
    """Choose the main text: by the role of its component, then the first, then the longest.

    Captions and other texts beside it are in the record of cleaning, style sheets are not.
    """
    texts: list[tuple[int, int, etree._Element]] = []
    media = ""
    for n, one in enumerate(below(item, "ContentItem")):
        kind = _formal(one, "MediaType").lower()
        form = f"{_formal(one, 'Format')} {_formal(one, 'MimeType')}".lower()
        if kind not in ("", "text") or "image" in form or child(one, "DataContent") is None:
            media = media or kind or form.strip() or "media"
            continue
        role = _role(one).lower()
        if any(word in form or word == role for word in _NO_TEXT):
            continue
        rank = 0 if role in _MAIN else 1 if role in ("summary", "abstract") else 2
        if rank == 2 and ("caption" in role or "headline" in role or "title" in role):
            rank = 3
        texts.append((rank, n, one))
    chosen: etree._Element | None = None
    blocks: tuple[Block, ...] = ()
    set_aside: tuple[Removed, ...] = ()
    removed: list[Removed] = []
    for rank, _, one in sorted(texts, key=lambda text: text[:2]):
        if chosen is None and rank < 3:
            found, beside = _words(one)
            if found:
                chosen, blocks, set_aside = one, found, beside
                continue
        words = line_in(child(one, "DataContent"))
        if words and "headline" not in _role(one).lower():
            step = "media" if rank == 3 else "other_text"
            removed.append(Removed(step=step, where=_role(one) or "body", text=words))
    component = None if chosen is None else chosen.getparent()
    return Content(blocks, component, (*set_aside, *removed), media)


def _words(content: etree._Element) -> tuple[tuple[Block, ...], tuple[Removed, ...]]:
    data = child(content, "DataContent")
    if data is None:
        return (), ()
    body = next(below(data, "body.content"), None)
    if body is not None:
        blocks, removed, _ = body_of(body)
        return blocks, removed
    if len(data):
        body = next(below(data, "body"), None)
        form = _formal(content, "Format").lower()
        if body is None and "nitf" in form:
            blocks, removed, _ = body_of(data)
            return blocks, removed
        root = data if body is None else body
        rename = {**NITF_ELEMENTS, "DataContent": "div"}
        return element_blocks(root, rename=rename, skipped=_OUTSIDE), ()
    text = readable(data.text or "")
    if "</p>" in text or "<br" in text or "&lt;p" in text:
        return html_blocks(html.unescape(text) if "&lt;p" in text else text), ()
    return text_blocks(text), ()


def _formal(element: etree._Element, name: str) -> str:
    found = child(element, name)
    return "" if found is None else (found.get("FormalName") or "").strip()


def _role(content: etree._Element) -> str:
    """Return the role of the nearest component that names one."""
    for parent in content.iterancestors():
        if name_of(parent) == "NewsItem":
            break
        if role := _formal(parent, "Role"):
            return role
    return ""
