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

from pipeline.tagging.topics import topics
from pipeline.tagging.word_list import Found

__all__ = ["evidence_of", "signs", "sure", "worths"]

_WORTH: Final = {3: 3.0, 2: 1.0, 1: 0.3, 0: 0.0}
"""Evidence of a word by its weight in the list. A guess: three typical words are one sure one."""

_IN_HEAD: Final = 2.0
_IN_LEAD: Final = 1.5
"""How much more a word counts in headline, slugline and the provider's keywords, and in the lead,
than further down. Guesses, after the way in which news is written."""

_AGAIN: Final = tuple(1 + math.log2(times) / 2 for times in range(1, 33))
"""How much a word is worth by how often it is there: the second time says less than the first."""


@dataclass(frozen=True, slots=True)
class _Fitted:
    signs: list[float]
    topics: list[float]


def worths(found: list[Found], head: int, lead: int) -> list[float]:
    """Return how much each word says, by its weight, its first place and how often it is there.

    The first *head* words are the headline's, the first *lead* those of headline and lead.
    """
    says: list[float] = []
    for _, weight, first, _, times, named in found:
        one = _WORTH[weight]
        if times > 1:
            one *= _AGAIN[times - 1 if times < len(_AGAIN) else -1]
        if named or first < head:
            one *= _IN_HEAD
        elif first < lead:
            one *= _IN_LEAD
        says.append(one)
    return says


def evidence_of(found: list[Found], says: list[float]) -> list[float]:
    """Return what the words that were found say for each top-level topic: their :func:`worths`.

    Of terms that end with the same word (``war``, ``civil war``) the one that says most counts.
    """
    evidence = dict.fromkeys(topics().tops, 0.0)
    best: dict[tuple[str, int], float] = {}
    for word, one in zip(found, says, strict=True):
        if one:
            topic, last = word[0], word[3]
            before = best.get((topic, last), 0.0)
            if last < 0:
                evidence[topic] += one
            elif one > before:
                evidence[topic] += one - before
                best[topic, last] = one
    return list(evidence.values())


def signs(evidence: list[float], said: list[float] | None) -> list[tuple[float, ...]]:
    """Return the features of each topic: four, or six where single words are read.

    The evidence itself, its share of all, its share of the strongest topic's, and what the table of
    single words *said*: the topic's probability as a logarithm, and against the likeliest.
    """
    every = max(sum(evidence), 1e-6)
    most = max(*evidence, 1e-6)
    log = math.log
    if said is None:
        return [(log(1 + e), e / every, e / most, log(e / every + 0.02)) for e in evidence]
    floors = [log(p + 1e-4) for p in said]
    top = max(floors)
    return [
        (log(1 + e), e / every, e / most, log(e / every + 0.02), floor, floor - top)
        for e, floor in zip(evidence, floors, strict=True)
    ]


@lru_cache(maxsize=1)
def _fitted() -> dict[int, _Fitted]:
    text = resources.files("pipeline.tagging").joinpath("topic_scores.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return {len(one["signs"]): _Fitted(one["signs"], one["topics"]) for one in data["models"]}


def sure(evidence: list[float], said: list[float] | None) -> list[tuple[str, float]]:
    """Return the topics that words speak for with their probabilities, from their :func:`signs`.

    Two decimals: the last bits of a float differ between machines, an article may not.
    """
    fitted = _fitted()[4 if said is None else 6]
    every, most = max(sum(evidence), 1e-6), max(*evidence, 1e-6)
    log, exp = math.log, math.exp
    alone, share_of_all, ratio, rare, *single = fitted.signs
    floors = [] if said is None else [log(p + 1e-4) for p in said]
    top_floor = max(floors, default=0.0)
    found: list[tuple[str, float]] = []
    for number, (top, says, usual) in enumerate(
        zip(topics().tops, evidence, fitted.topics, strict=True)
    ):
        if says:
            share = says / every
            sign = usual + alone * log(1 + says) + share_of_all * share + ratio * says / most
            sign += rare * log(share + 0.02)
            if single:
                sign += single[0] * floors[number] + single[1] * (floors[number] - top_floor)
            found.append((top, round(1 / (1 + exp(-sign)), 2)))
    return found
