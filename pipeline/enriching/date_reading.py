"""The days that the words of a text speak of, read around the words that name them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.enriching import date_days as days
from pipeline.enriching.calendar_words import Role, Tongue
from pipeline.enriching.date_days import BY_HABIT, BY_TENSE, SPELLED, Days
from pipeline.words import signs
from pipeline.words.reading import Words

__all__ = ["Mention", "mentions"]

_MOST_CANDIDATES: Final = 400
"""Words of one item that are looked at; a story has some ten."""
_BEFORE, _BEHIND = 12, 8
"""Words around a day that are looked at for what tells the tense. Guesses."""

_DAY, _MONTH, _UNIT = int(Role.DAYS | Role.DAYS_PAST), int(Role.MONTHS), int(Role.UNIT)
_NEAR, _NEAR_I = int(Role.NEAR), int(Role.NEAR_I)
_LAST, _NEXT, _THIS = int(Role.LAST), int(Role.NEXT), int(Role.THIS)
_WHICH = _LAST | _NEXT | _THIS
_IN, _OF, _THE, _PART = int(Role.IN), int(Role.OF), int(Role.THE), int(Role.PART)
_TO, _AND, _BETWEEN, _FROM = int(Role.TO), int(Role.AND), int(Role.BETWEEN), int(Role.FROM)
_SINCE, _UNTIL = int(Role.SINCE), int(Role.UNTIL)
_BEFORE_YEAR = _IN | _FROM | _UNTIL | _BETWEEN
_FUTURE, _PAST, _EVERY = int(Role.FUTURE), int(Role.PAST), int(Role.EVERY)
_AGO, _BEFORE_AGO = int(Role.AGO), int(Role.BEFORE_AGO)
_NAME_BEFORE, _NAME_BEHIND = int(Role.NAME_BEFORE), int(Role.NAME_BEHIND)
_NUMBER, _ORDINAL = int(Role.NUMBER), int(Role.ORDINAL)
_EARLIER, _LATER = int(Role.EARLIER), int(Role.LATER)

_NOTHING: Final = (0,) * 12
_STOPS: Final = b"P."
_SPACE, _DOT, _POINT, _COMMA, _HYPHEN, _DASH, _SLASH, _END = b" o.,h-/P"


def _gap_letters() -> npt.NDArray[np.uint8]:
    """Return a letter for each gap by its first 16 bits: ``o`` is a point and ``h`` a hyphen
    without a blank, ``x`` what never stands within a date."""
    bits = np.arange(1 << 16, dtype=np.uint32)
    spaced = (bits & signs.BLANK) != 0
    known = signs.BLANK | signs.POINT | signs.COMMA | signs.HYPHEN | signs.DASH | signs.SLASH
    letters = np.full(1 << 16, _SPACE, np.uint8)
    for letter, which in (
        (_DOT, (bits & signs.POINT) != 0),
        (_POINT, ((bits & signs.POINT) != 0) & spaced),
        (_COMMA, (bits & signs.COMMA) != 0),
        (_SLASH, (bits & signs.SLASH) != 0),
        (_DASH, (bits & (signs.DASH | signs.HYPHEN)) != 0),
        (_HYPHEN, ((bits & signs.HYPHEN) != 0) & ~spaced),
        (ord("x"), (bits & ~np.uint32(known)) != 0),
        (_END, (bits & (signs.PARAGRAPH | signs.LINE | signs.END)) != 0),
    ):
        letters[which] = letter
    return letters


_GAPS: Final = _gap_letters()


class Mention(NamedTuple):
    """Days that are spoken of, and the first and the last word that do."""

    first: int
    last: int
    days: Days


def mentions(words: Words, tongue: Tongue, today: date, begin: int = 0) -> Iterator[Mention]:
    """Yield the days that a text speaks of from the word *begin* on, in its order.

    ``OverflowError`` where the calendar ends (years 1 and 9999).
    """
    rows = tongue.table.rows(words.plain)
    # A word that is not in the table has row -1, which as an unsigned number is the largest.
    found = rows.view(np.uint32) < tongue.triggers
    found |= (words.shapes == signs.DIGIT) & (words.ends - words.starts == 4)
    candidates = found.nonzero()[0]
    if not len(candidates):
        return
    reader = _Reader(words, tongue, rows, today)
    done = begin
    for at in candidates[:_MOST_CANDIDATES].tolist():
        if at >= done and (mention := reader.read(at)) is not None and mention.first >= done:
            yield mention
            done = mention.last + 1


class _Reader:
    """Reads a date around one word; *at* is that word's number throughout."""

    def __init__(
        self, words: Words, tongue: Tongue, rows: npt.NDArray[np.int32], today: date
    ) -> None:
        self.words, self.tongue, self.today = words, tongue, today
        self.rows = rows
        # All go on a little behind the last word, and so before the first one.
        self.roles: list[int] = tongue.roles[rows].tolist()
        self.roles += _NOTHING
        self.gaps = _GAPS[words.gaps & 0xFFFF].tobytes() + bytes((_END,)) * len(_NOTHING)
        self.shapes = words.shapes.tobytes() + bytes(_NOTHING)

    def row(self, at: int) -> int:
        return int(self.rows.item(at))

    def word(self, at: int) -> str:
        """Return a word; nothing for one outside the text."""
        if not 0 <= at < len(self.words):
            return ""
        words = self.words
        return words.text[words.starts.item(at) : words.ends.item(at)]

    def number(self, at: int) -> int:
        """Return a number of one or two digits, as in "17", "1er" and "3rd"; 0 for other words."""
        if not self.shapes[at] & signs.DIGIT:
            return 0
        word = self.word(at)
        digits = word[:2] if word[:2].isdecimal() else word[:1]
        rest = word[len(digits) :]
        return int(digits) if digits.isdecimal() and (not rest or rest in _SUFFIXES) else 0

    def year(self, at: int) -> int:
        """Return a year of four digits; 0 for other words."""
        if self.shapes[at] != signs.DIGIT:
            return 0
        word = self.word(at)
        return int(word) if len(word) == 4 and word.isdecimal() else 0

    def joins(self, at: int, letters: bytes = b" ") -> bool:
        """Tell whether only these stand between a word and the one before it."""
        return self.gaps[at] in letters

    def capital(self, at: int) -> bool:
        return bool(self.shapes[at] & signs.CAPITAL)

    def read(self, at: int) -> Mention | None:
        role = self.roles[at]
        if not role:
            return self.digits(at)
        if role & (_DAY | _MONTH):
            if self.tongue.capitals and not self.shapes[at] & signs.CAPITAL:
                return None  # sun, mon and may of something else
            return self.day(at) if role & _DAY else self.month(at)
        if role & (_NEAR | _NEAR_I):
            found = self.near(at)
            if found is not None or not role & _UNIT:
                return found
        return self.unit(at) if role & _UNIT else self.digits(at)

    def tense(self, at: int, last: int) -> int:
        """Return 1 for what is to come, -1 for what was, 0 where nothing tells it."""
        gaps, roles = self.gaps, self.roles
        for back in range(at - 1, max(-1, at - 1 - _BEFORE), -1):
            if gaps[back + 1] in _STOPS:
                break
            role = roles[back]
            if role:
                if at - back <= 2:
                    if role & _UNTIL:
                        return 1
                    if role & _SINCE:
                        return -1
                if role & (_FUTURE | _PAST):
                    return 1 if role & _FUTURE else -1
        for on in range(last + 1, last + 1 + _BEHIND):
            if gaps[on] in _STOPS:
                break
            if roles[on] & (_FUTURE | _PAST):
                return 1 if roles[on] & _FUTURE else -1
        return 0

    def which(self, at: int, last: int) -> tuple[int, int, int]:
        """Return -1, 0 or 1 for last, this and next beside words, and where it all stands.

        9 where none of them does.
        """
        role = self.roles[at - 1] if self.joins(at) else 0
        if role & _WHICH:
            first = at - 1
            if role & _LAST and self.roles[at - 2] & _THIS and self.joins(at - 1):
                first = at - 2  # this past Sunday
            return (-1 if role & _LAST else 1 if role & _NEXT else 0), first, last
        role = self.roles[last + 1] if self.joins(last + 1) else 0
        if role & (_LAST | _NEXT):
            return (-1 if role & _LAST else 1), at, last + 1
        if self.roles[last + 2] & _NEXT and self.joins(last + 2) and self._is_that(last + 1):
            return 1, at, last + 2
        return 9, at, last

    def _is_that(self, at: int) -> bool:
        return self.joins(at) and self.word(at) == "que"  # el lunes que viene

    def day(self, at: int) -> Mention | None:
        role, before = self.roles[at], self.roles[at - 1]
        number = self.tongue.days[self.row(at)]
        if before & _EVERY and self.joins(at):
            return None
        if before & _NAME_BEFORE and self.capital(at - 1) and self.joins(at):
            return None
        if self.roles[at + 1] & _NAME_BEHIND and self.capital(at + 1) and self.joins(at + 1):
            return None
        last = at
        if self.tongue.language == "pt" and number < 5:
            if not (self.joins(at + 1, b"h ") and self.word(at + 1).lower() == "feira"):
                return None  # "segunda" is "second" as well
            last = at + 1
        behind = self.roles[last + 1] or self.shapes[last + 1] & signs.DIGIT
        if behind:
            found = self._dated(at, last) or self._of_week(at, last, number)
            if found is not None:
                return found
        if role & int(Role.DAYS_PAST):
            return Mention(at, last, days.weekday(self.today, number, -2, SPELLED))
        step, first, last = self.which(at, last)
        if step in (-1, 1):
            return Mention(first, last, days.weekday(self.today, number, 2 * step, SPELLED))
        tense = self.tense(first, last)
        day = days.weekday(self.today, number, tense, BY_TENSE if tense else BY_HABIT)
        ranged = self._to_day(first, last, day) if behind else None
        return ranged or Mention(first, last, day)

    def _dated(self, at: int, last: int) -> Mention | None:
        """Return Thursday, 17 February: the day of the week is only said beside the date."""
        then = last + 1
        if self.roles[then] & _THE and self.joins(then, b" ,"):
            then += 1
        for month in range(then, then + 3):
            if (
                self.roles[month] & _MONTH
                and self.joins(then, b" ,.")
                and (month == then or self.number(then))
            ):
                found = self.month(month)
                if found is not None and at < found.first <= then:
                    return Mention(at, found.last, found.days)
        return None

    def _of_week(self, at: int, last: int, number: int) -> Mention | None:
        """Return Thursday of next week, Donnerstag kommender Woche."""
        then = last + 1
        while then <= last + 2 and self.roles[then] & (_OF | _THE) and self.joins(then):
            then += 1
        role = self.roles[then]
        if not (role & _WHICH and self.roles[then + 1] & _UNIT and self.joins(then + 1)):
            return None
        if self.tongue.units[self.row(then + 1)] != "week" or not self.joins(then):
            return None
        step = -1 if role & _LAST else 1 if role & _NEXT else 0
        week = days.span_of(self.today, "week", step)
        assert week is not None
        monday = week[0]
        return Mention(at, then + 1, days.weekday(monday, number, 1, SPELLED))

    def _to_day(self, first: int, last: int, found: Days) -> Mention | None:
        """Return from Monday to Friday, which are the days between as well."""
        then = last + 1
        role = self.roles[then]
        ranged = role & _TO or (role & _AND and self.roles[first - 1] & _BETWEEN)
        if ranged and self.joins(then):
            then += 1 + bool(self.roles[then + 1] & _THE)
            joined = self.joins(then)
        else:
            joined = self.joins(then, b"h-")
        if not joined or not self.roles[then] & _DAY:
            return None
        end = days.weekday(found[0], self.tongue.days[self.row(then)], 1, found[2])
        return Mention(first, then, (found[0], end[0], found[2]))

    def month(self, at: int) -> Mention | None:
        month = self.tongue.months[self.row(at)]
        ambiguous = self.word(at) in _NO_MONTHS
        first, last, day, day_end = at, at, 0, 0
        before = at - 1
        if self.roles[before] & _OF and self.joins(at) and self.number(before - 1):
            before -= 1
        number = self.number(before)
        if 1 <= number <= 31 and self.joins(before + 1, b" .oh"):
            first, day, day_end = before, number, number
            low, low_at = self._low(before)
            if low:
                day, first = low, low_at
        elif self.tongue.language == "en" and not self._in_month(at):
            number = self.number(at + 1)
            if 1 <= number <= 31 and self.joins(at + 1, b" ."):
                last, day, day_end = at + 1, number, number
                high = self.number(at + 2)
                if high and self.joins(at + 2, b"h-"):
                    last, day_end = at + 2, high
                else:
                    high = self.number(at + 3)
                    if high and self.roles[at + 2] & _TO and self.joins(at + 2):
                        last, day_end = at + 3, high
        then = last + 1
        if self.roles[then] & _OF and self.joins(then) and self.year(then + 1):
            then += 1
        year = self.year(then) if self.joins(then, b" .,") else 0
        if self.gaps[then : then + 1] == b"," and not day:
            year = 0  # In March, 2019 people
        last = then if year else last
        if day:
            found = days.full_date(self.today, year, month, day, day_end)
            return None if found is None else Mention(first, last, found)
        if ambiguous and not year:
            return None
        if year:
            found = days.month_of(year, month, SPELLED)
            return None if found is None else Mention(first, last, found)
        step, first, last = self.which(at, at)
        if step == 9 and not (self.roles[at - 1] & (_IN | _PART) and self.joins(at, b" h-")):
            return None
        if step == 9 and self.tongue.language == "en" and month == 5 and not self._may(at):
            return None
        tense = 2 * step if step in (-1, 1) else self.tense(at, at)
        found = days.month_near(self.today, month, tense, SPELLED if step != 9 else BY_HABIT)
        return None if found is None else Mention(first, last, found)

    def _in_month(self, at: int) -> bool:
        """Tell whether "in" stands before a month: "In March 12 people died"."""
        return self.joins(at) and self.word(at - 1).lower() == "in"

    def _may(self, at: int) -> bool:
        """Tell "in May" from what is of Theresa May."""
        before = self.word(at - 1).lower()
        return before in ("in", "since", "during", "early", "late", "mid")

    def _low(self, at: int) -> tuple[int, int]:
        """Return the first of two days before a month: 3-5 May, vom 3. bis 5. Mai."""
        low = self.number(at - 1)
        if low and self.joins(at, b"h-"):
            return low, at - 1
        to = at - 1
        if self.roles[to] & (_THE | _UNTIL) and self.roles[to - 1] & _TO:
            to -= 1  # vom 3. bis zum 5. Mai
        role = self.roles[to]
        low = self.number(to - 1)
        if low and (
            (role & _TO and self.roles[to - 2] & (_FROM | _BETWEEN | _THE | _IN))
            or (role & _AND and self.roles[to - 2] & _BETWEEN)
        ):
            return low, to - 1
        return 0, at

    def near(self, at: int) -> Mention | None:
        role, before = self.roles[at], self.roles[at - 1]
        word = self.word(at)
        offset = self.tongue.near[self.row(at)]
        first = at
        previous = self.word(at - 1).lower() if at else ""
        if role & _NEAR_I and not role & _NEAR:
            if previous != "i" or not self.joins(at):
                return None
            first = at - 1
        elif word[0].isupper() and self.joins(at) and self.capital(at - 1):
            return None  # USA Today
        elif word.lower() in ("morgen", "mañana"):
            times = before & (_THE | _THIS | _EVERY | _DAY | _NEAR) or previous in ("am", "guten")
            if (times and self.joins(at, b" h")) or (word[0].isupper() and self.joins(at)):
                return None  # am Morgen, heute morgen, por la mañana
        elif word.lower() == "hui":
            if previous != "aujourd":
                return None
            first = at - 1
        elif previous in ("avant", "après") and self.joins(at, b"h"):
            first, offset = at - 1, 2 * offset
        day = date.fromordinal(self.today.toordinal() + offset)
        return Mention(first, at, (day, day, SPELLED))

    def unit(self, at: int) -> Mention | None:
        roles = self.roles
        unit = self.tongue.units[self.row(at)]
        if not (roles[at - 1] or roles[at + 1] or self.shapes[at - 1] & signs.DIGIT) and (
            not self.shapes[at + 1] & signs.DIGIT and unit != "weekend"
        ):
            return None if roles[at + 2] & _NEXT == 0 else self._that_comes(at, unit)
        first = at
        if self.word(at) == "end":
            if not (self.joins(at, b"h ") and self.word(at - 1).lower() == "week"):
                return None
            first = at - 1
        elif unit == "week" and at > 1 and self.words.between(at - 2, at - 1) in _END_OF:
            first, unit = at - 2, "weekend"
        year = self.year(at + 1) if self.joins(at + 1) else 0
        if unit == "year" and 1800 <= year <= 2100:
            end = self.year(at + 2) if self.joins(at + 2, b"h-") else 0
            found = days.years(year, end if end > year else year)
            return None if found is None else Mention(first, at + 1 + (end > year), found)
        count = self._count(first - 1) if self.joins(first) else 0
        if count and unit != "weekend":
            if self.roles[at + 1] & _AGO and self.joins(at + 1):
                return self._ago(first - 1, at + 1, unit, count)
            before = first - 2
            if self.tongue.language == "fr":
                before -= 1  # il y a deux jours
            if self.roles[before] & _BEFORE_AGO and self.joins(first - 1):
                return self._ago(before, at, unit, count)
            role = self.roles[first - 2] if self.joins(first - 1) else 0
            if role & (_LAST | _NEXT) and count > 1:
                found = days.span_of(self.today, unit, -1 if role & _LAST else 1, count)
                return None if found is None else Mention(first - 2, at, found)
        if unit == "quarter":
            return self._quarter(at)
        step, start, last = self.which(first, at)
        if unit == "day":
            return None
        if step == 9:
            if unit != "weekend":
                return None
            tense = self.tense(first, at)
            step = 0 if tense > 0 or self.today.weekday() >= 5 else -1
            found = days.span_of(self.today, unit, step)
            return None if found is None else Mention(first, at, found)
        if unit == "weekend" and step == -1 and self.today.weekday() == 6:
            step = -1
        found = days.span_of(self.today, unit, step)
        if found is None:
            return None
        if step == 0 and self.roles[start - 1] & (_EARLIER | _LATER) and self.joins(start):
            earlier = self.roles[start - 1] & _EARLIER
            found = (found[0], self.today, found[2]) if earlier else (self.today, *found[1:])
            start -= 1
        return Mention(start, last, found)

    def _that_comes(self, at: int, unit: str) -> Mention | None:
        """Return el mes que viene."""
        step, first, last = self.which(at, at)
        found = days.span_of(self.today, unit, step) if step == 1 else None
        return None if found is None else Mention(first, last, found)

    def _count(self, at: int) -> int:
        if self.roles[at] & _NUMBER:
            return self.tongue.numbers[self.row(at)]
        return self.number(at)

    def _ago(self, first: int, last: int, unit: str, count: int) -> Mention | None:
        found = days.ago(self.today, unit, count)
        return None if found is None else Mention(first, last, found)

    def _quarter(self, at: int) -> Mention | None:
        """Return the third quarter of 2021."""
        step, first, last = self.which(at, at)
        if self.roles[at - 1] & _ORDINAL and self.joins(at):
            then = at + 1
            if self.roles[then] & _OF and self.joins(then):
                then += 1
            year = self.year(then) if self.joins(then) else 0
            number = self.tongue.numbers[self.row(at - 1)]
            found = days.quarter_near(self.today, number, year)
            return None if found is None else Mention(at - 1, then if year else at, found)
        if step == 9:
            return None
        found = days.span_of(self.today, "quarter", step)
        return None if found is None else Mention(first, last, found)

    def _day_month_year(self, at: int) -> Mention | None:
        """Return 17.02.2022 and 17/02/2022."""
        year, day, month = self.year(at), self.number(at - 2), self.number(at - 1)
        if not (year and day and month):
            return None
        if self.tongue.language == "en" and self.gaps[at] == _SLASH and month <= 12:
            if day <= 12 and day != month:
                return None  # of two orders, nobody knows which
        elif self.tongue.language == "en" and month > 12:
            day, month = month, day
        found = days.full_date(self.today, year, month, day, day)
        return None if found is None else Mention(at - 2, at, found)

    def digits(self, at: int) -> Mention | None:
        """Return 2022-02-17, 17.02.2022, or a year: in 2019, from 2019 to 2021."""
        gaps, roles = self.gaps, self.roles
        if gaps[at + 1] == _HYPHEN and gaps[at + 2] == _HYPHEN:
            month, day = self.number(at + 1), self.number(at + 2)
            year = self.year(at)
            found = days.full_date(self.today, year, month, day, day) if year else None
            return None if found is None else Mention(at, at + 2, found)
        if gaps[at] in b"o/" and gaps[at - 1] in b"o/":
            return self._day_month_year(at)
        if not (roles[at - 1] & _BEFORE_YEAR) and not roles[at + 1] & _UNIT:
            return None
        year = self.year(at)
        if not 1900 <= year <= 2100:
            return None
        named = self.roles[at + 1] & _UNIT and self.joins(at + 1)
        named = named and self.tongue.units[self.row(at + 1)] == "year"
        if named and self.tongue.language in ("ru", "pl"):
            found = days.years(year, year)
            return None if found is None else Mention(at, at + 1, found)
        if not roles[at - 1] & _BEFORE_YEAR or not self.joins(at):
            return None
        if self.gaps[at + 1] == ord("x") or self.number(at + 1):
            return None
        end, last = year, at
        to = self.roles[at + 1]
        ranged = to & _TO or (to & _AND and self.roles[at - 1] & _BETWEEN)
        if self.joins(at + 1, b"h-") and self.year(at + 1) > year:
            end, last = self.year(at + 1), at + 1
        elif ranged and self.joins(at + 1) and self.year(at + 2) > year:
            end, last = self.year(at + 2), at + 2
        found = days.years(year, end, BY_TENSE)
        return None if found is None else Mention(at, last, found)


_SUFFIXES: Final = frozenset(("st", "nd", "rd", "th", "er", "º", "ª", "e", "ème", "h"))
_END_OF: Final = frozenset({"fin de", "fim de"})
"""... semana."""
_NO_MONTHS: Final = frozenset({"Mars", "Maja", "may", "march", "Marca"})
"""The planet, a name, and verbs; of other words the languages and their capitals tell it."""
