"""Find the headline of a text that has no field for it."""

from __future__ import annotations

import re

from pipeline.cleaning.dateline import parse_dateline
from pipeline.cleaning.labels import label_of_line
from pipeline.cleaning.registry import cleaners
from schemas.types import Lifecycle, Removed, strongest
from schemas.wire import WireItem

__all__ = ["find_headline"]

_MOST_CHARS = 250
_MOST_WORDS = 35
"""A headline is a line; a first block longer than this is the first paragraph."""

_MOST_LABELS = 3
_ENDS_A_SENTENCE = re.compile(r"[.!?…]['\"”’»)]*$")


@cleaners.add("headline", needs={"body"}, gives={"headline", "lifecycle", "body"})
def find_headline(item: WireItem) -> WireItem:
    """Take the first block as the headline of a text that has more blocks than one.

    Lines before it that are nothing but labels (``2ND LEAD``) are set aside, and count. A text
    that begins with its dateline has no headline, a text of one block is all body, and an alert
    is its one sentence.
    """
    if item.headline or item.lifecycle is Lifecycle.ALERT:
        return item
    item = _without_label_lines(item)
    if len(item.body) < 2:
        return item
    first = item.body[0]
    words = first.text.split()
    if first.kind == "table" or len(first.text) > _MOST_CHARS or len(words) > _MOST_WORDS:
        return item
    if _begins_the_story(first.text, item):
        return item
    return item.model_copy(update={"headline": first.text, "body": item.body[1:]})


def _without_label_lines(item: WireItem) -> WireItem:
    said, gone = [item.lifecycle], []
    for n, block in enumerate(item.body[: min(_MOST_LABELS, len(item.body) - 2)]):
        lifecycle = label_of_line(block.text)
        if lifecycle is None:
            break
        said.append(lifecycle)
        gone.append(Removed(step="headline", where=f"body:{n}", text=block.text))
    if not gone:
        return item
    return item.model_copy(
        update={
            "lifecycle": strongest(*said),
            "lifecycle_note": item.lifecycle_note or " ".join(label.text for label in gone),
            "body": item.body[len(gone) :],
            "removed": (*item.removed, *gone),
        }
    )


def _begins_the_story(text: str, item: WireItem) -> bool:
    """A dateline with agency or date, or before a whole sentence: no headline has those."""
    found = parse_dateline(text, item.event_at)
    if found is None:
        return False
    dateline = found.dateline
    return bool(dateline.agencies or dateline.on or _ENDS_A_SENTENCE.search(text))
