# cython: boundscheck=False, wraparound=False
"""What the tagger found, as mentions in a text: their exact ends, and what is no name after all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pipeline.enriching.name_model import ORGANISATION, OTHER, PERSON, Tagged
from pipeline.enriching.name_never import NEVER
from pipeline.enriching.name_role_words import is_calling
from pipeline.enriching.name_text import Text, joined
from pipeline.words import signs
from pipeline.words.reading import number_of

__all__ = ["Mention", "mention_between", "mentions_of", "named_again", "without_genitive"]

_PERSON: Final = PERSON
_ORGANISATION: Final = ORGANISATION
_OTHER: Final = OTHER


def _numbers(words: Iterable[str]) -> frozenset[int]:
    return frozenset([number_of(word) for word in words])


class Mention:
    """A name where it stands in the text."""

    __slots__ = ("clear", "count", "end", "first", "kind", "last", "loud", "number", "start")

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


def _made(
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
    return mention


_KEEP_POINT: Final = _numbers("inc co corp ltd jr sr bros cie st".split())
_FIRMS: Final = _numbers("Inc Ltd LLC LLP Corp Co PLC Plc plc SA AG NV SE".split())
_NEVER: Final = _numbers(word for (word,) in NEVER)
_MOST_CHARS: Final = 120
"""A name is shorter; what is longer is a list or a shout."""
_ACRONYM_CHARS: Final = 5
_LEAST_STOP: Final = 4
"""Letters of a word that may end a sentence: ``St. Louis`` and ``Jr. Smith`` go on."""
_CAPITALS: Final = signs.CAPITAL | signs.UPPER
_BLANK: Final = signs.BLANK
_POINT: Final = signs.POINT
_DIGIT: Final = signs.DIGIT
_LETTER: Final = signs.LETTER
_CAPITAL: Final = signs.CAPITAL


def mentions_of(
    text: Text, tagged: Tagged, demonyms: frozenset[int], callings: tuple[str, ...]
) -> list[Mention]:
    """Return the mentions of a text in its order, with ``'s`` cut off and ``U.S.`` whole.

    *demonyms* (by their numbers) name nobody; *callings* are what German nouns for people end in:
    they are no part of a name.
    """
    found: list[Mention] = []
    names = tagged.data
    for n in range(len(tagged)):
        first, last, kind, clear = names[n, 0], names[n, 1], names[n, 2], names[n, 3]
        if text.ends[last] - text.starts[first] > _MOST_CHARS:
            continue
        if kind == _OTHER and text.joined(first, last) in demonyms:
            continue
        mention = _mention(text, first, last, kind, clear, callings)
        if mention is not None:
            found.append(mention)
    return found


def _mention(
    text: Text, first: int, last: int, kind: int, clear: int, callings: tuple[str, ...]
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
            first, last = at, _last_of_name(text, at, last)
            if last < first:
                return None
        last = _before_stop(text, first, last)
        if callings and kind == _PERSON:
            first = _behind_calling(text, first, last, callings)
    start, end = text.starts[first], text.ends[last]
    if several and text.text[end] == "." and _keeps_point(text, last):
        end += 1
    if kind == _ORGANISATION and text.text[end] == "," and _is_firm(text, end, last + 1):
        last += 1
        end = text.ends[last]
        if text.text[end] == ".":
            end += 1
    if last == first:
        if text.plain[first] in _NEVER:
            return None
        if text.shapes[first] & (_DIGIT | _LETTER) == _DIGIT:
            return None
    return _made(text, first, last, start, end, kind, clear)


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


_PARTICLES: Final = _numbers(
    "al ad el as abu bin ben ibn bint de da di du des del della dos das van von der den ter ten zu "
    "zur la le les lo d l o ap y e i t s".split()
)
"""Small words that a name may begin with: ``al-Qaeda``, ``de Gaulle``; not ``guy DiCaprio``."""


def _first_of_name(text: Text, first: int, last: int) -> int:
    """Return the first word that may begin a name; -1 if there is none."""
    for n in range(first, last + 1):
        if not text.is_small(n, n) or text.cased[n] in _PARTICLES:
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
    return n + 1 if is_calling(word, callings) else first


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
    return _made(text, first, last, start, end, kind, clear)


_MOST_SURNAMES: Final = 60
_LEAST_SURNAME: Final = 4
_NO_NAME_AFTER: Final = _numbers(
    "der die das den dem des ein eine einen einem einer kein keine zum zur am im vom beim".split()
)
"""German articles: after them a surname is more likely a noun."""


def named_again(text: Text, mentions: list[Mention], clear: int, genitive: bool) -> list[Mention]:
    """Return the mentions with those surnames of people named in full that were not seen alone.

    *clear* is how clear a full name must be; with *genitive* its surname may have an ``s`` more.
    """
    surnames: dict[int, Mention] = {}
    people = 0
    for mention in mentions:
        if mention.kind != _PERSON or mention.count == 1 or mention.clear < clear or mention.loud:
            continue
        n = mention.first + mention.count - 1
        start, end = text.starts[n], mention.end
        if end - start >= _LEAST_SURNAME and text.text[end - 1] != ".":
            people += 1
            surnames.setdefault(text.cased[n], mention)
            if genitive:
                surnames.setdefault(_with_s(text, start, end), mention)
    if not people or people > _MOST_SURNAMES:
        return mentions
    found: list[Mention] = []
    n = 0
    for mention in mentions:
        _add_surnames(text, n, mention.first, surnames, found)
        found.append(mention)
        n = mention.first + mention.count
    _add_surnames(text, n, text.count, surnames, found)
    return found


def _add_surnames(
    text: Text, first: int, until: int, surnames: dict[int, Mention], found: list[Mention]
) -> None:
    """Add those words to the mentions that were found which are one of the surnames."""
    for n in range(first, until):
        if not text.shapes[n] & _CAPITALS or text.ends[n] - text.starts[n] < _LEAST_SURNAME:
            continue
        full = surnames.get(text.cased[n])
        if full is None or (n and text.gaps[n] == _BLANK and text.plain[n - 1] in _NO_NAME_AFTER):
            continue
        start = text.starts[n]
        end = start + full.end - text.starts[full.first + full.count - 1]
        mention = _made(text, n, n, start, end, _PERSON, full.clear)
        mention.last = mention.number = full.last
        mention.loud = False
        found.append(mention)


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
