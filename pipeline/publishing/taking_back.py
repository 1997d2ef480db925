"""Kills and withholds: an article is taken out, with what waits and what was taken from it."""

from __future__ import annotations

from dataclasses import replace

from pipeline.outcome import Drop, Keep, Reason
from pipeline.publishing.answers import Answer, Case, drop
from pipeline.publishing.article import pull_back
from pipeline.publishing.book import Book
from pipeline.publishing.copies import told_to_copies
from pipeline.publishing.editions import Editions
from pipeline.publishing.versions import (
    Mark,
    Order,
    compare,
    is_reissue,
    later_kill,
    outlives_a_late_kill,
)
from schemas.types import Lifecycle

__all__ = ["TakingBack"]


class TakingBack:
    """Takes the items of a book back."""

    def __init__(self, book: Book, editions: Editions) -> None:
        self._book = book
        self._editions = editions

    def kill(self, case: Case) -> Answer:
        """Cancel the article, whether it was published or not; the same again changes nothing.

        An embargo does not delay a kill. The ledgers of the copies are told.
        """
        item, entry = case.item, case.entry
        mark = Mark.of(item)
        if entry.status == "canceled":
            case = replace(case, entry=replace(entry, mark=later_kill(mark, entry.mark)))
            dropped = self._editions.dropped(
                case, Reason.UNCHANGED, f"killed already by {entry.mark}"
            )
            return (*dropped, *self._end_killed(case, mark))
        if entry.status and outlives_a_late_kill(entry.text_mark, mark):
            note = f"the kill, {mark}, came after the re-issue, {entry.text_mark}"
            return self._editions.dropped(case, Reason.SUPERSEDED, note)
        article, after = pull_back(item, entry)
        withheld = entry.mark if entry.status == "withheld" else entry.withheld
        self._book.write(case.key, replace(after, usable=(), withheld=withheld))
        self._book.write_text(case.key, None)
        return (Keep(article), *self._end_killed(case, mark), *told_to_copies(item, entry))

    def withhold(self, case: Case) -> Answer:
        """Withhold the article until a later usable version lifts that; its copies as well."""
        item, entry, held = case.item, case.entry, case.held
        mark = Mark.of(item)
        ended: tuple[Drop, ...] = ()
        if held is not None and compare(Mark.of(held), mark) is not Order.NEWER:
            ended = self._editions.end_held(case, Reason.SUPERSEDED, f"withheld by {mark}")
        if entry.status == "canceled":
            note = f"{mark} of an item killed by {entry.mark}"
            if compare(mark, entry.withheld) is not Order.OLDER:
                case = replace(case, entry=replace(entry, withheld=mark))
            return (*self._editions.dropped(case, Reason.KILLED, note), *ended)
        order = compare(mark, entry.mark)
        if order is Order.OLDER:
            note = f"{mark} came after {entry.mark}"
            return (*self._editions.dropped(case, Reason.SUPERSEDED, note), *ended)
        if entry.status == "withheld":
            case = replace(case, entry=replace(entry, mark=mark.after(entry.mark)))
            dropped = self._editions.dropped(case, Reason.UNCHANGED, "withheld already")
            return (*dropped, *ended)
        article, after = pull_back(item, entry)
        self._book.write(case.key, after)
        self._book.write_text(case.key, None)
        return (Keep(article), *ended, *told_to_copies(item, entry))

    def with_its_source(self, case: Case) -> Answer:
        """Take a copy back because its source is: for good, or until the source is back.

        No version of the copy comes out in the meantime, whatever time it says: it was not made
        in knowledge of what happened to its source. A copy that was never published is no news;
        its ledger only remembers.
        """
        item, entry = case.item, case.entry
        is_kill = item.lifecycle is Lifecycle.KILL
        if entry.status not in ("usable", "withheld") or (
            entry.status == "withheld" and not is_kill
        ):
            self._book.write(case.key, entry)
            return self._end_waiting(case, item.of_item)
        article, after = pull_back(item, entry)
        # Without a time: no later version of the copy is made in knowledge of its source's kill.
        mark = Mark(lifecycle=item.lifecycle, sent_as=item.item_id)
        if is_kill:
            after = replace(after, mark=mark, usable=())
        self._book.write(case.key, after)
        self._book.write_text(case.key, None)
        return (Keep(article), *self._end_waiting(case, item.of_item))

    def _end_waiting(self, case: Case, source: str) -> tuple[Drop, ...]:
        """End the version of a copy that waits for its time."""
        note = f"a copy of {source}, which its agency has taken back"
        return self._editions.end_held(case, Reason.KILLED, note)

    def _end_killed(self, case: Case, kill: Mark) -> tuple[Drop, ...]:
        """End what waits for its time or for its other takes, unless it was made after the kill."""
        ended: tuple[Drop, ...] = ()
        if case.held is not None and not is_reissue(Mark.of(case.held), kill):
            ended = self._editions.end_held(case, Reason.KILLED, f"killed under embargo by {kill}")
        parts, told = self._book.parts.get(case.key)
        if parts:
            self._book.parts.restore(case.key, None)
            self._book.write_parts(case.key, None)
        waiting = () if told else tuple(parts)
        note = f"killed by {kill} while it waited for the other takes"
        return (*ended, *(drop(part, Reason.KILLED, note) for part in waiting))
