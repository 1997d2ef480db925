"""Embargoes in fields and in words; the strictest wins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from pipeline.formats.times import time_in_note
from schemas.types import Block, Embargo

__all__ = ["embargo_in_words", "embargo_of_note", "embargo_of_slug", "strictest"]

_NOTE: Final = re.compile(
    r"[\s*#(\[!]{0,10}(?:(?:STRICTLY|STRICT|NOTE|HINWEIS|ACHTUNG)[ :,]{1,3}|"
    r"(?:SOUS|BAJO|SOTTO|SOB|ONDER|UNDER) )?"
    r"(?P<word>EMBARGO(?:ED)?|EMBARGAD[OA]|EMBARGAT[OA]|SPERRFRIST|GESPERRT BIS|"
    r"NOT FOR (?:PUBLIC )?(?:RELEASE|PUBLICATION) (?:UNTIL|BEFORE)|HOLD FOR RELEASE)"
    r"(?=[\s:.,;)\]\u2013\u2014*-]|$)",
    re.IGNORECASE,
)
_BETWEEN: Final = frozenset(
    # Words that stand between the note's word and its time, and no story begins with them.
    "until till til to for from not before be the at on of by use used release released public "
    "publication published is strictly and a am pm local time hrs hours noon midnight midday "
    "bis zum um der den uhr frei für veröffentlichung nicht vor jusqu jusque au à le la du de h "
    "heures hasta el las del los horas fino al alle ore il até as às tot om uur kl do mon "
    "monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun "
    "sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi "
    "mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado "
    "domingo jan january januar janvier enero gennaio feb february februar février febrero "
    "febbraio mar march märz mars marzo apr april avril abril aprile may mai mayo maggio jun "
    "june juni juin junio giugno jul july juli juillet julio luglio aug august août agosto sep "
    "sept september septembre septiembre settembre oct october oktober octobre octubre ottobre "
    "nov november novembre noviembre dec december dezember décembre diciembre dicembre".split()
)
_ORDER: Final = re.compile(
    r"\s*[:.,*!)\]-]*\s*(?:$|(?:until|till|not|for (?:public )?release|bis|jusqu|hasta|fino)\b)",
    re.IGNORECASE,
)
_WORD_OR_FIGURE: Final = re.compile(r"[^\W\d_]+|\d+")

_SLUG: Final = re.compile(r"\bEMBARGOED\b")
_MOST_CHARS = 240
"""An embargo note is a line of its own; a paragraph that begins with the word tells a story."""

_TOP = 3
"""The note stands among the first blocks."""


def embargo_in_words(blocks: Iterable[Block], near: datetime) -> tuple[Embargo | None, int | None]:
    """Return the embargo that a note at the top of a text declares, and the note's block."""
    for n, block in enumerate(blocks):
        if n >= _TOP:
            break
        if (embargo := embargo_of_note(block.text, near)) is not None:
            return embargo, n
    return None, None


def embargo_of_note(text: str, near: datetime) -> Embargo | None:
    """Return the embargo that a line declares, or None if it declares none.

    A headline or a story may begin with the word: "Embargo on grain lifted", "Embargo: talks on
    3 March". In a note a time follows the word at once, or an order not to publish. A note whose
    time cannot be read holds the item until a version lifts it.
    """
    found = _NOTE.match(text) if len(text) <= _MOST_CHARS else None
    if found is None:
        return None
    rest = text[found.end() :]
    if not (_is_followed_by_a_time(rest) or _is_an_order(found["word"], rest)):
        return None
    return Embargo(until=time_in_note(text, near), note=text)


def embargo_of_slug(slugline: str) -> Embargo | None:
    """Return the embargo of a slugline such as ``AM-TALKS (EMBARGOED)``, which gives no time."""
    return Embargo(note=slugline) if _SLUG.search(slugline) else None


def _is_followed_by_a_time(rest: str) -> bool:
    for word in _WORD_OR_FIGURE.findall(rest):
        if word[0].isdigit():
            return True
        if word.casefold() not in _BETWEEN:
            return False
    return False


def _is_an_order(word: str, rest: str) -> bool:
    """``EMBARGOED until further notice``, ``HOLD FOR RELEASE``; the noun alone orders nothing."""
    if word.casefold() in ("embargo", "sperrfrist"):
        return not rest.strip(" :.*!)]-")
    return _ORDER.match(rest) is not None or word[:3].casefold() in ("not", "hol", "ges")


def strictest(*embargoes: Embargo | None) -> Embargo | None:
    """Return the embargo that holds longest; one without a time holds longest of all."""
    there = [embargo for embargo in embargoes if embargo is not None]
    if not there:
        return None
    return max(there, key=lambda e: (e.until is None, e.until.timestamp() if e.until else 0.0))
