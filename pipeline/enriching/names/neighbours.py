# cython: boundscheck=False, wraparound=False
"""Put names right by their words: ``Juan "Pepe" Mujica``, ``Trinidad and Tobago``."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.names.mentions import Mention, mention_of
from pipeline.enriching.names.model import ORGANISATION, PERSON, PLACE
from pipeline.enriching.names.text import Text, numbers
from pipeline.words import signs
from pipeline.words.numbers import joined
from pipeline.words.reading import number_of

__all__ = ["put_right"]

_PERSON: Final = PERSON
_ORGANISATION: Final = ORGANISATION
_PLACE: Final = PLACE
_CAPITAL: Final = signs.CAPITAL
_QUOTES: Final = '"“”„«»'
_MOST_BETWEEN: Final = 2

_LINKS: Final = numbers("de da do dos das di del della du van von der den bin ibn ben al el")
"""Particles that link the words of a person's name."""

_PLACE_LAST: Final = numbers(
    "province oblast river island islands peninsula strait mountains street avenue "
    "boulevard highway canal desert ocean"
)
_PLACE_FIRST: Final = numbers(
    "rue avenue boulevard quai lac calle avenida río isla piazza viale lago isola rua rio ilha"
)
"""What places are called, behind their names in Germanic languages, before them in Romance ones;
nothing that clubs and firms are called, too (``Derby County``, ``Tampa Bay``)."""


def _phrases(text: str) -> frozenset[int]:
    found = []
    for phrase in text.split(";"):
        first, *rest = [number_of(word) for word in phrase.split()]
        for number in rest:
            first = joined(first, number)
        found.append(first)
    return frozenset(found)


_TWO_IN_ONE: Final = _phrases(
    "trinidad and tobago;antigua and barbuda;bosnia and herzegovina;turks and caicos;"
    "newfoundland and labrador;tyne and wear;kensington and chelsea;"
    "bosnien und herzegowina;trinidad und tobago;antigua und barbuda;"
    "bosnie et herzégovine;trinité et tobago;antigua et barbuda;"
    "bosnia y herzegovina;trinidad y tobago;antigua y barbuda;"
    "bosnia ed erzegovina;bosnia e erzegovina;trinidad e tobago;antigua e barbuda;"
    "bósnia e herzegovina;bosnië en herzegovina;trinidad en tobago;"
    "bosnien och hercegovina;trinidad och tobago;antigua och barbuda"
)


_NOT_GIVEN: Final = numbers("storm hurricane cyclone la le el da di de")
"""Given names, too, but ``Storm Lorenzo`` is none."""
_BITS: Final = 63
_ONE: Final = 1


def _bits(words: frozenset[int]) -> int:
    """Return a bit for each word's number: what has none need not be looked for among them."""
    bits = 0
    for number in words:
        bits |= 1 << (number & 63)
    return bits


_LAST_BITS: Final = _bits(_PLACE_LAST)
_FIRST_BITS: Final = _bits(_PLACE_FIRST)

_ARTICLES: Final = numbers("the a le la el il der die das de het o os as")
_ANDS: Final = numbers("and und et y e ed en och og")

_BODY_FIRST: Final = numbers(
    "bank ministry university department court council church institute house federation office "
    "banque ministère université parti conseil cour tribunal assemblée fédération confédération "
    "banco ministerio universidad partido consejo corte tribunal asamblea federación comisión "
    "banca ministero università partito consiglio commissione federazione camera "
    "ministério universidade conselho tribunal assembleia federação comissão polícia "
    "ministerie universiteit raad partij"
)
_BODY_LAST: Final = numbers(
    "bank ministry university department court council institute party union committee commission "
    "agency association federation college hospital police army parliament united fc rovers "
    "athletic wanderers albion sc cf inc corp ltd plc ag se nv sa spa gmbh group holdings airlines "
    "universität ministerium bundesamt partei verband bundesbank"
)
"""What bodies are called, at the beginning of their names and at the end."""


def put_right(
    text: Text, mentions: list[Mention], given: frozenset[int], clear: int
) -> list[Mention]:
    """Return the mentions, those that are parts of one name as one, and streets as places.

    What begins with a *given* name (their numbers), with initials or as bodies do is at least so
    *clear*: the tagger judges word by word, and hardly knows Simona from a town.
    """
    found: list[Mention] = []
    end = 0
    for mention in mentions:
        if mention.first < end:  # a part of the one before
            last = mention.first + mention.count - 1
            if last >= end:
                before = found[len(found) - 1]
                found[len(found) - 1] = mention_of(
                    text, before.first, last, before.start, mention.end, before.kind, before.clear
                )
                end = last + 1
            continue
        if found:
            before = found[len(found) - 1]
            if mention.first - end <= _MOST_BETWEEN and _are_one(text, before, mention):
                last = mention.first + mention.count - 1
                found[len(found) - 1] = mention_of(
                    text, before.first, last, before.start, mention.end, before.kind, before.clear
                )
                end = last + 1
                continue
        end = mention.first + mention.count
        if mention.kind == _PERSON and _has_nickname(text, mention, end):
            mention = mention_of(
                text, mention.first, end + 1, mention.start, text.ends[end + 1], _PERSON,
                mention.clear,
            )  # fmt: skip
            end += 2
        elif mention.count > 1 and mention.kind != _PLACE:
            if _is_place(text, mention):
                mention.kind = _PLACE
            elif mention.clear < clear and _has_form(text, mention, given):
                mention.clear = clear
        found.append(mention)
    return found


def _are_one(text: Text, before: Mention, mention: Mention) -> bool:
    """Tell whether two names and the words between are one: ``Manuel`` ``de Castro``."""
    n = before.first + before.count
    if n == mention.first or before.end != text.ends[n - 1]:
        return False
    if before.kind == _PLACE and mention.kind == _PLACE:
        number = text.joined(before.first, mention.first + mention.count - 1)
        return number in _TWO_IN_ONE
    if before.kind != _PERSON or mention.kind != _PERSON:
        return False
    while n < mention.first:
        if text.cased[n] not in _LINKS or text.starts[n] != text.ends[n - 1] + 1:
            return False
        n += 1
    return text.starts[n] == text.ends[n - 1] + 1


def _has_nickname(text: Text, mention: Mention, n: int) -> bool:
    """Tell whether a word in quotation marks and a surname stand behind a name."""
    if n + 1 >= text.count or text.starts[n] != mention.end + 2:
        return False
    end = text.ends[n]
    return (
        text.text[mention.end] == " "
        and text.text[mention.end + 1] in _QUOTES
        and text.text[end] in _QUOTES
        and text.text[end + 1] == " "
        and text.starts[n + 1] == end + 2
        and text.shapes[n] & _CAPITAL != 0
        and text.shapes[n + 1] & _CAPITAL != 0
    )


def _has_form(text: Text, mention: Mention, given: frozenset[int]) -> bool:
    """Tell whether a name is made as those of its kind are: ``Simona Halep``, ``Bank of Japan``."""
    first, last = mention.first, mention.first + mention.count - 1
    if not text.shapes[first] & text.shapes[last] & _CAPITAL or mention.loud:
        return False
    if mention.kind == _PERSON:
        if text.ends[first] - text.starts[first] == 1:
            return text.text[text.ends[first]] == "."
        return text.plain[first] in given and text.plain[first] not in _NOT_GIVEN
    if mention.kind != _ORGANISATION or (last == first + 1 and text.plain[first] in _ARTICLES):
        return False
    for n in range(first + 1, last):
        if text.plain[n] in _ANDS:
            return False  # or half of two names
    return text.plain[first] in _BODY_FIRST or text.plain[last] in _BODY_LAST


def _is_place(text: Text, mention: Mention) -> bool:
    """Tell whether the words say that a name is a street's, a river's or the like."""
    first, last = mention.first, mention.first + mention.count - 1
    if _LAST_BITS >> (text.plain[last] & _BITS) & _ONE and text.shapes[last] & _CAPITAL:  # noqa: SIM102
        if text.plain[last] in _PLACE_LAST:
            return True
    if _FIRST_BITS >> (text.plain[first] & _BITS) & _ONE and text.shapes[first] & _CAPITAL:
        return text.plain[first] in _PLACE_FIRST
    return False
