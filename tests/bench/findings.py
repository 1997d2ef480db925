"""What tagging and enriching cost an item of 4 KB: ``python -m tests.bench.findings CORPORA``.

CORPORA is the folder that ``corpora/README.md`` describes. English Wikinews articles are joined
and cut to items of 4,096 characters, headline aside; each is different, and is timed once, as in a
worker: tables are read, the garbage collector leaves them alone, and most words were met before.

Prints microseconds of CPU (median, 99th percentile) for both stages together and for each step
alone, and what ``re`` takes to find the same texts' words, for comparison with other machines. A
step alone also reads the item's words; in the stages that is done once for all.
"""

from __future__ import annotations

import gc
import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.enriching.registry import enrichers
from pipeline.outcome import Keep
from pipeline.plan import load_plan
from pipeline.stages import build_stages
from pipeline.steps import Registry
from pipeline.tagging.registry import taggers
from pipeline.words import of_item
from pipeline.words.reading import is_compiled
from schemas.types import Block, Dateline, Origin
from schemas.wire import WireItem
from tests.eval.corpora import corpora_asked_for

__all__ = ["items_of_4_kb", "main"]

CHARS = 4_096
_WARM = 60
_ROOMS: tuple[tuple[str, Registry[Any]], ...] = (("tagging", taggers), ("enriching", enrichers))
_NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def items_of_4_kb(corpora: Path) -> Iterator[WireItem]:
    """Yield some 200 English items of 4,096 characters."""
    file = corpora / "train/wikinews/wikinews_en.jsonl"
    paragraphs: list[str] = []
    title, size = "", 0
    for line in file.read_text("utf-8").splitlines():
        article = json.loads(line)
        title = title or article["title"]
        for text in filter(None, (part.strip() for part in article["text"].split("\n"))):
            text = text[: CHARS - size]
            paragraphs.append(text)
            size += len(text)
            if size >= CHARS:
                yield _item(title, paragraphs)
                paragraphs, size, title = [], 0, article["title"]


def _item(headline: str, paragraphs: list[str]) -> WireItem:
    offset = int.from_bytes(headline.encode()[:3], "big")
    return WireItem(
        item_id=f"example.org/{headline}",
        source="example.org",
        guid=headline,
        origin=Origin(topic="wire.raw", partition=0, offset=offset),
        raw_digest="0" * 64,
        format="ninjs",
        received_at=_NOON,
        versioned_at=_NOON,
        language="en",
        language_by="said",
        headline=headline,
        dateline=Dateline(text="GENEVA (Northwire)", places=("GENEVA",), agencies=("Northwire",)),
        body=tuple(Block(text=text) for text in paragraphs),
    )


def _micros(run: Callable[[WireItem], object], items: list[WireItem]) -> tuple[float, float]:
    for item in items[:_WARM]:
        run(item)
    gc.collect()
    gc.freeze()
    times = []
    for item in items[_WARM:]:
        item = item.model_copy(update={"body": (*item.body,)})  # its words are read anew
        start = time.process_time_ns()
        run(item)
        times.append(time.process_time_ns() - start)
    return statistics.median(times) / 1000, statistics.quantiles(times, n=100)[98] / 1000


def _row(name: str, run: Callable[[WireItem], object], items: list[WireItem]) -> None:
    median, p99 = _micros(run, items)
    print(f"{name:28}{median:10.0f}{p99:10.0f}", flush=True)


def main(corpora: Path) -> None:
    """Print a line for both stages, for each step, and for ``re``."""
    items = list(items_of_4_kb(corpora))
    plan = load_plan()
    stages = build_stages(plan, lambda: _NOON)
    find = re.compile(r"\w+").findall
    texts = {item.item_id: item.text for item in items}

    def both(item: WireItem) -> None:
        (tagged,) = stages.tag(item)
        assert isinstance(tagged, Keep)
        stages.enrich(tagged.item)

    compiled = "compiled" if is_compiled() else "plain Python"
    print(f"{len(items) - _WARM} items of 4 KB, words {compiled}     median us    p99 us")
    _row("re finds the words", lambda item: find(texts[item.item_id]), items)
    _row("words of the item", of_item.words_of, items)
    _row("tag and enrich", both, items)
    done = items
    for room, registry in _ROOMS:
        for name in plan[room].steps:
            run = registry[name].run
            if room == "tagging":
                _row(f"  {room}.{name}", lambda item, run=run: tuple(run(item)), done)  # type: ignore[misc]
            else:
                _row(f"  {room}.{name}", run, done)
                done = [run(item) for item in done]
    _row("re finds the words", lambda item: find(texts[item.item_id]), items)


if __name__ == "__main__":
    main(corpora_asked_for(sys.argv[1:]))
