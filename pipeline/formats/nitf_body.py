"""The text of a NITF body: paragraphs, intertitles, lists, tables; what is no text is set aside.

Source: IPTC NITF 2.5 to 3.6 (https://iptc.org/standards/nitf/), whose ``body.content`` also stands
inside NewsML 1.2 (AFP, Kyodo, ATS). Seen in copy: ``block`` around everything (AP, CP), soft line
breaks as ``br`` (AAP), a whole team sheet in ``pre`` (PA), bare words without any ``p`` (EFE), and
pictures' captions among the paragraphs (dpa, NTB).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Final, Literal

from lxml import etree

from pipeline.formats.encoding import readable
from pipeline.formats.limits import MOST_BLOCKS, MOST_ELEMENTS, TooMuch
from pipeline.formats.markup import SKIPPED, element_blocks, unescaped
from pipeline.formats.nitf_aside import ASIDE, is_media, set_aside
from pipeline.formats.paragraphs import paragraphs, text_blocks
from pipeline.formats.xml_tree import name_of
from pipeline.formats.xml_values import child
from schemas.types import Block, Removed

__all__ = ["NITF_ELEMENTS", "body_of"]

NITF_ELEMENTS: Final = {
    "hl1": "h2",
    "hl2": "h3",
    "bq": "blockquote",
    "block": "div",
    "nitf-table": "div",
    "nitf-table-summary": "p",
    "custom-table": "div",
    "body.content": "div",
    "content": "div",
    "abstract": "div",
    "byline": "p",
    "dateline": "p",
    "credit": "p",
    "datasource": "p",
    "postaddr": "p",
    "fn": "p",
    "nitf-col": "td",
}
"""Which element of HTML each of NITF's own is like; the others are pieces of the text."""

_TEXT: Final = frozenset("p hl1 hl2 table ol ul dl bq block pre li tr td div h1 h2 h3".split())
_INLINE: Final = frozenset(
    "br hr a em strong b i u q person org location chron money num event function object.title "
    "virtloc lang city country state region sublocation name.given name.family sub sup".split()
)
_PLAIN: Final = (
    (_TEXT - {"pre", "block"})
    | _INLINE
    | frozenset("body.content thead tbody tfoot th col colgroup caption dt dd".split())
)
"""In a body with nothing but these elements all words are text as they stand."""

_PROSE: Final[dict[str, Literal["p", "h3"]]] = {"p": "p", "hl2": "h3"}
_MARKED: Final = frozenset("br hr a em strong b i".split())
_PROSE_ALONE: Final = (_INLINE - _MARKED) | _PROSE.keys() | {"body.content", "block"}

_LEAST_COLUMNS, _MOST_COLUMNS = 40, 100
"""Wires set their lines at 60 to 80 columns; a shorter one has room left, a longer never broke."""

_EMPTY_LINE: Final = re.compile(r"\n[ \t]*\n")
_GAP: Final = re.compile(r"\t| {2,}")


def body_of(
    content: etree._Element | None,
) -> tuple[tuple[Block, ...], tuple[Removed, ...], bool]:
    """Return the blocks of ``body.content``, what was set aside, and whether there were media.

    Captions are set aside as ``media``, notes that no reader may see as ``private_note``, other
    notes as ``note``. The element stays as it was; a ``nitf`` or ``body`` is read by
    what is in it. Raises :class:`TooMuch` for what is no wire text.
    """
    if content is not None and name_of(content) in ("nitf", "body"):
        body = content if name_of(content) == "body" else child(content, "body")
        inside = child(body, "body.content")
        content = body if inside is None and child(body, "body.head") is None else inside
    if content is None:
        return (), (), False
    names, n_paragraphs = set(), 0
    for n, element in enumerate(content.iter(etree.Element)):
        if n == MOST_ELEMENTS:
            raise TooMuch(f"more than {MOST_ELEMENTS:,} elements of NITF")
        names.add(name := name_of(element))
        n_paragraphs += name in _PROSE
    if names <= _PROSE_ALONE and (prose := _prose(content, n_paragraphs)) is not None:
        return prose, (), False
    aside: tuple[Removed, ...] = ()
    if names - _PLAIN:
        content = deepcopy(content)
        aside = set_aside(content)
        if not names.isdisjoint(("frac-num", "pre")):
            _rewrite(content)
    if not names & _TEXT:
        blocks = text_blocks(_without_indents(content))
    else:
        blocks = element_blocks(content, rename=NITF_ELEMENTS, skipped=SKIPPED | {ASIDE})
    return blocks, aside, any(map(is_media, names))


def _prose(content: etree._Element, n_paragraphs: int) -> tuple[Block, ...] | None:
    """Read paragraphs and intertitles without any markup, as most bodies are, at four times the
    speed; None if there is more to it."""
    parts = list(content)
    if len(parts) == 1 and name_of(parts[0]) == "block" and not _has_words(content.text):
        content, parts = parts[0], list(parts[0])
    if len(parts) != n_paragraphs or len(parts) > MOST_BLOCKS or not parts:
        return None
    if any(map(_has_words, (content.text, *(part.tail for part in parts)))):
        return None
    blocks = []
    for part in parts:
        kind = _PROSE.get(name_of(part))
        if kind is None:
            return None
        text = (part.text or "") if len(part) == 0 else "".join(part.itertext())
        if text := " ".join(readable(unescaped(text)).split()):
            blocks.append(Block(kind=kind, text=text))
    return tuple(blocks)


def _has_words(text: str | None) -> bool:
    return text is not None and not text.isspace() and text != ""


def _without_indents(content: etree._Element) -> str:
    """Bare words: the lines in which they stand part them into paragraphs."""
    parts: list[str] = []
    hidden: etree._Element | None = None
    for event, element in etree.iterwalk(content, events=("start", "end")):
        if event == "start":
            if hidden is None and element.tag == ASIDE:
                hidden = element
            if hidden is None:
                parts += ("\n" if name_of(element) == "br" else "", element.text or "")
        elif hidden is element:
            hidden = None
        if event == "end" and hidden is None and element is not content:
            parts.append(element.tail or "")
    groups = ([line.strip() for line in lines] for lines in _groups(readable("".join(parts))))
    return "\n\n".join(part for group in groups for part in _unbroken(group))


def _rewrite(content: etree._Element) -> None:
    """``1/2`` shall not become ``12``, and the lines of a ``pre`` mean something."""
    for element in list(content.iter("{*}frac-num", "{*}pre")):
        if name_of(element) == "pre":
            _rewrite_pre(element)
            continue
        before, after = element.getparent(), element.getnext()
        slash = after is not None and name_of(after) == "frac-sep" and (after.text or "").strip()
        if not slash and not (element.tail or "").strip():
            element.tail = "/"
        above = before.getparent() if before is not None else None
        if above is not None and above[0] is before and (above.text or "")[-1:].isdigit():
            above.text = f"{above.text} "  # <num>1<frac>...: one and a half


def _rewrite_pre(pre: etree._Element) -> None:
    text, tail = readable("".join(pre.itertext())), pre.tail
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


def _groups(text: str) -> Iterator[list[str]]:
    """Yield the lines that no empty line parts."""
    for group in _EMPTY_LINE.split(text):
        if lines := [line.rstrip() for line in group.split("\n") if line.strip()]:
            yield lines


def _unbroken(lines: list[str]) -> Iterator[str]:
    """Join lines that were broken for want of room, and only those."""
    width = min(max(_LEAST_COLUMNS, *map(len, lines)), _MOST_COLUMNS)
    whole, last = [lines[0].strip()], lines[0]
    for line in lines[1:]:
        word = line.split(maxsplit=1)[0]
        if last[-1] in ",-" or word[0].islower() or len(last) + 1 + len(word) > width:
            whole.append(line.strip())
        else:
            yield " ".join(whole)
            whole = [line.strip()]
        last = line
    yield " ".join(whole)
