"""Orders to take copy back: kills and withholds in words, and which story they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from pipeline.formats.order_stems import may_pull_back
from pipeline.formats.order_texts import NOTE_CHARS, TOP, Texts
from pipeline.formats.pull_back_names import named_in, numbers_in
from pipeline.formats.pull_backs import Ordered, is_label, pull_back_in_line, pull_back_in_note
from schemas.types import Lifecycle, Reference, strongest
from schemas.wire import PULL_BACKS, WireItem

__all__ = ["with_pull_back"]

_STORY_BLOCKS: Final = 4
_STORY_WORDS: Final = 90
"""From so many blocks or words on an item has a text of its own. A guess: notices are shorter."""

_MOST_NAMES: Final = 4
_SLUG_ORDER: Final = re.compile(r"(?i)(?:mandatory |bulletin )?kill|elimination|disregard")
"""All of the slugline of a brief; a long text under such a slug is a story."""


def with_pull_back(item: WireItem, texts: Texts) -> WireItem:
    """Return the item as the kill or the withhold that its words say it is, and what it names."""
    is_story = _is_story(item)
    ordered = list(_ordered(item, texts, is_story))
    lifecycle = strongest(item.lifecycle, *(one.lifecycle for one in ordered))
    changes: dict[str, Any] = {}
    said = next((one.words for one in ordered if one.lifecycle is lifecycle), "")
    if lifecycle is not item.lifecycle:
        changes |= {"lifecycle": lifecycle, "lifecycle_note": said}
    elif said and not item.lifecycle_note:
        changes["lifecycle_note"] = said
    if lifecycle in PULL_BACKS:
        told = [*texts.notes, item.headline]
        if not is_story:
            told += [block.text for block in item.body]
        changes |= _targets(item, told, texts)
    return item.model_copy(update=changes) if changes else item


def _ordered(item: WireItem, texts: Texts, is_story: bool) -> Iterator[Ordered]:
    for note in filter(may_pull_back, texts.notes):
        if (found := pull_back_in_note(note, is_story=is_story)) is not None:
            yield found
    for line in (item.headline, *texts.lines, *(block.text for block in item.body[:TOP])):
        if not may_pull_back(line[:NOTE_CHARS]):
            continue
        found = pull_back_in_line(line, is_story=is_story, own=item.provider)
        if found is not None:
            yield found
    slug = item.slugline.strip()
    if is_label(slug) or (not is_story and _SLUG_ORDER.fullmatch(slug)):
        yield Ordered(Lifecycle.KILL, item.slugline)


def _targets(item: WireItem, told: list[str], texts: Texts) -> dict[str, Any]:
    """Return the references and names of the stories that a notice is about."""
    changes: dict[str, Any] = {}
    day = item.guid.rpartition("-")[0]
    numbers: dict[str, None] = {}
    if item.format == "iptc7901" and day:
        numbers = dict.fromkeys(
            f"{day}-{number:04}"
            for words in told
            for number in numbers_in(words, item.source)
            if f"{day}-{number:04}" != item.guid
        )
        refers = [one.guid for one in item.references if one.rel in ("follows", "corrects")]
        numbers |= dict.fromkeys(refers)
    if numbers:
        others = [one for one in item.references if one.guid not in numbers]
        kills = [Reference(rel="kills", guid=guid) for guid in numbers]
        changes["references"] = (*others, *kills[:_MOST_NAMES])
    names = dict.fromkeys(one for words in told for one in named_in(words, texts.near, texts.zone))
    if names:
        changes["named"] = tuple(names)[:_MOST_NAMES]
    return changes


def _is_story(item: WireItem) -> bool:
    if len(item.body) >= _STORY_BLOCKS:
        return True
    return sum(len(block.text.split()) for block in item.body) >= _STORY_WORDS
