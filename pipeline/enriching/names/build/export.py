"""Turn a trained network of ``names.build`` into the whole numbers that ship."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.enriching.names.build.lists import Lists
from pipeline.enriching.names.build.training import Network
from pipeline.enriching.names.build.vocabulary import Vocabulary
from pipeline.words.by_python import lower, number_of

__all__ = ["whole_numbers"]

Array = npt.NDArray[Any]

_STEPS: Final = 40.0
"""Steps of what a hidden unit reads to 1.0."""
_OUT_STEPS: Final = 200.0
_MOST_STEPS: Final = 1500
"""So that the sum of sixteen of them and of fifteen words' rows fits into 16 bits."""
_MOST: Final = 8.0
"""How much one mention may say for the others of its word: the logarithm of the odds."""


def whole_numbers(
    net: Network,
    vocabulary: Vocabulary,
    lists: Lists,
    *,
    languages: list[str] | None = None,
    spoken: list[str] | None = None,
    share: int = 60,
) -> tuple[dict[str, Array], dict[str, Any]]:
    """Return the arrays and the settings of a tagger as ``model`` reads them."""
    dense, hidden = net.dense, net.hidden
    embedded = net.embed(np.arange(net.features.shape[0]))
    # The products of both must come out in steps: their scales are bound by a power of two.
    scale = 127.0 / float(np.quantile(np.abs(embedded), 0.9995))
    window = dense["window"]
    largest = float(np.abs(window).max())
    shift = 0
    while _STEPS * (1 << (shift + 1)) / scale * largest <= 127.0:
        shift += 1
    window_scale = _STEPS * (1 << shift) / scale
    places = window.shape[1] // hidden

    def steps(values: Array, by: float = _STEPS) -> Array:
        limited = np.clip(np.round(values * by), -_MOST_STEPS, _MOST_STEPS)
        return np.ascontiguousarray(limited, np.int16)

    arrays: dict[str, Array] = {
        "words": np.array(list(vocabulary.known), np.uint64),
        "rows": np.array(list(vocabulary.known.values()), np.int32),
        "spelled": np.array(list(vocabulary.spelled), np.uint64),
        "spelled_rows": np.array(list(vocabulary.spelled.values()), np.int32).reshape(-1, 2),
        "embedded": np.clip(np.round(embedded * scale), -127, 127).astype(np.int8),
        "window": np.clip(np.round(window * window_scale), -127, 127)
        .astype(np.int8)
        .reshape(-1, places, hidden),
        "by_shape": steps(dense["shape"]),
        "by_gap": steps(dense["gap"]),
        "by_item": steps(dense["item"]),
        "by_language": steps(dense["language"]),
        "bias": steps(dense["bias"]),
        "out": steps(dense["out"].T, _OUT_STEPS),
        "out_bias": np.round(dense["out_bias"] * _STEPS * _OUT_STEPS).astype(np.int32),
    }
    for key, names in (("women", lists.women - lists.men), ("men", lists.men - lists.women)):
        arrays[key] = np.array(sorted(number_of(lower(name)) for name in names), np.uint64)
    about: dict[str, Any] = {
        "languages": languages or [],
        "spoken": spoken or ["en"],
        "shift": shift,
        "unit": int(_STEPS * _OUT_STEPS),
        "most": int(_MOST * _STEPS * _OUT_STEPS),
        "share": share,
    }
    return arrays, about
