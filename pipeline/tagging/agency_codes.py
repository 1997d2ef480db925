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

__all__ = ["topic_of_agency_code"]

_IPTC_CATEGORIES: Final = {
    "ACE": "01000000", "CLJ": "02000000", "DIS": "03000000", "FIN": "04000000", "ECO": "04000000",
    "EDU": "05000000", "EVN": "06000000", "HTH": "07000000", "HUM": "08000000", "LAB": "09000000",
    "LIF": "10000000", "POL": "11000000", "REL": "12000000", "SCI": "13000000", "SOI": "14000000",
    "SPO": "15000000", "WAR": "16000000", "UNR": "16000000", "WEA": "17000000",
    # Agencies' variants in their own languages
    "CLT": "01000000", "DEP": "15000000", "JUS": "02000000",
}  # fmt: skip
_AP: Final = {"f": "04000000", "s": "15000000", "e": "01000000", "p": "11000000"}
_DPA: Final = {"pl": "11000000", "wi": "04000000", "ku": "01000000", "sp": "15000000"}

_BY_SCHEME: Final = {
    "iptccat": _IPTC_CATEGORIES,
    "a1312cat": _AP,
    "ap:category": _AP,
    "dpacat": _DPA,
}
"""By the scheme under which the readers hand a code on."""


def topic_of_agency_code(subject: Subject) -> str:
    """Return the number of the top-level topic that an agency's code names, or nothing.

    >>> topic_of_agency_code(Subject(scheme="dpacat", code="sp"))
    '15000000'
    """
    return _BY_SCHEME.get(subject.scheme, {}).get(subject.code, "")
