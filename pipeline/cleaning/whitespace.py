"""White space: one blank between words; quotes, dashes and names stay as they are."""

from __future__ import annotations

import re

from pipeline.cleaning.registry import cleaners
from schemas.types import Block
from schemas.wire import WireItem

__all__ = ["clean_whitespace"]

_ODD = re.compile(r"[\t\n\r\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]")
"""Non-breaking blanks too: agencies put them inside names and figures for their own typesetting,
and a reader who searches for the name types a plain one."""

_RUN = re.compile(r" {2,}")
# Two patterns that find nothing in most texts, instead of one that touches every blank.


@cleaners.add("whitespace", needs={"body"}, gives={"body"})
def clean_whitespace(item: WireItem) -> WireItem:
    """Make each gap between words one blank; tables and lists keep their lines and tabs."""
    body = tuple(
        block if (text := _tidy(block)) == block.text else block.model_copy(update={"text": text})
        for block in item.body
    )
    fields = {
        name: tidy
        for name in ("headline", "standfirst", "byline", "credit", "slugline")
        if (tidy := _line(getattr(item, name))) != getattr(item, name)
    }
    return item.model_copy(update={"body": tuple(b for b in body if b.text), **fields})


def _line(text: str) -> str:
    return _RUN.sub(" ", _ODD.sub(" ", text)).strip()


def _tidy(block: Block) -> str:
    if block.kind in ("table", "ul", "ol"):
        return "\n".join(line.rstrip() for line in block.text.split("\n") if line.strip())
    return _line(block.text)
