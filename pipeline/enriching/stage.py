"""The enrich stage: every enricher of the plan adds who, where and when; the item goes on.

Importing this module registers every enricher of the room, so a new one is a file, a line in the
plan, and its test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from pipeline.outcome import Keep, Outcome
from pipeline.steps import SlowStep, discover
from schemas.wire import PULL_BACKS, WireItem

__all__ = ["MOST_SLOW_MS", "Aside", "Enricher", "make_enrich_stage"]

discover("pipeline.enriching")

MOST_SLOW_MS: Final = 5_000
"""A plan may give slow steps no more for one item: the line stands still in the meantime, and a
worker that is silent for ten seconds loses its partitions."""


Enricher = Callable[[WireItem], WireItem]


class Aside(Protocol):
    """Runs slow steps beside the line."""

    def ask(self, step: str, item: WireItem, within_s: float) -> tuple[WireItem | None, float]:
        """Return what *step* made of the item and the seconds it took; None if it was late.

        Raises what the step raised.
        """
        ...


def make_enrich_stage(
    steps: Sequence[Enricher | SlowStep[Enricher]],
    aside: Aside | None = None,
    slow_ms: float = 0.0,
) -> Callable[[WireItem], tuple[Outcome[WireItem], ...]]:
    """Return the stage that runs *steps* in this order and keeps what they made of the item.

    Each step sees what those before it added. All slow steps of an item together have *slow_ms*
    milliseconds on *aside*; one that is late is named in ``not_done``, and the item goes on
    without. Without *aside* they run here, for as long as they take. Nothing else becomes of an
    item; a step that raises is the caller's to quarantine.
    """

    def enrich(item: WireItem) -> tuple[Outcome[WireItem], ...]:
        if item.notice or item.lifecycle in PULL_BACKS:
            # A word to a ledger has no text; and no enricher may keep a kill from its story.
            return (Keep(item),)
        left = slow_ms / 1000
        for step in steps:
            if not isinstance(step, SlowStep):
                item = step(item)
            elif aside is None:
                item = step.run(item)
            else:
                made, took = aside.ask(step.name, item, left) if left > 0 else (None, 0.0)
                left -= took
                item = _without(item, step.name) if made is None else made
        return (Keep(item),)

    return enrich


def _without(item: WireItem, step: str) -> WireItem:
    return item.model_copy(update={"not_done": (*item.not_done, step)})
