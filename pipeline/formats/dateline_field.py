"""The dateline that AFP, dpa and others send in a field, apart from the text.

Seen in copy: ``Paris, 21 jan 2019 (AFP) -``, ``Tel Aviv/Beirut (dpa) -``, ``BEIJING, July 23``,
``Kyiv (Ukraine), 25-11-2023 (AFP) -`` in Arabic letters, ``Landquart GR``, a city in Chinese, and
(Reuters) a date in figures.
"""

from __future__ import annotations

import re
from datetime import date

from schemas.types import Block, Dateline, Removed

__all__ = ["dateline_of"]

_ENDS_IT = re.compile(r"[\s.:=_]*[-\u2010-\u2015\u2212]{0,3}\s*$")
_AGENCIES = re.compile(r"\(([^()]{2,40})\)[\s.]*$")
_IN_SLASHES = re.compile(r"/([^/()]{2,20})/[\s.]*$")
_MONTH = r"[^\W\d_]{3,10}\.?"
_FROM_DATE = re.compile(
    r"[\s,]*(?:\b\d{1,2}(?:[./-]\d{1,2}[./-]\d{2,4}\b|"
    rf"(?:st|nd|rd|th|er|\.|º)?,? (?:de )?{_MONTH}(?:,? (?:de )?\d{{4}})?\s*$)|"
    rf"\b\d{{8}}\b|(?<=, ){_MONTH} \d{{1,2}}(?:,? \d{{4}})?\s*$).*$"
)
_NUMERIC = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b")
_OWN = re.compile(
    r"\)\s*[.:,]?\s*(?:[-\u2010-\u2015\u2212]|$)|--|[\u2013\u2014]|\.-|\s-\s|/\S{2,20}/|\) "
)
_OWN_CHARS = 140
"""A dateline that a text begins with is over by here."""

_MOST_CHARS = 200
"""The longest dateline of the samples has 87 characters."""

_LETTER = re.compile(r"[^\W\d_]")
_FIRST_WORD = re.compile(r"[\w']+")


def dateline_of(
    line: str, city: str, on: date | None, blocks: tuple[Block, ...]
) -> tuple[Dateline | None, tuple[Removed, ...]]:
    """Return the dateline of a field, of a location, or none.

    A text that begins with its own dateline keeps it, for cleaning to take apart; the field says
    the same again, and is set aside. A location alone names the place where nothing else does.
    """
    if len(line) > _MOST_CHARS:
        return None, (Removed(step="other_line", where="DateLine", text=line),)
    if not _LETTER.search(line):
        return (Dateline(text="", places=(city,)) if city else None), ()
    written = _ENDS_IT.sub("", line)
    places, agencies = _parts(written, city)
    first = blocks[0].text[:_OWN_CHARS] if blocks else ""
    if places and _begins_with(first, places[0]):
        gone = Removed(step="dateline", where="DateLine", text=line)
        return Dateline(text="", places=places), (gone,)
    numeric = _NUMERIC.search(written)
    if numeric is not None:
        on = _day(numeric) or on
    return Dateline(text=written, places=places, on=on, agencies=agencies), ()


def _parts(written: str, city: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = _AGENCIES.search(written) or _IN_SLASHES.search(written)
    agencies = tuple(name.strip() for name in found[1].split("/")) if found else ()
    before = _FROM_DATE.sub("", written[: found.start()] if found else written)
    if city and before.casefold().startswith(city.casefold()):
        return (city,), agencies
    before = before.partition("(")[0].strip(" ,.-")
    places = (place.strip(" ,") for place in before.split("/"))
    return tuple(place for place in places if _LETTER.search(place)), agencies


def _begins_with(text: str, place: str) -> bool:
    """Return whether a text begins with a dateline of that place, in capitals or not."""
    there, wanted = _FIRST_WORD.match(text.lstrip()), _FIRST_WORD.match(place)
    if there is None or wanted is None or there[0].casefold() != wanted[0].casefold():
        return False
    return _OWN.search(text) is not None


def _day(found: re.Match[str]) -> date | None:
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
