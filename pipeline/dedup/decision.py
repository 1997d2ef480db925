"""Each text once per window: keep, or divert with an explanation that an editor understands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

import numpy as np

from pipeline.dedup.explanation import credit_of, duplicate_of
from pipeline.dedup.fingerprint import NO_CODES, Fingerprint, fingerprint
from pipeline.dedup.memory import Memory
from pipeline.dedup.nearness import Comparison, Nearness, keys_for
from pipeline.dedup.row import MOST_HEADLINE, Remembered, micros
from pipeline.dedup.words import read_words
from pipeline.outcome import Already, Divert, Keep, Outcome, Reason
from pipeline.stage import Row
from schemas.duplicate import Duplicate
from schemas.headers import origin_key
from schemas.types import Lifecycle
from schemas.wire import WireItem

__all__ = ["THRESHOLD", "Dedupe", "is_copy"]

THRESHOLD: Final = 0.48
"""Mean share of words in common order from which two texts are one. Among 20 labelled pairs of a
real wire, copies of one report have 0.48 and more (twelve of 13, with shortened ones), and second
reports of one event 0.47 and less (seven of seven)."""

_OLD_LEAD: Final = 0.55
"""Least share of the lead's longer words that stand in the earlier text. A follow-up has a new lead
above an old background: pairs of them were seen with up to 0.5, copies with 0.6 and more."""

_CONTAINED: Final = 0.75
"""Share of a text that stands in an earlier, longer one, from which it is a shortened copy. Two
reports of one event were seen with 0.74."""

_FULLER: Final = 0.5
"""A text that holds an earlier one and as much again is the full story after a flash or a brief."""

_SAME: Final = 0.85
"""Share from which a text is a copy even if its lead is in other words. A guess: two sentences of a
brief; a new lead above an old story is a fifth of it and more."""

_FIGURES: Final = 2
_NAMES: Final = 4
"""So many times as many figures (names) must be the same in their place as are others. Edited
copies were seen with six (27) and more; in a template (results, markets) most are others."""

_DAY: Final = timedelta(hours=20)
"""Short texts and tables are compared within a day: "Markets are closed today" comes every week.
Less than 24 hours, so that what comes every morning passes although it comes a little earlier."""

_ALWAYS_PASS: Final = frozenset(
    {Lifecycle.KILL, Lifecycle.WITHHOLD, Lifecycle.CORRECTION, Lifecycle.TEST}
)
"""What a newsroom must see whatever its words; the ledger answers one that comes twice."""

_WITHOUT_TEXT: Final = frozenset({Lifecycle.KILL, Lifecycle.WITHHOLD, Lifecycle.TEST})
"""Their words are no story that another could repeat. The same kill again passes as well: the
ledger knows what is killed already."""

_TOPIC: Final = "wire.duplicates"


class Dedupe:
    """The dedupe stage of one partition; a :class:`~pipeline.stage.StatefulStage`.

    Items are compared within one language, and within the window of their own time. A higher
    *threshold* (0-1) asks more of a copy that is edited throughout. *least_items* are remembered
    whatever the time (many times a batch, so that a batch that comes again is known), and never
    more than *max_items*.
    """

    def __init__(
        self,
        *,
        window_hours: float = 72.0,
        threshold: float = THRESHOLD,
        least_items: int = 10_000,
        max_items: int = 1_000_000,
    ) -> None:
        self._memory = Memory(timedelta(hours=window_hours), least_items, max_items)
        self._threshold = threshold

    def restore(self, rows: Iterable[Row]) -> None:
        """Take committed rows, oldest first."""
        self._memory.restore(rows)

    def changes(self) -> list[Row]:
        """Return the rows written since the last call."""
        return self._memory.changes()

    def __call__(self, item: WireItem) -> tuple[Outcome[WireItem], ...]:
        """Keep a text that is new, or a new version; divert a duplicate; know a redelivery."""
        origin = origin_key(item.origin).encode()
        if self._memory.answered(origin):
            return (Already(),)
        text = None if item.lifecycle in _WITHOUT_TEXT else fingerprint(item.headline, item.body)
        if text is None or not text.words:
            self._remember(origin, item, None, [])
            return (Keep(item),)
        keys = keys_for(item.language or "und", text.codes)
        if item.lifecycle is Lifecycle.ADVISORY:
            keys = []  # a schedule shares its text with yesterday's, and tells stories to come
        duplicate = self._duplicate(item, text, keys)
        if duplicate is not None:
            self._remember(origin, item, None, [])
            return (Divert(_TOPIC, Reason.DUPLICATE, item.item_id, duplicate),)
        self._remember(origin, item, text, keys)
        return (Keep(item),)

    def _remember(
        self, origin: bytes, item: WireItem, text: Fingerprint | None, keys: list[int]
    ) -> None:
        event_at = micros(item.event_at)
        row = Remembered(
            number=self._memory.next_number,
            clock=self._memory.advance(event_at),
            event_at=event_at,
            language=item.language or "und",
            item_id=item.item_id,
            version=_version(item),
            versioned_at=None if item.versioned_at is None else micros(item.versioned_at),
            credit=credit_of(item),
            headline=item.headline,
            exact="" if text is None else text.exact.hex(),
        )
        self._memory.remember(origin, row, keys, NO_CODES if text is None else text.codes)

    def _duplicate(self, item: WireItem, text: Fingerprint, keys: list[int]) -> Duplicate | None:
        language, at = item.language or "und", micros(item.event_at)
        exact, known = text.exact.hex(), False
        for version in self._memory.of_item(item.item_id, at):
            if _is_same_version(item, exact, version):
                return duplicate_of(item, version, "resent")
            known = True
        # A version of a diverted copy is no version of an article: it is compared anew.
        if known or item.lifecycle in _ALWAYS_PASS:
            return None
        apart = None if text.is_comparable else _DAY
        same = self._memory.same_text(language, exact, at, apart)
        if same is not None:
            other = _is_other_agency(item, same)
            return duplicate_of(item, same, "cross_agency" if other else "same_text")
        if not keys:
            return None
        comparison = Comparison(text, least=self._threshold)
        return self._near_duplicate(
            item, self._memory.like(language, keys, at, comparison.nearness)
        )

    def _near_duplicate(
        self, item: WireItem, like: Iterable[tuple[Remembered, Nearness]]
    ) -> Duplicate | None:
        best: tuple[Remembered, Nearness] | None = None
        for earlier, near in like:
            if not is_copy(near, self._threshold):
                continue
            if _has_other_figure(item.headline, earlier.headline):
                continue
            if best is None or near.likeness > best[1].likeness:
                best = earlier, near
        if best is None:
            return None
        earlier, near = best
        other = _is_other_agency(item, earlier)
        if item.lifecycle is Lifecycle.UPDATE and not other:
            return None  # an update that does not say of which item: of this one
        return duplicate_of(item, earlier, "cross_agency" if other else "near", near)


def is_copy(near: Nearness, threshold: float = THRESHOLD) -> bool:
    """Say whether a text is a copy of the earlier one, and no second report or second template."""
    if near.other_in_lead or near.other_figures * _FIGURES > near.same_figures:
        return False
    if near.other_names * _NAMES > near.same_names:
        return False
    if near.share >= max(_SAME, threshold):
        return True
    if near.known_lead < _OLD_LEAD:
        return False
    if near.share_of_earlier >= _CONTAINED and near.share < _FULLER:
        return False
    return near.share >= max(_CONTAINED, threshold) or near.likeness >= threshold


def _is_same_version(item: WireItem, exact: str, earlier: Remembered) -> bool:
    """The same words, and no sign of a newer version: it was sent again."""
    if exact != earlier.exact or item.headline[:MOST_HEADLINE] != earlier.headline:
        return False
    versioned_at = None if item.versioned_at is None else micros(item.versioned_at)
    return _version(item) == earlier.version and versioned_at == earlier.versioned_at


def _version(item: WireItem) -> str | None:
    return None if item.version is None else str(item.version)


def _is_other_agency(item: WireItem, earlier: Remembered) -> bool:
    return credit_of(item).casefold() != earlier.credit.casefold()


def _has_other_figure(headline: str, earlier: str) -> bool:
    """Say whether two headlines are much the same, but for a figure: a toll has risen."""
    one, other = read_words(headline), read_words(earlier)
    ours, theirs = set(one.hashes.tolist()), set(other.hashes.tolist())
    if len(ours & theirs) * 2 < min(len(ours), len(theirs)):
        return False
    figures, others = one.hashes[one.is_figure], other.hashes[other.is_figure]
    return bool(np.setdiff1d(figures, others).size and np.setdiff1d(others, figures).size)
