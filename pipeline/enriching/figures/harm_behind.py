"""Read how many people were harmed where the count stands behind the word that says so."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.figures.counted_people import NEAR, STOPS, is_measure, people_end
from pipeline.enriching.figures.harm_counts import FARTHER, SURE, Casualties, of_whom
from pipeline.enriching.figures.harm_words import Harm
from pipeline.enriching.figures.number_reading import number_at
from pipeline.enriching.figures.number_words import Numerals
from pipeline.enriching.figures.window import Window
from pipeline.words.signs import OPENING, QUOTE

__all__ = ["did", "toll"]

_FAR: Final = 9
"""Words that may stand between what was done and those who suffered it."""
_TOLL: Final = 14
"""Words behind a toll among which its number stands. Guesses."""
_QUOTE: Final = QUOTE | OPENING
_SELF: Final = frozenset("himself herself themselves sich".split())
_TO: Final = frozenset(
    "to at of auf bei à de a en stands hits hit reaches reached tops topped passes passed exceeds "
    "exceeded nears neared".split()
)
"""What stands before the number of a toll."""


def did(window: Window, at: int, known: Numerals, harm: Harm) -> Casualties | None:
    """Read ``killing at least 12 people``, ``murieron doce personas``, ``deaths of 12 people``."""
    words = window.words
    if at and (words[at - 1] in harm.maybe or (at > 1 and words[at - 2] in harm.maybe)):
        return None
    for steps, there in enumerate(range(at + 1, min(at + 2 + _FAR, len(words)))):
        if window.stops(there, STOPS):
            return None
        if words[there] in known.joins and words[there - 1] not in _SELF:
            return None
        number = number_at(window, there, known)
        if number is None:
            continue
        if number.first == number.last and words[there] in known.one and steps and not harm.far:
            continue
        number = of_whom(window, number, known)
        end = people_end(window, number.last + 1, harm)
        bare = end == number.last + 1
        if end < 0 or (bare and steps > 4) or is_measure(window, number, harm):
            return None
        if _claims_another(window, end, at, harm):
            return None
        written = words[number.first]
        if bare and len(written) == 4 and written.isdigit() and 1800 <= number.least <= 2100:
            return None  # "starb 1982"
        score = SURE if steps <= NEAR else FARTHER
        kind = harm.did.get(words[at], "dead")
        return Casualties(kind, at, max(end - 1, number.last), number, score)
    return None


def _claims_another(window: Window, end: int, at: int, harm: Harm) -> bool:
    """Tell whether the count belongs to a word of another kind that follows it."""
    words = window.words
    there = end
    while there < len(words) and words[there] in harm.be and not window.is_end(there):
        there += 1
    if there >= len(words) or window.stops(there, STOPS):
        return False
    kind = harm.counted.get(words[there]) or harm.happened.get(words[there])
    return kind is not None and kind != harm.did.get(words[at], "dead")


def toll(window: Window, at: int, known: Numerals, harm: Harm) -> Casualties | None:
    """Read ``the death toll rose to 12``, ``le bilan est passé à 12 morts``."""
    words = window.words
    if words[at] == "toll" and (not at or words[at - 1] != "death"):
        return None
    kind = harm.counted.get(words[at], "dead")
    last = None
    for there in range(at + 1, min(at + _TOLL, len(words))):
        if window.stops(there, _QUOTE):
            break
        number = number_at(window, there, known)
        if number is None or is_measure(window, number, harm):
            continue
        after = number.last + 1
        counted = words[after] if after < len(words) else ""
        if harm.counted.get(counted, kind) != kind:
            break
        if words[there - 1] in _TO:
            first = at - (words[at - 1] == "death")
            last = Casualties(kind, first, number.last, number, SURE)
    return last
