"""A standfirst that repeats the first paragraph: set aside, so that no sentence comes twice."""

from __future__ import annotations

import re

from pipeline.cleaning.dateline import parse_dateline
from pipeline.cleaning.registry import cleaners
from pipeline.cleaning.removal import without_blocks
from schemas.types import Removed
from schemas.wire import WireItem

__all__ = ["find_standfirst"]

_WORD = re.compile(r"\w+")
_LEAST_WORDS = 6
_ENOUGH_WORDS = re.compile(rf"\W*\w+(?:\W+\w+){{{_LEAST_WORDS - 1}}}")
_STOPS = (".", "!", "?", "…", "”", "»")
_REPEATS = 0.85
"""Share of the standfirst's words, in order, that the first paragraph repeats. A guess: sites cut
the standfirst short or end it with an ellipsis."""


@cleaners.add("standfirst", needs={"body"}, gives={"body", "standfirst"})
def find_standfirst(item: WireItem) -> WireItem:
    """Set a standfirst aside that the next paragraph repeats; keep one that says something else.

    One that stands between headline and dateline and says something else becomes the item's
    standfirst.
    """
    if not item.body or item.body[0].kind != "p":
        return item
    first = item.body[0].text
    own = parse_dateline(first, item.event_at)
    if item.standfirst and _repeats(item.standfirst, first[own.end :] if own else first):
        gone = Removed(step="standfirst", where="standfirst", text=item.standfirst)
        item = item.model_copy(update={"standfirst": "", "removed": (*item.removed, gone)})
    if own or len(item.body) < 2:
        return item
    second = item.body[1].text
    found = parse_dateline(second, item.event_at)
    if _repeats(first, second[found.end :] if found else second):
        return without_blocks(item, {0}, "standfirst")
    if found and item.headline and not item.standfirst:
        return item.model_copy(update={"standfirst": first, "body": item.body[1:]})
    return item


def _repeats(standfirst: str, paragraph: str) -> bool:
    """Compare word by word, and stop as soon as too many differ."""
    if standfirst[-1:] in _STOPS and paragraph.startswith(standfirst):
        return _ENOUGH_WORDS.match(standfirst) is not None
    forgiven = (1 - _REPEATS) * (len(standfirst) // 2 + 1)
    ours, theirs = _WORD.finditer(standfirst.casefold()), _WORD.finditer(paragraph.casefold())
    count = differing = 0
    for word in ours:
        count += 1
        there = next(theirs, None)
        if there is None or there[0] != word[0]:
            differing += 1
            if differing > forgiven:
                return False
    return count >= _LEAST_WORDS and count - differing >= _REPEATS * count
