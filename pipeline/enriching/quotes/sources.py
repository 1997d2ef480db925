"""Who is named as a source: according to X, laut X, selon X, según X; so der Minister.

Compiled where a compiler is there, with the types of ``sources.pxd``.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.names.role_words import NOUN, role_words
from pipeline.enriching.quotes.grammar import Speech
from pipeline.enriching.quotes.row import Place, Row, end_of, place
from pipeline.enriching.quotes.subject import named_behind, noun_phrase, subject_behind

__all__ = ["Source", "source_at"]

_IN_BRACKETS: Final = 8
"""Words in brackets behind a name. A guess."""
_DATIVE: Final = frozenset("einer einem dem den dieser diesem seiner seinem ihrer ihrem".split())
"""Articles of a source before "zufolge" that are no subject's, as "der" and "ein" may be."""
_INFLECTED: Final = ("en", "er", "em")
"""What German adjectives end in there."""
_MOST_SOURCE: Final = 10
_MOST_APPOSITION: Final = 14
_ROLE_BY: Final = 6
"""Words of a source, of what somebody is, and those of it among which the role stands. Guesses."""
_NO_SOURCE: Final = frozenset(
    "plan plans schedule rules size age custom law tradition protocol protocols procedures "
    "need needs".split()
)
"""What happens according to these, nobody said."""


class Source:
    """Who is the source, the words that say so, and where all of it begins and ends."""

    __slots__ = ("cue", "end", "speaker", "start")

    def __init__(self, start: int, end: int, cue: Place, speaker: Place) -> None:
        self.start, self.end, self.cue, self.speaker = start, end, cue, speaker


def source_at(row: Row, speech: Speech, low: int, cue: int, high: int) -> Source | None:
    """Return the source that a word such as "according" names, or None if it names none."""
    kinds, gaps, plain = row.kinds, row.gaps, row.words.plain
    before, behind = speech.neighbours[int(plain[cue])]
    start, name = cue, cue + 1
    if before:
        if cue == 0 or int(plain[cue - 1]) != before:
            return None
        start = cue - 1
    if behind:
        if name >= high or int(plain[name]) != behind:
            return None
        name += 1
    if name < high and kinds[name] in b"f" and row.german:
        name += 1  # nach Angaben von
    word = row.word(cue).lower()
    if word == "zufolge":
        first = _dative(row, low, cue)
        return (
            None if first == cue else Source(first, cue + 1, place(cue, cue + 1), place(first, cue))
        )
    if name >= high or gaps[name] not in b" ":
        return None
    so = word == "so"
    if so and (gaps[cue] not in b"," or kinds[name] not in b"Ndz"):
        return None
    verb = name + 1 if kinds[name] in b"vn" else name
    if verb < high and kinds[verb] in b"SO":  # según dijo X
        speaker = subject_behind(row, verb, high)
        return Source(start, end_of(speaker), place(start, name), speaker) if speaker else None
    end = behind_it = noun_phrase(row, name, high)
    while so and end < high and kinds[end] in b"n" and gaps[end] in b" ":
        end += 1  # so Tarvo weiter
    named = named_behind(row, end, high)
    if named >= 0 and not so:
        end = behind_it = named
    if end <= name or (so and end < high and gaps[end] in b" "):
        return None
    if row.english and row.word(end - 1).lower() in _NO_SOURCE:
        return None
    if not so and end < high and gaps[end] in b"," and row.kind_in(ord("N"), name, end) >= 0:
        end = max(end, _apposition(row, end, high))
    if end < high and gaps[end] in b"(":
        closed = end + 1
        while closed < high and closed < end + _IN_BRACKETS and gaps[closed] not in b"(,":
            closed += 1
        if closed < high and gaps[closed] in b"(,":
            end = closed  # laut X (CDU) ist
    if (
        not row.german
        and start - low < 3
        and end < high
        and gaps[end] in b" "
        and kinds[end] in b"r"
    ):
        comma = row.gap_in(ord(","), end, min(high, end + _IN_BRACKETS))
        end = comma if comma > 0 else end  # According to data from the ministry, ...
    return Source(start, end, place(start, name), place(name, behind_it))


def _dative(row: Row, low: int, end: int) -> int:
    """Return where the source before "zufolge" begins: kam *der Meldung*, sinkt *neuesten Studien*.

    What belongs to it in the genitive is known from its article: *einer Studie der Stadt*; but
    "wurde ein Mann der Polizei zufolge".
    """
    kinds, gaps = row.kinds, row.gaps
    first = end
    genitive = end  # the words that are the source if those before them are not
    while first > low and end - first < _MOST_SOURCE:
        if first < end and gaps[first] not in b" ":
            break
        kind = kinds[first - 1]
        if kind in b"d":
            first -= 1
            head = first > low and kinds[first - 1] in b"N" and gaps[first] in b" "
            if genitive == end and head:
                genitive = first
                continue
            return first if genitive == end or row.word(first).lower() in _DATIVE else genitive
        if kind in b"l":
            if first == end or not row.word(first - 1).lower().endswith(_INFLECTED):
                break
        elif kind not in b"NZEFGHJz0":
            break
        first -= 1
    return genitive if genitive < end else first


def _apposition(row: Row, comma: int, high: int) -> int:
    """Return where what somebody is ends behind the name: Tarvo, *a spokeswoman for the town*, ....

    -1 where something else stands behind the comma.
    """
    kinds = row.kinds
    end = row.gap_in(ord(","), comma + 1, min(high, comma + _MOST_APPOSITION))
    if end < 0 or high - end < 3 or kinds[end] in b"0vbw&" or row.has_finite(comma, end):
        return -1
    roles = role_words(row.language)
    if roles is None:
        return -1
    for at in range(comma, min(end, comma + _ROLE_BY)):
        word = row.word(at).lower()
        joined = row.text[row.starts[at] : row.ends[at + 1]].lower()  # porte-parole
        meaning = roles.meanings.get(word, 0) | roles.meanings.get(joined, 0)
        if meaning & NOUN or word.endswith(roles.endings):
            return end
    return -1
