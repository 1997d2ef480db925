"""Embargoes in words: what a line, a headline or an editor's note orders; the strictest wins."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from typing import Final, NamedTuple

from pipeline.formats.embargo_words import BETWEEN, IS_LIFTED, NOTE, ORDER, TIME_WORDS
from pipeline.formats.note_days import DAY_WORDS
from pipeline.formats.note_times import time_in_note
from pipeline.formats.note_zones import zones_in
from pipeline.formats.order_stems import may_hold
from schemas.types import Embargo

__all__ = ["Noted", "embargo_at_start", "embargo_in_note", "embargo_of_note", "embargo_of_role",
           "is_lifted",
           "is_slug_embargoed", "strictest"]  # fmt: skip

_MOST_CHARS: Final = 240
"""An embargo note is a line of its own; a paragraph that begins with the word tells a story."""

_MOST_NOTE: Final = 4_000
_MOST_SENTENCES: Final = 40
_TIME_CHARS: Final = 160
_MILD: Final = re.compile(r"(?:Do|Don['’]t|Must|May|Can(?:not)?|No)\b")
"""In small letters these order only with a time: "Do not use before reading" is advice."""

_NOTHING: Final = " :.,*!)]}/\n\t-\u2013\u2014"
_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+|\s[-\u2013\u2014|/]+\s|[:/] ")
_SENTENCE: Final = re.compile(r"(?<![apAP]\.[mM])(?<!\b\d)(?<!\b\d\d)[.!?;]\s+|\n")
_PART: Final = re.compile(r"(?<=\S)\s+[-\u2013\u2014|]\s+")
_IN_A_NOTE: Final = re.compile(
    r"\b(?P<word>EMBARGOED|SPERRFRIST|(?:SOUS|BAJO|SOTTO|SOB|ONDER|UNDER|UNTER) EMBARGO|EMBARGO)\b"
    r"(?=[ :,]{1,2}(?:UNTIL|TILL?|TO\b|FOR\b|BIS|JUSQU|HASTA|FINO|AL\b|ATÉ|TOT|TILL|TIL|VON|"
    r"LIFTS|ENDS|EXPIRES|ENDET|ON\b|AT\b|\d|NOT BEFORE|FREI|AB\b)|[.!)]|$)",
    re.IGNORECASE,
)
_SLUG: Final = re.compile(r"\b(?:EMBARGOED|EMBARGO|SPERRFRIST|HFR|HOLD FOR RELEASE)\b")
_OF_AN_EVENT: Final = re.compile(r"\W*(?:\w{2,6}-)?(?:Sperrfrist|SPERRFRIST|EMBARGO): ?\w")
"""In a note to editors: ``Sperrfrist: Sendungsbeginn``, a time that nobody can read off a clock."""

_IS_CAPITALS: Final = re.compile(r"[^a-zà-ÿ]+")


class Noted(NamedTuple):
    """An embargo, where in its line the note ends, and whether the note says its time's zone."""

    embargo: Embargo
    end: int
    zone_said: bool = True
    is_bare: bool = False
    """Nothing but the order: no time, and no condition either."""


def embargo_at_start(text: str, near: datetime, zone: tzinfo = UTC) -> Noted | None:
    """Return the embargo that a line begins with, or None if it declares none.

    A headline or a story may begin with the word: "Embargo on grain lifted", "Embargo: talks on
    3 March". In a note a time follows the word at once, or an order not to publish. A note whose
    time cannot be read holds the item until a version lifts it.
    """
    found = NOTE.match(text)
    if found is None or IS_LIFTED.search(text[:_MOST_CHARS]):
        return None
    rest = text[found.end() : found.end() + _MOST_CHARS]
    end, has_time = _time_that_follows(rest)
    if found["order"] or found["participle"]:
        if found["order"] and not has_time and _MILD.match(found["order"]):
            return None
        is_order = bool(found["order"]) and _is_order(found, text)
        if not (has_time or is_order or (found["participle"] and ORDER.match(rest))):
            return None
        said = time_in_note(rest[:end] if has_time else rest, near, zone)
        if said is None and has_time:
            said = time_in_note(rest, near, zone)
    else:
        said = time_in_note(rest[:end], near, zone) if has_time else None
        alone = not rest.strip(_NOTHING) and not found["timed"]
        if not alone and found["noun"] and found["noun"].isupper():
            alone = ORDER.match(rest) is not None  # EMBARGO - not before the council has met
        if said is None and not alone:
            return None
        if found["timed"] and rest[end:].strip(" :.,*!)]-"):
            return None
    length = found.end() + (end if has_time else len(rest))
    note = text[:_MOST_CHARS] if len(text) <= _MOST_CHARS else text[:length]
    until = None if said is None else said.at
    is_bare = said is None and not rest.strip(_NOTHING)
    return Noted(Embargo(until=until, note=note), length, said is None or said.zone_said, is_bare)


def embargo_of_note(text: str, near: datetime, zone: tzinfo = UTC) -> Embargo | None:
    """Return the embargo that a line declares, or None if it declares none."""
    noted = embargo_at_start(text, near, zone) if len(text) <= _MOST_CHARS else None
    return None if noted is None else noted.embargo


def embargo_of_role(note: str, near: datetime, zone: tzinfo = UTC) -> Embargo | None:
    """Return the embargo of a note whose role says that it is one: ``12.00 Uhr`` is enough."""
    said = embargo_in_note(note, near, zone) or embargo_at_start(f"EMBARGO: {note}", near, zone)
    if said is None and not is_lifted(note):
        return Embargo(note=note)
    return None if said is None else said.embargo


def embargo_in_note(note: str, near: datetime, zone: tzinfo = UTC) -> Noted | None:
    """Return the strictest embargo that an editor's note declares in any of its sentences."""
    found: list[Noted] = []
    note = note[:_MOST_NOTE]
    if (whole := embargo_at_start(note, near, zone)) is not None:
        found.append(whole)
    for sentence in filter(may_hold, _SENTENCE.split(note)[:_MOST_SENTENCES]):
        noted = embargo_at_start(sentence, near, zone)
        inside = _IN_A_NOTE.search(sentence) if noted is None else None
        if inside is not None and not IS_LIFTED.search(sentence):
            noted = _inside(sentence, inside, near, zone)
        for part in _PART.split(sentence)[1:_MOST_SENTENCES] if noted is None else ():
            noted = noted or embargo_at_start(part, near, zone)
        if noted is None and _OF_AN_EVENT.match(sentence):
            noted = Noted(Embargo(note=sentence.strip()), len(sentence))
        if noted is not None:
            found.append(noted)
    timed = [noted for noted in found if noted.embargo.until is not None]
    # "STRICTLY EMBARGOED. Not for release until noon": one order, whose time stands in the second.
    return max(timed or found, key=_strictness, default=None)


def _inside(sentence: str, found: re.Match[str], near: datetime, zone: tzinfo) -> Noted | None:
    rest = sentence[found.end() :]
    end, has_time = _time_that_follows(rest)
    said = time_in_note(rest[:end] if has_time else rest, near, zone)
    is_noun = found["word"].casefold() == "embargo"
    if said is None and (is_noun or not ORDER.match(rest)):
        return None
    if said is None and not found["word"].isupper():
        return None  # "The report was embargoed."
    if is_noun and not has_time:
        return None
    until = None if said is None else said.at
    said_zone = said is None or said.zone_said
    is_bare = said is None and not rest.strip(_NOTHING)
    embargo = Embargo(until=until, note=sentence.strip())
    return Noted(embargo, len(sentence), said_zone, is_bare)


def is_lifted(note: str) -> bool:
    """Tell whether a note says that an embargo is over."""
    return IS_LIFTED.search(note[:_MOST_NOTE]) is not None


def is_slug_embargoed(slugline: str) -> bool:
    """Tell whether a slugline says it: ``AM-TALKS (EMBARGOED)``, ``US--Poll, HFR``."""
    found = _SLUG.search(slugline)
    if found is None or is_lifted(slugline):
        return False
    # A story's slug may be about one: IRAN-EMBARGO/. The label stands apart.
    alone = slugline[: found.start()][-1:] in ("", "(", " ", ",", "[", "*")
    return found[0] in ("EMBARGOED", "HFR", "HOLD FOR RELEASE") or (
        alone and slugline[found.end() :][:1] in ("", ")", ",", "]", "*", ":")
        and slugline != found[0]
    )  # fmt: skip


def strictest(*embargoes: Embargo | None) -> Embargo | None:
    """Return the embargo that holds longest; one without a time holds longest of all."""
    there = [embargo for embargo in embargoes if embargo is not None]
    if not there:
        return None
    return max(there, key=lambda e: (e.until is None, e.until.timestamp() if e.until else 0.0))


def _strictness(noted: Noted) -> tuple[bool, float]:
    until = noted.embargo.until
    return until is None, until.timestamp() if until else 0.0


def _is_order(found: re.Match[str], text: str) -> bool:
    """``HOLD FOR RELEASE of hostages`` is a headline, and so is "Hold for release: a film"."""
    if found["order"].casefold() not in ("hold for release", "held for release", "hfr"):
        return True
    rest = text[found.end() :].strip()
    if not rest or rest[0] in ".,;:)]*!-":
        return True
    return _IS_CAPITALS.fullmatch(text[:_MOST_CHARS]) is not None


def _time_that_follows(rest: str) -> tuple[int, bool]:
    """Return where the time ends that follows at once, and whether one does."""
    rest = rest[:_TIME_CHARS]
    if not rest:
        return 0, False
    zones = zones_in(rest)
    end, has_time = 0, False
    for token in _TOKEN.finditer(rest):
        word = token[0]
        if not word[0].isalnum():
            if has_time and not rest[token.end() :][:1].isdigit():
                break
            continue
        if any(zone.start <= token.start() < zone.end for zone in zones):
            end = token.end()
            continue
        folded = word.casefold()
        if word[0].isdigit() or folded in TIME_WORDS:
            has_time = True
        elif folded in DAY_WORDS:
            has_time = has_time or len(folded) > 2
        elif folded not in BETWEEN and not re.fullmatch(r"(?i)st|nd|rd|th|er|noon|midday", word):
            break
        end = token.end()
    while end < len(rest) and rest[end].isalnum():
        end += 1  # a word is not cut
    return end, has_time
