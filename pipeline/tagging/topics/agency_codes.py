"""Agencies' own codes as Media Topics: what IPTC's numbers do not say, and a desk's letters do.

IPTC's three-letter categories of 1991 (which AFP, EFE and ANPA feeds still send beside its
numbers) stand for the seventeen subjects that later had numbers, and those became the top-level
topics. Desks of dpa and categories of AP are listed only where they name one subject: ``f`` is
business at AP, but letters differ from agency to agency (``c`` means features at AAP and Ontario
at CP).
"""

from __future__ import annotations

from typing import Final

from schemas.types import Subject

__all__ = ["topic_of_agency_code", "topic_of_agency_name"]

_IPTC_CATEGORIES: Final = {
    "ACE": "01000000", "CLJ": "02000000", "DIS": "03000000", "FIN": "04000000", "ECO": "04000000",
    "EDU": "05000000", "EVN": "06000000", "HTH": "07000000", "HUM": "08000000", "LAB": "09000000",
    "LIF": "10000000", "POL": "11000000", "REL": "12000000", "SCI": "13000000", "SOI": "14000000",
    "SPO": "15000000", "WAR": "16000000", "UNR": "16000000", "WEA": "17000000",
    # Agencies' variants in their own languages
    "CLT": "01000000", "DEP": "15000000", "JUS": "02000000",
}  # fmt: skip
_AP: Final = {
    "f": "04000000", "s": "15000000", "q": "15000000", "e": "01000000", "p": "11000000",
    "l": "10000000", "t": "20000563", "o": "17000000",
}  # fmt: skip
"""``q`` are results, ``t`` travel, ``o`` weather; a, i, n and w say where something happened."""

_DPA: Final = {"pl": "11000000", "wi": "04000000", "ku": "01000000", "sp": "15000000"}

_EFE: Final = {"POL": "11000000", "ECO": "04000000", "DEP": "15000000", "TRI": "02000000"}
"""EFE's Tesauro, by what stands before the colon."""

_REUTERS: Final = {
    "SPO": "15000000", "WEA": "17000000", "HEA": "07000000", "ENV": "06000000", "REL": "12000000",
    "SCI": "13000000", "CRIM": "02000000", "DIP": "20000638", "VOTE": "20000574",
    "WAR": "16000000", "VIO": "16000000", "DIS": "03000000", "ENT": "01000000",
    "JOB": "09000000", "MCE": "20000346", "BACT": "04000000", "STX": "20000385",
    "DBT": "20000390", "FRX": "20000391", "MRG": "20000204", "RES": "20001365",
    # Those of the volumes of 1996
    "CCAT": "04000000", "ECAT": "04000000", "MCAT": "20000385", "GPOL": "11000000",
    "GSPO": "15000000", "GWEA": "17000000", "GHEA": "07000000", "GENV": "06000000",
    "GREL": "12000000", "GSCI": "13000000", "GCRIM": "02000000", "GDIP": "20000638",
    "GVOTE": "20000574", "GVIO": "16000000", "GDIS": "03000000", "GENT": "01000000",
    "GJOB": "09000000", "GWELF": "14000000", "GODD": "08000000", "GFAS": "20000011",
    "GTOUR": "20000563", "GOBIT": "08000000", "GDEF": "20000598",
}  # fmt: skip
"""Reuters' codes that name one subject; as the agency lists them."""

_BY_SCHEME: Final = {
    "iptccat": _IPTC_CATEGORIES,
    "a1312cat": _AP,
    "ap:category": _AP,
    "apcategorycode": _AP,
    "dpacat": _DPA,
    "dparessort": _DPA,
    "N2": _REUTERS,
    "n2": _REUTERS,
    "bip:topics:1.0": _REUTERS,
}
"""By the scheme under which the readers hand a code on."""

_NAMES: Final = {
    # AP's, as its subjects are called
    "business": "04000000", "health": "07000000", "sports": "15000000", "politics": "11000000",
    "government and politics": "11000000", "entertainment": "01000000",
    "arts and entertainment": "01000000", "lifestyle": "10000000", "science": "13000000",
    "technology": "13000000", "religion": "12000000", "weather": "17000000",
    "social affairs": "14000000", "social issues": "14000000", "education": "05000000",
    "environment": "06000000", "environment and nature": "06000000", "crime": "20000082",
    "law and order": "02000000", "legal proceedings": "20000106", "courts": "20000107",
    "accidents and disasters": "03000000", "accidents": "20000139",
    "natural disasters": "20000151", "war and unrest": "16000000",
    "military and defense": "20000598", "labor issues": "20000524", "personnel": "09000000",
    "international relations": "20000638", "national elections": "20000579",
    "elections": "20000574", "legislature": "20000615", "economy": "20000344",
    "corporate news": "20000170", "corporate stock": "20000385", "stock markets": "20000385",
    "earnings": "20001365", "earnings reports": "20001365", "financial performance": "20001365",
    "financial markets": "20000385", "industries": "20000209", "media": "20000045",
    "infectious diseases": "20000448", "diseases and conditions": "20000446",
    "coronavirus": "20000448", "movies": "20000005", "music": "20000018", "books": "20000013",
    "television programs": "20000051", "celebrity": "20000505", "travel": "20000563",
    "tennis": "20001085", "soccer": "20001065", "baseball": "20000849",
    "basketball": "20000851", "football": "20000823", "hockey": "20000965", "golf": "20000940",
    "automobile racing": "20000991", "boxing": "20000856", "olympic games": "20001177",
    # dpa's
    "konflikte": "16000000", "krieg": "20000062", "fußball": "20001065",
    "kriminalität": "20000082", "terrorismus": "20000103", "prozesse": "20000111",
    "justiz": "02000000", "unfälle": "20000139", "katastrophen": "20000148",
    "wetter": "17000000", "wissenschaft": "13000000", "gesundheit": "07000000",
    "kirche": "12000000", "umwelt": "06000000", "schulen": "20000400",
    "hochschulen": "20000405", "bildung": "05000000", "wahlen": "20000574",
    "parteien": "20001384", "regierung": "20000593", "bundestag": "20000615",
    "migration": "20000771", "flüchtlinge": "20000645", "streiks": "20000529",
    "arbeitsmarkt": "20000523", "tarife": "20000525", "energie": "20000256", "öl": "20000256",
    "verkehr": "20000337", "börsen": "20000385", "währung": "20000355",
    "konjunktur": "20000346", "banken": "20001370", "leute": "08000000", "film": "20000005",
    "musik": "20000018", "literatur": "20000013", "theater": "20000029", "medien": "20000045",
    "wirtschaft": "04000000", "kultur": "01000000", "politik": "11000000", "sport": "15000000",
    # STT's departments
    "talous": "04000000", "politiikka": "11000000", "urheilu": "15000000",
    "kulttuuri": "01000000",
}  # fmt: skip
"""What agencies call their own subjects, in small letters."""

_NAMED: Final = ("apsubject", "cv.ap.org", "dpasubject", "sttdepartment")
"""Schemes whose codes are the agency's own and whose names tell."""


def topic_of_agency_code(subject: Subject) -> str:
    """Return the number of the topic that an agency's code names, or nothing.

    >>> topic_of_agency_code(Subject(scheme="dpacat", code="sp"))
    '15000000'
    """
    if subject.scheme == "Tesauro":
        return _EFE.get(subject.code.partition(":")[0], "")
    code = subject.code.removeprefix("N2:")
    return _BY_SCHEME.get(subject.scheme, {}).get(code, "")


def topic_of_agency_name(subject: Subject) -> str:
    """Return the number of the topic that an agency's own subject is by its name, or nothing.

    >>> topic_of_agency_name(Subject(scheme="apsubject", code="c8e4", name="Business"))
    '04000000'
    """
    if not any(scheme in subject.scheme for scheme in _NAMED):
        return ""
    return _NAMES.get(subject.name.strip().lower(), "")
