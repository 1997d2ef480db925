"""What two headlines have in common, and whether a figure in them has moved."""

from __future__ import annotations

import re
from typing import Final

from pipeline.dedup.words import is_figure, read_words

__all__ = ["headlines_of"]

_WORD: Final = re.compile(r"\w+")

_NUMBER_WORDS: Final = {
    word: number
    for words in (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty",
        "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
        "sechzehn siebzehn achtzehn neunzehn zwanzig",
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
        "dix-sept dix-huit dix-neuf vingt",
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
        "diecisiete dieciocho diecinueve veinte",
    )
    for number, word in enumerate(words.split(), 2)
}
"""What agencies write out in headlines. Not "one", which in most languages is an article too."""


def headlines_of(headline: str, earlier: str) -> tuple[float, bool]:
    """Return the share of the shorter one's words that both have, and whether a figure differs.

    A figure differs where the headlines are much the same otherwise: then a toll has risen.

    >>> headlines_of("Flood kills 7 in Portmere", "Flood kills 12 in Portmere")
    (0.8, True)
    """
    ours, theirs = set(read_words(headline, 0).hashes), set(read_words(earlier, 0).hashes)
    if not ours or not theirs:
        return 0.0, False
    same = len(ours & theirs) / min(len(ours), len(theirs))
    if same < 0.5:
        return same, False
    if _written_out(headline, earlier):
        return same, True
    if _digits(headline) == _digits(earlier):
        return same, False  # 40.916 and 40 916
    figures, others = (set(filter(is_figure, numbers)) for numbers in (ours, theirs))
    return same, bool(figures - others and others - figures)


def _written_out(headline: str, earlier: str) -> bool:
    """Tell whether a number in words stands in the place of another one, or of a figure.

    >>> _written_out("Seven dead in flood", "Twelve dead in flood")
    True
    >>> _written_out("Seven dead in flood", "7 dead in flood")
    False
    """
    ours, theirs = _numbers(headline), _numbers(earlier)
    only_ours, only_theirs = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
    in_words = any(ours[n] for n in only_ours) or any(theirs[n] for n in only_theirs)
    return bool(only_ours and only_theirs and in_words)


def _numbers(text: str) -> dict[int, bool]:
    """Return the numbers up to 99 of a headline, and whether each is a word."""
    found = dict[int, bool]()
    for word in _WORD.findall(text.casefold()):
        if word in _NUMBER_WORDS:
            found[_NUMBER_WORDS[word]] = True
        elif word.isdecimal() and len(word) < 3:
            found.setdefault(int(word), False)
    return found


def _digits(text: str) -> str:
    return "".join([char for char in text if char.isdigit()])
