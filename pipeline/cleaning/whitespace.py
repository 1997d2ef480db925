"""White space: one blank between words; quotes, dashes and names stay as they are."""

from __future__ import annotations

from pipeline.cleaning.registry import cleaners
from schemas.types import Block
from schemas.wire import WireItem

__all__ = ["clean_whitespace"]


@cleaners.add("whitespace", needs={"body"}, gives={"body"})
def clean_whitespace(item: WireItem) -> WireItem:
    """Make each gap between words one blank; tables and lists keep their lines and tabs."""
    changes: dict[str, object] = {
        name: _line(text)
        for name in ("headline", "standfirst", "byline", "credit", "slugline")
        if not _is_tidy(text := getattr(item, name))
    }
    for block in item.body:
        text, html = block.text, block.html
        if not (text and _is_tidy(text)) or (html and not _is_tidy(html)):
            changes["body"] = tuple(block for block in map(_tidy, item.body) if block.text)
            break
    return item.model_copy(update=changes) if changes else item


def _is_tidy(text: str) -> bool:
    """Return whether nothing is to be done, which is quickly seen: no white space but the blank
    is printable."""
    return text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]


def _line(text: str) -> str:
    """Join what blanks of any kind part, non-breaking ones too.

    Agencies put those inside names and figures for their own typesetting, and a reader who
    searches for the name types a plain one.
    """
    return " ".join(text.split())


def _tidy(block: Block) -> Block:
    if block.kind in ("table", "ul", "ol"):
        lines = (line.rstrip() for line in block.text.split("\n"))
        text = "\n".join(line for line in lines if line)
    else:
        text = _line(block.text)
    html = _line(block.html)
    if text == block.text and html == block.html:
        return block
    return block.model_copy(update={"text": text, "html": html})
