"""Find the words of a text that name places: which of the gazetteer's names are meant as such.

A name of the gazetteer is taken for a place where the names step says so, where what follows places
it (``Paris, Texas``), where it is too well known to be anything else, or where the words around it
speak for a place (``in Reading``). It is none within a person's or an organisation's name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from pipeline.enriching import gazetteer as g
from pipeline.enriching import place_words
from pipeline.enriching.gazetteer import gazetteer
from pipeline.enriching.place_mention import MAYBE, MAYBE_PERSON, ONE_WORD, Mention, NamedSpans
from pipeline.enriching.place_qualifiers import abbreviated, regions_of
from pipeline.enriching.place_scan_python import LIKELY, LOCATED, OPENS, WAITING, Hit
from pipeline.enriching.regions import Region
from pipeline.words import signs
from pipeline.words.of_item import ItemWords
from pipeline.words.phrases import ACROSS
from schemas.types import Name

try:
    from pipeline.enriching.place_scan import scan
except ImportError:  # built without a compiler: the same results, later
    from pipeline.enriching.place_scan_python import scan

__all__ = ["find_mentions"]

_MOST: Final = 400
"""Names that are looked at in one item; a list of more is no story."""

_STARTS: Final = (
    signs.PARAGRAPH | signs.POINT | signs.END | signs.QUOTE | signs.COLON | signs.LINE | signs.DASH
)
"""What stands before the first word of a sentence."""

_JOINS: Final = signs.BLANK | signs.HYPHEN
_IN_QUALIFIER: Final = OPENS | signs.BLANK | signs.LINE | signs.POINT
_ACROSS: Final = ACROSS | signs.OPENING | signs.CLOSING
"""What may stand within a name: ``Frankfurt (Oder)`` too."""

_HANGUL: Final = "\uac00"
"""From here on two letters make a word that is like no other: Korean's syllables."""

_WORDS_KNOWN: Final = frozenset({"en", "de", "fr", "it", "ru"})
"""Languages whose ordinary words the gazetteer was told."""

_SHORT_WORD: Final = 3
_CAPITAL_NOUNS: Final = frozenset({"de", "lb"})
"""Languages in which each noun has a capital."""

_CASED: Final = signs.CAPITAL | signs.LOWER | signs.UPPER


class _Finder:
    """Judges the names of one item."""

    def __init__(
        self,
        read: ItemWords,
        names: tuple[Name, ...],
        demonyms: Iterable[tuple[int, int, str]],
        language: str,
        known: frozenset[int],
    ) -> None:
        words = read.words
        self.english = language == "en"
        self.capital_nouns = language in _CAPITAL_NOUNS
        self.words_known = language in _WORDS_KNOWN
        self.known = known
        self.demonyms = {first: last for first, last, _ in demonyms}
        self.words = words
        self.starts = words.starts.data
        self.ends = words.ends.data
        self.shapes = words.shapes.data
        self.gaps = words.gaps.data
        self.plain = words.plain.data
        self.cased = words.cased.data
        self.people = {name.name.rpartition(" ")[2] for name in names if name.kind == "person"}
        self.named = NamedSpans(read, names)
        self.hits: list[Hit] = scan(
            gazetteer().phrases,
            place_words.within,
            place_words.generic,
            place_words.before,
            gazetteer().flags,
            words,
            _ACROSS,
        )

    def find(self) -> list[Mention]:
        starts, ends, gaps, demonyms = self.starts, self.ends, self.gaps, self.demonyms
        named, kinds = self.named, self.named.kinds
        found: list[Mention] = []
        waiting: list[tuple[int, int, int]] = []
        taken = -1
        for first, last, row, flag, sign in self.hits:
            if first <= taken:
                continue
            start, end = starts[first], ends[last]
            name = named.at(start, end) if kinds else -1
            kind = kinds[name] if name >= 0 else ""
            # Most are ordinary words after a full stop: they are no places without a sign of it.
            if not (kind or sign & LIKELY):
                if sign & WAITING:
                    waiting.append((first, last, row))
                continue
            strength = flag & g.STRENGTH
            if kind == ONE_WORD:  # without a first name it may as well be a town
                kind = "person" if strength < 2 or flag & (g.FIRST | g.LAST | g.WORD) else ""
            elif kind == MAYBE_PERSON:
                kind = "person" if flag & (g.FIRST | g.LAST) else ""
            elif kind == MAYBE and (strength < 2 or flag & (g.WORD | g.LAST)):
                kind = ""
            if kind == "person" or (
                # No English word for a people is a country's name; "Polen" is both.
                first in demonyms and demonyms[first] >= last and (self.english or strength < 3)
            ):
                continue
            if flag & g.CAPS and not self._in_capitals(first, last, named=kind == "place"):
                continue
            if last > first and gaps[last] & signs.POINT and gaps[last + 1] & signs.POINT:
                end += 1  # the last point of "U.S."
            if last > first and gaps[last] & signs.OPENING and gaps[last + 1] & signs.CLOSING:
                end += 1  # "Halle (Saale)"
            opens = gaps[last + 1] & OPENS
            within, said = self._qualifier(first, last, row) if opens else ((), None)
            if kind:
                mention = self._of_name(
                    Mention(first, last, row, start, end, within), kind, name, flag
                )
            else:
                sure = bool(within) or self._is_place(first, last, flag, sign)
                mention = Mention(first, last, row, start, end, within) if sure else None
                if sure is False and not flag & g.WORD:
                    waiting.append((first, last, row))
            if mention is None:
                continue
            found.append(mention)
            taken = last
            if said is not None:  # what was said after it, a place too
                found.append(said)
                taken = said.last
            if len(found) >= _MOST:
                break
        return self._with(found, waiting)

    def _with(self, found: list[Mention], waiting: list[tuple[int, int, int]]) -> list[Mention]:
        """Add those that were not sure, where the text is sure of the name elsewhere."""
        rows = self.known.union(mention.row for mention in found if not mention.hint)
        more = [
            Mention(first, last, row, self.starts[first], self.ends[last])
            for first, last, row in waiting
            if row in rows
        ]
        return sorted(found + more, key=lambda mention: mention.start) if more else found

    def _of_name(self, mention: Mention, kind: str, name: int, flag: int) -> Mention | None:
        """Return what it is within a name that the names step found, or nothing."""
        strength = flag & g.STRENGTH
        begin, stop = self.named.starts[name], self.named.ends[name]
        whole = mention.start - begin < 5 and stop - mention.end < 2  # "the Hague", "U.S."
        if kind not in ("place", MAYBE):
            mention.hint = not (whole and strength == 3)
            return mention if not mention.hint or (strength == 3 and not flag & g.WORD) else None
        if not whole and not mention.within:
            if strength < 2 or flag & g.WORD:
                return None
            mention.start, mention.end, mention.part = begin, stop, True
        if mention.start == begin and mention.end == stop:
            mention.span = self.named.spans[name]
        return mention

    def _in_capitals(self, first: int, last: int, *, named: bool) -> bool:
        shapes = self.shapes
        if any(shapes[n] & signs.LOWER for n in range(first, last + 1)):
            return False
        if named:
            return True
        # In a line of capitals US is no country.
        beside = [n for n in (first - 1, last + 1) if 0 <= n < len(shapes)]
        return not beside or any(
            shapes[n] & signs.LOWER or not shapes[n] & signs.LETTER for n in beside
        )

    def _is_place(self, first: int, last: int, flag: int, sign: int) -> bool | None:
        """Tell whether what stands around a name speaks for a place; None: it is a person's."""
        gaps, shapes = self.gaps, self.shapes
        strength, end = flag & g.STRENGTH, self.ends[last]
        before = first - 1 if first and not gaps[first] & ~_JOINS else -1
        after = last + 1 if last + 1 < len(shapes) and not gaps[last + 1] & ~_JOINS else -1
        if not shapes[first] & _CASED:
            letters = end - self.starts[first]
            least = 2 if last > first or self.words.text[end - 1] >= _HANGUL else 3
            return strength == 3 and letters >= least
        located = before >= 0 and sign & LOCATED != 0 and not shapes[before] & signs.UPPER
        if first == last and flag & (g.FIRST | g.LAST) and not located:
            if self._is_person(first, before, after, flag):
                return None
        elif before >= 0 and self._begins_person(before):
            return None
        if strength == 3 and not flag & g.WORD:
            return located or first < last or self.words_known or not self._is_word_here(first)
        if strength == 0 or (flag & g.WORD and strength < 2):
            return False
        if first == last and end - self.starts[first] < 6 and not shapes[first] & signs.LOWER:
            return False  # an abbreviation
        if before >= 0 and (shapes[before] ^ shapes[first]) & signs.FOREIGN:
            return False  # a name in another script than the text's is a firm's
        starts = first == 0 or bool(gaps[first] & _STARTS)
        alone = not (before >= 0 and shapes[before] & signs.CAPITAL and not located) and not (
            after >= 0 and shapes[after] & signs.CAPITAL
        )
        if flag & g.WORD:
            return located and alone and strength >= 2
        if strength == 2:
            if last > first:
                return True  # "Suffolk County", "Villingen-Schwenningen"
            if flag & (g.FIRST | g.LAST) and first == last:
                return located and alone
            return located or (alone and not starts)
        # "im Paradies" is no village
        return located and alone and not flag & (g.FIRST | g.LAST) and not self.capital_nouns

    def _is_word_here(self, at: int) -> bool:
        """Tell whether a name that begins a sentence is a word of the text's language.

        Finnish ``Jos`` is a town in Nigeria, and the word for "if": it is short, or the text has
        it in small letters too.
        """
        if at and not self.gaps[at] & _STARTS:
            return False
        if self.ends[at] - self.starts[at] <= _SHORT_WORD:
            return True
        same = self.words.plain == self.plain[at]
        return bool((same & (self.words.shapes & signs.CAPITAL == 0)).any())

    def _begins_person(self, before: int) -> bool:
        """Tell whether the word before a name is a first name or a title."""
        if not self.shapes[before] & signs.CAPITAL:
            return False
        return self.plain[before] in place_words.titles or (
            gazetteer().is_first_name(self.plain[before]) and not self._is_well_known(before)
        )

    def _is_well_known(self, at: int) -> bool:
        hit = self._hit_at(at)
        return hit is not None and hit[3] & g.STRENGTH == 3

    def _hit_at(self, first: int) -> Hit | None:
        """Return the name that begins with a word."""
        n = bisect_left(self.hits, (first,))
        return self.hits[n] if n < len(self.hits) and self.hits[n][0] == first else None

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
            if flag & g.STRENGTH == 3 and not gazetteer().is_surname(self.plain[after]):
                return False
            hit = self._hit_at(after)
            last = hit[1] if hit else after
            beyond = last + 1 < len(shapes) and not self.gaps[last + 1] & ~_JOINS
            return self.plain[after] not in place_words.after and not (
                beyond and self.plain[last + 1] in place_words.after
            )
        return False

    def _qualifier(
        self, first: int, last: int, row: int
    ) -> tuple[tuple[Region, ...], Mention | None]:
        """Return the regions or countries named after a name, and their mention; or none."""
        at = last + 1
        if at >= len(self.shapes) or not self.shapes[at] & signs.CAPITAL:
            return (), None
        if self.gaps[at] & ~_IN_QUALIFIER:
            return (), None
        where = gazetteer()
        regions, end = abbreviated(self.plain, self.cased, self.gaps, at)
        within = tuple(region for region in regions if where.spots_in(row, (region,)))
        after = where.region_row(within[0]) if within else -1
        hit = self._hit_at(at) if not within else None
        if hit is not None:
            _, end, after, _, _ = hit
            named = where.spots(after)
            within = tuple(r for r in regions_of(named) if where.spots_in(row, (r,)))
            # "London, Paris, New York" is a list; "Albany, New York" is not.
            listed = bool(first) and bool(self.gaps[first] & signs.COMMA)
            if within and listed and any(spot.stands_alone for spot in named):
                return (), None
        if not within or after < 0:
            return within, None
        point = bool(regions) and self.words.text[self.ends[end] : self.ends[end] + 1] == "."
        stop = self.ends[end] + point
        return within, Mention(at, end, after, self.starts[at], stop, within, said=True)


def find_mentions(
    read: ItemWords,
    names: tuple[Name, ...] = (),
    demonyms: Iterable[tuple[int, int, str]] = (),
    language: str = "",
    known: frozenset[int] = frozenset(),
) -> list[Mention]:
    """Return the places that an item names, in the text's order.

    *names* are those that are known of it, *demonyms* the words for peoples, which are no places,
    *known* the rows of the gazetteer that are places of the item for sure: its dateline's.
    """
    return _Finder(read, names, demonyms, language, known).find()
