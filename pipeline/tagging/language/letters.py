"""What the letters and words of a text say of its language, among the languages of one script.

``languages.bin`` is compiled by ``python -m pipeline.tagging.language.build``; what it comes from
stands in ``LANGUAGES-LICENSE.md``.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from importlib import resources
from math import exp
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.tagging.language import by_python as language_by_python
from pipeline.tagging.language.scripts import FAMILIES, GROUPS

try:
    from pipeline.tagging.language.compiled import Reader
except ImportError:  # built without a compiler: the same answers, later
    from pipeline.tagging.language.by_python import Reader

__all__ = ["NEAR_STEP", "chances", "is_plainly", "reader_of"]

_STEP: Final = 0.2
NEAR_STEP: Final = 0.05
"""What a step of a table stands for, as a difference of logarithms; near languages differ less."""

_DOUBT: Final = 2.0
"""Letters and words depend on each other: so many of them say what one would if they did not.
Chosen on the sentences that come with eld 1.0.6, from which nothing else was taken."""

_PRIOR: Final = {
    **dict.fromkeys("ar de es fr it nl pl pt ru sv tr uk".split(), 0.6),
    **dict.fromkeys("bg bs ca cs da fa fi hi hr hu id ms nb ro sk sl sr ur vi".split(), 0.3),
    "en": 1.0,
    "gl": -2.0,
}
"""A few words in doubt are rather in a language of the larger agencies: by that much, as a
difference of logarithms. A guess; on the texts that the doubt was chosen on it spares one error of
thirty, half of that and one and a half times that do as well. Galician, whose statistics are the
weakest, would take one in fifty beginnings of Portuguese sentences without its own."""

_LEAST_LETTERS: Final = 150
_MOST_LETTERS: Final = 1000
_ENOUGH: Final = round(60.0 / _STEP)
"""It is read until one language is that much likelier than every other: e to the power of 60."""

_IMPOSSIBLE: Final = 12.0
"""Languages that are e to the power of that less likely do not count."""


_NEAR_DOUBT: Final = {"scandinavian": 1.0, "malay": 2.0, "serbo_croatian": 3.0}
"""The same for near languages. Chosen on the messages that ``language.build`` names."""

_NEAR_MOST: Final = 600
"""So many letters are read to tell near languages apart; a guess."""

_NEAR_ENOUGH: Final = 8.0
"""They are read until one is e to the power of that much likelier than the others; a guess."""

_PLAIN: Final = 0.99
"""From this probability on nobody looks closer. On those messages that changes one in a thousand
answers, for better or worse."""

_FAMILY_OF: Final = {code: name for name, codes in FAMILIES.items() for code in codes}


@lru_cache(maxsize=2 * len(GROUPS) + 2 * len(FAMILIES))
def reader_of(name: str, make: Any = Reader) -> language_by_python.Reader:
    """Read what is known of one script or family (the Latin script takes some 50 ms, 10 MB)."""
    if name in FAMILIES:
        languages = FAMILIES[name]
        first, families = [0] * len(languages), list(range(len(languages)))
    else:
        languages = GROUPS[name]
        first = [-round(_PRIOR.get(code, 0.0) * _DOUBT / _STEP) for code in languages]
        named = [_FAMILY_OF.get(code, code) for code in languages]
        families = [named.index(family) for family in named]
    file = resources.files("pipeline.tagging.language").joinpath("languages.bin")
    with file.open("rb") as binary:
        data = np.load(binary, allow_pickle=False)
        letters = data[f"{name}_letters"].tobytes().decode()
        numbers = np.zeros(0x10000, np.uint8)
        numbers[[ord(letter) for letter in letters]] = np.arange(1, len(letters) + 1)
        costs = data[f"{name}_costs"]
        wide = np.zeros((len(costs), language_by_python.WIDTH), np.uint8)
        wide[:, : costs.shape[1]] = costs
        times = data[f"{name}_times"]
        begins = np.zeros(len(times) + 1, np.int32)
        np.cumsum(times, out=begins[1:])
        read: language_by_python.Reader = make(
            numbers,
            _unpacked(data[f"{name}_runs"]),
            data[f"{name}_longest"],
            wide,
            _unpacked(data[f"{name}_words"]),
            begins,
            data[f"{name}_languages"],
            data[f"{name}_gains"],
            first,
            families,
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
    likely = _shares(languages, costs, _STEP / _DOUBT)
    best = next(iter(likely))
    family = _FAMILY_OF.get(best) if group == "latin" else None
    if family is None or likely[best] >= _PLAIN:
        return letters, likely
    near = _closer_look(text, family, hint, worth)
    together = sum(likely.pop(code, 0.0) for code in near)
    likely.update({code: together * share for code, share in near.items()})
    return letters, dict(sorted(likely.items(), key=lambda found: -found[1]))


_PLAINLY_LEAST: Final = 48
_PLAINLY_MOST: Final = 160
_PLAINLY_ENOUGH: Final = round(24.0 / _STEP)
"""Some eight words, and a lead that the doubt leaves e to the power of 12 of. A guess; the right
language of a sentence is borne out so three times of four, and no wrong one of 7,500."""


def is_plainly(text: str, group: str, kin: Collection[str]) -> bool:
    """Tell whether a few words of *text* leave no doubt that it is in a language of *kin*.

    It reads a third of what :func:`chances` reads; False only means that the few do not tell.
    """
    _, costs = reader_of(group).read(text, _PLAINLY_MOST, _PLAINLY_LEAST, _PLAINLY_ENOUGH)
    by_code = dict(zip(GROUPS[group], costs, strict=False))
    own = [by_code.pop(code) for code in kin if code in by_code]
    return bool(own) and min(by_code.values()) - min(own) >= _PLAINLY_ENOUGH


def _closer_look(text: str, family: str, hint: str, worth: float) -> dict[str, float]:
    """Return the probabilities of near languages, if the text is in one of them."""
    doubt = _NEAR_DOUBT[family]
    enough = round(_NEAR_ENOUGH * doubt / NEAR_STEP)
    _, costs = reader_of(family).read(text, _NEAR_MOST, 0, enough)
    languages = FAMILIES[family]
    if hint in languages:
        costs[languages.index(hint)] -= round(worth * doubt / NEAR_STEP)
    return _shares(languages, costs, NEAR_STEP / doubt)


def _shares(languages: tuple[str, ...], costs: list[int], step: float) -> dict[str, float]:
    """Return the probabilities of the languages that count, the likeliest first."""
    least = min(costs)
    limit = least + _IMPOSSIBLE / step
    near = [n for n, cost in enumerate(costs) if cost < limit]
    if len(near) == 1:
        return {languages[near[0]]: 1.0}
    near.sort(key=costs.__getitem__)
    shares = [exp((least - costs[n]) * step) for n in near]
    whole = sum(shares)
    return {languages[n]: share / whole for share, n in zip(shares, near, strict=True)}
