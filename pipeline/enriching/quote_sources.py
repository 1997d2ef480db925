"""Who is named as a source: according to X, laut X, selon X, según X; so der Minister.

Compiled where a compiler is there, with the types of ``quote_sources.pxd``.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.quote_grammar import Speech
from pipeline.enriching.quote_row import Place, Row, end_of, place
from pipeline.enriching.quote_subject import chunk, named_behind, noun_phrase, subject_behind

__all__ = ["Source", "source_at"]

_IN_BRACKETS: Final = 8
"""Words in brackets behind a name. A guess."""
_NO_SOURCE: Final = frozenset("plan plans schedule rules size age custom law tradition".split())
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
        first = chunk(row, low, cue)
        # ... kam der Meldung zufolge
        first = max(first, row.last_kind_in(ord("d"), first, cue))
        while first < cue and kinds[first] in b"vbn&k":
            first += 1
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
    if end == name + 1 and row.word(name).lower() in _NO_SOURCE:
        return None
    if end < high and gaps[end] in b"(":
        closed = row.gap_in(ord("("), end + 1, min(high, end + _IN_BRACKETS))
        end = closed if closed > 0 else end  # laut X (CDU) ist
    return Source(start, end, place(start, name), place(name, behind_it))
