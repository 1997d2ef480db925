"""What dedupe costs an item: ``python -m tests.bench.dedupe [--items 100000] [--million]``.

Prints, with so many items remembered: microseconds of CPU for one more item (median and 99th
percentile), bytes of memory for a remembered item, bytes of its row in the log and microseconds
to restore it; and beside it, in the same run on the same texts, what datasketch's MinHashLSH
takes (128 permutations, threshold 0.5, runs of four words) where it is installed (``pip install
'.[eval]'``), and what ``re`` needs to find the words, for comparison with other machines.

There are two sets of texts: of sizes as on a wire (log-normal, median 2 KB, at most 8 KB), and
all of 4 KB. Words are invented, but as unevenly frequent as words are, and set phrases of five
make texts meet by chance. One in twenty items is an earlier one without some of its sentences.

Memory is the growth of resident memory while the items are remembered, in a process of its own
for each line; it counts what libraries in other languages hold, and what the allocator wastes.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import pickle
import re
import statistics
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from pipeline.dedup.decision import Dedupe
from pipeline.stage import Row
from schemas.types import Block, Origin
from schemas.wire import WireItem
from tests.eval.duplicate_baselines import BASELINES

_MEASURED = 3_000
"""Items whose time is taken, once the others are remembered."""

_RESTORED = 100_000
"""Rows that are restored, the newest, to take the time of one."""

_WARM = 10_000
"""Items before the first measurement: what is loaded once is no item's memory, nor are the latest
texts that this benchmark itself holds to copy them."""

_BATCH = 1_000
_NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()
_WORDS, _PHRASES = 40_000, 5_000
_MEDIAN_CHARS, _SPREAD, _LEAST_CHARS, _MOST_CHARS = 2_048, 0.7, 200, 8_192
_FIXED_CHARS = 4_096
_RECENT = 2_000
_COPIES = 20

SETS = ("wire", "4 KB")


class Cost(NamedTuple):
    """What one memory costs with *items* remembered."""

    name: str
    items: int
    median: float
    """Microseconds of CPU for one item ..."""
    p99: float
    memory: float
    """Bytes of resident memory a remembered item."""
    row: float = 0.0
    """Bytes of a row of the log, and microseconds to restore it; 0 where there is none."""
    restore: float = 0.0


def items(kind: str, seed: int = 1) -> Iterator[WireItem]:
    """Yield items of one of the sets without end, ten a second."""
    rng = np.random.default_rng(seed)
    lengths = np.minimum(1 + np.arange(_WORDS) // 60, rng.integers(2, 6, _WORDS))
    words = ["".join(rng.choice(_SYLLABLES, n)) for n in lengths]
    words = [word.capitalize() if n % 9 == 8 else word for n, word in enumerate(words)]
    words[50::60] = [str(n) for n in rng.integers(2, 99_999, len(words[50::60]))]
    shares = np.cumsum(1 / (np.arange(_WORDS) + 3))
    shares /= shares[-1]
    phrases = np.searchsorted(shares, rng.random((_PHRASES, 5)))
    recent = deque[list[str]](maxlen=_RECENT)
    n = 0
    while True:
        chars = _FIXED_CHARS
        if kind == "wire":
            chars = int(
                np.clip(rng.lognormal(np.log(_MEDIAN_CHARS), _SPREAD), _LEAST_CHARS, _MOST_CHARS)
            )
        if n % _COPIES == _COPIES - 1:
            whole = recent[int(rng.integers(len(recent)))]
            sentences = [one for k, one in enumerate(whole) if k < 2 or rng.random() < 0.9]
        else:
            sentences, size = [], 0
            while size < chars:
                said = np.searchsorted(shares, rng.random(int(rng.integers(8, 30))))
                said = np.concatenate((said, phrases[int(rng.integers(_PHRASES))]))
                text = " ".join([words[at] for at in said.tolist()]).capitalize() + "."
                sentences.append(text)
                size += len(text) + 1
            recent.append(sentences)
        guid = f"urn:newsml:example.org:20260303:{seed:02}{n:08}"
        yield WireItem(
            item_id=f"example.org/{guid}",
            source="example.org",
            guid=guid,
            origin=Origin(topic="wire.raw", partition=seed, offset=n),
            raw_digest="0" * 64,
            format="ninjs",
            received_at=_NOON + timedelta(seconds=n / 10),
            language="en",
            headline=" ".join(sentences[0].split()[:9]),
            credit="Northwire",
            body=tuple(
                Block(text=" ".join(sentences[k : k + 2])) for k in range(0, len(sentences), 2)
            ),
        )
        n += 1


def cost_of_dedupe(kind: str, count: int) -> Cost:
    """Return what dedupe costs."""
    warm = Dedupe(least_items=100, max_items=100)
    given = items(kind)
    for item in islice(given, _WARM):
        warm(item)
    dedupe = Dedupe(max_items=count + 2 * _MEASURED)
    with tempfile.TemporaryFile() as log:
        offsets, sizes = list[int](), 0
        before = _resident_bytes()
        for number, item in enumerate(islice(given, count), 1):
            dedupe(item)
            if number % _BATCH == 0 or number == count:
                rows = dedupe.changes()
                sizes += sum(len(key) + len(value or b"") for key, value in rows)
                offsets.append(log.tell())
                pickle.dump(rows, log)
        memory = (_resident_bytes() - before) / count
        median, p99 = _micros(dedupe, list(islice(given, _MEASURED)))
        del dedupe
        newest = list[Row]()
        for offset in offsets[-(_RESTORED // _BATCH) :]:
            log.seek(offset)
            newest += pickle.load(log)
    restored = Dedupe(max_items=count)
    start = time.process_time()
    restored.restore(newest)
    took = (time.process_time() - start) / len(newest) * 1e6
    return Cost("dedupe", count, median, p99, memory, sizes / count, took)


def cost_of_datasketch(kind: str, count: int) -> Cost:
    """Return what datasketch's MinHashLSH costs: sketch, look up, compare, insert."""
    memory_of = BASELINES["datasketch MinHashLSH 0.5"]()
    given = items(kind)

    def match(item: WireItem) -> object:
        return memory_of.match(item.item_id, item.text)

    for item in islice(given, _RECENT):
        match(item)
    before = _resident_bytes()
    for item in islice(given, count):
        match(item)
    memory = (_resident_bytes() - before) / count
    median, p99 = _micros(match, list(islice(given, _MEASURED // 3)))
    return Cost("datasketch MinHashLSH 0.5", count, median, p99, memory)


def cost_of_words(kind: str, count: int) -> Cost:
    """Return what ``re`` needs to find the words of a text."""
    words = re.compile(r"\w+")
    given = list(islice(items(kind), min(count, _MEASURED)))
    median, p99 = _micros(lambda item: words.findall(item.text), given)
    return Cost("re finds the words", 0, median, p99, 0.0)


def _micros(run: Callable[[Any], object], given: list[WireItem]) -> tuple[float, float]:
    """Return the median and the 99th percentile of the CPU time of one call."""
    times = list[int]()
    for item in given:
        start = time.process_time_ns()
        run(item)
        times.append(time.process_time_ns() - start)
    return statistics.median(times) / 1000, statistics.quantiles(times, n=100)[98] / 1000


def _resident_bytes() -> int:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def main(counts: list[int], beside: int) -> None:
    """Print a line for each memory, set of texts and count; each runs in a process of its own."""
    spawn = multiprocessing.get_context("spawn")
    asked: list[tuple[Callable[[str, int], Cost], str, int]] = []
    for kind in SETS:
        asked.append((cost_of_words, kind, _MEASURED))
        asked += [(cost_of_dedupe, kind, count) for count in counts]
        with suppress(ModuleNotFoundError):
            import_module("datasketch")
            asked.append((cost_of_datasketch, kind, beside))
    print(f"{'':28}texts  remembered  median µs     p99  memory B   row B  restore µs")
    for run, kind, count in asked:
        with spawn.Pool(1) as pool:
            cost = pool.apply(run, (kind, count))
        print(
            f"{cost.name:28}{kind:7}{cost.items:10,}{cost.median:11.0f}{cost.p99:8.0f}"
            f"{cost.memory:10.0f}{cost.row:8.0f}{cost.restore:12.1f}",
            flush=True,
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--million", action="store_true", help="with a million remembered as well")
    parser.add_argument(
        "--beside", type=int, default=20_000, help="items that datasketch remembers (it is slow)"
    )
    arguments = parser.parse_args()
    main([arguments.items, *([1_000_000] if arguments.million else [])], arguments.beside)
