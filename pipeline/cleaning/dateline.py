"""The dateline: places, date and agencies before the first sentence.

Forms seen in real copy: ``Brussels/Moscow, 17 February 2022 (dpa/MIA) —``, ``PARIS (AP) -``,
``NEW YORK, Jan 21 (Reuters) -``, ``Nueva Delhi, 21 ene (EFE).-``, ``MOSCOW, January 21. /TASS/.``,
``VANCOUVER, British Columbia, Dec. 03, 2019 (GLOBE NEWSWIRE) --``, ``LONDON--(BUSINESS WIRE)--``,
``BEIJING, July 23 --``, ``BEIJING, July 23`` (Kyodo), ``(ANSA) - ROMA, 03 MAR -``,
``МОСКВА, 3 мар - РИА Новости.``, ``Jan 30 (Gracenote) -``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from pipeline.cleaning.agencies import is_agency, knows_any
from pipeline.cleaning.dateline_date import date_in
from pipeline.cleaning.not_places import begins_a_sentence, is_no_place
from pipeline.cleaning.registry import cleaners
from schemas.types import Block, Dateline
from schemas.wire import WireItem

__all__ = ["Found", "find_dateline", "parse_dateline"]

_HEAD_CHARS = 220
"""The longest dateline of the samples has 87 characters."""

_DASH = r"[-\u2010-\u2015\u2212]"
_WITH_AGENCY = re.compile(
    rf"\s*+(?P<before>[^()\n]{{0,120}}?)[\s,]*+{_DASH}{{0,3}}\s*+\((?P<agencies>[^()\n]{{2,60}})\)"
    rf"\s*[.:,]?\s*(?:{_DASH}{{1,3}}|_(?=\s)|:|=)\s*"
)
_WITH_SLASHES = re.compile(
    rf"\s*+(?P<before>[^/()\n]{{2,100}}?)[\s,.]*+/(?P<agencies>[^/()\n]{{2,30}})/"
    rf"\s*[.:,]?\s*{_DASH}{{0,3}}\s*"
)
_AGENCY_FIRST = re.compile(
    rf"\s*+\((?P<agencies>[^()\n]{{2,60}})\)\s*{_DASH}\s*(?P<before>[^()\n]{{3,60}}?)\s+{_DASH}\s+"
)
_WITHOUT_AGENCY = re.compile(
    rf"\s*+(?P<before>[^()\n]{{3,80}}?)\s*(?:\s{_DASH}{{1,2}}|{_DASH}{{2}}|[\u2013\u2014])\s*"
)
_WITHOUT_DASH = re.compile(
    r"\s*+(?P<before>[A-Z][A-Z .,/'-]{2,40}, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)\.?\s+"
    r"(?=[A-Z\"\u201c])"
)
_AGENCIES = re.compile(rf"\([^()\n]{{2,60}}\)\s*[.:,]?\s*(?:{_DASH}{{1,3}}|_(?=\s)|:|=)")
_ENDS_IN_DASH = re.compile(rf"\s{_DASH}|--|[\u2013\u2014]")
_NAMED_AFTER = re.compile(rf"(?P<agency>[^\W\d_][^.\n]{{1,20}}?)\.\s*{_DASH}{{0,2}}\s*")
"""``РИА Новости.`` after the dash: the agency, if we know it as one."""

_SPLIT_AGENCIES = re.compile(r"\s*(?:/|,|\+|&|\bund\b|\band\b|\bet\b)\s*")
_PARTIES = frozenset(
    "CDU CSU SPD FDP AfD BSW ÖVP SPÖ FPÖ SVP SP PS PP PSOE PSD PD R D GOP Grüne".split()
)
"""A politician's party stands in parentheses like an agency: "Example (CDU) - the minister"."""

_MOST_PLACES = 4
_MOST_PLACE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline, and where in the text the first sentence begins."""

    dateline: Dateline
    end: int


@cleaners.add(
    "dateline", needs={"body"}, gives={"dateline", "credit", "provider", "body", "created_at"}
)
def find_dateline(item: WireItem) -> WireItem:
    """Cut the dateline off the first paragraph; it names places, date, and whom to credit.

    A text that gives no time of its own is dated by it (its day at 00:00 UTC). Agencies that
    the text cites are no providers: only the dateline's parentheses count.
    """
    if item.dateline is not None and item.dateline.text:
        return _with_parts(item, item.dateline)
    if not item.body or item.body[0].kind != "p":
        return item
    first = item.body[0]
    found = parse_dateline(first.text, item.event_at)
    if found is None:
        return item
    body = item.body[1:]
    if found.end < len(first.text):
        rest = Block(text=first.text[found.end :], html=_without_dateline(first, found))
        body = (rest, *body)
    elif not body or not knows_any(found.dateline.agencies):
        return item  # a line of its own is one only where a known agency stands in it
    changes: dict[str, object] = {"dateline": found.dateline, "body": body}
    if found.dateline.agencies:
        changes["credit"] = item.credit or "/".join(found.dateline.agencies)
        changes["provider"] = item.provider or found.dateline.agencies[0]
    if item.versioned_at is None and item.created_at is None and found.dateline.on is not None:
        changes["created_at"] = datetime.combine(
            found.dateline.on, datetime.min.time(), item.received_at.tzinfo
        )
    return item.model_copy(update=changes)


def _with_parts(item: WireItem, given: Dateline) -> WireItem:
    """Take a dateline apart that the provider sent in a field of its own."""
    if given.places or given.agencies:
        return item
    found = parse_dateline(f"{given.text} \u2014 A sentence.", item.event_at)
    if found is None:
        place = given.text.partition(",")[0].partition("(")[0].strip()
        parts = given.model_copy(update={"places": (place,) if place else ()})
        return item.model_copy(update={"dateline": parts})
    return item.model_copy(
        update={"dateline": found.dateline.model_copy(update={"text": given.text})}
    )


def parse_dateline(text: str, near: datetime) -> Found | None:
    """Return the dateline at the beginning of *text*, or None; a date without a year is that
    nearest to *near*."""
    return _in_head(text[:_HEAD_CHARS], near)


@lru_cache(maxsize=64)
def _in_head(head: str, near: datetime) -> Found | None:
    """Three cleaning steps ask for the same first paragraph's dateline; one of them looks."""
    for pattern in _possible(head):
        match = pattern.match(head)
        found = match and _found(pattern, match, head, near)
        if found:
            return found
    return None


def _possible(head: str) -> Iterator[re.Pattern[str]]:
    """Yield the forms that the text can have; most texts have no dateline, and are soon seen."""
    at = head.find("(")
    if at >= 0 and _AGENCIES.match(head, at):
        yield _WITH_AGENCY
    if head.count("/") > 1:
        yield _WITH_SLASHES
    if at >= 0 and not head[:at].strip():
        yield _AGENCY_FIRST
    if _ENDS_IN_DASH.search(head):
        yield _WITHOUT_AGENCY
    if "," in head:
        yield _WITHOUT_DASH


def _found(
    pattern: re.Pattern[str], match: re.Match[str], head: str, near: datetime
) -> Found | None:
    end = match.end()
    names_agency = "agencies" in pattern.groupindex
    agencies = _agencies(match["agencies"]) if names_agency else ()
    if names_agency and not agencies:
        return None
    on, place_text, after = date_in(match["before"], near) or (None, match["before"], "")
    if not names_agency and on is not None:
        named = _NAMED_AFTER.match(head, end)
        if is_agency(after):
            agencies = (after,)
        elif named is not None and is_agency(named["agency"]):
            agencies, end = (named["agency"],), named.end()
    if pattern is _WITHOUT_AGENCY and on is None and not _LONG_DASH.search(head[: end + 1]):
        return None
    is_sure = knows_any(agencies)
    places = _places(place_text, is_sure=is_sure)
    if places is None or not (places or (names_agency and on is not None)):
        return None
    if not is_sure and not _looks_like_one(
        pattern, agencies, place_text.strip(" ,."), on, head[end:]
    ):
        return None
    written = _without_end(head[:end].strip())
    return Found(Dateline(text=written, places=places, on=on, agencies=agencies), end)


_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
_BEFORE_DASHES = ".:=" + "".join(c for c in map(chr, range(0x3001)) if c.isspace())
_MOST_DASHES = 3


def _without_end(written: str) -> str:
    """Take off the dashes that end a dateline, and what stands before them."""
    end = len(written)
    while end and len(written) - end < _MOST_DASHES and written[end - 1] in _DASHES:
        end -= 1
    if end == len(written) and written.endswith("_"):
        end -= 1
    return written[:end].rstrip(_BEFORE_DASHES)


def _looks_like_one(
    pattern: re.Pattern[str], agencies: tuple[str, ...], place: str, on: date | None, rest: str
) -> bool:
    """Return whether a dateline without a known agency is one, and no sentence with a dash."""
    if rest[:1].islower() or (place and begins_a_sentence(place)):
        return False
    if pattern is _WITH_AGENCY:
        return not any(c.isdigit() for name in agencies for c in name)
    if pattern is _AGENCY_FIRST:
        return False
    capitals = place.upper() == place and any(map(str.isalpha, place))
    if pattern is _WITHOUT_AGENCY and on is None:
        # Only capitals are no beginning of a sentence, and of those only a place.
        return capitals and not is_no_place(place)
    return on is not None or capitals


_LONG_DASH = re.compile(r"(?:[\u2013\u2014]|--)\s*[^\d\s]")
"""Ends a dateline of a place alone; "POLITICS - 0900 Brussels" is a line of a schedule."""


def _agencies(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in _SPLIT_AGENCIES.split(text) if name.strip())
    if not names or len(names) > 4 or any(name in _PARTIES for name in names):
        return ()
    for name in names:
        if len(name) > 30 or len(name.split()) > 3 or not name[0].isalpha() or name.isdigit():
            return ()
    return names


_ON_A_RIVER = frozenset("Main Oder Saale Donau Neckar Inn Rhein Ruhr Elbe Havel Spree".split())
"""``Frankfurt/Main`` is one place."""


def _places(text: str, *, is_sure: bool) -> tuple[str, ...] | None:
    """Return the places of ``Brussels/Moscow``; None if the text cannot be places.

    A known agency after them makes sure of ``al-Arish`` and ``'s-Hertogenbosch`` too.
    """
    text = text.strip(" ,-\u2010\u2011\u2012\u2013\u2014")
    if not text.strip("."):
        return ()
    places: list[str] = []
    for part in text.split("/"):
        place = part.strip(" ,")
        # "WASHINGTON, D.C." ends with a stop of its own.
        place = place if place.count(".") > 1 else place.strip(".")
        words = place.split()
        if not words or len(words) > _MOST_PLACE_WORDS or any(c.isdigit() for c in place):
            return None
        if any(mark in place for mark in '!?;:"“”„«»'):
            return None
        is_name = place[0].isalpha() and not place[0].islower()
        if not is_name and not (is_sure and any(c.isupper() for c in place)):
            return None
        if places and place in _ON_A_RIVER:
            places[-1] += f"/{place}"
        else:
            places.append(place)
    return tuple(places) if len(places) <= _MOST_PLACES else None


def _without_dateline(block: Block, found: Found) -> str:
    """Keep the paragraph's markup only where the dateline itself had none."""
    is_plain = block.html[: found.end] == block.text[: found.end]
    return block.html[found.end :] if block.html and is_plain else ""
