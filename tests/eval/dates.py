"""How well days are found: on invented sentences, since no labelled corpus of dates is at hand.

``python -m tests.eval.dates`` prints it. The first set was written with the rules; the second one
after them, and its figure when it was new stands in ``tests/enriching/day_fresh.py``. What it costs
is measured on articles of Wikinews where the corpora are.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

from pipeline.enriching.dates.step import add_dates, dates_in
from pipeline.words.of_item import words_of
from tests.enriching.day_fresh import FRESH
from tests.enriching.day_samples import SAMPLES
from tests.eval.items import item_of, lines_of

__all__ = ["measure", "report"]

TODAY = date(2026, 3, 5)
LEAST, MOST = 2_500, 6_500
"""Characters of the articles that are timed."""


def measure(samples: list[tuple[str, str, list[tuple[str, str]]]]) -> float:
    """Return the share of sentences in which all days are right and nothing else is one."""
    return sum(found(text, language) == days for text, language, days in samples) / len(samples)


def found(text: str, language: str, today: date = TODAY) -> list[tuple[str, str]]:
    """Return the words of each mention and its days: one, or the first and the last."""
    return [
        (text[start:end], first.isoformat() if first == last else f"{first}/{last}")
        for start, end, first, last, _ in dates_in(text, language, today)
    ]


def micros(corpora: Path, language: str) -> tuple[float, float]:
    """Return the median cost of 4 KB in microseconds, and the mentions found in them."""
    path = corpora / f"train/wikinews/wikinews_{language}.jsonl"
    costs, mentions = list[float](), list[float]()
    for line in path.read_text("utf-8").splitlines():
        text = json.loads(line)["text"]
        if not LEAST < len(text) < MOST:
            continue
        item = item_of(lines_of(text), language, received_at=datetime(2026, 3, 5, tzinfo=UTC))
        words_of(item)
        best = float("inf")
        for _ in range(5):  # others run on the same machine
            started = time.perf_counter()
            read = add_dates(item)
            best = min(best, time.perf_counter() - started)
        costs.append(best * 1e6 * 4096 / len(text))
        mentions.append(len(read.dates) * 4096 / len(text))
    return median(costs), sum(mentions) / len(mentions)


def report(corpora: Path | None = None) -> None:
    """Print the scores, and the cost where the corpora are."""
    print(f"dates: {measure(SAMPLES):.3f} of {len(SAMPLES)} invented sentences, "
          f"{measure(FRESH):.3f} of {len(FRESH)} written later")  # fmt: skip
    for language in ("en", "de", "fr", "it", "ru") if corpora and corpora.is_dir() else ():
        cost, mentions = micros(corpora, language) if corpora else (0.0, 0.0)
        print(f"  {language}  {cost:.0f} us for 4 KB (median), {mentions:.1f} mentions")


if __name__ == "__main__":
    report(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
