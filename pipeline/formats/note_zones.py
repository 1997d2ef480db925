"""The zones of clocks: as notes name them, and as a dateline's city has them."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

__all__ = ["Zone", "zone_of_city", "zones_in"]


class Zone(NamedTuple):
    """A zone that a note names, and where."""

    start: int
    end: int
    zone: tzinfo
    """The clock on the wall."""
    fixed: tzinfo | None
    """What the abbreviation says to the letter, where that may be another time of the year."""


_ABBREVIATIONS: Final = {
    name: (hours, place)
    for names, hours, place in (
        ("GMT UTC UT Z", 0, ""),
        ("BST", 1, "Europe/London"),
        ("WET", 0, "Europe/Lisbon"),
        ("WEST", 1, "Europe/Lisbon"),
        ("CET MEZ HNEC", 1, "Europe/Berlin"),
        ("CEST MESZ HAEC", 2, "Europe/Berlin"),
        ("EET", 2, "Europe/Athens"),
        ("EEST", 3, "Europe/Athens"),
        ("MSK МСК мск", 3, "Europe/Moscow"),
        ("TRT", 3, "Europe/Istanbul"),
        ("EST HNE", -5, "America/New_York"),
        ("EDT HAE", -4, "America/New_York"),
        ("CST", -6, "America/Chicago"),
        ("CDT", -5, "America/Chicago"),
        ("MST", -7, "America/Denver"),
        ("MDT", -6, "America/Denver"),
        ("PST", -8, "America/Los_Angeles"),
        ("PDT", -7, "America/Los_Angeles"),
        ("BRT", -3, "America/Sao_Paulo"),
        ("SAST", 2, "Africa/Johannesburg"),
        ("IST", 5.5, "Asia/Kolkata"),  # the agencies that write it are India's
        ("PKT", 5, "Asia/Karachi"),
        ("SGT", 8, "Asia/Singapore"),
        ("HKT", 8, "Asia/Hong_Kong"),
        ("JST", 9, "Asia/Tokyo"),
        ("KST", 9, "Asia/Seoul"),
        ("AEST", 10, "Australia/Sydney"),
        ("AEDT", 11, "Australia/Sydney"),
        ("ACST", 9.5, "Australia/Adelaide"),
        ("AWST", 8, "Australia/Perth"),
        ("NZST", 12, "Pacific/Auckland"),
        ("NZDT", 13, "Pacific/Auckland"),
    )
    for name in names.split()
}
"""Hours ahead of UTC, and a place whose clocks they are."""

_ON_THE_WALL: Final = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "pt": "America/Los_Angeles",
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "u.k.": "Europe/London",
    "uk": "Europe/London",
    "british": "Europe/London",
    "german": "Europe/Berlin",
    "deutscher": "Europe/Berlin",
    "swiss": "Europe/Zurich",
    "schweizer": "Europe/Zurich",
    "française": "Europe/Paris",
    "francaise": "Europe/Paris",
    "suisse": "Europe/Zurich",
    "belge": "Europe/Brussels",
    "española": "Europe/Madrid",
    "peninsular": "Europe/Madrid",
    "italiana": "Europe/Rome",
    "svensk": "Europe/Stockholm",
    "norsk": "Europe/Oslo",
    "dansk": "Europe/Copenhagen",
}
_CITIES: Final = {
    name: zone
    for zone, names in (
        ("America/New_York", "washington|boston|philadelphia|atlanta|miami|new york city|"
         "united nations|albany|baltimore"),
        ("America/Toronto", "ottawa|montreal|québec|quebec"),
        ("America/Chicago", "houston|dallas|austin|new orleans|minneapolis|st. louis"),
        ("America/Los_Angeles", "san francisco|seattle|san diego|sacramento|hollywood"),
        ("America/Sao_Paulo", "são paulo|rio de janeiro|brasília|brasilia"),
        ("America/Argentina/Buenos_Aires", "buenos aires"),
        ("America/Mexico_City", "mexico city|ciudad de méxico|méxico|mexico"),
        ("America/Bogota", "bogotá"),
        ("Europe/London", "edinburgh|cardiff|manchester|glasgow|londres|londra|belfast"),
        ("Europe/Paris", "strasbourg|lyon|marseille|parigi"),
        ("Europe/Berlin", "frankfurt|munich|münchen|hamburg|cologne|köln|bonn|stuttgart|düsseldorf|"
         "karlsruhe|leipzig|hannover|wiesbaden|mainz"),
        ("Europe/Zurich", "geneva|genf|genève|zürich|bern|berne|davos|basel|lausanne"),
        ("Europe/Vienna", "wien|salzburg|graz|vienne|viena"),
        ("Europe/Rome", "rom|roma|milan|milano|mailand|naples|vatican city|turin|venice|città del "
         "vaticano"),
        ("Europe/Brussels", "brüssel|bruxelles|bruselas|brussel|antwerp"),
        ("Europe/Amsterdam", "the hague|den haag|rotterdam"),
        ("Europe/Madrid", "barcelona|seville|valencia|bilbao"),
        ("Europe/Lisbon", "lisboa|lissabon|lisbonne|porto"),
        ("Europe/Warsaw", "warschau|varsovie|krakow"),
        ("Europe/Prague", "prag|praha"),
        ("Europe/Athens", "athen"),
        ("Europe/Copenhagen", "kopenhagen|københavn"),
        ("Europe/Stockholm", "gothenburg|göteborg"),
        ("Europe/Moscow", "moskau|moscou|москва|st. petersburg"),
        ("Europe/Kiev", "kyiv|kiew|kiev"),
        ("Asia/Shanghai", "beijing|peking|pékin|pekín"),
        ("Asia/Kolkata", "new delhi|delhi|mumbai|bengaluru|nueva delhi|neu delhi"),
        ("Asia/Jerusalem", "tel aviv"),
        ("Asia/Tokyo", "tokio|osaka|kyoto"),
        ("Asia/Ho_Chi_Minh", "hanoi"),
        ("Asia/Riyadh", "jeddah"),
        ("Asia/Dubai", "abu dhabi"),
        ("Asia/Karachi", "islamabad|lahore"),
        ("Australia/Sydney", "canberra"),
        ("Pacific/Auckland", "wellington"),
        ("Africa/Johannesburg", "pretoria|cape town|kapstadt|le cap"),
        ("Africa/Lagos", "abuja"),
        ("Africa/Nairobi", "nairobi"),
    )
    for name in names.split("|")
}  # fmt: skip
"""Cities whose name is not that of their zone, and their names in other languages."""

_AREAS: Final = ("Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic")
_LETTERS: Final = re.compile(r"[A-Za-z][A-Za-z_]{2,24}")

_SAID: Final = re.compile(
    rf"(?P<offset>\b(?:GMT|UTC) ?(?P<sign>[+-−]) ?(?P<hours>\d{{1,2}})(?::?(?P<minutes>\d\d))?\b)|"
    rf"(?<![^\W\d_])(?P<letters>{'|'.join(_ABBREVIATIONS)})\b|"
    r"(?<=[\d.mM] )(?P<wall>ET|CT|PT)\b|"
    r"\b(?P<words>(?i:eastern|pacific|mountain|central))(?P<time> (?i:standard |daylight )?"
    r"(?i:time))?\b|"
    r"\b(?P<of>U\.?K\.?|British|German|Swiss|[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?|[A-Z]{4,12})"
    r" (?i:time)\b|"
    r"\b(?i:heures?|hora|ora|hour|uur|zeit) (?i:de |di |d['’])?"
    r"(?P<de>[A-ZÀ-Þ]\w+|française|francaise|suisse|belge|española|peninsular|italiana)|"
    r"\b(?P<er>[A-ZÄÖÜ]\w+er|deutscher) Zeit\b|"
    r"\b(?P<norden>svensk|norsk|dansk) tid\b"
)


def zones_in(note: str) -> list[Zone]:
    """Return the zones that a note names, in their order; ``local time`` is none."""
    return [zone for found in _SAID.finditer(note) if (zone := _zone(found)) is not None]


def _zone(found: re.Match[str]) -> Zone | None:
    if found["offset"]:
        hours = int(found["hours"]) + int(found["minutes"] or 0) / 60
        if hours > 14:
            return None
        fixed = _fixed(hours if found["sign"] == "+" else -hours)
        return Zone(found.start(), found.end(), fixed, None)
    if found["letters"]:
        hours, place = _ABBREVIATIONS[found["letters"]]
        zone = ZoneInfo(place) if place else UTC
        return Zone(found.start(), found.end(), zone, _fixed(hours) if place else None)
    if found["words"] and not found["time"] and found["words"].lower() != "eastern":
        return None
    groups = ("wall", "words", "of", "de", "norden", "er")
    group, said = next((name, found[name]) for name in groups if found[name])
    if group == "er" and said != "deutscher":
        said = said.removesuffix("er")
    on_the_wall = _ON_THE_WALL.get(said.casefold())
    known = ZoneInfo(on_the_wall) if on_the_wall else zone_of_city(said)
    return None if known is None else Zone(found.start(), found.end(), known, None)


def _fixed(hours: float) -> tzinfo:
    return timezone(timedelta(hours=hours))


@lru_cache(maxsize=2_000)
def zone_of_city(city: str) -> tzinfo | None:
    """Return the zone of a city as a dateline names it, or None for one that we do not know.

    The names of IANA's zones are those of their largest cities; others are listed.

    >>> str(zone_of_city("WASHINGTON")), str(zone_of_city("Lisbon")), zone_of_city("Portmere")
    ('America/New_York', 'Europe/Lisbon', None)
    """
    name = " ".join(city.split())
    if (listed := _CITIES.get(name.casefold())) is not None:
        return ZoneInfo(listed)
    key = name.title().replace(" ", "_")
    if _LETTERS.fullmatch(key) is None:
        return None
    for area in _AREAS:
        try:
            return ZoneInfo(f"{area}/{key}")
        except (LookupError, ValueError, OSError):
            continue
    return None
