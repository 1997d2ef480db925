"""What stands around a name of the gazetteer in a text: does it speak for a place?"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from pipeline.enriching.gazetteer import table as g
from pipeline.enriching.gazetteer.number_set import NumberSet
from pipeline.enriching.gazetteer.table import gazetteer
from pipeline.enriching.places import scan_by_python as plain_scan
from pipeline.enriching.places import words as place_words
from pipeline.enriching.places.mention import NamedSpans
from pipeline.words import signs
from pipeline.words.of_item import ItemWords
from pipeline.words.phrases import ACROSS
from schemas.types import Name

try:
    from pipeline.enriching.places.scan import Scanner
except ImportError:  # built without a compiler: the same results, later
    from pipeline.enriching.places.scan_by_python import Scanner

__all__ = ["HIT", "NO", "PERSONS", "YES", "Surroundings"]

_AFTER: Final = place_words.after
_TITLES: Final = place_words.titles

HIT: Final = 5
"""How many numbers a name has that was found: first and last word, row, flags and signs."""

_HIT: Final = HIT

NO: Final = 0
YES: Final = 1
PERSONS: Final = 2
"""It is a person's name."""

_CAPITAL: Final = signs.CAPITAL
_UPPER: Final = signs.UPPER
_LOWER: Final = signs.LOWER
_LETTER: Final = signs.LETTER
_FOREIGN: Final = signs.FOREIGN
_ONE: Final = signs.ONE
_CASED: Final = signs.CAPITAL | signs.LOWER | signs.UPPER
_HYPHEN: Final = signs.HYPHEN
_FULL_STOP: Final = signs.POINT | signs.BLANK
_JOINS: Final = signs.BLANK | signs.HYPHEN
_STARTS: Final = (
    signs.PARAGRAPH | signs.POINT | signs.END | signs.QUOTE | signs.COLON | signs.LINE | signs.DASH
)
"""What stands before the first word of a sentence."""

_STRENGTH: Final = g.STRENGTH
_WORD: Final = g.WORD
_FIRST: Final = g.FIRST
_LAST: Final = g.LAST
_NAMES: Final = g.FIRST | g.LAST
_LOCATED: Final = plain_scan.LOCATED
_AREA: Final = plain_scan.AREA

_ACROSS: Final = ACROSS | signs.OPENING | signs.CLOSING
"""What may stand within a name: ``Frankfurt (Oder)`` too."""

_HANGUL: Final = "\uac00"
"""From here on two letters make a word that is like no other: Korean's syllables."""

_WORDS_KNOWN: Final = frozenset({"en", "de", "fr", "it", "ru"})
"""Languages whose ordinary words the gazetteer was told."""

_SHORT_WORD: Final = 3
_CAPITAL_NOUNS: Final = frozenset({"de", "lb"})
"""Languages in which each noun has a capital."""


@lru_cache(maxsize=1)
def _scanner() -> Scanner:
    where = gazetteer()
    return Scanner(where.phrases, place_words.small, where.flags, _ACROSS)


class Surroundings:
    """The words of one item, and the gazetteer's names in it."""

    def __init__(
        self, read: ItemWords, names: tuple[Name, ...], language: str, named: NamedSpans
    ) -> None:
        """*named* are the names where they stand: within a person's there is no place."""
        words = read.words
        self.text: str = words.text
        self.count: int = len(words)
        self.starts: Any = words.starts.data
        self.ends: Any = words.ends.data
        self.shapes: Any = words.shapes.data
        self.gaps: Any = words.gaps.data
        self.plain: Any = words.plain.data
        self.cased: Any = words.cased.data
        skip = bytearray(self.count)
        named.mark_persons(self.starts, skip)
        hits, buildings, states = _scanner().scan(words, skip)
        self.hits: Any = hits.data
        """What the scanner found, ``HIT`` numbers a name."""
        self.hit_count: int = len(self.hits) // _HIT
        self.buildings: list[int] = buildings
        """The words that names of buildings and streets end with."""
        self.states: list[int] = states
        """The words after a comma that shortened states may begin with."""
        where = gazetteer()
        self._first_names: NumberSet = where.first_names
        self._surnames: NumberSet = where.surnames
        self._names = names
        self._capital_nouns: bool = language in _CAPITAL_NOUNS
        self._words_known: bool = language in _WORDS_KNOWN
        self._people: set[str] | None = None
        self._small_words: set[int] | None = None

    def hit_at(self, first: int) -> int:
        """Return the number of the name that begins with a word; -1 if none does."""
        low, high = 0, self.hit_count
        while low < high:
            middle = (low + high) // 2
            if self.hits[_HIT * middle] < first:
                low = middle + 1
            else:
                high = middle
        return low if low < self.hit_count and self.hits[_HIT * low] == first else -1

    def in_capitals(self, first: int, last: int, named: bool) -> bool:
        """Tell whether a name stands in capitals, and what is beside it does not."""
        shapes, beside = self.shapes, 0
        for n in range(first, last + 1):
            if shapes[n] & _LOWER:
                return False
        if named:
            return True
        # In a line of capitals US is no country.
        for n in (first - 1, last + 1):
            if 0 <= n < self.count:
                beside += 1
                if shapes[n] & _LOWER or not shapes[n] & _LETTER:
                    return True
        return beside == 0

    def speaks(self, first: int, last: int, flag: int, sign: int) -> int:
        """Tell whether what stands around a name speaks for a place."""
        gaps, shapes = self.gaps, self.shapes
        strength, start, end = flag & _STRENGTH, self.starts[first], self.ends[last]
        before = first - 1 if first and not gaps[first] & ~_JOINS else -1
        after = last + 1 if last + 1 < self.count and not gaps[last + 1] & ~_JOINS else -1
        if not shapes[first] & _CASED:
            least = 2 if last > first or self.text[end - 1] >= _HANGUL else 3
            return YES if strength == 3 and end - start >= least else NO
        located = before >= 0 and sign & _LOCATED != 0 and not shapes[before] & _UPPER
        located = located or sign & _AREA != 0
        if first == last and flag & _NAMES and not located:
            if self._is_person(first, before, after, flag):
                return PERSONS
        elif before >= 0 and self._begins_person(before, flag):
            return PERSONS
        if strength == 3 and not flag & _WORD:
            if located or first < last or self._words_known:
                return YES
            return NO if self._is_word_here(first) else YES
        if strength == 0 or (flag & _WORD and strength < 2):
            return NO
        if first == last and end - start < 6 and not shapes[first] & _LOWER:
            return NO  # an abbreviation
        if before >= 0 and (shapes[before] ^ shapes[first]) & _FOREIGN:
            return NO  # a name in another script than the text's is a firm's
        starts = first == 0 or gaps[first] & _STARTS != 0
        alone = not (before >= 0 and shapes[before] & _CAPITAL and not located) and not (
            after >= 0 and shapes[after] & _CAPITAL
        )
        if flag & _WORD:
            return YES if located and alone and strength >= 2 else NO
        if strength == 2:
            if last > first:
                return YES  # "Suffolk County", "Villingen-Schwenningen"
            if flag & _NAMES:
                return YES if located and alone else NO
            return YES if located or (alone and not starts) else NO
        # "im Paradies" is no village
        if located and alone and not flag & _NAMES and not self._capital_nouns:
            return YES
        return NO

    def _is_word_here(self, at: int) -> bool:
        """Tell whether a name that begins a sentence is a word of the text's language.

        Finnish ``Jos`` is a town in Nigeria, and the word for "if": it is short, or the text has
        it in small letters too.
        """
        if at and not self.gaps[at] & _STARTS:
            return False
        if self.ends[at] - self.starts[at] <= _SHORT_WORD:
            return True
        if self._small_words is None:
            plain, shapes = self.plain, self.shapes
            self._small_words = {plain[n] for n in range(self.count) if not shapes[n] & _CAPITAL}
        return self.plain[at] in self._small_words

    def _begins_person(self, before: int, flag: int) -> bool:
        """Tell whether the word before a name, with its flags, is a first name or a title."""
        if not self.shapes[before] & _CAPITAL:
            return False
        number = self.plain[before]
        if number in _TITLES:
            return True
        if not self._first_names.has(number):
            return False
        hit = self.hit_at(before)
        # A well-known place is a first name where a surname follows: Jordan Henderson.
        return hit < 0 or self.hits[_HIT * hit + 3] & _STRENGTH != 3 or flag & _LAST != 0

    def _is_person(self, at: int, before: int, after: int, flag: int) -> bool:
        shapes, gaps = self.shapes, self.gaps
        if self._people is None:
            self._people = {
                name.name.rpartition(" ")[2] for name in self._names if name.kind == "person"
            }
        if self._people and self.text[self.starts[at] : self.ends[at]] in self._people:
            return True
        if before >= 0 and shapes[before] & _CAPITAL:
            if shapes[before] & _ONE and not gaps[at] & _HYPHEN:
                return True
            if self._begins_person(before, flag):
                return True
        elif (
            at
            and gaps[at] == _FULL_STOP
            and shapes[at - 1] & _CAPITAL
            and (shapes[at - 1] & _ONE or self.plain[at - 1] in _TITLES)
        ):
            return True  # "J. Houston", "Mr. Jackson", "Gov. Lincoln"
        if flag & _FIRST and after >= 0 and shapes[after] & _CAPITAL:
            if shapes[after] & _UPPER and shapes[at] & _UPPER:
                return False  # a line in capitals tells nothing
            if flag & _STRENGTH == 3 and not self._surnames.has(self.plain[after]):
                return False
            hit = self.hit_at(after)
            last = self.hits[_HIT * hit + 1] if hit >= 0 else after
            if self.plain[after] in _AFTER:
                return False
            beyond = last + 1 < self.count and not gaps[last + 1] & ~_JOINS
            return not (beyond and self.plain[last + 1] in _AFTER)
        return False
