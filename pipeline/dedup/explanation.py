"""Why an item is a duplicate: one sentence with numbers, for an editor."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeAlias

from pipeline.dedup.judging import Verdict
from pipeline.dedup.nearness import Nearness
from pipeline.dedup.row import Remembered, time_of
from schemas.article import article_id_of
from schemas.duplicate import Duplicate
from schemas.types import Related
from schemas.wire import WireItem

__all__ = ["Passages", "credit_of", "duplicate_of", "is_other_agency", "related_to"]

Passages: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]


def credit_of(item: WireItem) -> str:
    """Return whom the item is credited to; without a credit, the feed it came by."""
    return item.credit or item.source


def is_other_agency(item: WireItem, earlier: Remembered) -> bool:
    """Tell whether two items are credited to different agencies."""
    return credit_of(item).casefold() != earlier.credit.casefold()


def duplicate_of(
    item: WireItem,
    earlier: Remembered,
    verdict: Verdict,
    near: Nearness | float | None = None,
    told: Passages = ((), ()),
) -> Duplicate:
    """Return what goes to ``wire.duplicates``; without *near* the words are the same.

    For an earlier item whose words are forgotten *near* is the share of its keys.

    Nothing is told of the words of copy under embargo, this item's or the earlier one's.
    """
    secret = item.embargo is not None or earlier.is_secret
    assert verdict.kind in ("exact", "update_of", "rewrite")
    resent = verdict.rule == "resent"
    return Duplicate(
        item_id=item.item_id,
        of_item_id=earlier.item_id,
        of_article_id=article_id_of(earlier.item_id),
        kind=verdict.kind,
        resent=resent,
        other_agency=is_other_agency(item, earlier),
        similarity=round(_similarity(near), 2),
        rule=verdict.rule,
        measures=_measures(near),
        explanation=f"{_what(near, resent)} {_which(item, earlier, secret)}{_but(near)}.",
        shared=() if secret else told[0],
        differing=() if secret else told[1],
        headline="" if secret else item.headline,
        of_headline="" if secret else earlier.headline,
        credit=credit_of(item),
        of_credit=earlier.credit,
        event_at=item.event_at,
        of_event_at=time_of(earlier.event_at),
        raw_digest=item.raw_digest,
    )


def related_to(earlier: Remembered, verdict: Verdict, near: Nearness) -> Related:
    """Return the link from a kept item to an earlier one that it is near to."""
    assert verdict.kind in ("update_of", "same_event", "template")
    return Related(
        kind=verdict.kind,
        item_id=earlier.item_id,
        article_id=article_id_of(earlier.item_id),
        rule=verdict.rule,
        measures=near.measures(),
    )


def _similarity(near: Nearness | float | None) -> float:
    if isinstance(near, Nearness):
        return max(near.likeness, near.share)
    return 1.0 if near is None else near


def _measures(near: Nearness | float | None) -> dict[str, float]:
    if isinstance(near, Nearness):
        return near.measures()
    return {} if near is None else {"shared_keys": round(near, 3)}


def _what(near: Nearness | float | None, resent: bool) -> str:
    if resent:
        return "The same version of the same item was sent again; it is"
    if near is None:
        return "Word for word the same as"
    if isinstance(near, float):
        return f"{near:.0%} of its telling phrases, and its figures, stand in"
    return f"{near.share:.0%} of its longer words stand in the same order in"


def _which(item: WireItem, earlier: Remembered, secret: bool) -> str:
    told = earlier.headline and not secret
    name = f"\u201c{earlier.headline}\u201d" if told else f"item {earlier.item_id}"
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


def _but(near: Nearness | float | None) -> str:
    if not isinstance(near, Nearness):
        return ""
    count = near.changed_sentences
    differ = "differs" if count == 1 else "differ"
    changed = f"; {count or 'none'} of {near.sentences} sentences {differ}"
    if near.share_of_earlier < 0.7 and near.share > near.share_of_earlier + 0.2:
        return f"{changed}, and {1 - near.share_of_earlier:.0%} of that text is left out"
    return changed
