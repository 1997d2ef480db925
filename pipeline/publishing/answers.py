"""What the ledger's rooms hand to each other: an item with what is known of it, and answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from pipeline.outcome import Drop, Held, Outcome, Reason
from pipeline.publishing.entry import Entry
from schemas.article import Article
from schemas.wire import WireItem

__all__ = ["Answer", "Case", "drop"]

Answer: TypeAlias = tuple[Outcome[Article] | Held[WireItem], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """An item, and what the ledger knows of it. *entry* has the item's origin already."""

    key: bytes
    item: WireItem
    entry: Entry
    held: WireItem | None


def drop(item: WireItem, reason: Reason, note: str = "") -> Drop:
    """Return an item's end. ``wire.dropped`` is for everybody: it must not tell the headline of
    copy under embargo, nor that of a killed story."""
    secret = item.embargo is not None or reason is Reason.KILLED
    headline = "" if secret else item.headline
    return Drop(reason, item.item_id, headline, item.raw_digest, note)
