"""What is said in a text, sentence by sentence, with what goes on from one to the next.

Compiled where a compiler is there, with the types of ``reading.pxd``.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from pipeline.enriching.quotes.direct import Said, said_as
from pipeline.enriching.quotes.grammar import REPORTING, Speech
from pipeline.enriching.quotes.marks import Marked
from pipeline.enriching.quotes.row import Place, Row, place
from pipeline.enriching.quotes.sentence import Sentence
from pipeline.enriching.quotes.subject import subject_before, subject_behind

__all__ = ["said_in"]

_LEAST_ALONE: Final = 4
"""Words of what stands between marks in a sentence without a reporting verb; fewer are a title,
or a word that the writer holds with tongs."""
_ASKED: Final = 8
"""Words behind "...?" in which its verb stands: "Why?" Tarvo asked. A guess."""
_LONGEST: Final = 300
"""Words of a sentence that are read: a bound for the time that a hostile one takes. Real ones have
some 25; a quotation of several sentences counts as one."""
_WOULD: Final = frozenset("würde würden hätte hätten wäre wären könnte könnten müsste".split())
_CALLED: Final = frozenset(
    "slogan titled entitled motto titel titre título lema namen name named dubbed headline "
    "banner song film movie novel book album show series chanson roman livre série canción "
    "película novela libro lied buch serie".split()
)
"""Words before what is a title or a motto, though it may be a clause."""
_NEAR: Final = 6
"""Words between marks and a name that still belongs to them. A guess."""


def said_in(row: Row, speech: Speech, most: int) -> list[Said]:
    """Return what is said, sentence by sentence: the first quotations, *most* or a few more."""
    gaps, cues, marks, sentences = row.gaps, row.cues, row.marks, row.sentences
    reports, german = speech.language in REPORTING, row.german
    spanish = row.language == "es"  # a language that may leave out who does it
    found: list[Said] = []
    before: Said | None = None  # what the sentence before says
    told = False  # the sentence before is what somebody says
    open_ended = False  # the sentence before ended in a colon, or its marks go on
    cue_at = mark_at = 0
    asked = -1  # where a sentence goes on behind "...?"
    sentence = Sentence(row, speech)
    none = 1 << 40  # behind all words
    cue = cues[0] if cues else none
    mark = marks[0].first if marks else none
    low = sentences[0]
    for number in range(1, len(sentences)):
        high = sentences[number]
        if asked >= 0:
            low, asked = asked, -1
        if cue >= high and mark >= high:
            if before is not None:
                if german and told and high - low > 3 and _is_reported(row, low, high):
                    start = row.char_before(low, high - 1)
                    end = row.char_behind(low, high - 1, start)
                    before = said_as("indirect", start, end, high - 1, 0, before.speaker, 0.6)
                    found.append(before)
                else:
                    told = False
                    if gaps[low] in b"P" or not reports:
                        before = None
            open_ended = gaps[high] in b":"
            low = high
            continue
        own_from, inside_from = cue_at, mark_at
        inside: list[Marked] = []
        own: list[int] = []
        while mark < high:
            inside.append(marks[mark_at])
            mark_at += 1
            mark = marks[mark_at].first if mark_at < len(marks) else none
        at = inside_from
        while cue < high:
            while at < mark_at and marks[at].last < cue:
                at += 1
            if at == mark_at or marks[at].first > cue:
                own.append(cue)
            cue_at += 1
            cue = cues[cue_at] if cue_at < len(cues) else none
        if gaps[high] in b"!" and cue < high + _ASKED and row.closing(high - 1) is not None:
            asked = low  # "Why?" Tarvo asked: one sentence
            cue_at, mark_at = own_from, inside_from
            cue = cues[cue_at] if cue_at < len(cues) else none
            mark = marks[mark_at].first if mark_at < len(marks) else none
            continue
        end = high
        if high - low > _LONGEST:
            end = low + _LONGEST
            own = own[: bisect_left(own, end)]
            inside = [one for one in inside[:_LONGEST] if one.last < end]
        sentence.move(low, end, inside)
        said = sentence.read(own)
        if said and not reports:
            said = [one for one in said if one.kind == "direct"]
        if not said and inside:
            follows = before if gaps[low] not in b"P" or open_ended else None
            said = _alone(row, low, end, inside, follows)
        if said:
            found += said
            if spanish and before is not None:
                for its in said:
                    if not its.speaker and its.cue:
                        its.speaker = before.speaker  # «...», lamentó.
            before = found[-1]
            told = True
            if len(found) >= most:
                break
        elif own and _ends_in_colon(row, high):
            before = _announced(row, low, _verb(row, own), high)
        else:
            told = False
            if gaps[low] in b"P":
                before = None
        open_ended = len(inside) > 0 or _ends_in_colon(row, high)
        low = high
    return found


def _is_reported(row: Row, low: int, high: int) -> bool:
    """Tell whether a German sentence's first verb, as far as we know it, is in the subjunctive."""
    kinds, gaps = row.kinds, row.gaps
    for at in range(low, high):
        if at > low and gaps[at] not in b" (-":
            return False
        if kinds[at] in b"j":
            return True
        if kinds[at] in b"v":
            return row.word(at) in _WOULD
        if kinds[at] in b"bSOTUCM":
            return False
    return False


def _ends_in_colon(row: Row, high: int) -> bool:
    """Tell whether a colon stands behind a sentence, at the end of a paragraph as well."""
    if row.gaps[high] not in b"P":
        return row.gaps[high] in b":"
    text, end = row.text, row.ends[high - 1]
    if end < len(text) and text[end].isspace():
        end += 1
    return end < len(text) and text[end] == ":"


def _verb(row: Row, cues: list[int]) -> int:
    """Return the last verb of some cues, or the last of them."""
    for cue in reversed(cues):
        if row.kinds[cue] not in b"ZW":
            return cue
    return cues[-1]


def _announced(row: Row, low: int, cue: int, high: int) -> Said:
    """Return who is about to speak: "X told reporters:" before a paragraph of their words."""
    speaker = subject_before(row, low, cue) or subject_behind(row, cue, high)
    return said_as("direct", 0, 0, high - 1, place(cue, cue + 1), speaker, 0.0)


def _alone(row: Row, low: int, high: int, marks: list[Marked], before: Said | None) -> list[Said]:
    """Return what stands between marks in a sentence that has no reporting verb."""
    found: list[Said] = []
    covered = 0
    for mark in marks:
        covered += mark.last + 1 - mark.first
    first, last = marks[0], marks[-1]
    if covered * 5 >= (high - low) * 4:
        if before is None:
            if covered < _LEAST_ALONE or _is_title(row, first) or not _are_clauses(row, marks):
                return found
            found.append(said_as("direct", first.start, last.end, last.last, 0, 0, 0.5))
            return found
        told = before.kind != "indirect" and before.end < first.start
        cue = before.cue if told else 0
        return [said_as("direct", first.start, last.end, last.last, cue, before.speaker, 0.85)]
    reports = row.language in REPORTING
    for mark in marks:
        words = mark.last + 1 - mark.first
        if words < 3 or _is_title(row, mark):
            continue
        if mark.first > low and row.word(mark.first - 1).lower() in _CALLED:
            continue
        if reports:
            if words <= _LEAST_ALONE or not _is_clause(row, mark):
                continue
            speaker = subject_before(row, low, mark.first)
        else:
            speaker = _beside(row, low, high, mark)
            if not speaker or not _is_set_off(row, mark):
                continue
        found.append(said_as("direct", mark.start, mark.end, mark.last, 0, speaker, 0.5))
    return found


def _is_set_off(row: Row, mark: Marked) -> bool:
    """Tell whether a comma or a stop ends what stands between marks, or stands beside longer ones:
    a colon before, a comma or a dash behind."""
    if row.text[mark.end - 1] in ",.!?…":
        return True
    beside = row.gaps[mark.first] in b":" or row.gaps[mark.last + 1] in b",-.!"
    return beside and mark.last + 1 - mark.first > _LEAST_ALONE + 1


def _beside(row: Row, low: int, high: int, mark: Marked) -> Place:
    """Return the name that stands next to marks, in a language whose verbs we do not know."""
    kinds, gaps = row.kinds, row.gaps
    first = row.kind_in(ord("N"), mark.last + 1, min(high, mark.last + 1 + _NEAR))
    if first < 0:
        first = row.last_kind_in(ord("N"), max(low, mark.first - _NEAR), mark.first)
    if first < 0:
        return 0
    end = first + 1
    while end < high and end != mark.first and kinds[end] in b"N" and gaps[end] in b" ":
        end += 1
    while first > low and kinds[first - 1] in b"N" and gaps[first] in b" ":
        first -= 1
    return place(first, end)


def _are_clauses(row: Row, marks: list[Marked]) -> bool:
    """Tell whether some of what stands between marks is a clause, as far as we know."""
    if row.language not in REPORTING:
        return True
    for mark in marks:  # noqa: SIM110 - a generator is no loop in C
        if _is_clause(row, mark):
            return True
    return False


def _is_clause(row: Row, mark: Marked) -> bool:
    """Tell whether what stands between marks has a verb or a pronoun: no title has."""
    for at in range(mark.first, mark.last + 1):  # noqa: SIM110 - as above
        if row.kinds[at] in b"vbjpnkSOQTUM+?":
            return True
    return False


def _is_title(row: Row, mark: Marked) -> bool:
    """Tell whether most words have capitals: the title of a book, a film, a law."""
    words = row.text[mark.start : mark.end].split()
    return sum(word[0].isupper() for word in words) * 5 >= len(words) * 3
