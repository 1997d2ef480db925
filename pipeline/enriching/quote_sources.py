"""Who is named as a source: according to X, laut X, selon X, según X; so der Minister."""

from __future__ import annotations

from typing import Final, NamedTuple

from pipeline.enriching.quote_grammar import Letter, Speech
from pipeline.enriching.quote_row import Place, Row

__all__ = ["Source", "source_at"]

_BLANK, _COMMA, _BRACKET = b" ,("
_IN_BRACKETS: Final = 8
"""Words in brackets behind a name. A guess."""
_NO_SOURCE: Final = frozenset("plan plans schedule rules size age custom law tradition".split())
"""What happens according to these, nobody said."""


class Source(NamedTuple):
    """Who is the source, the words that say so, and where all of it begins and ends."""

    start: int
    end: int
    cue: Place
    speaker: Place


def source_at(row: Row, speech: Speech, low: int, cue: int, high: int) -> Source | None:
    """Return the source that a word such as "according" names, or None if it names none."""
    kinds, gaps, words = row.kinds, row.gaps, row.words
    before, behind = speech.neighbours[int(words.plain[cue])]
    start, name = cue, cue + 1
    if before:
        if cue == 0 or int(words.plain[cue - 1]) != before:
            return None
        start = cue - 1
    if behind:
        if name >= high or int(words.plain[name]) != behind:
            return None
        name += 1
    if name < high and kinds[name] == Letter.OF and speech.language == "de":
        name += 1  # nach Angaben von
    word = words.word(cue).lower()
    if word == "zufolge":
        first = row.chunk(low, cue)
        first = max(first, kinds.rfind(b"d", first, cue))  # ... kam der Meldung zufolge
        while first < cue and kinds[first] in b"vbn&k":
            first += 1
        return None if first == cue else Source(first, cue + 1, (cue, cue + 1), (first, cue))
    if name >= high or gaps[name] != _BLANK:
        return None
    if word == "so" and (gaps[cue] != _COMMA or kinds[name] not in b"Ndz"):
        return None
    verb = name + 1 if kinds[name] in b"vn" else name
    if verb < high and kinds[verb] in b"SO":  # según dijo X
        speaker = row.subject_behind(verb, high)
        return None if speaker is None else Source(start, speaker[1], (start, name), speaker)
    end = behind_it = row.noun_phrase(name, high)
    while word == "so" and end < high and kinds[end] == Letter.ADVERB and gaps[end] == _BLANK:
        end += 1  # so Tarvo weiter
    named = row.named_behind(end, high)
    if named is not None and word != "so":
        end = behind_it = named
    if end <= name or (word == "so" and end < high and gaps[end] == _BLANK):
        return None
    if end == name + 1 and words.word(name).lower() in _NO_SOURCE:
        return None
    if end < high and gaps[end] == _BRACKET:
        closed = gaps.find(b"(", end + 1, min(high, end + _IN_BRACKETS))
        end = closed if closed > 0 else end  # laut X (CDU) ist
    return Source(start, end, (start, name), (name, behind_it))
