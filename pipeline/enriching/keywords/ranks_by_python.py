"""Which words of a text are strong, by Python alone: what ``word_ranks.pyx`` does where built."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.keywords.common_words import CommonWords
from pipeline.words.reading import Words
from pipeline.words.signs import (
    APOSTROPHE,
    BLANK,
    CAPITAL,
    DIGIT,
    END,
    HYPHEN,
    LETTER,
    LOWER,
    ONE,
    PARAGRAPH,
    POINT,
)

__all__ = [
    "ANEW",
    "APART",
    "BEGINS",
    "IN_HEAD",
    "IN_LEAD",
    "IS_CAPITAL",
    "JOINED",
    "LEAD_WORDS",
    "LOOKED_AT_MOST",
    "MOST_WORDS",
    "NAME",
    "OFTEN",
    "PLACES_MOST",
    "USABLE",
    "flags_of",
    "ranked",
]

MOST_WORDS: Final = 1_500
"""How much of a story is read: what it is about stands in its first pages."""

LEAD_WORDS: Final = 30
IN_HEAD: Final = 4.0
IN_LEAD: Final = 3.0
"""How often a word of the headline and of the lead counts, against one further down. Chosen on
Wikinews articles whose titles were hidden (``tests/eval/keywords.py``)."""

OFTEN: Final = 0.7
"""Power of how often a word is there: the second time says less than the first."""

PLACES_MOST: Final = 6
"""Places of a word, or of a name, that are looked at."""

LOOKED_AT_MOST: Final = 64
"""Strong words that are asked for at most."""

APART: Final = ~(BLANK | HYPHEN | APOSTROPHE) & 0xFFFFFFFF
ANEW: Final = PARAGRAPH | POINT | END

USABLE: Final = 1
NAME: Final = 2
BEGINS: Final = 4
JOINED: Final = 8
IS_CAPITAL: Final = 16
"""What a word is: of use as a keyword, with a capital that no beginning of a sentence gave it, the
beginning of a sentence, with nothing but a blank or a hyphen before it, with any capital."""


def flags_of(shape: int, anew: int) -> int:
    """Return what a word's shape tells of it, and whether a sentence begins with it."""
    flag = BEGINS if anew else 0
    if shape & CAPITAL:
        flag |= IS_CAPITAL
        if not (anew and shape & LOWER):
            flag |= NAME
    return flag | (USABLE if shape & (LETTER | DIGIT | ONE) == LETTER else 0)


def ranked(
    words: Words, common: CommonWords, named: bytearray, head: int, capitals: bool, most: int
) -> tuple[bytes, list[tuple[float, list[int]]]]:
    """Return a byte of flags for each word, and the *most* strongest words with their first places.

    As many words are read as *named* tells of: whether each belongs to a name, and is no keyword
    by itself. A word is as strong as it is often and early there and rare elsewhere; the first
    *head* words are a headline's. With *capitals*, only words that begin with one are of use. The
    strongest come first, of two alike the one that stands first.
    """
    count = min(len(named), MOST_WORDS)
    flags = bytearray(count)
    sums: dict[int, float] = {}
    places: dict[int, list[int]] = {}
    worth = common.worth(words, count)
    every = zip(
        words.plain[:count].tolist(),
        words.shapes[:count].tolist(),
        words.gaps[:count].tolist(),
        worth.tolist(),
        strict=True,
    )
    for word, (number, shape, gap, own) in enumerate(every):
        flag = flags_of(shape, gap & ANEW) | (0 if gap & APART else JOINED)
        if not flag & USABLE or (capitals and not shape & CAPITAL) or own <= 0 or named[word]:
            flag &= ~USABLE
        else:
            weight = IN_HEAD if word < head else IN_LEAD if word < head + LEAD_WORDS else 1.0
            sums[number] = sums.get(number, 0.0) + weight
            places.setdefault(number, []).append(word)
        flags[word] = flag
    found = [
        (total**OFTEN * float(worth[places[number][0]]), places[number][:PLACES_MOST])
        for number, total in sums.items()
    ]
    order = sorted(range(len(found)), key=lambda n: (-found[n][0], n))[: min(most, LOOKED_AT_MOST)]
    return bytes(flags), [found[n] for n in order]
