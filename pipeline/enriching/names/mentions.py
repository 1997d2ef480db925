# cython: boundscheck=False, wraparound=False
"""What the tagger found, as mentions in a text: their exact ends, and what is no name after all."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.names.model import ORGANISATION, OTHER, PERSON, Tagged
from pipeline.enriching.names.never import NEVER
from pipeline.enriching.names.role_words import CALLINGS, is_calling
from pipeline.enriching.names.signs import PARTICLES
from pipeline.enriching.names.text import Text, numbers
from pipeline.words import signs

__all__ = ["Mention", "mention_between", "mention_of", "mentions_of"]

_PERSON: Final = PERSON
_ORGANISATION: Final = ORGANISATION
_OTHER: Final = OTHER


class Mention:
    """A name where it stands in the text."""

    __slots__ = (
        "clear", "count", "end", "first", "kind", "last", "like", "loud", "name", "number", "start",
        "sums",
    )  # fmt: skip

    start: int
    end: int
    kind: int
    clear: int
    """How clear the kind is, in the tagger's unit."""
    first: int
    """Its first word."""
    count: int
    """How many words it has."""
    last: int
    """The number of its last word in small letters; of ``Merkels``, if it is Merkel's, hers."""
    number: int
    """The number of its words in small letters: the same words, the same number."""
    loud: bool
    """All in capitals, and long enough not to be an acronym."""
    like: Mention | None
    """The first mention of the same words, if it is another one."""
    sums: list[int] | None
    """How clear each kind is over all mentions of the same words, where they do not agree; kept by
    the first of them."""
    name: int
    """Which name of the text it was counted to, before short forms were."""


def mention_of(
    text: Text, first: int, last: int, start: int, end: int, kind: int, clear: int
) -> Mention:
    """Return a mention of some words; its characters are said besides."""
    mention = Mention.__new__(Mention)
    mention.start = start
    mention.end = end
    mention.kind = kind
    mention.clear = clear
    mention.first = first
    mention.count = last - first + 1
    mention.last = text.plain[last]
    mention.number = text.joined(first, last)
    mention.loud = end - start > _ACRONYM_CHARS and text.is_loud(first, last)
    mention.like = None
    mention.sums = None
    mention.name = -1
    return mention


_KEEP_POINT: Final = numbers("inc co corp ltd jr sr bros cie st")
_FIRMS: Final = numbers("Inc Ltd LLC LLP Corp Co PLC Plc plc SA AG NV SE")
_NEVER: Final = numbers(" ".join(word for (word,) in NEVER))
_FILTER: Final = 4095
_LAST_BITS: Final = {number & _FILTER for number in _NEVER}
_MAY_BE_NEVER: Final = bytes([number in _LAST_BITS for number in range(_FILTER + 1)])
"""Whether one of these words has a number that ends so: to look is sooner done than to ask."""

_MOST_CHARS: Final = 120
"""A name is shorter; what is longer is a list or a shout."""
_ACRONYM_CHARS: Final = 5
_LEAST_STOP: Final = 4
"""Letters of a word that may end a sentence: ``St. Louis`` and ``Jr. Smith`` go on."""
_MOST_HALF: Final = 4
"""Letters of a Korean or Chinese given name's second half, which many write small: ``Ing-wen``."""
_BLANK: Final = signs.BLANK
_HYPHEN: Final = signs.HYPHEN
_MONEY: Final = signs.MONEY
_POINT: Final = signs.POINT
_DIGIT: Final = signs.DIGIT
_LETTER: Final = signs.LETTER


def mentions_of(
    text: Text, tagged: Tagged, demonyms: frozenset[int], callings: tuple[str, ...], tails: bool
) -> list[Mention]:
    """Return the mentions of a text in its order, with ``'s`` cut off and ``U.S.`` whole.

    *demonyms* (by their numbers) name nobody; *callings* are what German nouns for people end in:
    they are no part of a name. With *tails* a name of a body or a place may end in small letters.
    """
    found: list[Mention] = []
    names = tagged.data
    for n in range(len(tagged)):
        first, last, kind, clear = names[n, 0], names[n, 1], names[n, 2], names[n, 3]
        if text.ends[last] - text.starts[first] > _MOST_CHARS:
            continue
        if kind == _OTHER and text.joined(first, last) in demonyms:
            continue
        mention = _mention(text, first, last, kind, clear, callings, tails)
        if mention is not None:
            found.append(mention)
    return found


def _mention(
    text: Text,
    first: int,
    last: int,
    kind: int,
    clear: int,
    callings: tuple[str, ...],
    tails: bool,
) -> Mention | None:
    several = last > first
    if several:
        if kind != _ORGANISATION and _is_possessive(text, last):
            last -= 1
        at = _tail(text, first, last)
        if text.text[text.starts[first]].islower() or text.is_small(at, last):
            at = _first_of_name(text, first, last)
            if at < 0:
                return None
            first = at
            while last > first and text.cased[last] in _NO_TAIL:
                last -= 1
            if not tails or kind == _PERSON:
                last = _last_of_name(text, at, last)
                if last < first:
                    return None
        last = _before_stop(text, first, last)
        if kind == _PERSON:
            if callings:
                first = _behind_calling(text, first, last, callings)
            if _has_small_half(text, last + 1):
                last += 1
    start, end = text.starts[first], text.ends[last]
    if several and text.text[end] == "." and _keeps_point(text, last):
        end += 1
    if kind == _ORGANISATION and text.text[end] == "," and _is_firm(text, end, last + 1):
        last += 1
        end = text.ends[last]
        if text.text[end] == ".":
            end += 1
    if last == first:
        if text.is_small(first, first) or _is_never(text, first) or _is_money(text, first):
            return None
        if text.shapes[first] & (_DIGIT | _LETTER) == _DIGIT:
            return None
    return mention_of(text, first, last, start, end, kind, clear)


def _is_never(text: Text, n: int) -> bool:
    """Tell whether a word is no name on its own."""
    return _MAY_BE_NEVER[text.plain[n] & _FILTER] != 0 and text.plain[n] in _NEVER


def _is_money(text: Text, n: int) -> bool:
    """Tell whether a word is the currency's or the sum behind a sign: ``$A1.84``, ``$US1.7``."""
    return text.gaps[n] & _MONEY != 0 and text.text[text.starts[n] - 1] != " "


_NO_HALVES: Final = numbers("born era ex fold free led less like made only run side size type wide")


def _has_small_half(text: Text, n: int) -> bool:
    """Tell whether a word is the other half of a given name: ``Kun-hee``, ``Jong-un``."""
    return (
        n < text.count
        and text.gaps[n] == _HYPHEN
        and text.is_small(n, n)
        and text.ends[n] - text.starts[n] <= _MOST_HALF
        and text.gaps[n + 1] != _HYPHEN
        and text.plain[n] not in _NO_HALVES
    )


def _is_possessive(text: Text, last: int) -> bool:
    """Tell whether a word is the ``s`` of ``Novotny's``."""
    start = text.starts[last]
    return (
        text.ends[last] == start + 1
        and (text.text[start] == "s" or text.text[start] == "S")
        and (text.text[start - 1] == "'" or text.text[start - 1] == "’")
    )


def _tail(text: Text, first: int, last: int) -> int:
    """Return the first of the words at the end that no blank parts."""
    while last > first and not text.gaps[last] & _BLANK:
        last -= 1
    return last


_MAY_BEGIN: Final = frozenset(PARTICLES.tolist()) - numbers("da di")
"""Small words that a name may begin with; not ``guy DiCaprio``, nor ``da Roma``: from Rome."""

_NO_TAIL: Final = frozenset(PARTICLES.tolist()) | numbers(
    "of and et ed y och per pour por para sur sobre su in en dans con avec com dei degli delle "
    "nel nella sul sulla dal dalla alla au aux och i på för с и в во на по для от из к о об"
)
"""Small words that no name ends in, though names go on behind them."""


def _first_of_name(text: Text, first: int, last: int) -> int:
    """Return the first word that may begin a name; -1 if there is none."""
    for n in range(first, last + 1):
        if not text.is_small(n, n) or text.cased[n] in _MAY_BEGIN:
            return n
    return -1


def _last_of_name(text: Text, first: int, last: int) -> int:
    """Return the last word that may end a name; the one before the first if there is none."""
    while last >= first and text.is_small(last, last):
        last -= 1
    return last


def _before_stop(text: Text, first: int, last: int) -> int:
    """Return the last word of a name that goes over a sentence's end, or its own last word."""
    for n in range(first, last):
        end = text.ends[n]
        is_stop = text.text[end] == "." and text.text[end + 1] == " "
        if is_stop and end - text.starts[n] >= _LEAST_STOP:
            return last if text.plain[n] in _KEEP_POINT else n
    return last


def _behind_calling(text: Text, first: int, last: int, callings: tuple[str, ...]) -> int:
    """Return the word behind ``Popstar`` or ``EU-Kommissar``, if a name begins so."""
    n = first
    while n < last and not text.gaps[n + 1] & _BLANK:
        n += 1
    if n == last or text.text[text.ends[n]] != " ":
        return first
    word = text.text[text.starts[first] : text.ends[n]].lower()
    return n + 1 if word in CALLINGS or is_calling(word, callings) else first


def _keeps_point(text: Text, last: int) -> bool:
    """Tell whether the point behind a word is its own: ``Inc.``, ``U.S.``."""
    if text.ends[last] - text.starts[last] == 1 and text.gaps[last] == _POINT:
        return True
    return text.plain[last] in _KEEP_POINT


def _is_firm(text: Text, end: int, n: int) -> bool:
    """Tell whether a word behind a comma belongs to a firm's name: ``Example, Inc.``."""
    return (
        n < text.count
        and text.starts[n] == end + 2
        and text.text[end + 1] == " "
        and text.cased[n] in _FIRMS
    )


def mention_between(text: Text, start: int, end: int, kind: int, clear: int) -> Mention | None:
    """Return a mention of the words between two characters; None where there is no word."""
    first, last = text.word_at(start), text.word_at(end - 1)
    if last == text.count or text.starts[last] >= end:
        last -= 1
    if last < first:
        return None
    return mention_of(text, first, last, start, end, kind, clear)
