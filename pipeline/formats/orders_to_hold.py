"""Orders to hold: the strictest embargo of all that an item's fields and words declare."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
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
from pipeline.formats.order_stems import may_hold
from pipeline.formats.order_texts import FOOT, TOP, Texts
from schemas.types import Block, Embargo, Removed
from schemas.wire import PULL_BACKS, WireItem

__all__ = ["with_embargo"]

_LONG: Final = 240
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_PUNCTUATION: Final = " \t:;,.*!)]}/|-\u2013\u2014"
_BRACKETED: Final = re.compile(r"[(\[](?P<note>[^()\[\]]{3,160})[)\]]")
_PARTS: Final = re.compile(r"\s[-\u2013\u2014/|]{1,3}\s")
_HEADLINE_CHARS: Final = 400
_HAS_DATELINE: Final = re.compile(r"\([A-Za-z][\w/ -]{1,30}\)\s?(?:[-\u2013\u2014]|\.-)|\) _ ")
_LIFTING: Final = re.compile(
    r"[\s*(\[]{0,6}(?:EMBARGO(?: IS| NOW| HAS BEEN)? (?:LIFTED|OVER|RELEASED)|NO LONGER EMBARGOED|"
    r"RELEASED FROM EMBARGO|SPERRFRIST (?:IST )?AUFGEHOBEN|EMBARGO LEV[ÉE]|EMBARGO LEVANTADO)"
    r"(?=\s*(?:$|[-:.!)\]*/\u2013\u2014]))"
)
_NO_TIME: Final = "an embargo without a time that can be read: held until it is lifted"
_NO_ZONE: Final = "the embargo's time names no zone: read as UTC"
_LIFTED: Final = "a note lifts the embargo"


def with_embargo(item: WireItem, texts: Texts) -> WireItem:
    """Return the item with the strictest embargo that fields and words declare.

    Words that are nothing but such a note are no part of headline and text. An embargo whose time
    cannot be read holds the item until a version lifts it, and says so in ``remarks``.
    """
    item, declared = _declared_in(item, texts)
    return _held(item, texts, declared)


def _declared_in(item: WireItem, texts: Texts) -> tuple[WireItem, list[Noted]]:
    """Return the item without the notes in headline and text, and what all of them declare."""
    near, zone = texts.near, texts.zone
    found_in = (embargo_in_note(note, near, zone) for note in texts.notes if may_hold(note))
    declared = [noted for noted in found_in if noted is not None]
    found_in = (embargo_at_start(line, near, zone) for line in texts.lines)
    declared += [noted for noted in found_in if noted is not None]
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
        if n < TOP or n >= len(item.body) - FOOT:
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


def _held(item: WireItem, texts: Texts, declared: list[Noted]) -> WireItem:
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
    if _is_lifted(item, texts):
        changes["is_free"] = True
        if embargo is not None:
            remarks.append(_LIFTED)
        embargo = None
    if embargo is not None and embargo.until is None:
        remarks.append(_NO_TIME)
    if embargo is not None and not texts.knows_zone:
        for noted in declared:
            if noted.embargo == embargo and not noted.zone_said:
                remarks.append(_NO_ZONE)
                break
    if embargo is not item.embargo:
        changes["embargo"] = embargo
    if len(remarks) > len(item.remarks):
        changes["remarks"] = tuple(dict.fromkeys(remarks))
    return item.model_copy(update=changes) if changes else item


def _is_lifted(item: WireItem, texts: Texts) -> bool:
    """A headline or a line says so in capitals: "Embargo lifted, ships sail" is a story."""
    if any(is_lifted(note) for note in texts.notes):
        return True
    lines = (item.headline, item.slugline, *texts.lines, *(block.text for block in item.body[:2]))
    return any(_LIFTING.match(line) is not None for line in lines)
