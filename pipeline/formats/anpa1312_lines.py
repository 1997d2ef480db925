"""The lines of an ANPA 1312 text: the head between ``^`` and ``<``, paragraphs, and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.formats.paragraphs import text_blocks
from schemas.types import Block

__all__ = ["Lines", "body_blocks", "head_lines"]

_MOST_LINES = 20
_MOST_SLUG = 160
_NOTE = re.compile(r"(?:\(?Eds?:|\(?EDITORS?:)\s*", re.I)
_BYLINE = re.compile(r"By [A-Z\u00c0-\u017f]")
_PICTURES = re.compile(r"(?:[A-Z]{2,8}|Reuters|With) (?:Photo|Video|Graphic|Audio)|\(?With:", re.I)
_TITLE = re.compile(
    r"(?:The )?Associated Press(?: [A-Z][\w ]{2,40})?$|(?:AP|Reuters) [A-Z][\w ]{3,40}$"
)
_ROW, _EM, _EN = "\ue008", "\ue01e", "\ue01f"
_GAP = re.compile(f"[ {_EM}{_EN}]*[{_EM}{_EN}][ {_EM}{_EN}]*")
_CODES = re.compile(f"[{_ROW}{_EM}{_EN}]")


@dataclass(frozen=True, slots=True)
class Lines:
    """The head: slug, headline, byline, notes to editors, and other lines."""

    slug: str
    headline: str
    byline: str
    notes: tuple[str, ...]
    aside: tuple[str, ...]


def head_lines(text: str) -> tuple[Lines, str]:
    """Return the head, and the text after it.

    A line that ends with ``=`` goes on in the next. The first line is the slug; the next that is
    no note, no byline and no mention of pictures is the headline.
    """
    lines = text.lstrip("\n").split("\n")
    slug = headline = byline = ""
    notes: list[str] = []
    aside: list[str] = []
    n = 0
    while n < min(len(lines), _MOST_LINES):
        line = lines[n].strip()
        if not line.startswith("^") or _CODES.search(line):
            break
        words = _plain(line.strip("^<= "))
        n += 1
        if not words:
            continue
        if not slug and n == 1 and line.endswith("<") and len(words) <= _MOST_SLUG:
            slug = words
            aside.append(words)
        elif _NOTE.match(words):
            notes.append(words)
            aside.append(words)
        elif _BYLINE.match(words):
            byline = words
        elif byline and headline and (_TITLE.match(words) or _is_title(line, words)):
            byline += f", {words}"
        elif _PICTURES.match(words):
            aside.append(words)
        elif not headline:
            headline = words
        elif line.endswith("<"):
            aside.append(words)
        else:
            n -= 1
            break
    return Lines(slug, headline, byline, tuple(notes), tuple(aside)), "\n".join(lines[n:])


def _is_title(line: str, words: str) -> bool:
    """After the name comes what the writer is, in a line that goes on: ``^Weather Writer=``."""
    return line.endswith("=") and len(words.split()) <= 4 and not any(map(str.isdigit, words))


def body_blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs and tables after the head."""
    blocks: list[Block] = []
    prose: list[str] = []
    rows: list[str] = []

    def prose_ends() -> None:
        if any(line.strip() for line in prose):
            blocks.extend(text_blocks("\n".join(prose)))
        prose.clear()

    def table_ends() -> None:
        if rows:
            blocks.append(Block(kind="table", text="\n".join(rows)))
        rows.clear()

    for line in text.split("\n"):
        if line.startswith(_ROW) or _EM in line or _EN in line:
            prose_ends()
            cells = _GAP.sub("\t", _ROW_MARK.sub("", line)).strip("\t ")
            cells = re.sub(r"(?:^|(?<=\t))_(?=\t|$)", "\u2014", cells)
            if row := _plain(_CODES.sub("", cells).rstrip("<=")):
                rows.append(row)
            continue
        table_ends()
        bare = line.strip()
        is_head = bare.startswith("^")
        words = _plain(bare.lstrip("^").rstrip("<") if is_head else line.rstrip().rstrip("<"))
        if is_head:
            prose.extend(("", words.rstrip("="), ""))
        else:
            prose.append(words)
    table_ends()
    prose_ends()
    return tuple(blocks)


_ROW_MARK = re.compile(f"^{_ROW}[A-Z]?")
_QUOTES = ((re.compile("``"), "\u201c"), (re.compile("''"), "\u201d"))
_DASH = re.compile(r"(?<=\s)_(?=\s)")


def _plain(words: str) -> str:
    """Set quotes and dashes as they are meant: the code has no characters for them."""
    if "`" in words or "''" in words:
        for pattern, mark in _QUOTES:
            words = pattern.sub(mark, words)
    return _DASH.sub("\u2014", words) if "_" in words else words
