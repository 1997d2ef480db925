"""Which story a kill names, where it has no id of it: by headline, by slugline, by time.

``Please kill the story slugged BC-Harbour-Fire, sent at 1015 GMT``; ``The story headlined "Harbour
fire" is wrong and is withdrawn``; ``Die Meldung "Hafenbrand" von 10.15 Uhr wird zurückgezogen``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from pipeline.formats.note_times import time_in_note
from pipeline.formats.pull_back_words import SLUG
from schemas.types import Named

__all__ = ["named_in", "numbers_in"]

_MOST_CHARS: Final = 2_000
_MOST_NAMES: Final = 4
_LEAST_LETTERS: Final = 6

_QUOTED: Final = re.compile(
    r"[\u201c\u201d\u201e\"](?P<double>[^\u201c\u201d\u201e\"\n]{4,250})[\u201c\u201d\"]|"
    r"[«»](?P<angle>[^«»\n]{4,250})[«»]|"
    r"(?<!\w)[\u2018\u201a'](?P<single>[^\u2018\u2019'\n]{4,250}(?:[\u2019'](?=\w)[^\u2018\u2019'\n]{1,250}"
    r"){0,3})[\u2019'](?!\w)"
)
_TIME_BEHIND: Final = (
    r"(?:,? (?:which |that )?(?:sent|moved|filed|issued|transmitted|published|ran|from|of|at|on|"
    r"von|"
    r"vom|um|transmise?|diffusée?|émise?|de las|de|das|enviad[ao]|transmitid[ao]|gesendet)\b)"
)
_SLUGGED: Final = re.compile(
    r"\b(?:slugg?ed|slugline|slug|with the slug|keyword|Stichwort|Kennwort|mot-clé)\b[ :]{1,3}"
    rf"(?P<slug>[^\n]{{3,100}}?)(?={_TIME_BEHIND}|[.;)\n]|, (?=[a-z])|$)",
    re.IGNORECASE,
)
_CODE: Final = re.compile(
    r"\b(?:BC|AM|PM|AP)-{1,3}[A-Z][\w-]{2,60}(?:,? \d{1,2}(?:st|nd|rd|"
    r"th) Ld)?"
)
_CALLED: Final = re.compile(
    rf"\b(?i:kill|withdraw|disregard|eliminate|hold|withhold|story|item) (?P<slug>{SLUG})"
)
"""A slugline in capitals behind an order, or behind what it is the slugline of."""
_HEADLINED: Final = re.compile(
    r"\b(?:headlined|with (?:the )?headline|entitled|titled|mit der Überschrift|unter dem Titel|"
    r"mit dem Titel|intitulée?|titulad[ao]|intitolat[ao]|getiteld|met de kop)[ :]{1,3}"
    rf"(?P<head>[^\n\"\u201c\u201e«]{{8,200}}?)(?={_TIME_BEHIND}(?: at| on| um| à)? \d|[.;\n]|"
    rf" (?:is|was|has been|"
    rf"wird|wurde|"
    r"est|queda|è) |$)",
    re.IGNORECASE,
)
_SENT: Final = re.compile(
    r"\b(?:sent|moved|filed|issued|transmitted|published|ran|timed|gesendet|von|um|transmise?|"
    r"diffusée?|"
    r"émise?|à|de las|enviad[ao]|transmitid[ao]|alle)\b(?: (?:today|yesterday|earlier|at|on|um|"
    r"heute|à|"
    r"a las))* ?(?P<time>\d{1,2}(?:[:.hH]?\d\d)? ?(?:GMT|UTC|Uhr|[ap]\.?m\.?|"
    r"[A-Z]{2,4})?[^.\n;]{0,30})",
)


def named_in(text: str, near: datetime, zone: tzinfo = UTC) -> tuple[Named, ...]:
    """Return the stories that a notice names, each by a headline or by a slugline.

    The time at which a story was sent is the last such time before the notice.
    """
    text = text[:_MOST_CHARS]
    at = _sent_at(text, near, zone)
    found: list[Named] = []
    spans: list[tuple[int, int]] = []
    for match in (*_SLUGGED.finditer(text), *_CODE.finditer(text), *_CALLED.finditer(text)):
        slug = (match[0] if match.re is _CODE else match["slug"]).strip(" \"'“”„«»,")
        if _is_name(slug) and not any(start <= match.start() < end for start, end in spans):
            found.append(Named(slugline=slug, sent_at=at))
            spans.append(match.span())
    for match in (*_QUOTED.finditer(text), *_HEADLINED.finditer(text)):
        words = next(filter(None, match.groups()), "").strip(" ,")
        inside = any(start <= match.start() < end for start, end in spans)
        if _is_name(words) and " " in words and not inside:
            found.append(Named(headline=words, sent_at=at))
            spans.append(match.span())
    return tuple(dict.fromkeys(found))[:_MOST_NAMES]


def numbers_in(text: str, agency: str) -> Iterator[int]:
    """Yield an agency's own numbers that a notice names: ``dpa 0045``, ``Nr. 45``."""
    pattern = rf"\b(?:{re.escape(agency)}[ -]|Nr\.? ?|No\.? ?|number |Meldung )0*(\d{{1,5}})\b"
    for found in re.finditer(pattern, text[:_MOST_CHARS], re.IGNORECASE):
        yield int(found[1])


def _is_name(words: str) -> bool:
    return sum(map(str.isalpha, words)) >= _LEAST_LETTERS


def _sent_at(text: str, near: datetime, zone: tzinfo) -> datetime | None:
    for found in _SENT.finditer(text):
        said = time_in_note(found["time"], near - timedelta(hours=24), zone)
        if said is not None and said.at <= near + timedelta(minutes=1):
            return said.at
    return None
