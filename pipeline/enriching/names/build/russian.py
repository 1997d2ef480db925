"""The tagger for Russian, for ``names.build``: it learns from what another one labelled.

There is no labelled news at hand. The articles of Wikinews are labelled by the small tagger that
the package ``natasha`` carries (slovnet, which was learnt from a thousand million words of news);
its vectors of words (navec) tell of words that the articles do not have.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.enriching.names.build.corpora import Document
from pipeline.enriching.names.build.export import whole_numbers
from pipeline.enriching.names.build.learning import articles, learn
from pipeline.enriching.names.build.lists import Lists
from pipeline.enriching.names.build.reading import encode, shouted
from pipeline.enriching.names.build.vocabulary import Counts, choose
from pipeline.words.by_python import lower

__all__ = ["russian"]

_LANGUAGE: Final = ("ru",)
_HIDDEN: Final = 64
_MOST_WORDS: Final = 45_000
_VECTOR: Final = 300
_SIZE: Final = 1.0
"""The vectors' numbers are of the size of the other marks as they are."""

_FEWEST_MET: Final = 150
"""How often a word stood in the texts that the vectors were learnt from, to be asked for."""

_LOUD: Final = 0.05
_EPOCHS: Final = 9

_CALLINGS: Final = frozenset(
    "президент премьер премьер-министр министр император король королева принц принцесса "
    "кронпринц папа патриарх генерал полковник губернатор сенатор депутат судья семья шейх "
    "эмир султан канцлер епископ митрополит архиепископ господин госпожа доктор профессор".split()
)
"""What the labels have as a name's first word, and is none."""


def russian(corpora: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the tagger."""
    teacher = _Teacher()
    documents = [teacher.labelled(d) for d in articles(corpora / "wikinews/wikinews_ru.jsonl")]
    lists, counts = Lists(), Counts()
    for document in documents:
        counts.add(document.text)
    vocabulary = choose(lists, counts, teacher.known_words(), most=_MOST_WORDS)
    vectors = np.zeros((vocabulary.features.shape[0], _VECTOR), np.float32)
    for row, form in enumerate(vocabulary.forms):
        vectors[row] = teacher.vector(lower(form)) * np.float32(_SIZE)
    sets = [
        [encode(shouted(documents, _LOUD, turn), vocabulary, 1.0, _LANGUAGE)] for turn in (0, 1)
    ]
    net = learn(vocabulary, vectors, sets, hidden=_HIDDEN, languages=_LANGUAGE, epochs=_EPOCHS)
    return whole_numbers(net, vocabulary, lists, languages=["ru"], spoken=["ru"])


class _Teacher:
    """The other tagger, and its vectors."""

    def __init__(self) -> None:
        found = find_spec("natasha")
        if found is None or not found.submodule_search_locations:
            raise ImportError("natasha")
        data = Path(found.submodule_search_locations[0]) / "data"
        navec = importlib.import_module("navec")
        slovnet = importlib.import_module("slovnet")
        self._navec: Any = navec.Navec.load(data / "emb/navec_news_v1_1B_250K_300d_100q.tar")
        self._ner: Any = slovnet.NER.load(data / "model/slovnet_ner_news_v1.tar")
        self._ner.navec(self._navec)

    def known_words(self) -> list[str]:
        """Return the words that have a vector, the most frequent first."""
        vocabulary = self._navec.vocab
        known = zip(vocabulary.words, vocabulary.counts, strict=False)
        often = [(-times, word) for word, times in known if times >= _FEWEST_MET]
        return [word for _, word in sorted(often) if word.isalpha()]

    def vector(self, word: str) -> Any:
        """Return a word's vector; nothing for one that is not known."""
        known = word in self._navec
        return self._navec[word] if known else np.zeros(_VECTOR, np.float32)

    def labelled(self, document: Document) -> Document:
        """Return a document with its names."""
        names: list[tuple[int, int, str]] = []
        for line in re.finditer(r"[^\n]+", document.text):
            for span in self._ner(line[0]).spans:
                names += _trimmed(line[0], line.start(), span.start, span.stop, span.type)
        return Document(document.text, names, "ru")


def _trimmed(
    line: str, begin: int, start: int, end: int, kind: str
) -> Iterator[tuple[int, int, str]]:
    """Yield a name without the marks around it and what somebody is before it."""
    while end > start and not line[end - 1].isalnum():
        end -= 1
    first, _, rest = line[start:end].partition(" ")
    if kind == "PER" and rest and first.lower() in _CALLINGS:
        start = end - len(rest)
    if end > start:
        yield begin + start, begin + end, kind
