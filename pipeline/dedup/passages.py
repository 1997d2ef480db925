"""Which passages of a text stand in an earlier one, and which do not: for whoever asks why.

The earlier text is remembered as numbers of its words, so what can be shown is this item's own.
"""

from __future__ import annotations

import re
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.dedup.fingerprint import Fingerprint
from pipeline.dedup.words import read_words
from schemas.wire import WireItem

__all__ = ["passages"]

_MOST: Final = 3
_MOST_CHARS: Final = 240

_SENTENCE: Final = re.compile(
    r"[^.!?\u2026\u3002\n]+(?:[.!?\u2026\u3002]+(?!\s)[^.!?\u2026\u3002\n]*)*[.!?\u2026\u3002]*"
)
"""A run of words up to a mark that ends a sentence before a blank; a line's end ends one too."""

_SHARED: Final = 0.9
_DIFFERS: Final = 0.5


def passages(
    item: WireItem, text: Fingerprint, covered: npt.NDArray[np.bool_]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return this item's passages that stand in the earlier text, and those that do not.

    Each at most three, the longest first, cut to some hundred characters.
    """
    places = text.places[: len(covered)]
    shared, differing = list[str](), list[str]()
    word = 0
    for match in _SENTENCE.finditer("\n".join([block.text for block in item.body])):
        sentence = match.group().strip()
        count = len(read_words(sentence).hashes)
        inside = covered[np.searchsorted(places, word) : np.searchsorted(places, word + count)]
        word += count
        if not len(inside):
            continue
        share = float(inside.mean())
        if share >= _SHARED:
            shared.append(sentence)
        elif share <= _DIFFERS:
            differing.append(sentence)
    return _longest(shared), _longest(differing)


def _longest(found: list[str]) -> tuple[str, ...]:
    longest = sorted(found, key=len, reverse=True)[:_MOST]
    return tuple([t if len(t) <= _MOST_CHARS else f"{t[:_MOST_CHARS]}…" for t in longest])
