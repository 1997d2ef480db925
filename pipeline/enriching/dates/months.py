"""Read dates that name a month, and those in digits: 17 February, 2022-02-17, in 2019."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.dates import days
from pipeline.enriching.dates.calendar_words import Role
from pipeline.enriching.dates.days import BY_HABIT, BY_TENSE, SPELLED
from pipeline.enriching.dates.row import DateRow, Mention
from pipeline.words import signs

__all__ = ["Months"]

_MONTH: Final = Role.MONTHS
_UNIT: Final = Role.UNIT
_LAST: Final = Role.LAST
_NEXT: Final = Role.NEXT
_WHICH: Final = Role.LAST | Role.NEXT | Role.THIS
_OF: Final = Role.OF
_THE: Final = Role.THE
_TO: Final = Role.TO
_AND: Final = Role.AND
_BETWEEN: Final = Role.BETWEEN
_BEFORE_YEAR: Final = Role.IN | Role.FROM | Role.UNTIL | Role.BETWEEN | Role.PART
_BEFORE_LOW: Final = Role.FROM | Role.BETWEEN | Role.THE | Role.IN
_SIDE: Final = Role.LAST | Role.NEXT
_OF_OR_THE: Final = Role.OF | Role.THE
_THE_OR_UNTIL: Final = Role.THE | Role.UNTIL
_IN_OR_PART: Final = Role.IN | Role.PART
_PAST: Final = Role.PAST
_LOWER: Final = signs.LOWER
_CAPITAL: Final = signs.CAPITAL
_HYPHEN, _SLASH, _COMMA, _NEVER = b"h/,x"
_MONTHS_AHEAD: Final = 8
"""What is further away is seldom called by its month alone. A guess."""
_LAWS: Final = frozenset({"Act", "Code", "Class", "Order"})
"""Of 1933, in a name."""
_NO_MONTHS: Final = frozenset({"Mars", "Maja", "may", "march", "Marca"})
"""The planet, a name, and verbs; of other words the languages and their capitals tell it."""


class Months(DateRow):
    """Reads what names a month or a year."""

    def month(self, at: int) -> Mention | None:
        """Return 17 February, Feb. 17, 2022, 3-5 May; in March, last May."""
        month = self.tongue.months[self.rows[at]]
        ambiguous = self.word(at) in _NO_MONTHS
        first, last, day, day_end = at, at, 0, 0
        before = at - 1
        if self.roles[before] & _OF and self.joins(at) and self.number(before - 1):
            before -= 1
        number = self.number(before)
        if 1 <= number <= 31 and self.joins_by(before + 1, b" .oh"):
            first, day, day_end = before, number, number
            low, low_at = self._low(before)
            if low:
                day, first = low, low_at
        elif self.language == "en" and not self._in_month(at):
            number = self.number(at + 1)
            if 1 <= number <= 31 and self.joins_by(at + 1, b" ."):
                last, day, day_end = at + 1, number, number
                high = self.number(at + 2)
                if high and self.joins_by(at + 2, b"h-"):
                    last, day_end = at + 2, high
                else:
                    high = self.number(at + 3)
                    if high and self.roles[at + 2] & _TO and self.joins(at + 2):
                        last, day_end = at + 3, high
        then = last + 1
        if self.roles[then] & _OF and self.joins(then) and self.year(then + 1):
            then += 1
        year = self.year(then) if self.joins_by(then, b" .,") else 0
        if self.gaps[then] == _COMMA and not day:
            year = 0  # In March, 2019 people
        last = then if year else last
        if day:
            found = days.full_date(self.today, year, month, day, day_end)
            if found is None:
                return None
            mention = Mention(first, last, found)
            ranged = self._to_date(mention, year) if self.roles[last + 1] & _TO else None
            return ranged or mention
        if ambiguous and not year:
            return None
        if year:
            found = days.month_of(year, month, SPELLED)
            return None if found is None else Mention(first, last, found)
        of_year = self._of_year(at, month)
        if of_year is not None:
            return of_year
        step, first, last = self.which(at, at)
        if step == 9 and not (self.roles[at - 1] & _IN_OR_PART and self.joins_by(at, b" h-")):
            return None
        if (
            step == 9
            and self.language == "en"
            and ((month == 5 and not self._may(at)) or self.word(at + 1) == "that")
        ):
            return None  # of Theresa May; in June that year
        tense = 2 * step if step in (-1, 1) else self._month_tense(at, month)
        found = days.month_near(self.today, month, tense, SPELLED if step != 9 else BY_HABIT)
        return None if found is None else Mention(first, last, found)

    def _month_tense(self, at: int, month: int) -> int:
        """Return the tense of a month; a verb behind one just past speaks of something else.

        In March: "L'accord conclu fin février sera signé".
        """
        tense = self.tense_before(at, at)
        if tense or (month - self.today.month) % 12 > _MONTHS_AHEAD:
            return tense
        return self.tense_behind(at, at)

    def _of_year(self, at: int, month: int) -> Mention | None:
        """Return October of last year, Oktober vergangenen Jahres."""
        then = at + 1
        while then <= at + 2 and self.roles[then] & _OF_OR_THE and self.joins(then):
            then += 1
        role, behind = self.roles[then], self.roles[then + 1]
        if not self.joins(then) or not self.joins(then + 1):
            return None
        if role & _UNIT and behind & _SIDE:  # octubre del año pasado
            unit, role = then, behind
        elif role & _WHICH and behind & _UNIT:
            unit = then + 1
        else:
            return None
        if self.tongue.units[self.rows[unit]] != "year":
            return None
        step = -1 if role & _LAST else 1 if role & _NEXT else 0
        found = days.month_of(self.today.year + step, month, SPELLED)
        return None if found is None else Mention(at, then + 1, found)

    def _to_date(self, first: Mention, year: int) -> Mention | None:
        """Return from 28 February to 3 March: a day and another of a later month."""
        then = first.last + 1
        if not (self.roles[then] & _TO and self.joins(then)):
            return None
        then += 2 if self.roles[then + 1] & _THE else 1
        for at in (then, then + 1, then + 2):
            if self.roles[at] & _MONTH and self.joins(then):
                second = self.month(at)
                if second is None or second.first != then or second.days[0] != second.days[1]:
                    return None
                day, end = first.days[0], second.days[1]
                if not year and day.year != end.year - (day.month > end.month):
                    moved = days.full_date(
                        self.today, end.year - (day.month > end.month), day.month, day.day, day.day
                    )
                    day = moved[0] if moved is not None else day
                if day >= end:
                    return None
                return Mention(first.first, second.last, (day, end, SPELLED))
        return None

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
        if low and self.joins_by(at, b"h-"):
            return low, at - 1
        to = at - 1
        if self.roles[to] & _THE_OR_UNTIL and self.roles[to - 1] & _TO:
            to -= 1  # vom 3. bis zum 5. Mai
        role = self.roles[to]
        low = self.number(to - 1)
        if low and (
            (role & _TO and self.roles[to - 2] & _BEFORE_LOW)
            or (role & _AND and (self.roles[to - 2] | self.roles[to - 3]) & _BETWEEN)
        ):
            return low, to - 1
        return 0, at

    def digits(self, at: int) -> Mention | None:
        """Return 2022-02-17, 17.02.2022, or a year: in 2019, from 2019 to 2021."""
        gaps = self.gaps
        before, behind = self.roles[at - 1], self.roles[at + 1]
        if gaps[at + 1] == _HYPHEN and gaps[at + 2] == _HYPHEN:
            month, day = self.number(at + 1), self.number(at + 2)
            year = self.year(at)
            found = days.full_date(self.today, year, month, day, day) if year else None
            return None if found is None else Mention(at, at + 2, found)
        if self.joins_by(at, b"o/") and self.joins_by(at - 1, b"o/"):
            return self._day_month_year(at)
        bare = self.language == "de"
        if not (before & _BEFORE_YEAR or behind & _UNIT or bare):
            return None
        year = self.year(at)
        if not 1900 <= year <= 2100:
            return None
        named = behind & _UNIT != 0 and self.joins(at + 1) and self.language in ("ru", "pl")
        if named and self.tongue.units[self.rows[at + 1]] == "year":
            found = days.years(year, year)
            return None if found is None else Mention(at, at + 1, found)
        if not self.joins(at) or not (before & _BEFORE_YEAR or self._is_bare_year(at)):
            return None
        if before & _OF and self.word(at - 2) in _LAWS:
            return None
        if self.gaps[at + 1] == _NEVER or self.number(at + 1):
            return None
        end, last = year, at
        ranged = behind & _TO != 0 or (behind & _AND != 0 and before & _BETWEEN != 0)
        if self.joins_by(at + 1, b"h-") and self.year(at + 1) > year:
            end, last = self.year(at + 1), at + 1
        elif ranged and self.joins(at + 1) and self.year(at + 2) > year:
            end, last = self.year(at + 2), at + 2
        found = days.years(year, end, BY_TENSE)
        return None if found is None else Mention(at, last, found)

    def _is_bare_year(self, at: int) -> bool:
        """Tell a German year, "wurde 2013 gegründet", from a number of something."""
        behind = self.shapes[at + 1]
        return (
            self.language == "de"
            and self.joins(at + 1)
            and behind & _LOWER != 0
            and not behind & _CAPITAL
            and self.roles[at - 1] & _PAST != 0
        )

    def _day_month_year(self, at: int) -> Mention | None:
        """Return 17.02.2022 and 17/02/2022."""
        year, day, month = self.year(at), self.number(at - 2), self.number(at - 1)
        if not (year and day and month):
            return None
        if self.language == "en" and self.gaps[at] == _SLASH and month <= 12:
            if day <= 12 and day != month:
                return None  # of two orders, nobody knows which
        elif self.language == "en" and month > 12:
            day, month = month, day
        found = days.full_date(self.today, year, month, day, day)
        return None if found is None else Mention(at - 2, at, found)
