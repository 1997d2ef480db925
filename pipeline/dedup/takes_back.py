"""Kills and withholds in dedupe: whom they mean, before it came and after, and which copies go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Protocol

from pipeline.dedup.lookups import FOREVER, Lookups
from pipeline.dedup.named import (
    MOST_APART,
    is_same_headline,
    keys_of,
    names_of_row,
    names_told,
    word_of,
)
from pipeline.dedup.nearness import NO_KEYS, Keys
from pipeline.dedup.row import Remembered, micros
from pipeline.outcome import Keep, Outcome, Tell
from schemas import topics
from schemas.types import Lifecycle, Named
from schemas.wire import PULL_BACKS, WireItem, are_credited

__all__ = ["TakesBack"]

_APART = MOST_APART // timedelta(microseconds=1)


class Remember(Protocol):
    """Remember an item that was answered, or that another one was taken back *instead*."""

    def __call__(
        self,
        origin: bytes,
        item: WireItem,
        text: None,
        keys: Keys,
        *,
        instead: str = "",
        named: Named | None = None,
    ) -> None:
        """See the class."""
        ...


def _told(kill: WireItem, targets: Iterable[str]) -> tuple[Tell, ...]:
    """Return the words to the ledgers of those whom a kill takes back besides its subject."""
    words = [
        kill.model_copy(update={"chain": one, "notice": "named", "of_item": kill.item_id})
        for one in targets
    ]
    return tuple(Tell(topics.UNIQUE.name, word.chain, word) for word in words)


class TakesBack:
    """What a memory says of items that were taken back."""

    def __init__(self, known: Lookups, remember: Remember) -> None:
        self._known = known
        self._remember = remember

    def kill(self, origin: bytes, kill: WireItem) -> tuple[Outcome[WireItem], ...]:
        """Keep a kill or a withhold, and tell it to those whom it names without an id."""
        told, is_about = names_told(kill, self._known.is_known(kill.item_id))
        named = dict.fromkeys(id_ for one in told if (id_ := self._target_of(kill, one)))
        by_id = [] if kill.subject != kill.item_id else self._several_of(kill)
        targets = [id_ for id_ in dict.fromkeys(by_id) | named if id_ != kill.item_id]
        if targets and (is_about or not told):
            kill = kill.model_copy(update={"chain": targets[0], "hops": kill.hops + 1})
        others = [target for target in targets if target != kill.subject]
        self._remember_gone(origin, kill, others, [] if targets else told)
        return (Keep(kill), *_told(kill, others))

    def from_elsewhere(self, origin: bytes, word: WireItem) -> tuple[Tell, ...]:
        """Take the word of a kill or a withhold that came in another language than this shard's.

        It has its fate there, and its own ledger hears of it, and those that it names by their
        ids; the stories that it names without one are in the memory of the shard they came in.
        """
        told, _ = names_told(word, self._known.is_known(word.item_id))
        named = dict.fromkeys(id_ for one in told if (id_ := self._target_of(word, one)))
        named.pop(word.item_id, None)
        by_id = [] if word.subject != word.item_id else self._several_of(word)
        others = [id_ for id_ in dict.fromkeys(by_id) | named if id_ != word.subject]
        self._remember_gone(origin, word, others, [] if named else told)
        return _told(word, named)

    @staticmethod
    def _several_of(kill: WireItem) -> list[str]:
        """Return the items that a kill names by their ids, if it names several, or none."""
        guids = (one.guid for one in kill.references if one.rel == "kills")
        return [f"{kill.source}/{guid}" for guid in guids]

    def _remember_gone(
        self, origin: bytes, kill: WireItem, others: list[str], pending: list[Named]
    ) -> None:
        """Remember whom a kill takes back, its subject and *others*, and the names of those that
        are still to come."""
        self._remember(origin, kill, None, NO_KEYS, named=pending[0] if pending else None)
        rows = [(kill.item_id, one) for one in pending[1:]] + [(one, None) for one in others]
        for n, (id_, named) in enumerate(rows):
            self._remember(b"%b+n%d" % (origin, n), kill, None, NO_KEYS, instead=id_, named=named)
        for subject in (kill.subject, *others):
            self.copies_go(origin, kill, subject)

    def copies_go(self, origin: bytes, item: WireItem, subject: str) -> None:
        """Remember of what was published in the place of a killed item that it is killed too.

        As the ledger does: where the copy is credited to the killed source, and for good: no later
        version of it is made in knowledge of that.
        """
        lifecycle = item.lifecycle if item.lifecycle in PULL_BACKS else Lifecycle.KILL
        kill = item.model_copy(update={"lifecycle": lifecycle, "versioned_at": None})
        copies = dict.fromkeys(self._known.copied_from(subject))
        for n, copy in enumerate(copies):
            if kill.is_credited_in([self._known.credit_of(copy)]):
                self._remember(b"%b+%d" % (origin, n), kill, None, NO_KEYS, instead=copy)

    def is_back(self, item: WireItem, of: str = "") -> bool:
        """Tell whether an item that was taken back was made after that, as far as it says.

        Or one *of* the same agency, that goes on with the story of another id.
        """
        at = self._known.taken_back_at(of or item.item_id)
        return at is not None and item.versioned_at is not None and micros(item.versioned_at) > at

    def killed_source_of(self, item: WireItem) -> str | None:
        """Return the killed item of which an earlier version of this one was a copy, or None.

        Only of an item that is credited to that one's agency: it goes with its source, unless its
        own agency took it back and has sent it anew.
        """
        sources = dict.fromkeys(self._known.copied_from(item.item_id))
        if not sources or self.is_back(item):
            return None
        theirs = (item.source, item.provider, item.credit)
        for source in sources:
            owner = source.partition("/")[0], self._known.credit_of(source)
            if self._known.taken_back(source) and are_credited(owner, theirs):
                return source
        return None

    def named_before(self, origin: bytes, item: WireItem) -> tuple[Tell, ...]:
        """Return the word to an item's ledger that it was killed by name before it came."""
        has_time = item.versioned_at is not None or item.created_at is not None
        for name in names_of_row(item.headline, item.story_slug):
            for row in self._known.kills_named(name):
                at = micros(item.event_at)
                if has_time and at > row.event_at:
                    continue  # it was made after the kill
                if row.headline and not is_same_headline(row.headline, item.headline):
                    continue
                if self._names_item(row, item, at):
                    word = word_of(row, item)
                    self._remember(b"%b+k" % origin, word, None, NO_KEYS, instead=item.item_id)
                    return (Tell(topics.UNIQUE.name, item.item_id, word),)
        return ()

    def _names_item(self, kill: Remembered, item: WireItem, at: int) -> bool:
        """Tell whether a kill may mean an item: one of its agency's, or a copy credited to that."""
        if self._may_name(item, kill.item_id, kill.credit, kill.event_at, at):
            return True
        is_near = abs(kill.event_at - at) <= _APART
        owner = kill.item_id.partition("/")[0], kill.credit
        return is_near and bool(kill.headline) and are_credited(owner, [item.credit])

    def _target_of(self, kill: WireItem, named: Named) -> str:
        """Return the item that a kill names: of its agency, sent before it, and nearest in time."""
        at, best, nearest = micros(kill.event_at), "", FOREVER
        sent = None if named.sent_at is None else micros(named.sent_at)
        for name in keys_of(named):
            for row in self._known.named(name):
                if not self._may_name(kill, row.item_id, row.credit, at, row.event_at):
                    continue
                if named.headline and not is_same_headline(named.headline, row.headline):
                    continue
                apart = abs(row.event_at - (at if sent is None else sent))
                if apart < nearest:
                    best, nearest = row.item_id, apart
        return best

    @staticmethod
    def _may_name(kill: WireItem, item_id: str, credit: str, at: int, of: int) -> bool:
        is_ours = item_id.partition("/")[0] == kill.source or kill.is_credited_in([credit])
        return is_ours and abs(at - of) <= _APART
