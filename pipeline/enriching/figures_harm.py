"""Read how many people were killed, injured or are missing, around a word that says so."""

from __future__ import annotations

from typing import Final, NamedTuple

from pipeline.enriching.counted_people import (
    NEAR,
    STOPS,
    is_measure,
    is_unknown_noun,
    people_end,
)
from pipeline.enriching.harm_words import Harm, Kind
from pipeline.enriching.number_reading import Number, Window, number_at, number_ending, with_about
from pipeline.enriching.number_words import Numerals
from pipeline.words.signs import COMMA, HYPHEN, OPENING, QUOTE

__all__ = ["Casualties", "casualties_at"]

_FAR: Final = 9
"""Words that may stand between people and what befell them, if the people are named as such."""
_FARTHEST: Final = 14
"""In a language that keeps the verb for the end."""
_INSERTED: Final = 14
"""Words of an insertion between commas."""

_SURE: Final = 0.9
_FARTHER: Final = 0.75
_UNKNOWN_NOUN: Final = 0.6
_MOST: Final = 5_000_000
"""More people than any single report counts: of a larger number something else is told."""


_NUMBER_OF: Final = frozenset("number count zahl anzahl nombre cifra número numero".split())
_SELF: Final = frozenset("himself herself themselves sich".split())
_NOBODY: Final = frozenset("no not kein keine aucun aucune ningún ninguna nessun nessuna".split())


class Casualties(NamedTuple):
    """How many people were harmed, in words of a window."""

    kind: Kind
    first: int
    last: int
    number: Number
    score: float


def casualties_at(window: Window, at: int, known: Numerals, harm: Harm) -> Casualties | None:
    """Return the count that belongs to a word of harm, or None."""
    word = window.words[at]
    found = None
    if at + 1 < len(window.words) and window.gaps[at + 1] == HYPHEN:
        return None  # dead-ball, killed-in-action
    if _means_things(window, at, harm) or (word == harm.life and _is_lived(window, at, harm)):
        return None
    if word in harm.counted:
        found = _counted(window, at, known, harm)
    if found is None and word in harm.happened:
        found = _happened(window, at, known, harm)
    if found is None and word in harm.did and not _is_suffered(window, at, harm):
        found = _did(window, at, known, harm)
    if found is None and (word in harm.toll or _is_number_of(window, at)):
        found = _toll(window, at, known, harm)
    if found is None or not 0 < found.number.most <= _MOST or found.number.least % 1:
        return None
    if _either(window, at, harm):
        return None
    first = with_about(window, found.first, known)
    return found._replace(first=first)


def _is_lived(window: Window, at: int, harm: Harm) -> bool:
    """Tell whether nothing beside lives says that they were lost: ``saved 12 lives``."""
    around = window.words[max(0, at - 5) : at + 4]
    return not any(word.startswith(harm.taken) for word in around)


def _either(window: Window, at: int, harm: Harm) -> bool:
    """Tell whether the count is of two kinds together: ``killed or injured``."""
    words = window.words
    for there in (at + 2, at - 2):
        if 0 <= there < len(words) and words[(at + there) // 2] in ("or", "oder", "ou", "o"):
            other, own = _kind_of(words[there], harm), _kind_of(words[at], harm)
            return other is not None and other != own
    return False


def _kind_of(word: str, harm: Harm) -> Kind | None:
    return harm.counted.get(word) or harm.happened.get(word) or harm.did.get(word)


def _counted(window: Window, at: int, known: Numerals, harm: Harm) -> Casualties | None:
    """Read ``12 dead``, ``30 weitere Verletzte``, ``une vingtaine de blessés``."""
    words = window.words
    before = at - 1
    for _ in range(NEAR):
        if before < 0 or window.is_end(before + 1) or window.gaps[before + 1] & STOPS:
            return None
        number = _number_ending(window, before, known, harm)
        if number is not None:
            between = words[number.last + 1 : at]
            if any(word in harm.no_people for word in between):
                return None
            if _is_article(window, number, known) and any(word in harm.be for word in between):
                return None  # "un attentat a tué"
            if words[at] in harm.happened and not _may_be_people(between, known, harm):
                return None  # "the 1976 disaster killed"
            return Casualties(harm.counted[words[at]], number.first, at, number, _SURE)
        if words[before] in known.joins:
            return None
        if words[before] in harm.small and words[before] not in known.of:
            return None
        before -= 1
    return None


def _may_be_people(between: list[str], known: Numerals, harm: Harm) -> bool:
    """Tell whether people stand last before what befell them, or nobody: ``hundreds of`` them."""
    if between and between[0] in known.of:
        return True
    named = [word for word in between if word not in harm.be]
    return not named or named[-1] in harm.people or named[-1].endswith(harm.endings)


def _is_number_of(window: Window, at: int) -> bool:
    """Tell whether a word is counted as in ``the number of dead``, ``die Zahl der Toten``."""
    before = window.words[max(0, at - 3) : at]
    return any(word in _NUMBER_OF for word in before)


def _means_things(window: Window, at: int, harm: Harm) -> bool:
    """Tell whether the word belongs to another noun: ``two dead heats``, ``injured players``."""
    after = at + 1
    return (
        after < len(window.words)
        and not window.is_end(after)
        and window.words[after] in harm.no_people
    )


def _happened(window: Window, at: int, known: Numerals, harm: Harm) -> Casualties | None:
    """Read ``12 people, including two children, were killed``."""
    words = window.words
    kind = harm.happened[words[at]]
    before = at - 1
    passive = False
    while before >= 0 and words[before] in harm.be and not window.gaps[before + 1] & STOPS:
        if window.is_end(before + 1):
            return None
        passive = True
        before -= 1
    farthest = _FARTHEST if harm.far else _FAR
    more = 0
    for steps in range(farthest):
        if before < 0 or window.is_end(before + 1):
            return None
        if window.gaps[before + 1] & STOPS:
            begin = _before_insertion(window, before, harm) if not steps else -1
            if begin < 0:
                return None
            before = begin
            steps = 1
        number = _number_ending(window, before, known, harm)
        if number is not None and _is_article(window, number, known):
            end = people_end(window, number.last + 1, harm)
            if end <= number.last + 1 and (steps or end < 0):
                number = None  # "bei einem Brand": no one of them
        if number is not None:
            number = _with_others(window, number, known, harm)
            number = number._replace(least=number.least + more, most=number.most + more)
            end = people_end(window, number.last + 1, harm)
            near = steps <= NEAR and passive
            if end < 0 and not (near and is_unknown_noun(window, number.last + 1, at, harm)):
                return None
            if end == number.last + 1 and not passive and steps:
                return None
            score = _UNKNOWN_NOUN if end < 0 else _SURE if steps <= NEAR else _FARTHER
            if end >= 0 and steps and end == number.last + 1 and steps > 1 and not harm.far:
                return None  # only a number, and other words before what happened
            return Casualties(kind, number.first, at, number, score)
        if words[before] in known.joins:
            if not passive:
                return None
            more += words[before + 1] in known.one  # "and a driver"
        before -= 1
    return None


def _is_article(window: Window, number: Number, known: Numerals) -> bool:
    return number.first == number.last and window.words[number.first] in known.one


def _with_others(window: Window, number: Number, known: Numerals, harm: Harm) -> Number:
    """Return the sum of ``two men and three women``, the number before the last one with it."""
    words = window.words
    before = number.first - 1
    if before < 2 or words[before] not in known.joins:
        return number
    for there in range(before - 1, max(-1, before - 1 - NEAR), -1):
        if window.is_end(there + 1) or window.gaps[there + 1] & STOPS:
            return number
        first = number_ending(window, there, known)
        if first is not None:
            if people_end(window, first.last + 1, harm) != before:
                return number
            least, most = first.least + number.least, first.most + number.most
            return Number(first.first, number.last, least, most, False)
    return number


def _before_insertion(window: Window, at: int, harm: Harm) -> int:
    """Return the word before an insertion that ends with a word, or -1."""
    for begin in range(at, max(0, at - _INSERTED), -1):
        if window.is_end(begin + 1) and begin < at:
            return -1
        if window.gaps[begin] & COMMA:
            return begin - 1 if window.words[begin] in harm.including else -1
    return -1


def _did(window: Window, at: int, known: Numerals, harm: Harm) -> Casualties | None:
    """Read ``killing at least 12 people``, ``murieron doce personas``, ``deaths of 12 people``."""
    words = window.words
    if at and (words[at - 1] in harm.maybe or (at > 1 and words[at - 2] in harm.maybe)):
        return None
    for steps, there in enumerate(range(at + 1, min(at + 2 + _FAR, len(words)))):
        if window.is_end(there) or window.gaps[there] & STOPS:
            return None
        if words[there] in known.joins and words[there - 1] not in _SELF:
            return None
        number = number_at(window, there, known)
        if number is None:
            continue
        if number.first == number.last and words[there] in known.one and steps and not harm.far:
            continue
        number = _of_whom(window, number, known)
        end = people_end(window, number.last + 1, harm)
        bare = end == number.last + 1
        if end < 0 or (bare and steps > 4) or is_measure(window, number, harm):
            return None
        if _claims_another(window, end, at, harm):
            return None
        written = words[number.first]
        if bare and len(written) == 4 and written.isdigit() and 1800 <= number.least <= 2100:
            return None  # "starb 1982"
        score = _SURE if steps <= NEAR else _FARTHER
        kind = harm.did[words[at]]
        return Casualties(kind, at, max(end - 1, number.last), number, score)
    return None


def _claims_another(window: Window, end: int, at: int, harm: Harm) -> bool:
    """Tell whether the count belongs to a word of another kind that follows it."""
    words = window.words
    there = end
    while there < len(words) and words[there] in harm.be and not window.is_end(there):
        there += 1
    if there >= len(words) or window.is_end(there) or window.gaps[there] & STOPS:
        return False
    kind = harm.counted.get(words[there]) or harm.happened.get(words[there])
    return kind is not None and kind != harm.did[words[at]]


def _toll(window: Window, at: int, known: Numerals, harm: Harm) -> Casualties | None:
    """Read ``the death toll rose to 12``, ``le bilan est passé à 12 morts``."""
    words = window.words
    if words[at] == "toll" and (not at or words[at - 1] != "death"):
        return None
    kind = harm.counted.get(words[at], "dead")
    last = None
    for there in range(at + 1, min(at + 14, len(words))):
        if window.is_end(there) or window.gaps[there] & (QUOTE | OPENING):
            break
        number = number_at(window, there, known)
        if number is None or is_measure(window, number, harm):
            continue
        after = number.last + 1
        counted = words[after] if after < len(words) else ""
        if harm.counted.get(counted, kind) != kind:
            break
        if words[there - 1] in ("to", "at", "of", "auf", "bei", "à", "de", "a", "en", "stands"):
            first = at - (words[at - 1] == "death")
            last = Casualties(kind, first, number.last, number, _SURE)
    return last


def _number_ending(window: Window, at: int, known: Numerals, harm: Harm) -> Number | None:
    """Return a count of something; no time, no sum, no share, no part of a date."""
    number = number_ending(window, at, known)
    if number is not None and number.first and window.words[number.first - 1] in _NOBODY:
        return None
    if number is None or is_measure(window, number, harm):
        return None
    return _whole(window, number, known)


def _whole(window: Window, number: Number, known: Numerals) -> Number:
    """Return the part of ``12 of the 45``."""
    before = number.first - 1
    for _ in range(3):  # "61 of the ferry's 140"
        if before < 1 or window.words[before] in known.of or window.gaps[before + 1] & STOPS:
            break
        before -= 1
    if before >= 1 and window.words[before] in known.of:
        part = number_ending(window, before - 1, known)
        if part is not None and part.most <= number.least:
            return Number(part.first, number.last, part.least, part.most, part.scaled)
    return number


def _of_whom(window: Window, number: Number, known: Numerals) -> Number:
    """Return *number*; of ``12 of the 45 people`` with the words up to the people."""
    there = number.last + 1
    words = window.words
    if there + 2 < len(words) and words[there] in known.of:
        then = there + 1 + (words[there + 1] in ("the", "its", "their"))
        all_ = number_at(window, then, known) if then < len(words) else None
        if all_ is not None and number.most <= all_.least:
            return number._replace(last=all_.last)
    return number


def _is_suffered(window: Window, at: int, harm: Harm) -> bool:
    """Tell whether those who suffered stand before: ``were killed and 30 people ...``."""
    words = window.words
    return any(word in harm.passive for word in words[max(0, at - 2) : at])
