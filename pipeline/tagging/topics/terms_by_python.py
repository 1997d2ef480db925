"""Find the terms of a table in a text, in Python: ``compiled.pyx`` does it where built."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from pipeline.tagging.topics.term_table import (
    ACROSS,
    FEWEST,
    FILTER,
    LONGEST,
    SIGNS,
    TermTable,
    state_of,
)
from pipeline.words.by_python import find, lower, number_of, rows, slots
from pipeline.words.reading import Words

__all__ = ["Found", "Search"]

Found: TypeAlias = tuple[int, int, int, int, bool]
"""A term that was found, once for all its places: the term, its first and its last word where it
was first met (-1 if it is not in the text), how often it is there, and whether what names the story
beside the headline (slugline, keywords) has it."""

Array = npt.NDArray[Any]


class Search:
    """The terms of a table, ready to be looked for."""

    def __init__(self, table: TermTable) -> None:
        self._table = table
        self._looks_inside = bool(table.inside.any())
        self._parts = slots(*table.parts)
        self._phrases = slots(*table.phrases)
        self._alone = _unpacked(table.of_part)
        self._within = _unpacked(table.within)
        self._of_phrase = _unpacked(table.of_phrase)

    def find(self, words: Words, count: int, named: Words) -> list[Found]:
        """Return every term that is in the first *count* words, or in *named*, as they are met."""
        found = self._look(words, count)
        also = self._look(named, len(named)) if len(named) else {}
        for term, (_, _, times) in also.items():
            found.setdefault(term, [-1, -1, 0])[2] += times
        return [
            (term, first, last, times, term in also) for term, (first, last, times) in found.items()
        ]

    def _look(self, words: Words, count: int) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for word, row in self._hits(words, count):
            for term in self._alone[row]:
                found.setdefault(term, [word, word, 0])[2] += 1
            for phrase in self._within[row]:
                first, last = self._around(words, count, word, phrase)
                if first >= 0:
                    term = int(self._table.term[phrase])
                    found.setdefault(term, [first, last, 0])[2] += 1
        read = words.plain[:count], words.shapes[:count], words.gaps[: count + 1]
        for first, last, row in find(self._phrases, *read, ACROSS, True, 0):
            for term in self._of_phrase[row]:
                found.setdefault(term, [first, last, 0])[2] += 1
        return found

    def _hits(self, words: Words, count: int) -> list[tuple[int, int]]:
        """Return each word's place with the rows of its parts: cased, whole, beginnings, within."""
        places: list[int] = []
        numbers: list[int] = []
        arrays = (words.starts, words.ends, words.plain, words.cased)
        every = zip(*(array[:count].tolist() for array in arrays), strict=True)
        for word, (start, end, small, written) in enumerate(every):
            sought = [written ^ SIGNS["cased"], small]
            if FEWEST <= end - start <= LONGEST:
                letters = lower(words.text[start:end])
                if self._table.begins[state_of(letters[:FEWEST]) & FILTER]:
                    for to in range(FEWEST, len(letters) + 1):
                        sought.append(number_of(letters[:to]) ^ SIGNS["begins"])
                if self._looks_inside:
                    sought += _inside(letters, self._table.inside)
            places += [word] * len(sought)
            numbers += sought
        rows_of = rows(self._parts, np.array(numbers, np.uint64)).tolist()
        return [(word, row) for word, row in zip(places, rows_of, strict=True) if row >= 0]

    def _around(self, words: Words, count: int, word: int, phrase: int) -> tuple[int, int]:
        """Return first and last word of a phrase around one of its words; -1 if it is not there."""
        table, first, last = self._table, word, word
        begin, end = table.pieces[phrase : phrase + 2].tolist()
        middle = begin + int(table.before[phrase])
        for piece in range(begin, middle):
            apart = int(words.gaps[first]) & ~ACROSS
            if not first or apart or not self._is(words, first - 1, piece):
                return -1, -1
            first -= 1
        for piece in range(middle, end):
            last += 1
            apart = int(words.gaps[last]) & ~ACROSS
            if last >= count or apart or not self._is(words, last, piece):
                return -1, -1
        return first, last

    def _is(self, words: Words, word: int, piece: int) -> bool:
        number, letters = self._table.number[piece], int(self._table.letters[piece])
        if not letters:
            return bool(words.plain[word] == number or words.cased[word] == number)
        start, end = int(words.starts[word]), int(words.ends[word])
        begins = number_of(lower(words.text[start : start + letters]))
        return letters <= end - start and bool(begins == number)


def _unpacked(lists: tuple[Array, Array]) -> list[list[int]]:
    starts, numbers = lists[0].tolist(), lists[1].tolist()
    return [numbers[a:b] for a, b in pairwise(starts)]


def _inside(letters: str, inside: Array) -> list[int]:
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
