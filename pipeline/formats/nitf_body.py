"""The text of a NITF body: paragraphs, intertitles, lists, tables; what is no text is set aside.

Source: IPTC NITF 3.2 to 3.6 (https://iptc.org/standards/nitf/), whose ``body.content`` also stands
inside NewsML 1.2 (AFP, Kyodo, ATS), with or without a ``nitf`` around it. Seen in copy: ``block``
around everything (AP, CP), soft line breaks as ``br`` (AAP), a whole team sheet in ``pre`` (PA),
bare words without any ``p``, and pictures' captions among the paragraphs (dpa).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from lxml import etree

from pipeline.formats.encoding import readable
from pipeline.formats.markup import element_blocks
from pipeline.formats.nitf_aside import set_aside
from pipeline.formats.paragraphs import paragraphs, text_blocks
from pipeline.formats.xml_tree import name_of
from schemas.types import Block, Removed

__all__ = ["LIKE_HTML", "body_of"]

LIKE_HTML: Final = {
    "hl1": "h2",
    "hl2": "h3",
    "bq": "blockquote",
    "fn": "p",
    "credit": "p",
    "block": "div",
    "datasource": "p",
    "abstract": "div",
    "byline": "p",
    "dateline": "p",
    "custom-table": "div",
    "nitf-table-summary": "div",
    "body.content": "div",
    "nitf": "div",
    "content": "div",
    "postaddr": "p",
}
"""Which element of HTML each of NITF's block elements is like; all others are parts of a text."""

_TEXT: Final = frozenset("p hl1 hl2 table ol ul dl bq block pre li tr td div hr".split())
_CHANGED: Final = frozenset(("frac-sep", "frac-den", "pre"))
_LEAST_COLUMNS, _MOST_COLUMNS = 40, 100
"""Wires set their lines at 60 to 80 columns; a shorter one has room left, a longer never broke."""

_EMPTY_LINE: Final = re.compile(r"\n[ \t]*\n")
_GAP: Final = re.compile(r"\t| {2,}")


def body_of(element: etree._Element) -> tuple[tuple[Block, ...], tuple[Removed, ...]]:
    """Return the blocks of a ``nitf``, ``body`` or ``body.content``, and what is set aside.

    Captions are set aside as ``media``, notes that no reader may see as ``private_note``, other
    notes as ``editorial_note``, an author's line at the end as ``tagline``. The element itself
    stays as it was. Raises :class:`TooMuch` for what is no wire text.
    """
    parts = list(element.iter(*_PARTS))
    contents = [part for part in parts if name_of(part) == "body.content"]
    if not contents and name_of(element) != "body.end":
        contents = [_without_head(element)]
    blocks: list[Block] = []
    removed: list[Removed] = []
    for content in contents:
        read, aside = _content(content)
        blocks += read
        removed += aside
    for end in parts:
        if name_of(end) == "body.end":
            removed += set_aside(end, where="tail", everything="tagline")
    return tuple(blocks), tuple(removed)


_PARTS: Final = ("{*}body.content", "{*}body.end")


def _without_head(element: etree._Element) -> etree._Element:
    """A body that has no ``body.content`` in it (it should) is its content itself."""
    element = deepcopy(element)
    for part in list(element.iter("{*}head", "{*}body.head", "{*}body.end")):
        if part is not element:
            part.clear()
    return element


def _content(content: etree._Element) -> tuple[tuple[Block, ...], list[Removed]]:
    names = {name_of(e) for e in content.iter(etree.Element)}
    aside: list[Removed] = []
    if names - _PLAIN:
        content = deepcopy(content)
        aside = set_aside(content, where="body")
        if names & _CHANGED:
            _rewrite(content)
    if not names & _TEXT:
        return _bare(content), aside
    return element_blocks(content, rename=LIKE_HTML), aside


_PLAIN: Final = _TEXT - {"pre"} | frozenset(
    "body.content a br em strong b i q person org location chron money num event function "
    "object.title virtloc lang city country state region sublocation name.given name.family "
    "thead tbody tfoot th col colgroup caption dt dd sub sup".split()
)
"""With nothing but these elements a body has no word to set aside."""


def _bare(content: etree._Element) -> tuple[Block, ...]:
    """Words without paragraphs: their lines are what the agency parted them by."""
    if len(content) == 0:
        return text_blocks(_outdented(content.text or ""))
    content = deepcopy(content)
    for line_break in content.iter("{*}br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return text_blocks(_outdented("".join(content.itertext())))


def _outdented(text: str) -> str:
    """Paragraphs without their indents, apart by empty lines."""
    groups = ([line.strip() for line in group] for group in _groups(readable(text)))
    return "\n\n".join(part for group in groups for part in _unbroken(group))


def _groups(text: str) -> Iterator[list[str]]:
    """Yield the lines that no empty line parts."""
    for group in _EMPTY_LINE.split(text):
        if lines := [line.rstrip() for line in group.split("\n") if line.strip()]:
            yield lines


def _rewrite(content: etree._Element) -> None:
    """``1<frac-sep/>2`` is 1/2 and not 12; a ``pre`` has lines that mean something."""
    for element in list(content.iter(etree.Element)):
        name = name_of(element)
        if name == "frac-sep" and not (element.text or "").strip():
            element.text = "/"
        elif name == "frac-den" and (before := element.getprevious()) is not None:
            if name_of(before) == "frac-num" and not (before.tail or "").strip():
                before.tail = "/"
        elif name == "pre":
            _rewrite_pre(element)


def _rewrite_pre(pre: etree._Element) -> None:
    text = readable("".join(pre.itertext()))
    tail = pre.tail
    pre.clear()
    pre.tag, pre.tail = "div", tail
    for lines in _groups(text):
        if any(is_table for _, is_table in paragraphs("\n".join(lines))):
            table = etree.SubElement(pre, "table")
            for line in lines:
                row = etree.SubElement(table, "tr")
                for cell in _GAP.split(line.strip()):
                    etree.SubElement(row, "td").text = cell
        else:
            for paragraph in _unbroken(lines):
                etree.SubElement(pre, "p").text = paragraph


def _unbroken(lines: list[str]) -> Iterator[str]:
    """Join lines that were broken for want of room, and only those."""
    width = min(max(_LEAST_COLUMNS, *map(len, lines)), _MOST_COLUMNS)
    whole = lines[0].strip()
    last = lines[0]
    for line in lines[1:]:
        word = line.split(maxsplit=1)[0]
        if last[-1] in ",-" or word[0].islower() or len(last) + 1 + len(word) > width:
            whole += f" {line.strip()}"
        else:
            yield whole
            whole = line.strip()
        last = line
    yield whole
