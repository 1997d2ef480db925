"""Cleaning an item: every cleaner of the plan in its order.

Importing this module registers every cleaner of the room, so a new one is a file, a line in the
plan, and its test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.steps import discover
from schemas.wire import PULL_BACKS, WireItem

__all__ = ["make_cleaner"]

discover("pipeline.cleaning")


def make_cleaner(
    steps: Sequence[Callable[[WireItem], WireItem]],
) -> Callable[[WireItem], WireItem]:
    """Return a function that runs *steps* in this order; each sees what those before it did.

    A step that raises is the caller's to quarantine, except over a kill or a withhold: that must
    reach its story, so it goes on without the step, and says so.
    """

    def clean(item: WireItem) -> WireItem:
        for step in steps:
            try:
                item = step(item)
            except Exception as error:
                if item.lifecycle not in PULL_BACKS:
                    raise
                remark = f"cleaned without a step that raised {type(error).__name__}"
                item = item.model_copy(update={"remarks": (*item.remarks, remark)})
        return item

    return clean
