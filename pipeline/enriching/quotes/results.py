"""Tell quotations as the contract has them, with their speakers found among the names.

Compiled where a compiler is there, with the types of ``results.pxd``.
"""

from __future__ import annotations

from pipeline.enriching.quotes.direct import Said
from pipeline.enriching.quotes.grammar import REPORTING
from pipeline.enriching.quotes.row import Place, Row, end_of, first_of
from pipeline.enriching.quotes.speakers import Cast
from pipeline.words.making import model_of, span_of
from pipeline.words.of_item import ItemWords
from schemas.types import Name, Quote

__all__ = ["told"]


def told(
    found: list[Said], row: Row, read: ItemWords, names: tuple[Name, ...]
) -> tuple[Quote, ...]:
    """Return quotations with their speakers; *names* are those that the item is known to have."""
    cast = Cast(read, names, row)
    text, parts, begins = row.text, read.parts, read.begins
    reports = row.language in REPORTING
    quotes: list[Quote] = []
    name = ""
    spoke: Place = 0  # who spoke last
    for said in found:
        cue, speaker = said.cue, said.speaker
        speaker_as, speaker_span, cue_as, cue_span = "", None, "", None
        if speaker:
            first, last = first_of(speaker), end_of(speaker) - 1
            start, end = row.starts[first], row.ends[last]
            speaker_as = text[start:end]
            if speaker != spoke:
                spoke = speaker
                if first == last and row.kinds[first] in b"pd":
                    name = cast.meant(speaker_as, start)
                else:
                    definite = not reports or row.kinds[first] in b"d"
                    name = cast.full(start, end, definite)
            cast.spoke(said.end)
            if not cue and not reports and not (name and name == cast.last):
                continue  # between marks beside a capital: no person is known to have spoken
            speaker_span = span_of(parts, begins, start, end)
        if cue:
            start, end = row.starts[first_of(cue)], row.ends[end_of(cue) - 1]
            cue_as, cue_span = text[start:end], span_of(parts, begins, start, end)
        start, end = said.start, said.end
        quote = {
            "kind": said.kind,
            "text": text[start:end],
            "span": span_of(parts, begins, start, end),
            "speaker": name if speaker else "",
            "speaker_as": speaker_as,
            "speaker_span": speaker_span,
            "cue": cue_as,
            "cue_span": cue_span,
            "score": said.score,
            "by": "quotes",
        }
        quotes.append(model_of(Quote, quote))
    return tuple(quotes)
