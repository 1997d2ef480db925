"""Agencies' own codes as Media Topics: what IPTC's numbers do not say, and a desk's letters do.

IPTC's three-letter categories of 1991 (which AFP, EFE and ANPA feeds still send beside its
numbers) stand for the seventeen subjects that later had numbers, and those became the top-level
topics. Desks of dpa and categories of AP are listed only where they name one subject: ``f`` is
business at AP, but letters differ from agency to agency (``c`` means features at AAP and Ontario
at CP).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from schemas.types import Subject

__all__ = ["topic_of_agency_code", "topics_of_desk"]

_IPTC_CATEGORIES: Final = {
    "ACE": "01000000", "CLJ": "02000000", "DIS": "03000000", "FIN": "04000000", "ECO": "04000000",
    "EDU": "05000000", "EVN": "06000000", "HTH": "07000000", "HUM": "08000000", "LAB": "09000000",
    "LIF": "10000000", "POL": "11000000", "REL": "12000000", "SCI": "13000000", "SOI": "14000000",
    "SPO": "15000000", "WAR": "16000000", "UNR": "16000000", "WEA": "17000000",
    # Agencies' variants in their own languages
    "CLT": "01000000", "DEP": "15000000", "JUS": "02000000", "TRI": "02000000", "EST": "15000000",
}  # fmt: skip
_AP: Final = {
    "f": "04000000", "s": "15000000", "q": "15000000", "e": "01000000", "p": "11000000",
    "l": "10000000", "t": "20000563", "o": "17000000",
}  # fmt: skip
"""``q`` are results, ``t`` travel, ``o`` weather; a, i, n and w say where something happened."""

_DPA: Final = {"pl": "11000000", "wi": "04000000", "ku": "01000000", "sp": "15000000"}

_EFE: Final = {"POL": "11000000", "ECO": "04000000", "DEP": "15000000", "TRI": "02000000"}
"""EFE's Tesauro, by what stands before the colon."""

_AP_SPORTS: Final = {
    "20000849": ("BBA", "BBN", "BBO", "BBC", "BBM", "BBI", "BBY"),
    "20000851": ("BKN", "BKC", "BKO", "BKW", "BKL", "BKH"),
    "20000823": ("FBN", "FBC", "FBO", "FBH", "FBL"),
    "20000965": ("HKN", "HKO", "HKC"),
    "20000940": ("GLF",), "20001085": ("TEN",), "20001065": ("SOC",), "20000991": ("CAR",),
    "20000856": ("BOX",), "20000960": ("RAC",), "20001177": ("OLY",), "20001056": ("SKI",),
    "20001071": ("SWM",), "20000892": ("CYC",), "20000888": ("CRI",), "20000934": ("FIG",),
    "20000827": ("ATH", "TRK"), "20000942": ("GYM",), "20001176": ("RGU",), "20001089": ("VOL",),
}  # fmt: skip
_AP_PARTS: Final = {
    "WEA": "17000000", "BIZ": "04000000", "POL": "11000000", "REL": "12000000", "SCI": "13000000",
    "MED": "07000000", "ENT": "01000000", "SPT": "15000000", "ENV": "06000000", "TRV": "20000563",
} | {code: topic for topic, codes in _AP_SPORTS.items() for code in codes}  # fmt: skip
"""What AP's categories are made of: three letters before the two dashes of its sluglines."""

_REUTERS: Final = {
    "SPO": "15000000", "WEA": "17000000", "HEA": "07000000", "ENV": "06000000", "REL": "12000000",
    "SCI": "13000000", "CRIM": "02000000", "POL": "11000000", "DIP": "20000638", "VOTE": "20000574",
    "WAR": "16000000", "VIO": "16000000", "DIS": "03000000", "ENT": "01000000",
    "JOB": "09000000", "MCE": "20000346", "BACT": "04000000", "STX": "20000385",
    "DBT": "20000390", "FRX": "20000391", "MRG": "20000204", "RES": "20001365",
    "GVD": "20000368", "CEN": "20000350", "INT": "20000371", "ECI": "20000346",
    "COM": "20000386", "CRU": "20000386", "GOL": "20000386", "MET": "20000386",
    "GRA": "20000386", "NRG": "20000256", "BKRT": "20000174", "MMT": "20000385",
    "JUDIC": "20000106", "DEF": "20000598", "HREP": "20000615", "SEN": "20000615",
    "SOCI": "14000000", "ODD": "08000000", "LIF": "10000000", "FAS": "20000011",
    "FILM": "20000005", "MUSIC": "20000018", "MSEUM": "20000043", "TOUR": "20000563",
    "SOCC": "20001065", "TENN": "20001085", "GOLF": "20000940", "BASE": "20000849",
    "BASK": "20000851", "CRIC": "20000888", "RUGB": "20001176", "CYCL": "20000892",
    "ATHL": "20000827", "OLY": "20001177",
    # Those of the volumes of 1996
    "CCAT": "04000000", "ECAT": "04000000", "MCAT": "20000385", "GPOL": "11000000",
    "GSPO": "15000000", "GWEA": "17000000", "GHEA": "07000000", "GENV": "06000000",
    "GREL": "12000000", "GSCI": "13000000", "GCRIM": "02000000", "GDIP": "20000638",
    "GVOTE": "20000574", "GVIO": "16000000", "GDIS": "03000000", "GENT": "01000000",
    "GJOB": "09000000", "GWELF": "14000000", "GODD": "08000000", "GFAS": "20000011",
    "GTOUR": "20000563", "GOBIT": "08000000", "GDEF": "20000598", "GPRO": "08000000",
    "C15": "20001365", "C151": "20001365", "C152": "20001365", "C17": "20000183",
    "C18": "20001366", "C181": "20000204", "C41": "20000188", "C42": "09000000",
    "E11": "20000346", "E12": "20000379", "E13": "20000346", "E21": "20000607",
    "E31": "20000346", "E41": "09000000", "E51": "20000373", "G15": "11000000",
    "M11": "20000385", "M12": "20000390", "M13": "20000385", "M132": "20000391",
    "M14": "20000386", "M141": "20000386", "M142": "20000386", "M143": "20000386",
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
    "dpax-apsubcat": _AP_PARTS,
}
"""By the scheme under which the readers hand a code on."""

_DESKS: Final = {
    "anpa1312": {desk: topic for desk, topic in _AP.items() if desk != "l"},
    "iptc7901": {"s": "15000000", "f": "04000000"} | _DPA | _IPTC_CATEGORIES,
}
"""Desks as the older formats have them, by format: nothing names whose letters they are, so of
IPTC 7901's single ones only those that all agencies share. AP's desk of lifestyles sends medicine
as well."""

_PART: Final = re.compile(r"\b([A-Z]{3})--")
"""``BC-BBO--Wild Card Glance``: AP's part of a category in a slugline."""


def topic_of_agency_code(subject: Subject) -> str:
    """Return the number of the topic that an agency's code names, or nothing.

    >>> topic_of_agency_code(Subject(scheme="dpacat", code="sp"))
    '15000000'
    """
    if subject.scheme == "Tesauro":
        return _EFE.get(subject.code.partition(":")[0], "")
    code = subject.code.removeprefix("N2:")
    return _BY_SCHEME.get(subject.scheme, {}).get(code, "")


def topics_of_desk(format_name: str, desks: Sequence[str], slugline: str) -> list[str]:
    """Return the numbers of the topics that an item's desks name, and AP's slugline.

    >>> topics_of_desk("anpa1312", ["s"], "BC-BBO--Wild Card Glance")
    ['20000849']
    """
    known = _DESKS.get(format_name)
    if known is None:
        return []
    part = _PART.search(slugline) if format_name == "anpa1312" else None
    if part is not None and part[1] in _AP_PARTS:
        return [_AP_PARTS[part[1]]]
    return [known[desk] for desk in desks if desk in known]
