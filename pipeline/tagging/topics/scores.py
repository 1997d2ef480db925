"""How sure a topic is, from the words that speak for it: a logistic model, fitted on labelled news.

``python -m pipeline.tagging.topics.build.scores`` fits the numbers in ``topic_scores.json`` on the
half of ``tests/eval/topics_labels.tsv`` that is there to choose by, so that of the topics
said with a score of 0.7 about 7 in 10 are right.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from typing import Any

from pipeline.tagging.topics.by_python import Reading

try:
    from pipeline.tagging.topics.compiled import Counts
except ImportError:  # built without a compiler: the same results, later
    from pipeline.tagging.topics.by_python import Counts

__all__ = ["LISTS", "MORE_WORDS", "WORDS", "sure"]

LISTS, WORDS, MORE_WORDS = range(3)
"""What is known of a language's words: lists alone, or a table too: the English one, or another."""


def sure(reading: Reading, least: float, known: int) -> list[tuple[float, int]]:
    """Return how sure topics are, each before the topic's place among all, surest first.

    Two decimals: the last bits of a float differ between machines, an article may not. *known*
    is what is known of the language; what is less sure than *least* is left out.
    """
    found = reading.sure(_fitted()[known], least - 0.005)
    rounded = sorted([(-round(score, 2), topic) for topic, score in found])
    return [(-score, topic) for score, topic in rounded if -score >= least]


@lru_cache(maxsize=1)
def _fitted() -> list[Counts]:
    """Return what signs and topics count, by what is known of a language."""
    file = resources.files("pipeline.tagging.topics").joinpath("topic_scores.json")
    data: dict[str, Any] = json.loads(file.read_bytes())
    return [Counts(one["signs"], one["topics"]) for one in data["models"]]
