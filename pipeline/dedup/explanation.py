"""Why an item is a duplicate: one sentence with numbers, for an editor."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from pipeline.dedup.nearness import Nearness
from pipeline.dedup.row import Remembered, time_of
from schemas.article import article_id_of
from schemas.duplicate import Duplicate
from schemas.wire import WireItem

__all__ = ["Kind", "credit_of", "duplicate_of"]

Kind = Literal["resent", "same_text", "near", "cross_agency"]


def credit_of(item: WireItem) -> str:
    """Return whom the item is credited to; without a credit, the feed it came by."""
    return item.credit or item.source


def duplicate_of(
    item: WireItem, earlier: Remembered, kind: Kind, near: Nearness | None = None
) -> Duplicate:
    """Return what goes to ``wire.duplicates``; without *near* the words are the same."""
    return Duplicate(
        item_id=item.item_id,
        of_item_id=earlier.item_id,
        of_article_id=article_id_of(earlier.item_id),
        kind=kind,
        similarity=1.0 if near is None else round(_similarity(near), 2),
        explanation=f"{_what(kind, near)} {_which(item, earlier)}{_but(near)}.",
        headline=item.headline,
        of_headline=earlier.headline,
        credit=credit_of(item),
        of_credit=earlier.credit,
        event_at=item.event_at,
        of_event_at=time_of(earlier.event_at),
        raw_digest=item.raw_digest,
    )


def _similarity(near: Nearness) -> float:
    return max(near.likeness, near.share)


def _what(kind: Kind, near: Nearness | None) -> str:
    if kind == "resent":
        return "The same version of the same item was sent again; it is"
    if near is None:
        return "Word for word the same as"
    return f"{near.share:.0%} of its longer words stand in the same order in"


def _which(item: WireItem, earlier: Remembered) -> str:
    name = f"\u201c{earlier.headline}\u201d" if earlier.headline else f"item {earlier.item_id}"
    sent = f"{name}, {_when(item.event_at - time_of(earlier.event_at))} by {earlier.credit}"
    return (
        sent if earlier.credit == credit_of(item) else f"{sent} (this one is {credit_of(item)}'s)"
    )


def _when(later: timedelta) -> str:
    """Say when the earlier one was sent, seen from the later one."""
    minutes = round(abs(later.total_seconds()) / 60)
    if not minutes:
        return "sent at the same time"
    span = f"{minutes} min" if minutes < 60 else f"{minutes / 60:.1f} h"
    return f"sent {span} {'earlier' if later > timedelta(0) else 'later'}"


def _but(near: Nearness | None) -> str:
    if near is None:
        return ""
    count = near.changed_sentences
    differ = "differs" if count == 1 else "differ"
    changed = f"; {count or 'none'} of {near.sentences} sentences {differ}"
    if near.share_of_earlier < 0.7 and near.share > near.share_of_earlier + 0.2:
        return f"{changed}, and {1 - near.share_of_earlier:.0%} of that text is left out"
    return changed
