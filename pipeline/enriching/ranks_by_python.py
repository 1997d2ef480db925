"""Which words of a text are strong, by Python alone: what ``word_ranks.pyx`` does where built."""

from __future__ import annotations

from typing import Any, Final

import numpy.typing as npt

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

__all__ = ["ANEW", "APART", "BEGINS", "IS_CAPITAL", "JOINED", "MOST", "NAME", "USABLE", "ranked"]

MOST: Final = 2047
"""Words that are ranked at most."""

APART: Final = ~(BLANK | HYPHEN | APOSTROPHE) & 0xFFFFFFFF
ANEW: Final = PARAGRAPH | POINT | END

USABLE: Final = 1
NAME: Final = 2
BEGINS: Final = 4
JOINED: Final = 8
IS_CAPITAL: Final = 16
"""What a word is: of use as a keyword, with a capital that no beginning of a sentence gave it, the
beginning of a sentence, with nothing but a blank or a hyphen before it, with any capital."""

Array = npt.NDArray[Any]


def ranked(
    plain: Array,
    shapes: Array,
    gaps: Array,
    worth: Array,
    where: Array,
    capitals: bool,
    power: float,
    most: int,
) -> tuple[bytes, list[tuple[float, list[int]]]]:
    """Return a byte of flags for each word, and the *most* strongest words with their places.

    A word is as strong as the sum of *where* it stands, to a *power*, times what it is *worth*;
    with *capitals*, only words that begin with one are of use. The strongest come first, of two
    alike the one that stands first.
    """
    count = min(len(worth), MOST)
    flags = bytearray(count)
    sums: dict[int, float] = {}
    places: dict[int, list[int]] = {}
    every = zip(
        plain[:count].tolist(),
        shapes[:count].tolist(),
        gaps[:count].tolist(),
        worth[:count].tolist(),
        where[:count].tolist(),
        strict=True,
    )
    for word, (number, shape, gap, own, place) in enumerate(every):
        anew = bool(gap & ANEW)
        flag = BEGINS * anew | IS_CAPITAL * bool(shape & CAPITAL) | JOINED * (not gap & APART)
        if shape & CAPITAL and not (anew and shape & LOWER):
            flag |= NAME
        is_word = shape & (LETTER | DIGIT | ONE) == LETTER
        if own > 0 and is_word and (shape & CAPITAL or not capitals):
            flag |= USABLE
            sums[number] = sums.get(number, 0.0) + place
            places.setdefault(number, []).append(word)
        flags[word] = flag
    found = [
        (total**power * float(worth[places[number][0]]), places[number])
        for number, total in sums.items()
    ]
    order = sorted(range(len(found)), key=lambda n: (-found[n][0], n))[:most]
    return bytes(flags), [found[n] for n in order]
