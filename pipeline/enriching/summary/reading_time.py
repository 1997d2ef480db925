"""How long a text takes to read."""

from __future__ import annotations

from typing import Final

from pipeline.words.of_item import ItemWords
from pipeline.words.reading import read_words
from pipeline.words.signs import BLANK, FOREIGN, LINE, ONE

__all__ = ["reading_seconds", "seconds_of"]

WORDS_A_MINUTE: Final = 238
"""Of English non-fiction, read silently by adults: the mean of 190 studies (Brysbaert, "How many
words do we read per minute?", Journal of Memory and Language 109, 2019)."""

SIGNS_A_MINUTE: Final = 500
"""Of Chinese, Japanese and Thai, which set no blanks. A guess: studies of Chinese and Japanese name
some 255 to 400 words of one to two signs."""

_SIGN: Final = ONE | FOREIGN
_BLANKS: Final = BLANK | LINE


def reading_seconds(text: str) -> int:
    """Return how many seconds an adult needs for a text."""
    words = read_words(text)
    return seconds_of(ItemWords(words, ("body:0",), (0,), {"body:0": 0}, 0), len(text))


def seconds_of(read: ItemWords, chars: int) -> int:
    """Return the time for the body of an item that has *chars* characters, read or not."""
    words, text = read.words, read.words.text
    starts, gaps = words.starts.data, words.gaps.data
    # From behind, as far as the words of the body go.
    count = at = len(starts)
    body = read.body
    blanks = 0
    while at and starts[at - 1] >= body:
        at -= 1
        blanks += gaps[at] & _BLANKS != 0
    minutes = blanks / WORDS_A_MINUTE
    if not text.isascii():
        shapes = words.shapes.data
        signs = 0
        for number in range(at, count):
            signs += shapes[number] & _SIGN == _SIGN
        if signs * 2 > count - at:  # else words of one letter of a script with blanks
            minutes = signs / SIGNS_A_MINUTE
    return round(minutes * 60 * max(1.0, chars / max(1, len(text) - body)))
