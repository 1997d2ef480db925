"""The words of topics, all of a language at once: as its list writes them, ready to be found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.tagging.topics.term_table import (
    BEGINS,
    FEWEST,
    SIGNS,
    Kind,
    TermTable,
    filter_of,
    lists_of,
    same_length,
    starts_of,
)
from pipeline.tagging.topics.text import TopicText
from pipeline.words.numbers import joined
from pipeline.words.reading import number_of, read_words

try:
    from pipeline.tagging.topics.compiled import Reading, SingleWords, Terms
except ImportError:  # built without a compiler: the same results, later
    from pipeline.tagging.topics.by_python import Reading, SingleWords, Terms

__all__ = ["WordList", "table_of"]


class WordList:
    """The words of one language; see ``lexicon/README.md`` for how they are written."""

    def __init__(
        self,
        words: Mapping[str, Mapping[str, Sequence[str]]],
        tops: Mapping[str, int],
        single: SingleWords | None = None,
    ) -> None:
        """*words* are the terms by topic and weight, *tops* the place of each topic at the top.

        *single* is what single words of the language say, if that is known.
        """
        listed = [
            (topic, weight, written)
            for topic in sorted(words)
            for weight in sorted(words[topic], reverse=True)
            for written in words[topic][weight]
        ]
        self.topics = sorted({topic for topic, _, _ in listed})
        """The topics that have words; those of weight 0 name a narrower topic."""
        self._terms = Terms(table_of(listed, tops), single)

    def read(self, text: TopicText) -> Reading:
        """Return what was found in a text."""
        return self._terms.read(text.words, text.named, text.head, text.lead, text.most)


def table_of(listed: Sequence[tuple[str, str, str]], tops: Mapping[str, int]) -> TermTable:
    """Return terms as a table: the topic of each, its weight, and how it is written."""
    writing = _Writing()
    for term, (_, _, written) in enumerate(listed):
        writing.add(term, _pieces(written))
    codes = {topic: place for place, topic in enumerate(sorted({topic for topic, _, _ in listed}))}
    return writing.table(
        [tops[topic] for topic, _, _ in listed],
        [codes[topic] for topic, _, _ in listed],
        [int(weight) for _, weight, _ in listed],
    )


class _Writing:
    """Terms as they come, on their way into a table."""

    def __init__(self) -> None:
        self.parts: dict[tuple[str, Kind], int] = {}
        self.phrases: dict[tuple[str, ...], int] = {}
        self.of_part: list[list[int]] = []
        self.of_phrase: list[list[int]] = []
        self.within: list[list[int]] = []
        self.term: list[int] = []
        self.before: list[int] = []
        self.pieces: list[list[tuple[str, str]]] = []

    def add(self, term: int, pieces: list[tuple[str, str]]) -> None:
        """Add a term by its pieces."""
        phrases = _as_phrases(pieces)
        for phrase in phrases:
            row = self.phrases.setdefault(phrase, len(self.of_phrase))
            if row == len(self.of_phrase):
                self.of_phrase.append([])
            self.of_phrase[row].append(term)
        if phrases:
            return
        at = max(range(len(pieces)), key=lambda n: len(pieces[n][0]))
        if len(pieces) > 1:
            self.term.append(term)
            self.before.append(at)
            self.pieces.append([*reversed(pieces[:at]), *pieces[at + 1 :]])
        for key in _keys(*pieces[at]):
            row = self.parts.setdefault(key, len(self.of_part))
            if row == len(self.of_part):
                self.of_part.append([])
                self.within.append([])
            if len(pieces) > 1:
                self.within[row].append(len(self.term) - 1)
            else:
                self.of_part[row].append(term)

    def table(self, topics: list[int], codes: list[int], weights: list[int]) -> TermTable:
        """Return the terms as a table; *topics*, *codes* and *weights* are those of each term."""
        pieces = [piece for one in self.pieces for piece in one]
        number = _numbered(
            [part for part, _ in (*self.parts, *pieces)]
            + [word for words in self.phrases for word in words]
        )
        numbers = [number[part] ^ SIGNS[kind] for part, kind in self.parts]
        return TermTable(
            parts=(np.array(numbers, np.uint64), np.array(list(self.parts.values()), np.int32)),
            begins=filter_of(self.parts, "begins"),
            inside=filter_of(self.parts, "ends", "inside"),
            phrases=_numbers(self.phrases, number),
            opening=np.array(sorted({number[words[0]] for words in self.phrases}), np.uint64),
            of_part=lists_of(self.of_part),
            of_phrase=lists_of(self.of_phrase),
            within=lists_of(self.within),
            term=np.array(self.term, np.int32),
            before=np.array(self.before, np.int32),
            pieces=starts_of(self.pieces),
            number=np.array([number[part] for part, _ in pieces], np.uint64),
            letters=np.array([_letters(*piece) for piece in pieces], np.int32),
            topic=np.array(topics, np.uint8),
            code=np.array(codes, np.uint16),
            weight=np.array(weights, np.uint8),
        )


def _pieces(written: str) -> list[tuple[str, str]]:
    """Return the words of a term, each with its kind: a ``Kind``, or ``*ends`` and ``*inside``."""
    cased = written.startswith("=")
    pieces: list[tuple[str, str]] = []
    for piece in written.removeprefix("=").split():
        core = piece.strip("*")
        parts = _words_in(core if cased else same_length(core))
        for number, part in enumerate(parts):
            opens = piece.startswith("*") and not number and len(part) >= FEWEST
            goes_on = piece.endswith("*") and number == len(parts) - 1 and len(part) >= FEWEST
            goes_on = goes_on and not core.endswith("-")  # "rad-*": what is joined to it is apart
            kind = ("inside" if goes_on else "ends") if opens else "begins" if goes_on else "whole"
            pieces.append((part, "cased" if cased and kind == "whole" else kind))
    if not pieces:
        raise ValueError(f"no word in {written!r}")
    return pieces


def _words_in(text: str) -> list[str]:
    """Return the words of a text; Latin letters alone are one."""
    if text.isalpha() and max(text) < "\u0250":
        return [text]
    read = read_words(text)
    return [read.word(n) for n in range(len(read))]


def _numbered(words: Sequence[str]) -> dict[str, int]:
    """Return the number of each word, all of them read at once, as that is faster."""
    listed = list(dict.fromkeys(words))
    read = read_words("\n".join(listed))
    if len(read) != len(listed):
        return {word: number_of(word) for word in listed}
    return dict(zip(listed, read.cased.tolist(), strict=True))


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
    phrases: Mapping[tuple[str, ...], int], number: Mapping[str, int]
) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int32]]:
    """Return phrases and their beginnings by their numbers, as ``Phrases.of_numbers`` asks."""
    known: dict[int, int] = {}
    for words, row in phrases.items():
        whole = number[words[0]]
        for word in words[1:]:
            known.setdefault(whole, BEGINS)
            whole = joined(whole, number[word])
        known[whole] = row
    return np.array(list(known), np.uint64), np.array(list(known.values()), np.int32)


def _keys(part: str, kind: str) -> list[tuple[str, Kind]]:
    """Return what a part is sought by: what may stand within a word may begin it as well."""
    if kind == "ends":
        return [(part, "whole"), (part, "ends")]
    if kind == "inside":
        return [(part, "begins"), (part, "inside")]
    return [(part, "cased" if kind == "cased" else "begins" if kind == "begins" else "whole")]


def _letters(part: str, kind: str) -> int:
    """Return how long a beginning is that a further word of a phrase has; 0 for a whole word."""
    return len(part) if kind in ("begins", "inside") else 0
