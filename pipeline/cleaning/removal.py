"""Taking a block off an item, and keeping the record of it."""

from __future__ import annotations

from collections.abc import Collection

from schemas.types import Block, Removed
from schemas.wire import WireItem

__all__ = ["without_blocks"]


def without_blocks(item: WireItem, numbers: Collection[int], step: str) -> WireItem:
    """Return the item without those blocks of its body; each is in the record of cleaning."""
    if not numbers:
        return item
    gone = tuple(
        Removed(step=step, where=f"body:{n}", text=item.body[n].text) for n in sorted(numbers)
    )
    left: tuple[Block, ...] = tuple(b for n, b in enumerate(item.body) if n not in numbers)
    return item.model_copy(update={"body": left, "removed": item.removed + gone})
