"""What lands beside the line: duplicates with their reason, dropped items, embargoed ones."""

from __future__ import annotations

from typing import Literal

from schemas.types import Model, Score, UtcTime

__all__ = ["Dropped", "Duplicate", "HeldBack"]


class Duplicate(Model):
    """An item whose text is already on the line: of which item, how similar, and why."""

    item_id: str
    of_item_id: str
    of_article_id: str
    kind: Literal["resent", "same_text", "near", "cross_agency"]
    similarity: Score
    explanation: str
    """One sentence for an editor."""
    headline: str = ""
    of_headline: str = ""
    credit: str = ""
    of_credit: str = ""
    event_at: UtcTime
    of_event_at: UtcTime
    raw_digest: str


class Dropped(Model):
    """An item that ended here: at which stage and for what reason."""

    item_id: str
    stage: str
    reason: str
    note: str = ""
    headline: str = ""
    raw_digest: str


class HeldBack(Model):
    """An item that waits in the ledger for the end of its embargo. Nothing of its text is told."""

    item_id: str
    article_id: str
    until: UtcTime | None = None
    """None waits for a version that lifts the embargo."""
    raw_digest: str
