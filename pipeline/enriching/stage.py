"""The enrich stage: every enricher of the plan adds who, where and when; the item goes on.

Importing this module registers every enricher of the room, so a new one is a file, a line in the
plan, and its test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.outcome import Keep, Outcome
from pipeline.steps import discover
from schemas.wire import WireItem

__all__ = ["make_enrich_stage"]

discover("pipeline.enriching")


def make_enrich_stage(
    steps: Sequence[Callable[[WireItem], WireItem]],
) -> Callable[[WireItem], tuple[Outcome[WireItem], ...]]:
    """Return the stage that runs *steps* in this order and keeps what they made of the item.

    Each step sees what those before it added. Nothing else becomes of an item here; a step that
    raises is the caller's to quarantine.
    """

    def enrich(item: WireItem) -> tuple[Outcome[WireItem], ...]:
        if item.notice:
            return (Keep(item),)  # a word to a ledger has no text
        for step in steps:
            item = step(item)
        return (Keep(item),)

    return enrich
