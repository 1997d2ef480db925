"""Vectors of words from the company that they keep, for languages without a teacher."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy import sparse  # type: ignore[import-untyped]
from scipy.sparse.linalg import svds  # type: ignore[import-untyped]

from pipeline.words import signs
from pipeline.words.by_python import lower
from pipeline.words.reading import read_words

__all__ = ["context_vectors"]

_NEIGHBOURS: Final = 3000
"""The most frequent words count as company, before a word and after it."""


def context_vectors(texts: Iterable[str], *, least: int, width: int) -> dict[str, npt.NDArray[Any]]:
    """Return a vector for each word, in small letters, that stands *least* times in the texts."""
    rows = []
    for text in texts:
        words = read_words(text)
        starts, ends = words.starts.tolist(), words.ends.tolist()
        breaks = (words.gaps & (signs.PARAGRAPH | signs.LINE)) > 0
        row: list[str] = []
        for start, end, new in zip(starts, ends, breaks[:-1].tolist(), strict=True):
            if new:
                row.append("")
            row.append(lower(text[start:end]))
        rows.append(row)
    counts = Counter(word for row in rows for word in row if word)
    known = {w: n for n, (w, times) in enumerate(counts.most_common()) if times >= least}
    near: Counter[tuple[int, int]] = Counter()
    for row in rows:
        for one, then in pairwise(row):
            a, b = known.get(one, -1), known.get(then, -1)
            if a >= 0 and 0 <= b < _NEIGHBOURS:
                near[a, b] += 1
            if b >= 0 and 0 <= a < _NEIGHBOURS:
                near[b, _NEIGHBOURS + a] += 1
    at = np.array(sorted(near), np.int64).reshape(-1, 2)
    times = np.array([near[a, b] for a, b in at.tolist()], np.float64)
    table = sparse.csr_matrix((times, (at[:, 0], at[:, 1])), shape=(len(known), 2 * _NEIGHBOURS))
    of_rows, of_columns = (
        np.asarray(table.sum(axis=1)).ravel(),
        np.asarray(table.sum(axis=0)).ravel(),
    )
    table = table.tocoo()
    worth = np.log(
        table.data * times.sum() / (of_rows[table.row] * of_columns[table.col] ** 0.75 + 1e-9)
    )
    worth = np.maximum(worth - np.log(times.sum() ** 0.25), 0)
    table = sparse.csr_matrix((worth, (table.row, table.col)), shape=table.shape)
    left, strength, _ = svds(table, k=width, v0=np.ones(min(table.shape)))
    vectors = left * np.sqrt(strength)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.maximum(lengths, 1e-9)
    return {word: vectors[n].astype(np.float32) for word, n in known.items()}
