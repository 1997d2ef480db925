"""Read days near today and stretches of time: yesterday, last week, two days ago."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.dates import days
from pipeline.enriching.dates.calendar_words import Role
from pipeline.enriching.dates.days import SPELLED
from pipeline.enriching.dates.row import Mention
from pipeline.enriching.dates.weekdays import Weekdays
from pipeline.words import signs

__all__ = ["Units"]

_DAY: Final = Role.DAYS | Role.DAYS_PAST
_NEAR: Final = Role.NEAR
_NEAR_I: Final = Role.NEAR_I
_LAST: Final = Role.LAST
_NEXT: Final = Role.NEXT
_THIS: Final = Role.THIS
_OF: Final = Role.OF
_THE: Final = Role.THE
_EVERY: Final = Role.EVERY
_BEFORE_MORNING: Final = _THE | _THIS | _EVERY | _DAY | _NEAR
_SIDE: Final = _LAST | _NEXT
_AGO: Final = Role.AGO
_BEFORE_AGO: Final = Role.BEFORE_AGO
_NUMBER: Final = Role.NUMBER
_ORDINAL: Final = Role.ORDINAL
_EARLIER: Final = Role.EARLIER
_PART_OF: Final = Role.EARLIER | Role.LATER
_DIGIT: Final = signs.DIGIT
_END: Final = ord("P")
"""The gap at which a sentence or a paragraph ends."""
_END_OF: Final = frozenset({"fin de", "fim de"})
"""... semana."""


class Units(Weekdays):
    """Reads what is counted from today in days, weeks, months and years."""

    def near(self, at: int) -> Mention | None:
        """Return yesterday, i dag, avant-hier."""
        role, before = self.roles[at], self.roles[at - 1]
        word = self.word(at)
        offset = self.tongue.near[self.rows[at]]
        first = at
        previous = self.word(at - 1).lower() if at else ""
        if role & _NEAR_I and not role & _NEAR:
            if previous != "i" or not self.joins(at):
                return None
            first = at - 1
        elif word[0].isupper() and self.joins(at) and self.capital(at - 1):
            return None  # USA Today
        elif word.lower() in ("morgen", "mañana"):
            times = before & _BEFORE_MORNING != 0 or previous in ("am", "guten")
            if (times and self.joins_by(at, b" h")) or (word[0].isupper() and self.joins(at)):
                return None  # am Morgen, heute morgen, por la mañana
        elif word.lower() == "hui":
            if previous != "aujourd" or self.gaps[at] == _END:
                return None
            first = at - 1
        elif previous in ("avant", "après") and self.joins_by(at, b"h"):
            first, offset = at - 1, 2 * offset
        day = days.moved_by(self.today, offset)
        return Mention(first, at, (day, day, SPELLED))

    def unit(self, at: int) -> Mention | None:
        """Return last week, two days ago, earlier this year, the weekend, the third quarter."""
        unit = self.tongue.units[self.rows[at]]
        if not (self.roles[at - 1] or self.roles[at + 1] or self.shapes[at - 1] & _DIGIT) and (
            not self.shapes[at + 1] & _DIGIT and unit != "weekend"
        ):
            return None if self.roles[at + 2] & _NEXT == 0 else self._that_comes(at, unit)
        first = at
        if self.word(at) == "end":
            if not (self.joins_by(at, b"h ") and self.word(at - 1).lower() == "week"):
                return None
            first = at - 1
        elif (
            unit == "week"
            and at > 1
            and self.text[self.starts[at - 2] : self.ends[at - 1]] in _END_OF
        ):
            first, unit = at - 2, "weekend"
        year = self.year(at + 1) if self.joins(at + 1) else 0
        if unit == "year" and 1800 <= year <= 2100:
            end = self.year(at + 2) if self.joins_by(at + 2, b"h-") else 0
            found = days.years(year, end if end > year else year)
            return None if found is None else Mention(first, at + 1 + (end > year), found)
        count = self._count(first - 1) if self.joins(first) else 0
        if count and unit != "weekend":
            if self.roles[at + 1] & _AGO and self.joins(at + 1):
                return self._ago(first - 1, at + 1, unit, count)
            before = first - 2
            if self.language == "fr":
                before -= 1  # il y a deux jours
            if self.roles[before] & _BEFORE_AGO and self.joins(first - 1):
                return self._ago(before, at, unit, count)
            role = self.roles[first - 2] if self.joins(first - 1) else 0  # the last two weeks
            if role & _SIDE and count > 1:
                found = days.span_of(self.today, unit, -1 if role & _LAST else 1, count)
                return None if found is None else Mention(first - 2, at, found)
        role = self.roles[first - 1] if self.joins(first) else 0
        count = self._count(first - 2) if role & _SIDE and self.joins(first - 1) else 0
        if count > 1 and unit != "weekend":  # trois prochaines années
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
        if unit == "week" and self.roles[last + 1] & _DAY and self.joins(last + 1):
            day = self.tongue.days[self.rows[last + 1]]  # next week Thursday
            return Mention(start, last + 1, days.weekday(found[0], day, 1, SPELLED))
        if step == 0 and self.roles[start - 1] & _PART_OF and self.joins(start):
            earlier = self.roles[start - 1] & _EARLIER != 0
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
            return self.tongue.numbers[self.rows[at]]
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
            number = self.tongue.numbers[self.rows[at - 1]]
            found = days.quarter_near(self.today, number, year)
            return None if found is None else Mention(at - 1, then if year else at, found)
        if step == 9:
            return None
        found = days.span_of(self.today, "quarter", step)
        return None if found is None else Mention(first, last, found)
