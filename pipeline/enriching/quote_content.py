"""Where what is said begins behind a reporting verb, if the verb has what it needs to report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.enriching.quote_grammar import Letter

if TYPE_CHECKING:
    from pipeline.enriching.quote_direct import Direct as Sentence

__all__ = ["Sought", "content_of"]

_BLANK, _COMMA, _COLON = b" ,:"
_ADJUNCTS: Final = re.compile(
    rb"(?:[ny]|0y?|r(?:[y0]+|[df]?[lNEFGHZz]{1,3}(?:f[df]?[lNz]{1,3})?))*"
)
"""What stands between a verb and "that": on Thursday, in a statement, to reporters in Paris."""
_TOLD: Final = re.compile(rb"p|d?[lNz]{1,3}(?:f?d?[lNz]{1,3})?|")
"""Whom somebody tells something."""
_FINITE: Final = re.compile(rb"[vbj]")
_TO: Final = re.compile(rb"i")
_CALLED: Final = re.compile(rb"[ef]")

_FAR: Final = 12
"""Words within which "that", "to" or "as" belongs to a verb. A guess."""


class Sought(NamedTuple):
    """A reporting verb, its use and that of the word before it (letters), and the next verb."""

    cue: int
    use: int
    before: int
    until: int


Found = tuple[int, int]


def content_of(sentence: Sentence, sought: Sought) -> Found | None:
    """Return the word that what is said begins with, and where what belongs to the verb ends.

    None where the verb reports nothing.
    """
    kinds, high = sentence.kinds, sentence.high
    cue, use, _, until = sought
    at = cue + 1
    if at >= high:
        return None
    if use == Letter.TELL:
        told = _TOLD.match(kinds, at, high)
        at = told.end() if told is not None else at
    then = at
    if at < high and kinds[at] in b"ny0r":
        adjuncts = _ADJUNCTS.match(kinds, at, high)
        then = adjuncts.end() if adjuncts is not None else at
    if then < high and kinds[then] in b"+?":
        return (then + 1 if kinds[then] == Letter.THAT else then), then
    if sentence.english:
        return _english(sentence, sought, then)
    return _german(sentence, cue, use) if sentence.german else _romance(sentence, cue, use, until)


def _english(sentence: Sentence, sought: Sought, then: int) -> Found | None:
    """Return the same for a clause without "that"; *then* is behind adverbials: on Thursday."""
    kinds, gaps, high = sentence.kinds, sentence.gaps, sentence.high
    cue, use, before, _ = sought
    marked = _marked_behind(sentence, cue)
    first = cue + 1
    near = min(high, first + _FAR)
    if use in b"UC":
        needed = _TO if use == Letter.URGE else _CALLED
        return (first, first) if marked or needed.search(kinds, first, near) else None
    if use == Letter.NOUN or (use == Letter.ANSWER and not marked):
        return None
    if use == Letter.THINK and not marked:
        if kinds[first] in b"ri&" or gaps[first] != _BLANK:
            return None
        return (first, first) if _FINITE.search(kinds, first + 1, high) else None
    if use == Letter.TELL:
        at = first + 1
        while at < near and not (kinds[at] in b"pdN" and kinds[at - 1] in b"lNy"):
            at += 1
        return (at, at) if at < near and _FINITE.search(kinds, at, high) else None
    if gaps[first] not in b" ,:" or kinds[first] in b"&e":
        return None
    if before == Letter.TO and not marked:
        return None
    if kinds[first] in b"riny":
        if then < high and _FINITE.search(kinds, then, high):
            return then, then
        return (first, first) if marked else None
    return first, first


def _german(sentence: Sentence, cue: int, use: int) -> Found | None:
    """Return the same for German, which sets a comma before a clause."""
    kinds, gaps, high = sentence.kinds, sentence.gaps, sentence.high
    near = min(high, cue + 1 + _FAR)
    for at in range(cue + 1, near):
        if gaps[at] not in b",:":
            continue
        if kinds[at] in b"+?":
            return (at + 1 if kinds[at] == Letter.THAT else at), at
        reported = kinds.find(b"j", at, high) >= 0
        if high - at < 3 or not (reported or _FINITE.search(kinds, at, high) or use == Letter.URGE):
            return None
        if reported or (use in b"SU" and kinds[at] != Letter.THE):
            return at, at
        if use not in b"SU":
            return None  # else a relative clause, or "der Bürgermeister": the next comma may be it
    if use == Letter.CALL and kinds.find(b"e", cue + 1, near) > 0:
        return cue + 1, cue + 1
    return (cue + 1, cue + 1) if use in b"CU" and _marked_behind(sentence, cue) else None


def _romance(sentence: Sentence, cue: int, use: int, until: int) -> Found | None:
    """Return the same for French and Spanish, which have "que"."""
    kinds = sentence.kinds
    near = min(until, cue + 1 + _FAR)
    that = kinds.find(b"+", cue + 1, near)
    if that > 0 and use != Letter.CALL and _FINITE.search(kinds, cue + 1, that) is None:
        return that + 1, that
    if _marked_behind(sentence, cue) or (
        use == Letter.CALL and kinds.find(b"e", cue + 1, near) > 0
    ):
        return cue + 1, cue + 1
    return None


def _marked_behind(sentence: Sentence, cue: int) -> bool:
    return any(mark.first > cue for mark in sentence.marks)
