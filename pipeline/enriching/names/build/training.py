"""Train the small network of ``names.build``: word rows, a window of five words, one hidden layer.

With numpy and scipy, on one core; seeds are fixed.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy import sparse  # type: ignore[import-untyped]

from pipeline.enriching.names.signs import GAP_KINDS, ITEM_KINDS, SHAPES

__all__ = ["Network", "Read", "train"]

Array = npt.NDArray[Any]

REACH: Final = 2
"""How many words on each side are seen."""
_BATCH: Final = 1500
"""Words."""


@dataclass(slots=True)
class Read:
    """Documents as numbers, all in one row, two empty words between."""

    rows: Array
    """Three rows of the table for each word: the word's own, or three of its endings; -1: none."""
    shapes: Array
    gaps: Array
    """The kind of the gap before each word."""
    items: Array
    languages: Array
    tags: Array
    """-1 where nothing is to be learnt."""
    weight: Array


class Network:
    """The network in floating point, as it is trained."""

    def __init__(
        self,
        features: Any,
        vectors: Array,
        *,
        width: int,
        hidden: int,
        tags: int,
        languages: int,
        seed: int,
    ) -> None:
        chance = np.random.default_rng(seed)
        self.features = features.tocsr().astype(np.float32)
        self.vectors = vectors.astype(np.float32)

        def begin(*shape: int, scale: float) -> Array:
            return (chance.standard_normal(shape) * scale).astype(np.float32)

        count = self.features.shape[1]
        self.sparse = {"table": begin(count, width, scale=0.1)}
        self.dense = {
            "project": begin(vectors.shape[1], width, scale=0.3),
            "window": begin(width, (2 * REACH + 1) * hidden, scale=0.12),
            "shape": begin(2 * REACH + 1, SHAPES, hidden, scale=0.05),
            "gap": begin(4, GAP_KINDS, hidden, scale=0.05),
            "item": begin(3, ITEM_KINDS, hidden, scale=0.05),
            "language": begin(languages, hidden, scale=0.05),
            "bias": np.zeros(hidden, np.float32),
            "out": begin(hidden, tags, scale=0.1),
            "out_bias": np.zeros(tags, np.float32),
        }
        self.hidden = hidden

    def embed(self, rows: Array, keep: tuple[Array, Array] | None = None) -> Array:
        """Return the vectors of some rows of the table."""
        some = self.features[rows]
        vectors = self.vectors[rows]
        if keep is not None:
            kept, with_vector = keep
            some = some.copy()
            some.data *= kept[some.indices] if kept.ndim == 1 else kept
            vectors = vectors * with_vector[:, None]
        return np.asarray(some @ self.sparse["table"] + vectors @ self.dense["project"])


def shifted(x: Array, by: int) -> Array:
    """Return *x* so that row i holds what stood in row i + by; zero beyond the ends."""
    out = np.zeros_like(x)
    if by == 0:
        return x
    if by > 0:
        out[:-by] = x[by:]
    else:
        out[-by:] = x[:by]
    return out


def masks(gaps: Array) -> dict[int, Array]:
    """Return for each place of the window whether its word stands in the same paragraph."""
    same = (gaps != 1).astype(np.float32)  # with the word before
    same_next = np.append(same[1:], 0).astype(np.float32)
    before2 = same * np.append([0], same[:-1]).astype(np.float32)
    after2 = same_next * np.append(same_next[1:], 0).astype(np.float32)
    return {-2: before2, -1: same, 0: np.ones_like(same), 1: same_next, 2: after2}


class Batch:
    """The forward and the backward pass over some words in a row."""

    def __init__(
        self,
        net: Network,
        read: Read,
        part: slice,
        chance: np.random.Generator | None,
        drop: float,
        drop_features: float,
    ) -> None:
        self.net, self.read, self.part = net, read, part
        rows = read.rows[part]
        self.unique, inverse = np.unique(rows, return_inverse=True)
        inverse = inverse.reshape(rows.shape)
        count, words = len(self.unique), len(rows)
        at = np.repeat(np.arange(words), 3)
        ok = (rows >= 0).ravel()
        self.gather = sparse.csr_matrix(
            (np.ones(ok.sum(), np.float32), (at[ok], inverse.ravel()[ok])), shape=(words, count)
        )
        self.some = net.features[np.maximum(self.unique, 0)]
        vectors = net.vectors[np.maximum(self.unique, 0)]
        if chance is not None and drop_features:
            # whole words lose what is known of them, so that the words around them must tell
            self.some = self.some.copy()
            lengths = np.diff(self.some.indptr)
            lost = np.repeat(chance.random(count) < drop_features, lengths)
            lost &= chance.random(len(self.some.data)) < 0.7
            self.some.data[lost] = 0
            vectors = vectors * (chance.random(count) > drop_features)[:, None].astype(np.float32)
        self.vectors = vectors
        dense = net.dense
        self.embedded = self.some @ net.sparse["table"] + vectors @ dense["project"]
        self.e = self.gather @ self.embedded
        self.e_mask = None
        if chance is not None and drop:
            self.e_mask = (chance.random(self.e.shape) > 0.1).astype(np.float32) / 0.9
            self.e = self.e * self.e_mask
        shapes, self.gaps = read.shapes[part], read.gaps[part]
        self.masks = masks(self.gaps)
        hidden = net.hidden
        full = self.e @ dense["window"]
        pre = np.tile(dense["bias"], (words, 1))
        for n, by in enumerate(range(-REACH, REACH + 1)):
            seen = full[:, n * hidden : (n + 1) * hidden] + dense["shape"][n][shapes]
            pre += shifted(seen, by) * self.masks[by][:, None]
        self.gap_places = self._gap_places()
        for n, (kinds, mask) in enumerate(self.gap_places):
            pre += dense["gap"][n][kinds] * mask[:, None]
        self.items, self.languages = read.items[part], read.languages[part]
        pre += dense["language"][self.languages]
        for n, by in enumerate((-1, 0, 1)):
            pre += shifted(dense["item"][n][self.items], by) * self.masks[by][:, None]
        self.h = np.maximum(pre, 0)
        self.h_mask = (pre > 0).astype(np.float32)
        if chance is not None and drop:
            self.h_mask *= (chance.random(pre.shape) > drop).astype(np.float32) / (1 - drop)
            self.h = pre * self.h_mask
        self.logits = self.h @ dense["out"] + dense["out_bias"]

    def _gap_places(self) -> list[tuple[Array, Array]]:
        gaps, masks = self.gaps, self.masks
        after = np.append(gaps[1:], 1)
        return [
            (shifted(gaps, -1), masks[-1]),
            (gaps, masks[0]),
            (after, masks[0]),
            (np.append(after[1:], 1), masks[1]),
        ]

    def learn(self) -> tuple[float, dict[str, Array], tuple[Array, Array]]:
        """Return the loss, the slopes of the dense arrays, and those of rows of the table."""
        dense, hidden = self.net.dense, self.net.hidden
        tags, weight = self.read.tags[self.part], self.read.weight[self.part]
        known = np.flatnonzero((tags >= 0) & (weight > 0))
        logits = self.logits[known]
        logits = logits - logits.max(axis=1, keepdims=True)
        chance = np.exp(logits)
        chance /= chance.sum(axis=1, keepdims=True)
        picked = chance[np.arange(len(known)), tags[known]]
        w = weight[known]
        total = max(float(w.sum()), 1.0)
        loss = float(-(np.log(picked + 1e-9) * w).sum() / total)
        chance[np.arange(len(known)), tags[known]] -= 1
        d_logits = np.zeros_like(self.logits)
        d_logits[known] = chance * (w / total)[:, None]
        slopes = {"out": self.h.T @ d_logits, "out_bias": d_logits.sum(axis=0)}
        d_pre = (d_logits @ dense["out"].T) * self.h_mask
        slopes["bias"] = d_pre.sum(axis=0)
        d_full = np.empty((len(d_pre), (2 * REACH + 1) * hidden), np.float32)
        shapes = self.read.shapes[self.part]
        slopes["shape"] = np.zeros_like(dense["shape"])
        for n, by in enumerate(range(-REACH, REACH + 1)):
            back = shifted(d_pre * self.masks[by][:, None], -by)
            d_full[:, n * hidden : (n + 1) * hidden] = back
            slopes["shape"][n] = _sum_by(shapes, back, SHAPES)
        slopes["gap"] = np.stack(
            [_sum_by(k, d_pre * m[:, None], GAP_KINDS) for k, m in self.gap_places]
        )
        slopes["language"] = _sum_by(self.languages, d_pre, len(dense["language"]))
        slopes["item"] = np.stack(
            [
                _sum_by(self.items, shifted(d_pre * self.masks[by][:, None], -by), ITEM_KINDS)
                for by in (-1, 0, 1)
            ]
        )
        slopes["window"] = self.e.T @ d_full
        d_e = d_full @ dense["window"].T
        if self.e_mask is not None:
            d_e *= self.e_mask
        d_embedded = self.gather.T @ d_e
        slopes["project"] = self.vectors.T @ d_embedded
        d_table = self.some.T.tocsr() @ d_embedded
        touched = np.unique(self.some.indices)
        return loss, slopes, (touched, d_table[touched])


def _sum_by(values: Array, slopes: Array, count: int) -> Array:
    by = sparse.csr_matrix(
        (np.ones(len(values), np.float32), (values, np.arange(len(values)))),
        shape=(count, len(values)),
    )
    return np.asarray(by @ slopes)


class _Adam:
    def __init__(self, arrays: dict[str, Array]) -> None:
        self.first = {k: np.zeros_like(v) for k, v in arrays.items()}
        self.second = {k: np.zeros_like(v) for k, v in arrays.items()}
        self.steps = 0

    def step(
        self,
        arrays: dict[str, Array],
        slopes: dict[str, Array],
        rate: float,
        decay: dict[str, float],
    ) -> None:
        self.steps += 1
        a, b = 1 - 0.9**self.steps, 1 - 0.999**self.steps
        for name, slope in slopes.items():
            first, second = self.first[name], self.second[name]
            first += 0.1 * (slope - first)
            second += 0.001 * (slope * slope - second)
            arrays[name] -= rate * (first / a) / (np.sqrt(second / b) + 1e-8)
            if decay.get(name):
                arrays[name] *= 1 - rate * decay[name]


def batches(read: Read) -> list[slice]:
    """Return the parts of the documents, cut at the empty words between them."""
    empty = np.flatnonzero((read.rows[:, 0] < 0) & (read.shapes == 0))
    cuts, last = [0], 0
    for at in empty.tolist():
        if at - last >= _BATCH:
            cuts.append(at)
            last = at
    cuts.append(len(read.rows))
    return [slice(a, b) for a, b in pairwise(cuts) if b > a]


def train(
    net: Network,
    sets: list[list[Read]],
    *,
    epochs: int,
    rate: float = 0.002,
    seed: int = 7,
    drop: float = 0.3,
    drop_features: float = 0.15,
    seconds: float = 840.0,
    say: Any = print,
    check: Any = None,
) -> None:
    """Train on one list of documents an epoch (they take turns), each in its own order."""
    chance = np.random.default_rng(seed)
    adam = _Adam(net.dense)
    table = net.sparse["table"]
    squares = np.full((len(table), 1), 1e-8, np.float32)
    decay = {"project": 1.0, "window": 0.5, "shape": 0.5, "out": 0.5, "gap": 0.5, "item": 0.5}
    start = time.monotonic()
    plans = [[(read, part) for read in reads for part in batches(read)] for reads in sets]
    for epoch in range(epochs):
        plan = plans[epoch % len(plans)]
        order = chance.permutation(len(plan))
        now = rate * 0.5 * (1 + np.cos(np.pi * epoch / epochs))
        losses = []
        for number in order.tolist():
            read, part = plan[number]
            batch = Batch(net, read, part, chance, drop, drop_features)
            loss, slopes, (touched, slope) = batch.learn()
            losses.append(loss)
            adam.step(net.dense, slopes, now, decay)
            squares[touched] += (slope * slope).mean(axis=1, keepdims=True)
            table[touched] -= now * 15 * slope / np.sqrt(squares[touched])
        say(f"epoch {epoch}: loss {np.mean(losses):.4f}, {time.monotonic() - start:.0f} s")
        if check is not None:
            check(net, epoch)
