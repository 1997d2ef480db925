"""Find what somebody said, in their words or in the writer's, and who said it.

By rules, a sentence at a time: quotation marks with a reporting verb beside them ("...", said X),
a reporting verb with a clause (X said that ...; ..., X said), and "according to X". Rules know what
is written down in them; what a sentence only implies they do not see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.enriching.quote_marks import quoted
from pipeline.enriching.registry import enrichers
from pipeline.enriching.speakers import Cast
from pipeline.enriching.speech_verbs import LANGUAGES, Speech, speech
from schemas.types import Quote, Span
from schemas.wire import WireItem

__all__ = ["Said", "add_quotes", "said_in"]

_MOST: Final = 100
"""Quotations of one item that are told."""

_LONGEST_PARAGRAPH: Final = 20_000

_SENTENCE_END: Final = re.compile(r"[.!?…]+[\"”’»)]*\s+(?=[\"“‘„«(]?[A-ZÀ-ÞÄÖÜ0-9])")
_NO_END: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Nr|Sr|Sra|M)|\.[A-Z]|\b[A-Z])\.$"
)
"""Titles and initials; a point behind them ends no sentence."""

_MOST_SUBJECT: Final = 140
"""Characters of a subject before its verb. Behind longer ones stands another clause."""

_HELPERS: Final = frozenset("a ont avait has had have hat haben hatte ha han había".split())
"""Verbs that stand before a cue: « ... », a déclaré X."""

_SUBJECT_END: Final = re.compile(r"[,;:.!?()\u2014\u2013\"“”„«»]")
_LEAST_WORDS: Final = 2
"""Words of what is said; shorter ones are no statement."""


@dataclass(frozen=True, slots=True)
class Said:
    """One quotation in a paragraph: places of what is said, of the cue and of the speaker."""

    kind: Literal["direct", "indirect", "mixed"]
    start: int
    end: int
    cue: tuple[int, int] | None
    speaker: tuple[int, int] | None


def said_in(text: str, language: str) -> Iterator[Said]:
    """Yield what is said in a paragraph, in its order; ``KeyError`` for a language not known."""
    words = speech(language)
    marks = quoted(text)
    start = 0
    ends = [
        match.end()
        for match in _SENTENCE_END.finditer(text)
        if not _NO_END.search(text, max(0, match.start() - 5), match.start() + 1)
        and not any(a <= match.end() - 1 < b for a, b in marks)
    ]
    carried: Said | None = None
    for end in [*ends, len(text)]:
        inside = [(a, b) for a, b in marks if a >= start and a < end]
        found = list(_in_sentence(text, start, end, inside, words))
        for one in found:
            yield one
            carried = one
        if not found and carried is not None and _is_all_quoted(text, start, end, inside):
            a, b = inside[0][0], inside[-1][1]
            yield Said("direct", a, b, None, carried.speaker)
        start = end


def _is_all_quoted(text: str, start: int, end: int, marks: list[tuple[int, int]]) -> bool:
    covered = sum(b - a for a, b in marks)
    return bool(marks) and covered * 5 >= (end - start) * 4


def _in_sentence(
    text: str, start: int, end: int, marks: list[tuple[int, int]], words: Speech
) -> Iterator[Said]:
    source = words.source_of.search(text, start, end)
    if source is not None and not _inside(source.start(), marks):
        yield from _according_to(text, start, end, source.span(), marks)
        return
    done = start
    for cue in words.cue.finditer(text, start, end):
        if cue.start() < done or _inside(cue.start(), marks):
            continue
        one = _by_cue(text, start, end, cue.span(), marks, words)
        if one is not None:
            yield one
            done = max(one.end, cue.end())


def _inside(at: int, marks: list[tuple[int, int]]) -> bool:
    return any(a <= at < b for a, b in marks)


def _by_cue(
    text: str,
    start: int,
    end: int,
    cue: tuple[int, int],
    marks: list[tuple[int, int]],
    words: Speech,
) -> Said | None:
    before = [(a, b) for a, b in marks if b <= cue[0]]
    behind = [(a, b) for a, b in marks if a >= cue[1]]
    subject = _subject_before(text, start, cue[0])
    if before and _words(text, *before[0]) >= _LEAST_WORDS:
        # "...", said X; "...", X said
        speaker = subject or _subject_behind(text, cue[1], end)
        first = before[0][0]
        last = behind[-1][1] if behind and _is_all_quoted(text, cue[1], end, behind) else 0
        stop = max(before[-1][1], last)
        return Said(_kind(text, first, stop, marks), first, stop, cue, speaker)
    clause_before = _clause_before(text, start, subject, cue)
    that = words.that.match(text, cue[1], end)
    rest = that.end() if that else cue[1]
    rest_end = _without_stop(text, rest, end)
    if behind and text[cue[1] : behind[0][0]].strip(' ,:"“„«‘') == "":
        return Said("direct", behind[0][0], behind[-1][1], cue, subject)
    if clause_before is not None and _words(text, rest, rest_end) < _LEAST_WORDS + 1:
        speaker = subject or _subject_behind(text, cue[1], end)
        return Said(_kind(text, *clause_before, marks), *clause_before, cue, speaker)
    if subject is None or _words(text, rest, rest_end) < _LEAST_WORDS:
        return None
    while rest < rest_end and text[rest] in " ,:":
        rest += 1
    return Said(_kind(text, rest, rest_end, marks), rest, rest_end, cue, subject)


def _according_to(
    text: str, start: int, end: int, source: tuple[int, int], marks: list[tuple[int, int]]
) -> Iterator[Said]:
    stop = _SUBJECT_END.search(text, source[1], end)
    name_end = stop.start() if stop else _without_stop(text, source[1], end)
    speaker = _trimmed(text, source[1], name_end)
    if source[0] - start > 15:
        clause = _trimmed(text, start, source[0])
    else:
        clause = _trimmed(text, name_end + 1, _without_stop(text, name_end, end))
    if clause is not None and _words(text, *clause) >= _LEAST_WORDS:
        yield Said(_kind(text, *clause, marks), *clause, source, speaker)


def _kind(
    text: str, start: int, end: int, marks: list[tuple[int, int]]
) -> Literal["direct", "indirect", "mixed"]:
    covered = sum(min(b, end) - max(a, start) for a, b in marks if a < end and b > start)
    if not covered:
        return "indirect"
    return "direct" if covered * 5 >= (end - start) * 4 else "mixed"


def _subject_before(text: str, start: int, cue: int) -> tuple[int, int] | None:
    """Return the words from the last comma or mark up to the cue, if they can be a subject."""
    stops = list(_SUBJECT_END.finditer(text, max(start, cue - 3 * _MOST_SUBJECT), cue))
    begin = stops[-1].end() if stops else max(start, cue - 3 * _MOST_SUBJECT)
    commas = [text[stop.start()] == "," for stop in stops[-2:]]
    if len(commas) > 1 and all(commas) and stops[-1].end() >= cue - 1:
        # "Mr. Tarvo, who left, said": the subject stands before the clause between commas
        begin = stops[-3].end() if len(stops) > 2 else start
    found = _trimmed(text, begin, cue)
    if found is None or found[1] - found[0] > _MOST_SUBJECT:
        return None
    return None if text[slice(*found)].lower() in _HELPERS else found


def _subject_behind(text: str, cue: int, end: int) -> tuple[int, int] | None:
    stop = _SUBJECT_END.search(text, cue, end)
    found = _trimmed(text, cue, stop.start() if stop else end)
    return None if found is None or found[1] - found[0] > _MOST_SUBJECT else found


def _clause_before(
    text: str, start: int, subject: tuple[int, int] | None, cue: tuple[int, int]
) -> tuple[int, int] | None:
    comma = text.rfind(",", start, subject[0] if subject else cue[0])
    found = _trimmed(text, start, comma) if comma > start else None
    return found if found is not None and _words(text, *found) > _LEAST_WORDS else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "%)"):
        end -= 1
    return (start, end) if start < end else None


def _without_stop(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".!?"):
        end -= 1
    return end


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


@enrichers.add("quotes", needs={"text", "language"}, gives={"quotes"})
def add_quotes(item: WireItem) -> WireItem:
    """Add what is said in the text, with the speaker, the cue, and where each stands."""
    if item.language not in LANGUAGES:
        return item
    words = speech(item.language)
    people = [name.name for name in item.names if name.kind != "place"]
    cast = Cast((item.headline, *(block.text for block in item.body)), people)
    quotes: list[Quote] = []
    last = ""
    for number, block in enumerate(item.body):
        if len(block.text) > _LONGEST_PARAGRAPH or len(quotes) >= _MOST:
            continue
        where = f"body:{number}"
        for said in said_in(block.text, item.language):
            speaker_as = block.text[slice(*said.speaker)] if said.speaker else ""
            pronoun = words.pronoun.fullmatch(speaker_as) is not None
            speaker = last if pronoun or not speaker_as else cast.full(speaker_as)
            last = speaker or last
            quotes.append(
                Quote(
                    kind=said.kind,
                    text=block.text[said.start : said.end],
                    span=Span(where=where, start=said.start, end=said.end),
                    speaker=speaker,
                    speaker_as=speaker_as,
                    speaker_span=_span(where, said.speaker),
                    cue=block.text[slice(*said.cue)] if said.cue else "",
                    cue_span=_span(where, said.cue),
                    score=0.9 if said.kind == "direct" else 0.7,
                    by="quotes",
                )
            )
    return item.model_copy(update={"quotes": tuple(quotes[:_MOST])}) if quotes else item


def _span(where: str, place: tuple[int, int] | None) -> Span | None:
    return None if place is None else Span(where=where, start=place[0], end=place[1])
