"""An item to measure a step with: only what the step reads is its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from schemas.types import Block, Origin
from schemas.wire import WireItem

__all__ = ["item_of", "lines_of"]


def item_of(blocks: Iterable[Block], language: str, **fields: Any) -> WireItem:
    """Return an item with these blocks in this language; *fields* are any others."""
    given: dict[str, Any] = {
        "item_id": "eval/x",
        "source": "eval",
        "guid": "x",
        "origin": Origin(topic="wire.raw", partition=0, offset=0),
        "raw_digest": "0" * 64,
        "format": "plain_text",
        "received_at": datetime(2026, 3, 3, tzinfo=UTC),
    }
    return WireItem(language=language, body=tuple(blocks), **(given | fields))


def lines_of(text: str) -> list[Block]:
    """Return a block for each line that has words."""
    return [Block(text=line) for line in text.split("\n") if line.strip()]
