"""Words that stand where a dateline's place would, and are none."""

from __future__ import annotations

__all__ = ["begins_a_sentence", "is_no_place"]

_OPENERS = frozenset(
    "in on at by since from until after before as for a an it there today yesterday "
    "am im bis seit vom ab nach vor der die das ein eine es heute gestern "
    "depuis dès un une ce cette hier dal nel il ieri desde hasta hoy ayer em hoje ontem "
    "op sinds vandaag den i dag på w dnia od".split()
)
"""A sentence may begin "On March 3 - a Tuesday"; no place is called so. Articles that are part
of places' names (The Hague, La Paz, Den Haag before a capital) are not here."""

_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag "
    "freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes "
    "martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì "
    "sabato domenica".split()
)

_CAPITALS = frozenset(
    # Organisations, states and labels that copy writes in capitals, before a dash or not.
    "NATO USA UEFA FIFA OPEC OSCE OECD UNICEF UNESCO UNHCR UNRWA NASA INTERPOL EUROPOL COVID "
    "COVID-19 ASEAN BRICS CONCACAF CONMEBOL NHL NBA NFL HBO IKEA BASF SIEMENS OTAN OMS ONU UNO "
    "OSZE НАТО США ЕУ ООН UPDATE CORRECTED CORRECTION KILL BREAKING URGENT FLASH ALERT BULLETIN "
    "ADVISORY TEST EXCLUSIVE LIVE VIDEO PHOTO PHOTOS WATCH ANALYSIS FACTBOX EXPLAINER OPINION "
    "INTERVIEW FEATURE TIMELINE QUOTES HIGHLIGHTS PREVIEW SUMMARY WRAPUP EDITORIAL COMMENT NOTE "
    "NEWS REPORT SOCCER TENNIS GOLF CRICKET RUGBY EILMELDUNG KORREKTUR BERICHTIGUNG HINTERGRUND "
    "ANALYSE KOMMENTAR PORTRÄT ALERTE URGENTE ACTUALISATION RÉCIT ENTRETIEN AVANCE ÚLTIMA HORA "
    "СРОЧНО".split()
)
_LEAST_CAPITALS = 4
"""ROM and ULM are places, and so rarely alone before a dash that WHO and IBM decide."""


def begins_a_sentence(place: str) -> bool:
    """Return whether the words before a date are a sentence's first, or a day's name."""
    words = place.casefold().split()
    return not words or words[0] in _OPENERS or words[-1] in _DAYS


def is_no_place(place: str) -> bool:
    """Return whether capitals alone, without date or agency, are an organisation or a label."""
    words = place.split()
    return len(place) < _LEAST_CAPITALS or any(word.strip(",") in _CAPITALS for word in words)
