"""Find what somebody said, in their words or in the writer's, and who said it.

By rules, a sentence at a time: quotation marks with a reporting verb beside them ("...", said X),
a reporting verb with a clause (X said that ...; ..., X said), and "according to X". Rules know what
is written down in them; what a sentence only implies they do not see.
"""

from __future__ import annotations

from itertools import islice
from typing import Any, Final

from pydantic import TypeAdapter

from pipeline.enriching.quote_direct import Said
from pipeline.enriching.quote_grammar import LANGUAGES, REPORTING, Letter, speech
from pipeline.enriching.quote_reading import said_in
from pipeline.enriching.quote_row import Row, row_of
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
    found = list(islice(said_in(row, told), _MOST))
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
            if (
                said.cue is None
                and row.language not in REPORTING
                and not (name and name == cast.last)
            ):
                continue  # between marks beside a capital: no person is known to have spoken
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
