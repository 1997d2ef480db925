"""The days that the words of a text speak of, read around the words that name them."""

from __future__ import annotations

from datetime import date
from typing import Final

from pipeline.enriching.dates.calendar_words import TRIGGERS, Role, Tongue
from pipeline.enriching.dates.row import Mention
from pipeline.enriching.dates.units import Units
from pipeline.words import signs
from pipeline.words.making import model_of, span_of
from pipeline.words.of_item import ItemWords
from pipeline.words.reading import Words
from schemas.types import DateMention

try:
    from pipeline.words.role_scan import scan
except ImportError:  # built without a compiler: the same results, later
    from pipeline.words.role_scan_by_python import scan

__all__ = ["Mention", "mentions", "told"]

_MOST_CANDIDATES: Final = 400
"""Words of one item that are looked at; a story has some ten."""

_DAY: Final = Role.DAYS | Role.DAYS_PAST
_DAY_OR_MONTH: Final = _DAY | Role.MONTHS
_UNIT: Final = Role.UNIT
_NEAR: Final = Role.NEAR | Role.NEAR_I
_CAPITAL: Final = signs.CAPITAL


def mentions(
    words: Words, tongue: Tongue, today: date, begin: int = 0, most: int = 50
) -> list[Mention]:
    """Return at most *most* days that a text speaks of, in its order.

    From the first word on that stands at the character *begin* or behind it.
    """
    rows, roles, candidates = scan(
        words, tongue.table, tongue.roles, TRIGGERS, 0, True, _MOST_CANDIDATES
    )
    found: list[Mention] = []
    if not candidates:
        return found
    reader = Reader(words, tongue, rows, roles, today)
    done = 0
    try:
        for at in candidates:
            if at < done or reader.starts[at] < begin:
                continue
            mention = reader.read(at)
            if mention is None or mention.first < done or reader.starts[mention.first] < begin:
                continue
            found.append(mention)
            done = mention.last + 1
            if len(found) >= most:
                break
    except OverflowError:
        pass  # an item of the year 1 or 9999: no calendar goes on from there
    return found


def told(found: list[Mention], read: ItemWords) -> tuple[DateMention, ...]:
    """Return mentions as an item has them."""
    starts, ends, text = read.words.starts.data, read.words.ends.data, read.words.text
    parts, begins = read.parts, read.begins
    dates: list[DateMention] = []
    for mention in found:
        start, end = starts[mention.first], ends[mention.last]
        first, last, sure = mention.days
        dates.append(
            model_of(
                DateMention,
                {
                    "text": text[start:end],
                    "first": first,
                    "last": last,
                    "span": span_of(parts, begins, start, end),
                    "score": sure,
                    "by": "dates",
                },
            )
        )
    return tuple(dates)


class Reader(Units):
    """Reads a date around one word."""

    def read(self, at: int) -> Mention | None:
        """Return the days that are named around a word."""
        role = self.roles[at]
        if not role:
            return self.digits(at)
        if role & _DAY_OR_MONTH:
            if self.capitals and not self.shapes[at] & _CAPITAL:
                return None  # sun, mon and may of something else
            return self.day(at) if role & _DAY else self.month(at)
        if role & _NEAR:
            found = self.near(at)
            if found is not None or not role & _UNIT:
                return found
        return self.unit(at) if role & _UNIT else self.digits(at)
