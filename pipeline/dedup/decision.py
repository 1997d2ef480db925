"""Each text once per window: keep, or divert with an explanation that an editor understands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from pipeline.dedup.fingerprint import Fingerprint, fingerprint
from pipeline.dedup.memory import Memory, Remembered
from pipeline.dedup.nearness import Nearness
from pipeline.outcome import Already, Divert, Keep, Outcome, Reason
from pipeline.stage import Row
from schemas.article import article_id_of
from schemas.duplicate import Duplicate
from schemas.types import Lifecycle
from schemas.wire import WireItem

__all__ = ["Dedupe"]

_ALWAYS_PASS = frozenset(
    {Lifecycle.KILL, Lifecycle.WITHHOLD, Lifecycle.CORRECTION, Lifecycle.ADVISORY, Lifecycle.TEST}
)
"""What a newsroom must see whatever its words; the ledger answers one that comes twice."""

_WITHOUT_TEXT = frozenset({Lifecycle.KILL, Lifecycle.WITHHOLD, Lifecycle.TEST})
"""Their words are no story that another could repeat."""

_TOPIC = "wire.duplicates"

_A_MINUTE_H = 1 / 60


class Dedupe:
    """The dedupe stage of one partition; a :class:`~pipeline.stage.StatefulStage`.

    Items are compared within one language, and within the window of their own time.
    """

    def __init__(self, *, window_hours: float = 72.0, max_items: int = 1_000_000) -> None:
        self._memory = Memory(timedelta(hours=window_hours), max_items)

    def restore(self, rows: Iterable[Row]) -> None:
        """Take committed rows, oldest first."""
        self._memory.restore(rows)

    def changes(self) -> list[Row]:
        """Return the rows written since the last call."""
        return self._memory.changes()

    def __call__(self, item: WireItem) -> tuple[Outcome[WireItem], ...]:
        """Keep a text that is new, or a new version; divert a duplicate; know a redelivery."""
        if self._memory.answered(item.origin):
            return (Already(),)
        print_ = fingerprint(item.headline, item.body)
        if not print_.words or item.lifecycle in _WITHOUT_TEXT:
            self._remember(item, None)
            return (Keep(item),)
        duplicate = self._duplicate(item, print_)
        self._remember(item, None if duplicate else print_)
        if duplicate is None:
            return (Keep(item),)
        return (Divert(_TOPIC, Reason.DUPLICATE, item.item_id, duplicate),)

    def _remember(self, item: WireItem, print_: Fingerprint | None) -> None:
        self._memory.remember(
            item.origin,
            item.event_at,
            item.language or "und",
            item.item_id,
            item.version,
            item.versioned_at,
            item.credit or item.source,
            item.headline,
            print_,
        )

    def _duplicate(self, item: WireItem, print_: Fingerprint) -> Duplicate | None:
        versions = list(self._memory.of_item(item.item_id))
        for earlier in versions:
            if _is_same_version(item, print_, earlier):
                return _explained(item, earlier, "resent", 1.0, "the same version of the same item")
        if versions or item.lifecycle in _ALWAYS_PASS:
            return None
        language, at = item.language or "und", item.event_at
        same = self._memory.same_text(language, print_, at)
        if same is not None and self._is_telling(print_, item, same):
            if _is_other_agency(item, same):
                return _explained(item, same, "cross_agency", 1.0, "word for word the same text")
            return _explained(item, same, "same_text", 1.0, "word for word the same text")
        if not print_.is_comparable:
            return None
        found = self._memory.nearest(language, print_, at, item.item_id)
        if found is None:
            return None
        earlier, near = found
        kind = "cross_agency" if _is_other_agency(item, earlier) else "near"
        return _explained(item, earlier, kind, near.similarity, _in_words(near))

    @staticmethod
    def _is_telling(print_: Fingerprint, item: WireItem, same: Remembered) -> bool:
        """A short text ("Markets closed for holiday") is the same only on the same day."""
        return print_.is_comparable or item.event_at.date() == same.event_at.date()


def _is_same_version(item: WireItem, print_: Fingerprint, earlier: Remembered) -> bool:
    """The same words, and no sign of a newer version: it was sent again."""
    if earlier.print is None or earlier.print.exact != print_.exact:
        return False
    if item.headline != earlier.headline:
        return False
    return item.version == earlier.version and item.versioned_at == earlier.versioned_at


def _is_other_agency(item: WireItem, earlier: Remembered) -> bool:
    return (item.credit or item.source).casefold() != earlier.credit.casefold()


def _in_words(near: Nearness) -> str:
    differ = near.sentences - near.same_sentences
    sentences = "all sentences are" if not differ else f"{differ} of {near.sentences} sentences are"
    other = "the same" if not differ else "other words"
    return f"{sentences} {other}, about {near.likeness:.0%} of the word triples are the same"


def _explained(
    item: WireItem, earlier: Remembered, kind: str, similarity: float, what: str
) -> Duplicate:
    hours = (item.event_at - earlier.event_at).total_seconds() / 3600
    when = "with the same time on it"
    if abs(hours) >= _A_MINUTE_H:
        when = f"dated {abs(hours):.1f} h {'later' if hours > 0 else 'earlier'}"
    ours, theirs = item.credit or item.source, earlier.credit
    return Duplicate(
        item_id=item.item_id,
        of_item_id=earlier.item_id,
        of_article_id=article_id_of(earlier.item_id),
        kind=kind,
        similarity=similarity,
        explanation=(
            f"{what}; it came from {ours}, {when}; {theirs} was first with "
            f"\u201c{earlier.headline or earlier.item_id}\u201d"
        ),
        headline=item.headline,
        of_headline=earlier.headline,
        credit=ours,
        of_credit=theirs,
        event_at=item.event_at,
        of_event_at=earlier.event_at,
        raw_digest=item.raw_digest,
    )
