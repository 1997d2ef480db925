"""What runs of letters say of languages: how much each costs them against the likeliest."""

from __future__ import annotations

import importlib
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt

from pipeline.tagging.language.scripts import FAMILIES

__all__ = ["STEP", "Runs", "table_of_runs"]

_FILES: Final = ("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams")
_MOST_OF_ORDER: Final = (10**9, 10**9, 12_000, 20_000, 20_000)
"""Of how many runs of a length, the most frequent of each language, the best are chosen."""

_UNSEEN: Final = -14.0
_BACKOFF: Final = -1.0
"""What a run costs that a language does not have, beside the cost of its shorter end."""

_MOST: Final = 12.0
"""The largest cost that is kept, against the likeliest language."""

STEP: Final = 0.2
"""What a step of a cost or gain stands for, as a difference of logarithms. Finer steps make the
file larger and no answer better."""

TO_LATIN: Final = str.maketrans(
    {
        **dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True)),
        "љ": "lj",
        "њ": "nj",
        "џ": "dž",
    }
)
"""Serbian is written in both scripts, letter for letter; the statistics are of the Cyrillic one."""

_FROM_WORDS: Final = {
    ("arabic", "ps"), ("latin", "gl"), ("latin", "lb"), ("latin", "om"),
}  # fmt: skip
"""Languages that Lingua does not know: their runs are counted in their words."""

_BORROWED: Final = {("devanagari", "ne"): ("hi", "mr")}
"""Languages of which there are no statistics, and those whose runs theirs are like: each run costs
a little more than it costs the likeliest of these, so that whole words decide."""

_BORROWING: Final = 2
"""How many steps more. Chosen on other texts than are measured: with 1 some Marathi sentences are
called Nepali, with 3 no fewer than with 2."""

_RAREST: Final = math.exp(-15.0)

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of a group, as numbers of a byte a letter, rising; see ``Reader``."""

    letters: str
    """The letters; a letter's number is its place here, from 1."""
    keys: list[int]
    longest: npt.NDArray[np.uint8]
    costs: npt.NDArray[np.uint8]


class _Source:
    """The runs of the languages of a group, wherever they are counted."""

    def __init__(
        self, wheel: ZipFile, group: str, words: Mapping[str, Mapping[str, float]]
    ) -> None:
        self._wheel = wheel
        self._group = group
        self._words = words
        self.languages = tuple(code for code in words if (group, code) not in _BORROWED)

    def of(self, language: str) -> Iterator[tuple[int, str, float]]:
        """Yield a language's runs, shorter ones first: length, run, log-probability."""
        if (self._group, language) in _FROM_WORDS:
            yield from _counted(self._words[language])
        elif (self._group, language) == ("latin", "sr"):
            yield from _transliterated(self._by_lingua(language))
        else:
            yield from self._by_lingua(language)

    def _by_lingua(self, language: str) -> Iterator[tuple[int, str, float]]:
        brotli = importlib.import_module("brotli")
        for length, name in enumerate(_FILES, start=1):
            packed = self._wheel.read(f"lingua/language-models/{language}/{name}.json.br")
            data: dict[str, Any] = json.loads(brotli.decompress(packed))
            for fraction, runs in data["ngrams"].items():
                times, of = fraction.split("/")
                for run in runs.split(" "):
                    yield length, run, math.log(int(times) / int(of))


def _counted(words: Mapping[str, float]) -> Iterator[tuple[int, str, float]]:
    shares: list[dict[str, float]] = [{} for _ in range(len(_FILES) + 1)]
    for word, logarithm in words.items():
        share = math.exp(logarithm)
        for length in range(1, len(_FILES) + 1):
            for start in range(len(word) - length + 1):
                run = word[start : start + length]
                shares[length][run] = shares[length].get(run, 0.0) + share
    shares[0][""] = sum(shares[1].values())
    for length in range(1, len(_FILES) + 1):
        for run, share in shares[length].items():
            if share > _RAREST:
                yield length, run, math.log(share / shares[length - 1][run[:-1]])


def _transliterated(
    runs: Iterator[tuple[int, str, float]],
) -> Iterator[tuple[int, str, float]]:
    """Yield Serbian runs in Latin letters, where some letters are two."""
    own: dict[str, float] = {"": 0.0}
    shares: list[dict[str, float]] = [{} for _ in range(len(_FILES) + 1)]
    for length, run, value in runs:
        own[run] = value + own.get(run[:-1], -20.0)
        latin = run.translate(TO_LATIN)
        for start in range(len(run[0].translate(TO_LATIN))):
            ended = latin[start : start + length]
            if len(ended) == length:
                shares[length][ended] = shares[length].get(ended, 0.0) + math.exp(own[run])
    shares[0][""] = sum(shares[1].values())
    for length in range(1, len(_FILES) + 1):
        for run, share in shares[length].items():
            whole = shares[length - 1].get(run[:-1], 0.0)
            if whole > 0.0:
                yield length, run, math.log(min(1.0, share / whole))


def _chosen(source: _Source) -> list[str]:
    chosen: dict[str, None] = {}
    for language in source.languages:
        mass: dict[str, float] = {}
        by_length: dict[int, list[tuple[float, str]]] = {}
        for length, run, said in source.of(language):
            mass[run] = said + (mass.get(run[:-1], -20.0) if length > 1 else 0.0)
            by_length.setdefault(length, []).append((mass[run], run))
        for length, found in by_length.items():
            found.sort(reverse=True)
            chosen.update(dict.fromkeys(run for _, run in found[: _MOST_OF_ORDER[length - 1]]))
    return list(chosen)


def table_of_runs(
    wheel: ZipFile,
    group: str,
    words: Mapping[str, Mapping[str, float]],
    kept: int,
    step: float = STEP,
    worth: float = 1.0,
) -> Runs:
    """Return the runs that tell the languages of a group best apart; *words* are theirs.

    So many are *kept*. Costs are in *step*, and so much of them is believed. What tells only near
    languages apart is left to a table of their own.
    """
    source = _Source(wheel, group, words)
    languages = source.languages
    runs = _chosen(source)
    row = {run: number for number, run in enumerate(runs)}
    said = np.full((len(runs), len(languages)), np.nan, np.float32)
    mass = np.full_like(said, -40.0)
    for column, language in enumerate(languages):
        own: dict[str, float] = {}
        for length, run, value in source.of(language):
            own[run] = value + (own.get(run[:-1], -20.0) if length > 1 else 0.0)
            if run in row:
                said[row[run], column] = value
                mass[row[run], column] = own[run]
    full = np.empty_like(said)
    tells = np.zeros(len(runs))
    together = _together(languages)
    for number in sorted(range(len(runs)), key=lambda n: len(runs[n])):
        run = runs[number]
        ends = ((cut, row[run[cut:]]) for cut in range(1, len(run)) if run[cut:] in row)
        cut, shorter = next(ends, (0, -1))
        base = full[shorter] + _BACKOFF * cut if cut else np.full(len(languages), _UNSEEN)
        full[number] = np.where(np.isnan(said[number]), base, said[number])
        apart = together @ (full[number] - base if len(run) > 1 else full[number])
        tells[number] = float((np.exp(mass[number]) * np.abs(apart - apart.mean())).sum())
        if len(run) == 1 and mass[number].max() > math.log(1e-5):
            tells[number] += 1e6  # a letter is always kept
    best = np.argsort(-tells, kind="stable")[:kept].tolist()
    costs = full[best].max(axis=1, keepdims=True) - full[best]
    rounded = np.round(np.minimum(costs, _MOST) * (worth / step)).astype(np.uint8)
    return _numbered([runs[number] for number in best], _with_borrowed(rounded, group, words))


def _together(languages: tuple[str, ...]) -> Floats:
    """Return a matrix that gives near languages the mean of theirs, unless there are no others."""
    matrix = np.eye(len(languages), dtype=np.float32)
    for family in FAMILIES.values():
        places = [place for place, code in enumerate(languages) if code in family]
        if len(places) < len(languages):
            for place in places:
                matrix[place] = 0.0
                matrix[place, places] = 1.0 / len(places)
    return matrix


def _with_borrowed(
    costs: npt.NDArray[np.uint8], group: str, languages: Iterable[str]
) -> npt.NDArray[np.uint8]:
    """Return the costs of every language of a group, in their order."""
    counted = [code for code in languages if (group, code) not in _BORROWED]
    column = {code: costs[:, place] for place, code in enumerate(counted)}
    for (there, code), models in _BORROWED.items():
        if there == group:
            column[code] = np.min([column[model] for model in models], axis=0) + _BORROWING
    return np.stack([column[code] for code in languages], axis=1).astype(np.uint8)


def _numbered(runs: list[str], costs: npt.NDArray[np.uint8]) -> Runs:
    letters = "".join([run for run in runs if len(run) == 1][:255])
    number = {letter: place for place, letter in enumerate(letters, start=1)}
    kept = [n for n, run in enumerate(runs) if all(letter in number for letter in run)]
    keys = {n: int.from_bytes([number[letter] for letter in runs[n]], "big") for n in kept}
    kept.sort(key=keys.__getitem__)
    longest: dict[str, int] = {}
    for n in kept:
        for cut in range(len(runs[n])):
            end = runs[n][cut:]
            longest[end] = max(longest.get(end, 0), len(runs[n]))
    return Runs(
        letters=letters,
        keys=[keys[n] for n in kept],
        longest=np.array([longest[runs[n]] for n in kept], np.uint8),
        costs=np.ascontiguousarray(costs[kept]),
    )
