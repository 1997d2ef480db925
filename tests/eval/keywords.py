"""How well keywords agree with hidden titles: ``python -m tests.eval.keywords CORPORA``.

Wikinews articles are given without their titles; the words of the keywords are compared with the
words of the title, stop words left out. A title is no list of keywords: it has verbs, and leaves
out what an editor would add, so half is much. Beside it YAKE, where it is installed (eight
keywords of up to three words, its defaults).
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline.enriching.keywords.common_words import common_words
from pipeline.enriching.keywords.step import add_keywords
from pipeline.tagging.topics.build.scores import _DAY
from pipeline.words.of_item import words_of
from pipeline.words.reading import read_words
from schemas.wire import WireItem
from tests.eval.items import item_of, lines_of

__all__ = ["main", "measure", "read_articles", "report"]

LANGUAGES = ("en", "de", "fr", "ru")
_STEM = 5


def read_articles(corpora: Path, language: str) -> list[tuple[str, WireItem]]:
    """Return titles and articles without them; every fourth of the larger files."""
    path = corpora / f"train/wikinews/wikinews_{language}.jsonl"
    lines = path.read_text("utf-8").splitlines()
    articles = []
    for line in lines[:: 1 + (len(lines) > 400) * 3]:
        article = json.loads(line)
        text = _DAY.sub("", article["text"]).removeprefix(article["title"]).strip()
        articles.append((article["title"], item_of(lines_of(text[:6000]), language)))
    return articles


def _stems(texts: list[str], language: str) -> set[str]:
    """Return the words of texts that are no stop words, without their ends."""
    table = common_words(language)
    if table is None:
        raise ValueError(f"no table of common words for {language}")
    words = read_words(" ".join(texts))
    worth = table.worth(words, len(words)).tolist()
    return {
        words.word(n).lower()[:_STEM]
        for n in range(len(words))
        if worth[n] > 0 and len(words.word(n)) > 2
    }


def measure(
    articles: list[tuple[str, WireItem]], language: str, tell: Callable[[WireItem], list[str]]
) -> float:
    """Return the mean F1 of the words of keywords and title."""
    sums = 0.0
    for title, item in articles:
        said, true = _stems(tell(item), language), _stems([title], language)
        sums += 2 * len(said & true) / max(len(said) + len(true), 1)
    return sums / len(articles)


def ours(item: WireItem) -> list[str]:
    """Return the keywords that the step gives."""
    return [term.name for term in add_keywords(item).terms]


def _yake(language: str) -> Callable[[WireItem], list[str]] | None:
    if importlib.util.find_spec("yake") is None:
        return None
    extractor: Any = importlib.import_module("yake").KeywordExtractor(lan=language, top=8)
    return lambda item: [word for word, _ in extractor.extract_keywords(item.text)]


def microseconds(articles: list[tuple[str, WireItem]]) -> float:
    """Return the low quartile of the step's time for stories of some 4 KB."""
    items = [item for _, item in articles if len(item.text) > 3000]
    times = []
    for _ in range(5):
        for item in items:
            words_of(item)
            start = time.perf_counter()
            add_keywords(item)
            times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 4] * 1e6


def report(corpora: Path) -> dict[str, float]:
    """Print the table, and return its numbers by the names of the floors."""
    numbers: dict[str, float] = {}
    print("Keywords, words in common with a hidden title:  F1    YAKE   microseconds")
    for language in LANGUAGES:
        articles = read_articles(corpora, language)
        score = numbers[f"keywords_{language}_f1"] = measure(articles, language, ours)
        yake = _yake(language)
        other = f"{measure(articles[:60], language, yake):.3f}" if yake else "  -  "
        time_ = microseconds(articles)
        print(
            f"  {language} ({len(articles):3} articles)                          {score:.3f}  {other}  {time_:5.0f}"
        )
    return numbers


def main(corpora: Path) -> None:
    """Print the table."""
    report(corpora)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
