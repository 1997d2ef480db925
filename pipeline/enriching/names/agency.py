"""Names that the agency sent beside its text win over what we tell of the same words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import Final

from pipeline.enriching.names.mentions import Mention, mention_between
from pipeline.enriching.names.model import KINDS
from pipeline.enriching.names.text import Text
from schemas.types import Name

__all__ = ["SAID", "with_given"]

SAID: Final = 1 << 40
"""How clear a kind is that the agency said."""

_MOST_NAMES: Final = 100
_MOST_MENTIONS: Final = 50


def with_given(
    given: Iterable[Name], mentions: list[Mention], words: Text, text: str
) -> list[Mention]:
    """Return the mentions of a text with those of the names that the agency sent among them.

    They are looked for letter by letter, capitals aside; what we had found in their place goes.
    """
    small = text.lower()
    if len(small) != len(text):
        small = text
    found: list[Mention] = []
    for name in list(given)[:_MOST_NAMES]:
        wanted = name.name.lower()
        kind = KINDS.index(name.kind)
        at = small.find(wanted)
        for _ in range(_MOST_MENTIONS):
            if at < 0:
                break
            end = at + len(wanted)
            if not (small[at - 1 : at].isalnum() or small[end : end + 1].isalnum()):
                mention = mention_between(words, at, end, kind, SAID)
                if mention is not None and not text[at:end].islower():
                    found.append(mention)
            at = small.find(wanted, max(end, at + 1))
    if not found:
        return mentions
    found.sort(key=lambda mention: (mention.start, -mention.end))
    found = _apart(found)
    begins = [mention.start for mention in found]
    kept = list(found)
    for mention in mentions:
        at = bisect_left(begins, mention.end) - 1  # the last that begins before its end
        if at < 0 or found[at].end <= mention.start:
            kept.append(mention)
    kept.sort(key=attrgetter("start"))
    return kept


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Return mentions in the text's order that do not overlap; of two the one that begins first."""
    found: list[Mention] = []
    for mention in mentions:
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found
