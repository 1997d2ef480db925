"""The ledger of published items: versions in order, kills as kills, embargoes kept.

Delivery: each item has one fate. ``Held`` counts as the fate of an item under embargo until a
later answer speaks of that item again: ``Keep`` when ``due`` releases it, ``Drop`` when a newer
version replaces it or a kill ends it. Such an answer comes after the answer of the item that
caused it; it carries the held item's ``item_id`` and ``raw_digest``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias

from pipeline.outcome import Already, Drop, Held, Keep, Outcome, Reason
from pipeline.publishing.article import PULL_BACKS, has_words, publish, pull_back, subject_of
from pipeline.publishing.changes import content_digest
from pipeline.publishing.embargo import Waiting, end_together, holds, strictest
from pipeline.publishing.entry import NOTHING, Entry
from pipeline.publishing.versions import (
    Mark,
    Order,
    compare,
    is_reissue,
    later_kill,
    outlives_a_late_kill,
)
from pipeline.stage import Row
from schemas.article import Article
from schemas.headers import origin_key
from schemas.types import Embargo, Lifecycle
from schemas.wire import WireItem

__all__ = ["Ledger"]

Answer: TypeAlias = tuple[Outcome[Article] | Held[WireItem], ...]

_ENTRY, _WAITING = b"i:", b"h:"
"""What a row's key begins with: an item's entry, or its version under embargo."""


@dataclass(frozen=True, slots=True)
class _Case:
    """An item, and what the ledger knows of it. *entry* has the item's origin already."""

    key: bytes
    item: WireItem
    entry: Entry
    held: WireItem | None


class Ledger:
    """Answer each item with its article, or with why it is not published (now).

    One ledger serves one partition of ``wire.enriched``, which is divided by
    :func:`~pipeline.publishing.article.subject_of`. The clock *now* is asked only whether an
    embargo has ended. It decides when an article appears, never what is in it; only a version
    that is replaced or killed while its embargo lasts is never published, and would be if it
    were first read after the embargo's end.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        # Rows stay packed: a million items then take some hundred bytes each, not some thousand.
        self._entries: dict[bytes, bytes] = {}
        self._waiting = Waiting()
        self._changes: dict[bytes, bytes | None] = {}

    def __call__(self, item: WireItem) -> Answer:
        """Return the item's fate first, then the new fate of a held version if it ended one."""
        if item.lifecycle is Lifecycle.TEST:
            return (_drop(item, Reason.TEST_MESSAGE),)
        pulls_back = item.lifecycle in PULL_BACKS
        if not pulls_back and not has_words(item):
            return (_drop(item, Reason.EMPTY_BODY),)
        key = subject_of(item).encode()
        entry = self._entry(key)
        origin = origin_key(item.origin)
        if origin in entry.origins:
            return (Already(),)
        case = _Case(key, item, entry.answering(origin), self._waiting.get(key))
        if pulls_back:
            return self._kill(case) if item.lifecycle is Lifecycle.KILL else self._withhold(case)
        return self._version(case)

    def restore(self, rows: Iterable[Row]) -> None:
        """Take committed rows, oldest first."""
        for key, value in rows:
            if key.startswith(_WAITING):
                self._waiting.restore(key[len(_WAITING) :], value)
            elif value is None:
                self._entries.pop(key[len(_ENTRY) :], None)
            else:
                self._entries[key[len(_ENTRY) :]] = value

    def changes(self) -> list[Row]:
        """Return the rows written since the last call, the last value of each."""
        rows = list(self._changes.items())
        self._changes.clear()
        return rows

    def next_due(self) -> datetime | None:
        """Return when the next embargo ends, or None while none does."""
        return self._waiting.next_due()

    def due(self, now: datetime) -> Answer:
        """Release everything whose embargo has ended by *now*, the earliest first."""
        released: list[Keep[Article]] = []
        while (key := self._waiting.take_due(now)) is not None:
            item = self._waiting.get(key)
            if item is not None:
                released.append(self._published(key, item, self._entry(key)))
        return tuple(released)

    def _version(self, case: _Case) -> Answer:
        """Publish a version that is new, hold it while its embargo lasts, drop it otherwise.

        Where a version waits, it is the one to be newer than, so that no older copy without an
        embargo slips past it. The newest version's embargo counts; of two that say they are the
        same version, the stricter one. Same number and time but other words is an update: to
        publish it costs nothing, to leave it out may.
        """
        item, entry, held = case.item, case.entry, case.held
        mark = Mark.of(item)
        if entry.status == "canceled" and not is_reissue(mark, entry.mark):
            return self._dropped(case, Reason.KILLED, f"{mark} of an item killed by {entry.mark}")
        latest = entry.mark if held is None else Mark.of(held)
        order = compare(mark, latest)
        if order is Order.OLDER:
            return self._dropped(case, Reason.SUPERSEDED, f"{mark} came after {latest}")
        embargo = item.embargo
        if held is not None and order is Order.SAME:
            embargo = strictest(embargo, held.embargo)
        if order is not Order.NEWER and (held is not None or entry.revision):
            known = self._known_already(case, order, embargo)
            if known is not None:
                return known
        replaced = self._end_held(case, Reason.SUPERSEDED, f"{mark} replaced it under embargo")
        if embargo is not item.embargo:
            item = item.model_copy(update={"embargo": embargo})
        if self._waits(embargo):
            return (self._hold(case, item), *replaced)
        return (self._published(case.key, item, entry), *replaced)

    def _known_already(self, case: _Case, order: Order, embargo: Embargo | None) -> Answer | None:
        """Drop a version that is not newer and says what is known, or what is withheld."""
        entry, held, mark = case.entry, case.held, Mark.of(case.item)
        digest = content_digest(case.item)
        if held is not None:
            if digest == content_digest(held) and end_together(embargo, held.embargo):
                return self._dropped(case, Reason.UNCHANGED, f"{mark} is held already")
        elif entry.status == "withheld":
            # Without a version only other words show that this is not the withheld text.
            if order is Order.SAME or entry.digest in (digest, ""):
                case = replace(case, entry=replace(entry, digest=entry.digest or digest))
                note = f"{mark} is withheld by its agency"
                return self._dropped(case, Reason.SUPERSEDED, note)
        elif digest == entry.digest:
            return self._dropped(case, Reason.UNCHANGED, f"{mark} says nothing new")
        return None

    def _waits(self, embargo: Embargo | None) -> bool:
        return embargo is not None and holds(embargo, self._now())

    def _hold(self, case: _Case, item: WireItem) -> Held[WireItem]:
        self._write(case.key, case.entry)
        self._changes[_WAITING + case.key] = self._waiting.put(case.key, item)
        until = item.embargo.until if item.embargo is not None else None
        return Held(item, note=f"until {until.isoformat()}" if until else "until it is lifted")

    def _kill(self, case: _Case) -> Answer:
        """Cancel the article, whether it was published or not; the same again changes nothing.

        An embargo does not delay a kill.
        """
        item, entry = case.item, case.entry
        mark = Mark.of(item)
        if entry.status == "canceled":
            case = replace(case, entry=replace(entry, mark=later_kill(mark, entry.mark)))
            dropped = self._dropped(case, Reason.UNCHANGED, f"killed already by {entry.mark}")
            return (*dropped, *self._end_killed(case, mark))
        if entry.status == "usable" and outlives_a_late_kill(entry.mark, mark):
            note = f"the kill, {mark}, came after the re-issue, {entry.mark}"
            return self._dropped(case, Reason.SUPERSEDED, note)
        article, after = pull_back(item, entry)
        self._write(case.key, after)
        return (Keep(article), *self._end_killed(case, mark))

    def _withhold(self, case: _Case) -> Answer:
        """Withhold the article until a later usable version lifts that."""
        item, entry, held = case.item, case.entry, case.held
        mark = Mark.of(item)
        ended: tuple[Drop, ...] = ()
        if held is not None and compare(Mark.of(held), mark) is not Order.NEWER:
            ended = self._end_held(case, Reason.SUPERSEDED, f"withheld by {mark}")
        if entry.status == "canceled":
            note = f"{mark} of an item killed by {entry.mark}"
            return (*self._dropped(case, Reason.KILLED, note), *ended)
        order = compare(mark, entry.mark)
        if order is Order.OLDER:
            note = f"{mark} came after {entry.mark}"
            return (*self._dropped(case, Reason.SUPERSEDED, note), *ended)
        if entry.status == "withheld":
            case = replace(case, entry=replace(entry, mark=mark.after(entry.mark)))
            return (*self._dropped(case, Reason.UNCHANGED, "withheld already"), *ended)
        article, after = pull_back(item, entry)
        self._write(case.key, after)
        return (Keep(article), *ended)

    def _end_killed(self, case: _Case, kill: Mark) -> tuple[Drop, ...]:
        if case.held is None or is_reissue(Mark.of(case.held), kill):
            return ()
        return self._end_held(case, Reason.KILLED, f"killed under embargo by {kill}")

    def _entry(self, key: bytes) -> Entry:
        packed = self._entries.get(key)
        return NOTHING if packed is None else Entry.unpacked(packed)

    def _write(self, key: bytes, entry: Entry) -> None:
        self._entries[key] = self._changes[_ENTRY + key] = entry.packed()

    def _published(self, key: bytes, item: WireItem, entry: Entry) -> Keep[Article]:
        """Publish a version that may be seen; nothing waits for it any more."""
        article, after = publish(item, entry)
        self._write(key, after)
        self._forget_waiting(key)
        return Keep(article)

    def _dropped(self, case: _Case, reason: Reason, note: str) -> tuple[Drop]:
        self._write(case.key, case.entry)
        return (_drop(case.item, reason, note),)

    def _end_held(self, case: _Case, reason: Reason, note: str) -> tuple[Drop, ...]:
        if case.held is None:
            return ()
        self._forget_waiting(case.key)
        return (_drop(case.held, reason, note),)

    def _forget_waiting(self, key: bytes) -> None:
        if key in self._waiting:
            self._waiting.restore(key, None)
            self._changes[_WAITING + key] = None


def _drop(item: WireItem, reason: Reason, note: str = "") -> Drop:
    # wire.dropped is for everybody: it must not tell the headline of copy under embargo.
    headline = item.headline if item.embargo is None else ""
    return Drop(reason, item.item_id, headline, item.raw_digest, note)
