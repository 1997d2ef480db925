"""Read how many people were killed, injured or are missing, around a word that says so."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.figures.harm_before import counted, happened
from pipeline.enriching.figures.harm_behind import did, toll
from pipeline.enriching.figures.harm_counts import Casualties
from pipeline.enriching.figures.harm_words import Harm, Kind
from pipeline.enriching.figures.number_reading import with_about
from pipeline.enriching.figures.number_words import Numerals
from pipeline.enriching.figures.window import Window
from pipeline.words.signs import HYPHEN

__all__ = ["Casualties", "casualties_at"]

_MOST: Final = 100_000_000
"""More people than any war or plague that news tells of has killed."""

_NUMBER_OF: Final = frozenset("number count zahl anzahl nombre cifra número numero".split())
_SHOT: Final = frozenset(("shot", "stabbed", "gunned"))
"""... dead, whom somebody killed: ``shot dead two attackers``."""
_OR: Final = frozenset(("or", "oder", "ou", "o"))


def casualties_at(window: Window, at: int, known: Numerals, harm: Harm) -> Casualties | None:
    """Return the count that belongs to a word of harm, or None."""
    word = window.words[at]
    found = None
    if at + 1 < len(window.words) and window.gaps[at + 1] == HYPHEN:
        return None  # dead-ball, killed-in-action
    if _means_things(window, at, harm) or (word == harm.life and _is_lived(window, at, harm)):
        return None
    if word in harm.counted:
        found = counted(window, at, known, harm)
    if found is None and word in harm.happened:
        found = happened(window, at, known, harm)
    done = word in harm.did or (word == "dead" and window.has(at - 1, at, _SHOT))
    if found is None and done and not _is_suffered(window, at, harm):
        found = did(window, at, known, harm)
    if found is None and (word in harm.toll or _is_number_of(window, at)):
        found = toll(window, at, known, harm)
    if found is None or not 0 < found.number.most <= _MOST or found.number.least % 1:
        return None
    if _either(window, at, harm):
        return None
    found.first = with_about(window, found.first, known)
    return found


def _is_lived(window: Window, at: int, harm: Harm) -> bool:
    """Tell whether nothing beside lives says that they were lost: ``saved 12 lives``."""
    for word in window.words[max(0, at - 5) : at + 4]:  # noqa: SIM110, a closure costs more
        if word.startswith(harm.taken):
            return False
    return True


def _either(window: Window, at: int, harm: Harm) -> bool:
    """Tell whether the count is of two kinds together: ``killed or injured``."""
    words = window.words
    for there in (at + 2, at - 2):
        if 0 <= there < len(words) and words[(at + there) // 2] in _OR:
            other, own = _kind_of(words[there], harm), _kind_of(words[at], harm)
            return other is not None and other != own
    return False


def _kind_of(word: str, harm: Harm) -> Kind | None:
    return harm.counted.get(word) or harm.happened.get(word) or harm.did.get(word)


def _is_number_of(window: Window, at: int) -> bool:
    """Tell whether a word is counted as in ``the number of dead``, ``die Zahl der Toten``."""
    return window.has(at - 3, at, _NUMBER_OF)


def _means_things(window: Window, at: int, harm: Harm) -> bool:
    """Tell whether the word belongs to another noun: ``two dead heats``, ``injured players``."""
    after = at + 1
    return (
        after < len(window.words)
        and not window.is_end(after)
        and window.words[after] in harm.no_people
    )


def _is_suffered(window: Window, at: int, harm: Harm) -> bool:
    """Tell whether those who suffered stand before: ``were killed and 30 people ...``."""
    return window.has(at - 2, at, harm.passive)
