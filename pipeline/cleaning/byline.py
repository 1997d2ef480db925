"""The byline: a line between headline and dateline that names who wrote."""

from __future__ import annotations

import re

from pipeline.cleaning.registry import cleaners
from pipeline.cleaning.removal import without_blocks
from schemas.wire import WireItem

__all__ = ["find_byline"]

_MOST_CHARS = 120
_DEPTH = 3
"""So many blocks from the top: a standfirst may stand before it."""

_NAME = r"(?:[dDlLO][’'])?[^\W\d_a-zà-öø-ÿа-яёα-ω][\w.'’-]*"
_SMALL = r"(?:de|da|di|do|dos|del|della|van|von|der|den|la|le|el|al|bin|ter|zu|af|av)"
_PERSON = rf"{_NAME}(?:\s+(?:{_SMALL}\s+){{0,2}}{_NAME}){{1,3}}"
_BYLINE = re.compile(
    r"(?:(?i:by|von|par|por|di|door|av|af|od|autor(?:in)?|auteur|text|från|από|автор|пишува)\b:?)\s+"
    rf"{_PERSON}(?:\s*(?:,|&|/|\b(?:and|und|et|y|e|en|och|og|и|and)\b)\s*{_PERSON}){{0,4}}"
    r"(?:\s*(?:,|/|\||\s[-–—])\s*[\w .&-]{2,40})?\s*=?"
)
"""``By Ana Exemplo and Max Muster, Northwire``; a preposition, then names of two words or more."""


@cleaners.add("byline", needs={"headline", "body"}, gives={"byline", "body"})
def find_byline(item: WireItem) -> WireItem:
    """Take the byline off the top of the body, as it stands; it becomes the item's if it had none.

    Only under a headline, and only if a text follows: a title such as "By the River" stays.
    """
    if not item.headline:
        return item
    for n, block in enumerate(item.body[: min(_DEPTH, len(item.body) - 1)]):
        text = block.text
        if len(text) <= _MOST_CHARS and block.kind == "p" and _BYLINE.fullmatch(text):
            if item.byline:
                return without_blocks(item, {n}, "byline")
            left = item.body[:n] + item.body[n + 1 :]
            return item.model_copy(update={"byline": text, "body": left})
    return item
