"""HTML to blocks: the words of the page's text and a small safe subset of its markup.

lxml (libxml2) is the parser because it stops at a nesting of 256: 100,000 nested elements took
0.1 s in it, and 19 s in a faster parser that builds them all.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Mapping
from typing import Literal
from urllib.parse import urlsplit

from lxml import etree

from pipeline.formats.encoding import readable
from pipeline.formats.limits import MOST_BLOCKS, MOST_DEPTH, MOST_ELEMENTS, TooMuch
from schemas.types import Block

__all__ = ["SKIPPED", "element_blocks", "html_blocks", "unescaped"]

_Kind = Literal["p", "h2", "h3", "ul", "ol", "table", "blockquote"]

SKIPPED = frozenset(
    "script style head title noscript template iframe object embed svg math form button select "
    "textarea input audio video canvas figure nav".split()
)
"""Elements of HTML whose words are no part of a text."""

_AS_THEY_ARE: Mapping[str, str] = {}
_HEADINGS: dict[str, _Kind] = {
    "h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"
}  # fmt: skip
_BLOCKS = frozenset(
    "p div section article main header footer aside address pre dl dt dd center hr body html "
    "li ul ol table tr td th thead tbody tfoot caption blockquote hl1 hl2".split()
) | frozenset(_HEADINGS)
_LARGE_CHARS = 64 * 1024
"""From here on attributes are taken off before parsing: libxml2 compares each of an element's
attributes with all others, which for 40,000 took two seconds, and 8 MB may hold a million."""

_TAG = re.compile(r"<(/?[A-Za-z][\w:.-]{0,60})([^<>]*+)>?")
_HREF = re.compile(r"\bhref\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))", re.IGNORECASE)
_INLINE = {"em": "em", "i": "em", "strong": "strong", "b": "strong"}


def html_blocks(markup: str) -> tuple[Block, ...]:
    """Return the blocks of a piece of HTML; whatever is no text (scripts, forms) is left out.

    Only ``em``, ``strong`` and links to http(s) keep their markup; every attribute but ``href``
    is gone. Malformed HTML is read as a browser would read it. Raises :class:`TooMuch` for HTML
    nested so deep that the parser would drop its words.
    """
    parser = etree.HTMLParser(
        recover=True, remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8"
    )
    if len(markup) > _LARGE_CHARS:
        markup = _TAG.sub(_with_href_alone, markup)
    try:
        parser.feed(readable(markup).encode("utf-8", "replace"))
        root = parser.close()
    except etree.LxmlError:
        return ()
    return () if root is None else element_blocks(root)


def element_blocks(
    root: etree._Element,
    *,
    rename: Mapping[str, str] = _AS_THEY_ARE,
    skipped: Collection[str] = SKIPPED,
) -> tuple[Block, ...]:
    """Return the blocks below an element of HTML, or of XML that is like it (NITF, XHTML).

    Namespaces do not count. *rename* says which HTML element one of XML's own is like
    (``{"hl2": "h3"}``); what is unknown is a piece of the text around it. The words of *skipped*
    elements are left out: the format that calls reads them into fields of their own. Raises
    :class:`TooMuch`, see there.
    """
    collector = _Collector()
    skipping: etree._Element | None = None
    depth = elements = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag[:1] == "{":
            tag = tag.rpartition("}")[2]
        tag = rename.get(tag, tag)
        if event == "start":
            depth += 1
            elements += 1
            if elements > MOST_ELEMENTS:
                raise TooMuch(f"more than {MOST_ELEMENTS:,} elements of HTML")
            if depth > MOST_DEPTH:
                raise TooMuch(f"HTML elements nested deeper than {MOST_DEPTH}")
            if skipping is None and tag in skipped:
                skipping = element
            if skipping is None:
                collector.start(tag, element)
                collector.text(element.text)
        else:
            depth -= 1
            if skipping is None:
                collector.end(tag)
            elif skipping is element:
                skipping = None
            if skipping is None and element is not root:
                collector.text(element.tail)
    return collector.finished()


def unescaped(words: str) -> str:
    """Return *words* with the characters that were escaped twice: ``&amp;#39;`` in the source.

    Only those that no text spells out; ``<`` and ``>`` stay, since they might make markup.
    """
    return _TWICE.sub(lambda found: html.unescape(found[0]), words) if "&" in words else words


_TWICE = re.compile(r"&(?:#(?!6[02];)\d{2,5}|quot|apos|nbsp|amp);")


class _Tag(str):
    """A piece of markup among words."""

    __slots__ = ()


def _escaped(piece: str) -> str:
    return piece if isinstance(piece, _Tag) else html.escape(piece, quote=False)


class _Collector:
    """Gathers words and safe markup, and makes a block at each block element's borders."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._words: list[str] = []
        self._html: list[str] = []
        self._open: list[_Tag] = []
        self._marked = False
        self._kind: _Kind = "p"
        self._list: _Kind | None = None
        self._items: list[str] = []
        self._rows: list[list[str]] = []
        self._in_table = 0
        self._quote = 0

    def text(self, words: str | None) -> None:
        if words:
            words = readable(unescaped(words))
            self._words.append(words)
            self._html.append(words)

    def start(self, tag: str, element: etree._Element) -> None:
        if tag == "br":
            self.text("\n" if self._in_table == 0 else " ")
            return
        if tag in _INLINE:
            self._markup(f"<{_INLINE[tag]}>", f"</{_INLINE[tag]}>")
            return
        if tag == "a":
            href = _safe_href(element.get("href") or "")
            opening = f'<a href="{html.escape(href)}">' if href else ""
            self._markup(opening, "</a>" if href else "")
            return
        if tag not in _BLOCKS:
            return
        self._flush()
        if tag in _HEADINGS:
            self._kind = _HEADINGS[tag]
        elif tag in ("ul", "ol"):
            self._end_list()
            self._list = "ul" if tag == "ul" else "ol"
        elif tag == "table":
            self._in_table += 1
        elif tag == "tr" and self._in_table:
            self._rows.append([])
        elif tag == "blockquote":
            self._quote += 1

    def end(self, tag: str) -> None:
        if tag in _INLINE or tag == "a":
            if self._open:
                self._html.append(self._open.pop())
            return
        if tag not in _BLOCKS:
            return
        if tag in ("td", "th") and self._in_table:
            self._cell()
            return
        self._flush()
        self._kind = "p"
        if tag in ("ul", "ol"):
            self._end_list()
        elif tag == "table" and self._in_table:
            self._in_table -= 1
            if not self._in_table:
                self._end_table()
        elif tag == "blockquote" and self._quote:
            self._quote -= 1

    def finished(self) -> tuple[Block, ...]:
        self._flush()
        self._end_list()
        self._end_table()
        return tuple(self._blocks)

    def _markup(self, opening: str, closing: str) -> None:
        self._html.append(_Tag(opening))
        self._open.append(_Tag(closing))
        self._marked = self._marked or bool(opening)

    def _taken(self) -> tuple[str, str]:
        words = " ".join("".join(self._words).split())
        markup = (
            "".join(map(_escaped, [*self._html, *reversed(self._open)])) if self._marked else ""
        )
        self._words, self._html, self._marked = [], [], False
        # An element that is still open goes on in the next block.
        self._open = [_Tag() for _ in self._open]
        return words, " ".join(markup.split())

    def _flush(self) -> None:
        if self._in_table:
            if self._words and not self._rows:
                self._cell()
            else:
                self.text(" ") if self._words else None
            return
        if not self._words and not self._open and not self._html:
            return
        words, markup = self._taken()
        if not words:
            return
        if len(self._blocks) == MOST_BLOCKS:
            raise TooMuch(f"more than {MOST_BLOCKS:,} paragraphs")
        if self._list:
            self._items.append(words)
            return
        kind: _Kind = "blockquote" if self._quote and self._kind == "p" else self._kind
        self._blocks.append(Block(kind=kind, text=words, html=markup))

    def _cell(self) -> None:
        words, _ = self._taken()
        if not self._rows:
            self._rows.append([])
        self._rows[-1].append(words)

    def _end_list(self) -> None:
        if self._list and self._items:
            self._blocks.append(Block(kind=self._list, text="\n".join(self._items)))
        self._list, self._items = None, []

    def _end_table(self) -> None:
        rows = ["\t".join(cells) for cells in self._rows if any(cells)]
        if rows:
            self._blocks.append(Block(kind="table", text="\n".join(rows)))
        self._rows = []


def _with_href_alone(tag: re.Match[str]) -> str:
    """Return a tag with the one attribute that is looked at, closed and quoted as it must be."""
    href = _HREF.search(tag[2])
    link = next(filter(None, href.groups()), "") if href else ""
    quoted = f' href="{link.replace(chr(34), "%22")}"' if link else ""
    return f"<{tag[1]}{quoted}{'/' if tag[2].endswith('/') else ''}>"


def _safe_href(href: str) -> str:
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return ""
    return parts.geturl() if parts.scheme in ("http", "https") and parts.netloc else ""
