"""Whose chain of versions an item belongs to.

Agencies link versions in their own ways: one guid with numbers (NewsML-G2, ninjs, AP), a new
number that refers back to the old one (IPTC 7901), "replaces" lines, parts of one story. What is
meant is the same everywhere: this item stands for that one.
"""

from __future__ import annotations

from typing import Final

from pipeline.outcome import Tell
from schemas import topics
from schemas.wire import WireItem

__all__ = ["MOST_HOPS", "handed_to", "linked_to"]

_LINKS: Final = ("replaces", "corrects", "take_of")

MOST_HOPS: Final = 8
"""How often an item is handed on. Items that name each other in a circle would go round for ever;
no story was seen with more than three links in a row."""


def linked_to(item: WireItem) -> str:
    """Return the id of the item in whose chain this one says to be, or nothing."""
    for rel in _LINKS:
        for reference in item.references:
            if reference.rel == rel and reference.guid and reference.guid != item.guid:
                return f"{item.source}/{reference.guid}"
    return ""


def handed_to(item: WireItem, chain: str) -> Tell:
    """Return the word that hands an item to the ledger of the chain it belongs to."""
    handed = item.model_copy(update={"chain": chain, "hops": item.hops + 1})
    return Tell(topics.ENRICHED.name, chain, handed)
