"""The terms of a word list as numbers: what leads from a text's words to them.

A term is sought by a part of one of its words or as a phrase of whole words. All parts are sought
at once, letter by letter: a part's number (``words.reading``) grows with each letter, so a word of
ten letters has ten numbers to look up, however long the list is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt

from pipeline.words.by_python import lower as lower_of
from pipeline.words.phrases import ACROSS as BETWEEN
from pipeline.words.signs import COMMA

__all__ = [
    "ACROSS",
    "BEGINS",
    "FEWEST",
    "FILTER",
    "LONGEST",
    "SIGNS",
    "TOPICS",
    "Kind",
    "Lists",
    "TermTable",
    "filter_of",
    "lists_of",
    "same_length",
    "starts_of",
    "state_of",
]

TOPICS: Final = 17
"""The top-level topics; IPTC has had that many since 2010."""

ACROSS: Final = BETWEEN | COMMA
"""What may stand between the words of a phrase."""

FEWEST: Final = 3
"""Letters of a part at least; two letters begin half of a language."""

LONGEST: Final = 64
"""A word with more letters is none: only whether it is listed as a whole is looked up."""

FILTER: Final = 0x3FFF
"""The bits of the state after ``FEWEST`` letters that tell whether a part begins so."""

BEGINS: Final = -2
"""The row of what is only the beginning of a phrase (``words.phrases``)."""

Kind = Literal["whole", "cased", "begins", "ends", "inside"]

SIGNS: Final[dict[Kind, int]] = {
    "whole": 0,
    "cased": 0x9E3779B97F4A7C15,
    "begins": 0xC2B2AE3D27D4EB4F,
    "ends": 0x165667B19E3779F9,
    "inside": 0x27D4EB2F165667C5,
}
"""What tells the kinds of one part apart, in its number; any numbers would do."""

Array = npt.NDArray[Any]

Lists = tuple[Array, Array]
"""Lists of numbers as one: where each begins (one more than lists), and all their numbers."""


@dataclass(frozen=True, slots=True)
class TermTable:
    """What terms are found by, and what each says. A term is a number, in the list's order."""

    parts: tuple[Array, Array]
    """The numbers of parts (a word's, with its kind's of ``SIGNS``), and the row of each."""
    begins: Array
    """Which states (``FILTER``) a beginning begins with."""
    inside: Array
    """Which states an end or an inner part begins with."""
    phrases: tuple[Array, Array]
    """The numbers of phrases of whole words and of what they begin with, and the row of each."""
    opening: Array
    """The numbers of the words that phrases begin with."""
    of_part: Lists
    """The terms that a row of ``parts`` is all of."""
    of_phrase: Lists
    """The terms of a row of ``phrases``."""
    within: Lists
    """The phrases that a row of ``parts`` is one word of, as rows of the next four."""
    term: Array
    """The term of each such phrase."""
    before: Array
    """How many words come before that one."""
    pieces: Array
    """Where its other words begin in the next two (one more than phrases): those before, the
    nearest first, then those after."""
    number: Array
    """The number of such a word, or of its beginning ..."""
    letters: Array
    """... which has so many letters; 0 for a whole word."""
    topic: Array
    """The top-level topic of each term, as a place among them."""
    code: Array
    """The topic that each term is listed under, as a place among all that the list has."""
    weight: Array
    """The weight of each term, 1 to 3; 0 if it names a narrower topic."""


def same_length(text: str) -> str:
    """Return *text* in small letters, a character for a character (Turkish capital I is two)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else lower_of(text)


def state_of(part: str) -> int:
    """Return the number that grows letter by letter (FNV-1a), before it is spread."""
    state = 0xCBF29CE484222325
    for character in part:
        state = ((state ^ ord(character)) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return state


def filter_of(parts: Iterable[tuple[str, Kind]], *kinds: Kind) -> Array:
    """Return which states (``FILTER``) the parts of some kinds begin with.

    A beginning, an end or an inner part has at least ``FEWEST`` letters (``ValueError``).
    """
    table = np.zeros(FILTER + 1, np.uint8)
    for part, kind in parts:
        if kind in kinds:
            if len(part) < FEWEST:
                raise ValueError(f"{part!r} has less than {FEWEST} letters")
            table[state_of(part[:FEWEST]) & FILTER] = 1
    return table


def lists_of(lists: Sequence[Sequence[int]]) -> Lists:
    """Return lists of numbers as one."""
    return starts_of(lists), np.array([number for one in lists for number in one], np.int32)


def starts_of(lists: Sequence[Sequence[Any]]) -> Array:
    """Return where each of some lists begins if they are one, and where the last one ends."""
    return np.cumsum([0, *map(len, lists)], dtype=np.int32)
