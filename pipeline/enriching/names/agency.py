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

__all__ = ["SAID", "short_form", "with_given"]

SAID: Final = 1 << 40
"""How clear a kind is that the agency said."""

_FIRM: Final = frozenset(
    "inc corp corporation co company ltd limited plc llc llp lp l.p ag sa s.a nv n.v ab asa oyj "
    "gmbh spa s.p.a holdings holding group kg se bv b.v srl s.r.l oy as a/s pty".split()
)
_LEAST_SHORT: Final = 4
"""Letters of a firm's name without what firms are called; less may be anything."""

_MOST_NAMES: Final = 100
_MOST_MENTIONS: Final = 50


def with_given(
    given: Iterable[Name], mentions: list[Mention], words: Text, text: str
) -> list[Mention]:
    """Return the mentions of a text with those of the names that the agency sent among them.

    They are looked for letter by letter, capitals aside, a firm's also without its ``Inc.``; what
    we had found in their place goes.
    """
    small = text.lower()
    if len(small) != len(text):
        small = text
    found: list[Mention] = []
    for wanted, name in _forms(given):
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


def _forms(given: Iterable[Name]) -> list[tuple[str, Name]]:
    """Return in what forms each name is looked for."""
    found: list[tuple[str, Name]] = []
    for name in list(given)[:_MOST_NAMES]:
        found.append((name.name.lower(), name))
        short = short_form(name.kind, name.name)
        if short != name.name.lower() and len(short) >= _LEAST_SHORT:
            found.append((short, name))
    return found


def short_form(kind: str, name: str) -> str:
    """Return a name in small letters, a firm's without what firms are called.

    >>> short_form("organisation", "Example Labs, Inc.")
    'example labs'
    """
    words = name.lower().split()
    if kind == "organisation":
        while len(words) > 1 and words[-1].strip(".,") in _FIRM:
            words.pop()
    return " ".join(words).rstrip(",")


def _apart(mentions: list[Mention]) -> list[Mention]:
    """Return mentions in the text's order that do not overlap; of two the one that begins first."""
    found: list[Mention] = []
    for mention in mentions:
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return found
