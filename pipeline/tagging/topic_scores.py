"""How sure a topic is, from the words that speak for it: a logistic model, fitted on labelled news.

The numbers in ``topic_scores.json`` are fitted by ``python -m pipeline.tagging.build_topic_scores``
on the half of ``tests/eval/topics_labels.tsv`` that is there to choose by, so that of the topics
said with a score of 0.7 about 7 in 10 are right.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.tagging.topics import topics
from pipeline.tagging.word_list import Found

__all__ = ["evidence_of", "signs", "sure", "worth"]

_LEAD_BYTES: Final = 500
"""What counts as the lead: two or three sentences after a dateline, one or two in Cyrillic."""

_WORTH: Final = {3: 3.0, 2: 1.0, 1: 0.3, 0: 0.0}
"""Evidence of a word by its weight in the list. A guess: three typical words are one sure one."""

_IN_HEAD: Final = 2.0
_IN_LEAD: Final = 1.5
"""How much more a word counts in headline, slugline and the provider's keywords, and in the lead,
than further down. Guesses, after the way in which news is written."""

_AGAIN: Final = tuple(1 + math.log2(times) / 2 for times in range(1, 33))
"""How much a word is worth by how often it is there: the second time says less than the first."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Fitted:
    signs: Floats
    topics: Floats


def worth(word: Found, head_bytes: int) -> float:
    """Return how much a word says, by its weight, its first place and how often it is there."""
    _, weight, start, _, times = word
    says = _WORTH[weight] * _AGAIN[times - 1 if times < len(_AGAIN) else -1]
    if start <= head_bytes:
        return says * _IN_HEAD
    return says * _IN_LEAD if start <= head_bytes + _LEAD_BYTES else says


def evidence_of(found: list[Found], head_bytes: int) -> Floats:
    """Return what the words that were found say for each top-level topic."""
    evidence = dict.fromkeys(topics().tops, 0.0)
    for word in found:
        if word[1]:
            evidence[word[0]] += worth(word, head_bytes)
    return np.array(list(evidence.values()))


def signs(evidence: Floats, said: Floats | None) -> Floats:
    """Return the features of each topic, a row a topic: four, or six where single words are read.

    The evidence itself, its share of all, its share of the strongest topic's, and what the table of
    single words *said*: of the topic, and against the likeliest.
    """
    share = evidence / max(float(evidence.sum()), 1e-6)
    ratio = evidence / max(float(evidence.max()), 1e-6)
    columns = [np.log1p(evidence), share, ratio, np.log(share + 0.02)]
    if said is not None:
        floor = np.log(np.exp(said) + 1e-4)
        columns += [floor, floor - floor.max()]
    return np.array(columns).T


@lru_cache(maxsize=1)
def _fitted() -> dict[int, _Fitted]:
    text = resources.files("pipeline.tagging").joinpath("topic_scores.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return {
        len(one["signs"]): _Fitted(np.array(one["signs"]), np.array(one["topics"]))
        for one in data["models"]
    }


def sure(rows: Floats) -> list[float]:
    """Return the probability of each topic from its :func:`signs`, in the topics' order.

    Two decimals: the last bits of a float differ between machines, an article may not.
    """
    fitted = _fitted()[rows.shape[1]]
    sureness = 1 / (1 + np.exp(-(rows @ fitted.signs + fitted.topics)))
    return [round(score, 2) for score in sureness.tolist()]
