"""Fit how sure topics are: ``python -m pipeline.tagging.topics.build.scores WIKINEWS LABELS``.

WIKINEWS is the folder of ``wikinews_en.jsonl`` and its like, LABELS is
``tests/eval/topics_labels.tsv``, of which only the half to choose by is read. Writes
``topic_scores.json``: three logistic models, for lists alone, with the table of single English
words and with those of other languages, each with a number a sign and a number a topic. The same
input gives the same file.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.tagging.topics.by_python import signs
from pipeline.tagging.topics.step import word_list
from pipeline.tagging.topics.text import TopicText
from pipeline.tagging.topics.vocabulary import topics

__all__ = ["Labelled", "main", "read_labelled"]

_DAY: Final = re.compile(r"^\s*\w+day, \w+ \d+, \d{4}\s*")
"""English articles begin with their date."""

_RIDGE: Final = 1.0
_RIDGE_TOPICS: Final = 10.0
"""How much the numbers are held back. Those of the topics more: how often a topic is met in
Wikinews is not how often an agency sends it. Guesses."""

_BRIEF_CHARS: Final = 300
"""Each article counts twice, whole and as the brief that its beginning is: half of what agencies
send is short. A guess; with briefs these are better by one in a hundred, whole ones as good."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article and the top-level topics that a reader gave it."""

    language: str
    half: str
    """``choose`` or ``held``."""
    title: str
    text: str
    tops: frozenset[str]


def read_labelled(wikinews: Path, labels: Path) -> Iterator[Labelled]:
    """Yield the labelled articles, in the order of their labels."""
    articles: dict[str, dict[str, str]] = {}
    for path in sorted(wikinews.glob("wikinews_*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            article = json.loads(line)
            articles[article["id"]] = article
    for line in labels.read_text("utf-8").splitlines():
        if line.startswith(("#", "id\t")):
            continue
        name, half, given = line.split("\t")
        tops = frozenset(f"{top}000000" for top in given.split())
        article = articles[name]
        text = _DAY.sub("", article["text"])
        yield Labelled(article["lang"], half, article["title"], text, tops)


def _rows(article: Labelled, *, single: bool) -> Floats:
    words = word_list(article.language)
    if words is None:
        raise ValueError(f"no word list for {article.language}")
    reading = words.read(TopicText.of(article.title, article.text))
    return np.array(signs(reading.evidence(), reading.said() if single else None))


def _fit(articles: list[Labelled], *, single: bool) -> dict[str, list[float]]:
    """Fit by Newton's method, which ends at the one best answer."""
    tops = topics().tops
    each = np.tile(np.eye(len(tops)), (len(articles), 1))
    rows = np.hstack([np.vstack([_rows(a, single=single) for a in articles]), each])
    given = np.array([top in a.tops for a in articles for top in tops], dtype=float)
    count = rows.shape[1] - len(tops)
    # The mean of the topics' numbers is free; their distances from it are held back.
    middle = np.eye(len(tops)) - 1 / len(tops)
    held = np.zeros((rows.shape[1], rows.shape[1]))
    held[:count, :count] = _RIDGE * np.eye(count)
    held[count:, count:] = _RIDGE_TOPICS * middle + 1e-6 * np.eye(len(tops))
    numbers = np.zeros(rows.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-(rows @ numbers)))
        slope = rows.T @ (p - given) + held @ numbers
        bend = (rows * (p * (1 - p))[:, None]).T @ rows + held
        numbers = numbers - np.linalg.solve(bend, slope)
    return {
        "signs": [round(float(n), 3) for n in numbers[:count]],
        "topics": [round(float(n), 3) for n in numbers[count:]],
    }


def main(wikinews: Path, labels: Path) -> None:
    """Write ``topic_scores.json`` beside this module."""
    whole = [a for a in read_labelled(wikinews, labels) if a.half == "choose"]
    chosen = [*whole, *(replace(a, text=a.text[:_BRIEF_CHARS]) for a in whole)]
    english = [a for a in chosen if a.language == "en"]
    others = [a for a in chosen if a.language != "en"]
    models = [_fit(chosen, single=False), _fit(english, single=True), _fit(others, single=True)]
    path = Path(__file__).parents[1].joinpath("topic_scores.json")
    path.write_text(json.dumps({"models": models}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
