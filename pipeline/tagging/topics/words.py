"""What single words say of a topic: a table a language, that a sentence model taught.

``topic_words_en.bin`` is made by ``python -m pipeline.tagging.topics.build.words``, the others by
``python -m pipeline.tagging.topics.build.more_words``; what they were learnt from stands in
``TOPIC-WORDS-LICENSE.md``.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Final

import numpy as np

from pipeline.words.reading import read_words

try:
    from pipeline.tagging.topics.compiled import SingleWords
except ImportError:  # built without a compiler: the same results, later
    from pipeline.tagging.topics.by_python import SingleWords

__all__ = ["LANGUAGES", "single_words_of"]

LANGUAGES: Final = ("en", "de", "fr", "es")
"""The languages that have a table."""


@lru_cache(maxsize=len(LANGUAGES))
def single_words_of(language: str) -> SingleWords | None:
    """Return the table of a language, read once (20 ms, 2 MB); None if it has none."""
    if language not in LANGUAGES:
        return None
    file = resources.files("pipeline.tagging.topics").joinpath(f"topic_words_{language}.bin")
    with file.open("rb") as binary:
        data = np.load(binary, allow_pickle=False)
        numbers = read_words(data["words"].tobytes().decode()).plain
        return SingleWords(numbers, data["worth"], data["says"], float(data["step"]), data["usual"])
