"""How much of what is said is found in invented sentences: ``python -m tests.eval.said [LANGUAGE]``.

A sentence is right where all of ``said_LANGUAGE.txt``'s brackets are found and nothing else, each with
the speaker that is marked. Each kind of attribution that newspapers have stands there once or twice, so
the share says how much of the grammar is known, not how often it occurs.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.enriching.names.step import add_names
from pipeline.enriching.quotes.step import add_quotes
from schemas.types import Block, Quote
from tests.eval.items import item_of

__all__ = ["LANGUAGES", "Sample", "right", "samples"]

LANGUAGES: Final = ("en", "de", "fr", "es")
_MARK: Final = re.compile(r"[\[<](?:(\d) )?([^\]>=]*)(?:=([^\]>]*))?[\]>]")
_ALIKE: Final = 0.6
"""Share of the characters that two contents have in common."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with what is said in it: where it stands, where its speaker stands, and their name."""

    text: str
    said: tuple[tuple[int, int], ...]
    speakers: tuple[tuple[str, int, int, str], ...]
    of: tuple[str, ...]
    """The number of each content's speaker."""


def samples(language: str, name: str = "said") -> list[Sample]:
    """Return the sentences of a language."""
    lines = Path(__file__).with_name(f"{name}_{language}.txt").read_text("utf-8").splitlines()
    return [_sample(line) for line in lines if line and not line.startswith("#")]


def _sample(line: str) -> Sample:
    text, at = "", 0
    said, of = list[tuple[int, int]](), list[str]()
    speakers = list[tuple[str, int, int, str]]()
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        at = mark.end()
        place = (len(text), len(text) + len(mark[2]))
        text += mark[2]
        if mark[0][0] == "[":
            said.append(place)
            of.append(mark[1] or "")
        else:
            speakers.append((mark[1] or "", *place, mark[3] or ""))
    return Sample(text + line[at:], tuple(said), tuple(speakers), tuple(of))


def found_in(sample: Sample, language: str) -> tuple[Quote, ...]:
    """Return what the steps find."""
    item = item_of([Block(text=sample.text)], language)
    return add_quotes(add_names(item)).quotes


def right(sample: Sample, quotes: tuple[Quote, ...]) -> bool:
    """Tell whether all that is said is found, by whom, and nothing else."""
    left = list(quotes)
    for place, of in zip(sample.said, sample.of, strict=True):
        same = [q for q in left if _alike(place, (q.span.start, q.span.end))]
        whole = [q for q in quotes if q.span.start <= place[0] and place[1] <= q.span.end]
        if not same and not whole:
            return False
        quote = (same or whole)[0]
        if same:
            left.remove(quote)
        if not _by_whom(sample, of, place, quote):
            return False
    return not [
        q for q in left if not any(q.span.start <= a and b <= q.span.end for a, b in sample.said)
    ]


def _by_whom(sample: Sample, of: str, place: tuple[int, int], quote: Quote) -> bool:
    theirs = [one for one in sample.speakers if one[0] == of]
    if not theirs:
        return True
    span = quote.speaker_span
    if span is None:
        return False
    for _, start, end, full in theirs:
        if span.start < end and start < span.end:
            return not full or quote.speaker == full
    return False


def _alike(one: tuple[int, int], other: tuple[int, int]) -> bool:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common > 0 and common >= _ALIKE * (max(one[1], other[1]) - min(one[0], other[0]))


def main(languages: list[str]) -> None:
    """Print the sentences that are not right, and how many are."""
    for asked in languages or list(LANGUAGES):
        language, _, rest = asked.partition("/")
        all_of_them = samples(language, rest or "said")
        count = 0
        for sample in all_of_them:
            quotes = found_in(sample, language)
            if right(sample, quotes):
                count += 1
                continue
            print(f"{language}: {sample.text}")
            for quote in quotes:
                print(f"    {quote.kind} [{quote.text}] by {quote.speaker_as!r} = {quote.speaker!r}, "
                      f"cue {quote.cue!r}")  # fmt: skip
        print(f"{language}: {count} of {len(all_of_them)} right")


if __name__ == "__main__":
    main(sys.argv[1:])
