"""Find the words of a text that name places: which of the gazetteer's names are meant as such.

A name of the gazetteer is taken for a place where the names step says so, where what follows places
it (``Paris, Texas``), where it is too well known to be anything else, or where the words around it
speak for a place (``in Reading``). It is none within a person's or an organisation's name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.enriching import gazetteer as g
from pipeline.enriching import place_words
from pipeline.enriching.gazetteer import gazetteer
from pipeline.enriching.place_qualifiers import abbreviated, lies_in, regions_of
from pipeline.enriching.regions import Region
from pipeline.words import signs
from pipeline.words.of_item import ItemWords
from pipeline.words.reading import Numbers, Words
from pipeline.words.table import Table
from schemas.types import Name

__all__ = ["Mention", "find_mentions"]

_MOST: Final = 400
"""Names that are looked at in one item; a list of more is no story."""

_STARTS: Final = (
    signs.PARAGRAPH | signs.POINT | signs.END | signs.QUOTE | signs.COLON | signs.LINE | signs.DASH
)
"""What stands before the first word of a sentence."""

_JOINS: Final = signs.BLANK | signs.HYPHEN
_OPENS_QUALIFIER: Final = signs.COMMA | signs.OPENING
_IN_QUALIFIER: Final = _OPENS_QUALIFIER | signs.BLANK | signs.LINE | signs.POINT
_CASED: Final = signs.CAPITAL | signs.LOWER | signs.UPPER


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class _Named:
    """Where names stand in the text, by their beginnings."""

    starts: list[int]
    ends: list[int]
    kinds: list[str]

    def at(self, start: int, end: int) -> tuple[str, int, int]:
        """Return the kind of the name that text lies in, and where that begins and ends."""
        n = bisect_right(self.starts, start) - 1
        if n < 0 or self.ends[n] < end:
            return "", start, end
        return self.kinds[n], self.starts[n], self.ends[n]


def _named(read: ItemWords, names: Iterable[Name]) -> _Named:
    begins = dict(zip(read.parts, read.begins, strict=True))
    found = sorted(
        (begins[span.where] + span.start, begins[span.where] + span.end, name.kind)
        for name in names
        for span in name.spans
        if span.where in begins
    )
    return _Named([f[0] for f in found], [f[1] for f in found], [f[2] for f in found])


def _words_of_names(words: Words) -> Words:
    """Return the words with all those blanked out that stand in no name."""
    shapes = words.shapes
    capital = (shapes & signs.CAPITAL) != 0
    uncased = ((shapes & signs.FOREIGN) != 0) & ((shapes & _CASED) == 0)
    keep = capital | uncased | (place_words.within.rows(words.plain) >= 0)
    return Words(
        words.text,
        words.starts,
        words.ends,
        words.cased,
        np.where(keep, words.plain, np.uint64(0)),
        words.shapes,
        words.gaps,
    )


def _those(ahead: list[int], table: Table, numbers: Numbers) -> set[int]:
    rows = table.rows(numbers).tolist()
    return {word for word, row in zip(ahead, rows, strict=True) if row >= 0}


class _Finder:
    """Judges the names of one item."""

    def __init__(
        self,
        read: ItemWords,
        names: Iterable[Name],
        demonyms: Iterable[tuple[int, int, str]],
        language: str,
    ) -> None:
        self.language = language
        words = read.words
        self.demonyms = {first: last for first, last, _ in demonyms}
        self.words = words
        self.starts = words.starts.data
        self.ends = words.ends.data
        self.shapes = words.shapes.data
        self.gaps = words.gaps.data
        self.plain = words.plain.data
        names = tuple(names)
        self.people = {name.name.rpartition(" ")[2] for name in names if name.kind == "person"}
        self.named = _named(read, names)
        self.said: Mention | None = None
        self.hits = gazetteer().phrases.find(_words_of_names(words))[: _MOST * 4]
        self.row_at = {first: (last, row) for first, last, row in self.hits}
        # Only of the words before names is asked what they are: that table is large.
        ahead = sorted({first - 1 for first in self.row_at if first})
        numbers = words.plain[ahead] if ahead else words.plain[:0]
        self.locating = _those(ahead, place_words.before, numbers)
        self.first_names = _those(ahead, gazetteer().first_names, numbers)
        named = gazetteer().first_names.rows(numbers)
        self.first_names = {n for n, row in zip(ahead, named.tolist(), strict=True) if row >= 0}

    def find(self) -> list[Mention]:
        flags = gazetteer().flags
        english = self.language == "en"
        found: list[Mention] = []
        taken = -1
        for first, last, row in self.hits:
            if first <= taken or not self.shapes[first] & (signs.CAPITAL | signs.FOREIGN):
                continue
            flag = flags[row]
            if self.demonyms.get(first, -1) >= last and (english or flag & g.STRENGTH < 3):
                continue  # no English word for a people is a country's name; "Polen" is both
            if flag & g.CAPS and not self._in_capitals(first, last):
                continue
            mention = self._judge(first, last, row, flag)
            if mention is not None:
                found.append(mention)
                taken = mention.last
                if self.said is not None:  # what was said after it, a place too
                    found.append(self.said)
                    taken = self.said.last
                if len(found) >= _MOST:
                    break
        return found

    def _in_capitals(self, first: int, last: int) -> bool:
        shapes = self.shapes
        if any(shapes[n] & signs.LOWER for n in range(first, last + 1)):
            return False
        # In a line of capitals US is no country.
        beside = [n for n in (first - 1, last + 1) if 0 <= n < len(shapes)]
        return not beside or any(
            shapes[n] & signs.LOWER or not shapes[n] & signs.LETTER for n in beside
        )

    def _judge(self, first: int, last: int, row: int, flag: int) -> Mention | None:
        start, end = self.starts[first], self.ends[last]
        if last > first and self.gaps[last] & signs.POINT and self.gaps[last + 1] & signs.POINT:
            end += 1  # the last point of "U.S."
        kind, begin, stop = self.named.at(start, end)
        whole = start - begin < 5 and stop - end < 2  # "the Hague", "U.S."
        within = self._qualifier(first, last, row)
        strength = flag & g.STRENGTH
        if kind == "person":
            self.said = None
            return None
        if kind in ("organisation", "other") and not (whole and strength == 3):
            hint = strength == 3 and not flag & g.WORD
            self.said = None
            return Mention(first, last, row, start, end, hint=True) if hint else None
        named = kind == "place"
        if named and not whole and not within:
            if strength < 2 or flag & g.WORD:
                return None
            return Mention(first, last, row, begin, stop, named=True, part=True)
        if named or within or self._is_place(first, last, flag, strength, end):
            return Mention(first, last, row, start, end, within, named=named)
        self.said = None
        return None

    def _is_place(self, first: int, last: int, flag: int, strength: int, end: int) -> bool:
        gaps, shapes = self.gaps, self.shapes
        before = first - 1 if first and not gaps[first] & ~_JOINS else -1
        after = last + 1 if last + 1 < len(shapes) and not gaps[last + 1] & ~_JOINS else -1
        if not shapes[first] & _CASED:
            return (strength == 3 and last > first) or (
                strength == 3 and end - self.starts[first] > 3
            )
        located = before in self.locating and not shapes[before] & signs.UPPER
        if first == last and flag & (g.FIRST | g.LAST) and not located:
            if self._is_person(first, before, after, flag):
                return False
        elif before >= 0 and self._begins_person(before):
            return False
        if strength == 3 and not flag & g.WORD:
            return True
        if strength == 0 or (flag & g.WORD and strength < 2):
            return False
        if first == last and end - self.starts[first] < 6 and not shapes[first] & signs.LOWER:
            return False  # an abbreviation
        starts = first == 0 or bool(gaps[first] & _STARTS)
        alone = not (before >= 0 and shapes[before] & signs.CAPITAL and not located) and not (
            after >= 0 and shapes[after] & signs.CAPITAL
        )
        if flag & g.WORD:
            return located and alone and strength >= 2
        if strength == 2:
            if flag & (g.FIRST | g.LAST) and first == last:
                return located and alone
            return located or (alone and not starts)
        return located and alone and not flag & (g.FIRST | g.LAST)

    def _begins_person(self, before: int) -> bool:
        """Tell whether the word before a name is a first name or a title."""
        if not self.shapes[before] & signs.CAPITAL:
            return False
        return self.plain[before] in place_words.titles or (
            before in self.first_names and not self._is_well_known(before)
        )

    def _is_well_known(self, at: int) -> bool:
        row = self.row_at.get(at, (at, -1))[1]
        return row >= 0 and gazetteer().flags[row] & g.STRENGTH == 3

    def _is_person(self, at: int, before: int, after: int, flag: int) -> bool:
        shapes = self.shapes
        if self.words.text[self.starts[at] : self.ends[at]] in self.people:
            return True
        if before >= 0 and shapes[before] & signs.CAPITAL:
            initial = shapes[before] & signs.ONE and not self.gaps[at] & signs.HYPHEN
            if initial or self._begins_person(before):
                return True
        elif (
            at
            and self.gaps[at] == signs.POINT | signs.BLANK
            and shapes[at - 1] & signs.CAPITAL
            and (shapes[at - 1] & signs.ONE or self.plain[at - 1] in place_words.titles)
        ):
            return True  # "J. Houston", "Mr. Jackson", "Gov. Lincoln"
        if flag & g.FIRST and after >= 0 and shapes[after] & signs.CAPITAL:
            if shapes[after] & signs.UPPER and shapes[at] & signs.UPPER:
                return False  # a line in capitals tells nothing
            last, _ = self.row_at.get(after, (after, -1))
            beyond = last + 1 < len(shapes) and not self.gaps[last + 1] & ~_JOINS
            return self.plain[after] not in place_words.after and not (
                beyond and self.plain[last + 1] in place_words.after
            )
        return False

    def _qualifier(self, first: int, last: int, row: int) -> tuple[Region, ...]:
        """Return the regions or countries named after a name, and keep where; or none."""
        self.said = None
        at = last + 1
        if at >= len(self.shapes) or not self.shapes[at] & signs.CAPITAL:
            return ()
        gap = self.gaps[at]
        if not gap & _OPENS_QUALIFIER or gap & ~_IN_QUALIFIER:
            return ()
        spots = gazetteer().spots(row)
        regions, end = abbreviated(self.words, at, self.gaps)
        within = tuple(region for region in regions if any(lies_in(s, (region,)) for s in spots))
        after = gazetteer().region_row(within[0]) if within else -1
        if not within and at in self.row_at:
            end, after = self.row_at[at]
            named = gazetteer().spots(after)
            within = tuple(r for r in regions_of(named) if any(lies_in(s, (r,)) for s in spots))
            # "London, Paris, New York" is a list; "Albany, New York" is not.
            listed = bool(first) and bool(self.gaps[first] & signs.COMMA)
            if within and listed and any(spot.stands_alone for spot in named):
                return ()
        if within and after >= 0:
            point = bool(regions) and self.words.text[self.ends[end] : self.ends[end] + 1] == "."
            stop = self.ends[end] + point
            self.said = Mention(at, end, after, self.starts[at], stop, within, said=True)
        return within


def find_mentions(
    read: ItemWords,
    names: Iterable[Name] = (),
    demonyms: Iterable[tuple[int, int, str]] = (),
    language: str = "",
) -> list[Mention]:
    """Return the places that an item names, in the text's order.

    *names* are those that are known of it, *demonyms* the words for peoples, which are no places.
    """
    return _Finder(read, names, demonyms, language).find()
