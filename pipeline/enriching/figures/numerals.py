"""What is known of a language's numbers: words that count, multiply, and say roughly how many."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = [
    "BILLIONS",
    "DOZENS",
    "HUNDREDS",
    "HUNDREDS_OF_THOUSANDS",
    "MILLIONS",
    "TENS",
    "TENS_OF_THOUSANDS",
    "THOUSANDS",
    "Numerals",
    "phrases",
    "series",
]


class Numerals(NamedTuple):
    """The number words of one language, in small letters."""

    values: dict[str, float]
    """``twelve``, ``dozen``, ``vingtaine``."""
    scales: dict[str, float]
    """What multiplies the number before it: ``million``, ``bn``."""
    vague: dict[str, tuple[float, float]]
    """Words for about how many, as the least and the most they may mean."""
    one: frozenset[str]
    """Articles that count as one before a scale or a collective: ``a million``, ``une vingtaine``.
    """
    joins: frozenset[str]
    """What may stand between two parts of a number: ``thirty *and* two``."""
    to: frozenset[str]
    """What stands between the two ends of a range."""
    between: frozenset[str]
    """What makes an ``and`` the middle of a range."""
    about: dict[str, list[list[str]]]
    """What may stand before a number and belongs to it (``at least``), by its last word."""
    of: frozenset[str]
    """What may stand between a number and what is counted: ``une vingtaine *de* personnes``."""
    comma: bool
    """A decimal is set with a comma, and thousands with a point or a blank."""
    begins: frozenset[str] = frozenset()
    """Every word that a number in words may begin with."""
    ends: frozenset[str] = frozenset()
    """Every word that one may end with."""
    vague_begins: frozenset[str] = frozenset()
    """Every word that one of ``vague`` begins with."""


DOZENS: Final = (24.0, 99.0)
"""Dozens are two at least; of a hundred one would say so."""
TENS: Final = (20.0, 99.0)
HUNDREDS: Final = (200.0, 999.0)
THOUSANDS: Final = (2_000.0, 9_999.0)
TENS_OF_THOUSANDS: Final = (20_000.0, 99_999.0)
HUNDREDS_OF_THOUSANDS: Final = (200_000.0, 999_999.0)
MILLIONS: Final = (2e6, 999e6)
BILLIONS: Final = (2e9, 999e9)
"""By the same rule: two of them at least, and less than what has a word of its own."""


def series(words: str, first: int = 0, step: int = 1) -> dict[str, float]:
    """Return words in a row with their values; those apart by ``/`` have the same one."""
    found: dict[str, float] = {}
    for place, same in enumerate(words.split()):
        for word in same.split("/"):
            found[word] = float(first + place * step)
    return found


def phrases(text: str) -> dict[str, list[list[str]]]:
    """Return phrases by their last word, the longest first."""
    phrases: dict[str, list[list[str]]] = {}
    for phrase in sorted(text.split("|"), key=lambda phrase: -len(phrase.split())):
        phrases.setdefault(phrase.split()[-1], []).append(phrase.split())
    return phrases
