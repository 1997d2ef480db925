"""Names of news agencies as datelines write them.

A name that is not here may still be an agency: the list only settles what could be either a
dateline or the beginning of a sentence. Written down from what desks know, not taken from any
register.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["is_agency", "is_press_release", "knows_any"]

_NAMES = frozenset(
    name.casefold()
    for name in (
        # Western Europe
        "AFP", "AP", "AP-dpa", "dpa", "dpa-AFX", "dts", "epd", "KNA", "SID", "RND", "APA",
        "sda", "ATS",
        "Keystone-SDA", "Reuters", "Rtr", "PA", "PA Media", "Press Association", "ANP", "Belga",
        "EFE",
        "Europa Press", "Colpisa", "OTR", "ANSA", "AGI", "Adnkronos", "LaPresse", "Askanews",
        "Italpress",
        "Nova", "Lusa", "TT", "NTB", "Ritzau", "STT", "FNB", "ANA", "ANA-MPA", "ΑΠΕ", "ΑΠΕ-ΜΠΕ",
        "AMNA",
        "CNA", "KYPE", "ΚΥΠΕ", "Relaxnews", "AFP-Services", "MTI", "Kathpress",
        # Central, South-Eastern and Eastern Europe
        "PAP", "ČTK", "CTK", "TASR", "SITA", "STA", "Hina", "FENA", "SRNA", "Tanjug", "Танјуг",
        "Beta",
        "Бета", "Fonet", "MIA", "МИА", "MINA", "МИНА", "ATA", "ATSH", "BTA", "БТА", "Agerpres",
        "Mediafax",
        "News.ro", "Moldpres", "Infotag", "BNS", "ELTA", "LETA", "Ukrinform", "Укрінформ",
        "Укринформ",
        "UNIAN", "УНІАН", "УНИАН", "Interfax", "Интерфакс", "Interfax-Ukraine", "Інтерфакс-Україна",
        "TASS", "ТАСС", "ITAR-TASS", "RIA", "RIA Novosti", "РИА Новости", "Belta", "БелТА", "АПН",
        "Armenpress", "Azertac", "AzerTAg", "Trend", "Interpressnews", "Kazinform", "Казинформ",
        "UzA",
        # Beyond
        "AA", "Anadolu", "DHA", "İHA", "Xinhua", "CNS", "Kyodo", "Jiji", "Jiji Press", "Yonhap",
        "KCNA",
        "PTI", "ANI", "IANS", "UNI", "APP", "BSS", "UNB", "Antara", "Bernama", "VNA", "TNA",
        "PNA", "CNA",
        "AAP", "NZPA", "CP", "The Canadian Press", "UPI", "Bloomberg", "Notimex", "Télam", "Telam",
        "NA", "Prensa Latina", "PL", "Agência Brasil", "ABr", "Andina", "ABI", "SANA", "NNA",
        "Petra",
        "QNA", "SPA", "WAM", "KUNA", "BNA", "ONA", "MENA", "APS", "MAP", "TAP", "WAFA", "IRNA",
        "ISNA",
        "Mehr", "Fars", "Tasnim", "NAN", "GNA", "APANEWS", "Panapress", "SAPA", "ENA", "رويترز",
        "أ ف ب", "د ب أ", "أ ب",
        # Press releases and sport
        "GLOBE NEWSWIRE", "GlobeNewswire", "BUSINESS WIRE", "PRNewswire", "PR Newswire",
        "PRNewswire-AsiaNet", "AsiaNet", "ACCESSWIRE", "Newsfile Corp.", "Newsfile", "ots",
        "APA-OTS",
        "CISION", "Marketwired", "EQS", "Gracenote", "Field Level Media", "Opta", "Variety",
    )
)  # fmt: skip


_PRESS_RELEASES = frozenset(
    "globe newswire|globenewswire|globenewswire inc.|business wire|businesswire|pr newswire|"
    "prnewswire|prnewswire-asianet|asianet|accesswire|access newswire|newsfile|newsfile corp.|ots|"
    "apa-ots|news aktuell|cision|marketwired|marketwire|eqs|eqs newswire|cnw|cnw group|"
    # as the authority of their items' ids
    "globenewswire.com|businesswire.com|prnewswire.com|asianetnews.net|news.cision.com|"
    "cision.com|presseportal.de|accesswire.com|newsfilecorp.com".split("|")
)


def is_press_release(name: str) -> bool:
    """Return whether *name* is that of a distributor of press releases, in any case."""
    return name.casefold() in _PRESS_RELEASES


def is_agency(name: str) -> bool:
    """Return whether *name* is that of a known agency, in any case."""
    return name.casefold() in _NAMES


def knows_any(names: Iterable[str]) -> bool:
    """Return whether one of *names* is a known agency's."""
    return any(map(is_agency, names))
