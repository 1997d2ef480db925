"""Who a provider is: one short name for an agency, from its domain, its guid or its own name.

The names are those that the agencies give themselves; domains are those of their item ids.
"""

from __future__ import annotations

from datetime import UTC, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

__all__ = ["PRESS_RELEASES", "clock_of", "provider_of", "zone_of"]

_ALIASES: Final = {
    "AAP": ("aap.com.au", "australian associated press"),
    "AFP": ("afp.com", "agence france-presse", "agence france presse"),
    "ANA-MPA": ("amna.gr",),
    "ANP": ("anp.nl", "algemeen nederlands persbureau"),
    "ANSA": ("ansa.it",),
    "AP": ("ap.org", "apnews.com", "the associated press", "associated press"),
    "APA": ("apa.at", "austria presse agentur"),
    "ATS": ("ats.ch", "agence télégraphique suisse"),
    "AsiaNet": ("asianetnews.net", "medianet"),
    "Belga": ("belga.be", "belga.press"),
    "Business Wire": ("businesswire.com", "businesswire"),
    "Cision": ("cision.com", "news.cision.com"),
    "CP": ("thecanadianpress.com", "the canadian press", "canadian press"),
    "DW": ("dw.com", "deutsche welle"),
    "EFE": ("efe.com", "agencia efe"),
    "GlobeNewswire": ("globenewswire.com", "globe newswire"),
    "Keystone-SDA": ("keystone-sda.ch", "sda"),
    "Kyodo": ("kyodonews.jp", "kyodonews.net", "kyodo news"),
    "MIA": ("mia.mk",),
    "NTB": ("ntb.no", "norsk telegrambyrå"),
    "PA": ("pa.press.net", "pressassociation.com", "pa.media", "press association", "pa media"),
    "PR Newswire": ("prnewswire.com", "prnewswire"),
    "Reuters": ("reuters.com", "thomson reuters", "tr.com", "rtr"),
    "Ritzau": ("ritzau.dk",),
    "STT": ("stt.fi", "stt-lehtikuva.fi", "suomen tietotoimisto"),
    "TASS": ("tass.com", "tass.ru", "itar-tass"),
    "TT": ("tt.se", "tt nyhetsbyrån"),
    "Xinhua": ("xinhuanet.com", "news.cn"),
    "dpa": ("dpa.com", "dpa.de", "deutsche presse-agentur"),
    "dpa-AFX": ("dpa-afx.de",),
    "ots": ("presseportal.de", "news aktuell"),
}

_BY_ALIAS: Final = {
    alias.casefold(): name for name, aliases in _ALIASES.items() for alias in (name, *aliases)
}

PRESS_RELEASES: Final = frozenset(
    {"AsiaNet", "Business Wire", "Cision", "GlobeNewswire", "PR Newswire", "ots"}
)
"""Providers of what others pay for; each item of theirs is a press release."""


_ZONES: Final = {
    "AAP": ZoneInfo("Australia/Sydney"),
    "ANSA": ZoneInfo("Europe/Rome"),
    "APA": ZoneInfo("Europe/Vienna"),
    "ATS": ZoneInfo("Europe/Zurich"),
    "AsiaNet": ZoneInfo("Australia/Sydney"),
    "Belga": ZoneInfo("Europe/Brussels"),
    "DW": ZoneInfo("Europe/Berlin"),
    "EFE": ZoneInfo("Europe/Madrid"),
    "Keystone-SDA": ZoneInfo("Europe/Zurich"),
    "Kyodo": ZoneInfo("Asia/Tokyo"),
    "NTB": ZoneInfo("Europe/Oslo"),
    "PA": ZoneInfo("Europe/London"),
    "STT": ZoneInfo("Europe/Helsinki"),
    "TT": ZoneInfo("Europe/Stockholm"),
    "dpa": ZoneInfo("Europe/Berlin"),
    "ots": ZoneInfo("Europe/Berlin"),
}
"""Where an agency's clock stands, for times that it sends without a zone."""


def zone_of(provider: str) -> tzinfo:
    """Return the zone of a provider's own times; UTC for one that we do not know."""
    return _ZONES.get(provider, UTC)


_CLOCKS: Final = {"AP": ZoneInfo("America/New_York"), "CP": ZoneInfo("America/Toronto")}
"""Whose fields name a zone, and whose editors do not."""


def clock_of(provider: str) -> tzinfo | None:
    """Return the zone in which a provider's editors write times; None for one without a home."""
    return _ZONES.get(provider) or _CLOCKS.get(provider)


def provider_of(*said: str) -> str:
    """Return the short name of the first of *said* that we know, else the first that is there.

    >>> provider_of("", "www.ap.org"), provider_of("Northwire")
    ('AP', 'Northwire')
    """
    there = [" ".join(name.split()) for name in said if name and name.strip()]
    for name in there:
        known = _BY_ALIAS.get(name.casefold().removeprefix("www."))
        if known is not None:
            return known
    return there[0] if there else ""
