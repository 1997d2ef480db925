"""What single English words say of a topic: a table that a sentence model taught.

``topic_words_en.bin`` is made by ``python -m pipeline.tagging.build_topic_words``; what it was
learnt from stands in ``TOPIC-WORDS-LICENSE.md``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.tagging.topic_text import TopicText
from pipeline.words.reading import Numbers, read_words
from pipeline.words.table import Table

__all__ = ["TopicWords", "read_topic_words", "words_of"]

MOST_WORDS: Final = 165
"""How much of a story is read beyond its headline: with more, fewer answers are right (165 to 400
words, some 1,000 to 2,500 letters, were tried on the labelled articles to choose by)."""

HEAD_TIMES: Final = 3
"""How often a word of the headline counts."""


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The table: a row a word, a column a top-level topic."""

    row: Table
    worth: npt.NDArray[np.float32]
    """How much each word counts: the rarer the more, 0 to 1."""
    says: npt.NDArray[np.float32]
    """What each word says of each topic, times its worth."""
    usual: npt.NDArray[np.float32]
    """How often each topic is met, as a logarithm."""

    def score(self, text: TopicText) -> list[float]:
        """Return the probability of each topic, one of them being true."""
        rows = self.row.rows(words_of(text))
        rows.sort()
        rows = rows[int(rows.searchsorted(0)) :]
        if not len(rows):
            return _softmax(self.usual)
        first = np.flatnonzero(rows[1:] != rows[:-1]) + 1
        first = np.concatenate(([0], first, [len(rows)]))
        root = np.sqrt((first[1:] - first[:-1]).astype(np.float32))
        rows = rows[first[:-1]]
        worth = self.worth[rows] * root
        length = math.sqrt(float(worth @ worth)) or 1.0
        return _softmax(root @ self.says[rows] / np.float32(length) + self.usual)


def words_of(text: TopicText) -> Numbers:
    """Return the numbers of the words that are read of a text, those of its headline repeated."""
    plain = text.words.plain
    head = (plain[: text.head],) * (HEAD_TIMES - 1)
    if len(text.named):
        head = (*head, *(text.named.plain,) * HEAD_TIMES)
    return np.concatenate((plain[: text.head + MOST_WORDS], *head))


def _softmax(said: npt.NDArray[np.float32]) -> list[float]:
    values: list[float] = said.tolist()
    most = max(values)
    powers = [math.exp(value - most) for value in values]
    every = sum(powers)
    return [power / every for power in powers]


@lru_cache(maxsize=1)
def read_topic_words() -> TopicWords:
    """Return the table that ships, read once (20 ms, 3 MB)."""
    file = resources.files("pipeline.tagging").joinpath("topic_words_en.bin")
    with file.open("rb") as binary:
        data = np.load(binary, allow_pickle=False)
        return TopicWords(
            row=Table(read_words(data["words"].tobytes().decode()).plain),
            worth=data["worth"].astype(np.float32) / np.float32(255),
            says=data["says"].astype(np.float32) * np.float32(data["step"]),
            usual=data["usual"].astype(np.float32),
        )
