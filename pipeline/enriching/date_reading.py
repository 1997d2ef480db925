"""The days that the words of a text speak of, read around the words that name them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import numpy as np

from pipeline.enriching.calendar_words import Role, Tongue
from pipeline.enriching.date_row import Mention
from pipeline.enriching.date_units import Units
from pipeline.words import signs
from pipeline.words.reading import Words

__all__ = ["Mention", "mentions"]

_MOST_CANDIDATES: Final = 400
"""Words of one item that are looked at; a story has some ten."""

_DAY: Final = Role.DAYS | Role.DAYS_PAST
_MONTH: Final = Role.MONTHS
_UNIT: Final = Role.UNIT
_NEAR: Final = Role.NEAR
_NEAR_I: Final = Role.NEAR_I


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


class _Reader(Units):
    """Reads a date around one word."""

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
