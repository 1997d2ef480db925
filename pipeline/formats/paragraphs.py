"""Text to paragraphs: soft line breaks are re-flowed, real ones are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

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
    found = list(islice(paragraphs(text, has_head=has_head), MOST_BLOCKS + 1))
    if len(found) > MOST_BLOCKS:
        raise TooMuch(f"more than {MOST_BLOCKS:,} paragraphs")
    return tuple(
        Block(kind="table", text=words) if is_table else Block(text=words)
        for words, is_table in found
    )


def paragraphs(text: str, *, has_head: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield paragraphs, and whether each is a table.

    An empty line ends a paragraph; so does a line that begins further in. Where a group of
    lines has one that is longer than any wire's columns, each of its lines is a paragraph.
    In a head each line is, if it was not broken because the next word had no room.
    """
    for chunk in text.split("\n\n"):
        words = chunk.strip()
        if "\n" not in words:
            if words:
                yield words, False
        elif has_head or not _is_plain(words):
            yield from _of_chunk(chunk, text if has_head else "")
        else:
            yield words.replace("\n", " "), False
        has_head = has_head and not words


def _is_plain(words: str) -> bool:
    """Return whether lines are one paragraph for sure, as nearly all are: no gaps, none further
    in, no word broken at a line's end."""
    lines = words.split("\n")
    return (
        "  " not in words
        and "\t" not in words
        and max(map(len, lines)) <= _SOFT_COLUMNS
        and _NO_WORD.isdisjoint([line[0] for line in lines])
        and _NO_WORD.isdisjoint([line[-1] for line in lines])
    )


_NO_WORD = frozenset(c for c in map(chr, range(0x3001)) if c.isspace() or c == "-")
"""White space of every kind, and a hyphen; the last of Unicode's spaces is U+3000."""


def _of_chunk(chunk: str, text: str) -> Iterator[tuple[str, bool]]:
    """Part what has no empty line in it, but maybe lines of blanks; *text* if it may be a head."""
    group: list[str] = []
    for line in (*chunk.split("\n"), ""):
        if written := line.rstrip():
            group.append(written)
        elif group:
            if text and 1 < len(group) <= _HEAD_LINES:
                for part in _head_parts(group, max(map(len, text.split("\n")))):
                    yield from _of_group(part)
            else:
                yield from _of_group(group)
            group, text = [], ""


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
    gapped = 0
    for line in lines:
        if "  " in line or "\t" in line:
            words = line.strip()
            gapped += "  " in words or "\t" in words
    if gapped * 2 <= len(lines):
        return False
    figures = sum(1 for line in lines if _FIGURE.search(line))
    return figures * 2 >= len(lines)


_FIGURE = re.compile(r"\d")
