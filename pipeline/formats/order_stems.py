"""A quick look whether a text may hold an order at all: most copy has none of these letters."""

from __future__ import annotations

from typing import Final

from ahocorasick_rs import AhoCorasick

__all__ = ["may_hold", "may_pull_back"]

_HOLDS: Final = (
    "embarg hfr sperr gesperrt freig sperret spärr klausul ambargo эмбарго ембарго εμπαργκο "
    "release for|use not|for not|to|be do|not don't don’t must|not may|not cannot julkais "
    "publi pubbl veröffentlich verwend frei|ab frei|für frei|0 frei|1 frei|2 frei|6 frei|7 "
    "frei|8 frei|9 advance|for tidigast verspreid gebruiken publis brukes offentlig anvend "
    "använd diffus difund divulg utili emitir broadcast distribut dissemin no|use no|air "
    "sende публик распростран"
).split()
_PULLS: Final = (
    "kill error not|be|used löschung rücknahme rückruf povlač disregard eliminat spike "
    "withdr retract delet cancel annul anul zurück entfäll entfall storn widerr streich "
    "gestrich vervalt ingetrok intrek utgår återk makul trekk trækk trukk slettes mität "
    "peru vedet wycof zruš visszav töröl povu povla poniš повл пову аннул отмен ануль снят "
    "ακυρ iptal \u0625\u0644\u063a\u0627\u0621 \u0645\u0644\u063a \u064a\u0644\u063a hold "
    "withh retenid retener trattener aanhoud bitte ignor hinfällig ungültig gegenstandslos "
    "veuillez prière merci|d prions priés|d on|est|prié retiré supprim nulle por|favor "
    "rogamos ruega favor|de favor|an favor|des si|prega do|not|use not|to|be|used "
    "do|not|pub do|not|run do|not|bro do|not|air tills|vidare inntil|videre indtil|videre "
    "käyttäk prosimy просим молиме molimo gelieve verzoek wilt|u a.u.b alstublieft "
    "ikke|bru bruk|ikke publicera|inte använd|inte ne|pas|dif ne|pas|uti ne|pas|pub "
    "sin|efecto retirad dras|tillbaka vorerst vorläufig voorlopig vooralsnog no|pub no|uti "
    "no|dif non|pub non|uti"
).split()
_HOLD_STEMS: Final = AhoCorasick([stem.replace("|", " ") for stem in _HOLDS])
_PULL_STEMS: Final = AhoCorasick([stem.replace("|", " ") for stem in _PULLS])


def may_hold(text: str) -> bool:
    """Tell whether a text has letters of any order to hold."""
    return bool(_HOLD_STEMS.find_matches_as_indexes(_plain(text)))


def may_pull_back(text: str) -> bool:
    """Tell whether a text has letters of any order to take copy back."""
    return bool(_PULL_STEMS.find_matches_as_indexes(_plain(text)))


def _plain(text: str) -> str:
    # What UTF-8 cannot say is no letter of these.
    return text.lower().encode("utf-8", "replace").decode()
