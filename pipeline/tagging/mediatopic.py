"""Say what an item is about, in IPTC's Media Topics: as its provider says, else by its words.

The words and their weights stand in ``lexicon/`` and in IPTC's own labels, what single English
words say was learnt (``topic_words``), and how sure that makes a topic is ``topic_scores``'s. Where
all that comes from stands in ``MEDIATOPICS-LICENSE.md``; ``python -m tests.eval.tagging CORPORA``
measures it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pipeline.tagging.agency_codes import topic_of_agency_name
from pipeline.tagging.registry import taggers
from pipeline.tagging.topic_scores import evidence_of, sure, worths
from pipeline.tagging.topic_text import TopicText
from pipeline.tagging.topic_words import read_topic_words
from pipeline.tagging.topics import topic_of, topics, with_parents
from pipeline.tagging.word_list import Found, WordList
from schemas.types import Lifecycle, Span, Tag
from schemas.wire import WireItem

__all__ = ["infer_topics", "tag_mediatopic"]

_LEAST: Final = 0.01
"""Less is not worth saying."""

_NARROW_TIMES: Final = 2
"""A narrower topic counts if its name is in the headline, or so often in the text. A guess."""

_NARROW_MOST: Final = 3
"""How many narrower topics are said at most of one top-level topic."""

_SPANS_MOST: Final = 3
"""How many words are shown for a topic: the strongest. Each costs two microseconds."""

_NARROW_SHARE: Final = 0.9
"""Score of a narrower topic, of its top-level topic's. A guess: no items are labelled so."""

_NO_STORY: Final = frozenset(
    {Lifecycle.ADVISORY, Lifecycle.KILL, Lifecycle.WITHHOLD, Lifecycle.TEST}
)
"""What speaks of stories, or of nothing, and is no story: its words say nothing of a topic."""


_Place = tuple[float, int, int]
"""How strong a word is, as a negative number, and its first and its last word in the text."""


@taggers.add("mediatopic", needs={"text", "headline", "language", "subjects"}, gives={"tags"})
def tag_mediatopic(
    item: WireItem, *, threshold: float = 0.4, most: int = 3, infer: bool = True
) -> Iterator[Tag]:
    """Yield the Media Topics of an item: the provider's own, else those that we infer.

    Codes of the provider come with score 1 ``by="agency"``, each followed by the topics above it;
    where it has none that we know, its own subjects by their names.
    Where there are none, the words decide: at most *most* top-level topics that reach *threshold*
    (the best value by F1 on the labelled items to choose by), surest first, each followed by the
    narrower topics that the text names and those between, with the words in ``spans``. None in a
    language without a word list, and none for advisories, tests and kills.
    """
    said = [code for s in item.subjects if (code := topic_of(s))]
    said = said or [code for s in item.subjects if (code := topic_of_agency_name(s))]
    if said:
        for code in dict.fromkeys(code for one in said for code in with_parents(one)):
            yield _tag(code, 1.0, "agency")
        return
    if not infer or item.lifecycle in _NO_STORY:
        return
    text = TopicText.of_item(item)
    found, says, scores = _read(text, item.language)
    chosen = [(top, score) for top, score in scores[:most] if score >= threshold]
    shown: dict[str, list[_Place]] = {top: [] for top, _ in chosen}
    narrower: dict[str, list[Found]] = {top: [] for top, _ in chosen}
    tops = topics().top
    for word, one in zip(found, says, strict=True):
        top = tops[word[0]]
        if top in shown:
            if one:
                shown[top].append((-one, word[2], word[3]))
            else:
                narrower[top].append(word)
    for top, score in chosen:
        yield _tag(top, score, "mediatopic", _spans(shown[top], text, _SPANS_MOST))
        yield from _narrower(narrower[top], round(score * _NARROW_SHARE, 2), text)


def _tag(code: str, score: float, by: str, spans: tuple[Span, ...] = ()) -> Tag:
    return Tag(
        scheme="medtop", code=code, name=topics().name[code], score=score, by=by, spans=spans
    )


def _narrower(words: list[Found], score: float, text: TopicText) -> Iterator[Tag]:
    """Yield the topics below a top-level one that the text names, each after those above it."""
    named: dict[str, list[_Place]] = {}
    strong: dict[str, int] = {}
    for code, _, first, last, times, in_names in words:
        often = times + 2 * (in_names or first < text.head)
        named.setdefault(code, []).append((-often, first, last))
        strong[code] = strong.get(code, 0) + often
    chosen = sorted(
        (code for code, often in strong.items() if often >= _NARROW_TIMES),
        key=lambda code: (-strong[code], code),
    )[:_NARROW_MOST]
    done: set[str] = set()
    for code in chosen:
        for above in reversed(with_parents(code)[:-1]):
            if above not in done:
                done.add(above)
                yield _tag(above, score, "mediatopic", _spans(named.get(above, []), text, 1))


def _spans(ranked: list[_Place], text: TopicText, most: int) -> tuple[Span, ...]:
    """Return where the strongest words stand, in the text's order."""
    places = sorted({place[1:] for place in sorted(ranked)[:most] if place[1] >= 0})
    return tuple([span for first, last in places if (span := text.span(first, last))])


@lru_cache(maxsize=32)  # one per language; the same for ever
def _word_list(language: str) -> WordList | None:
    known = topics()
    words = known.words.get(language)
    if not words:
        return None
    narrow = {code: {"0": terms} for code, terms in known.narrow.get(language, {}).items()}
    return WordList({**narrow, **words})


def infer_topics(head: str, body: str, language: str) -> list[tuple[str, float]]:
    """Return top-level topics with scores (0-1), best first, as far as words speak for them.

    *head* is what names the story, such as the headline; *body* begins with the lead.
    """
    return _read(TopicText.of(head, body), language)[2]


def _read(
    text: TopicText, language: str
) -> tuple[list[Found], list[float], list[tuple[str, float]]]:
    """Return the words that were found, what each says, and the topics, surest first."""
    words = _word_list("nb" if language == "no" else language)
    if words is None:
        return [], [], []
    found = words.find(text.words, text.named)
    says = worths(found, text.head, text.lead)
    evidence = evidence_of(found, says)
    if not any(evidence):
        return found, says, []
    said = read_topic_words().score(text) if language == "en" else None
    scores = [pair for pair in sure(evidence, said) if pair[1] >= _LEAST]
    return found, says, sorted(scores, key=lambda pair: (-pair[1], pair[0]))
