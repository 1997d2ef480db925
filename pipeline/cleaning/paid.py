"""Press releases: what somebody paid for to be sent must say so to its reader.

Seen in copy: datelines with ``(GLOBE NEWSWIRE)``, ``--(BUSINESS WIRE)--`` and
``/PRNewswire-AsiaNet/``; ``(ots)`` is news aktuell's. The Guardian labels them as paid content.
"""

from __future__ import annotations

import re

from pipeline.cleaning.agencies import is_press_release
from pipeline.cleaning.registry import cleaners
from schemas.types import Block
from schemas.wire import WireItem

__all__ = ["mark_paid"]

_MARK = re.compile(
    r"(?:\((?:GLOBE ?NEWSWIRE|GlobeNewswire|BUSINESS ?WIRE|ots|APA-OTS|ACCESSWIRE|ACCESS Newswire|"
    r"Newsfile(?: Corp\.?)?|Marketwired?|PR ?Newswire|EQS(?: Newswire)?|CNW(?: Group)?)\)|"
    r"/(?:PR ?Newswire|PRN|CNW|AsiaNet)(?:[-/][\w .-]{1,30})?/)\s?(?:[-\u2010-\u2015:=_]|$)"
)
_HEAD_CHARS = 250
_TOP = 3


@cleaners.add("paid", needs={"dateline", "body"}, gives={"paid"})
def mark_paid(item: WireItem) -> WireItem:
    """Mark what a distributor of press releases sent, by its name or by its dateline."""
    if item.paid:
        return item
    names = [
        item.provider,
        item.credit,
        item.source,
        *(item.dateline.agencies if item.dateline else ()),
    ]
    if any(map(is_press_release, filter(None, names))) or any(map(_is_marked, item.body[:_TOP])):
        return item.model_copy(update={"paid": True})
    return item


def _is_marked(block: Block) -> bool:
    text = block.text[:_HEAD_CHARS]
    return ("(" in text or "/" in text) and _MARK.search(text) is not None
