"""Find what somebody said, in their words or in the writer's, and who said it.

By rules, a sentence at a time: quotation marks with a reporting verb beside them ("...", said X),
a reporting verb with a clause (X said that ...; ..., X said), and "according to X". Rules know what
is written down in them; what a sentence only implies they do not see.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from pydantic import TypeAdapter

from pipeline.enriching.quote_grammar import LANGUAGES, REPORTING, Letter, Speech, speech
from pipeline.enriching.quote_marks import Marked
from pipeline.enriching.quote_row import Row, row_of
from pipeline.enriching.quote_sentence import Said, Sentence
from pipeline.enriching.registry import enrichers
from pipeline.enriching.speakers import Cast
from pipeline.words.of_item import ItemWords, words_of
from pipeline.words.reading import read_words
from schemas.types import Quote
from schemas.wire import WireItem

__all__ = ["add_quotes", "quoted"]

_MOST: Final = 100
"""Quotations of one item that are told."""

_QUOTES: Final = TypeAdapter(tuple[Quote, ...])
"""Checks all of an item's quotations at once, in half the time of one by one."""

_LEAST_ALONE: Final = 4
"""Words of what stands between marks in a sentence without a reporting verb; fewer are a title,
or a word that the writer holds with tongs."""
_ASKED: Final = 8
"""Words behind "...?" in which its verb stands: "Why?" Tarvo asked. A guess."""


def _said(row: Row, speech: Speech) -> Iterator[Said]:
    """Yield what is said, sentence by sentence, with what goes on from one to the next."""
    gaps, kinds, marks = row.gaps, row.kinds, row.marks
    reports, german = speech.language in REPORTING, speech.language == "de"
    cues = [*row.cues, _NONE]
    starts = [*(mark.first for mark in marks), _NONE]
    before: Said | None = None  # what the sentence before says
    open_ended = False  # the sentence before ended in a colon, or its marks go on
    cue_at = mark_at = 0
    asked = -1  # where a sentence goes on behind "...?"
    ends = iter(row.sentences)
    low = next(ends)
    for high in ends:
        if asked >= 0:
            low, asked = asked, -1
        cue, mark = cues[cue_at], starts[mark_at]
        if cue >= high and mark >= high:
            if before is not None:
                if german and high - low > 3 and kinds.find(b"j", low, high) >= 0:
                    start, end = row.chars(low, high - 1)
                    before = Said("indirect", start, end, high - 1, None, before.speaker, 0.6)
                    yield before
                elif gaps[low] == _PARAGRAPH or not reports:
                    before = None
            open_ended = gaps[high] == _COLON
            low = high
            continue
        own_from, inside_from = cue_at, mark_at
        inside = list[Marked]()
        while mark < high:
            inside.append(marks[mark_at])
            mark_at += 1
            mark = starts[mark_at]
        own = list[int]()
        at, few = 0, len(inside)
        while cue < high:
            while at < few and inside[at].last < cue:
                at += 1
            if at == few or inside[at].first > cue:
                own.append(cue)
            cue_at += 1
            cue = cues[cue_at]
        if high - low > _LONGEST:
            end = low + _LONGEST
            own = own[: bisect_left(own, end)]
            inside = [m for m in inside[:_LONGEST] if m.last < end]
        else:
            end = high
        if gaps[high] == _ASKS and cue < high + _ASKED and high - 1 in row.closing:
            asked = low  # "Why?" Tarvo asked: one sentence
            cue_at, mark_at = own_from, inside_from
            continue
        found = Sentence(row, speech, low, end, inside).read(own)
        if found and not reports:
            found = [said for said in found if said.kind != "indirect"]
        if not found and inside:
            follows = before if gaps[low] != _PARAGRAPH or open_ended else None
            found = list(_alone(row, low, end, inside, follows))
        if found:
            yield from found
            before = found[-1]
        elif own and gaps[high] == _COLON:
            before = _announced(row, low, own[-1], high)
        elif gaps[low] == _PARAGRAPH:
            before = None
        open_ended = gaps[high] == _COLON or bool(inside)
        if gaps[high] == _PARAGRAPH and not inside and high < len(kinds):
            gap = row.words.text[row.words.ends[high - 1] : row.words.starts[high]]
            open_ended = gap.lstrip()[:1] == ":"
        low = high


_LONGEST: Final = 300
"""Words of a sentence that are read: a bound for the time that a hostile one takes. Real ones have
some 25; a quotation of several sentences counts as one."""
_NONE: Final = 1 << 40
"""Behind all words."""
_ASKS, _COLON, _PARAGRAPH, _BLANK = b"!:P "


def _announced(row: Row, low: int, cue: int, high: int) -> Said:
    """Return who is about to speak: "X told reporters:" before a paragraph of their words."""
    speaker = row.subject_before(low, cue) or row.subject_behind(cue, high)
    return Said("direct", 0, 0, high - 1, (cue, cue + 1), speaker, 0.0)


def _alone(
    row: Row, low: int, high: int, marks: list[Marked], before: Said | None
) -> Iterator[Said]:
    """Yield what stands between marks in a sentence that has no reporting verb."""
    covered = sum(m.last + 1 - m.first for m in marks)
    if covered * 5 >= (high - low) * 4:
        speaker = before.speaker if before is not None else None
        told = before is not None and before.kind != "indirect" and before.end < marks[0].start
        cue = before.cue if before is not None and told else None
        if covered >= _LEAST_ALONE or before is not None:
            if before is None and (_is_title(row, marks[0]) or not _is_clause(row, marks)):
                return
            score = 0.85 if before is not None else 0.5
            yield Said("direct", marks[0].start, marks[-1].end, marks[-1].last, cue, speaker, score)
        return
    reports = row.language in REPORTING
    for mark in marks:
        words = mark.last + 1 - mark.first
        if not reports:
            speaker = _beside(row, low, high, mark) if words > 2 else None
            if speaker is None:
                continue
        else:
            speaker = row.subject_before(low, mark.first)
        least = _LEAST_ALONE + 1 if reports else 3
        if reports and not _is_clause(row, [mark]):
            continue
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
    while first > low and row.kinds[first - 1] == Letter.NAME and row.gaps[first] == _BLANK:
        first -= 1
    return first, before + 1


_NEAR: Final = 6
"""Words between marks and a name that still belongs to them. A guess."""


def _is_clause(row: Row, marks: list[Marked]) -> bool:
    """Tell whether some of what stands between marks has a verb or a pronoun: no title has."""
    return row.language not in REPORTING or any(
        _CLAUSE.search(row.kinds, mark.first, mark.last + 1) for mark in marks
    )


_CLAUSE: Final = re.compile(rb"[vbjpnkSOQTU+?]")


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
    row = row_of(words, told, begin)
    if row is None:
        return item
    found = list(islice(_said(row, told), _MOST))
    if not found:
        return item
    quotes = _QUOTES.validate_python(_told(item, read, row, found))
    return item.model_copy(update={"quotes": quotes})


def _told(item: WireItem, read: ItemWords, row: Row, found: list[Said]) -> list[dict[str, Any]]:
    """Return quotations as the contract has them, with their speakers found among the names."""
    cast = Cast(read, item.names, row)
    text, words = read.text, row.words
    firsts, lasts = list[int](), list[int]()
    for said in found:
        for place in (said.cue or _NOWHERE, said.speaker or _NOWHERE):
            firsts.append(place[0])
            lasts.append(place[1] - 1)
    starts, ends = words.starts[firsts].tolist(), words.ends[lasts].tolist()
    quotes = list[dict[str, Any]]()
    name, place = "", (-1, -1)
    where = _Where(read)
    for number, said in enumerate(found):
        quote: dict[str, Any] = {
            "kind": said.kind,
            "text": text[said.start : said.end],
            "span": where.span(said.start, said.end),
            "score": said.score,
            "by": "quotes",
        }
        if said.cue is not None:
            start, end = starts[2 * number], ends[2 * number]
            quote["cue"], quote["cue_span"] = text[start:end], where.span(start, end)
        if said.speaker is not None:
            start, end = starts[2 * number + 1], ends[2 * number + 1]
            if said.speaker != place:
                place = said.speaker
                alone = place[1] == place[0] + 1 and row.kinds[place[0]] == Letter.PRONOUN
                name = cast.meant(text[start:end], start) if alone else cast.full(start, end)
                cast.spoke(said.end)
            quote["speaker"], quote["speaker_as"] = name, text[start:end]
            quote["speaker_span"] = where.span(start, end)
        quotes.append(quote)
    return quotes


_NOWHERE: Final = (0, 1)


def quoted(text: str) -> list[tuple[int, int]]:
    """Return where the words between quotation marks stand in a text, without the marks."""
    row = row_of(read_words(text), speech(""), 0)
    return [] if row is None else [(mark.start, mark.end) for mark in row.marks]


class _Where:
    """Places in an item's whole text as places in its parts; most follow one in the same part."""

    __slots__ = ("_begin", "_end", "_part", "_read")

    def __init__(self, read: ItemWords) -> None:
        self._read = read
        self._part, self._begin, self._end = "", 0, 0

    def span(self, start: int, end: int) -> dict[str, Any]:
        if not self._begin <= start < self._end:
            read = self._read
            number = read.part_of(start)
            self._part, self._begin = read.parts[number], read.begins[number]
            more = number + 1 < len(read.begins)
            self._end = read.begins[number + 1] if more else len(read.text) + 1
        return {"where": self._part, "start": start - self._begin, "end": end - self._begin}
