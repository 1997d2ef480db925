"""A name of the gazetteer where it stands in a text, and the names that were found there before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pipeline.enriching.regions import Region
from pipeline.words.of_item import ItemWords
from schemas.types import Name

__all__ = ["MAYBE", "ONE_WORD", "SURE_NAME", "Mention", "NamedSpans"]

MAYBE: Final = "maybe a place"
ONE_WORD: Final = "a person's one name"
"""Kinds of names beside those of the names step."""

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
    named: bool = False
    """The names step found it too."""
    part: bool = False
    """It is only a part of the place's name: ``Manila Cathedral``."""
    said: bool = False
    """It tells which place of a name is meant: Texas after Paris."""


class NamedSpans:
    """Where names stand in the text, by their beginnings."""

    __slots__ = ("ends", "kinds", "starts")

    def __init__(self, read: ItemWords, names: Iterable[Name]) -> None:
        begins = dict(zip(read.parts, read.begins, strict=True))
        found = []
        for name in names:
            kind: str = name.kind
            if name.score < SURE_NAME:
                kind = MAYBE if kind == "place" else ""
            elif kind == "person" and " " not in name.name:
                kind = ONE_WORD
            for span in name.spans:
                begin = begins.get(span.where, -1)
                if begin >= 0:
                    found.append((begin + span.start, begin + span.end, kind))
        found.sort()
        self.starts = [start for start, _, _ in found]
        self.ends = [end for _, end, _ in found]
        self.kinds = [kind for _, _, kind in found]

    def at(self, start: int, end: int) -> tuple[str, int, int]:
        """Return the kind of the name that text lies in, and where that begins and ends."""
        n = bisect_right(self.starts, start) - 1
        if n < 0 or self.ends[n] < end:
            return "", start, end
        return self.kinds[n], self.starts[n], self.ends[n]
