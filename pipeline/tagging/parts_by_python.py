"""Find words by their parts in Python alone: what ``compiled_parts.pyx`` does where it is built."""

from __future__ import annotations

from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt

from pipeline.words.by_python import lower, number_of, rows

__all__ = ["FEWEST", "FILTER", "SIGNS", "Kind", "find_parts", "state_of"]

FEWEST: Final = 3
"""Letters of a part at least; two letters begin half of a language."""

_LONGEST: Final = 64
"""A word with more letters is none: only whether it is listed as a whole is looked up."""

FILTER: Final = 0x3FFF
"""The bits of the state after ``FEWEST`` letters that tell whether a part begins so."""

Kind = Literal["whole", "cased", "begins", "ends", "inside"]

SIGNS: Final[dict[Kind, int]] = {
    "whole": 0,
    "cased": 0x9E3779B97F4A7C15,
    "begins": 0xC2B2AE3D27D4EB4F,
    "ends": 0x165667B19E3779F9,
    "inside": 0x27D4EB2F165667C5,
}
"""What tells the kinds of one part apart, in its number; any numbers would do."""

Array = npt.NDArray[Any]


def state_of(part: str) -> int:
    """Return the number that grows letter by letter (FNV-1a), before it is spread."""
    state = 0xCBF29CE484222325
    for character in part:
        state = ((state ^ ord(character)) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return state


def find_parts(
    table: tuple[Array, Array],
    begins: Array,
    inside: Array | None,
    text: str,
    starts: Array,
    ends: Array,
    plain: Array,
    cased: Array,
) -> list[tuple[int, int]]:
    """Return each word's place with the rows of its parts: whole, beginnings, then those within."""
    places: list[int] = []
    numbers: list[int] = []
    every = zip(starts.tolist(), ends.tolist(), plain.tolist(), cased.tolist(), strict=True)
    for word, (start, end, small, written) in enumerate(every):
        sought = [small, written ^ SIGNS["cased"]]
        if FEWEST <= end - start <= _LONGEST:
            letters = lower(text[start:end])
            if begins[state_of(letters[:FEWEST]) & FILTER]:
                for to in range(FEWEST, len(letters) + 1):
                    sought.append(number_of(letters[:to]) ^ SIGNS["begins"])
            if inside is not None:
                sought += _within(letters, inside)
        places += [word] * len(sought)
        numbers += sought
    found = rows(table, np.array(numbers, np.uint64)).tolist()
    return [(word, row) for word, row in zip(places, found, strict=True) if row >= 0]


def _within(letters: str, inside: Array) -> list[int]:
    """Return the numbers of what stands within a word, not at its beginning."""
    sought: list[int] = []
    for first in range(1, len(letters) - FEWEST + 1):
        if not inside[state_of(letters[first : first + FEWEST]) & FILTER]:
            continue
        for to in range(first + FEWEST, len(letters) + 1):
            number = number_of(letters[first:to])
            sought.append(number ^ SIGNS["inside"])
            if to == len(letters):
                sought.append(number ^ SIGNS["ends"])
    return sought
