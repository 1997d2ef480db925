"""The regions that datelines name after a city, and how copy shortens them.

States, provinces, cantons. The codes are those of GeoNames' first-order divisions. US states are
shortened as in the AP's datelines, the others as agencies of their country do.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from pipeline.enriching.gazetteer.namings import place_key

__all__ = ["ABBREVIATIONS", "REGIONS", "SHORT_REGIONS", "STANDING_ALONE", "Region"]

Region: TypeAlias = tuple[str, str]
"""A country and a region of it; an empty region stands for the whole country."""

_REGIONS: Final = {
    "AU": """
01 Australian Capital Territory/ACT|02 New South Wales/NSW|03 Northern Territory/NT
04 Queensland/Qld|05 South Australia/SA|06 Tasmania/Tas|07 Victoria/Vic|08 Western Australia/WA
""",
    "CA": """
01 Alberta/Alta.|02 British Columbia/B.C.|03 Manitoba/Man.|04 New Brunswick/N.B.
05 Newfoundland and Labrador/Newfoundland/N.L.|07 Nova Scotia/N.S.|08 Ontario/Ont.
09 Prince Edward Island/P.E.I.|10 Quebec/Que.|11 Saskatchewan/Sask.|12 Yukon
13 Northwest Territories/N.W.T.|14 Nunavut
""",
    "DE": """
01 Baden-Württemberg|02 Bayern/Bavaria|03 Bremen|04 Hamburg|05 Hessen/Hesse
06 Niedersachsen/Lower Saxony|07 Nordrhein-Westfalen/North Rhine-Westphalia
08 Rheinland-Pfalz/Rhineland-Palatinate|09 Saarland|10 Schleswig-Holstein|11 Brandenburg
12 Mecklenburg-Vorpommern|13 Sachsen/Saxony|14 Sachsen-Anhalt/Saxony-Anhalt
15 Thüringen/Thuringia
""",
    "GB": "ENG England|SCT Scotland|WLS Wales|NIR Northern Ireland",
    "US": """
AL Alabama/Ala.|AK Alaska|AZ Arizona/Ariz.|AR Arkansas/Ark.|CA California/Calif.|CO Colorado/Colo.
CT Connecticut/Conn.|DE Delaware/Del.|DC District of Columbia/D.C.|FL Florida/Fla.|GA Georgia/Ga.
HI Hawaii|ID Idaho|IL Illinois/Ill.|IN Indiana/Ind.|IA Iowa|KS Kansas/Kan.|KY Kentucky/Ky.
LA Louisiana/La.|ME Maine|MD Maryland/Md.|MA Massachusetts/Mass.|MI Michigan/Mich.
MN Minnesota/Minn.|MS Mississippi/Miss.|MO Missouri/Mo.|MT Montana/Mont.|NE Nebraska/Neb.
NV Nevada/Nev.|NH New Hampshire/N.H.|NJ New Jersey/N.J.|NM New Mexico/N.M.|NY New York/N.Y.
NC North Carolina/N.C.|ND North Dakota/N.D.|OH Ohio|OK Oklahoma/Okla.|OR Oregon/Ore.
PA Pennsylvania/Pa.|RI Rhode Island/R.I.|SC South Carolina/S.C.|SD South Dakota/S.D.
TN Tennessee/Tenn.|TX Texas|UT Utah|VT Vermont/Vt.|VA Virginia/Va.|WA Washington/Wash.
WV West Virginia/W.Va.|WI Wisconsin/Wis.|WY Wyoming/Wyo.
""",
}
_CANTONS: Final = "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH"

_PROVINCES: Final = {
    "01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON",
    "09": "PE", "10": "QC", "11": "SK", "12": "YT", "13": "NT", "14": "NU",
}  # fmt: skip
"""Canada's postal codes for provinces by GeoNames' numbers."""

STANDING_ALONE: Final = {
    "US": (
        "Atlanta|Baltimore|Boston|Chicago|Cincinnati|Cleveland|Dallas|Denver|Detroit|Honolulu"
        "|Houston|Indianapolis|Las Vegas|Los Angeles|Miami|Milwaukee|Minneapolis|New Orleans"
        "|New York City|Oklahoma City|Philadelphia|Phoenix|Pittsburgh|St. Louis|Salt Lake City"
        "|San Antonio|San Diego|San Francisco|Seattle|Washington|Hollywood"
    ),
    "AE": "Dubai", "AT": "Innsbruck|Salzburg|Graz|Linz", "AU": "Sydney|Melbourne|Perth|Brisbane",
    "BR": "Rio de Janeiro|São Paulo", "CA": "Montréal|Québec|Toronto|Vancouver|Victoria",
    "CH": "Genève|Geneva|Zürich|Basel|Lausanne|Davos|Luzern", "CN": "Shanghai",
    "DE": "München|Munich|Hamburg|Köln|Frankfurt am Main|Stuttgart|Düsseldorf|Bonn|Halle (Saale)",
    "ES": "Barcelona|Valencia|Sevilla|Córdoba|Málaga|Granada|León|Toledo", "FR": "Strasbourg|Nice",
    "EG": "Alexandria",
    "GB": "Birmingham|Manchester|Cambridge|Oxford|York|Liverpool|Newcastle upon Tyne",
    "HK": "Hong Kong", "IL": "Jerusalem|Tel Aviv", "IN": "Mumbai|Hyderabad|Kolkata",
    "IT": "Milan|Naples|Venice|Turin|Florence|Bologna", "JP": "Osaka", "LY": "Tripoli",
    "MO": "Macau", "NL": "The Hague|Rotterdam", "PK": "Karachi", "RU": "Saint Petersburg",
    "TR": "Istanbul", "UA": "Odesa", "ZA": "Johannesburg|Cape Town",
}  # fmt: skip
"""Cities that datelines name without a country or state, besides the capitals: those of the AP's
stylebook, and those that European agencies would not explain (a choice of ours)."""


def _read(short: bool) -> dict[str, Region]:
    regions = {}
    for country, table in _REGIONS.items():
        for entry in table.strip().replace("\n", "|").split("|"):
            code, _, names = entry.partition(" ")
            for name in names.split("/"):
                if short == (name.endswith(".") or name.isupper() or name in _SHORT_NAMES):
                    regions[place_key(name)] = (country, code)
    return regions


def _read_short() -> dict[str, tuple[Region, ...]]:
    short: dict[str, tuple[Region, ...]] = {}
    cantons = [(code, ("CH", code)) for code in _CANTONS.split()]
    states = sorted({code for country, code in REGIONS.values() if country == "US"})
    provinces = [(code, ("CA", number)) for number, code in _PROVINCES.items()]
    for code, region in [*cantons, *((code, ("US", code)) for code in states), *provinces]:
        short[code] = (*short.get(code, ()), region)
    return short


_SHORT_NAMES: Final = frozenset({"Qld", "Tas", "Vic"})

REGIONS: Final = _read(short=False)
"""Names of regions, as keys, with their country and GeoNames' code."""

ABBREVIATIONS: Final = _read(short=True)
"""How copy shortens them after a city, as keys: ``ill`` for ``Springfield, Ill.``"""

SHORT_REGIONS: Final = _read_short()
"""Codes as they follow a city, ``Landquart GR``, with or without a comma: what each may mean."""
