"""Recognise a record's format from its bytes, and read its items."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from pipeline.formats.limits import MAX_BYTES, MOST_ITEMS
from pipeline.formats.orders import with_orders
from pipeline.formats.other_dialects import what_it_is
from pipeline.formats.registry import formats
from pipeline.outcome import Keep, Outcome, Quarantine, Reason
from pipeline.steps import discover
from schemas.raw import RawItem
from schemas.wire import WireItem

__all__ = ["MAX_BYTES", "read_items", "recognise"]

_SURE = 0.15
"""Below this no format claims the bytes; plain text, the last resort, claims 0.2."""

# A new format is a file, a line in the plan, and its test: importing it registers it.
discover("pipeline.formats")


def read_items(raw: RawItem, order: Sequence[str]) -> list[Outcome[WireItem]]:
    """Return one outcome for each item of the record: kept, aside, or quarantined.

    The format that is surest of the bytes reads them; of two that are equally sure, the one that
    stands first in *order*. A record that no format claims is quarantined, with what it is.
    """
    if not raw.value.strip():
        return [Quarantine(Reason.EMPTY, "no bytes" if not raw.value else "only white space")]
    if len(raw.value) > MAX_BYTES:
        return [Quarantine(Reason.TOO_LARGE, f"{len(raw.value):,} bytes, at most {MAX_BYTES:,}")]
    name = recognise(raw, order)
    if not name:
        return [Quarantine(Reason.NOT_READABLE, what_it_is(raw.value, order))]
    outcomes = list(islice(formats[name].read(raw), MOST_ITEMS + 1))
    if len(outcomes) > MOST_ITEMS:
        return [Quarantine(Reason.TOO_LARGE, f"more than {MOST_ITEMS:,} items in one record")]
    outcomes = [Keep(with_orders(o.item)) if isinstance(o, Keep) else o for o in outcomes]
    return outcomes or [Quarantine(Reason.NO_CONTENT, f"{name} found no item in it")]


def recognise(raw: RawItem, order: Sequence[str]) -> str:
    """Return the format that is surest of the bytes, or nothing if none claims them."""
    sure = [(formats[name].sniff(raw), -n, name) for n, name in enumerate(order)]
    surest, _, name = max(sure, default=(0.0, 0, ""))
    return name if surest >= _SURE else ""
