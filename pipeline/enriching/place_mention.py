"""A name of the gazetteer where it stands in a text, and the names that were found there before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from pipeline.enriching.regions import Region
from pipeline.words.of_item import ItemWords
from schemas.types import Name, Span

__all__ = ["MAYBE", "MAYBE_PERSON", "ONE_WORD", "SURE_NAME", "Mention", "NamedSpans"]

MAYBE: Final = "maybe a place"
MAYBE_PERSON: Final = "maybe a person"
ONE_WORD: Final = "a person's one name"
"""Kinds of names beside those of the names step."""

_FIRST_TWO: Final = itemgetter(0, 1)

SURE_NAME: Final = 0.7
"""Score of a name below which it may be another kind's. A guess."""


@dataclass(slots=True)
class Mention:
    """A name of the gazetteer where it stands in the text."""

    first: int
    last: int
    """Its first and last word."""
    row: int
    start: int
    end: int
    """Where it stands in the item's text."""
    within: tuple[Region, ...] = ()
    """The regions or countries that are named after it: ``Paris, Texas``."""
    hint: bool = False
    """It only tells what the text is about: it is part of an organisation's name."""
    part: bool = False
    """It is only a part of the place's name: ``Manila Cathedral``."""
    said: bool = False
    """It tells which place of a name is meant: Texas after Paris."""
    span: Span | None = None
    """Where it stands in the item, if somebody made that already."""


class NamedSpans:
    """Where names stand in the text, by their beginnings."""

    __slots__ = ("ends", "kinds", "spans", "starts")

    def __init__(self, read: ItemWords, names: Iterable[Name]) -> None:
        begins = dict(zip(read.parts, read.begins, strict=True))
        found: list[tuple[int, int, str, Span]] = []
        for name in names:
            kind: str = name.kind
            if name.score < SURE_NAME:
                many = kind == "person" and " " in name.name
                kind = MAYBE if kind == "place" else MAYBE_PERSON if many else ""
            elif kind == "person" and " " not in name.name:
                kind = ONE_WORD
            for span in name.spans:
                begin = begins.get(span.where, -1)
                if begin >= 0:
                    found.append((begin + span.start, begin + span.end, kind, span))
        found.sort(key=_FIRST_TWO)
        self.starts = [one[0] for one in found]
        self.ends = [one[1] for one in found]
        self.kinds = [one[2] for one in found]
        self.spans = [one[3] for one in found]

    def at(self, start: int, end: int) -> int:
        """Return the number of the name that text lies in; -1 if it lies in none."""
        n = bisect_right(self.starts, start) - 1
        return -1 if n < 0 or self.ends[n] < end else n
