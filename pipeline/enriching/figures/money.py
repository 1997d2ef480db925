"""Read sums of money: the number beside a currency's sign, code or name."""

from __future__ import annotations

import re
from typing import Final

from pipeline.enriching.figures.number_reading import Number, number_at, number_ending, with_about
from pipeline.enriching.figures.number_words import Numerals
from pipeline.enriching.figures.window import Window

__all__ = ["CURRENCY_CODES", "CURRENCY_NAMES", "Sum", "sum_at_sign", "sum_at_word"]

_SIGNS: Final = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₪": "ILS", "₴": "UAH", "₺": "TRY", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB",
}  # fmt: skip
_DOLLARS: Final = {
    "us": "USD", "u": "USD", "s": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD",
    "can": "CAD", "hk": "HKD", "nz": "NZD", "r": "BRL", "mx": "MXN", "nt": "TWD", "sg": "SGD",
}  # fmt: skip
"""Letters before a dollar sign: ``A$``, ``HK$``, ``R$``."""

_CODES: Final = frozenset(
    "usd eur gbp jpy chf cny rub inr brl cad aud nzd sek nok dkk pln czk huf try zar mxn krw hkd "
    "sgd idr myr php thb vnd ils aed sar egp ngn kes uah ron bgn clp cop ars pen twd pkr bdt lkr "
    "qar kwd".split()
)
_NAMES: Final = {
    "dollar": "USD", "dollars": "USD", "dólar": "USD", "dólares": "USD", "dollari": "USD",
    "dollaro": "USD", "dollarn": "USD",
    "euro": "EUR", "euros": "EUR", "cents": "",
    "pound": "GBP", "pounds": "GBP", "pfund": "GBP", "livres": "GBP", "libras": "GBP",
    "sterline": "GBP", "sterling": "GBP",
    "yen": "JPY", "yens": "JPY", "yenes": "JPY", "yuan": "CNY", "yuans": "CNY", "yuanes": "CNY",
    "renminbi": "CNY", "franken": "CHF", "rubel": "RUB", "rubles": "RUB", "roubles": "RUB",
    "rublos": "RUB", "rouble": "RUB", "ruble": "RUB", "rupees": "INR",
    "rupien": "INR", "roupies": "INR", "rupias": "INR", "rupie": "INR", "reais": "BRL",
    "reales": "BRL", "złoty": "PLN", "zloty": "PLN", "zlotys": "PLN", "forint": "HUF",
    "hryvnia": "UAH", "hryvnias": "UAH", "griwna": "UAH", "lira": "TRY", "liras": "TRY",
    "rand": "ZAR", "rands": "ZAR", "naira": "NGN", "won": "KRW", "baht": "THB", "shekel": "ILS",
    "shekels": "ILS", "schekel": "ILS", "ringgit": "MYR", "rupiah": "IDR", "dong": "VND",
    "bolívares": "VES", "soles": "PEN", "guaraníes": "PYG", "quetzales": "GTQ", "taka": "BDT",
    "lei": "RON", "tenge": "KZT", "dinars": "", "pesos": "", "francs": "", "francos": "",
    "franchi": "", "kronor": "SEK", "kroner": "", "kronen": "", "couronnes": "", "coronas": "",
    "dirhams": "AED", "dirham": "AED", "riyals": "SAR",
    "доллар": "USD", "доллара": "USD", "долларов": "USD", "долл": "USD", "долари": "USD",
    "доларів": "USD", "долара": "USD", "евро": "EUR", "євро": "EUR", "рубль": "RUB",
    "рубля": "RUB", "рублей": "RUB", "руб": "RUB", "рублів": "RUB", "гривен": "UAH",
    "гривень": "UAH", "гривны": "UAH", "гривні": "UAH", "грн": "UAH", "юаней": "CNY",
    "юаня": "CNY", "иен": "JPY", "тенге": "KZT", "лева": "BGN", "лв": "BGN",
    "dolarów": "USD", "dolary": "USD", "dolarů": "USD", "dolárov": "USD", "dolara": "USD",
    "dolari": "USD", "dolar": "USD", "dollár": "USD", "dollaria": "USD", "euró": "EUR",
    "euroa": "EUR", "eura": "EUR", "evra": "EUR", "evrov": "EUR", "ευρώ": "EUR", "złotych": "PLN",
    "złote": "PLN", "zł": "PLN", "korun": "CZK", "kč": "CZK", "forintot": "HUF", "lirası": "TRY",
    "rubli": "RUB", "rubľov": "RUB", "δολάρια": "USD", "δολαρίων": "USD",
}  # fmt: skip
"""Names of currencies. Empty: which one it is, only the word beside it tells; without that the sum
has no unit, and is left out."""

_WHOSE: Final = {
    "swiss": "CHF", "suisses": "CHF", "suizos": "CHF", "svizzeri": "CHF", "schweizer": "CHF",
    "cfa": "XOF", "mexican": "MXN", "mexicanos": "MXN", "mexicains": "MXN", "argentine": "ARS",
    "argentinos": "ARS", "argentins": "ARS", "chilean": "CLP", "chilenos": "CLP",
    "colombian": "COP", "colombianos": "COP", "philippine": "PHP", "uruguayos": "UYU",
    "australian": "AUD", "australische": "AUD", "australiens": "AUD", "australianos": "AUD",
    "canadian": "CAD", "kanadische": "CAD", "canadiens": "CAD", "canadienses": "CAD",
    "canadesi": "CAD", "kong": "HKD", "zealand": "NZD", "singapore": "SGD", "taiwan": "TWD",
    "norwegian": "NOK", "norwegische": "NOK", "norvégiennes": "NOK", "noruegas": "NOK",
    "danish": "DKK", "dänische": "DKK", "danoises": "DKK", "swedish": "SEK", "schwedische": "SEK",
    "suédoises": "SEK", "czech": "CZK", "tschechische": "CZK", "tchèques": "CZK",
    "egyptian": "EGP", "égyptiennes": "EGP", "lebanese": "LBP", "syrian": "SYP",
    "pakistani": "PKR", "sri": "LKR", "nepalese": "NPR", "us": "USD", "american": "USD",
    "estadounidenses": "USD", "américains": "USD", "iraqi": "IQD", "kuwaiti": "KWD",
    "algerian": "DZD", "algériens": "DZD", "tunisian": "TND", "serbian": "RSD",
    "icelandic": "ISK", "moroccan": "MAD", "marocains": "MAD", "indonesian": "IDR",
    "indonesische": "IDR",
}  # fmt: skip
"""Whose currency it is, before its name or behind it."""

_WORDS_ALONE: Final = frozenset(
    "pound pounds pfund won lira rand real livres libras sterling soles lei dong rupie".split()
)
"""Names that mean something else as well: they count with a million before them, or a sterling."""

CURRENCY_NAMES: Final = tuple(_NAMES)
CURRENCY_CODES: Final = (*sorted(code.upper() for code in _CODES), "Rs", "DM")
"""What a sum may stand beside: names in small letters, codes as they are written."""

_BEFORE: Final = re.compile(r"(?:(?<![^\W_])([A-Za-z]{1,3}))?\s?([$€£¥₹₽₩₪₴₺₫₦₱฿])\s?$")
_JOINED: Final = re.compile(r"(us|a|nz|hk|c|s)([0-9]{1,15}[a-z]{0,4})")
_BEHIND: Final = re.compile(r"\.?\s?([$€£¥₹₽₩₪₴₺₫₦₱฿])")


class Sum:
    """A sum: where it stands in the text, and how much of which currency."""

    def __init__(self, start: int, end: int, number: Number, unit: str) -> None:
        self.start, self.end, self.number, self.unit = start, end, number, unit


def sum_at_sign(window: Window, at: int, known: Numerals) -> Sum | None:
    """Return the sum whose sign stands before a word of a window: ``$3 bn``, ``3 Mrd. €``."""
    text = window.text
    begin = window.starts[at] if at < len(window.words) else len(text)
    match = _BEFORE.search(text, max(0, begin - 8), begin)
    joined = _JOINED.fullmatch(window.words[at]) if at < len(window.words) else None
    if match is not None and joined is not None:
        # "$US1.7 billion": Australian copy sets the letters behind the sign
        window.words[at] = joined[2]
        number = number_at(window, at, known)
        window.words[at] = joined[0]
        if number is not None:
            start = min(match.start(2), window.starts[with_about(window, at, known)])
            return Sum(start, window.ends[number.last], number, _DOLLARS[joined[1]])
    if match is not None and at < len(window.words) and window.words[at][0].isdigit():
        number = number_at(window, at, known)
        if number is not None:
            unit = _SIGNS[match[2]]
            start = match.start(2)
            if match[1] and unit == "USD":
                unit = _DOLLARS.get(match[1].lower(), "USD")
                start = match.start() if match[1].lower() in _DOLLARS else start
            first = with_about(window, at - 1 if match[1] and start < match.start(2) else at, known)
            start = min(start, window.starts[first])
            return Sum(start, window.ends[number.last], number, unit)
    if at:
        match = _BEHIND.match(text, window.ends[at - 1])
        number = number_ending(window, at - 1, known)
        if match is not None and number is not None:
            first = with_about(window, number.first, known)
            return Sum(window.starts[first], match.end(), number, _SIGNS[match[1]])
    return None


def sum_at_word(window: Window, at: int, known: Numerals) -> Sum | None:
    """Return the sum that a currency's name or code belongs to: ``5 million yen``, ``EUR 20``."""
    word = window.words[at]
    if word not in _NAMES:
        unit = {"rs": "INR", "dm": "DEM"}.get(word, word.upper())
        number = number_at(window, at + 1, known) if at + 1 < len(window.words) else None
        if number is not None and window.words[at + 1][0].isdigit():
            return Sum(window.starts[at], window.ends[number.last], number, unit)
        number = number_ending(window, at - 1, known) if at else None
        if number is None:
            return None
        first = with_about(window, number.first, known)
        return Sum(window.starts[first], window.ends[at], number, unit)
    unit, first_word, last = _unit(window, at, word)
    before = first_word - 1
    if before >= 0 and window.words[before] in known.of:
        before -= 1
    number = number_ending(window, before, known) if before >= 0 else None
    if not unit or number is None or _is_article(window, number, known):
        return None
    if word in _WORDS_ALONE and not number.scaled and number.least < 1000 and last == at:
        return None
    first = with_about(window, number.first, known)
    return Sum(window.starts[first], window.ends[last], number, unit)


def _unit(window: Window, at: int, word: str) -> tuple[str, int, int]:
    """Return the currency of a name, and the first and last word that say so."""
    words = window.words
    whose = words[at - 1] if at else ""
    if whose in _WHOSE:
        first = at - 2 if whose in ("kong", "zealand") and at > 1 else at - 1
        return _WHOSE[whose], first, at
    after = words[at + 1] if at + 1 < len(words) else ""
    if after in _WHOSE and after != "us":
        return _WHOSE[after], at, at + 1
    if after == "sterling":
        return "GBP", at, at + 1
    return _NAMES[word], at, at


def _is_article(window: Window, number: Number, known: Numerals) -> bool:
    """Tell whether the number is only an article: ``un euro fort``, ``a dollar``."""
    return number.first == number.last and window.words[number.first] in known.one
