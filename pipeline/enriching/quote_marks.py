"""Where quotation marks open and close, in the ways of all languages."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

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


_Sign = tuple[int, str, bool, bool, bool]
"""Where in its gap a mark stands, the mark, whether its place lets it open or close, and whether
it closes for sure: behind a comma or a stop, as no apostrophe does."""


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
        found.append((at, mark, opens, closes, before in ",.?!…"))
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
    text, count = words.text, len(words)
    found = list[Marked]()
    if not count:
        return found
    start_of, end_of = words.starts.item, words.ends.item
    opened, opened_at, opened_in, mark = -1, 0, 0, ""
    maybe, maybe_at = -1, 0  # a single mark behind an s: the boys’ boat
    for number in numbers:
        begin = end_of(number - 1) if number else 0
        end = start_of(number) if number < count else len(text)
        if end - begin > _LONGEST_GAP:
            begin = end - _LONGEST_GAP
        gap = text[begin:end]
        signs = _signs(gap, number == 0, number == count)
        if not signs:
            continue
        paragraph = gaps.rfind(b"P", 0, number)
        edge, begins_at = _LONGEST_GAP, -1
        if number == 0:
            edge, begins_at = -1, gap.rfind("\n")
        elif gaps[number] == _P_GAP:
            edge = gap.find("\n") if "\n" in gap else edge
            begins_at = gap.rfind("\n")
        for where, sign, opens, closes, sure in signs:
            at = begin + where
            inside = number if where > edge else paragraph
            if where < begins_at:
                opens = False  # none opens where a paragraph ends
            if opened >= 0 and inside != opened_in:
                if maybe >= 0:
                    _add(found, text, opened, opened_at, maybe, maybe_at)
                elif (
                    opens
                    and sign == mark
                    and mark not in _SINGLE
                    and inside == number == gaps.find(b"P", opened + 1)
                ):  # the next paragraph begins with the mark that this one did not close
                    close = text.find("\n", opened_at)
                    found.append(
                        Marked(opened, number - 1, opened_at + 1, close, opened_at, close, False)
                    )
                opened = maybe = -1
            if opened < 0:
                decade = sign in _SINGLE and text[at + 1 : at + 2].isdigit()  # the '90s
                if opens and sign in _CLOSED_BY and number < count and not decade:
                    opened, opened_at, opened_in, mark = number, at, inside, sign
            elif closes and sign in _CLOSED_BY[mark]:
                if not sure and mark in _SINGLE and text[at - 1 : at] == "s":
                    maybe, maybe_at = number, at
                    continue
                _add(found, text, opened, opened_at, number, at)
                opened = maybe = -1
            elif opens and not closes and (sign == mark or mark in _SINGLE):
                if maybe >= 0:
                    _add(found, text, opened, opened_at, maybe, maybe_at)
                # The mark before was a slip, or an apostrophe.
                opened, opened_at, opened_in, mark, maybe = number, at, inside, sign, -1
    if opened >= 0 and maybe >= 0:
        _add(found, text, opened, opened_at, maybe, maybe_at)
    return found


_P_GAP: Final = ord("P")


def _add(
    found: list[Marked], text: str, opened: int, opened_at: int, closed: int, closed_at: int
) -> None:
    start, end = opened_at + 1, closed_at
    while start < end and text[start] in _INSIDE:
        start += 1
    while end > start and text[end - 1] in _INSIDE:
        end -= 1
    if opened < closed and end - start <= _LONGEST:
        found.append(Marked(opened, closed - 1, start, end, opened_at, closed_at + 1))


_INSIDE: Final = " \xa0\u202f\u2009\u200b`'"
"""What may stand between a mark and the words: French sets blanks inside; a second single mark."""
