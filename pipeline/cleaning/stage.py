"""Cleaning an item: every cleaner of the plan in its order.

Importing this module registers every cleaner of the room, so a new one is a file, a line in the
plan, and its test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.steps import discover
from schemas.wire import WireItem

__all__ = ["make_cleaner"]

discover("pipeline.cleaning")


def make_cleaner(
    steps: Sequence[Callable[[WireItem], WireItem]],
) -> Callable[[WireItem], WireItem]:
    """Return a function that runs *steps* in this order; each sees what those before it did."""

    def clean(item: WireItem) -> WireItem:
        for step in steps:
            item = step(item)
        return item

    return clean
