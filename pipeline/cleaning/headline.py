"""Find the headline of a text, and take the labels off it."""

from __future__ import annotations

from pipeline.cleaning.dateline import parse_dateline
from pipeline.cleaning.registry import cleaners
from schemas.wire import WireItem

__all__ = ["find_headline"]

_MOST_CHARS = 250
_MOST_WORDS = 35
"""A headline is a line; a first block longer than this is the first paragraph."""


@cleaners.add("headline", needs={"body"}, gives={"headline"})
def find_headline(item: WireItem) -> WireItem:
    """Take the first block as the headline of a text that has more blocks than one.

    A text that begins with its dateline has no headline, and a text of one block is all body.
    """
    if item.headline or len(item.body) < 2:
        return item
    first = item.body[0]
    words = first.text.split()
    if first.kind == "table" or len(first.text) > _MOST_CHARS or len(words) > _MOST_WORDS:
        return item
    if parse_dateline(first.text, item.event_at) is not None:
        return item
    return item.model_copy(update={"headline": first.text, "body": item.body[1:]})
