"""What lands beside the line: duplicates with their reason, dropped items, embargoed ones."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from schemas.types import Model, Score, UtcTime

__all__ = ["Dropped", "Duplicate", "HeldBack"]


def _kind_now(kind: object) -> object:
    """Return the class for a word of the contract's first version."""
    before = {"resent": "exact", "same_text": "exact", "near": "rewrite", "cross_agency": "rewrite"}
    return before.get(kind, kind) if isinstance(kind, str) else kind


class Duplicate(Model):
    """An item whose text is already on the line: of which item, how similar, and why."""

    item_id: str
    of_item_id: str
    of_article_id: str
    kind: Annotated[Literal["exact", "update_of", "rewrite"], BeforeValidator(_kind_now)]
    """``exact``: the same words, but for case, accents, punctuation, spacing and what stands
    around a text (dateline, byline, credit). ``update_of``: the same story, told further by
    somebody else. ``rewrite``: the same story, edited or shortened."""
    resent: bool = False
    """The same version of the same item came again."""
    other_agency: bool = False
    """Another agency carries the text."""
    similarity: Score
    rule: str = ""
    """The rule that decided: ``same_words``, ``contained`` ..."""
    measures: dict[str, float] = Field(default_factory=dict)
    """Each measure by its name; :mod:`pipeline.dedup.nearness` says what they are."""
    explanation: str
    """One sentence for an editor."""
    shared: tuple[str, ...] = ()
    """Passages of this item that stand in the earlier one, the longest first, cut."""
    differing: tuple[str, ...] = ()
    """Passages of this item that do not. Both are empty where the earlier text is under embargo
    or was taken back."""
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
    """An item that waits in the ledger: for the end of its embargo, or for its story's other takes.

    Nothing of its text is told.
    """

    item_id: str
    article_id: str
    until: UtcTime | None = None
    """None waits for a version that lifts the embargo."""
    reason: Literal["embargoed", "takes"] = "embargoed"
    raw_digest: str
