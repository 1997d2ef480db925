"""How French, Spanish and Italian write numbers, from general knowledge of the languages."""

from __future__ import annotations

from pipeline.enriching.figures.numerals import (
    BILLIONS,
    DOZENS,
    HUNDREDS,
    HUNDREDS_OF_THOUSANDS,
    MILLIONS,
    TENS,
    TENS_OF_THOUSANDS,
    THOUSANDS,
    Numerals,
    phrases,
    series,
)

__all__ = ["french", "italian", "spanish"]


def french() -> Numerals:
    """Return the number words of French."""
    values = series(
        "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
        "seize",
        1,
    )
    values |= series("vingt/vingts trente quarante cinquante soixante", 20, 10)
    values |= {"septante": 70, "huitante": 80, "octante": 80, "nonante": 90}
    values |= {
        "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
        "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
    }  # fmt: skip
    return Numerals(
        values,
        {
            "cent": 1e2, "cents": 1e2, "mille": 1e3, "million": 1e6, "millions": 1e6, "mio": 1e6,
            "milliard": 1e9, "milliards": 1e9, "mds": 1e9, "md": 1e9, "mrd": 1e9, "mrds": 1e9,
            "m": 1e6, "billion": 1e12, "billions": 1e12,
        },
        {
            "dizaines": TENS, "douzaines": DOZENS, "centaines": HUNDREDS, "milliers": THOUSANDS,
            "dizaines de milliers": TENS_OF_THOUSANDS,
            "centaines de milliers": HUNDREDS_OF_THOUSANDS,
            "des millions": MILLIONS, "des milliards": BILLIONS,
        },
        frozenset({"un", "une"}),
        frozenset({"et"}),
        frozenset({"à", "ou"}),
        frozenset({"entre"}),
        phrases(
            "au moins|plus de|plus d|moins de|moins d|jusqu à|environ|près de|près d|quelque|"
            "quelques|presque|au total|entre|autour de|autres|plusieurs|à peine"
        ),
        frozenset({"de", "d", "des"}),
        True,
    )  # fmt: skip


def spanish() -> Numerals:
    """Return the number words of Spanish."""
    values = series(
        "uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
        "quince dieciséis/dieciseis diecisiete dieciocho diecinueve veinte "
        "veintiuno/veintiún/veintiuna veintidós/veintidos veintitrés/veintitres veinticuatro "
        "veinticinco veintiséis/veintiseis veintisiete veintiocho veintinueve",
        1,
    )
    values |= series("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
    values |= series(
        "cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas "
        "quinientos/quinientas seiscientos/seiscientas setecientos/setecientas "
        "ochocientos/ochocientas novecientos/novecientas",
        100,
        100,
    )
    values |= {
        "decena": 10, "docena": 12, "quincena": 15, "veintena": 20, "treintena": 30,
        "cuarentena": 40, "cincuentena": 50, "centenar": 100, "centena": 100, "millar": 1000,
    }  # fmt: skip
    return Numerals(
        values,
        {
            "mil": 1e3, "millón": 1e6, "millon": 1e6, "millones": 1e6, "mdd": 1e6, "mm": 1e6,
            "billón": 1e12, "billones": 1e12,
        },
        {
            "decenas": TENS, "docenas": DOZENS, "centenares": HUNDREDS, "cientos": HUNDREDS,
            "centenas": HUNDREDS, "miles": THOUSANDS, "millares": THOUSANDS,
            "decenas de miles": TENS_OF_THOUSANDS,
            "cientos de miles": HUNDREDS_OF_THOUSANDS, "miles de millones": BILLIONS,
        },
        frozenset({"un", "una"}),
        frozenset({"y"}),
        frozenset({"a", "o"}),
        frozenset({"entre"}),
        phrases(
            "al menos|por lo menos|más de|mas de|menos de|hasta|cerca de|unos|unas|casi|alrededor "
            "de|aproximadamente|otros|otras|otro|otra|entre|como mínimo|en torno a"
        ),
        frozenset({"de"}),
        True,
    )  # fmt: skip


def italian() -> Numerals:
    """Return the number words of Italian."""
    ones = series("uno/un/una/un' due tre/tré quattro cinque sei sette otto nove", 1)
    values = ones | series(
        "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
        10,
    )
    tens = series("venti trenta quaranta cinquanta sessanta settanta ottanta novanta", 20, 10)
    values |= tens
    for ten, much in tens.items():
        for one, few in ones.items():
            values[(ten[:-1] if one[0] in "uo" else ten) + one] = much + few
    below = dict(values)
    for start, hundreds in (("cento", 1.0), *((f"{one}cento", few) for one, few in ones.items())):
        values[start] = 100 * hundreds
        values |= {f"{start}{word}": 100 * hundreds + few for word, few in below.items()}
    values |= {f"{word}mila": 1000 * few for word, few in list(values.items()) if few < 1000}
    values |= {
        "decina": 10, "dozzina": 12, "quindicina": 15, "ventina": 20, "trentina": 30,
        "quarantina": 40, "cinquantina": 50, "centinaio": 100, "migliaio": 1000, "mille": 1000,
    }  # fmt: skip
    return Numerals(
        values,
        {
            "mila": 1e3, "milione": 1e6, "milioni": 1e6, "mln": 1e6, "miliardo": 1e9,
            "miliardi": 1e9, "mld": 1e9, "mrd": 1e9,
        },
        {
            "decine": TENS, "dozzine": DOZENS, "centinaia": HUNDREDS, "migliaia": THOUSANDS,
            "decine di migliaia": TENS_OF_THOUSANDS,
            "centinaia di migliaia": HUNDREDS_OF_THOUSANDS,
        },
        frozenset({"un", "una"}),
        frozenset({"e"}),
        frozenset({"a", "o"}),
        frozenset({"tra", "fra"}),
        phrases(
            "almeno|più di|meno di|oltre|circa|quasi|fino a|altri|altre|tra|fra|intorno a|"
            "non meno di"
        ),
        frozenset({"di", "d"}),
        True,
    )  # fmt: skip
