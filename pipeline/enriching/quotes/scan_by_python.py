"""A text's words and gaps as letters, by Python alone: what ``scan.pyx`` does compiled."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.words import signs
from pipeline.words.reading import Words
from pipeline.words.table import Table

__all__ = ["scan"]

_BEGINS: Final = signs.CAPITAL | signs.DIGIT
_OPENS: Final = signs.DASH | signs.OPENING
_INITIAL: Final = signs.ONE | signs.CAPITAL
_TITLE, _TIME = ord("z"), ord("y")
_NAME, _NUMBER, _OTHER = b"N0l"

_VERB_OR_NOUN: Final = np.zeros(256, bool)
_VERB_OR_NOUN[list(b"EFGHJ")] = True
_NAMED: Final = np.zeros(256, bool)
_NAMED[list(b"pNiw")] = True
_INNER: Final = np.zeros(256, bool)
_INNER[list(b" ,:-(")] = True
_OPEN: Final = np.zeros(256, bool)
_OPEN[list(b"lnv&zy")] = True
_BEGINS_OBJECT: Final = np.zeros(256, bool)
_BEGINS_OBJECT[list(b"pdN?i")] = True
_NOUN: Final = np.zeros(256, bool)
_NOUN[list(b"df")] = True

Array = npt.NDArray[Any]


def scan(
    table: Table, words: Words, gap_letters: bytes, cues: bytes, at: int
) -> tuple[bytes, bytes, list[int], list[int], list[int]]:
    """Return words and gaps as letters, where sentences begin, the cues, and gaps with marks.

    *table* leads from a word to its letter; behind the last word stands the letter 0. *gap_letters*
    go by a gap's first 16 bits; *cues* tells of 256 letters which may report: 1, or 2 where also a
    word with a capital within a sentence may. The lists leave out the words that begin before the
    character *at*.
    """
    count, shapes, gaps = len(words), words.shapes, words.gaps
    letters, is_cue = np.frombuffer(gap_letters, np.uint8), np.frombuffer(cues, np.uint8)
    begin = int(words.starts.searchsorted(at))
    rows = table.rows(words.plain)
    unknown = np.where(
        shapes & signs.DIGIT, _NUMBER, np.where(shapes & signs.CAPITAL, _NAME, _OTHER)
    )
    kinds = np.where(rows < 0, unknown, rows).astype(np.uint8)
    between = letters[gaps & 0xFFFF]
    before = between[:count]
    named = (is_cue[kinds] == 1) & ((shapes & signs.CAPITAL) != 0) & _INNER[before]
    kinds[named & ((gaps[:count] & signs.QUOTE) == 0)] = _NAME  # the United States
    stops = before == ord(".")
    ends = stops | (before == ord("!"))
    ends &= ((shapes & _BEGINS) != 0) | ((gaps[:count] & _OPENS) != 0)
    initial = (kinds == _TITLE) | ((shapes & _INITIAL) == _INITIAL)
    inner = stops.copy()
    if count:
        a_day = (kinds[1:] == _TIME) & (kinds[:-1] == _NUMBER) & (np.diff(words.starts) < 5)
        inner[0] = False
        inner[1:] &= initial[:-1] | a_day
    ends &= ~inner
    between[:count][inner] = ord(" ")  # Mr. Tarvo, the U.S. minister, am 5. Mai
    ends |= (before == ord("P")) | (before == ord("L"))
    marks = (gaps & signs.QUOTE) != 0
    marks |= ((gaps & signs.APOSTROPHE) != 0) & ((gaps & ~np.uint32(signs.APOSTROPHE)) != 0)
    ends[:begin] = marks[:begin] = False
    reports = _reporting(kinds, before, is_cue, begin)
    reports[:begin] = False
    return (
        kinds.tobytes() + b"\0",
        between.tobytes(),
        ends.nonzero()[0].tolist(),
        reports.nonzero()[0].tolist(),
        marks.nonzero()[0].tolist(),
    )


def _reporting(kinds: Array, gaps: Array, cues: Array, begin: int) -> Array:
    """Tell which words may report, by what stands beside them: no noun does without "that".

    What stands as a noun and is a verb else (the *suspect*, the *ruling* party) gets its letter.
    """
    found: Array = cues[kinds] != 0
    if not len(kinds):
        return found
    before = np.append(np.uint8(0), kinds[:-1])
    before[gaps != ord(" ")] = 0
    behind = np.append(kinds[1:], np.uint8(0))
    that = behind == ord("+")
    either = _VERB_OR_NOUN[kinds]
    verb = _NAMED[before] | (_OPEN[before] & _BEGINS_OBJECT[behind])
    noun = (kinds == ord("Z")) | (either & ~verb)
    else_verb = ~either & (_NOUN[before] | ((before == ord("r")) & (kinds < ord("a"))))
    noun |= else_verb
    noun &= kinds != ord("A")
    of = (kinds == ord("Z")) | either
    of &= (behind == ord("i")) | (behind == ord("f")) | (behind == ord("r"))
    kept: Array = found & (that | ~noun | of)
    other = found & else_verb & ~that & noun & (kinds != ord("Z"))
    other[:begin] = False
    kinds[other] = _OTHER
    return kept
