"""What others would say to the same pairs: MinHash LSH of two libraries, and SimHash.

None of them is needed by the project: ``pip install '.[eval]'``; what is not installed is left
out. Shingles are four words in a row, in lower case and without punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import blake2b
from importlib import import_module
from typing import Any, Protocol

__all__ = ["BASELINES", "Matcher", "shingles", "simhash"]

PERMUTATIONS = 128
_WORDS = 4
_BITS = 64
_MOST_APART = 3
"""Hamming distance of two SimHashes of 64 bits that are one page (Manku and others 2007)."""

_WORD = re.compile(r"\w+")


class Matcher(Protocol):
    """A memory of texts: which of those before is this one a copy of?"""

    def match(self, name: str, text: str) -> str | None:
        """Return the name of an earlier text that it repeats; without one remember this."""
        ...


def shingles(text: str) -> set[str]:
    """Return the runs of four words; a shorter text is one run."""
    words = _WORD.findall(text.casefold())
    runs = range(max(1, len(words) - _WORDS + 1))
    return {" ".join(words[n : n + _WORDS]) for n in runs}


def simhash(text: str) -> int:
    """Return Charikar's SimHash of the shingles, 64 bits."""
    counts = [0] * _BITS
    for shingle in shingles(text):
        bits = int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest(), "big")
        for n in range(_BITS):
            counts[n] += 1 if bits >> n & 1 else -1
    return sum(1 << n for n in range(_BITS) if counts[n] > 0)


class _SimHash:
    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def match(self, name: str, text: str) -> str | None:
        own = simhash(text)
        for other, bits in self._known.items():
            if (own ^ bits).bit_count() <= _MOST_APART:
                return other
        self._known[name] = own
        return None


class _Datasketch:
    """Candidates of the LSH whose estimated Jaccard reaches the threshold; the nearest."""

    def __init__(self, threshold: float) -> None:
        self._library: Any = import_module("datasketch")
        self._index = self._library.MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        self._threshold = threshold
        self._known: dict[str, Any] = {}

    def match(self, name: str, text: str) -> str | None:
        own = self._library.MinHash(num_perm=PERMUTATIONS)
        own.update_batch([one.encode() for one in shingles(text)])
        near = [(own.jaccard(self._known[one]), one) for one in self._index.query(own)]
        best = max(near, default=(0.0, ""))
        if best[0] >= self._threshold:
            return best[1]
        self._index.insert(name, own)
        self._known[name] = own
        return None


class _Rensa:
    """The same with rensa's R-MinHash; sixteen bands as its documentation has it."""

    _BANDS = 16

    def __init__(self, threshold: float) -> None:
        self._library: Any = import_module("rensa")
        self._index = self._library.RMinHashLSH(
            threshold=threshold, num_perm=PERMUTATIONS, num_bands=self._BANDS
        )
        self._threshold = threshold
        self._known: list[tuple[str, Any]] = []

    def match(self, name: str, text: str) -> str | None:
        own = self._library.RMinHash(num_perm=PERMUTATIONS, seed=1)
        own.update(sorted(shingles(text)))
        near = [(own.jaccard(self._known[n][1]), self._known[n][0]) for n in self._index.query(own)]
        best = max(near, default=(0.0, ""))
        if best[0] >= self._threshold:
            return best[1]
        self._index.insert(len(self._known), own)
        self._known.append((name, own))
        return None


BASELINES: dict[str, Callable[[], Matcher]] = {
    "datasketch MinHashLSH 0.5": lambda: _Datasketch(0.5),
    "datasketch MinHashLSH 0.8": lambda: _Datasketch(0.8),
    "rensa RMinHashLSH 0.5": lambda: _Rensa(0.5),
    "rensa RMinHashLSH 0.8": lambda: _Rensa(0.8),
    "SimHash, 64 bits, 3 apart": _SimHash,
}
"""A new memory of each kind; ``ModuleNotFoundError`` where its library is not installed."""
