"""What makes an item a version of another: its source, its number, a word of what it replaces."""

from __future__ import annotations

from typing import Literal

from pipeline.dedup.row import MOST_HEADLINE, Remembered, micros
from schemas.types import Reference
from schemas.wire import WireItem

__all__ = ["is_same_version", "linked", "of_same_source", "version_of"]


def linked(item: WireItem, earlier: Remembered, rel: Literal["replaces", "take_of"]) -> WireItem:
    """Return the item with a word of which item it is the next version, or a part."""
    guid = earlier.item_id.partition("/")[2]
    link = Reference(rel=rel, guid=guid)
    return item.model_copy(update={"references": (*item.references, link)})


def of_same_source(item: WireItem, earlier: Remembered) -> bool:
    """Tell whether both came by one source."""
    return earlier.item_id.partition("/")[0] == item.source


def is_same_version(item: WireItem, exact: bytes, earlier: Remembered) -> bool:
    """The same words, and no sign of a newer version: it was sent again.

    Copy under embargo is for the ledger to compare: the embargo may have moved, or been lifted.
    """
    if item.embargo is not None or earlier.is_secret:
        return False
    if exact != earlier.exact or item.headline[:MOST_HEADLINE] != earlier.headline:
        return False
    versioned_at = None if item.versioned_at is None else micros(item.versioned_at)
    return version_of(item) == earlier.version and versioned_at == earlier.versioned_at


def version_of(item: WireItem) -> str | None:
    """Return the provider's number of the version as digits."""
    return None if item.version is None else str(item.version)
