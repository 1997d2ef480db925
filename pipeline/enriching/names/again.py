# cython: boundscheck=False, wraparound=False
"""Find mentions that others tell of: a surname that stands alone, ``Merkels`` beside ``Merkel``."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.names.mentions import Mention, mention_of
from pipeline.enriching.names.model import PERSON
from pipeline.enriching.names.text import Text, numbers
from pipeline.words import signs
from pipeline.words.numbers import joined
from pipeline.words.reading import number_of

__all__ = ["named_again", "without_genitive"]

_PERSON: Final = PERSON
_BLANK: Final = signs.BLANK
_CAPITALS: Final = signs.CAPITAL | signs.UPPER
_MOST_SURNAMES: Final = 60
_LEAST_SURNAME: Final = 4
_BITS: Final = 63
_ONE: Final = 1
_NO_NAME_AFTER: Final = numbers(
    "der die das den dem des ein eine einen einem einer kein keine zum zur am im vom beim"
)
"""German articles: after them a surname is more likely a noun."""


def named_again(
    text: Text, mentions: list[Mention], clear: int, genitive: bool, inflected: bool
) -> list[Mention]:
    """Return the mentions with those surnames of people named in full that were not seen alone.

    *clear* is how clear a full name must be; with *genitive* its surname may have an ``s`` more,
    *inflected* it may be in any case.
    """
    surnames: dict[int, Mention] = {}
    people, bits = 0, 0
    for mention in mentions:
        if mention.kind != _PERSON or mention.count == 1 or mention.clear < clear or mention.loud:
            continue
        n = mention.first + mention.count - 1
        start, end = text.starts[n], mention.end
        if end - start >= _LEAST_SURNAME and text.text[end - 1] != ".":
            people += 1
            number = _number(text, n, inflected)
            surnames.setdefault(number, mention)
            bits |= _ONE << (number & _BITS)
            if genitive:
                number = _with_s(text, start, end)
                surnames.setdefault(number, mention)
                bits |= _ONE << (number & _BITS)
    if not people or people > _MOST_SURNAMES:
        return mentions
    found: list[Mention] = []
    n = 0
    for mention in mentions:
        _add_surnames(text, n, mention.first, surnames, bits, inflected, found)
        found.append(mention)
        if mention.kind != _PERSON and mention.count == 1 and mention.clear < clear:
            full = surnames.get(_number(text, mention.first, inflected))
            if full is not None:  # a town, says the tagger, but not surely
                mention.kind = _PERSON
                mention.clear = full.clear
                mention.last = mention.number = full.last
        n = mention.first + mention.count
    _add_surnames(text, n, text.count, surnames, bits, inflected, found)
    return found


def _add_surnames(
    text: Text,
    first: int,
    until: int,
    surnames: dict[int, Mention],
    bits: int,
    inflected: bool,
    found: list[Mention],
) -> None:
    """Add those words to the mentions that were found which are one of the surnames.

    *bits* tell of most other words, sooner than *surnames* do, that they are none.
    """
    for n in range(first, until):
        number = _number(text, n, inflected)
        if not bits >> (number & _BITS) & _ONE:
            continue
        if not text.shapes[n] & _CAPITALS or text.ends[n] - text.starts[n] < _LEAST_SURNAME:
            continue
        full = surnames.get(number)
        if full is None or (n and text.gaps[n] == _BLANK and text.plain[n - 1] in _NO_NAME_AFTER):
            continue
        start = text.starts[n]
        end = text.ends[n]
        if not inflected:
            end = start + full.end - text.starts[full.first + full.count - 1]
        mention = mention_of(text, n, n, start, end, _PERSON, full.clear)
        mention.last = mention.number = full.last
        mention.loud = False
        found.append(mention)


def _number(text: Text, n: int, inflected: bool) -> int:
    """Return the number that a surname is known by."""
    return text.plain[n] if inflected else text.cased[n]


def _with_s(text: Text, start: int, end: int) -> int:
    """Return the number of some letters and an ``s`` behind them, as they stand."""
    return number_of(text.text[start:end] + "s")


_LEAST_STEM: Final = 3


def without_genitive(text: Text, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, ``Merkels`` and ``Israels`` as Merkel and Israel if those are named too.

    German and the Nordic languages write the genitive without an apostrophe.
    """
    known = set()
    for mention in mentions:
        known.add(mention.number)
        if mention.kind == _PERSON and mention.count > 1:
            known.add(mention.last)
    for mention in mentions:
        n = mention.first + mention.count - 1
        end = text.ends[n]
        if end != mention.end or text.text[end - 1] != "s":
            continue
        if end - text.starts[n] <= _LEAST_STEM:
            continue
        last = number = text.small_number(text.starts[n], end - 1)
        if mention.count > 1:
            number = joined(text.joined(mention.first, n - 1), last)
        if number in known:
            mention.end = end - 1
            mention.last = last
            mention.number = number
    return mentions
