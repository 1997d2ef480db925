"""What ``names.build`` does in every language: train a tagger, and let it label more texts."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy.typing as npt

from pipeline.enriching.names.build.corpora import KINDS, Document
from pipeline.enriching.names.build.export import whole_numbers
from pipeline.enriching.names.build.lists import Lists
from pipeline.enriching.names.build.reading import TAGS
from pipeline.enriching.names.build.training import Network, Read, train
from pipeline.enriching.names.build.vocabulary import Vocabulary
from pipeline.enriching.names.model import Net
from pipeline.words.reading import read_words

__all__ = ["articles", "labelled", "learn"]

WIDTH: Final = 48
"""Numbers that a word's row has."""

_MOST_CHARS: Final = 6000
"""How much of an article is read: the rest repeats its names."""


def articles(path: Path) -> list[Document]:
    """Return the articles of Wikinews, headline first, without labels."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        entry = json.loads(line)
        text = re.sub(r"\n\s*", "\n\n", entry["text"])[:_MOST_CHARS]
        found.append(Document(f"{entry['title']}\n\n{text}", [], entry["lang"]))
    return found


def learn(
    vocabulary: Vocabulary,
    vectors: npt.NDArray[Any],
    sets: list[list[Read]],
    *,
    hidden: int,
    languages: Sequence[str],
    epochs: int,
) -> Network:
    """Return a network trained on the sets, which take turns."""
    net = Network(
        vocabulary.features,
        vectors,
        width=WIDTH,
        hidden=hidden,
        tags=len(TAGS),
        languages=len(languages),
        seed=1,
    )
    train(net, sets, epochs=epochs)
    return net


def labelled(
    net: Network,
    vocabulary: Vocabulary,
    lists: Lists,
    documents: Sequence[Document],
    languages: Sequence[str],
) -> list[Document]:
    """Return documents with the names that a network finds in them."""
    tagger = Net(*whole_numbers(net, vocabulary, lists, spoken=list(languages)))
    found = []
    for document in documents:
        words = read_words(document.text)
        names = [
            (int(words.starts[first]), int(words.ends[last]), KINDS[kind])
            for first, last, kind, _ in tagger.tag(words, document.language).tolist()
        ]
        found.append(Document(document.text, names, document.language))
    return found
