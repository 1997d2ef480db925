"""Versions of an item: published if they are new, held while an embargo lasts, dropped if not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from pipeline.outcome import Drop, Held, Keep, Reason, Tell
from pipeline.publishing.answers import Answer, Case, drop
from pipeline.publishing.article import publish
from pipeline.publishing.book import Book
from pipeline.publishing.changes import content_digest
from pipeline.publishing.copies import copies_of, goes_with_source, source_back
from pipeline.publishing.embargo import end_together, holds, strictest
from pipeline.publishing.entry import Entry
from pipeline.publishing.versions import Mark, Order, compare, is_reissue
from schemas import topics
from schemas.types import Embargo
from schemas.wire import WireItem

__all__ = ["Editions"]


class Editions:
    """Publishes and holds the versions of a book's items."""

    def __init__(self, book: Book, now: Callable[[], datetime], *, no_hold: bool = False) -> None:
        self._book = book
        self._now = now
        self._no_hold = no_hold

    def version(self, case: Case) -> Answer:
        """Publish a version that is new, hold it while its embargo lasts, drop it otherwise.

        Where a version waits, it is the one to be newer than, so that no older copy without an
        embargo slips past it. The newest version's embargo counts; of two that say they are the
        same version, the stricter one, unless one says expressly that it may be used. Same number
        and time but other words is an update: to publish it costs nothing, to leave it out may.
        Of a copy no version comes out while its source is gone.
        """
        item, entry, held = case.item, case.entry, case.held
        mark = Mark.of(item)
        if goes_with_source(item, entry):
            note = f"{mark} of a copy of {entry.source_gone[0]}, which its agency has taken back"
            return self.dropped(case, Reason.KILLED, note)
        if entry.status == "canceled" and not is_reissue(mark, entry.mark):
            return self.dropped(case, Reason.KILLED, f"{mark} of an item killed by {entry.mark}")
        if entry.status == "canceled" and compare(mark, entry.withheld) is Order.OLDER:
            return self.dropped(case, Reason.SUPERSEDED, f"{mark} is withheld by {entry.withheld}")
        latest = entry.mark if held is None else Mark.of(held)
        order = compare(mark, latest)
        if order is Order.OLDER:
            return self.dropped(case, Reason.SUPERSEDED, f"{mark} came after {latest}")
        embargo = item.embargo
        is_lifted = embargo is None and item.is_free
        if held is not None and order is Order.SAME and not is_lifted:
            embargo = strictest(embargo, held.embargo)
        if order is not Order.NEWER and (held is not None or entry.revision):
            known = self._known_already(case, order, embargo)
            if known is not None:
                return known
        replaced = self.end_held(case, Reason.SUPERSEDED, f"{mark} replaced it under embargo")
        if embargo is not item.embargo:
            item = item.model_copy(update={"embargo": embargo})
        if self._waits(embargo):
            return (*self._hold(case, item), *replaced)
        kept, *told = self.published(case.key, item, entry)
        return (kept, *replaced, *told)

    def published(self, key: bytes, item: WireItem, entry: Entry) -> Answer:
        """Publish a version that may be seen; nothing waits for it any more.

        If it was killed or withheld before, its copies' ledgers hear that it is back.
        """
        article, after, text = publish(item, entry, self._book.text(key))
        self._book.write(key, after)
        self._book.write_text(key, text)
        self._forget_waiting(key)
        if entry.status in ("", "usable"):
            return (Keep(article),)
        return (Keep(article), *(source_back(item, entry, copy) for copy in copies_of(entry)))

    def dropped(self, case: Case, reason: Reason, note: str) -> tuple[Drop]:
        """End the item of a case; its entry remembers that it was answered."""
        self._book.write(case.key, case.entry)
        return (drop(case.item, reason, note),)

    def end_held(self, case: Case, reason: Reason, note: str) -> tuple[Drop, ...]:
        """End the version that waits, if one does."""
        if case.held is None:
            return ()
        self._forget_waiting(case.key)
        return (drop(case.held, reason, note),)

    def _known_already(self, case: Case, order: Order, embargo: Embargo | None) -> Answer | None:
        """Drop a version that is not newer and says what is known, or what is withheld."""
        entry, held, mark = case.entry, case.held, Mark.of(case.item)
        digest = content_digest(case.item)
        if held is not None:
            if digest == content_digest(held) and end_together(embargo, held.embargo):
                return self.dropped(case, Reason.UNCHANGED, f"{mark} is held already")
        elif entry.status == "withheld":
            # Without a version only other words show that this is not the withheld text.
            if order is Order.SAME or entry.digest in (digest, ""):
                case = replace(case, entry=replace(entry, digest=entry.digest or digest))
                note = f"{mark} is withheld by its agency"
                return self.dropped(case, Reason.SUPERSEDED, note)
        elif digest == entry.digest:
            return self.dropped(case, Reason.UNCHANGED, f"{mark} says nothing new")
        return None

    def _waits(self, embargo: Embargo | None) -> bool:
        return embargo is not None and holds(embargo, self._now())

    def _hold(self, case: Case, item: WireItem) -> Answer:
        key = case.key
        self._book.write(key, case.entry)
        self._book.wait(key, self._book.waiting.put(key, item))
        until = item.embargo.until if item.embargo is not None else None
        held = Held(
            item,
            until,
            Reason.EMBARGOED,
            f"until {until.isoformat()}" if until else "until it is lifted",
        )
        if not self._no_hold:
            return (held,)
        article, _, _ = publish(item, case.entry, self._book.text(key))
        return (held, Tell(topics.EARLY.name, article.article_id, article))

    def _forget_waiting(self, key: bytes) -> None:
        if key in self._book.waiting:
            self._book.waiting.restore(key, None)
            self._book.wait(key, None)
