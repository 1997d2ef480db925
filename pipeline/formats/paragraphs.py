"""Text to paragraphs: soft line breaks are re-flowed, real ones are kept."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.types import Block

__all__ = ["paragraphs", "text_blocks"]

_SOFT_COLUMNS = 100
"""Wire copy is set at 60 to 80 columns; a longer line was never broken softly."""


def text_blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of *text* as blocks; tables keep their lines."""
    return tuple(
        Block(kind="table", text=words) if is_table else Block(text=words)
        for words, is_table in paragraphs(text)
    )


def paragraphs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield paragraphs, and whether each is a table.

    An empty line ends a paragraph; so does a line that begins further in. Where a group of
    lines has one that is longer than any wire's columns, each of its lines is a paragraph.
    """
    group: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            group.append(line.rstrip())
        elif group:
            yield from _of_group(group)
            group = []
    if group:
        yield from _of_group(group)


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
    figures = sum(1 for line in lines if any(c.isdigit() for c in line))
    return gapped * 2 > len(lines) and figures * 2 >= len(lines)
