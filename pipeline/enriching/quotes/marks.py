"""Where quotation marks open and close, in the ways of all languages."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

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


class Marked:
    """Words between marks: the first and the last, and the text between the marks themselves.

    The outer start and end are those of the text with the marks. Where the paragraph ended before
    a mark closed, the next one takes the quotation up.
    """

    __slots__ = ("end", "first", "last", "outer_end", "outer_start", "start")

    def __init__(
        self, first: int, last: int, start: int, end: int, outer_start: int, outer_end: int
    ) -> None:
        self.first, self.last = first, last
        self.start, self.end = start, end
        self.outer_start, self.outer_end = outer_start, outer_end


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


def marked(
    text: str, starts: memoryview[int], ends: memoryview[int], numbers: list[int], gaps: bytes
) -> list[Marked]:
    """Return what stands between marks, in the text's order.

    Words begin at *starts* and end at *ends*; *numbers* are the gaps that have marks, *gaps* the
    letters of all (``P`` ends a paragraph). What
    is not closed goes on to the paragraph's end if the next paragraph opens marks again; else it
    costs only itself. Marks within marks are part of what is said.
    """
    count, letters = len(gaps) - 1, gaps
    found: list[Marked] = []
    if not count:
        return found
    opened, opened_at, opened_in, mark = -1, 0, 0, ""
    maybe, maybe_at = -1, 0  # a single mark behind an s: the boys’ boat
    paragraph, looked = -1, 0  # the gap in which the last paragraph began
    for number in numbers:
        begin = ends[number - 1] if number else 0
        end = starts[number] if number < count else len(text)
        if end - begin > _LONGEST_GAP:
            begin = end - _LONGEST_GAP
        gap = text[begin:end]
        signs = _signs(gap, number == 0, number == count)
        if not signs:
            continue
        while looked < number:
            if letters[looked] in b"P":
                paragraph = looked
            looked += 1
        edge, begins_at = _LONGEST_GAP, -1
        if number == 0:
            edge, begins_at = -1, gap.rfind("\n")
        elif letters[number] in b"P":
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
                    and inside == number
                    and not _paragraph_ends(gaps, opened + 1, number)
                ):  # the next paragraph begins with the mark that this one did not close
                    close = text.find("\n", opened_at)
                    found.append(Marked(opened, number - 1, opened_at + 1, close, opened_at, close))
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


def _paragraph_ends(gaps: bytes, first: int, end: int) -> bool:
    """Tell whether a paragraph ends at one of some gaps."""
    for number in range(first, end):  # noqa: SIM110 - a generator is no loop in C
        if gaps[number] in b"P":
            return True
    return False


def _add(
    found: list[Marked], text: str, opened: int, opened_at: int, closed: int, closed_at: int
) -> None:
    start, end = opened_at + 1, closed_at
    while start < end and text[start] in " \xa0\u202f\u2009\u200b`'":  # French sets blanks inside
        start += 1
    while end > start and text[end - 1] in " \xa0\u202f\u2009\u200b`'":  # a second single mark
        end -= 1
    if opened < closed and end - start <= _LONGEST:
        found.append(Marked(opened, closed - 1, start, end, opened_at, closed_at + 1))
