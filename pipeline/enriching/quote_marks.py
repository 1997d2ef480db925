"""Where quotation marks open and close, in the ways of all languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from pipeline.words.reading import Words

__all__ = ["Marked", "marked"]

_CLOSED_BY: Final = {
    "“": "”“″", "„": "“”‟", "«": "»", "»": "«»", "‹": "›", "›": "‹", "「": "」", "『": "』",
    '"': '"', "‘": "’'", "‚": "‘’", "'": "'’", "”": "”", "＂": "＂", "《": "》", "‟": "”",
}  # fmt: skip
"""What a mark that opens may be closed by: “English”, „deutsch“, «français», »Bücher«, ”svenska”.
Two single marks (``so'' in telegraph copy) are read as ``"``."""

_SINGLE: Final = "‘‚'"
_LONGEST: Final = 4_000
"""Characters of one quotation. A guess."""
_LONGEST_GAP: Final = 32
"""Characters between two words in which marks are looked for, before the second one."""


class Marked(NamedTuple):
    """Words between marks: the first and the last, and the text between the marks themselves."""

    first: int
    last: int
    start: int
    end: int
    outer_start: int
    outer_end: int
    """The same with the marks."""
    closed: bool = True
    """False where the paragraph ended first: the next one takes the quotation up."""


class _Sign(NamedTuple):
    """A mark in a gap, and whether its place lets it open or close."""

    at: int
    mark: str
    opens: bool
    closes: bool
    sure: bool
    """It closes behind a comma or a stop, as no apostrophe does."""


@lru_cache(maxsize=4096)
def _signs(gap: str, begins: bool, ends: bool) -> tuple[_Sign, ...]:
    """Return the marks of a gap; of a text's first and last gap there is no word beside."""
    gap = gap.replace("``", '"\u200b').replace("''", '"\u200b')
    found = list[_Sign]()
    for at, mark in enumerate(gap):
        if mark not in _ALL:
            continue
        before = gap[at - 1] if at else ("" if begins else "w")
        behind = gap[at + 1 :].lstrip("\u200b")[:1] or ("" if ends else "w")
        after_word = before != "" and not before.isspace() and before not in _OPENING
        before_word = behind == "w" or (
            behind != "" and behind not in _ENDING and not behind.isspace()
        )
        if mark in _SINGLE_OR_APOSTROPHE:
            opens = mark in _SINGLE and before_word and not after_word
            closes = after_word and behind != "w"
        elif mark in '"”“‟″＂':
            opens = before_word and before != "w" and mark != "″"
            closes = before == "w" or after_word or not before_word
        else:
            opens = closes = True
        if mark in "«»":  # French sets a blank inside
            opens = mark == "«" or (before_word and not after_word)
            closes = mark == "»" or (after_word and behind != "w")
        found.append(_Sign(at, mark, opens, closes, before in ",.?!…"))
    return tuple(found)


_SINGLE_OR_APOSTROPHE: Final = "‘’‚'"
_ALL: Final = frozenset(_CLOSED_BY) | frozenset("".join(_CLOSED_BY.values()))
_OPENING: Final = "([{“„«\"‘'–—-¿¡/"
_ENDING: Final = ".,;:!?)]}…"


def marked(words: Words, numbers: list[int], gaps: bytes) -> list[Marked]:
    """Return what stands between marks, in the text's order.

    *numbers* are the gaps that have marks, *gaps* the letters of all (``P`` ends a paragraph). What
    is not closed goes on to the paragraph's end if the next paragraph opens marks again; else it
    costs only itself. Marks within marks are part of what is said.
    """
    return list(_matched(words, _placed(words, numbers, gaps), gaps)) if len(words) else []


class _Placed(NamedTuple):
    """A mark, the number of its gap, its place in the text, and its paragraph."""

    gap: int
    at: int
    sign: _Sign
    paragraph: int


def _placed(words: Words, numbers: list[int], gaps: bytes) -> Iterator[_Placed]:
    text, count = words.text, len(words)
    at = np.array(numbers)
    begins = words.ends[np.maximum(at - 1, 0)].tolist()
    ends = words.starts[np.minimum(at, count - 1)].tolist()
    for number, begin, end in zip(numbers, begins, ends, strict=True):
        first, last = number == 0, number == count
        begin, end = 0 if first else begin, len(text) if last else end
        if end - begin > _LONGEST_GAP:
            begin = end - _LONGEST_GAP
        gap = text[begin:end]
        paragraph = gaps.rfind(b"P", 0, number)
        edge = gap.find("\n") if not first and gaps[number] == _P_GAP else -1
        if first:
            edge = -2
        for sign in _signs(gap, first, last):
            after = edge == -2 or 0 <= edge < sign.at
            yield _Placed(number, begin + sign.at, sign, number if after else paragraph)


_P_GAP: Final = ord("P")


def _matched(words: Words, placed: Iterator[_Placed], gaps: bytes) -> Iterator[Marked]:
    """Pair the marks, a paragraph at a time; *opened* is the one that waits for another."""
    text = words.text
    opened: _Placed | None = None
    maybe: _Placed | None = None  # a single mark behind an s: the boys’ boat
    for one in placed:
        sign = one.sign
        if opened is not None and one.paragraph != opened.paragraph:
            if maybe is not None:
                yield from _pair(text, opened, maybe)
            elif _goes_on(opened, one, gaps):
                end = text.find("\n", opened.at)
                yield Marked(opened.gap, one.gap - 1, opened.at + 1, end, opened.at, end, False)
            opened = maybe = None
        if opened is None:
            decade = sign.mark in _SINGLE and text[one.at + 1 : one.at + 2].isdigit()  # the '90s
            if sign.opens and sign.mark in _CLOSED_BY and one.gap < len(words) and not decade:
                opened = one
            continue
        mark = opened.sign.mark
        if sign.mark in _CLOSED_BY[mark] and sign.closes:
            if mark in _SINGLE and not sign.sure and text[one.at - 1 : one.at] == "s":
                maybe = one
                continue
            yield from _pair(text, opened, one)
            opened = maybe = None
        elif sign.opens and not sign.closes and (sign.mark == mark or mark in _SINGLE):
            if maybe is not None:
                yield from _pair(text, opened, maybe)
            opened, maybe = one, None  # the mark before was a slip, or an apostrophe
    if opened is not None and maybe is not None:
        yield from _pair(text, opened, maybe)


def _goes_on(opened: _Placed, then: _Placed, gaps: bytes) -> bool:
    """Tell whether the next paragraph begins with the mark that this one did not close."""
    return (
        opened.sign.mark not in _SINGLE
        and then.paragraph == then.gap == gaps.find(b"P", opened.gap + 1)
        and then.sign.opens
        and then.sign.mark == opened.sign.mark
    )


def _pair(text: str, opened: _Placed, closed: _Placed) -> Iterator[Marked]:
    start, end = opened.at + 1, closed.at
    while start < end and text[start] in _INSIDE:
        start += 1
    while end > start and text[end - 1] in _INSIDE:
        end -= 1
    if opened.gap < closed.gap and end - start <= _LONGEST:
        yield Marked(opened.gap, closed.gap - 1, start, end, opened.at, closed.at + 1)


_INSIDE: Final = " \xa0\u202f\u2009\u200b`'"
"""What may stand between a mark and the words: French sets blanks inside; a second single mark."""
