"""What comes of a file of wire copy, read and cleaned as the shipped plan does, and how fast.

A file is read several times: to warm up, for the clock, and once more as if it had been sent again
three days later under another name; its items must have the same ids then. Nothing here prints.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from statistics import median
from typing import TypeAlias

from pipeline.cleaning.registry import cleaners
from pipeline.cleaning.stage import make_cleaner
from pipeline.cleaning.words import unaccounted_words
from pipeline.formats.reading import read_items, recognise
from pipeline.outcome import Divert, Keep, Outcome, Quarantine
from pipeline.plan import load_plan
from schemas.raw import RawItem
from schemas.types import Lifecycle, Origin
from schemas.wire import WireItem
from tests.eval.leaks import Leak, leaks

__all__ = [
    "NO_FORMAT",
    "Clean",
    "FileReading",
    "Row",
    "broken",
    "has_body",
    "has_headline",
    "read_and_clean",
    "read_file",
    "row_of",
    "says_its_time",
]

NO_FORMAT = "(no format)"

Clean: TypeAlias = Callable[[RawItem], list[Outcome[WireItem]]]

_ARRIVED_AT = datetime(2026, 3, 3, 12, 0, 0, 654321, tzinfo=UTC)
"""No agency writes such microseconds: an item that has this time took it from its arrival."""

_RE_SENT = timedelta(days=3)
_RUNS = 3
_PULL_BACKS = frozenset({Lifecycle.KILL, Lifecycle.WITHHOLD})
_CHUNK_BYTES = 4096


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


@dataclass(frozen=True, slots=True)
class Row:
    """The sums of several files: of one dialect, or of one folder."""

    group: str
    files: int
    items: int
    read: int
    diverted: int
    quarantined: int
    reasons: dict[str, int]
    raised: int
    headline: float
    """Shares (0-1) of the items read that have a headline (or are alerts), and so on."""
    body: float
    """Kills and withholds need none."""
    id: float
    provider: float
    time: float
    language: float
    dateline: float
    tables: int
    """Items with a table."""
    markup: int
    """Items that leak markup, invisible characters, notes for desks: none may."""
    invisible: int
    note: int
    other_ids: int
    """Items with another id when the file was sent again."""
    words_off: int
    """Words lost or grown."""
    median_us: float
    """Microseconds an item, over the files."""
    most_us: float
    p95_us: float
    median_us_4kb: float
    """Microseconds for each 4 KB of file."""


def row_of(group: str, files: Sequence[FileReading]) -> Row:
    """Sum up *files*."""
    items = [item for file in files for item in file.items]
    leaking: Counter[str] = Counter()
    for file in files:
        leaking.update(file.leaking)
    timed = [file for file in files if file.outcomes]
    micros = sorted(file.seconds * 1e6 / file.outcomes for file in timed)
    by_size = [file.seconds * 1e6 * _CHUNK_BYTES / file.size for file in timed if file.size]

    def share(holds: Callable[[WireItem], object]) -> float:
        return sum(bool(holds(item)) for item in items) / len(items) if items else 0.0

    return Row(
        group=group,
        files=len(files),
        items=sum(file.outcomes for file in files),
        read=len(items),
        diverted=sum(file.diverted for file in files),
        quarantined=sum(len(file.quarantined) for file in files),
        reasons=dict(Counter(reason for file in files for reason, _ in file.quarantined)),
        raised=sum(bool(file.raised) for file in files),
        headline=share(has_headline),
        body=share(has_body),
        id=share(lambda item: item.guid),
        provider=share(lambda item: item.provider),
        time=share(says_its_time),
        language=share(lambda item: item.language),
        dateline=share(lambda item: item.dateline),
        tables=sum(any(block.kind == "table" for block in item.body) for item in items),
        markup=leaking["markup"],
        invisible=leaking["invisible"],
        note=leaking["note"],
        other_ids=len(items) - sum(file.same_ids for file in files),
        words_off=sum(file.words_off for file in files),
        median_us=median(micros) if micros else 0.0,
        p95_us=micros[max(0, -(-95 * len(micros) // 100) - 1)] if micros else 0.0,
        most_us=micros[-1] if micros else 0.0,
        median_us_4kb=median(by_size) if by_size else 0.0,
    )


def has_headline(item: WireItem) -> bool:
    """Return whether it has one, or is an alert and needs none."""
    return bool(item.headline) or item.lifecycle is Lifecycle.ALERT


def has_body(item: WireItem) -> bool:
    """Return whether it has one, or takes a story out and needs none."""
    return bool(item.text.strip()) or item.lifecycle in _PULL_BACKS


def says_its_time(item: WireItem) -> bool:
    """Return whether a time is the item's own, not that of its arrival."""
    return any(at not in (None, item.received_at) for at in (item.versioned_at, item.created_at))


def broken(rows: Iterable[Row]) -> list[str]:
    """Return a line for each promise that is not kept, with how often and in which groups."""
    lines = []
    there = list(rows)
    for name, what in _PROMISES.items():
        counts = {row.group: getattr(row, name) for row in there if getattr(row, name)}
        if counts:
            groups = ", ".join(counts)
            lines.append(f"{what}: {sum(counts.values())} in {groups}; must be 0")
    return lines


_PROMISES = {
    "raised": "files whose reading raised an exception",
    "markup": "items with leaked markup",
    "invisible": "items with control or invisible characters",
    "note": "items with notes that are not for publication",
    "other_ids": "items with another id when sent again",
    "words_off": "words unaccounted for",
}
