"""How each language writes days, months and credits, for the invented sentences."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["WORDING", "Wording"]


class Wording(NamedTuple):
    """One language's words for what fills the sentences besides names."""

    days: list[str]
    months: list[str]
    agencies: list[str]
    locales: list[str]
    """Where most of the people named in its news come from, as ``faker`` names them."""
    countries: list[str]
    """Where most of its news happens, ISO 3166."""
    titles: tuple[str, ...] | list[str] = ()
    roles: tuple[str, ...] | list[str] = ()


def _words(text: str) -> list[str]:
    return text.split("|")


WORDING: Final = {
    "en": Wording(
        _words("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"),
        _words(
            "January|February|March|April|May|June|July|August|September|October|November|December"
        ),
        [],
        ["en_US", "en_GB", "en_IE", "en_NZ", "en_IN"],
        [],
        _words(
            "President|Prime Minister|Foreign Minister|Defence Minister|Interior Minister|"
            "Finance Minister|Premier|Chancellor|King|Queen|Prince|Pope|General|Gen.|Colonel|"
            "Lieutenant|Senator|Sen.|Rep.|Governor|Mayor|Ambassador|Bishop|Archbishop|Cardinal|"
            "Judge|Justice|Secretary-General|Secretary General|Chairman|Deputy Prime Minister|"
            "Vice President|Attorney General|Dr|Dr.|Sir|Lord|Sheikh|Ayatollah|Rabbi|Professor|"
            "Sheriff|Sergeant|Captain|Minister|Speaker|Sultan"
        ),
        _words(
            "spokesman|spokeswoman|head|director|chief economist|secretary general|deputy chairman|"
            "president|chairman|chief executive|analyst|trader|leader|senior official|lawyer|coach"
        ),
    ),
    "de": Wording(
        _words("Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag"),
        _words(
            "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
        ),
        _words("dpa|AFP|Reuters|AP|dpa/lno|dpa/tmn|APA|sda|epd|KNA|dts"),
        ["de_DE", "de_DE", "de_AT", "de_CH"],
        ["DE", "AT", "CH"],
    ),
    "fr": Wording(
        _words("lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"),
        _words(
            "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
        ),
        _words("AFP|Reuters|AP|Belga|ATS|PC|La Presse Canadienne|APS|TAP|MAP|Xinhua"),
        ["fr_FR", "fr_FR", "fr_BE", "fr_CH", "fr_CA", "fr_DZ"],
        ["FR", "BE", "CH", "DZ", "TN", "SN", "CI"],
    ),
    "es": Wording(
        _words("lunes|martes|miércoles|jueves|viernes|sábado|domingo"),
        _words(
            "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
        ),
        _words("EFE|AFP|AP|Reuters|Europa Press|EP|ANSA|Notimex|Télam|Prensa Latina"),
        ["es_ES", "es_ES", "es_MX", "es_AR", "es_CO", "es_CL"],
        ["ES", "MX", "AR", "CO", "PE", "CL", "VE", "CU"],
    ),
    "it": Wording(
        _words("lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"),
        _words(
            "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|"
            "dicembre"
        ),
        _words("ANSA|Ansa|Adnkronos|AGI|Agi|Reuters|AFP|LaPresse|Askanews|Dire"),
        ["it_IT", "it_IT"],
        ["IT"],
    ),
    "pt": Wording(
        _words(
            "segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo|"
            "nesta terça-feira|na quinta-feira"
        ),
        _words(
            "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"
        ),
        _words("Lusa|AFP|Reuters|AP|EFE|Agência Brasil|Folhapress|Estadão Conteúdo|Ansa|Angop"),
        ["pt_BR", "pt_PT"],
        ["BR", "PT", "AO", "MZ"],
    ),
    "nl": Wording(
        _words("maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"),
        _words(
            "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
        ),
        _words("ANP|Belga|Reuters|AFP|AP|dpa|Novum"),
        ["nl_NL", "nl_NL", "nl_BE"],
        ["NL", "NL", "BE"],
    ),
}  # fmt: skip
