"""How well quotations are found, after names: ``python -m tests.eval.quotes CORPORA``.

CORPORA has ``measure/quotes``: articles with their attributions in brat's stand-off format (PolNeAR's
development part). A quotation that is found is right where it overlaps with a labelled content that no
other has taken; its speaker is right where it overlaps with the labelled source, or is the fullest form
of a name that does. Beside it: what quotation marks alone would find.

The rules come from grammar, from invented sentences (``tests/enriching/said_samples.py``,
``said_fresh.py`` and ``said_*.txt`` here) and from reading Wikinews. None of this corpus' failures was read; its totals were looked at while the rules
were written, and a few times decided which of two readings of a rule was kept.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from pipeline.enriching.names.step import add_names
from pipeline.enriching.quotes.step import add_quotes, quoted
from schemas.types import Block
from tests.eval.items import item_of

__all__ = ["Scores", "measure", "report"]

Place = tuple[int, int]


@dataclass(slots=True)
class Scores:
    """Counts over all articles."""

    labelled: int = 0
    ours: int = 0
    right: int = 0
    labelled_found: int = 0
    speakers: int = 0
    speakers_right: int = 0
    marks: int = 0
    marks_right: int = 0
    marks_found: int = 0
    micros: list[float] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Of ours, 0-1."""
        return _f1(self.right, self.ours, self.labelled_found, self.labelled)

    @property
    def f1_of_marks(self) -> float:
        """Of quotation marks alone, 0-1."""
        return _f1(self.marks_right, self.marks, self.marks_found, self.labelled)

    @property
    def speaker_right(self) -> float:
        """Share of the right quotations with a labelled source whose speaker is right, 0-1."""
        return self.speakers_right / self.speakers if self.speakers else 0.0


def _f1(right: int, said: int, found: int, asked: int) -> float:
    precision, recall = right / max(1, said), found / max(1, asked)
    return 2 * precision * recall / (precision + recall) if right else 0.0


def measure(folder: Path) -> Scores:
    """Return the scores over a folder with ``text`` and ``ann`` beside each other."""
    scores = Scores()
    for path in sorted(folder.rglob("*.txt")):
        text = path.read_text("utf-8")
        note = next(folder.rglob(f"{path.stem}*.ann"), None)
        if note is None:
            continue
        labelled = list(_labelled(note.read_text("utf-8")))
        _count(scores, text, labelled)
    return scores


def _labelled(notes: str) -> Iterator[tuple[Place, Place | None]]:
    """Yield each attribution's content and source, as places in the text."""
    places: dict[str, Place] = {}
    events: list[dict[str, str]] = []
    for line in notes.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            spans = rest.split("\t")[0].partition(" ")[2].replace(";", " ").split()
            places[name] = int(spans[0]), int(spans[-1])
        elif name.startswith("E"):
            events.append(dict(part.split(":") for part in rest.split() if ":" in part))
    for event in events:
        content = event.get("Content")
        if content in places:
            yield places[content], places.get(event.get("Source", ""))


def _count(scores: Scores, text: str, labelled: list[tuple[Place, Place | None]]) -> None:
    blocks, at = list[Block](), list[int]()
    place = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(text=line))
            at.append(place)
        place += len(line) + 1
    item = item_of(blocks, "en")
    item = add_names(item)
    best = float("inf")
    for _ in range(3):  # others run on the same machine
        started = time.perf_counter()
        found = add_quotes(item).quotes
        best = min(best, time.perf_counter() - started)
    scores.micros.append(best * 1e6 * 4096 / max(1, len(text)))
    ours = [(_place(q.span.where, q.span.start, q.span.end, at), q) for q in found]
    marks = [(at[n] + a, at[n] + b) for n, b_ in enumerate(blocks) for a, b in quoted(b_.text)]
    scores.labelled += len(labelled)
    scores.ours += len(ours)
    scores.marks += len(marks)
    scores.labelled_found += sum(any(_meet(c, p) for p, _ in ours) for c, _ in labelled)
    scores.marks_found += sum(any(_meet(c, p) for p in marks) for c, _ in labelled)
    scores.marks_right += sum(any(_meet(c, p) for c, _ in labelled) for p in marks)
    for where, quote in ours:
        source = next((s for c, s in labelled if _meet(c, where)), None)
        right = any(_meet(c, where) for c, _ in labelled)
        scores.right += right
        if not right or source is None:
            continue
        scores.speakers += 1
        said = quote.speaker_span
        meets = said is not None and _meet(_place(said.where, said.start, said.end, at), source)
        named = bool(quote.speaker) and quote.speaker.split()[-1] in text[slice(*source)]
        scores.speakers_right += meets or named


def _place(where: str, start: int, end: int, at: list[int]) -> Place:
    begin = at[int(where.partition(":")[2])]
    return begin + start, begin + end


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def report(corpora: Path) -> None:
    """Print the scores."""
    folder = corpora / "measure" / "quotes"
    if not folder.is_dir():
        print(f"quotations: skipped, {folder} is not there.")
        return
    scores = measure(folder)
    print(f"quotations: {scores.labelled} labelled, {scores.ours} found")
    print(f"  F1 of content, by overlap   {scores.f1:.3f}   quotation marks alone "
          f"{scores.f1_of_marks:.3f}")  # fmt: skip
    print(f"  precision {scores.right / max(1, scores.ours):.3f}, recall "
          f"{scores.labelled_found / max(1, scores.labelled):.3f}")  # fmt: skip
    print(f"  speaker right               {scores.speaker_right:.3f}   of {scores.speakers}")
    print(f"  {median(scores.micros):.0f} us for 4 KB (median)")


if __name__ == "__main__":
    report(Path(sys.argv[1]))
