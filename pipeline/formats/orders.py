"""What an item's words order: that it be held, killed, withheld; read alike for every format.

A format reads fields; agencies write orders wherever they can: into the headline, the slugline, an
editor's note, the first line of the text, the last. The strictest embargo counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from typing import Any, Final

from pipeline.formats.embargo import (
    Noted,
    embargo_at_start,
    embargo_in_note,
    is_lifted,
    is_slug_embargoed,
    strictest,
)
from pipeline.formats.embargo_words import BETWEEN
from pipeline.formats.note_zones import zone_of_city
from pipeline.formats.order_stems import may_hold, may_pull_back
from pipeline.formats.providers import clock_of
from pipeline.formats.pull_back_names import named_in
from pipeline.formats.pull_backs import Ordered, pull_back_in_line, pull_back_in_note
from schemas.types import Block, Embargo, Lifecycle, Removed, strongest
from schemas.wire import PULL_BACKS, WireItem

__all__ = ["with_orders"]

_TOP: Final = 4
_FOOT: Final = 2
"""Blocks in which a note may stand; a byline and a label may stand before it."""

_STORY_BLOCKS: Final = 4
_STORY_WORDS: Final = 90
"""From so many blocks or words on an item has a text of its own. A guess: notices are shorter."""

_LONG: Final = 240
_NOTES: Final = frozenset({"private_note", "labels", "head", "editorial_note", "header", "notes"})
_MOST_NOTES: Final = 30
_NOTE_CHARS: Final = 600
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_PUNCTUATION: Final = " \t:;,.*!)]}/|-\u2013\u2014"
_BRACKETED: Final = re.compile(r"[(\[](?P<note>[^()\[\]]{3,160})[)\]]")
_PARTS: Final = re.compile(r"\s[-\u2013\u2014/|]{1,3}\s")
_HEADLINE_CHARS: Final = 400
_CITY: Final = re.compile(
    r"(?P<city>[A-ZÀ-ÞŠŽČ][\w .'\u2019-]{2,30}?)(?:/[A-Z]|, [A-Z0-9]|\s*\(| [-\u2013\u2014]|--)"
)
_HAS_DATELINE: Final = re.compile(r"\([A-Za-z][\w/ -]{1,30}\)\s?(?:[-\u2013\u2014]|\.-)|\) _ ")

_LIFTING: Final = re.compile(
    r"[\s*(\[]{0,6}(?:EMBARGO(?: IS| NOW| HAS BEEN)? (?:LIFTED|OVER|RELEASED)|NO LONGER EMBARGOED|"
    r"RELEASED FROM EMBARGO|SPERRFRIST (?:IST )?AUFGEHOBEN|EMBARGO LEV[ÉE]|EMBARGO LEVANTADO)"
    r"(?=\s*(?:$|[-:.!)\]*/\u2013\u2014]))"
)
_SLUG_ORDER: Final = re.compile(r"(?i)(?:mandatory |bulletin )?kill|elimination|disregard")
"""All of the slugline of a brief; a long text under such a slug is a story."""

_NO_TIME: Final = "an embargo without a time that can be read: held until it is lifted"
_NO_ZONE: Final = "the embargo's time names no zone: read as UTC"
_LIFTED: Final = "a note lifts the embargo"


def with_orders(item: WireItem) -> WireItem:
    """Return the item with the embargo, the kill or the withhold that its words declare.

    Words that are nothing but such a note are no part of headline and text. An embargo whose time
    cannot be read holds the item until a version lifts it, and says so in ``remarks``.
    """
    notes = list(_notes_of(item))
    words = "\n".join([*notes, item.headline, item.slugline, *_looked_at(item)])
    may_be_held = item.embargo is not None or may_hold(words)
    may_be_pulled = item.lifecycle in PULL_BACKS or may_pull_back(words)
    if not may_be_held and not may_be_pulled:
        return item
    near = item.versioned_at or item.created_at or item.received_at
    zone = clock_of(item.provider) or _zone_of_dateline(item)
    if may_be_held:
        item, declared = _embargoes(item, notes, near, zone or UTC)
        item = _held(item, notes, declared, known_zone=zone is not None)
    return _taken_back(item, notes, near, zone or UTC) if may_be_pulled else item


def _looked_at(item: WireItem) -> Iterator[str]:
    """The beginnings of blocks at the top and at the foot."""
    for n, block in enumerate(item.body):
        if n < _TOP or n >= len(item.body) - _FOOT:
            yield block.text[:_NOTE_CHARS]


def _notes_of(item: WireItem) -> Iterator[str]:
    yield from filter(None, (item.editorial_note, item.lifecycle_note))
    for n, removed in enumerate(item.removed):
        if n >= _MOST_NOTES:
            break
        if removed.step in _NOTES and len(removed.text) <= _NOTE_CHARS:
            yield removed.text


def _zone_of_dateline(item: WireItem) -> tzinfo | None:
    """Return the zone of the first place that a dateline names, here or in the text."""
    if item.dateline is not None and item.dateline.places:
        return zone_of_city(item.dateline.places[0])
    for block in item.body[:_TOP]:
        found = _CITY.match(block.text)
        if found is not None and (zone := zone_of_city(found["city"])) is not None:
            return zone
    return None


# -- embargoes ---------------------------------------------------------------------------------


def _embargoes(
    item: WireItem, notes: list[str], near: datetime, zone: tzinfo
) -> tuple[WireItem, list[Noted]]:
    """Return the item without the notes in headline and text, and what all of them declare."""
    declared = [
        noted for note in notes if may_hold(note) and (noted := embargo_in_note(note, near, zone))
    ]
    headline, gone, found = _of_headline(item.headline, near, zone)
    declared += found
    body: list[Block] = []
    removed = [Removed(step="embargo", where="headline", text=words) for words in gone]
    for n, block in enumerate(item.body):
        noted = None
        if n == 0 and not item.headline and len(item.body) > 1 and len(block.text) <= _LONG:
            # Of a text without fields the first line is its headline.
            first, gone, found = _of_headline(block.text, near, zone)
            if found and not _is_sentence(block.text, gone[-1]) and _is_more(first):
                declared += found
                removed += [Removed(step="embargo", where="body:0", text=one) for one in gone]
                body.append(Block(kind=block.kind, text=first))
                continue
        if n < _TOP or n >= len(item.body) - _FOOT:
            noted = embargo_at_start(block.text, near, zone)
        if noted is None or (len(block.text) > _LONG and not _opens(block.text, noted)):
            body.append(block)
            continue
        declared.append(noted)
        rest = block.text[noted.end :].lstrip(_PUNCTUATION)
        if len(block.text) > _LONG or (
            rest and (_HAS_DATELINE.search(rest) or len(item.body) == 1)
        ):
            words = block.text[: noted.end]
            body.append(Block(kind=block.kind, text=rest))
        else:
            words = block.text
        removed.append(Removed(step="embargo", where=f"body:{n}", text=words))
    if not declared or not removed:
        return item, declared
    if not body and not headline and item.lifecycle not in PULL_BACKS:
        return item, declared  # all there is; it is held, and an editor sees it
    update = {"headline": headline, "body": tuple(body), "removed": (*item.removed, *removed)}
    return item.model_copy(update=update), declared


def _is_sentence(text: str, note: str) -> bool:
    """Behind a note's time a headline stands apart: ``: Crane falls``; else the note goes on."""
    return text.startswith(note) and text[len(note) :].lstrip()[:1] not in tuple(":-\u2013\u2014|/")


def _is_more(text: str) -> bool:
    """Tell whether a line has words that belong to no note: a headline, not "all media"."""
    words = _WORD.findall(text)
    return any(word.casefold() not in BETWEEN for word in words)


def _opens(text: str, noted: Noted) -> bool:
    """A long block begins with the note where a feed has joined its lines."""
    note = text[: noted.end]
    return noted.embargo.until is not None and note == note.upper()


def _of_headline(headline: str, near: datetime, zone: tzinfo) -> tuple[str, list[str], list[Noted]]:
    """Return the headline without notes, those notes, and what they declare."""
    gone: list[str] = []
    found: list[Noted] = []
    if len(headline) > _HEADLINE_CHARS:
        return headline, gone, found
    for bracketed in list(_BRACKETED.finditer(headline))[:4]:
        noted = embargo_at_start(bracketed["note"], near, zone)
        if noted is not None:
            found.append(noted)
            gone.append(bracketed[0])
            headline = headline.replace(bracketed[0], " ", 1)
    if gone:
        headline = " ".join(headline.split()).strip(" :-\u2013\u2014")
    noted = embargo_at_start(headline, near, zone)
    if noted is not None:
        found.append(noted)
        gone.append(headline[: noted.end])
        headline = headline[noted.end :].lstrip(_PUNCTUATION)
    elif len(parts := _PARTS.split(headline)) > 1:
        last = embargo_at_start(parts[-1], near, zone)
        if last is not None and not parts[-1][last.end :].strip(_PUNCTUATION):
            found.append(last)
            gone.append(parts[-1])
            headline = headline[: -len(parts[-1])].rstrip(_PUNCTUATION)
    return headline, gone, found


def _held(item: WireItem, notes: list[str], declared: list[Noted], *, known_zone: bool) -> WireItem:
    embargoes = [noted.embargo for noted in declared]
    field = item.embargo
    timed = [one for one in (*embargoes, field) if one is not None and one.until is not None]
    if timed:  # "HOLD FOR RELEASE", and a field or another note says until when
        bare = [noted.embargo for noted in declared if noted.is_bare]
        embargoes = [one for one in embargoes if one not in bare or one.until is not None]
        if field is not None and field.until is None:
            field = None
    embargo = strictest(field, *embargoes)
    if embargo is None and is_slug_embargoed(item.slugline):
        embargo = Embargo(note=item.slugline)
    changes: dict[str, Any] = {}
    remarks = list(item.remarks)
    if _is_lifted(item, notes):
        changes["is_free"] = True
        if embargo is not None:
            remarks.append(_LIFTED)
        embargo = None
    if embargo is not None and embargo.until is None:
        remarks.append(_NO_TIME)
    if embargo is not None and not known_zone:
        for noted in declared:
            if noted.embargo == embargo and not noted.zone_said:
                remarks.append(_NO_ZONE)
                break
    if embargo is not item.embargo:
        changes["embargo"] = embargo
    if len(remarks) > len(item.remarks):
        changes["remarks"] = tuple(dict.fromkeys(remarks))
    return item.model_copy(update=changes) if changes else item


def _is_lifted(item: WireItem, notes: list[str]) -> bool:
    """A headline or a line says so in capitals: "Embargo lifted, ships sail" is a story."""
    if any(is_lifted(note) for note in notes):
        return True
    lines = (item.headline, item.slugline, *(block.text for block in item.body[:2]))
    return any(_LIFTING.match(line) is not None for line in lines)


# -- kills and withholds -----------------------------------------------------------------------


def _taken_back(item: WireItem, notes: list[str], near: datetime, zone: tzinfo) -> WireItem:
    is_story = _is_story(item)
    ordered: list[Ordered] = []
    for note in filter(may_pull_back, notes):
        if (found := pull_back_in_note(note, is_story=is_story)) is not None:
            ordered.append(found)
    lines = [item.headline, *(block.text for block in item.body[:_TOP])]
    for line in lines:
        if not may_pull_back(line[:_NOTE_CHARS]):
            continue
        found = pull_back_in_line(line, is_story=is_story, own=item.provider)
        if found is not None:
            ordered.append(found)
    if not is_story and _SLUG_ORDER.fullmatch(item.slugline.strip()):
        ordered.append(Ordered(Lifecycle.KILL, item.slugline))
    lifecycle = strongest(item.lifecycle, *(one.lifecycle for one in ordered))
    changes: dict[str, Any] = {}
    said = next((one.words for one in ordered if one.lifecycle is lifecycle), "")
    if lifecycle is not item.lifecycle:
        changes["lifecycle"] = lifecycle
    if said and not item.lifecycle_note:
        changes["lifecycle_note"] = said
    if lifecycle in PULL_BACKS:
        told = [*notes, item.headline]
        if not is_story:
            told += [block.text for block in item.body]
        names = dict.fromkeys(one for words in told for one in named_in(words, near, zone))
        if names:
            changes["named"] = tuple(names)[:4]
    return item.model_copy(update=changes) if changes else item


def _is_story(item: WireItem) -> bool:
    if len(item.body) >= _STORY_BLOCKS:
        return True
    return sum(len(block.text.split()) for block in item.body) >= _STORY_WORDS
