"""Runs of capitals as the names of who may speak, where no step has looked for names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.enriching.quotes.row import Row

__all__ = ["capitals"]

_LAST_WORD: Final = re.compile(r"[\w'’-]+$")
_RUN: Final = re.compile(rb"N(?:N|[df]{1,2}(?=N))*")
_GERMAN_RUN: Final = re.compile(rb"N(?:N|fd(?=N))*")
_ROLE: Final = re.compile(
    r"(?i)(?:sprecher|minister|präsident|chef|kanzler|leiter|experte|direktor|trainer|vorsitzende"
    r"|abgeordnete|meister|professor|general|anwalt|richter|manager|forscher|autor|kommissar"
    r"|sekretär|rat|wissenschaftler|journalist|kandidat|politiker)(?:in|r|n|s)?$"
)
"""What German words end in that are somebody's role before the name."""
_N: Final = ord("N")


def capitals(row: Row) -> Iterator[tuple[int, int, str]]:
    """Yield runs of words with capitals, each by the longest that ends in its last word.

    What is known of names where no step has looked for them. A single word that begins a sentence
    is a name only where a longer one has it; so is any single word in German.
    """
    kinds, begins, german = row.letters, frozenset(row.sentences), row.language == "de"
    text, starts, ends = row.words.text, row.words.starts, row.words.ends
    runs = list[tuple[int, int, str, bool]]()
    fullest: dict[str, str] = {}
    for found in (_GERMAN_RUN if german else _RUN).finditer(kinds):
        first, end = found.span()
        pieces = [first]
        for at in range(first + 1, end):
            between = text[ends[at - 1] : starts[at]]
            if between.strip(" .-'’") or (
                between.startswith(". ") and ends[at - 1] - starts[at - 1] > 1
            ):
                pieces.append(at)
        for piece, then in zip(pieces, [*pieces[1:], end], strict=True):
            while then > piece and kinds[then - 1] != _N:
                then -= 1
            if then <= piece:
                continue
            if german:
                for at in range(then - 2, piece - 1, -1):
                    if _ROLE.search(row.words.word(at)):
                        piece = at + 1  # US-Außenminister Antony Blinken
                        break
            name = text[starts[piece] : ends[then - 1]]
            runs.append((int(starts[piece]), int(ends[then - 1]), name, german or piece in begins))
            last = _LAST_WORD.search(name)
            if (
                last
                and len(name) > len(fullest.get(last[0], ""))
                and (then - piece > 1 or not (german or piece in begins))
            ):
                fullest[last[0]] = name
    for start, end, name, doubtful in runs:
        last = _LAST_WORD.search(name)
        full = fullest.get(last[0], "") if last else ""
        if not full and doubtful:
            continue
        yield start, end, full or name
