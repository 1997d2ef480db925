"""The words for days, months and stretches of time in English, German, French and Spanish.

Source: Unicode CLDR's calendars (Unicode licence); what "last" and "next" are is grammar.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

__all__ = ["LANGUAGES", "Tongue", "tongue"]

LANGUAGES: Final = ("en", "de", "fr", "es")

_DAYS: Final = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles|miercoles jueves viernes sábado|sabado domingo",
}
_MONTHS: Final = {
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug "
    "september|sept|sep october|oct november|nov december|dec",
    "de": "januar|jänner februar|feber märz april mai juni juli august september oktober november "
    "dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre "
    "noviembre diciembre",
}
_NEAR: Final = {
    "en": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "de": {"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1, "übermorgen": 2},
    "fr": {"aujourd'hui": 0, "hier": -1, "avant-hier": -2, "demain": 1, "après-demain": 2},
    "es": {"hoy": 0, "ayer": -1, "anteayer": -2, "mañana": 1},
}
_LAST: Final = {
    "en": "last|past",
    "de": "vergangene[nrms]?|letzte[nrms]?|vorige[nrms]?",
    "fr": "dernière?",
    "es": "pasad[oa]",
}
_NEXT: Final = {
    "en": "next|coming",
    "de": "nächste[nrms]?|kommende[nrms]?",
    "fr": "prochaine?",
    "es": "próxim[oa]|que viene",
}
_SPANS: Final = {
    "en": {"week": "week", "month": "month", "year": "year"},
    "de": {"woche": "week", "monats?": "month", "jahre?s?": "year"},
    "fr": {"semaine": "week", "mois": "month", "an|année": "year"},
    "es": {"semana": "week", "mes": "month", "año": "year"},
}
_AMBIGUOUS: Final = {"de": frozenset({"morgen"}), "es": frozenset({"mañana"}), "fr": frozenset()}
"""Words that are also a time of day; alone they are no date."""


class Tongue(NamedTuple):
    """How one language speaks of days."""

    days: dict[str, int]
    """Monday is 0."""
    months: dict[str, int]
    near: dict[str, int]
    """Days from today."""
    spans: dict[str, str]
    anchors: tuple[str, ...]
    """Where none of these stands, nothing is said of days: found sooner than an expression is."""
    found: re.Pattern[str]
    """Finds every way of saying a day or a stretch of days."""


def _numbered(names: str, first: int) -> dict[str, int]:
    return {n: first + k for k, names_of in enumerate(names.split()) for n in names_of.split("|")}


_ANCHORS: Final = {
    "en": "day DAY Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec omorrow last Last next Next "
    "past coming",
    "de": "tag TAG ttwoch onnabend Jan Jän Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez eute estern "
    "übermorgen Übermorgen Woche Monat Jahr",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin "
    "juillet août septembre octobre novembre décembre ujourd hier demain semaine mois année "
    "prochain dernier",
    "es": "lunes martes miércoles miercoles jueves viernes sábado sabado domingo enero febrero "
    "marzo abril mayo junio julio agosto eptiembre etiembre octubre noviembre diciembre hoy ayer "
    "semana pasado pasada viene próxim",
}
"""Parts of the words above, few enough to be looked for one by one."""


@lru_cache(maxsize=8)
def tongue(language: str) -> Tongue:
    """Return how a language speaks of days; ``LookupError`` for one that we do not know."""
    days, months = _numbered(_DAYS[language], 0), _numbered(_MONTHS[language], 1)
    near = {w: n for w, n in _NEAR[language].items() if w not in _AMBIGUOUS.get(language, ())}
    day, month = "|".join(days), "|".join(sorted(months, key=len, reverse=True))
    span = "|".join(_SPANS[language])
    last, after = _LAST[language], _NEXT[language]
    number, year = r"(?P<day>[12]?\d|3[01])", r"(?:(?:,? | de | del )(?P<year>(?:19|20)\d\d))?"
    if language == "en":
        dates = rf"{number}(?:st|nd|rd|th)? (?P<month>{month})\.?{year}(?!\d)"
        dates += rf"|(?P<month2>{month})\.? (?P<day2>[12]?\d|3[01])(?:st|nd|rd|th)?(?!\d)"
        dates += r"(?:,? (?P<year2>(?:19|20)\d\d))?"
    elif language == "de":
        dates = rf"{number}\. ?(?P<month>{month}){year}(?!\d)"
    else:
        of = " de" if language == "es" else ""
        dates = rf"{number}(?:er)?{of} (?P<month>{month}){year}(?!\d)"
    before = rf"(?:(?P<last>{last})|(?P<next>{after})) "
    behind = rf"(?: (?:(?P<last2>{last})|(?P<next2>{after})))?"
    return Tongue(
        days,
        months,
        near,
        _SPANS[language],
        tuple(_ANCHORS[language].split()),
        re.compile(
            rf"\b(?:{dates}|(?:{before})?(?P<weekday>{day})s?{behind}"
            rf"|(?:(?P<last3>{last})|(?P<next3>{after})) (?P<span>{span})"
            rf"|(?P<span2>{span}) (?:(?P<last4>{last})|(?P<next4>{after}))"
            rf"|(?P<near>{'|'.join(near)})"
            r")\b",
            re.IGNORECASE,
        ),
    )
