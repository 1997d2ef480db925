"""What dedupe asks its memory: versions of an item, leads of a story, same words, likely copies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Final, NamedTuple, TypeVar

from pipeline.dedup.judging import NEW_TEXT
from pipeline.dedup.kept import key_of
from pipeline.dedup.memory import Memory
from pipeline.dedup.named import names_of_row
from pipeline.dedup.nearness import Keys
from pipeline.dedup.row import Remembered, tells_no_more

__all__ = ["FOREVER", "Lookups", "Met"]

FOREVER: Final = 2**63 - 1
"""Later than any time."""

J = TypeVar("J")

_MOST_UNDER_KEY: Final = 12
_MOST_CANDIDATES: Final = 6
"""A phrase that every second story has leads nowhere: of each key the newest twelve count, and
the six texts with most keys in common are looked at. Guesses that bound the time of an item."""

_MOST_MET_ONCE: Final = 2
"""Of the texts with a single key in common only the latest are looked at: it is mostly a set
phrase."""

_FADED: Final = 0.7
"""Share of a text's keys under which a faded one must be found, to be a copy of it."""

_MICROSECOND: Final = timedelta(microseconds=1)


class Met(NamedTuple):
    """The rows that have keys with a text in common, the likeliest first, and how many of them."""

    rows: list[tuple[int, int]]
    most: int
    """How many keys a row of the same text would have."""


class Lookups:
    """Questions to a memory; an answer lies within the memory's window of the item's own time."""

    def __init__(self, memory: Memory) -> None:
        self._kept = memory.kept
        self._window = memory.window

    def of_item(self, item_id: str, at: int) -> Iterator[Remembered]:
        """Yield the kept versions of an item within the window, latest first."""
        return (row for row in self.sent_of_item(item_id, at) if not row.copy_of)

    def sent_of_item(self, item_id: str, at: int) -> Iterator[Remembered]:
        """Yield the versions of an item within the window, latest first; those too that were
        copies of another item's text and so were not kept."""
        for row in self._rows_of(item_id):
            if not row.taken_back and abs(row.event_at - at) <= self._window:
                yield row

    def of_story(self, source: str, slug: str, at: int, apart: timedelta) -> Iterator[Remembered]:
        """Yield the kept items of a source that bear a story's slugline, latest first."""
        most = apart // _MICROSECOND
        for row in self._kept.named(key_of("slug", f"{source}/{slug}")):
            if row.slug != slug or not row.item_id.startswith(f"{source}/"):
                continue
            if abs(row.event_at - at) <= most:
                yield row

    def taken_back(self, item_id: str) -> bool:
        """Tell whether an item is killed or withheld, and no version was made after that."""
        until = self.taken_back_at(item_id)
        if until is None or until == FOREVER:
            return until is not None
        return not any(
            row.versioned_at is not None and row.versioned_at > until
            for row in self._rows_of(item_id)
            if not (row.taken_back or row.copy_of)
        )

    def taken_back_at(self, item_id: str) -> int | None:
        """Return when an item was killed or withheld last, by its agency's own time, or None.

        ``FOREVER`` where that says no time: nothing then shows that a version was made after it.
        """
        times = [row.versioned_at for row in self._rows_of(item_id) if row.taken_back]
        return max((FOREVER if at is None else at for at in times), default=None)

    def is_known(self, item_id: str) -> bool:
        """Tell whether anything was heard of an item."""
        return any(True for _ in self._rows_of(item_id))

    def named(self, name: str) -> Iterator[Remembered]:
        """Yield the stories that bear a name, latest first; their kills are not among them."""
        for row in self._kept.named(key_of("name", name)):
            if not row.taken_back and name in names_of_row(row.headline, row.slug):
                yield row

    def kills_named(self, name: str) -> Iterator[Remembered]:
        """Yield the kills of a story of which only this name is known, latest first."""
        for row in self._kept.named(key_of("named", name)):
            if row.taken_back and name in names_of_row(row.headline, row.slug):
                yield row

    def _rows_of(self, item_id: str) -> Iterator[Remembered]:
        for row in self._kept.named(key_of("item", item_id)):
            if row.item_id == item_id:
                yield row

    def copied_from(self, item_id: str) -> Iterator[str]:
        """Yield the items whose texts this one repeated, so that it was not kept."""
        for row in self._kept.named(key_of("item", item_id)):
            if row.item_id == item_id and row.copy_of:
                yield row.copy_of

    def credit_of(self, item_id: str) -> str:
        """Return to whom the latest kept version of an item is credited, or nothing."""
        for row in self._kept.named(key_of("item", item_id)):
            if row.item_id == item_id and not row.taken_back:
                return row.credit
        return ""

    def same_text(
        self, language: str, exact: bytes, at: int, apart: timedelta | None
    ) -> Remembered | None:
        """Return the first kept item of exactly these words, not further *apart* than that."""
        most = self._window if apart is None else min(self._window, apart // _MICROSECOND)
        first = None
        for row in self._kept.named(key_of("text", exact)):
            if row.exact != exact or row.language != language:
                continue
            if abs(row.event_at - at) <= most:
                first = row
        return first

    def met(self, keys: Keys) -> Met:
        """Return the rows that have some of a text's keys."""
        rows = self._kept.met(keys.asked, _MOST_UNDER_KEY, _MOST_CANDIDATES, _MOST_MET_ONCE)
        return Met(rows, len(keys.kept) // 4)

    def like(
        self, met: Met, language: str, at: int, judge: Callable[[bytes], J | None]
    ) -> Iterator[tuple[Remembered, J]]:
        """Yield those of the *met* rows, of the language and within the window, that pass *judge*,
        likeliest first. Of two that are equally likely the first that was kept comes first."""
        for number, _ in met.rows:
            words = self._kept.words(number)
            verdict = judge(words) if words else None
            row = None if verdict is None else self._kept.row(number)
            if row is None or verdict is None:
                continue
            if row.language == language and abs(row.event_at - at) <= self._window:
                yield row, verdict

    def faded(
        self, met: Met, language: str, at: int, words: bytes
    ) -> tuple[Remembered, float] | None:
        """Return an item whose words are forgotten and that the text is a copy of, and how sure.

        It has most of the text's keys, and the text has no figures but its, nor more words.
        """
        for number, hits in met.rows:
            row = self._kept.row(number) if hits >= _FADED * met.most else None
            if row is None or self._kept.words(number):
                continue
            near = row.language == language and abs(row.event_at - at) <= self._window
            if near and tells_no_more(words, row, NEW_TEXT):
                return row, min(hits / met.most, 1.0)
        return None
