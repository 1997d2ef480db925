"""A text's words as parts of dates: what each is, its number, and the tense around it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.enriching.dates.calendar_words import Role, Tongue
from pipeline.enriching.dates.days import Days
from pipeline.words import signs
from pipeline.words.reading import Words
from pipeline.words.role_scan_by_python import BEYOND

try:
    from pipeline.words.role_scan import letters_of
except ImportError:  # built without a compiler: the same results, later
    from pipeline.words.role_scan_by_python import letters_of

__all__ = ["DateRow", "Mention"]

_BEFORE, _BEHIND = 12, 8
"""Words around a day that are looked at for what tells the tense. Guesses."""

_LAST: Final = Role.LAST
_NEXT: Final = Role.NEXT
_THIS: Final = Role.THIS
_WHICH: Final = Role.LAST | Role.NEXT | Role.THIS
_SINCE: Final = Role.SINCE
_UNTIL: Final = Role.UNTIL
_TO: Final = Role.TO
_AND: Final = Role.AND
_DAY: Final = Role.DAYS | Role.DAYS_PAST | Role.MONTHS
_FUTURE: Final = Role.FUTURE
_PAST: Final = Role.PAST
_SIDE: Final = Role.LAST | Role.NEXT
_TENSE: Final = Role.FUTURE | Role.PAST
_DIGIT: Final = signs.DIGIT
_CAPITAL: Final = signs.CAPITAL
_SPACE, _DOT, _POINT, _COMMA, _HYPHEN, _DASH, _SLASH, _END = b" o.,h-/P"
_FUTURE_ENDINGS: Final = {
    "fr": re.compile(r"\w{2}(?:era|eront|ira|iront|dra|dront|tra|tront)\b"),
    "es": re.compile(r"\w{2}[aei]rán?\b"),
    "pt": re.compile(r"\w{2}[aei]r(?:á|ão)\b"),
    "it": re.compile(r"\w{2}(?:[aei]rà|[aei]ranno|rrà|rranno|drà|dranno|vrà|vranno)\b"),
}
"""What verbs end in that tell what is to come: celebrará, tiendra, terrà."""
_IS: Final = frozenset(("is", "are"))
"""... to vote."""
_SUFFIXES: Final = frozenset(("st", "nd", "rd", "th", "er", "º", "ª", "e", "ème", "h"))


def _gap_letters() -> bytes:
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
    return letters.tobytes()


_GAPS: Final = _gap_letters()


class Mention:
    """Days that are spoken of, and the first and the last word that do."""

    def __init__(self, first: int, last: int, days: Days) -> None:
        self.first, self.last, self.days = first, last, days


class DateRow:
    """The words of a text; *at* is a word's number throughout."""

    def __init__(
        self,
        words: Words,
        tongue: Tongue,
        rows: npt.NDArray[np.int32],
        roles: npt.NDArray[np.int64],
        today: date,
    ) -> None:
        """*rows* and *roles* are the words' in the table of *tongue*, as they were scanned."""
        self.tongue, self.today = tongue, today
        self.language, self.capitals = tongue.language, tongue.capitals
        self.count, self.text = len(words), words.text
        self.starts, self.ends = words.starts.data, words.ends.data
        # All of these go on a little behind the last word, and so before the first one.
        self.rows, self.roles = rows.data, roles.data
        self.gaps = letters_of(words.gaps, _GAPS, _END)
        self.shapes = words.shapes.tobytes() + bytes(BEYOND)

    def word(self, at: int) -> str:
        """Return a word; nothing for one outside the text."""
        if not 0 <= at < self.count:
            return ""
        return self.text[self.starts[at] : self.ends[at]]

    def number(self, at: int) -> int:
        """Return a number of one or two digits, as in "17", "1er" and "3rd"; 0 for other words."""
        if not self.shapes[at] & _DIGIT:
            return 0
        start, size = self.starts[at], self.ends[at] - self.starts[at]
        value = ord(self.text[start]) - 48
        if size == 1 and 0 <= value <= 9:
            return value
        if size == 2 and 0 <= value <= 9:
            then = ord(self.text[start + 1]) - 48
            if 0 <= then <= 9:
                return value * 10 + then
        return self._other_number(self.word(at))

    def _other_number(self, word: str) -> int:
        """Return a number with something behind it, or in the digits of another script."""
        digits = word[:2] if word[:2].isdecimal() else word[:1]
        rest = word[len(digits) :]
        return int(digits) if digits.isdecimal() and (not rest or rest in _SUFFIXES) else 0

    def year(self, at: int) -> int:
        """Return a year of four digits; 0 for other words."""
        if self.shapes[at] != _DIGIT:
            return 0
        start = self.starts[at]
        if self.ends[at] - start != 4:
            return 0
        word = self.text[start : start + 4]
        return int(word) if word.isdecimal() else 0

    def joins(self, at: int) -> bool:
        """Tell whether only a blank stands between a word and the one before it."""
        return self.gaps[at] == _SPACE

    def joins_by(self, at: int, letters: bytes) -> bool:
        """Tell whether only these stand between a word and the one before it."""
        return self.gaps[at] in letters

    def capital(self, at: int) -> bool:
        """Tell whether a word begins with a capital."""
        return self.shapes[at] & _CAPITAL != 0

    def tense(self, at: int, last: int) -> int:
        """Return 1 for what is to come, -1 for what was, 0 where nothing tells it."""
        return self.tense_before(at, last) or self.tense_behind(at, last)

    def tense_before(self, at: int, last: int) -> int:
        """Return the tense that the words of the sentence before a day tell."""
        for back in range(at - 1, max(-1, at - 1 - _BEFORE), -1):
            gap = self.gaps[back + 1]
            if gap in (_END, _POINT):
                break
            role = self.roles[back]
            if role:
                if at - back <= 2:
                    if role & _UNTIL:
                        return self._tense_of_end(back, last)
                    if role & _SINCE:
                        return -1
                if role & _TENSE:
                    return 1 if role & _FUTURE else -1
                if role & _TO and self.language == "en" and self.word(back - 1) in _IS:
                    return 1
        return 0

    def _tense_of_end(self, until: int, last: int) -> int:
        """Return the tense of "until Friday": it is to come, but for what was done by Friday.

        "They had been rescued by Friday", "In der Nacht zum Freitag".
        """
        word = self.word(until).lower()
        if word == "zum" and self.word(until - 1).lower() == "nacht":
            return 0
        if word != "by":
            return 1
        for back in range(until - 1, max(-1, until - 1 - _BEFORE), -1):
            if self.gaps[back + 1] in (_END, _POINT):
                break
            role = self.roles[back]
            if role & (_TENSE | _TO):
                return -1 if role & _PAST else 1  # by Friday he was asked to leave by
        for on in range(last + 1, last + 1 + _BEHIND):
            if self.gaps[on] in (_END, _POINT) or self.roles[on] & _FUTURE:
                break
            if self.roles[on] & _PAST and self.word(on).lower() == "had":
                return -1
        return 1

    def tense_behind(self, at: int, last: int) -> int:
        """Return the tense that the words behind a day tell, or a verb's ending in its sentence."""
        for on in range(last + 1, last + 1 + _BEHIND):
            gap = self.gaps[on]
            if gap in (_END, _POINT):
                break
            role = self.roles[on]
            if role & _AND and not (self.roles[on + 1] & _DAY or self.shapes[on + 1] & _DIGIT):
                break  # the weekend in Paris, and will return
            role &= _TENSE
            if role:
                return 1 if role & _FUTURE else -1
        endings = _FUTURE_ENDINGS.get(self.language)
        if endings is None:
            return 0
        gaps = self.gaps
        first = max(0, at - _BEFORE, gaps.rfind(b".", 0, at + 1), gaps.rfind(b"P", 0, at + 1))
        end = min(self.count, last + 1 + _BEHIND)
        stop = min(
            n if n >= 0 else end
            for n in (gaps.find(b".", last + 1, end), gaps.find(b"P", last + 1, end))
        )
        said = self.text[self.starts[first] : self.ends[max(first, stop - 1)]]
        return 1 if endings.search(said) else 0

    def which(self, at: int, last: int) -> tuple[int, int, int]:
        """Return -1, 0 or 1 for last, this and next beside words, and where it all stands.

        9 where none of them does.
        """
        role = self.roles[at - 1] & _WHICH if self.joins(at) else 0
        if role:
            first = at - 1
            if role & _LAST and self.roles[at - 2] & _THIS and self.joins(at - 1):
                first = at - 2  # this past Sunday
            return (-1 if role & _LAST else 1 if role & _NEXT else 0), first, last
        role = self.roles[last + 1] & _SIDE if self.joins(last + 1) else 0
        if role:
            return (-1 if role & _LAST else 1), at, last + 1
        if self.roles[last + 2] & _NEXT and self.joins(last + 2) and self._is_that(last + 1):
            return 1, at, last + 2
        return 9, at, last

    def _is_that(self, at: int) -> bool:
        return self.joins(at) and self.word(at) == "que"  # el lunes que viene
