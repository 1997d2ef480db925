"""What the letters of a text say of its language, among the languages of one script.

``languages.bin`` is compiled by ``python -m pipeline.tagging.build_language``; what it comes from
stands in ``LANGUAGES-LICENSE.md``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.tagging.language_scripts import GROUPS

__all__ = ["chances"]

_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST_RUN: Final = 5
_LONGEST_WORD: Final = 40
"""The end of a longer word, which is none, is not read."""

_STEP: Final = 12.0 / 255
"""What a byte of the table stands for, as a difference of logarithms."""

_DOUBT: Final = 2.5
"""Letters of a word depend on each other: so many of them say what one would if they did not.
Chosen on Wikinews and other texts to train on: of the answers said with 0.9, 9 in 10 are right."""

_SCARCE: Final = {"bs": 0.04, "nb": 0.04}
"""What each letter adds to languages of which fewer runs were counted than of their neighbours
(Croatian, Nynorsk), which win by that wherever a run is rare. This one number was chosen on
measure/language: without it 6 of 20 Bosnian texts of five sentences are right, with it 16."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Letters:
    runs: dict[str, int]
    costs: npt.NDArray[np.uint8]
    markers: dict[str, Floats]


@lru_cache(maxsize=len(GROUPS))
def _letters(group: str) -> _Letters:
    """Read what is known of one script (40 ms for the Latin one, 15 MB)."""
    file = resources.files("pipeline.tagging").joinpath("languages.bin")
    with file.open("rb") as binary:
        data = np.load(binary, allow_pickle=False)
        runs = data[f"{group}_runs"].tobytes().decode().split("\n")
        words = data[f"{group}_words"].tobytes().decode().split("\n")
        return _Letters(
            runs={run: number for number, run in enumerate(runs)},
            costs=data[f"{group}_costs"],
            markers=dict(zip(words, data[f"{group}_worth"], strict=False)),
        )


@lru_cache(maxsize=20_000)  # half of all words of a text are few
def _runs(word: str, group: str) -> list[int]:
    """Return for each letter the longest known run of letters that ends with it."""
    runs = _letters(group).runs
    found = []
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST_RUN), end):
            number = runs.get(word[start:end])
            if number is not None:
                found.append(number)
                break
    return found


def chances(text: str, group: str, hint: str = "", hint_worth: float = 0.0) -> dict[str, float]:
    """Return the probabilities of the likeliest languages of *group*; none without a word.

    *hint* is a language that somebody named; its logarithm is *hint_worth* higher.
    """
    words = _WORD.findall(text.lower())
    if not words:
        return {}
    known = _letters(group)
    rows: list[int] = []
    for word in words:
        rows += _runs(word[:_LONGEST_WORD], group)
    if not rows:
        return {}
    said = known.costs[rows].sum(axis=0, dtype=np.int32) * (-_STEP / _DOUBT)
    for word in known.markers.keys() & set(words):
        said += known.markers[word] / _DOUBT
    languages = GROUPS[group]
    for language, more in _SCARCE.items():
        if language in languages:
            said[languages.index(language)] += more * len(rows) / _DOUBT
    if hint in languages:
        said[languages.index(hint)] += hint_worth
    likely = np.exp(said - said.max())
    likely /= likely.sum()
    return {languages[n]: float(likely[n]) for n in likely.argsort()[:-4:-1].tolist()}
