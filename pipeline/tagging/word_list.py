"""Find the words of topics in a text: all of a language at once, in one pass over its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from pipeline.tagging.word_parts import FEWEST, Kind, Parts, same_length
from pipeline.words.by_python import joined
from pipeline.words.phrases import ACROSS, Phrases
from pipeline.words.reading import Words, number_of, read_words
from pipeline.words.signs import COMMA

__all__ = ["Found", "WordList"]

_ACROSS: Final = ACROSS | COMMA
_APART: Final = ~_ACROSS & 0xFFFFFFFF
"""What may and what may not stand between the words of a phrase."""

Found: TypeAlias = tuple[str, int, int, int, int, bool]
"""A term that was found, once for all its places: its topic, its weight, its first and last word
where it was first met (-1 if it is not in the text), how often it is there, and whether what names
the story beside the headline (slugline, keywords) has it. A plain tuple: a text has a hundred."""

_Next: TypeAlias = tuple[int, str]
"""A further word of a phrase: its number, or 0 and how it begins."""


_Phrase: TypeAlias = tuple[int, tuple[_Next, ...], tuple[_Next, ...]]
"""A phrase that is sought by its longest word: its number, the words before that one, the nearest
first, and those after it."""


class WordList:
    """The words of one language; see ``lexicon/README.md`` for how they are written."""

    def __init__(self, words: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        """*words* are the terms by topic and weight."""
        self._says: list[tuple[str, int]] = []
        self._alone: list[list[int]] = []
        self._within: list[list[_Phrase]] = []
        self._same: list[list[int]] = []
        parts: dict[tuple[str, Kind], int] = {}
        phrases: dict[tuple[str, ...], int] = {}
        for topic in sorted(words):
            for weight in sorted(words[topic], reverse=True):
                for written in words[topic][weight]:
                    self._add(_pieces(written), parts, phrases)
                    self._says.append((topic, int(weight)))
        self._parts = Parts(parts)
        self._phrases = Phrases.of_numbers(*_numbers(phrases))

    def _add(
        self,
        pieces: list[tuple[str, str]],
        parts: dict[tuple[str, Kind], int],
        phrases: dict[tuple[str, ...], int],
    ) -> None:
        number = len(self._says)
        for phrase in _as_phrases(pieces):
            row = phrases.setdefault(phrase, len(self._same))
            if row == len(self._same):
                self._same.append([])
            self._same[row].append(number)
        if _as_phrases(pieces):
            return
        at = max(range(len(pieces)), key=lambda n: len(pieces[n][0]))
        before = tuple([_next(*piece) for piece in reversed(pieces[:at])])
        after = tuple([_next(*piece) for piece in pieces[at + 1 :]])
        for key in _keys(*pieces[at]):
            row = parts.setdefault(key, len(self._alone))
            if row == len(self._alone):
                self._alone.append([])
                self._within.append([])
            if before or after:
                self._within[row].append((number, before, after))
            else:
                self._alone[row].append(number)

    def find(self, words: Words, named: Words) -> list[Found]:
        """Return every term that is in a text or in what names it (*named*), each once."""
        found = self._look(words)
        says = self._says
        if not len(named):
            return [
                (*says[number], first, last, times, False)
                for number, (first, last, times) in found.items()
            ]
        also = self._look(named)
        for number, (_, _, times) in also.items():
            found.setdefault(number, [-1, -1, 0])[2] += times
        return [
            (*says[number], first, last, times, number in also)
            for number, (first, last, times) in found.items()
        ]

    def _look(self, words: Words) -> dict[int, list[int]]:
        """Return first and last word of every term where it is first met, and its times."""
        found: dict[int, list[int]] = {}
        get, alone, within = found.get, self._alone, self._within
        for word, row in self._parts.find(words):
            for number in alone[row]:
                known = get(number)
                if known:
                    known[2] += 1
                else:
                    found[number] = [word, word, 1]
            for number, before, after in within[row]:
                first, last = _around(words, word, before, after)
                if first >= 0:
                    found.setdefault(number, [first, last, 0])[2] += 1
        for first, last, row in self._phrases.find(words, across=_ACROSS, every=True):
            for number in self._same[row]:
                found.setdefault(number, [first, last, 0])[2] += 1
        return found


_NOWHERE: Final = (-1, -1)
_BEGINS: Final = -2
"""The row of what is only the beginning of a phrase (``words.phrases``)."""


def _pieces(written: str) -> list[tuple[str, str]]:
    """Return the words of a term, each with its kind: a ``Kind``, or ``*ends`` and ``*inside``."""
    cased = written.startswith("=")
    pieces: list[tuple[str, str]] = []
    for piece in written.removeprefix("=").split():
        core = piece.strip("*")
        read = read_words(core if cased else same_length(core))
        parts = [read.word(n) for n in range(len(read))]
        for number, part in enumerate(parts):
            opens = piece.startswith("*") and not number and len(part) >= FEWEST
            goes_on = piece.endswith("*") and number == len(parts) - 1 and len(part) >= FEWEST
            goes_on = goes_on and not core.endswith("-")  # "rad-*": what is joined to it is apart
            kind = ("inside" if goes_on else "ends") if opens else "begins" if goes_on else "whole"
            pieces.append((part, "cased" if cased and kind == "whole" else kind))
    if not pieces:
        raise ValueError(f"no word in {written!r}")
    return pieces


_ENDINGS: Final = (
    "", "s", "es", "e", "n", "en", "er", "ern", "ers", "d", "ed", "ing", "al", "a", "o", "os",
    "as", "i",
)  # fmt: skip
"""How the last word of a phrase may go on in a language of Latin letters: all of its forms are
looked up at once, which is faster than to look what stands beside each word that begins one."""


def _as_phrases(pieces: list[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return a term as phrases of whole words; none if it is no phrase, or of open words."""
    words = [part for part, _ in pieces]
    kinds = {kind for _, kind in pieces[:-1]}
    if len(pieces) < 2 or kinds != {"whole"} or pieces[-1][1] not in ("whole", "begins"):
        return []
    if pieces[-1][1] == "whole":
        return [tuple(words)]
    if words[-1][-1] > "\u024f":
        return []
    return [(*words[:-1], words[-1] + ending) for ending in _ENDINGS]


def _numbers(
    phrases: Mapping[tuple[str, ...], int],
) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int32]]:
    """Return phrases and their beginnings by their numbers, as ``Phrases.of_numbers`` asks."""
    number = lru_cache(maxsize=None)(number_of)
    known: dict[int, int] = {}
    for words, row in phrases.items():
        whole = number(words[0])
        for word in words[1:]:
            known.setdefault(whole, _BEGINS)
            whole = joined(whole, number(word))
        known[whole] = row
    return np.array(list(known), np.uint64), np.array(list(known.values()), np.int32)


def _keys(part: str, kind: str) -> list[tuple[str, Kind]]:
    """Return what a part is sought by: what may stand within a word may begin it as well."""
    if kind == "ends":
        return [(part, "whole"), (part, "ends")]
    if kind == "inside":
        return [(part, "begins"), (part, "inside")]
    return [(part, "cased" if kind == "cased" else "begins" if kind == "begins" else "whole")]


def _next(part: str, kind: str) -> _Next:
    """Return a further word of a phrase; of one that may stand within words, its beginning."""
    return (0, part) if kind in ("begins", "inside") else (number_of(part), "")


def _around(
    words: Words, word: int, before: tuple[_Next, ...], after: tuple[_Next, ...]
) -> tuple[int, int]:
    """Return the first and last word of a phrase around one of its words; -1 if it is not there."""
    first = last = word
    for wanted in before:
        if not first or not _is(words, first - 1, wanted) or words.gaps.item(first) & _APART:
            return _NOWHERE
        first -= 1
    for wanted in after:
        last += 1
        if last >= len(words) or not _is(words, last, wanted) or words.gaps.item(last) & _APART:
            return _NOWHERE
    return first, last


def _is(words: Words, word: int, wanted: _Next) -> bool:
    number, begins = wanted
    if number:
        return words.plain.item(word) == number or words.cased.item(word) == number
    start = words.starts.item(word)
    return same_length(words.text[start : start + len(begins)]) == begins
