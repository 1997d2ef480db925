"""Which passages of a text stand in an earlier one, and which do not: for whoever asks why.

The earlier text is remembered as numbers of its words, so what can be shown is this item's own.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np

from pipeline.dedup.fingerprint import Fingerprint

__all__ = ["passages"]

_MOST: Final = 3
_MOST_CHARS: Final = 240

_SHARED: Final = 0.9
_DIFFERS: Final = 0.5


def passages(text: Fingerprint, covered: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the text's passages that stand in the earlier one, and those that do not.

    A passage is a sentence; one of which some words stand there is neither. Each at most three, the
    longest first, cut to some hundred characters.
    """
    ends = np.frombuffer(text.read.ends, "<i4").tolist()
    bounds = list(pairwise([0, *ends, len(text.text)]))
    sentences = text.read.sentences[: len(covered)]
    words = np.bincount(sentences, minlength=len(bounds)).tolist()
    inside = np.bincount(sentences, np.frombuffer(covered, np.uint8), len(bounds)).tolist()
    shared, differing = list[str](), list[str]()
    for (start, end), count, there in zip(bounds, words, inside, strict=False):
        sentence = " ".join(text.text[start:end].split())
        if not count or not sentence:
            continue
        if there >= _SHARED * count:
            shared.append(sentence)
        elif there <= _DIFFERS * count:
            differing.append(sentence)
    return _longest(shared), _longest(differing)


def _longest(found: list[str]) -> tuple[str, ...]:
    longest = sorted(found, key=len, reverse=True)[:_MOST]
    return tuple([t if len(t) <= _MOST_CHARS else f"{t[:_MOST_CHARS]}…" for t in longest])
