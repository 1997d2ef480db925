"""How well copies are told from second reports: ``python -m tests.eval.duplicates DIR``.

DIR holds texts, a file each, and ``pairs.tsv`` with the columns label, file_a and file_b. ``DUP``
pairs are copies that an editor wants once; ``EVENT`` (two reports of one event) and ``TEMPLATE``
(one form filled in twice) are not; ``AMBIGUOUS`` is told but counts for nothing. Each pair goes
through a dedupe stage of its own in both orders, as two items of one agency an hour apart.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipeline.dedup.decision import THRESHOLD, Dedupe
from pipeline.outcome import Divert
from schemas.duplicate import Duplicate
from schemas.types import Block, Origin
from schemas.wire import WireItem

__all__ = ["Answer", "answers", "precision_and_recall"]

_NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the stage said to one pair in one order."""

    label: str
    first: str
    second: str
    duplicate: Duplicate | None


def answers(folder: Path, threshold: float = THRESHOLD) -> Iterator[Answer]:
    """Yield the answers to the pairs of a folder, both orders of each."""
    with (folder / "pairs.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            names = row["file_a"], row["file_b"]
            for first, second in (names, names[::-1]):
                dedupe = Dedupe(threshold=threshold)
                dedupe(_item(folder / first, 0))
                (outcome,) = dedupe(_item(folder / second, 1))
                value = outcome.value if isinstance(outcome, Divert) else None
                duplicate = value if isinstance(value, Duplicate) else None
                yield Answer(row["label"], first, second, duplicate)


def precision_and_recall(found: Counter[str], asked: Counter[str]) -> tuple[float, float]:
    """Return both; 1.0 where nothing was asked or found."""
    said = sum(count for label, count in found.items() if label != "AMBIGUOUS")
    precision = found["DUP"] / said if said else 1.0
    return precision, found["DUP"] / asked["DUP"] if asked["DUP"] else 1.0


def _item(path: Path, hour: int) -> WireItem:
    text = path.read_text("utf-8", errors="replace")
    return WireItem(
        item_id=f"eval/{path.stem}",
        source="eval",
        guid=path.stem,
        origin=Origin(topic="wire.raw", partition=0, offset=hour),
        raw_digest="0" * 64,
        format="plain_text",
        received_at=_NOON + timedelta(hours=hour),
        body=tuple(Block(text=line.strip()) for line in text.splitlines() if line.strip()),
    )


def main(folder: Path) -> None:
    """Print each answer, then the counts by label for the default threshold and some others."""
    if not (folder / "pairs.tsv").is_file():
        print(f"Skipped: {folder} has no pairs.tsv.")
        return
    for answer in answers(folder):
        said = answer.duplicate.explanation if answer.duplicate else "kept"
        print(f"{answer.label:10}{answer.first} -> {answer.second}: {said}")
    print("\nthreshold  precision  recall  diverted by label (of orders asked)")
    for threshold in sorted({THRESHOLD, 0.4, 0.44, 0.46, 0.5, 0.55, 0.6, 0.7}):
        asked: Counter[str] = Counter()
        found: Counter[str] = Counter()
        for answer in answers(folder, threshold):
            asked[answer.label] += 1
            found[answer.label] += answer.duplicate is not None
        precision, recall = precision_and_recall(found, asked)
        counts = ", ".join(f"{label} {found[label]}/{asked[label]}" for label in sorted(asked))
        mark = "*" if threshold == THRESHOLD else " "
        print(f"{threshold:8.2f}{mark}  {precision:9.2f}  {recall:6.2f}  {counts}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
