"""The ledger of published items: versions in order, kills as kills, embargoes kept.

Delivery: each item has one fate. ``Held`` counts as the fate of an item that waits (for the end of
its embargo, or for its story's other takes) until a later answer speaks of that item again:
``Keep`` when ``due`` releases it, ``Drop`` when a newer version replaces it, a kill ends it or it
is joined with others. Such an answer comes after the answer of the item that caused it; it carries
the held item's ``raw_digest``. ``Tell`` is no fate: an item that is told to another ledger, because
it belongs into the chain of another item, has its fate there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from pipeline.outcome import Already, Drop, Held, Keep, Outcome, Reason
from pipeline.publishing.answers import Answer, Case, drop
from pipeline.publishing.article import has_words
from pipeline.publishing.book import LEAST_ENTRIES, MOST_TEXTS, Book
from pipeline.publishing.chains import MOST_HOPS, handed_to, linked_to
from pipeline.publishing.copies import carrier_of, copies_of, source_gone
from pipeline.publishing.editions import Editions
from pipeline.publishing.entry import Entry
from pipeline.publishing.takes import is_complete, is_part, joined
from pipeline.publishing.taking_back import TakingBack
from pipeline.publishing.versions import Mark, is_reissue
from pipeline.stage import Row
from schemas.article import Article
from schemas.headers import origin_key
from schemas.types import Lifecycle
from schemas.wire import PULL_BACKS, WireItem

__all__ = ["Ledger"]


class Ledger:
    """Answer each item with its article, or with why it is not published (now).

    One ledger serves one partition of ``wire.enriched``, which is divided by the items' subjects.
    The clock *now* is asked only whether something has waited long enough. It decides when an
    article appears, never what is in it; only a version that is replaced or killed while its
    embargo lasts is never published, and would be if it were first read after the embargo's end.
    With *no_hold* what is held is also told at once to ``wire.early``, for those who may read it.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        no_hold: bool = False,
        most_texts: int = MOST_TEXTS,
        least_entries: int = LEAST_ENTRIES,
    ) -> None:
        self._now = now
        self._book = Book(most_texts, least_entries)
        self._editions = Editions(self._book, now, no_hold=no_hold)
        self._taking_back = TakingBack(self._book, self._editions)

    def restore(self, rows: Iterable[Row]) -> None:
        """Take committed rows, oldest first."""
        self._book.restore(rows)

    def changes(self) -> list[Row]:
        """Return the rows written since the last call, the last value of each."""
        return self._book.changes()

    def __call__(self, item: WireItem) -> Answer:
        """Return the item's fate first, then what else follows from it.

        A notice has no fate: what follows from it is all that is returned.
        """
        if item.notice:
            return self._noted(item)
        if item.lifecycle is Lifecycle.TEST:
            return (drop(item, Reason.TEST_MESSAGE),)
        if item.lifecycle not in PULL_BACKS and not has_words(item):
            return (drop(item, Reason.EMPTY_BODY),)
        key = item.subject.encode()
        entry = self._book.entry(key)
        origin = origin_key(item.origin)
        if origin in entry.origins:
            return (Already(),)
        case = Case(key, item, entry.answering(origin, item.event_at), self._book.waiting.get(key))
        elsewhere = self._handed_on(case)
        if elsewhere is not None:
            return elsewhere
        if item.lifecycle is Lifecycle.KILL:
            return self._taking_back.kill(case)
        if item.lifecycle is Lifecycle.WITHHOLD:
            return self._taking_back.withhold(case)
        if is_part(item):
            return self._part(case)
        return self._editions.version(case)

    def next_due(self) -> datetime | None:
        """Return when the next embargo ends or the next take has waited long enough, or None."""
        times = (self._book.waiting.next_due(), self._book.parts.next_due())
        return min((time for time in times if time is not None), default=None)

    def due(self, now: datetime) -> Answer:
        """Release everything that has waited long enough by *now*, embargoes first."""
        released: list[Outcome[Article] | Held[WireItem]] = []
        while (key := self._book.waiting.take_due(now)) is not None:
            item = self._book.waiting.get(key)
            if item is not None:
                released += self._editions.published(key, item, self._book.entry(key))
        while (key := self._book.parts.take_due(now)) is not None:
            released += self._waited_long_enough(key)
        return tuple(released)

    # -- chains --------------------------------------------------------------------------------

    def _handed_on(self, case: Case) -> Answer | None:
        """Hand an item to the ledger of the chain that it belongs to; None if that is this one.

        An item that was published here stays here. One that was killed before it came is not
        handed on, but its kill is: it is a version of that chain.
        """
        item, entry = case.item, case.entry
        if item.hops >= MOST_HOPS:
            return None
        if not entry.chain and not entry.revision and not case.held:
            if item.lifecycle in PULL_BACKS or item.chain:
                return None
            if not (link := linked_to(item)) or link.encode() == case.key:
                return None
            entry = replace(entry, chain=link)
        elif entry.status == "canceled" and not entry.chain:
            link = "" if item.chain or item.lifecycle in PULL_BACKS else linked_to(item)
            if link and link.encode() != case.key and not is_reissue(Mark.of(item), entry.mark):
                dropped = drop(item, Reason.KILLED, f"killed by {entry.mark} before it came")
                self._book.write(case.key, entry)
                return (dropped, source_gone(item, entry, link))
        if not entry.chain:
            return None
        self._book.write(case.key, entry)
        return (handed_to(item, entry.chain),)

    # -- takes ---------------------------------------------------------------------------------

    def _part(self, case: Case) -> Answer:
        """Let a take wait for the others, or join them if it is the last to come."""
        item, key = case.item, case.key
        if case.entry.status == "canceled":
            return self._editions.version(case)
        parts, told = self._book.parts.get(key)
        assert item.take is not None
        ended: list[Drop] = []
        for part in parts:
            if part.take is not None and part.take.number == item.take.number:
                note = f"take {item.take.number} came again"
                ended += [] if told else [drop(part, Reason.SUPERSEDED, note)]
        others = [p for p in parts if p.take is None or p.take.number != item.take.number]
        parts = [*others, item]
        if not told and not is_complete(parts):
            self._book.write(key, case.entry)
            self._book.write_parts(key, self._book.parts.put(key, parts, self._now(), told=False))
            until = self._book.parts.next_due()
            note = f"take {item.take.number} waits for the others"
            return (Held(item, until, Reason.TAKES, note), *ended)
        if not told:
            ended += [drop(part, Reason.JOINED, "joined with the last take") for part in others]
        self._keep_parts(key, parts)
        whole = replace(case, item=joined(parts, item))
        return (*self._editions.version(whole), *ended)

    def _waited_long_enough(self, key: bytes) -> Answer:
        parts, told = self._book.parts.get(key)
        if told or not parts:
            self._book.parts.restore(key, None)
            self._book.write_parts(key, None)
            return ()
        self._keep_parts(key, parts)
        first, *others = sorted(parts, key=lambda part: part.take.number if part.take else 0)
        case = Case(key, joined(parts, first), self._book.entry(key), self._book.waiting.get(key))
        dropped = [drop(part, Reason.JOINED, "joined after the time-out") for part in others]
        return (*self._editions.version(case), *dropped)

    def _keep_parts(self, key: bytes, parts: list[WireItem]) -> None:
        """Keep published parts for those that may yet come; a complete story needs them no more."""
        row = None
        if is_complete(parts):
            self._book.parts.restore(key, None)
        else:
            row = self._book.parts.put(key, parts, self._now(), told=True)
        self._book.write_parts(key, row)

    # -- notices -------------------------------------------------------------------------------

    def _noted(self, notice: WireItem) -> Answer:
        """Take a word about an item: who carried it, whose copy it was, that its source is gone."""
        key = notice.subject.encode()
        entry = self._book.entry(key)
        if entry.chain and notice.hops < MOST_HOPS:
            return (handed_to(notice, entry.chain),)
        other = notice.item_id if notice.notice == "carried" else notice.of_item
        if other == notice.subject:
            return ()  # both belong to one chain: no story is a copy of itself
        entry = entry.touching(notice.event_at)
        is_gone = entry.status in ("canceled", "withheld")
        if notice.notice == "carried":
            carrier = carrier_of(notice)
            is_new = carrier.item_id not in copies_of(entry)
            self._book.write(key, entry.carried(carrier))
            return (source_gone(notice, entry, carrier.item_id),) if is_gone and is_new else ()
        if notice.notice == "copy_of":
            is_new = notice.of_item not in copies_of(entry)
            said = entry.credits or (notice.source, notice.provider, notice.credit)
            copy_of = entry.copy_of or notice.of_item
            self._book.write(key, replace(entry, copy_of=copy_of, credits=said))
            return (source_gone(notice, entry, notice.of_item),) if is_gone and is_new else ()
        if notice.notice == "named":
            take = self._taking_back
            pull = take.kill if notice.lifecycle is Lifecycle.KILL else take.withhold
            first, *others = pull(Case(key, notice, entry, self._book.waiting.get(key)))
            # The notice has its fate under its own id; here only what follows counts.
            return (first, *others) if isinstance(first, Keep) else tuple(others)
        if notice.notice == "source_back":
            if entry.source_gone[:1] == (notice.of_item,):
                self._book.write(key, replace(entry, source_gone=()))
            return ()
        # While nothing of the copy came out, nobody knows yet to whom it will be credited.
        entry = replace(entry, source_gone=(notice.of_item, notice.source, notice.provider))
        case = Case(key, notice, entry, self._book.waiting.get(key))
        if notice.is_credited_in(self._credits(key, entry)):
            return self._taking_back.with_its_source(case)
        self._book.write(key, entry)
        return ()

    def _credits(self, key: bytes, entry: Entry) -> tuple[str, ...]:
        """Return whom an item's text is credited to; its source even before it comes."""
        held = self._book.waiting.get(key)
        said = entry.credits if held is None else (held.source, held.provider, held.credit)
        return (key.partition(b"/")[0].decode(), *said)
