"""What the tagger found, as mentions in a text: their exact ends, and what is no name after all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from pipeline.enriching.name_model import KINDS, Tagged
from pipeline.enriching.name_never import NEVER
from pipeline.enriching.name_role_words import is_calling
from pipeline.words import signs
from pipeline.words.by_python import numbers_of
from pipeline.words.reading import Words

__all__ = [
    "ORGANISATION",
    "OTHER",
    "PERSON",
    "PLACE",
    "Mention",
    "mentions_of",
    "named_again",
    "without_genitive",
]

PERSON, ORGANISATION, PLACE, OTHER = range(len(KINDS))


class Mention(NamedTuple):
    """A name where it stands in the text."""

    start: int
    end: int
    kind: int
    clear: int
    """How clear the kind is, in the tagger's unit."""
    text: str
    parts: tuple[str, ...]
    """Its words in small letters."""
    loud: bool
    """All in capitals, and long enough not to be an acronym."""


_KEEP_POINT: Final = frozenset("inc co corp ltd jr sr bros cie st".split())
_MOST_CHARS: Final = 120
"""A name is shorter; what is longer is a list or a shout."""
_ACRONYM_CHARS: Final = 5


def mentions_of(
    words: Words, tagged: Sequence[Tagged], callings: tuple[str, ...] = ()
) -> list[Mention]:
    """Return the mentions of a text in its order, with ``'s`` cut off and ``U.S.`` whole.

    *callings* are what German nouns for people end in: they are no part of a name.
    """
    if not tagged:
        return []
    text, found = words.text, []
    firsts, lasts = [name[0] for name in tagged], [name[1] for name in tagged]
    begins, ends = words.starts[firsts].tolist(), words.ends[lasts].tolist()
    gaps = words.gaps[lasts].tolist()
    for (first, last, kind, clear), start, end, gap in zip(tagged, begins, ends, gaps, strict=True):
        if end - start > _MOST_CHARS:
            continue
        said = text[start:end]
        if last == first:
            parts: tuple[str, ...] = (said.lower(),)
        else:
            if kind != ORGANISATION and said[-2:] in _POSSESSIVE:
                end -= 2
                said = said[:-2]
            if said[0].islower() or said.rpartition(" ")[2].islower():
                cut, said = _without_small(said)
                start += cut
                end = start + len(said)
            if ". " in said:
                stop = _STOP(said)
                if stop is not None and stop[1].lower() not in _KEEP_POINT:
                    said = said[: stop.end(1)]
                    end = start + len(said)
            if callings and kind == PERSON:
                calling, _, rest = said.partition(" ")
                if rest and is_calling(calling.lower(), callings):
                    start += len(calling) + 1
                    said = rest
            parts = tuple(_WORDS(said.lower()))
            if (
                text[end : end + 1] == "."
                and parts
                and (parts[-1] in _KEEP_POINT or (len(parts[-1]) == 1 and gap == signs.POINT))
            ):
                end += 1
                said = text[start:end]
        if kind == ORGANISATION and text[end : end + 1] == ",":
            firm = _FIRM(text, end, end + 8)
            if firm is not None:
                end = firm.end()
                said = text[start:end]
                parts = tuple(_WORDS(said.lower()))
        if parts in NEVER or not said or said.isdigit():
            continue
        loud = end - start > _ACRONYM_CHARS and said.isupper()
        found.append(_new(Mention, (start, end, kind, clear, said, parts, loud)))
    return found


_MOST_SURNAMES: Final = 60
_LEAST_SURNAME: Final = 4
_NO_NAME_AFTER: Final = frozenset(
    "der die das den dem des ein eine einen einem einer kein keine zum zur am im vom beim".split()
)
"""German articles: after them a surname is more likely a noun."""


def named_again(words: Words, mentions: list[Mention], clear: int, genitive: bool) -> list[Mention]:
    """Return the mentions with those surnames of people named in full that were not seen alone.

    *clear* is how clear a full name must be; with *genitive* its surname may have an ``s`` more.
    """
    people: list[tuple[int, int, int]] = []
    for mention in mentions:
        if mention.kind == PERSON and len(mention.parts) > 1 and mention.clear >= clear:
            size = len(mention.parts[-1])
            if size >= _LEAST_SURNAME and not mention.loud and mention.text[-1] != ".":
                people.append((mention.end - size, size, mention.clear))
    if not people or len(people) > _MOST_SURNAMES:
        return mentions
    begin = np.searchsorted(words.starts, [start for start, _, _ in people])
    numbers = words.cased[np.minimum(begin, len(words) - 1)].tolist()
    surnames: dict[int, tuple[int, int]] = {}
    for number, (start, size, how) in zip(numbers, people, strict=True):
        surnames.setdefault(number, (how, size))
        if genitive:
            owner = words.text[start : start + size] + "s"
            surnames.setdefault(numbers_of(owner)[0], (how, size))
    met = np.zeros(len(words), bool)
    for number in surnames:
        met |= words.cased == np.uint64(number)
    at = np.flatnonzero(met)
    starts, cased = words.starts[at].tolist(), words.cased[at].tolist()
    begins = [mention.start for mention in mentions]
    text, found = words.text, []
    for start, number in zip(starts, cased, strict=True):
        if mentions[bisect_right(begins, start) - 1].end > start >= begins[0]:
            continue  # it is a part of a mention
        before = text[text.rfind(" ", max(0, start - 12), start - 1) + 1 : start - 1]
        if before.lower() not in _NO_NAME_AFTER:
            how, size = surnames[number]
            said = text[start : start + size]
            found.append(Mention(start, start + size, PERSON, how, said, (said.lower(),), False))
    return sorted([*mentions, *found]) if found else mentions


_LEAST_STEM: Final = 3


def without_genitive(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, ``Merkels`` and ``Israels`` as Merkel and Israel if those are named too.

    German and the Nordic languages write the genitive without an apostrophe.
    """
    known = {mention.parts for mention in mentions}
    known.update([m.parts[-1:] for m in mentions if m.kind == PERSON and len(m.parts) > 1])
    found = []
    for mention in mentions:
        parts = mention.parts
        last = parts[-1]
        if last[-1] == "s" and len(last) > _LEAST_STEM and mention.text[-1] == "s":
            bare = (*parts[:-1], last[:-1])
            if bare in known:
                mention = mention._replace(end=mention.end - 1, text=mention.text[:-1], parts=bare)
        found.append(mention)
    return found


_new: Final = tuple.__new__  # half of a named tuple's own time
_PARTICLES: Final = frozenset(
    "al ad el as abu bin ben ibn bint de da di du des del della dos das van von der den ter ten zu "
    "zur la le les lo d l o ap y e i t s".split()
)


def _without_small(said: str) -> tuple[int, str]:
    """Return a name without small words around it, and how much was cut off before it.

    ``al-Qaeda`` and ``de Gaulle`` begin with one that belongs to them; ``guy DiCaprio`` does not.
    """
    first = last = None
    for word in _SPANS(said):
        if not word[0].islower() or (first is None and word[0] in _PARTICLES):
            first = word.start() if first is None else first
            last = word.end() if not word[0].islower() or word[0] == "s" else last
    return (0, "") if first is None or last is None else (first, said[first:last])


_STOP: Final = re.compile(r"(\w{4,})\. ").search
"""A sentence's end within a name: short words (``St. Louis``, ``Jr. Smith``) may have a point."""

_FIRM: Final = re.compile(r", (?:Inc|Ltd|LLC|LLP|Corp|Co|PLC|Plc|plc|SA|AG|NV|SE)\b\.?").match
_SPANS: Final = re.compile(r"\w+").finditer
_POSSESSIVE: Final = frozenset(("'s", "’s", "'S", "’S"))
_WORDS: Final = re.compile(r"\w+").findall
