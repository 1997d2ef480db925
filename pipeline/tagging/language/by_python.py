"""Sum up what the letters and words of a text cost each language, in plain Python.

It is what ``compiled.pyx`` does where it was built, number for number.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

__all__ = ["EVERY", "LONGEST", "MARKS", "WIDTH", "Reader", "count_scripts", "short_number"]

WIDTH: Final = 64
"""The places of a row, one a language; those left over are empty."""

LONGEST: Final = 5
"""Letters of the longest run."""

EVERY: Final = 64
"""So many letters lie between two looks whether the language is decided."""

MARKS: Final = (
    (0x900, 0x903),
    (0x93A, 0x93C),
    (0x93E, 0x94F),
    (0x951, 0x957),
    (0x962, 0x963),
)
"""Signs that belong to the words of Devanagari without being letters: vowels beside consonants."""

_TABLED: Final = 0x10000
_LOW: Final = 0xFFFFFFFFFFFFFFFF
_START: Final = 0xCBF29CE484222325
_PRIME: Final = 0x100000001B3
"""FNV-1a's numbers for 64 bits (public domain), over code points, as in ``pipeline.words``."""

Array = npt.NDArray[Any]


def count_scripts(text: str, script_of: Array, scripts: int) -> list[int]:
    """Return how many characters of a text are of each script; none beyond U+FFFF counts."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    counted = np.bincount(script_of[codes[codes < _TABLED]], minlength=scripts)
    return [int(times) for times in counted[:scripts]]


def short_number(word: str) -> int:
    """Return the number of a word in small letters: 40 bits, never 0."""
    number = _START
    for letter in word:
        number = ((number ^ ord(letter)) * _PRIME) & _LOW
    return _short(number)


def _short(number: int) -> int:
    number = ((number ^ (number >> 33)) * 0xFF51AFD7ED558CCD) & _LOW
    return ((number ^ (number >> 33)) >> 24) or 1


def _small(character: str) -> int:
    code = ord(character)
    if code >= _TABLED:
        return 0
    if character.isalpha():
        return ord(character.lower()[0])
    return code if 0x900 <= code < 0x964 and any(a <= code <= b for a, b in MARKS) else 0


class Reader:
    """What is known of the languages of one script.

    *letters* gives each letter of the script a number from 1 to 255; a run of up to five letters is
    the number that their numbers make, a byte each, and *runs* has a row of *costs* for each, a
    byte a language. *words* are numbers of words (:func:`short_number`); the gains of word ``i``
    are ``begins[i]`` to ``begins[i + 1]`` of *languages* and *gains*. Costs and gains are in the
    same steps; the language that costs least is the likeliest. *first* is what each costs before a
    letter is read. *longest* says how many letters the longest run has that ends with this one.
    *families* is the number of each language's family: doubt within one is no reason to read on.
    """

    def __init__(
        self,
        letters: Array,
        runs: Array,
        longest: Array,
        costs: Array,
        words: Array,
        begins: Array,
        languages: Array,
        gains: Array,
        first: Sequence[int],
        families: Sequence[int],
    ) -> None:
        self._letters: list[int] = letters.tolist()
        self._runs: dict[int, int] = {run: row for row, run in enumerate(runs.tolist())}
        self._costs = costs
        self._words: dict[int, int] = {word: row for row, word in enumerate(words.tolist())}
        self._begins: list[int] = begins.tolist()
        self._languages: list[int] = languages.tolist()
        self._gains: list[int] = gains.tolist()
        self._first = list(first)
        self._families = list(families)
        del longest  # it saves the compiled one steps

    def read(self, text: str, most: int, least: int, enough: int) -> tuple[int, list[int]]:
        """Return how many letters were read, and the cost of each language.

        It stops at the end of the word with which *most* letters are read; from *least* letters on
        also where the best language costs *enough* less than the best of another family.
        """
        rows: list[int] = []
        gained = [0] * WIDTH
        letters, length, key, number = 0, 0, 0, _START
        inside = False
        next_look = least
        for character in (*text, ""):
            small = _small(character) if character else 0
            if small:
                if not inside:
                    inside, key, length, number = True, 0, 0, _START
                number = ((number ^ small) * _PRIME) & _LOW
                letters += 1
                at = self._letters[small]
                key, length = (0, 0) if not at else (((key << 8) | at) & 0xFFFFFFFFFF, length + 1)
                row = self._longest_run(key, min(length, LONGEST))
                if row is not None:
                    rows.append(row)
                if letters >= 2 * most:
                    break
            elif inside:
                inside = False
                word = self._words.get(_short(number))
                if word is not None:
                    for n in range(self._begins[word], self._begins[word + 1]):
                        gained[self._languages[n]] += self._gains[n]
                if letters >= most:
                    break
                if letters >= next_look:
                    next_look = letters + EVERY
                    if self._is_decided(self._sums(rows, gained), enough):
                        break
        return letters, self._sums(rows, gained)

    def _is_decided(self, sums: list[int], enough: int) -> bool:
        best = min(sums)
        family = self._families[sums.index(best)]
        others = [cost for cost, own in zip(sums, self._families, strict=True) if own != family]
        return bool(others) and min(others) - best >= enough

    def _longest_run(self, key: int, length: int) -> int | None:
        if length and key & 0xFF not in self._runs:
            return None
        for n in range(length, 0, -1):
            row = self._runs.get(key & ((1 << (8 * n)) - 1))
            if row is not None:
                return row
        return None

    def _sums(self, rows: list[int], gained: list[int]) -> list[int]:
        costs = self._costs[rows].sum(axis=0, dtype=np.int64).tolist() if rows else [0] * WIDTH
        return [
            first + cost - gain
            for first, cost, gain in zip(self._first, costs, gained, strict=False)
        ]
