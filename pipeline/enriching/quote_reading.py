"""What is said in a text, sentence by sentence, with what goes on from one to the next."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from pipeline.enriching.quote_grammar import REPORTING, Letter, Speech
from pipeline.enriching.quote_marks import Marked
from pipeline.enriching.quote_row import Row
from pipeline.enriching.quote_sentence import Said, Sentence

__all__ = ["said_in"]

_LEAST_ALONE: Final = 4
"""Words of what stands between marks in a sentence without a reporting verb; fewer are a title,
or a word that the writer holds with tongs."""
_ASKED: Final = 8
"""Words behind "...?" in which its verb stands: "Why?" Tarvo asked. A guess."""


def said_in(row: Row, speech: Speech) -> Iterator[Said]:
    """Yield what is said, sentence by sentence, with what goes on from one to the next."""
    gaps, kinds, marks = row.gaps, row.kinds, row.marks
    reports, german = speech.language in REPORTING, speech.language == "de"
    cues = [*row.cues, _NONE]
    starts = [*(mark.first for mark in marks), _NONE]
    before: Said | None = None  # what the sentence before says
    open_ended = False  # the sentence before ended in a colon, or its marks go on
    cue_at = mark_at = 0
    asked = -1  # where a sentence goes on behind "...?"
    sentence = Sentence(row, speech)
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
        sentence.move(low, end, inside)
        found = sentence.read(own)
        if found and not reports:
            found = [said for said in found if said.kind == "direct"]
        if not found and inside:
            follows = before if gaps[low] != _PARAGRAPH or open_ended else None
            found = list(_alone(row, low, end, inside, follows))
        if found:
            yield from found
            before = found[-1]
        elif own and _ends_in_colon(row, high):
            before = _announced(row, low, own[-1], high)
        elif gaps[low] == _PARAGRAPH:
            before = None
        open_ended = bool(inside) or _ends_in_colon(row, high)
        low = high


_LONGEST: Final = 300
"""Words of a sentence that are read: a bound for the time that a hostile one takes. Real ones have
some 25; a quotation of several sentences counts as one."""
_NONE: Final = 1 << 40
"""Behind all words."""
_ASKS, _COLON, _PARAGRAPH, _BLANK = b"!:P "


def _ends_in_colon(row: Row, high: int) -> bool:
    """Tell whether a colon stands behind a sentence, at the end of a paragraph as well."""
    if row.gaps[high] != _PARAGRAPH:
        return row.gaps[high] == _COLON
    end = row.words.ends.item(high - 1)
    return row.words.text[end : end + 2].lstrip()[:1] == ":"


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
    for mark in marks:
        words = mark.last + 1 - mark.first
        if words < 3 or _is_title(row, mark):
            continue
        if row.language in REPORTING:
            speaker = row.subject_before(low, mark.first)
            said = words > _LEAST_ALONE and _is_clause(row, [mark])
        else:
            speaker = _beside(row, low, high, mark)
            said = speaker is not None and _is_set_off(row, mark)
        if said:
            yield Said("direct", mark.start, mark.end, mark.last, None, speaker, 0.5)


def _is_set_off(row: Row, mark: Marked) -> bool:
    """Tell whether a comma or a stop ends what stands between marks, or stands beside longer ones:
    a colon before, a comma or a dash behind."""
    if row.words.text[mark.end - 1] in ",.!?…":
        return True
    beside = row.gaps[mark.first] == _COLON or row.gaps[mark.last + 1] in b",-.!"
    return beside and mark.last + 1 - mark.first > _LEAST_ALONE + 1


def _beside(row: Row, low: int, high: int, mark: Marked) -> tuple[int, int] | None:
    """Return the name that stands next to marks, in a language whose verbs we do not know."""
    kinds, gaps = row.kinds, row.gaps
    first = kinds.find(b"N", mark.last + 1, min(high, mark.last + 1 + _NEAR))
    if first < 0:
        first = kinds.rfind(b"N", max(low, mark.first - _NEAR), mark.first)
    if first < 0:
        return None
    end = first + 1
    while end < high and end != mark.first and kinds[end] == Letter.NAME and gaps[end] == _BLANK:
        end += 1
    while first > low and kinds[first - 1] == Letter.NAME and gaps[first] == _BLANK:
        first -= 1
    return first, end


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
