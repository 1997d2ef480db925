"""The words for days, months and stretches of time in twelve languages, by what they do in a date.

The words stand in ``calendar_words.toml``; names of days and months are from Unicode CLDR's
calendars (Unicode licence), what "last", "next" and "ago" are is grammar.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.words.table import Table

__all__ = ["LANGUAGES", "TRIGGERS", "Role", "Tongue", "tongue"]

_ALL: Final[dict[str, dict[str, str]]] = tomllib.loads(
    files("pipeline.enriching.dates").joinpath("calendar_words.toml").read_text("utf-8")
)
LANGUAGES: Final = tuple(_ALL)


class Role:
    """What a word may be in a date, as bits: many are several things."""

    DAYS = 1 << 0
    DAYS_PAST = 1 << 1
    """Swedish ``i lördags``: the last one."""
    MONTHS = 1 << 2
    NEAR = 1 << 3
    NEAR_I = 1 << 4
    """Only behind ``i``: ``i dag``."""
    UNIT = 1 << 5
    SHORT_DAYS = 1 << 6
    NUMBER = 1 << 7
    ORDINAL = 1 << 8
    LAST = 1 << 9
    NEXT = 1 << 10
    THIS = 1 << 11
    AGO = 1 << 12
    BEFORE_AGO = 1 << 13
    EARLIER = 1 << 14
    LATER = 1 << 15
    IN = 1 << 16
    SINCE = 1 << 17
    UNTIL = 1 << 18
    FROM = 1 << 19
    TO = 1 << 20
    BETWEEN = 1 << 21
    AND = 1 << 22
    FUTURE = 1 << 23
    PAST = 1 << 24
    EVERY = 1 << 25
    PART = 1 << 26
    OF = 1 << 27
    THE = 1 << 28
    NAME_BEFORE = 1 << 29
    NAME_BEHIND = 1 << 30


TRIGGERS: Final = (
    Role.DAYS | Role.DAYS_PAST | Role.MONTHS | Role.NEAR | Role.NEAR_I | Role.UNIT
)  # fmt: skip
"""Roles of the words that a date is built around."""


class Tongue(NamedTuple):
    """How one language speaks of days."""

    language: str
    table: Table
    roles: npt.NDArray[np.int64]
    """The roles of each row, as bits; the last one, 0, is for words that the table has not."""
    days: dict[int, int]
    """Monday is 0; here and below by row."""
    months: dict[int, int]
    near: dict[int, int]
    """Days from today."""
    units: dict[int, str]
    numbers: dict[int, int]
    capitals: bool
    """Days and months have capitals: without one it is another word."""


@lru_cache(maxsize=16)
def tongue(language: str) -> Tongue:
    """Return how a language speaks of days; ``KeyError`` for one that we do not know."""
    given = _ALL[language]
    roles = dict[str, int]()
    values: dict[int, dict[str, Any]] = {}
    for name, words in given.items():
        if name == "day_parts":
            continue
        role: int = getattr(Role, name.upper())
        found = values[role] = _numbered(words, 1 if role == Role.MONTHS else 0)
        if role == Role.DAYS:
            parts = given.get("day_parts", "").split()
            found |= {f"{day}{part}": number for day, number in found.items() for part in parts}
        for word in found:
            roles[word] = roles.get(word, 0) | role
    row_of = {word: row for row, word in enumerate(roles)}

    def by_row(*which: int) -> dict[int, Any]:
        return {row_of[w]: v for role in which for w, v in values.get(role, {}).items()}

    return Tongue(
        language,
        Table.of_words(roles),
        np.array([*roles.values(), 0], np.int64),
        by_row(Role.DAYS, Role.DAYS_PAST, Role.SHORT_DAYS),
        by_row(Role.MONTHS),
        by_row(Role.NEAR, Role.NEAR_I),
        by_row(Role.UNIT),
        by_row(Role.NUMBER, Role.ORDINAL),
        language in ("en", "de"),
    )


def _numbered(words: str, first: int) -> dict[str, Any]:
    """Return words with their values: those given (``two=2``), or their place in the list."""
    found = dict[str, Any]()
    for number, entry in enumerate(words.split()):
        forms, _, value = entry.partition("=")
        for word in forms.split("|"):
            given = int(value) if value.lstrip("-").isdecimal() else value
            found[word] = given if value else first + number
    return found
