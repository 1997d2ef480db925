"""The whole line in one process, without a broker: what each stage made of each item, and why.

The same stages as the agents run, over one partition, so the same raw items in the same order
give the same articles, byte for byte, as the embedded broker does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import perf_counter
from typing import Any

from pipeline.outcome import (
    Already,
    Divert,
    Drop,
    Fate,
    Held,
    Keep,
    Outcome,
    Quarantine,
    Tell,
)
from pipeline.stage import attempt
from pipeline.stages import Stages
from schemas.article import Article
from schemas.duplicate import Duplicate
from schemas.raw import RawItem
from schemas.types import Model
from schemas.wire import WireItem

__all__ = ["DryRun", "Passage"]


@dataclass(frozen=True, slots=True)
class Passage:
    """What the line made of one item: its fate, the stage that decided it, and why."""

    raw: RawItem
    item_id: str | None
    """None where the item could not be read so far as to have an id."""
    fate: Fate
    stage: str
    reason: str = ""
    note: str = ""
    headline: str = ""
    """Of a dropped item, as far as everybody may read it."""
    item: WireItem | None = None
    """The item as the last stage that kept it left it."""
    article: Article | None = None
    duplicate: Duplicate | None = None
    took_us: dict[str, int] = field(default_factory=dict)
    """Microseconds of each stage."""


class DryRun:
    """One line, from its first item on: it remembers texts and versions as the real one does."""

    def __init__(self, stages: Stages) -> None:
        self._stages = stages
        self._dedupe = stages.new_dedupe()
        self._ledger = stages.new_ledger()
        self._held: dict[tuple[str, str], RawItem] = {}

    def feed(self, raws: Iterable[RawItem]) -> Iterator[Passage]:
        """Yield what becomes of each item, in order; a record with several yields several."""
        for raw in raws:
            started = perf_counter()
            outcomes = attempt(self._stages.clean, raw)
            took_us = {"clean": _us_since(started)}
            for outcome in outcomes:
                first = Passage(raw, None, Fate.KEPT, "clean", took_us=took_us)
                yield from self._after_clean(first, outcome)

    def due(self, now: datetime) -> Iterator[Passage]:
        """Yield the articles whose embargo has ended by *now*."""
        for outcome in self._ledger.due(now):
            if not isinstance(outcome, Tell):
                yield self._of_a_held_item(outcome)

    def _after_clean(self, passage: Passage, outcome: Outcome[WireItem]) -> Iterator[Passage]:
        passage = _answered(passage, "clean", outcome)
        if isinstance(outcome, Keep):
            yield from self._after_dedupe(passage, outcome.item)
        else:
            yield passage

    def _after_dedupe(self, passage: Passage, item: WireItem) -> Iterator[Passage]:
        started = perf_counter()
        outcome, *words = attempt(self._dedupe, item)
        passage = replace(passage, took_us={**passage.took_us, "dedupe": _us_since(started)})
        passage = _answered(passage, "dedupe", outcome)
        for stage, ask in (("tag", self._stages.tag), ("enrich", self._stages.enrich)):
            if not isinstance(outcome, Keep):
                break
            started = perf_counter()
            (outcome,) = attempt(ask, outcome.item)
            took_us = {**passage.took_us, stage: _us_since(started)}
            passage = _answered(replace(passage, took_us=took_us), stage, outcome)
        if isinstance(outcome, Keep):
            yield from self._publish(passage, outcome.item)
        else:
            yield passage
        for word in words:
            if isinstance(word, Tell) and isinstance(word.item, WireItem):
                yield from self._follow(passage, word.item)

    def _publish(self, passage: Passage, item: WireItem) -> Iterator[Passage]:
        """Ask the item's ledger, and that of the chain which the item is handed on to."""
        started = perf_counter()
        first, *others = attempt(self._ledger, item)
        took = passage.took_us.get("publish", 0) + _us_since(started)
        passage = replace(passage, took_us={**passage.took_us, "publish": took})
        if isinstance(first, Tell) and isinstance(first.item, WireItem):
            yield from self._publish(passage, first.item)
        else:
            yield _answered(passage, "publish", first)
        if isinstance(first, Held):
            self._held[item.item_id, item.raw_digest] = passage.raw
        yield from self._what_else(passage, others)

    def _follow(self, passage: Passage, word: WireItem) -> Iterator[Passage]:
        """Give a ledger a word about an item; *passage* is that of the item that caused it."""
        for outcome in attempt(self._ledger, word):
            if isinstance(outcome, Keep):
                yield _answered(replace(passage, item=None), "publish", outcome)
            else:
                yield from self._what_else(passage, [outcome])

    def _what_else(self, passage: Passage, outcomes: Sequence[Outcome[Any]]) -> Iterator[Passage]:
        for outcome in outcomes:
            if not isinstance(outcome, Tell):
                yield self._of_a_held_item(outcome)
            elif isinstance(outcome.item, WireItem):
                yield from self._follow(passage, outcome.item)

    def _of_a_held_item(self, outcome: Outcome[Any]) -> Passage:
        match outcome:
            case Keep(item=Article() as article):
                of = (article.sent_as or article.item_id, article.raw_digest)
            case Drop(item_id=item_id, raw_digest=raw_digest):
                of = (item_id, raw_digest)
            case _:
                raise TypeError(f"publish cannot answer a held item with {outcome!r}")
        passage = Passage(self._held.pop(of), of[0], Fate.KEPT, "publish")
        return _answered(passage, "publish", outcome)


def _us_since(started: float) -> int:
    return round((perf_counter() - started) * 1_000_000)


def _answered(passage: Passage, stage: str, outcome: Outcome[Any]) -> Passage:
    """Return the passage as it stands after a stage's answer."""
    match outcome:
        case Keep(item=Article() as article):
            return replace(
                passage, fate=Fate.KEPT, stage=stage, item_id=article.item_id, article=article
            )
        case Keep(item=WireItem() as item):
            return replace(passage, stage=stage, item_id=item.item_id, item=item)
        case Held(item=item, reason=reason, note=note):
            return replace(
                passage, fate=Fate.KEPT, stage=stage, reason=reason, note=note, item=item
            )
        case Divert(reason=reason, key=key, value=value, note=note):
            return replace(
                passage,
                fate=Fate.DIVERTED,
                stage=stage,
                reason=_why(reason, value),
                note=value.explanation if isinstance(value, Duplicate) else note,
                item_id=passage.item_id or key,
                duplicate=value if isinstance(value, Duplicate) else None,
            )
        case Drop(reason=reason, item_id=item_id, headline=headline, note=note):
            return replace(
                passage,
                fate=Fate.DROPPED,
                stage=stage,
                reason=reason,
                note=note,
                headline=headline,
                item_id=item_id,
            )
        case Quarantine(reason=reason, note=note):
            return replace(passage, fate=Fate.QUARANTINED, stage=stage, reason=reason, note=note)
        case Already():
            return replace(passage, stage=stage, note="answered before")
        case _:
            raise TypeError(f"{stage} answered {outcome!r}")


def _why(reason: str, value: Model | None) -> str:
    """A duplicate's kind says more than the word duplicate: ``duplicate:cross_agency``."""
    return f"{reason}:{value.kind}" if isinstance(value, Duplicate) else reason
