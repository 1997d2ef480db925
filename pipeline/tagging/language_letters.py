"""What the letters and words of a text say of its language, among the languages of one script.

``languages.bin`` is compiled by ``python -m pipeline.tagging.build_language``; what it comes from
stands in ``LANGUAGES-LICENSE.md``.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from math import exp
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.tagging import language_by_python
from pipeline.tagging.language_scripts import GROUPS

try:
    from pipeline.tagging.language_compiled import Reader
except ImportError:  # built without a compiler: the same answers, later
    from pipeline.tagging.language_by_python import Reader

__all__ = ["chances", "reader_of"]

_STEP: Final = 0.2
"""What a step of the table stands for, as a difference of logarithms."""

_DOUBT: Final = 2.0
"""Letters and words depend on each other: so many of them say what one would if they did not.
Chosen on the sentences that come with eld 1.0.6, from which nothing else was taken."""

_PRIOR: Final = {
    **dict.fromkeys("ar de es fr it nl pl pt ru sv tr uk".split(), 0.6),
    **dict.fromkeys("bg bs ca cs da fa fi hi hr hu id ms nb ro sk sl sr ur vi".split(), 0.3),
    "en": 1.0,
}
"""A few words in doubt are rather in a language of the larger agencies: by that much, as a
difference of logarithms. A guess; on the texts that the doubt was chosen on it spares one error of
thirty, half of that and one and a half times that do as well."""

_LEAST_LETTERS: Final = 150
_MOST_LETTERS: Final = 1000
_ENOUGH: Final = round(60.0 / _STEP)
"""It is read until one language is that much likelier than every other: e to the power of 60."""

_IMPOSSIBLE: Final = round(12.0 * _DOUBT / _STEP)
"""Languages that cost so much more are e to the power of 12 less likely: they do not count."""


@lru_cache(maxsize=2 * len(GROUPS))
def reader_of(group: str, make: Any = Reader) -> language_by_python.Reader:
    """Read what is known of one script (the Latin one takes some 50 ms, 10 MB)."""
    file = resources.files("pipeline.tagging").joinpath("languages.bin")
    with file.open("rb") as binary:
        data = np.load(binary, allow_pickle=False)
        letters = data[f"{group}_letters"].tobytes().decode()
        numbers = np.zeros(0x10000, np.uint8)
        numbers[[ord(letter) for letter in letters]] = np.arange(1, len(letters) + 1)
        costs = data[f"{group}_costs"]
        wide = np.zeros((len(costs), language_by_python.WIDTH), np.uint8)
        wide[:, : costs.shape[1]] = costs
        times = data[f"{group}_times"]
        begins = np.zeros(len(times) + 1, np.int32)
        np.cumsum(times, out=begins[1:])
        read: language_by_python.Reader = make(
            numbers,
            _unpacked(data[f"{group}_runs"]),
            data[f"{group}_longest"],
            wide,
            _unpacked(data[f"{group}_words"]),
            begins,
            data[f"{group}_languages"],
            data[f"{group}_gains"],
            [-round(_PRIOR.get(code, 0.0) * _DOUBT / _STEP) for code in GROUPS[group]],
        )
        return read


def _unpacked(steps: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint64]:
    """Return rising numbers from the bytes of their differences."""
    wide = np.zeros((steps.shape[1], 8), np.uint8)
    wide[:, :5] = steps.T
    return np.cumsum(wide.view(np.uint64)[:, 0], dtype=np.uint64)


def chances(
    text: str, group: str, hint: str = "", worth: float = 0.0
) -> tuple[int, dict[str, float]]:
    """Return how many letters were read, and the likeliest languages of *group*, best first.

    They come with their probabilities. *hint* is a language that somebody named; its logarithm is
    *worth* higher.
    """
    letters, costs = reader_of(group).read(text, _MOST_LETTERS, _LEAST_LETTERS, _ENOUGH)
    languages = GROUPS[group]
    if hint in languages:
        costs[languages.index(hint)] -= round(worth * _DOUBT / _STEP)
    least = min(costs)
    limit = least + _IMPOSSIBLE
    near = [n for n, cost in enumerate(costs) if cost < limit]
    if len(near) == 1:
        return letters, {languages[near[0]]: 1.0}
    near.sort(key=costs.__getitem__)
    shares = [exp((least - costs[n]) * (_STEP / _DOUBT)) for n in near]
    whole = sum(shares)
    return letters, {languages[n]: s / whole for s, n in zip(shares, near, strict=True)}
