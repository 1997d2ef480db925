"""Find the words of a text that name places: which of the gazetteer's names are meant as such.

A name of the gazetteer is taken for a place where the names step says so, where what follows places
it (``Paris, Texas``), where it is too well known to be anything else, or where the words around it
speak for a place (``in Reading``). It is none within a person's or an organisation's name.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pipeline.enriching.gazetteer import table as g
from pipeline.enriching.gazetteer.table import gazetteer
from pipeline.enriching.places import mention as m
from pipeline.enriching.places import scan_by_python as plain_scan
from pipeline.enriching.places import surroundings as around
from pipeline.enriching.places import words as place_words
from pipeline.enriching.places.mention import Mention, NamedSpans
from pipeline.enriching.places.qualifiers import abbreviated, regions_of
from pipeline.enriching.places.surroundings import Surroundings
from pipeline.words import signs
from pipeline.words.of_item import ItemWords
from schemas.types import Name

__all__ = ["Finder"]

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
_IN_QUALIFIER: Final = plain_scan.OPENS | signs.BLANK | signs.LINE | signs.POINT


class Finder:
    """Judges the names of one item."""

    def __init__(
        self,
        read: ItemWords,
        names: tuple[Name, ...] = (),
        demonyms: Iterable[tuple[int, int, str]] = (),
        language: str = "",
        known: frozenset[int] = frozenset(),
    ) -> None:
        """*names* are those that are known of the item, *demonyms* the words for peoples.

        *known* are the rows of the gazetteer that are places of the item for sure: its dateline's.
        """
        self.named: NamedSpans = NamedSpans(read, names)
        self.around: Surroundings = Surroundings(read, names, language)
        self._english: bool = language == "en"
        self._known = known
        self._demonyms: dict[int, int] = {first: last for first, last, _ in demonyms}
        self._said: Mention | None = None

    def find(self) -> list[Mention]:
        """Return the places that the item names, in the text's order."""
        around, named = self.around, self.named
        starts, ends, gaps, hits = around.starts, around.ends, around.gaps, around.hits
        found: list[Mention] = []
        waiting: list[Mention] = []
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
                    waiting.append(Mention(first, last, row, start, end, ()))
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
            if last > first:
                before, after = gaps[last], gaps[last + 1]
                if before & _POINT and after & _POINT:
                    end += 1  # the last point of "U.S."
                if before & _OPENING and after & _CLOSING:
                    end += 1  # "Halle (Saale)"
            mention = Mention(first, last, row, start, end, ())
            self._said = None
            if gaps[last + 1] & _OPENS:
                self._qualify(mention)
            if kind:
                if not self._is_of_name(mention, kind, name, flag):
                    continue
            elif not mention.within:
                speaks = around.speaks(first, last, flag, sign)
                if speaks != _YES:
                    if speaks != _PERSONS and not flag & _WORD:
                        waiting.append(Mention(first, last, row, start, ends[last], ()))
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

    def _with(self, found: list[Mention], waiting: list[Mention]) -> list[Mention]:
        """Add those that were not sure, where the text is sure of the name elsewhere."""
        rows = set(self._known)
        for mention in found:
            if not mention.hint:
                rows.add(mention.row)
        more = [mention for mention in waiting if mention.row in rows]
        for mention in more:
            mention.name = self._name_at(mention.start)
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
            mention.hint = not (whole and strength == 3)
            mention.body = mention.hint and self._is_of_body(mention, begin, stop, flag)
            return not mention.hint or mention.body or (strength == 3 and not flag & _WORD)
        if not whole and not mention.within:
            if strength < 2 or flag & _WORD:
                return False
            mention.start, mention.end, mention.part = begin, stop, True
        if mention.start == begin and mention.end == stop:
            mention.span = self.named.span(name)
        return True

    def _is_of_body(self, mention: Mention, begin: int, stop: int, flag: int) -> bool:
        """Tell whether an organisation's name says where it is: it is a court, a college ...

        ``Boise Fire Department``, ``University of Leeds``; not of a newspaper or a team.
        """
        around, strength = self.around, flag & _STRENGTH
        if flag & _WORD or strength < 2 or (strength < 3 and flag & _NAMES):
            return False
        if mention.start - begin < 5:  # "the"
            for n in range(mention.last + 1, around.count):
                if around.starts[n] >= stop:
                    break
                if around.plain[n] in place_words.bodies:
                    return True
        elif stop - mention.end < 2:
            for n in range(mention.first - 1, -1, -1):
                if around.starts[n] < begin:
                    break
                if around.plain[n] in place_words.bodies:
                    return True
        return False

    def _qualify(self, mention: Mention) -> None:
        """Add the regions or countries named after a name, if any; and say where they stand."""
        around, at, row = self.around, mention.last + 1, mention.row
        if at >= around.count or not around.shapes[at] & _CAPITAL:
            return
        if around.gaps[at] & ~_IN_QUALIFIER:
            return
        where = gazetteer()
        regions, end = abbreviated(around.plain, around.cased, around.gaps, at)
        within = tuple([region for region in regions if where.spots_in(row, (region,))])
        after = where.region_row(within[0]) if within else -1
        hit = -1 if within else around.hit_at(at)
        if hit >= 0:
            end, after = around.hits[_HIT * hit + 1], around.hits[_HIT * hit + 2]
            named = where.spots(after)
            within = tuple([r for r in regions_of(named) if where.spots_in(row, (r,))])
            # "London, Paris, New York" is a list; "Albany, New York" is not.
            if within and mention.first and around.gaps[mention.first] & _COMMA:
                for spot in named:
                    if spot.stands_alone:
                        return
        mention.within = within
        if not within or after < 0:
            return
        stop = around.ends[end]
        if regions and around.text[stop : stop + 1] == ".":
            stop += 1
        self._said = Mention(at, end, after, around.starts[at], stop, within)
        self._said.said = True


def _start_of(mention: Mention) -> int:
    return mention.start
