"""Compile what letters say of languages: ``python -m pipeline.tagging.build_language WHEEL``.

WHEEL is ``lingua_language_detector-1.3.5-py3-none-any.whl`` (``pip download --no-deps
lingua-language-detector==1.3.5``; Apache License 2.0), whose JSON files hold, for 75 languages, how
often each letter follows up to four others within a word. Of all those runs of letters the ones
that tell languages of one script best apart are kept. Needs ``pip install brotli``, at training
time only; takes some three minutes and 3 GB. Writes ``languages.bin``; the same wheel gives the
same file.
"""

from __future__ import annotations

import importlib
import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt

from pipeline.tagging.language_scripts import GROUPS

__all__ = ["main"]

_FILES: Final = ("unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams")
_MOST_OF_ORDER: Final = (10**9, 10**9, 12_000, 20_000, 20_000)
"""Of how many runs of a length, the most frequent of each language, the best are chosen."""

_KEPT: Final = {"latin": 80_000, "cyrillic": 20_000, "arabic": 3_000, "devanagari": 3_000}
"""With twice as many, 0.1 % more sentences are right."""

_UNSEEN: Final = -14.0
_BACKOFF: Final = -1.0
"""What a run costs that a language does not have, beside the cost of its shorter end."""

MOST: Final = 12.0
"""The largest cost that is kept, against the likeliest language; a byte is a 255th of it."""

_MARKER: Final = 2.0
"""What a word of ``near_languages.txt`` is worth to its languages. Chosen on
measure/language, where 4 is no better."""

Floats = npt.NDArray[np.float32]


def _runs(wheel: ZipFile, language: str) -> Iterator[tuple[int, str, float]]:
    """Yield a language's runs of letters, shorter ones first: length, run, log-probability."""
    brotli = importlib.import_module("brotli")
    for length, name in enumerate(_FILES, start=1):
        packed = wheel.read(f"lingua/language-models/{language}/{name}.json.br")
        data: dict[str, Any] = json.loads(brotli.decompress(packed))
        for fraction, runs in data["ngrams"].items():
            times, of = fraction.split("/")
            for run in runs.split(" "):
                yield length, run, math.log(int(times) / int(of))


def _chosen(wheel: ZipFile, languages: tuple[str, ...]) -> list[str]:
    chosen: dict[str, None] = {}
    for language in languages:
        mass: dict[str, float] = {}
        by_length: dict[int, list[tuple[float, str]]] = {}
        for length, run, said in _runs(wheel, language):
            mass[run] = said + (mass.get(run[:-1], -20.0) if length > 1 else 0.0)
            by_length.setdefault(length, []).append((mass[run], run))
        for length, found in by_length.items():
            found.sort(reverse=True)
            chosen.update(dict.fromkeys(run for _, run in found[: _MOST_OF_ORDER[length - 1]]))
    return list(chosen)


def _table(wheel: ZipFile, languages: tuple[str, ...], kept: int) -> tuple[list[str], Any]:
    runs = _chosen(wheel, languages)
    row = {run: number for number, run in enumerate(runs)}
    said = np.full((len(runs), len(languages)), np.nan, np.float32)
    mass = np.full_like(said, -40.0)
    for column, language in enumerate(languages):
        own: dict[str, float] = {}
        for length, run, value in _runs(wheel, language):
            own[run] = value + (own.get(run[:-1], -20.0) if length > 1 else 0.0)
            if run in row:
                said[row[run], column] = value
                mass[row[run], column] = own[run]
    full = np.empty_like(said)
    tells = np.zeros(len(runs))
    for number in sorted(range(len(runs)), key=lambda n: len(runs[n])):
        run = runs[number]
        ends = ((cut, row[run[cut:]]) for cut in range(1, len(run)) if run[cut:] in row)
        cut, shorter = next(ends, (0, -1))
        base = full[shorter] + _BACKOFF * cut if cut else np.full(len(languages), _UNSEEN)
        full[number] = np.where(np.isnan(said[number]), base, said[number])
        apart = full[number] - base if len(run) > 1 else full[number]
        tells[number] = float((np.exp(mass[number]) * np.abs(apart - apart.mean())).sum())
        if len(run) == 1 and mass[number].max() > math.log(1e-5):
            tells[number] += 1e6  # a letter is always kept
    best = np.argsort(-tells, kind="stable")[:kept]
    costs = full[best].max(axis=1, keepdims=True) - full[best]
    table = np.round(np.minimum(costs, MOST) * 255 / MOST).astype(np.uint8)
    return [runs[n] for n in best], table


def _markers(languages: tuple[str, ...]) -> tuple[list[str], Any]:
    words: dict[str, set[str]] = {}
    for line in Path(__file__).with_name("near_languages.txt").read_text("utf-8").splitlines():
        language, _, listed = line.partition(": ")
        if not line.startswith("#") and language in languages:
            for word in listed.split():
                words.setdefault(word, set()).add(language)
    names = sorted(words)
    worth = [[_MARKER if code in words[word] else 0.0 for code in languages] for word in names]
    return names, np.array(worth, np.float32).reshape(len(names), len(languages))


def main(wheel: Path) -> None:
    """Write ``languages.bin`` beside this module."""
    arrays: dict[str, Any] = {}
    with ZipFile(wheel) as opened:
        for group, languages in GROUPS.items():
            runs, table = _table(opened, languages, _KEPT[group])
            words, worth = _markers(languages)
            arrays[f"{group}_runs"] = np.frombuffer("\n".join(runs).encode(), np.uint8)
            arrays[f"{group}_costs"] = table
            arrays[f"{group}_words"] = np.frombuffer("\n".join(words).encode(), np.uint8)
            arrays[f"{group}_worth"] = worth
    with Path(__file__).with_name("languages.bin").open("wb") as file:
        np.savez_compressed(file, **arrays)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
