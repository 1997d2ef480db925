"""The words of a text, read by Python alone: what ``compiled.pyx`` does where it was built."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Any, Final, TypeVar, cast

import numpy as np
import numpy.typing as npt

from pipeline.words.marks import mark_ranges
from pipeline.words.numbers import LOW, PRIME, START, joined, spread
from pipeline.words.signs import UNSPACED, gap_of, is_unspaced, shape_of
from schemas.types import Model, Span

__all__ = [
    "find", "lower", "model_of", "number_of", "numbers_of", "read", "rows", "slots",
    "span_of", "with_values",
]  # fmt: skip

NO_ROW: Final = -1

Array = npt.NDArray[Any]

_Model = TypeVar("_Model", bound=Model)


def number_of(word: str) -> int:
    """Return the number of a word as it stands; 64 bits, never 0.

    >>> number_of("a") == number_of("a") != number_of("A")
    True
    """
    number = START
    for character in word:
        number = ((number ^ ord(character)) * PRIME) & LOW
    return spread(number)


def lower(word: str) -> str:
    """Return a word in small letters, a character for a character (Turkish capital I is two)."""
    return "".join([character.lower()[0] for character in word])


@lru_cache(maxsize=65_536)  # of the words of a wire, few are new
def numbers_of(word: str) -> tuple[int, int, int]:
    """Return a word's number as it stands, its number in small letters, and its shape."""
    return number_of(word), number_of(lower(word)), shape_of(word)


_gap_of: Final = lru_cache(maxsize=4096)(gap_of)


@lru_cache(maxsize=1)
def _word() -> re.Pattern[str]:
    marks = "".join(f"{chr(first)}-{chr(last)}" for first, last in mark_ranges())
    spaced_marks = "".join(
        f"{chr(first)}-{chr(last)}" for first, last in mark_ranges() if not is_unspaced(first)
    )
    unspaced = "".join(f"{chr(first)}-{chr(last)}" for first, last in UNSPACED)
    return re.compile(
        f"(?=[\\w{marks}])[{unspaced}][{marks}]*|(?:[^\\W{unspaced}]|[{spaced_marks}])+"
    )


_ASCII_WORD: Final = re.compile(r"\w+")


def read(text: str) -> tuple[Array, Array, Array, Array, Array, Array]:
    """Return starts, ends, both numbers, shapes and gaps; see ``reading.Words``."""
    starts, ends, cased, plain, shapes, gaps = [], [], [], [], [], []
    last, edge = 0, True
    for match in (_ASCII_WORD if text.isascii() else _word()).finditer(text):
        start, end = match.span()
        number, small, shape = numbers_of(match[0]) if end - start < 64 else _of(match[0])
        gaps.append(_gap(text[last:start], edge))
        starts.append(start)
        ends.append(end)
        cased.append(number)
        plain.append(small)
        shapes.append(shape)
        last, edge = end, False
    gaps.append(_gap(text[last:], True))
    return (
        np.array(starts, np.int32),
        np.array(ends, np.int32),
        np.array(cased, np.uint64),
        np.array(plain, np.uint64),
        np.array(shapes, np.uint8),
        np.array(gaps, np.uint32),
    )


def _of(word: str) -> tuple[int, int, int]:
    return number_of(word), number_of(lower(word)), shape_of(word)


def _gap(between: str, edge: bool) -> int:
    return _gap_of(between, edge) if len(between) < 16 else gap_of(between, edge)


def slots(keys: Array, values: Array) -> tuple[Array, Array]:
    """Return what :func:`rows` looks numbers up in: the keys in order, and their rows."""
    order = np.argsort(keys, kind="stable")
    return keys[order], values[order]


def rows(table: tuple[Array, Array], numbers: Array) -> Array:
    """Return the row of each number; -1 for one that the table does not have."""
    keys, values = table
    if not len(keys):
        return np.full(len(numbers), NO_ROW, np.int32)
    at = np.minimum(np.searchsorted(keys, numbers), len(keys) - 1)
    found = np.where(keys[at] == numbers, values[at], np.int32(NO_ROW))
    return np.asarray(found, np.int32)


def find(
    table: tuple[Array, Array],
    numbers: Array,
    shapes: Array,
    gaps: Array,
    across: int,
    every: bool,
    begin: int,
) -> list[tuple[int, int, int]]:
    """Return the phrases in a row of words: first and last word, row; see ``phrases.Phrases``."""
    known = _as_dict(table)
    words, between = numbers.tolist(), gaps.tolist()
    found: list[tuple[int, int, int]] = []
    may = rows(table, numbers) != NO_ROW
    begins = np.flatnonzero(may & (shapes & begin != 0) if begin else may).tolist()
    free = 0
    for first in begins:
        if first < free:
            continue
        number, last = words[first], first
        best = None
        while (row := known.get(number, NO_ROW)) != NO_ROW:
            if row >= 0:
                best = (first, last, row)
                if every:
                    found.append(best)
            last += 1
            if last >= len(words) or between[last] & ~across:
                break
            number = joined(number, words[last])
        if best is not None and not every:
            found.append(best)
            free = best[1] + 1
    return found


_DICTS: Final[dict[int, tuple[Array, dict[int, int]]]] = {}


def _as_dict(table: tuple[Array, Array]) -> dict[int, int]:
    """Return a table as a dictionary, made once; the table is kept, so its id stays its own."""
    keys, values = table
    known = _DICTS.get(id(keys))
    if known is None or known[0] is not keys:
        known = _DICTS[id(keys)] = (keys, dict(zip(keys.tolist(), values.tolist(), strict=True)))
    return known[1]


def span_of(parts: tuple[str, ...], begins: tuple[int, ...], start: int, end: int) -> Span:
    """Return where a piece of a text stands, in the part that it begins in."""
    number = bisect_right(begins, start) - 1
    begin = begins[number]
    return Span(parts[number], start - begin, end - begin)


def model_of(kind: type[_Model], values: dict[str, Any]) -> _Model:
    """Return a model of *values* for all its fields, which must be right; they become its own."""
    return cast(_Model, kind.model_construct(**values))  # mypy's plugin sees a bare Model


def with_values(model: _Model, values: dict[str, Any]) -> _Model:
    """Return a model with other *values* of some fields, which must be right."""
    return model.model_copy(update=values)
