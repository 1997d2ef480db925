"""What the dedupe stage, or a baseline in its place, answers to pairs and to a day of stories."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TypeAlias

from pipeline.dedup.decision import Dedupe
from pipeline.outcome import Divert, Keep
from schemas.duplicate import Duplicate
from schemas.types import Block, Origin
from schemas.wire import WireItem
from tests.eval.duplicate_baselines import Matcher
from tests.eval.pairs import Label, Pair

__all__ = ["Answer", "Told", "answers", "by_matcher", "by_stage", "measured"]

Decide: TypeAlias = Callable[[], Callable[[WireItem], "Told"]]

_LABELS: dict[str, Label] = {"DUP": "rewrite", "EVENT": "same_event", "TEMPLATE": "template"}

_NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """What was said of one item."""

    kind: str = ""
    """Its class if it was set aside, or of the link that it was kept with; else empty."""
    of: str = ""
    """The earlier item's id, if it was set aside or became a version of that item's article."""
    why: str = ""

    @property
    def dropped(self) -> bool:
        """Whether it makes no article of its own."""
        return bool(self.of)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one pair in one order."""

    label: str
    how: str
    first: WireItem
    second: WireItem
    told: Told


def answers(asked: Iterable[Pair], decide: Decide) -> Iterator[Answer]:
    """Yield the answers; each pair has a memory of its own, and is asked in its orders."""
    for pair in asked:
        for each in (pair, pair.swapped()) if pair.both_orders else (pair,):
            answer = decide()
            answer(each.first)
            yield Answer(each.label, each.how, each.first, each.second, answer(each.second))


def by_stage() -> Callable[[WireItem], Told]:
    """Return a new dedupe stage that answers."""
    dedupe = Dedupe()

    def told(item: WireItem) -> Told:
        outcome, *_ = dedupe(item)
        if isinstance(outcome, Divert) and isinstance(outcome.value, Duplicate):
            value = outcome.value
            return Told(value.kind, value.of_item_id, f"{value.rule}: {value.explanation}")
        if isinstance(outcome, Keep) and outcome.item.related:
            link = outcome.item.related[0]
            why = f"{link.kind} of {link.item_id} ({link.rule}) {link.measures}"
            return Told(link.kind, link.item_id if link.kind == "update_of" else "", why)
        return Told()

    return told


def by_matcher(matcher: Callable[[], Matcher]) -> Decide:
    """Return what a baseline answers: it knows one kind of duplicate only."""

    def decide() -> Callable[[WireItem], Told]:
        memory, number = matcher(), count()

        def told(item: WireItem) -> Told:
            of = memory.match(f"{item.item_id} {next(number)}", item.text)
            return Told("duplicate", of.partition(" ")[0]) if of else Told()

        return told

    return decide


def measured(folder: Path) -> Iterator[Pair]:
    """Yield a folder's labelled pairs, as items of one agency an hour apart.

    ``DUP`` is told as a rewrite, ``EVENT`` as two reports of one event; ``AMBIGUOUS`` is left out.
    """
    with (folder / "pairs.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            label = _LABELS.get(row["label"])
            if label is not None:
                names = row["file_a"], row["file_b"]
                first, second = (_item(folder / name, hour) for hour, name in enumerate(names))
                yield Pair(label, "measured", first, second, True)


def _item(path: Path, hour: int) -> WireItem:
    text = path.read_text("utf-8", errors="replace")
    at = _NOON + timedelta(hours=hour)
    return WireItem(
        item_id=f"eval/{path.stem}",
        source="eval",
        guid=path.stem,
        origin=Origin(topic="wire.raw", partition=0, offset=hour),
        raw_digest="0" * 64,
        format="plain_text",
        received_at=at,
        created_at=at,
        body=tuple(Block(text=line.strip()) for line in text.splitlines() if line.strip()),
    )
