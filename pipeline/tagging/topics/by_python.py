"""Read what a text is about, in Python: what ``compiled.pyx`` does where it was built."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.tagging.topics.term_table import TOPICS, TermTable
from pipeline.tagging.topics.terms_by_python import Found, Search
from pipeline.words.by_python import rows, slots
from pipeline.words.reading import Words

__all__ = [
    "AGAIN",
    "IN_HEAD",
    "IN_LEAD",
    "WORTH",
    "Counts",
    "Reading",
    "SingleWords",
    "Terms",
    "signs",
    "single_words",
]

WORTH: Final = (0.0, 0.3, 1.0, 3.0)
"""Evidence of a term by its weight in the list. A guess: three typical words are one sure one."""

IN_HEAD: Final = 2.0
IN_LEAD: Final = 1.5
"""How much more a word counts in headline, slugline and the provider's keywords, and in the lead,
than further down. Guesses, after the way in which news is written."""

AGAIN: Final = tuple(1 + math.log2(times) / 2 for times in range(1, 33))
"""How much a word is worth by how often it is there: the second time says less than the first."""

SINGLE_WORDS: Final = 165
"""How many words beyond the headline are read one by one: with more, fewer answers are right (165
to 400 words, some 1,000 to 2,500 letters, were tried on the labelled articles to choose by)."""

HEAD_TIMES: Final = 3
"""How often a single word of the headline counts, and one of slugline and keywords."""

Array = npt.NDArray[Any]


class Counts:
    """What signs and topics count for how sure a topic is."""

    def __init__(self, worth: Sequence[float], usual: Sequence[float]) -> None:
        """*worth* is what each of the signs counts, *usual* what each topic has without a sign."""
        self.worth = worth
        self.usual = usual


class Terms:
    """The terms of a language, ready to be looked for, and what its single words say, if known."""

    def __init__(self, table: TermTable, single: SingleWords | None = None) -> None:
        self.table = table
        self.single = single
        self.search = Search(table)

    def read(self, words: Words, named: Words, head: int, lead: int, most: int) -> Reading:
        """Return what was found in a text, and in what *named* says beside it.

        The headline are the first *head* characters, the lead goes as far as *lead*, and no more
        than *most* characters are read.
        """
        return Reading(self, words, named, *words.starts.searchsorted([head, lead, most]).tolist())


class Reading:
    """What a text says of topics; a topic is its place among the top-level ones."""

    def __init__(
        self, terms: Terms, words: Words, named: Words, head: int, lead: int, count: int
    ) -> None:
        """The first *head* of *count* words are the headline's, the first *lead* the lead's too."""
        self.head = head
        self.count = count
        self._words = words
        self._table = terms.table
        self._found = terms.search.find(words, count, named)
        self._says = [self._worth_of(found, lead) for found in self._found]
        self._said: list[float] | None = None
        if terms.single is not None:
            self._said = terms.single.score(single_words(words.plain, named.plain, head, count))

    def found(self) -> list[Found]:
        """Return the terms that were found, in the order in which they were met."""
        return self._found

    def _worth_of(self, found: Found, lead: int) -> float:
        """Return how much a term says, by its weight, its first place and how often it is there."""
        term, first, _, times, named = found
        one = WORTH[self._table.weight[term]] * AGAIN[min(times, len(AGAIN)) - 1]
        if named or first < self.head:
            return one * IN_HEAD
        return one * IN_LEAD if first < lead else one

    def evidence(self) -> list[float]:
        """Return what the terms say for each topic.

        Of terms that end with the same word (``war``, ``civil war``) the one that says most counts.
        """
        evidence = [0.0] * TOPICS
        best: dict[tuple[int, int], float] = {}
        for (term, _, last, _, _), one in zip(self._found, self._says, strict=True):
            topic = int(self._table.topic[term])
            before = best.get((topic, last), 0.0) if last >= 0 else 0.0
            if one > before:
                evidence[topic] += one - before
                best[topic, last] = one
        return evidence

    def said(self) -> list[float] | None:
        """Return the probability of each topic by single words, where they are read."""
        return self._said

    def sure(self, counts: Counts, least: float) -> list[tuple[int, float]]:
        """Return the topics that terms speak for, and the probability of each, at least *least*."""
        found, evidence = [], self.evidence()
        for topic, (one, features) in enumerate(
            zip(evidence, signs(evidence, self._said), strict=True)
        ):
            if one:
                sum_of = counts.usual[topic]
                for sign, number in zip(features, counts.worth, strict=True):
                    sum_of += sign * number
                probability = 1 / (1 + math.exp(-sum_of))
                if probability >= least:
                    found.append((topic, probability))
        return found

    def strongest(self, topic: int, most: int) -> list[tuple[int, int]]:
        """Return where the *most* terms stand that say most of a topic, in the text's order.

        Where its first word begins and its last one ends, in characters.
        """
        ranked = [
            (-one, first, last)
            for (term, first, last, _, _), one in zip(self._found, self._says, strict=True)
            if one and self._table.topic[term] == topic
        ]
        shown = {place[1:] for place in sorted(ranked)[:most] if place[1] >= 0}
        return sorted(self._place(*place) for place in shown)

    def naming(self, topic: int) -> list[tuple[int, int, int, int]]:
        """Return the topics below one at the top that terms name, how often, and where first.

        Most often first, the number below nought; a topic is its place among those of the list.
        A term counts twice more where headline, slugline or keywords have it. The place, in
        characters, is that of the term met most often; -1 where the text does not have it.
        """
        often: dict[int, int] = {}
        first: dict[int, tuple[int, int, int]] = {}
        for term, start, last, times, in_names in self._found:
            if self._table.topic[term] == topic and not self._table.weight[term]:
                code = int(self._table.code[term])
                one = times + 2 * (in_names or start < self.head)
                often[code] = often.get(code, 0) + one
                place = (-one, *self._place(start, last))
                first[code] = min(first.get(code, place), place)
        return sorted((-often[code], code, start, end) for code, (_, start, end) in first.items())

    def _place(self, first: int, last: int) -> tuple[int, int]:
        return (
            (int(self._words.starts[first]), int(self._words.ends[last])) if first >= 0 else NOWHERE
        )


NOWHERE: Final = (-1, -1)


class SingleWords:
    """What single words say of topics: a row a word, a column a top-level topic."""

    def __init__(
        self, numbers: Array, worth: Array, says: Array, step: float, usual: Array
    ) -> None:
        """*worth* is how much each word counts (the rarer the more, 0 to 255), *says* what it says
        of each topic, in units of *step*, *usual* how often each topic is met, as a logarithm.
        """
        self._row = slots(numbers, np.arange(len(numbers), dtype=np.int32))
        self._worth = worth
        self._says = says
        self._step = step
        self._usual = usual

    def score(self, words: Array) -> list[float]:
        """Return the probability of each topic, one of them being true, by the words' numbers."""
        at = rows(self._row, words)
        at, times = np.unique(at[at >= 0], return_counts=True)
        root = np.sqrt(times)
        worth = self._worth[at] / 255 * root
        length = math.sqrt(float(worth @ worth)) or 1.0
        said = root @ self._says[at] * (self._step / length) + self._usual
        powers = np.exp(said - said.max())
        shares: list[float] = (powers / powers.sum()).tolist()
        return shares


def single_words(plain: Array, named: Array, head: int, count: int) -> Array:
    """Return the numbers of the words that are read one by one, as often as they count."""
    again = [plain[:head]] * (HEAD_TIMES - 1)
    read = plain[: min(head + SINGLE_WORDS, count)]
    return np.ascontiguousarray(np.concatenate([read, *again, *[named] * HEAD_TIMES]))


def signs(evidence: list[float], said: list[float] | None) -> list[tuple[float, ...]]:
    """Return the features of each topic: four, or six where single words are read.

    The evidence itself, its share of all, its share of the strongest topic's, and what single words
    *said*: the topic's probability as a logarithm, and against the likeliest.
    """
    every, most = max(sum(evidence), 1e-6), max(*evidence, 1e-6)
    log = math.log
    four = [(log(1 + e), e / every, e / most, log(e / every + 0.02)) for e in evidence]
    if said is None:
        return list(four)
    floors = [log(p + 1e-4) for p in said]
    top = max(floors)
    return [(*one, floor, floor - top) for one, floor in zip(four, floors, strict=True)]
