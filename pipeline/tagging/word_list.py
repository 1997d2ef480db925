"""Find the words of a topic in a text: all lists of a language at once, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

__all__ = ["Found", "WordList"]

_WEIGHT_AND_TOP: Final = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Word:
    """What must hold around the letters that were found."""

    top: str
    weight: int
    open_left: bool
    open_right: bool
    exact: str
    """The word as it must be written, for a word in which case counts."""
    rest: re.Pattern[str] | None
    """What must follow, for two words of which the first may go on."""
    size: int


@dataclass(slots=True)
class Found:
    """How often a word was found, and where first."""

    top: str
    weight: int
    first: int
    times: int = field(default=1)


class WordList:
    """The words of one language; see ``lexicon/README.md`` for how they are written."""

    def __init__(self, words: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        by_core: dict[str, list[_Word]] = {}
        for top in sorted(words):
            for weight in sorted(words[top], reverse=True):
                for term in words[top][weight]:
                    core, word = _parsed(term, top, int(weight))
                    by_core.setdefault(core, []).append(word)
        self._words = list(by_core.values())
        # Overlapping, because "war" must be found inside "warship" where only the latter counts.
        self._finder = AhoCorasick(list(by_core), matchkind=MatchKind.Standard)

    def find(self, text: str) -> list[Found]:
        """Return every word that is in *text*, each once, in the order of first appearance."""
        # The one capital whose small letter is two characters would move all that follow.
        text = text.replace("İ", "I")
        low = text.lower()
        size = len(low)
        found: dict[tuple[int, int], Found] = {}
        last = (-1, "", 0)
        for number, start, end in self._finder.find_matches_as_indexes(low, overlapping=True):
            before = start > 0 and low[start - 1].isalnum()
            after = end < size and low[end].isalnum()
            for n, word in enumerate(self._words[number]):
                if (before and not word.open_left) or (after and not word.open_right):
                    continue
                if word.exact and text[start:end] != word.exact:
                    continue
                if word.rest is not None and word.rest.match(low, end) is None:
                    continue
                known = found.get((number, n))
                if known is None:
                    found[number, n] = Found(word.top, word.weight, start)
                else:
                    known.times += 1
        return list(found.values())
