"""What single English words say of a topic: a table that a sentence model taught.

``topic_words_en.bin`` is made by ``python -m pipeline.tagging.topics.build.words``; what it was
learnt from stands in ``TOPIC-WORDS-LICENSE.md``.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import numpy as np

from pipeline.words.reading import read_words

try:
    from pipeline.tagging.topics.compiled import SingleWords
except ImportError:  # built without a compiler: the same results, later
    from pipeline.tagging.topics.by_python import SingleWords

__all__ = ["english_words"]


@lru_cache(maxsize=1)
def english_words() -> SingleWords:
    """Return the table that ships, read once (20 ms, 2 MB)."""
    file = resources.files("pipeline.tagging.topics").joinpath("topic_words_en.bin")
    with file.open("rb") as binary:
        data = np.load(binary, allow_pickle=False)
        numbers = read_words(data["words"].tobytes().decode()).plain
        return SingleWords(numbers, data["worth"], data["says"], float(data["step"]), data["usual"])
