"""Read days of the week: on Thursday, Thursday of next week, Monday to Friday."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.dates import days
from pipeline.enriching.dates.calendar_words import Role
from pipeline.enriching.dates.days import BY_HABIT, BY_TENSE, SPELLED, Days
from pipeline.enriching.dates.months import Months
from pipeline.enriching.dates.row import Mention
from pipeline.words import signs

__all__ = ["Weekdays"]

_DAY: Final = Role.DAYS | Role.DAYS_PAST
_DAYS_PAST: Final = Role.DAYS_PAST
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
_EVERY: Final = Role.EVERY
_NAME_BEFORE: Final = Role.NAME_BEFORE
_NAME_BEHIND: Final = Role.NAME_BEHIND
_OF_OR_THE: Final = _OF | _THE
_DIGIT: Final = signs.DIGIT
_POINT: Final = ord(".")
_VERB_AWAY: Final = 7
"""Words around "this Friday" among which its verb may be. A guess."""


class Weekdays(Months):
    """Reads what names a day of the week, alone or before a date."""

    def day(self, at: int) -> Mention | None:
        """Return Thursday, next Thursday, Thursday, 17 February; nothing for the Sunday Times."""
        role, before = self.roles[at], self.roles[at - 1]
        number = self.tongue.days[self.rows[at]]
        if before & _EVERY and self.joins(at):
            return None
        if before & _NAME_BEFORE and self.capital(at - 1) and self.joins(at):
            return None
        if self.roles[at + 1] & _NAME_BEHIND and self.capital(at + 1) and self.joins(at + 1):
            return None
        last = at
        if self.language == "pt" and number < 5:
            if not (self.joins_by(at + 1, b"h ") and self.word(at + 1).lower() == "feira"):
                return None  # "segunda" is "second" as well
            last = at + 1
        behind = self.roles[last + 1] != 0 or self.shapes[last + 1] & _DIGIT != 0
        if behind:
            found = self._dated(at, last) or self._of_week(at, last, number)
            if found is not None:
                return found
        if role & _DAYS_PAST:
            return Mention(at, last, days.weekday(self.today, number, -2, SPELLED))
        step, first, last = self.which(at, last)
        if step in (-1, 1):
            return Mention(first, last, days.weekday(self.today, number, 2 * step, SPELLED))
        tense = self.tense(first, last)
        if not tense and step == 0:
            tense = self._tense_of_this(first, last, number)
        day = days.weekday(self.today, number, tense, BY_TENSE if tense else BY_HABIT)
        ranged = self._to_day(first, last, day) if behind else None
        return ranged or Mention(first, last, day)

    def _tense_of_this(self, first: int, last: int, number: int) -> int:
        """Return the tense of "this Friday" where no known verb tells it.

        It is to come; but "este jueves" may still be yesterday, and what somebody emphasized this
        Friday is past.
        """
        if self.language != "en":
            return 0 if (self.today.weekday() - number) % 7 == 1 else 1
        for at in range(first - _VERB_AWAY, last + 1 + _VERB_AWAY):
            if at > last and self.gaps[at] == _POINT:
                break
            if self.word(at).endswith("ed"):
                return 0
        return 1

    def _dated(self, at: int, last: int) -> Mention | None:
        """Return Thursday, 17 February: the day of the week is only said beside the date."""
        then = last + 1
        if self.roles[then] & _THE and self.joins_by(then, b" ,"):
            then += 1
        if (
            self.joins_by(then + 1, b"o/")
            and self.joins_by(then + 2, b"o/")
            and self.joins_by(then, b" ,")
        ):
            found = self._day_month_year(then + 2)  # Dienstag, 19.11.2024
            return None if found is None else Mention(at, then + 2, found.days)
        for month in range(then, then + 3):
            if (
                self.roles[month] & _MONTH
                and self.joins_by(then, b" ,.")
                and (month == then or self.number(then))
            ):
                found = self.month(month)
                if found is not None and at < found.first <= then:
                    return Mention(at, found.last, found.days)
        return None

    def _of_week(self, at: int, last: int, number: int) -> Mention | None:
        """Return Thursday of next week, Donnerstag kommender Woche."""
        then = last + 1
        while then <= last + 2 and self.roles[then] & _OF_OR_THE and self.joins(then):
            then += 1
        role = self.roles[then]
        if not (role & _WHICH and self.roles[then + 1] & _UNIT and self.joins(then + 1)):
            return None
        if self.tongue.units[self.rows[then + 1]] != "week" or not self.joins(then):
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
        ranged = role & _TO != 0
        if role & _AND and self.roles[first - 1] & _BETWEEN:
            ranged = True
        if ranged and self.joins(then):
            then += 2 if self.roles[then + 1] & _THE else 1
            joined = self.joins(then)
        else:
            joined = self.joins_by(then, b"h-")
        if not joined or not self.roles[then] & _DAY:
            return None
        end = days.weekday(found[0], self.tongue.days[self.rows[then]], 1, found[2])
        return Mention(first, then, (found[0], end[0], found[2]))
