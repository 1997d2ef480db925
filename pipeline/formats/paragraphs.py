"""Text to paragraphs: soft line breaks are re-flowed, real ones are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.formats.limits import MOST_BLOCKS, MOST_LINES, TooMuch
from schemas.types import Block

__all__ = ["paragraphs", "text_blocks"]

_SOFT_COLUMNS = 100
"""Wire copy is set at 60 to 80 columns; a longer line was never broken softly."""


_HEAD_LINES = 6
"""Labels, headline and byline at most; a longer first group of lines is a paragraph."""


def text_blocks(text: str, *, has_head: bool = False) -> tuple[Block, ...]:
    """Return the paragraphs of *text* as blocks; tables keep their lines.

    With *has_head* the text begins with a headline. Raises :class:`TooMuch` for what is no text.
    """
    if text.count("\n") > MOST_LINES:
        raise TooMuch(f"more than {MOST_LINES:,} lines")
    blocks: list[Block] = []
    for words, is_table in paragraphs(text, has_head=has_head):
        if len(blocks) == MOST_BLOCKS:
            raise TooMuch(f"more than {MOST_BLOCKS:,} paragraphs")
        blocks.append(Block(kind="table", text=words) if is_table else Block(text=words))
    return tuple(blocks)


def paragraphs(text: str, *, has_head: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield paragraphs, and whether each is a table.

    An empty line ends a paragraph; so does a line that begins further in. Where a group of
    lines has one that is longer than any wire's columns, each of its lines is a paragraph.
    In a head each line is, if it was not broken because the next word had no room.
    """
    lines = text.split("\n")
    width = max(map(len, lines)) if has_head else 0
    group: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            group.append(line.rstrip())
        elif group:
            if has_head and 1 < len(group) <= _HEAD_LINES:
                for part in _head_parts(group, width):
                    yield from _of_group(part)
            else:
                yield from _of_group(group)
            group, has_head = [], False


def _head_parts(lines: list[str], width: int) -> Iterator[list[str]]:
    """Part a head where a line ended although the next word had room in the text's columns."""
    part = [lines[0]]
    for line in lines[1:]:
        word = line.split(maxsplit=1)[0]
        goes_on = word[0].islower() or part[-1][-1] in ",-"
        if goes_on or len(part[-1]) + 1 + len(word) > min(width, _SOFT_COLUMNS):
            part.append(line)
        else:
            yield part
            part = [line]
    yield part


def _of_group(lines: list[str]) -> Iterator[tuple[str, bool]]:
    if len(lines) > 1 and _is_table(lines):
        yield "\n".join(line.strip("\n") for line in lines), True
        return
    if len(lines) > 1 and max(map(len, lines)) > _SOFT_COLUMNS:
        for line in lines:
            yield line.strip(), False
        return
    paragraph: list[str] = []
    for line in lines:
        if paragraph and line[:2].isspace():
            yield _flowed(paragraph), False
            paragraph = []
        paragraph.append(line)
    yield _flowed(paragraph), False


def _flowed(lines: list[str]) -> str:
    """Join soft-broken lines; a word broken at its own hyphen stays one word."""
    flowed = lines[0].strip()
    for line in lines[1:]:
        words = line.strip()
        joined = len(flowed) > 1 and flowed[-1] == "-" and flowed[-2].isalpha()
        flowed += words if joined else f" {words}"
    return flowed


def _is_table(lines: list[str]) -> bool:
    """Columns: most lines have gaps of two blanks, or tabs, between words, and figures."""
    gapped = sum(1 for line in lines if "  " in line.strip() or "\t" in line.strip())
    if gapped * 2 <= len(lines):
        return False
    return sum(1 for line in lines if _FIGURE.search(line)) * 2 >= len(lines)


_FIGURE = re.compile(r"\d")
