"""What dedupe costs: ``python -m tests.dedup.cost [ITEMS]``, 20,000 items by default.

Microseconds of CPU an item of 4 KB with so many remembered, bytes of memory for each of them, and
microseconds for each row that is restored. The words are invented, but as unevenly frequent as
words are, and set phrases of five make texts meet by chance. For comparison with other machines:
what ``re`` needs to find the words of such an item.
"""

from __future__ import annotations

import random
import re
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from pipeline.dedup.decision import Dedupe
from pipeline.stage import Row
from schemas.types import Block, Origin
from schemas.wire import WireItem

_NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
_SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()
_TEXT_CHARS = 4096


def items(count: int, seed: int = 1) -> Iterator[WireItem]:
    """Yield items of 4 KB, ten a second."""
    rng = random.Random(seed)
    lengths = (1, 1, 2, 2, 3, 3, 4, 5)
    vocabulary = [
        "".join(
            rng.choices(_SYLLABLES, k=lengths[min(7, n // 40)] if n < 320 else rng.choice(lengths))
        )
        for n in range(40_000)
    ]
    frequent = [1 / (rank + 3) for rank in range(len(vocabulary))]
    pool = rng.choices(vocabulary, frequent, k=400_000)
    phrases = [rng.choices(vocabulary, frequent, k=5) for _ in range(5_000)]
    for n in range(count):
        paragraphs, size = list[Block](), 0
        while size < _TEXT_CHARS:
            at = rng.randrange(len(pool) - 40)
            said = rng.sample(pool[at : at + 40], 35) + rng.choice(phrases)
            text = " ".join(said).capitalize() + "."
            paragraphs.append(Block(text=text))
            size += len(text)
        yield WireItem(
            item_id=f"example.org/urn:newsml:example.org:20260303:{seed:02}{n:08}",
            source="example.org",
            guid=f"urn:newsml:example.org:20260303:{seed:02}{n:08}",
            origin=Origin(topic="wire.raw", partition=seed, offset=n),
            raw_digest="0" * 64,
            format="ninjs",
            received_at=_NOON + timedelta(seconds=n / 10),
            language="en",
            headline="A headline of some seventy characters, as an agency would write it out",
            credit="Northwire",
            body=tuple(paragraphs),
        )


def main(count: int) -> None:
    """Print the table."""
    dedupe, rows = Dedupe(), list[Row]()
    kept = 0
    for n, item in enumerate(items(count)):
        kept += type(dedupe(item)[0]).__name__ == "Keep"
        if n % 1000 == 999:
            rows += dedupe.changes()
    rows += dedupe.changes()
    more = list(items(1000, seed=2))
    words = re.compile(r"\w+")
    print(f"{count} items of {_TEXT_CHARS} characters, {kept} kept")
    texts = [item.text for item in more]
    print(f"re finds the words     {_micros(texts, words.findall):8.0f} \u00b5s")
    print(f"decide and remember    {_micros(more, dedupe):8.0f} \u00b5s")
    print(f"know a redelivery      {_micros(more, dedupe):8.0f} \u00b5s")
    del dedupe, more, texts
    print(
        f"a row in the log       {sum(len(k) + len(v or b'') for k, v in rows) / count:8.0f} bytes"
    )
    restored = Dedupe()
    print(f"restore a row          {_micros([rows], restored.restore) / count:8.1f} \u00b5s")
    del restored
    tracemalloc.start()
    measured = Dedupe()
    measured.restore(rows)
    print(f"a remembered item      {tracemalloc.get_traced_memory()[0] / count:8.0f} bytes")
    del measured


def _micros(given: Sequence[Any], run: Callable[[Any], object]) -> float:
    """Return the CPU time of one call in microseconds."""
    start = time.process_time()
    for one in given:
        run(one)
    return (time.process_time() - start) / len(given) * 1e6


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
