"""Embargoes in fields and in words; the strictest wins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from pipeline.formats.times import time_in_note
from schemas.types import Block, Embargo

__all__ = ["embargo_in_words", "strictest"]

_NOTE = re.compile(
    r"[\s*#(\[!]{0,10}(?:STRICTLY |STRICT |NOTE |HINWEIS )?"
    r"(?:EMBARGO(?:ED)?|SPERRFRIST|GESPERRT BIS|SOUS EMBARGO|EMBARGADO|BAJO EMBARGO|EMBARGATO|"
    r"SOTTO EMBARGO|NOT FOR (?:PUBLIC )?(?:RELEASE|PUBLICATION) (?:UNTIL|BEFORE)|HOLD FOR RELEASE)"
    r"(?=[\s:.,;\u2013\u2014*-]|$)",
    re.IGNORECASE,
)
_MOST_CHARS = 240
"""An embargo note is a line of its own; a paragraph that begins with the word tells a story."""

_TOP = 3
"""The note stands among the first blocks."""


def embargo_in_words(blocks: Iterable[Block], near: datetime) -> tuple[Embargo | None, int | None]:
    """Return the embargo that a note at the top of a text declares, and the note's block.

    An arms embargo in a story is none: the note is short, and begins with the word. A note
    without a time that can be read holds the item until a version lifts it.
    """
    for n, block in enumerate(blocks):
        if n >= _TOP:
            break
        if len(block.text) <= _MOST_CHARS and _NOTE.match(block.text) and _is_note(block.text):
            return Embargo(until=time_in_note(block.text, near), note=block.text), n
    return None, None


def _is_note(text: str) -> bool:
    """A headline such as "Embargo on grain lifted" has no time and no colon."""
    return any(c.isdigit() for c in text) or ":" in text or text.isupper()


def strictest(*embargoes: Embargo | None) -> Embargo | None:
    """Return the embargo that holds longest; one without a time holds longest of all."""
    there = [embargo for embargo in embargoes if embargo is not None]
    if not there:
        return None
    return max(there, key=lambda e: (e.until is None, e.until.timestamp() if e.until else 0.0))
