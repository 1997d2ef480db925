"""Days in notes: dates with and without a year, days of the week, tomorrow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

__all__ = ["DAY_WORDS", "Day", "days_in"]

_LATELY: Final = timedelta(days=31)
"""A date without a year that is past by more is meant for the next year. A guess."""

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january janvier enero ene gennaio janeiro januari jänner gen января",
            "feb februar february février fevrier febrero febbraio fevereiro februari fév fev febr "
            "февраля",
            "mar mär märz march mars marzo março marco maart mrz maerz марта",
            "apr april avril abril aprile avr abr апреля",
            "may mai mayo maggio maio mei maj mag мая",
            "jun june juni juin junio giugno junho giu июня",
            "jul july juli juillet julio luglio julho lug juil июля",
            "aug august août aout agosto augustus augusti ago aoû августа",
            "sep sept september septembre septiembre settembre setembro set сентября",
            "oct okt october oktober octobre octubre ottobre outubro ott out октября",
            "nov november novembre noviembre novembro ноября",
            "dec dez dezember december décembre decembre diciembre dicembre dezembro dic déc des "
            "desember декабря",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mon montag mo lundi lunes lunedì lunedi segunda-feira maandag måndag mandag",
            "tuesday tues tue dienstag di mardi martes martedì martedi terça-feira dinsdag tisdag "
            "tirsdag",
            "wednesday wed mittwoch mi mercredi miércoles miercoles mercoledì mercoledi "
            "quarta-feira woensdag onsdag",
            "thursday thurs thur thu donnerstag do jeudi jueves giovedì giovedi quinta-feira "
            "donderdag torsdag",
            "friday fri freitag fr vendredi viernes venerdì venerdi sexta-feira vrijdag fredag",
            "saturday sat samstag sonnabend sa samedi sábado sabado sabato zaterdag lördag lørdag",
            "sunday sun sonntag so dimanche domingo domenica zondag söndag søndag",
        )
    )
    for name in names.split()
}
_SHORT: Final = frozenset("mo di mi do fr sa so mon tue wed thu fri sat sun".split())
"""Short for a day only with a capital letter (``So`` begins sentences, ``sun`` shines)."""

_RELATIVE: Final = {
    "tomorrow": 1, "morgen": 1, "demain": 1, "mañana": 1, "domani": 1, "amanhã": 1, "imorgon": 1,
    "tonight": 0, "today": 0, "heute": 0, "vandaag": 0, "hoy": 0, "oggi": 0, "hoje": 0, "idag": 0,
}  # fmt: skip

DAY_WORDS: Final = frozenset({*_MONTHS, *_WEEKDAYS, *_RELATIVE})
"""In lower case, in the languages of the agencies."""

_WORDS: Final = re.compile(
    r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th|er|[.º°])? ?(?:de |of |di )?(?P<month>[^\W\d_]{3,10})\.?|"
    r"(?P<month2>[^\W\d_]{3,10})\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?)(?![\d:.]\d|\w)"
    r"(?:,? ?(?:de |del )?(?P<year>\d{4})\b)?",
    re.IGNORECASE,
)
_FIGURES: Final = re.compile(
    r"(?<![\d.:/-])(?:(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)|(?P<a>\d{1,2})(?P<sign>[./-])"
    r"(?P<b>\d{1,2})(?:(?P=sign)(?P<c>20\d\d|\d\d)?)?)(?![\d:])"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:-feira)?")


class Day(NamedTuple):
    """A day, where the note says it, and whether it is a date."""

    start: int
    end: int
    on: date
    is_date: bool


def days_in(note: str, today: date) -> list[Day]:
    """Return the days that a note names, in their order.

    A day of the week is the next one from *today* on, today's own included. In figures the day
    comes first, unless it cannot (``03/26/2026``); where both could, the later one is meant.
    """
    dates = list(_dates(note, today))
    days = dates + [
        day
        for day in _named(note, today)
        if not any(one.start <= day.start < one.end for one in dates)
    ]
    return sorted(days)


def _dates(note: str, today: date) -> Iterator[Day]:
    at = 0
    while (found := _WORDS.search(note, at)) is not None:
        month = _MONTHS.get((found["month"] or found["month2"]).casefold())
        on = None
        if month is not None:
            year = int(found["year"]) if found["year"] else None
            on = _in_year(year, month, int(found["day"] or found["day2"]), today)
        if on is not None:
            yield Day(found.start(), found.end(), on, True)
            at = found.end()
        else:
            # "Freitag 6. März": the figure that did not belong to this word may belong to the next.
            at = found.end("day") if found["day"] else found.start("day2")
    for found in _FIGURES.finditer(note):
        if found["y"]:
            on = _day(int(found["y"]), int(found["m"]), int(found["d"]))
        else:
            on = _of_figures(found, today)
        if on is not None:
            yield Day(found.start(), found.end(), on, True)


def _of_figures(found: re.Match[str], today: date) -> date | None:
    one, other, said = int(found["a"]), int(found["b"]), found["c"]
    if found["sign"] == "." and not said and not found[0].endswith("."):
        return None  # 18.00 is a time
    if found["sign"] != "." and not said:
        return None  # 24/7, 3-2
    year = None if not said else int(said) + (2000 if len(said) == 2 else 0)
    readings = [_in_year(year, other, one, today)]
    if found["sign"] == "/":
        readings.append(_in_year(year, one, other, today))
    return max((on for on in readings if on is not None), default=None)


def _named(note: str, today: date) -> Iterator[Day]:
    for found in _WORD.finditer(note):
        name = found[0].casefold()
        if name in _SHORT and not found[0][0].isupper():
            continue
        if name in _WEEKDAYS:
            ahead = (_WEEKDAYS[name] - today.weekday()) % 7
        elif name in _RELATIVE:
            ahead = _RELATIVE[name]
        else:
            continue
        yield Day(found.start(), found.end(), today + timedelta(days=ahead), False)


def _in_year(year: int | None, month: int, day: int, today: date) -> date | None:
    if year is not None:
        return _day(year, month, day)
    years = range(today.year - 1, today.year + 5)  # 29 February comes every four
    days = [on for one in years if (on := _day(one, month, day)) is not None]
    return next((on for on in days if on >= today - _LATELY), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
