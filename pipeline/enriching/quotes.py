"""Find what somebody said, in their words or in the writer's, and who said it.

By rules, a sentence at a time: quotation marks with a reporting verb beside them ("...", said X),
a reporting verb with a clause (X said that ...; ..., X said), and "according to X". Rules know what
is written down in them; what a sentence only implies they do not see.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from pydantic import TypeAdapter

from pipeline.enriching.quote_clauses import Said, said_in
from pipeline.enriching.quote_grammar import CUES, LANGUAGES, REPORTING, Speech, speech
from pipeline.enriching.quote_marks import Marked, marked
from pipeline.enriching.quote_row import Row, row_of
from pipeline.enriching.registry import enrichers
from pipeline.enriching.speakers import Cast
from pipeline.words.of_item import ItemWords, words_of
from schemas.types import Quote
from schemas.wire import WireItem

__all__ = ["add_quotes"]

_MOST: Final = 100
"""Quotations of one item that are told."""

_QUOTES: Final = TypeAdapter(tuple[Quote, ...])
"""Checks all of an item's quotations at once, in half the time of one by one."""

_IS_CUE: Final = np.zeros(256, bool)
_IS_CUE[list(CUES)] = True

_LEAST_ALONE: Final = 4
"""Words of what stands between marks in a sentence without a reporting verb; fewer are a title,
or a word that the writer holds with tongs."""
_ASKED: Final = 8
"""Words behind "...?" in which its verb stands: "Why?" Tarvo asked. A guess."""


def _said(row: Row, cues: list[int], speech: Speech) -> Iterator[Said]:
    """Yield what is said, sentence by sentence, with what goes on from one to the next."""
    sentences, gaps = row.sentences, row.gaps
    before: Said | None = None  # what the sentence before says
    open_ended = False  # the sentence before ended in a colon, or its marks go on
    cue_at = mark_at = 0
    marks = row.marks
    number = 0
    reports = speech.language in REPORTING
    while number < len(sentences) - 1:
        low, high = sentences[number], sentences[number + 1]
        number += 1
        while cue_at < len(cues) and cues[cue_at] < low:
            cue_at += 1
        while mark_at < len(marks) and marks[mark_at].first < low:
            mark_at += 1
        if (
            gaps[high] == 33  # !
            and row.closing.get(high - 1) is not None
            and number < len(sentences) - 1
            and _next(cues, cue_at, high) < high + _ASKED
        ):
            high = sentences[number + 1]
            number += 1
        inside = list[Marked]()
        at = mark_at
        while at < len(marks) and marks[at].first < high:
            inside.append(marks[at])
            at += 1
        mark_at = at
        own = list[int]()
        at = cue_at
        while at < len(cues) and cues[at] < high:
            cue = cues[at]
            if not inside or not any(m.first <= cue <= m.last for m in inside):
                own.append(cue)
            at += 1
        cue_at = at
        same_paragraph = gaps[low] != 80  # P
        found = list[Said]()
        if own or inside:
            found = said_in(row, speech, low, high, inside, own)
        if found:
            yield from found
            before = found[-1]
        elif inside:
            follows = before if same_paragraph or open_ended else None
            yield from (alone := list(_alone(row, low, high, inside, follows)))
            if alone:
                before = alone[-1]
            elif not same_paragraph:
                before = None
        elif (
            before is not None
            and speech.language == "de"
            and high - low > 3
            and row.kinds.find(b"j", low, high) >= 0
        ):
            start, end = row.chars(low, high - 1)
            before = Said("indirect", start, end, high - 1, None, before.speaker, 0.6)
            yield before
        elif not reports or not same_paragraph:
            before = None
        open_ended = gaps[high] == 58 or bool(inside and not inside[-1].closed)
        if gaps[high] == 80 and not open_ended and high < len(row.kinds):
            gap = row.words.text[row.words.ends[high - 1] : row.words.starts[high]]
            open_ended = gap.lstrip()[:1] == ":" or (before is not None and bool(inside))


def _next(cues: list[int], at: int, high: int) -> int:
    while at < len(cues) and cues[at] < high:
        at += 1
    return cues[at] if at < len(cues) else 1 << 31


def _alone(
    row: Row, low: int, high: int, marks: list[Marked], before: Said | None
) -> Iterator[Said]:
    """Yield what stands between marks in a sentence that has no reporting verb."""
    covered = sum(m.last + 1 - m.first for m in marks)
    if covered * 5 >= (high - low) * 4:
        speaker = before.speaker if before is not None else None
        cue = before.cue if before is not None and before.end < marks[0].start else None
        if covered >= _LEAST_ALONE or before is not None:
            if before is None and _is_title(row, marks[0]):
                return
            score = 0.85 if before is not None else 0.5
            yield Said("direct", marks[0].start, marks[-1].end, marks[-1].last, cue, speaker, score)
        return
    for mark in marks:
        words = mark.last + 1 - mark.first
        if row.language not in REPORTING:
            speaker = _beside(row, low, high, mark) if words > 2 else None
            if speaker is None:
                continue
        else:
            speaker = row.subject_before(low, mark.first)
        least = _LEAST_ALONE + (speaker is None) if row.language in REPORTING else 3
        if words >= least and not _is_title(row, mark):
            yield Said("direct", mark.start, mark.end, mark.last, None, speaker, 0.5)


def _beside(row: Row, low: int, high: int, mark: Marked) -> tuple[int, int] | None:
    """Return the name that stands next to marks, in a language whose verbs we do not know."""
    behind = row.kinds.find(b"N", mark.last + 1, min(high, mark.last + 1 + _NEAR))
    if behind >= 0:
        return behind, row.noun_phrase(behind, high)
    before = row.kinds.rfind(b"N", max(low, mark.first - _NEAR), mark.first)
    if before < 0:
        return None
    first = before
    while first > low and row.kinds[first - 1] == 78 and row.gaps[first] == 32:
        first -= 1
    return first, before + 1


_NEAR: Final = 6
"""Words between marks and a name that still belongs to them. A guess."""


def _is_title(row: Row, mark: Marked) -> bool:
    """Tell whether most words have capitals: the title of a book, a film, a law."""
    words = row.words.text[mark.start : mark.end].split()
    return sum(word[0].isupper() for word in words) * 5 >= len(words) * 3


@enrichers.add("quotes", needs={"text", "language"}, gives={"quotes"})
def add_quotes(item: WireItem) -> WireItem:
    """Add what is said in the text, with the speaker, the cue, and where each stands."""
    read = words_of(item)
    words = read.words
    begin = int(words.starts.searchsorted(read.body))
    told = speech(item.language if item.language in LANGUAGES else "")
    kinds = told.kinds(words)
    cues = _IS_CUE[kinds].nonzero()[0]
    marks = marked(words, begin)
    if not len(cues) and not marks:
        return item
    row = row_of(words, told, kinds.tobytes(), marks)
    found = list[Said]()
    for said in _said(row, [cue for cue in cues.tolist() if cue >= begin], told):
        if len(found) >= _MOST:
            break
        found.append(said)
    if not found:
        return item
    quotes = _QUOTES.validate_python(_told(item, read, row, found))
    return item.model_copy(update={"quotes": quotes})


def _told(item: WireItem, read: ItemWords, row: Row, found: list[Said]) -> list[dict[str, Any]]:
    cast = Cast(read, item.names, row)
    text, starts, ends = read.text, row.words.starts, row.words.ends
    quotes = list[dict[str, Any]]()
    last = ""
    last_place: tuple[int, int] | None = None
    for said in found:
        quote: dict[str, Any] = {
            "kind": said.kind,
            "text": text[said.start : said.end],
            "span": _span(read, said.start, said.end),
            "score": said.score,
            "by": "quotes",
        }
        if said.cue is not None:
            start, end = int(starts[said.cue[0]]), int(ends[said.cue[1] - 1])
            quote["cue"], quote["cue_span"] = text[start:end], _span(read, start, end)
        if said.speaker is not None:
            first, behind = said.speaker
            start, end = int(starts[first]), int(ends[behind - 1])
            if said.speaker == last_place:
                name = last
            elif row.kinds[first] == 112 and behind == first + 1:
                name = cast.meant(text[start:end], start)
            else:
                name = cast.full(start, end)
            last, last_place = name, said.speaker
            quote["speaker"], quote["speaker_as"] = name, text[start:end]
            quote["speaker_span"] = _span(read, start, end)
        quotes.append(quote)
    return quotes


def _span(read: ItemWords, start: int, end: int) -> dict[str, Any]:
    number = read.part_of(start)
    begin = read.begins[number]
    return {"where": read.parts[number], "start": start - begin, "end": end - begin}
