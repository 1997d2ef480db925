"""The sums of what came of many files, and which promises they break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from schemas.types import Lifecycle
from schemas.wire import WireItem
from tests.eval.readings import FileReading

__all__ = ["Row", "broken", "has_body", "has_headline", "row_of", "says_its_time"]

_PULL_BACKS = frozenset({Lifecycle.KILL, Lifecycle.WITHHOLD})
_CHUNK_BYTES = 4096


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
