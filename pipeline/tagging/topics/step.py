"""Say what an item is about, in IPTC's Media Topics: as its provider says, else by its words.

The words and their weights stand in ``lexicon/`` and in IPTC's own labels, what single words of
four languages say was learnt (``words``), and how sure that makes a topic is ``scores``'s. Where
all that comes from stands in ``MEDIATOPICS-LICENSE.md``; ``python -m tests.eval.tagging CORPORA``
measures it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Final

from pipeline.tagging.registry import taggers
from pipeline.tagging.topics.agency_codes import topics_of_desk
from pipeline.tagging.topics.agency_names import topic_of_agency_name
from pipeline.tagging.topics.scores import LISTS, MORE_WORDS, WORDS, sure
from pipeline.tagging.topics.text import TopicText
from pipeline.tagging.topics.vocabulary import topic_of, topics, with_parents
from pipeline.tagging.topics.word_list import WordList
from pipeline.tagging.topics.words import LANGUAGES, single_words_of
from pipeline.words.making import model_of
from pipeline.words.of_item import language_of
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
"""How many words are shown for a topic: the strongest."""

_NARROW_SHARE: Final = 0.9
"""Score of a narrower topic, of its top-level topic's. A guess: no items are labelled so."""

_NO_STORY: Final = frozenset(
    {Lifecycle.ADVISORY, Lifecycle.KILL, Lifecycle.WITHHOLD, Lifecycle.TEST}
)
"""What speaks of stories, or of nothing, and is no story: its words say nothing of a topic."""


_Named = tuple[int, int, int, int]
"""How often a narrower topic is named (below nought), which, and where that begins and ends."""

_NOWHERE: Final = (-1, -1)


@taggers.add("mediatopic", needs={"text", "headline", "language", "subjects"}, gives={"tags"})
def tag_mediatopic(
    item: WireItem, *, threshold: float = 0.42, most: int = 3, infer: bool = True
) -> Iterator[Tag]:
    """Yield the Media Topics of an item: the provider's own, else those that we infer.

    Codes of the provider come with score 1 ``by="agency"``, each followed by the topics above it;
    where it has none that we know, its own subjects by their names, else its desk. Where that is a
    topic at the top and no more, the narrower ones that the text names are added.
    Where there are none, the words decide: at most *most* top-level topics that reach *threshold*
    (the best value by F1 on the labelled items to choose by), surest first, each followed by the
    narrower topics that the text names and those between, with the words in ``spans``. None in a
    language without a word list, and none for advisories, tests and kills.
    """
    said = dict.fromkeys(code for one in _said(item) for code in with_parents(one))
    for code in said:
        yield _bare(code, 1.0, "agency")
    if not infer or item.lifecycle in _NO_STORY:
        return
    bare = _without_narrower(said)
    language = language_of(item)
    words = word_list(language) if bare or not said else None
    if words is None:
        return
    text = TopicText.of_item(item)
    reading = words.read(text)
    if said:
        for top in bare:
            yield from _narrower(words, reading.naming(top), _NARROW_SHARE, text)
        return
    for score, top in sure(reading, max(threshold, _LEAST), _known(language))[:most]:
        yield _tag(topics().tops[top], score, text.spans(reading.strongest(top, _SPANS_MOST)))
        yield from _narrower(words, reading.naming(top), round(score * _NARROW_SHARE, 2), text)


def _said(item: WireItem) -> list[str]:
    """Return the topics that the provider gave: by codes, by names, or by its desk."""
    return (
        [code for s in item.subjects if (code := topic_of(s))]
        or [code for s in item.subjects if (code := topic_of_agency_name(s))]
        or topics_of_desk(item.format, item.categories, item.slugline)
    )


def _without_narrower(said: Collection[str]) -> list[int]:
    """Return the places of top-level topics that were said without one below them."""
    above = {topics().parent[code] for code in said}
    return [
        topics().tops.index(code) for code in said if code in topics().tops and code not in above
    ]


def _tag(code: str, score: float, spans: tuple[Span, ...]) -> Tag:
    if not spans:
        return _bare(code, score, "mediatopic")
    return model_of(
        Tag,
        {
            "scheme": "medtop",
            "code": code,
            "name": topics().name[code],
            "score": score,
            "by": "mediatopic",
            "spans": spans,
        },
    )


@lru_cache(maxsize=4096)  # mostly topics between two others
def _bare(code: str, score: float, by: str) -> Tag:
    """Return the tag of a topic that no word of the text shows."""
    return Tag(scheme="medtop", code=code, name=topics().name[code], score=score, by=by)


def _narrower(words: WordList, named: list[_Named], score: float, text: TopicText) -> Iterator[Tag]:
    """Yield the topics below a top-level one that the text names, each after those above it."""
    if not named or -named[0][0] < _NARROW_TIMES:
        return
    places = {words.topics[code]: (start, end) for _, code, start, end in named}
    done: set[str] = set()
    for often, code, _, _ in named[:_NARROW_MOST]:
        if -often < _NARROW_TIMES:
            return
        for above in _from_above(words.topics[code]):
            if above not in done:
                done.add(above)
                place = places.get(above, _NOWHERE)
                yield _tag(above, score, text.spans([place]) if place[0] >= 0 else ())


@lru_cache(maxsize=2048)  # there are fewer topics
def _from_above(code: str) -> tuple[str, ...]:
    """Return the topics on the way down to a narrower one, itself the last."""
    return tuple(reversed(with_parents(code)[:-1]))


@lru_cache(maxsize=32)  # one per language; the same for ever
def word_list(language: str) -> WordList | None:
    """Return the words of a language; None if it has no list."""
    known = topics()
    language = "nb" if language == "no" else language
    words = known.words.get(language)
    if not words:
        return None
    narrow = {code: {"0": terms} for code, terms in known.narrow.get(language, {}).items()}
    return WordList({**narrow, **words}, known.place, single_words_of(language))


def _known(language: str) -> int:
    """Return what is known of a language's words, as ``scores`` asks."""
    if language == "en":
        return WORDS
    return MORE_WORDS if language in LANGUAGES else LISTS


def infer_topics(head: str, body: str, language: str) -> list[tuple[str, float]]:
    """Return top-level topics with scores (0-1), best first, as far as words speak for them.

    *head* is what names the story, such as the headline; *body* begins with the lead.
    """
    words = word_list(language)
    if words is None:
        return []
    reading = words.read(TopicText.of(head, body))
    scores = sure(reading, _LEAST, _known(language))
    return [(topics().tops[top], score) for score, top in scores]
