"""A name of the gazetteer where it stands in a text, and the names that were found there before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pipeline.enriching.gazetteer.regions import Region
from pipeline.enriching.places.words import is_facility
from pipeline.words.of_item import ItemWords
from pipeline.words.search import first_from
from schemas.types import Name, Span

__all__ = [
    "ELSE", "MAYBE", "MAYBE_PERSON", "NOBODY", "ONE_WORD", "PERSON", "PLACE", "SURE_NAME",
    "Mention", "NamedSpans", "Toponym", "mention_of", "toponym_of",
]  # fmt: skip

# What the names step says that a name is; the last two are neither place nor person.
NOBODY: Final = 0
"""It is not sure enough to count."""
PLACE: Final = 1
MAYBE: Final = 2
"""It is not sure that it is a place ..."""
MAYBE_PERSON: Final = 3
"""... or a person, of several words."""
ONE_WORD: Final = 4
"""A person's one name."""
PERSON: Final = 5
ELSE: Final = 6

_PLACE: Final = PLACE
_PERSON: Final = PERSON
_MAYBE_PERSON: Final = MAYBE_PERSON

SURE_NAME: Final = 0.7
"""Score of a name below which it may be another kind's. A guess."""

_MOST_SPANS: Final = 5_000
_MOST_CHARS: Final = 1 << 20
"""What no item has; an agency may send anything."""


class Mention:
    """A name of the gazetteer where it stands in the text; made by :func:`mention_of`."""

    __slots__ = (
        "body", "called", "end", "first", "hint", "last", "name", "part", "row", "said", "span",
        "start", "within",
    )  # fmt: skip

    first: int
    last: int
    """Its first and last word."""
    row: int
    start: int
    end: int
    """Where it stands in the item's text."""
    within: tuple[Region, ...]
    """The regions or countries that are named after it: ``Paris, Texas``."""
    hint: bool
    """It only tells what the text is about: it is part of an organisation's name."""
    body: bool
    """It tells where the organisation is whose name it is part of: ``Boston police``."""
    called: str
    """What the place is called that it is the adjective of: Europe, where it is "European"."""
    part: bool
    """It is only a part of the place's name: ``Manila Cathedral``."""
    said: bool
    """It tells which place of a name is meant: Texas after Paris."""
    span: Span | None
    """Where it stands in the item, if somebody made that already."""
    name: int
    """The number of the item's name that begins with it."""


def mention_of(first: int, last: int, row: int, start: int, end: int) -> Mention:
    """Return a mention of which nothing more is known."""
    # Compiled, a call of the class costs four times as much.
    mention = Mention.__new__(Mention)
    mention.first = first
    mention.last = last
    mention.row = row
    mention.start = start
    mention.end = end
    mention.within = ()
    mention.hint = False
    mention.body = False
    mention.called = ""
    mention.part = False
    mention.said = False
    mention.span = None
    mention.name = -1
    return mention


class Toponym:
    """One name and all its mentions; made by :func:`toponym_of`."""

    __slots__ = ("itself", "mentions", "row", "weight", "within")

    row: int
    within: tuple[Region, ...]
    mentions: list[Mention]
    weight: float
    """How much the text says of it."""
    itself: Region | None
    """The state or country that it is, where it tells which place another name means."""


def toponym_of(row: int, within: tuple[Region, ...]) -> Toponym:
    """Return a name without mentions yet."""
    toponym = Toponym.__new__(Toponym)
    toponym.row = row
    toponym.within = within
    toponym.mentions = []
    toponym.weight = 0.0
    toponym.itself = None
    return toponym


class NamedSpans:
    """Where names stand in the text, by their beginnings."""

    __slots__ = ("_kinds", "_numbers", "_order", "_spans", "long")

    def __init__(self, read: ItemWords, names: Iterable[Name]) -> None:
        self._read(read, names)

    def _read(self, read: ItemWords, names: Iterable[Name]) -> None:
        begins = read.begin_of
        # In one number each: where it begins, where it ends, and the place in the lists.
        order: list[int] = []
        kinds: list[int] = []
        numbers: list[int] = []
        spans: list[Span] = []
        count = number = 0
        long: list[int] = []
        for name in names:
            said = name.__dict__  # an attribute of a model costs three times as much
            text = said["name"]
            kind = kind_of(said["kind"], text, said["score"])
            if " " in text and (kind == _PLACE or (not _is_person(kind) and is_facility(text))):
                long.append(number)
            kinds.append(kind)
            for span in said["spans"]:
                begin = begins.get(span.where, -1)
                if begin < 0 or count >= _MOST_SPANS:
                    continue
                start, end = span.start, span.end
                start += begin
                end += begin
                if start < 0 or end < start or end > _MOST_CHARS:
                    continue
                order.append((start << 40) | (end << 16) | count)
                numbers.append(number)
                spans.append(span)
                count += 1
            number += 1
        order.sort()
        self._order: list[int] = order
        self._kinds: list[int] = kinds
        self._numbers: list[int] = numbers
        self._spans: list[Span] = spans
        self.long: list[int] = long
        """Which of the item's names are places for sure or buildings, and of several words."""

    def before(self, start: int) -> int:
        """Return the last name that begins there or before; -1 if none does."""
        # Not ``bisect``: compiled, this makes no numbers for Python.
        low, high = 0, len(self._order)
        while low < high:
            middle = (low + high) // 2
            key = self._order[middle]
            if key >> 40 <= start:
                low = middle + 1
            else:
                high = middle
        return low - 1

    def mark_persons(self, starts: memoryview, marks: bytearray) -> None:
        """Set a 1 for each word of a person's full name; *starts* tells where words begin."""
        count = len(marks)
        for number in range(len(self._order)):
            if self.kind(number) != _PERSON:
                continue
            begin, end = self.start(number), self.end(number)
            word = first_from(starts, begin)
            while word < count and starts[word] < end:
                marks[word] = 1
                word += 1

    def start(self, n: int) -> int:
        """Return where a name begins."""
        key = self._order[n]
        return key >> 40

    def end(self, n: int) -> int:
        """Return where a name ends."""
        key = self._order[n]
        return (key >> 16) & 0xFFFFFF

    def kind(self, n: int) -> int:
        """Return what a name is."""
        return self._kinds[self.number(n)]

    def number(self, n: int) -> int:
        """Return which of the item's names it is."""
        key = self._order[n]
        return self._numbers[key & 0xFFFF]

    def span(self, n: int) -> Span:
        """Return where it stands in the item."""
        key = self._order[n]
        return self._spans[key & 0xFFFF]


def _is_person(kind: int) -> bool:
    return _MAYBE_PERSON <= kind <= _PERSON


def kind_of(kind: str, name: str, score: float) -> int:
    """Return what the names step says, by how sure it is of it."""
    if kind == "place":
        return PLACE if score >= SURE_NAME else MAYBE
    if kind == "person":
        if " " in name:
            return PERSON if score >= SURE_NAME else MAYBE_PERSON
        return ONE_WORD if score >= SURE_NAME else NOBODY
    return ELSE if score >= SURE_NAME else NOBODY
