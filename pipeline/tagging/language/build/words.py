"""What whole words say of languages: how much likelier each is in those that have it."""

from __future__ import annotations

import gzip
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final
from zipfile import ZipFile

import numpy as np
import numpy.typing as npt

from pipeline.tagging.language.build.runs import STEP, TO_LATIN
from pipeline.tagging.language.by_python import MARKS, short_number
from pipeline.tagging.language.scripts import FAMILIES

__all__ = ["Words", "gains_of_near_words", "gains_of_words", "listed_words", "read_words"]

_FILE: Final = "langidentify_full_model/data/topwords-{}.txt.gz"
_OTHER_NAME: Final = {"nb": "no"}

_FLOOR: Final = -15.0
"""The logarithm of how frequent the rarest words are that are listed; of one that a language does
not list, it is taken to be that."""

_MARKER: Final = 2.0
"""What a word of ``near_languages.txt`` is worth to its languages beside that."""

_LACKING: Final = 3.0
_SHORT: Final = 4
_TIMES: Final = 5
"""A word of two to four letters is taken to be lacking if the Universal Declaration has it so often
and its frequency there is e to the power of 3 higher than listed."""

_MARKS: Final = "".join(f"{chr(first)}-{chr(last)}" for first, last in MARKS)
_WORD: Final = re.compile(rf"(?:[^\W\d_]|[{_MARKS}])+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a group, their numbers rising, and the gains of each one after the other."""

    numbers: list[int]
    times: npt.NDArray[np.uint8]
    languages: npt.NDArray[np.uint8]
    gains: npt.NDArray[np.uint8]


def read_words(
    wheel: ZipFile, group: str, language: str, declared: Counter[str]
) -> dict[str, float]:
    """Return a language's words and the logarithms of how frequent they are.

    *declared* is how often each stands in the Universal Declaration: it adds short words that are
    lacking, and all its words if there is no list.
    """
    name = _FILE.format(_OTHER_NAME.get(language, language))
    whole = declared.total()
    if name not in wheel.namelist():
        return {word: math.log(n / whole) - 1 for word, n in declared.items() if len(word) > 1}
    shares: dict[str, float] = {}
    for line in gzip.decompress(wheel.read(name)).decode().splitlines():
        if line.startswith("#"):
            continue
        word, _, logarithm = line.rpartition(" ")
        word = word.strip("'’").lower()
        if language == "sr" and group == "latin":
            word = word.translate(TO_LATIN)
        if _WORD.fullmatch(word) and len(word) > 1:
            shares[word] = shares.get(word, 0.0) + math.exp(float(logarithm))
    for word, times in declared.items():
        share = times / whole
        listed = shares.get(word, math.exp(_FLOOR))
        often = times >= _TIMES and 1 < len(word) <= _SHORT
        if often and listed < share * math.exp(-_LACKING):
            shares[word] = share / math.e
    return {word: math.log(share) for word, share in shares.items()}


def listed_words(language: str) -> list[str]:
    """Return the words of ``near_languages.txt`` that a language has and its neighbours lack."""
    for line in Path(__file__).with_name("near_languages.txt").read_text("utf-8").splitlines():
        code, _, listed = line.partition(": ")
        if code == language:
            return listed.split()
    return []


def _markers(languages: tuple[str, ...]) -> dict[str, set[str]]:
    words: dict[str, set[str]] = {}
    for language in languages:
        for word in listed_words(language):
            words.setdefault(word, set()).add(language)
    return words


def gains_of_words(group: str, known: Mapping[str, Mapping[str, float]], kept: int) -> Words:
    """Return the words that tell the languages of a group best apart; so many are *kept*."""
    languages = tuple(known)
    family = {code: name for name, codes in FAMILIES.items() for code in codes}
    families = [family.get(code, code) for code in languages]
    count = len(set(families))
    markers = _markers(languages)
    gains = _gains_over_the_rarest(known)
    tells: dict[str, float] = {}
    for word, found in gains.items():
        best: dict[str, float] = {}
        for place, gain in found.items():
            best[families[place]] = max(gain, best.get(families[place], 0.0))
        mean = sum(best.values()) / count
        tells[word] = sum(math.exp(gain) * (gain - mean) for gain in best.values() if gain > mean)
    for word, named in markers.items():
        tells[word] = math.inf
        own = gains.setdefault(word, {})
        for language in named:
            place = languages.index(language)
            own[place] = own.get(place, 0.0) + _MARKER
    return _packed_up(gains, sorted(gains, key=lambda word: (-tells[word], word))[:kept], STEP)


def gains_of_near_words(
    known: Mapping[str, Mapping[str, float]], kept: int, step: float, doubt: float
) -> Words:
    """Return the words that tell near languages best apart; so many are *kept*.

    A word gains what it is likelier than in the language in the middle, or in the mean of two, less
    *doubt*: small differences are of what the lists were counted in.
    """
    gains: dict[str, dict[int, float]] = {}
    tells: dict[str, float] = {}
    for word, found in _gains_over_the_rarest(known).items():
        listed = [found.get(place, 0.0) for place in range(len(known))]
        middle = median(listed)
        clear = [gain - max(-doubt, min(doubt, gain - middle)) for gain in listed]
        least = min(clear)
        gains[word] = {place: gain - least for place, gain in enumerate(clear)}
        mean = sum(gains[word].values()) / len(known)
        apart = sum(abs(gain - mean) for gain in gains[word].values())
        tells[word] = sum(map(math.exp, listed)) * apart
    telling = [word for word, found in gains.items() if max(found.values()) >= step]
    best = sorted(telling, key=lambda word: (-tells[word], word))[:kept]
    return _packed_up(gains, best, step)


def _gains_over_the_rarest(
    known: Mapping[str, Mapping[str, float]],
) -> dict[str, dict[int, float]]:
    gains: dict[str, dict[int, float]] = {}
    for place, language in enumerate(known):
        for word, logarithm in known[language].items():
            gains.setdefault(word, {})[place] = max(0.0, logarithm - _FLOOR)
    return gains


def _packed_up(gains: Mapping[str, Mapping[int, float]], best: Iterable[str], step: float) -> Words:
    rows: dict[int, list[tuple[int, int]]] = {}
    for word in best:
        steps = [(n, min(255, round(gain / step))) for n, gain in sorted(gains[word].items())]
        rows[short_number(word)] = [(place, gain) for place, gain in steps if gain]
    numbers = sorted(rows)
    return Words(
        numbers=numbers,
        times=np.array([len(rows[number]) for number in numbers], np.uint8),
        languages=np.array([place for number in numbers for place, _ in rows[number]], np.uint8),
        gains=np.array([gain for number in numbers for _, gain in rows[number]], np.uint8),
    )
