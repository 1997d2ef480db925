"""Say what an item is about, in IPTC's Media Topics: as its provider says, else by its words.

The words and their weights stand in ``lexicon/`` and in IPTC's own labels; where they come from,
in ``MEDIATOPICS-LICENSE.md``. How often the answers agree with those of agencies is measured by
``python -m tests.eval.topics DIR``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pipeline.tagging.registry import taggers
from pipeline.tagging.topics import topic_of, topics
from pipeline.tagging.word_list import WordList
from schemas.types import Lifecycle, Tag
from schemas.wire import WireItem

__all__ = ["infer_topics", "tag_mediatopic"]

_MOST_CHARS: Final = 5000
"""How much of the body is read. A story says early what it is about; a price list never does."""

_LEAD_BYTES: Final = 500
"""What counts as the lead: two or three sentences after a dateline, one or two in Cyrillic."""

_WORTH: Final = {3: 3.0, 2: 1.0, 1: 0.3}
"""Evidence of a word by its weight in the list. A guess: three typical words are one sure one."""

_IN_HEAD: Final = 2.0
_IN_LEAD: Final = 1.5
"""How much more a word counts in headline, slugline and the provider's keywords, and in the lead,
than further down. Guesses, after the way in which news is written."""

_AGAIN: Final = tuple(1 + math.log2(times) / 2 for times in range(1, 33))
"""How much a word is worth by how often it is there: the second time says less than the first."""

_ENOUGH: Final = 6.0
"""Evidence at which two thirds of the certainty are reached: two sure words. A guess."""

_LEADING_SHARE: Final = 0.4
"""Share of all evidence from which a topic is a main one. With 17 topics and some noise in each,
two topics of one story have about so much. A guess."""

_NO_STORY: Final = frozenset(
    {Lifecycle.ADVISORY, Lifecycle.KILL, Lifecycle.WITHHOLD, Lifecycle.TEST}
)
"""What speaks of stories, or of nothing, and is no story: its words say nothing of a topic."""


@taggers.add("mediatopic", needs={"text", "headline", "language", "subjects"}, gives={"tags"})
def tag_mediatopic(
    item: WireItem, *, threshold: float = 0.5, most: int = 3, infer: bool = True
) -> Iterator[Tag]:
    """Yield the Media Topics of an item: the provider's own, else at most three that we infer.

    Codes of the provider come with score 1, each followed by its top-level topic. Where there are
    none, the words decide: top-level topics that reach *threshold*, best first, at most *most*;
    none in a language without a word list, and none for advisories, tests and kills.
    """
    said = list(dict.fromkeys(code for s in item.subjects if (code := topic_of(s))))
    if said:
        known = topics()
        for code in dict.fromkeys(code for one in said for code in (one, known.top[one])):
            yield _tag(code, 1.0, "mediatopic:provider")
        return
    if not infer or item.lifecycle in _NO_STORY:
        return
    head = "\n".join((item.headline, item.slugline, *item.keywords, *item.categories))
    for code, score in infer_topics(head, _beginning(item), item.language)[:most]:
        if score >= threshold:
            yield _tag(code, score, "mediatopic")


def _tag(code: str, score: float, by: str) -> Tag:
    return Tag(scheme="medtop", code=code, name=topics().name[code], score=score, by=by)


def _beginning(item: WireItem) -> str:
    """Return the beginning of the body, without joining a body of megabytes first."""
    parts, left = [item.standfirst[:_MOST_CHARS]], _MOST_CHARS
    for block in item.body:
        if left <= 0:
            break
        parts.append(block.text[:left])
        left -= len(block.text)
    return "\n".join(parts)


@lru_cache(maxsize=32)  # one per language; the same for ever
def _word_list(language: str) -> WordList | None:
    words = topics().words.get(language)
    return WordList(words) if words else None


def infer_topics(head: str, body: str, language: str) -> list[tuple[str, float]]:
    """Return top-level topics with scores (0-1), best first, as far as words speak for them.

    *head* is what names the story, such as the headline; *body* begins with the lead.
    """
    words = _word_list("nb" if language == "no" else language)
    if words is None:
        return []
    head = head[:_MOST_CHARS]
    head_bytes = len(head.encode("utf-8", "replace"))
    evidence: dict[str, float] = {}
    for top, weight, first, times in words.find(f"{head}\n{body}"):
        worth = _WORTH[weight] * _AGAIN[min(times, len(_AGAIN)) - 1]
        if first <= head_bytes:
            worth *= _IN_HEAD
        elif first <= head_bytes + _LEAD_BYTES:
            worth *= _IN_LEAD
        evidence[top] = evidence.get(top, 0.0) + worth
    whole = sum(evidence.values())
    scored = [
        # Two decimals: the last bits of a float differ between machines, an article may not.
        (
            top,
            round((1 - math.exp(-e / _ENOUGH)) * min(1.0, e / whole / _LEADING_SHARE), 2),
        )
        for top, e in evidence.items()
    ]
    return sorted(scored, key=lambda pair: (-pair[1], pair[0]))
