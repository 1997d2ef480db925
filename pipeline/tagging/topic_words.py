"""What single English words say of a topic: a table that a sentence model taught.

``topic_words_en.bin`` is made by ``python -m pipeline.tagging.build_topic_words``; what it was
learnt from stands in ``TOPIC-WORDS-LICENSE.md``.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.tagging.word_list import Haystack

__all__ = ["TopicWords", "read_topic_words", "words_of"]

MOST_BYTES: Final = 1000
"""How much of a story is read: with more, fewer answers are right (1,000 to 2,500 were tried on the
labelled articles to choose by)."""

HEAD_TIMES: Final = 3
"""How often a word of the headline counts."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The table: a row a word, a column a top-level topic."""

    row: dict[bytes, int]
    worth: npt.NDArray[np.float32]
    """How much each word counts: the rarer the more, 0 to 1."""
    says: npt.NDArray[np.float32]
    """What each word says of each topic, times its worth."""
    usual: npt.NDArray[np.float32]
    """How often each topic is met, as a logarithm."""

    def score(self, text: Haystack, head_bytes: int) -> Floats:
        """Return the logarithm of the probability of each topic, one of them being true.

        The first *head_bytes* of *text* are the headline.
        """
        row = self.row.get
        counts = Counter(map(row, words_of(text, head_bytes)))
        counts.pop(None, None)
        if not counts:
            return _as_logarithm(self.usual)
        rows = np.fromiter(counts, np.intp, len(counts))
        root = np.sqrt(np.fromiter(counts.values(), np.float32, len(counts)))
        worth = self.worth[rows] * root
        length = math.sqrt(float(worth @ worth)) or 1.0
        return _as_logarithm(root @ self.says[rows] / length + self.usual)


def words_of(text: Haystack, head_bytes: int) -> list[bytes]:
    """Return the words of a text of which the first *head_bytes* are the headline, repeated."""
    head = text.lower[: max(head_bytes, 0)].split()
    return text.lower[: max(head_bytes, 0) + MOST_BYTES].split() + head * (HEAD_TIMES - 1)


def _as_logarithm(said: npt.NDArray[np.float32]) -> Floats:
    values = said.astype(np.float64)
    values -= values.max()
    return np.asarray(values - math.log(float(np.exp(values).sum())))


@lru_cache(maxsize=1)
def read_topic_words() -> TopicWords:
    """Return the table that ships, read once (20 ms, 3 MB)."""
    file = resources.files("pipeline.tagging").joinpath("topic_words_en.bin")
    with file.open("rb") as binary:
        data = np.load(binary, allow_pickle=False)
        words = data["words"].tobytes().split(b"\n")
        return TopicWords(
            row={word: number for number, word in enumerate(words)},
            worth=data["worth"].astype(np.float32) / np.float32(255),
            says=data["says"].astype(np.float32) * np.float32(data["step"]),
            usual=data["usual"].astype(np.float32),
        )
