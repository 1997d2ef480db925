"""The tag stage: every tagger of the plan says what an item is about; the item goes on.

Importing this module registers every tagger of the room, so a new one is a file, a line in the
plan, and its test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pipeline.outcome import Keep, Outcome
from pipeline.steps import discover
from pipeline.words.making import with_values
from schemas.types import Tag
from schemas.wire import PULL_BACKS, WireItem

__all__ = ["make_tag_stage"]

discover("pipeline.tagging")


def make_tag_stage(
    steps: Sequence[Callable[[WireItem], Iterator[Tag]]],
) -> Callable[[WireItem], tuple[Outcome[WireItem], ...]]:
    """Return the stage that runs *steps* in this order and keeps the item with their tags.

    Each step sees the tags of those before it. Tags that the item brought stay and come first;
    a step's tags follow in the order in which it yields them. The same scheme and code twice is
    kept once: the surer of the two, in the place of the first. Nothing else becomes of an item
    here; a step that raises is the caller's to quarantine.
    """

    def tag(item: WireItem) -> tuple[Outcome[WireItem], ...]:
        if item.notice or item.lifecycle in PULL_BACKS:
            # A word to a ledger has no text; and no tagger may keep a kill from its story.
            return (Keep(item),)
        for step in steps:
            found = tuple(step(item))
            if found:
                item = with_values(item, {"tags": _merged(item.tags, found)})
        return (Keep(item),)

    return tag


def _merged(earlier: tuple[Tag, ...], found: tuple[Tag, ...]) -> tuple[Tag, ...]:
    tags: dict[tuple[str, str], Tag] = {}
    for tag in (*earlier, *found):
        key = (tag.scheme, tag.code)
        known = tags.get(key)
        if known is None or tag.score > known.score:
            tags[key] = tag
    return tuple(tags.values())
