"""What comes of a file of wire copy, read and cleaned as the shipped plan does, and how fast.

A file is read several times: to warm up, for the clock, and once more as if it had been sent again
three days later under another name; its items must have the same ids then. Nothing here prints.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TypeAlias

from pipeline.cleaning.registry import cleaners
from pipeline.cleaning.stage import make_cleaner
from pipeline.cleaning.words import unaccounted_words
from pipeline.formats.reading import read_items, recognise
from pipeline.outcome import Divert, Keep, Outcome, Quarantine
from pipeline.plan import load_plan
from schemas.raw import RawItem
from schemas.types import Origin
from schemas.wire import WireItem
from tests.eval.leaks import Leak, leaks

__all__ = [
    "NO_FORMAT",
    "Clean",
    "FileReading",
    "read_and_clean",
    "read_file",
]

NO_FORMAT = "(no format)"

Clean: TypeAlias = Callable[[RawItem], list[Outcome[WireItem]]]

_ARRIVED_AT = datetime(2026, 3, 3, 12, 0, 0, 654321, tzinfo=UTC)
"""No agency writes such microseconds: an item that has this time took it from its arrival."""

_RE_SENT = timedelta(days=3)
_RUNS = 3


@dataclass(frozen=True, slots=True)
class FileReading:
    """What came of one file."""

    name: str
    dialect: str
    """The format that read it, or ``NO_FORMAT``."""
    size: int
    items: tuple[WireItem, ...] = ()
    outcomes: int = 0
    diverted: int = 0
    quarantined: tuple[tuple[str, str], ...] = ()
    """(reason, note) of each item that went there."""
    raised: str = ""
    """The exception that reading ended in; there must be none."""
    leaks: tuple[Leak, ...] = ()
    leaking: Counter[str] = field(default_factory=Counter)
    """Items that leak, by kind of leak."""
    same_ids: int = 0
    """Items that had their id again when the file was read again."""
    words_off: int = 0
    seconds: float = 0.0


@cache
def _shipped() -> tuple[tuple[str, ...], Callable[[WireItem], WireItem]]:
    plan = load_plan()
    return plan["formats"].steps, make_cleaner([cleaners[n].run for n in plan["cleaning"].steps])


def read_and_clean(raw: RawItem) -> list[Outcome[WireItem]]:
    """Read and clean one record as the shipped plan does."""
    order, clean = _shipped()
    return [Keep(clean(o.item)) if isinstance(o, Keep) else o for o in read_items(raw, order)]


def read_file(name: str, value: bytes, *, clean: Clean = read_and_clean) -> FileReading:
    """Read one file's bytes, for the clock and for what comes of it."""
    raw = _raw(name, value)
    try:
        outcomes, seconds = _timed(raw, clean)
        again = clean(_raw(f"again-{name}", value, after=_RE_SENT))
    except Exception as error:  # an evaluation goes on, and says so at the end
        said = f"{type(error).__name__}: {error}"
        return FileReading(name, _recognised(raw), len(value), raised=said)
    items = tuple(o.item for o in outcomes if isinstance(o, Keep))
    ids = [o.item.item_id if isinstance(o, Keep) else None for o in outcomes]
    ids_again = [o.item.item_id if isinstance(o, Keep) else None for o in again]
    found = [list(leaks(item)) for item in items]
    return FileReading(
        name,
        dialect=items[0].format if items else _recognised(raw),
        size=len(value),
        items=items,
        outcomes=len(outcomes),
        diverted=sum(isinstance(o, Divert) for o in outcomes),
        quarantined=tuple((str(o.reason), o.note) for o in outcomes if isinstance(o, Quarantine)),
        leaks=tuple(leak for of_item in found for leak in of_item),
        leaking=Counter(kind for of_item in found for kind in {leak.kind for leak in of_item}),
        same_ids=sum(
            one == other is not None for one, other in zip(ids, ids_again, strict=False) if one
        ),
        words_off=sum(abs(unaccounted_words(item)) for item in items),
        seconds=seconds,
    )


def _timed(raw: RawItem, clean: Clean) -> tuple[list[Outcome[WireItem]], float]:
    """Return the outcomes and the best of some runs, after one that warms up."""
    outcomes = clean(raw)
    took = []
    for _ in range(_RUNS):
        # A raw item remembers its digest, which is a part of the work.
        fresh = _raw(raw.name, raw.value)
        before = time.perf_counter()
        clean(fresh)
        took.append(time.perf_counter() - before)
    return outcomes, min(took)


def _raw(name: str, value: bytes, after: timedelta = timedelta()) -> RawItem:
    return RawItem(
        value=value,
        source="eval",
        name=name,
        received_at=_ARRIVED_AT + after,
        origin=Origin(topic="wire.raw", partition=0, offset=after.days),
    )


def _recognised(raw: RawItem) -> str:
    try:
        return recognise(raw, _shipped()[0]) or NO_FORMAT
    except Exception:
        return NO_FORMAT
