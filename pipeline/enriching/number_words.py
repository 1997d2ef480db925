"""How languages write numbers: words that count, what multiplies, and what is only roughly said.

English, German, French, Spanish and Italian, from general knowledge of the languages.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

__all__ = ["LANGUAGES", "Numerals", "numerals"]

LANGUAGES: Final = ("en", "de", "fr", "es", "it")


class Numerals(NamedTuple):
    """The number words of one language, in small letters."""

    values: dict[str, float]
    """``twelve``, ``dozen``, ``vingtaine``."""
    scales: dict[str, float]
    """What multiplies the number before it: ``million``, ``bn``."""
    vague: dict[str, tuple[float, float]]
    """Words for about how many, as the least and the most they may mean."""
    one: frozenset[str]
    """Articles that count as one before a scale or a collective: ``a million``, ``une vingtaine``.
    """
    joins: frozenset[str]
    """What may stand between two parts of a number: ``thirty *and* two``."""
    to: frozenset[str]
    """What stands between the two ends of a range."""
    between: frozenset[str]
    """What makes an ``and`` the middle of a range."""
    about: dict[str, list[list[str]]]
    """What may stand before a number and belongs to it (``at least``), by its last word."""
    of: frozenset[str]
    """What may stand between a number and what is counted: ``une vingtaine *de* personnes``."""
    comma: bool
    """A decimal is set with a comma, and thousands with a point or a blank."""
    begins: frozenset[str] = frozenset()
    """Every word that a number in words may begin with."""
    ends: frozenset[str] = frozenset()
    """Every word that one may end with."""
    vague_begins: frozenset[str] = frozenset()
    """Every word that one of ``vague`` begins with."""


DOZENS: Final = (24.0, 99.0)
"""Dozens are two at least; of a hundred one would say so."""
TENS: Final = (20.0, 99.0)
HUNDREDS: Final = (200.0, 999.0)
THOUSANDS: Final = (2_000.0, 9_999.0)
TENS_OF_THOUSANDS: Final = (20_000.0, 99_999.0)
HUNDREDS_OF_THOUSANDS: Final = (200_000.0, 999_999.0)
MILLIONS: Final = (2e6, 999e6)
BILLIONS: Final = (2e9, 999e9)
"""By the same rule: two of them at least, and less than what has a word of its own."""


def _series(words: str, first: int = 0, step: int = 1) -> dict[str, float]:
    """Return words in a row with their values; those apart by ``/`` have the same one."""
    found: dict[str, float] = {}
    for place, same in enumerate(words.split()):
        for word in same.split("/"):
            found[word] = float(first + place * step)
    return found


def _english() -> Numerals:
    values = _series(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen",
        1,
    )
    values |= _series("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
    return Numerals(
        values,
        {
            "dozen": 12, "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "crore": 1e7,
            "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "mio": 1e6,
            "billion": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
            "trn": 1e12,
        },
        {
            "dozens": DOZENS, "scores": (40.0, 99.0), "hundreds": HUNDREDS,
            "thousands": THOUSANDS, "tens of thousands": TENS_OF_THOUSANDS,
            "hundreds of thousands": HUNDREDS_OF_THOUSANDS, "millions": MILLIONS,
            "billions": BILLIONS,
        },
        frozenset({"a", "an", "one"}),
        frozenset({"and"}),
        frozenset({"to", "or"}),
        frozenset({"between"}),
        _phrases(
            "at least|more than|less than|fewer than|no fewer than|no more than|up to|as many as|"
            "as much as|at most|an estimated|some|about|around|nearly|almost|over|under|"
            "approximately|roughly|another|close to|between|several|well over|just over"
        ),
        frozenset({"of"}),
        False,
    )  # fmt: skip


def _german() -> Numerals:
    ones = _series("ein zwei drei vier fünf sechs sieben acht neun", 1)
    values = _series(
        "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn", 10
    )
    tens = _series("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10)
    values |= ones | tens | {"eine": 1.0, "einen": 1.0, "einem": 1.0, "einer": 1.0, "eins": 1.0}
    values |= {"zwo": 2.0, "zweier": 2.0, "dreier": 3.0, "dreissig": 30.0}
    for ten, much in tens.items():
        values |= {f"{one}und{ten}": much + few for one, few in ones.items()}
    below = dict(values)
    for start, much in (("hundert", 1.0), *ones.items()):
        whole = start if start == "hundert" else f"{start}hundert"
        values[whole] = 100 * much
        values |= {f"{whole}{word}": 100 * much + few for word, few in below.items()}
    values |= {f"{word}tausend": 1000 * few for word, few in list(below.items())}
    return Numerals(
        values,
        {
            "dutzend": 12, "hundert": 1e2, "tausend": 1e3, "million": 1e6, "millionen": 1e6,
            "mio": 1e6, "milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billion": 1e12,
            "billionen": 1e12,
        },
        {
            "dutzende": DOZENS, "dutzenden": DOZENS, "mehrere dutzend": DOZENS,
            "hunderte": HUNDREDS, "hunderten": HUNDREDS, "mehrere hundert": HUNDREDS,
            "mehrere tausend": THOUSANDS, "tausende": THOUSANDS, "tausenden": THOUSANDS,
            "zehntausende": TENS_OF_THOUSANDS, "hunderttausende": HUNDREDS_OF_THOUSANDS,
            "mehrere millionen": MILLIONS, "mehrere milliarden": BILLIONS,
        },
        frozenset({"ein", "eine", "einem", "einen", "einer"}),
        frozenset({"und"}),
        frozenset({"bis", "oder"}),
        frozenset({"zwischen"}),
        _phrases(
            "mindestens|wenigstens|mehr als|weniger als|bis zu|rund|etwa|ungefähr|knapp|gut|fast|"
            "über|nahezu|höchstens|zumindest|weitere|zwischen|insgesamt|bislang|circa|ca|"
            "offenbar|schätzungsweise|nach ersten angaben|mehrere"
        ),
        frozenset({"von", "der"}),
        True,
    )  # fmt: skip


def _french() -> Numerals:
    values = _series(
        "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
        "seize",
        1,
    )
    values |= _series("vingt/vingts trente quarante cinquante soixante", 20, 10)
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
        _phrases(
            "au moins|plus de|plus d|moins de|moins d|jusqu à|environ|près de|près d|quelque|"
            "quelques|presque|au total|entre|autour de|autres|plusieurs|à peine"
        ),
        frozenset({"de", "d", "des"}),
        True,
    )  # fmt: skip


def _spanish() -> Numerals:
    values = _series(
        "uno/un/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
        "quince dieciséis/dieciseis diecisiete dieciocho diecinueve veinte "
        "veintiuno/veintiún/veintiuna veintidós/veintidos veintitrés/veintitres veinticuatro "
        "veinticinco veintiséis/veintiseis veintisiete veintiocho veintinueve",
        1,
    )
    values |= _series("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10)
    values |= _series(
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
        _phrases(
            "al menos|por lo menos|más de|mas de|menos de|hasta|cerca de|unos|unas|casi|alrededor "
            "de|aproximadamente|otros|otras|otro|otra|entre|como mínimo|en torno a"
        ),
        frozenset({"de"}),
        True,
    )  # fmt: skip


def _italian() -> Numerals:
    ones = _series("uno/un/una/un' due tre/tré quattro cinque sei sette otto nove", 1)
    values = ones | _series(
        "dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
        10,
    )
    tens = _series("venti trenta quaranta cinquanta sessanta settanta ottanta novanta", 20, 10)
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
        _phrases(
            "almeno|più di|meno di|oltre|circa|quasi|fino a|altri|altre|tra|fra|intorno a|"
            "non meno di"
        ),
        frozenset({"di", "d"}),
        True,
    )  # fmt: skip


def _phrases(text: str) -> dict[str, list[list[str]]]:
    """Return phrases by their last word, the longest first."""
    phrases: dict[str, list[list[str]]] = {}
    for phrase in sorted(text.split("|"), key=lambda phrase: -len(phrase.split())):
        phrases.setdefault(phrase.split()[-1], []).append(phrase.split())
    return phrases


@lru_cache(maxsize=8)
def numerals(language: str) -> Numerals:
    """Return the number words of a language; ``KeyError`` for one that we do not know."""
    known = {
        "en": _english, "de": _german, "fr": _french, "es": _spanish, "it": _italian,
    }[language]()  # fmt: skip
    alone = {*known.values, *known.scales}
    vague_begins = frozenset(phrase.split()[0] for phrase in known.vague)
    return known._replace(
        begins=frozenset(alone | vague_begins | known.one | {"half"}),
        vague_begins=vague_begins,
        ends=frozenset(alone | {p.split()[-1] for p in known.vague}),
    )
