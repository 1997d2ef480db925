"""Find the words of a text that name places: which of the gazetteer's names are meant as such.

A name of the gazetteer is taken for a place where the names step says so, where what follows places
it (``Paris, Texas``), where it is too well known to be anything else, or where the words around it
speak for a place (``in Reading``). It is none within a person's or an organisation's name.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pipeline.enriching.gazetteer import table as g
from pipeline.enriching.gazetteer.demonyms import Demonym
from pipeline.enriching.gazetteer.table import gazetteer
from pipeline.enriching.places import mention as m
from pipeline.enriching.places import scan_by_python as plain_scan
from pipeline.enriching.places import surroundings as around
from pipeline.enriching.places import words as place_words
from pipeline.enriching.places.bodies import is_called_after, is_of_body
from pipeline.enriching.places.mention import Mention, NamedSpans, mention_of
from pipeline.enriching.places.next_words import (
    is_closed,
    is_listed,
    is_located,
    is_money,
    is_other,
    is_owner,
)
from pipeline.enriching.places.qualifiers import abbreviated, counties_of, is_land, regions_of
from pipeline.enriching.places.surroundings import Surroundings
from pipeline.words import signs
from pipeline.words.of_item import ItemWords
from pipeline.words.search import first_from
from schemas.types import Name

__all__ = ["Finder"]

_TITLES: Final = place_words.titles
_MOST: Final = 400
"""Names that are looked at in one item; a list of more is no story."""

_HIT: Final = around.HIT
_YES: Final = around.YES
_PERSONS: Final = around.PERSONS

_NOBODY: Final = m.NOBODY
_PLACE: Final = m.PLACE
_MAYBE: Final = m.MAYBE
_MAYBE_PERSON: Final = m.MAYBE_PERSON
_ONE_WORD: Final = m.ONE_WORD
_PERSON: Final = m.PERSON

_STRENGTH: Final = g.STRENGTH
_WORD: Final = g.WORD
_LAST: Final = g.LAST
_NAMES: Final = g.FIRST | g.LAST
_CAPS: Final = g.CAPS

_LIKELY: Final = plain_scan.LIKELY
_WAITING: Final = plain_scan.WAITING
_OPENS: Final = plain_scan.OPENS

_CAPITAL: Final = signs.CAPITAL
_POINT: Final = signs.POINT
_COMMA: Final = signs.COMMA
_OPENING: Final = signs.OPENING
_CLOSING: Final = signs.CLOSING
_CODED: Final = frozenset({"US", "CA"})
"""Countries whose towns are named with their states' postal codes: ``Rome, NY``."""

_IN_QUALIFIER: Final = plain_scan.OPENS | signs.BLANK | signs.LINE | signs.POINT


class Finder:
    """Judges the names of one item."""

    def __init__(
        self,
        read: ItemWords,
        names: tuple[Name, ...] = (),
        demonyms: Iterable[Demonym] = (),
        language: str = "",
        known: frozenset[int] = frozenset(),
    ) -> None:
        """*names* are those that are known of the item, *demonyms* the words for peoples.

        *known* are the rows of the gazetteer that are places of the item for sure: its dateline's.
        """
        self.named: NamedSpans = NamedSpans(read, names)
        self.around: Surroundings = Surroundings(read, names, language, self.named)
        self._english: bool = language == "en"
        self._known = known
        self._demonyms: dict[int, int] = {first: last for first, last, *_ in demonyms}
        self._said: Mention | None = None
        self._stop: int = -1

    def find(self) -> list[Mention]:
        """Return the places that the item names, in the text's order."""
        around, named = self.around, self.named
        starts, ends, gaps, hits = around.starts, around.ends, around.gaps, around.hits
        found: list[Mention] = []
        waiting: list[int] = []
        count, taken = 0, -1
        for hit in range(around.hit_count):
            first, last, row = hits[_HIT * hit], hits[_HIT * hit + 1], hits[_HIT * hit + 2]
            flag, sign = hits[_HIT * hit + 3], hits[_HIT * hit + 4]
            if first <= taken:
                continue
            start, end = starts[first], ends[last]
            name = named.before(start)
            kind = named.kind(name) if name >= 0 and named.end(name) >= end else _NOBODY
            # Most are ordinary words after a full stop: they are no places without a sign of it.
            if not (kind or sign & _LIKELY):
                if sign & _WAITING:
                    waiting.append(hit)
                continue
            strength = flag & _STRENGTH
            if kind == _ONE_WORD:  # without a first name it may as well be a town
                kind = _PERSON if strength < 2 or flag & (_NAMES | _WORD) else _NOBODY
            elif kind == _MAYBE_PERSON:
                kind = _PERSON if flag & _NAMES else _NOBODY
            elif kind == _MAYBE and (strength < 2 or flag & (_WORD | _LAST)):
                kind = _NOBODY
            if kind == _PERSON or (self._demonyms and self._is_demonym(first, last, strength)):
                continue
            if flag & _CAPS and not around.in_capitals(first, last, kind == _PLACE):
                continue
            if flag & _CAPS and is_money(around, last):
                continue
            if is_other(around, first, last, strength):
                continue
            if last > first:
                before, after = gaps[last], gaps[last + 1]
                if before & _POINT and after & _POINT:
                    end += 1  # the last point of "U.S."
                if before & _OPENING and after & _CLOSING:
                    end += 1  # "Halle (Saale)"
            # Most are none, of which no mention is made.
            opens = gaps[last + 1] & _OPENS
            if not kind and not opens:
                speaks = around.speaks(first, last, flag, sign)
                if speaks != _YES:
                    if speaks != _PERSONS and not flag & _WORD:
                        waiting.append(hit)
                    continue
            mention = mention_of(first, last, row, start, end)
            self._said = None
            self._stop = last
            if opens and not self._qualify(mention, kind, strength):
                taken = self._stop
                continue
            if kind:
                if not self._is_of_name(mention, kind, name, flag):
                    continue
            elif opens and not mention.within:
                speaks = around.speaks(first, last, flag, sign)
                if speaks != _YES:
                    if speaks != _PERSONS and not flag & _WORD:
                        waiting.append(hit)
                    continue
            if name >= 0 and named.start(name) == mention.start:
                mention.name = named.number(name)
            found.append(mention)
            count += 1
            taken = last
            said = self._said
            if said is not None:  # what was said after it, a place too
                said.name = self._name_at(said.start)
                found.append(said)
                count += 1
                taken = said.last
            if count >= _MOST:
                break
        return self._with(found, waiting) if waiting else found

    def _with(self, found: list[Mention], waiting: list[int]) -> list[Mention]:
        """Add those that were not sure, where the text is sure of the name elsewhere."""
        around = self.around
        rows = set(self._known)
        for mention in found:
            if not mention.hint:
                rows.add(mention.row)
        more: list[Mention] = []
        for hit in waiting:
            row = around.hits[_HIT * hit + 2]
            if row in rows:
                first, last = around.hits[_HIT * hit], around.hits[_HIT * hit + 1]
                mention = mention_of(first, last, row, around.starts[first], around.ends[last])
                mention.name = self._name_at(mention.start)
                more.append(mention)
        return sorted(found + more, key=_start_of) if more else found

    def _name_at(self, start: int) -> int:
        n = self.named.before(start)
        return self.named.number(n) if n >= 0 and self.named.start(n) == start else -1

    def _is_demonym(self, first: int, last: int, strength: int) -> bool:
        """Tell whether a name is a word for a people.

        No English one is a country's name; ``Polen`` is both.
        """
        stop = self._demonyms.get(first, -1)
        return stop >= last and (self._english or strength < 3)

    def _is_of_name(self, mention: Mention, kind: int, name: int, flag: int) -> bool:
        """Tell whether it is a place within a name that the names step found, and in which way."""
        strength = flag & _STRENGTH
        begin, stop = self.named.start(name), self.named.end(name)
        whole = mention.start - begin < 5 and stop - mention.end < 2  # "the Hague", "U.S."
        if kind not in (_PLACE, _MAYBE):
            before = first_from(self.around.starts, begin) - 1
            if before >= 0 and self.around.plain[before] in _TITLES:
                return False  # "Judge Durham Hall" is no organisation
            mention.hint = not (whole and strength == 3)
            mention.body = mention.hint and is_of_body(self.around, mention, begin, stop, flag)
            return not mention.hint or mention.body or (strength == 3 and not flag & _WORD)
        if not whole and not mention.within:
            if strength < 2 or flag & _WORD or is_called_after(self.around, mention, stop):
                return False
            mention.start, mention.end, mention.part = begin, stop, True
        if mention.start == begin and mention.end == stop:
            mention.span = self.named.span(name)
        return True

    def _qualify(self, mention: Mention, kind: int, strength: int) -> bool:
        """Add the regions or countries named after a name, if any; and say where they stand.

        False if they tell that another place is meant than any of its name that we know.
        """
        around, at, row = self.around, mention.last + 1, mention.row
        if at >= around.count or not around.shapes[at] & _CAPITAL:
            return True
        if around.gaps[at] & ~_IN_QUALIFIER:
            return True
        where = gazetteer()
        regions, end = abbreviated(around.plain, around.cased, around.gaps, at)
        within = tuple([region for region in regions if where.spots_in(row, (region,))])
        after = where.region_row(within[0]) if within else -1
        hit = -1 if within or (regions and around.gaps[end + 1] & _POINT) else around.hit_at(at)
        beside = False
        if hit >= 0:
            end, after = around.hits[_HIT * hit + 1], around.hits[_HIT * hit + 2]
            named = where.spots(after)
            within = tuple([r for r in regions_of(named) if where.spots_in(row, (r,))])
            # "London, Paris, New York" is a list; "Albany, New York" is not.
            if within and mention.first and around.gaps[mention.first] & _COMMA:
                for spot in named:
                    if spot.stands_alone:
                        return True
            if not within and not is_listed(around, end):
                within = tuple([r for r in counties_of(named) if where.spots_in(row, (r,))])
                if within:
                    mention.within = within
                    return True
                flag = around.hits[_HIT * hit + 3]
                beside = strength < 3 and not flag & _WORD and is_land(named)
                beside = beside and flag & _STRENGTH >= 2 and not is_owner(around, end)
                beside = beside and (named[0].kind == "region" or is_closed(around, end))
        # "Rome, Pa."; but Perth is not left out for being in WA, Australia
        if (
            regions
            and not within
            and around.gaps[at] & _COMMA
            and (around.gaps[end + 1] & _POINT or (strength < 3 and regions[0][0] in _CODED))
        ):
            self._stop = end
            return False
        if beside and (kind in (_PLACE, _MAYBE) or is_located(around, mention.first)):
            return False
        mention.within = within
        if not within or after < 0:
            return True
        stop = around.ends[end]
        if regions and around.text[stop : stop + 1] == ".":
            stop += 1
        said = mention_of(at, end, after, around.starts[at], stop)
        said.within = within
        said.said = True
        self._said = said
        return True


def _start_of(mention: Mention) -> int:
    return mention.start
