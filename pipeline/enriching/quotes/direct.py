"""What stands between quotation marks in a sentence, and who said it.

Compiled where a compiler is there, with the types of ``direct.pxd``.
"""

from __future__ import annotations

from typing import Final, Literal

from pipeline.enriching.quotes.grammar import Speech
from pipeline.enriching.quotes.marks import Marked
from pipeline.enriching.quotes.row import Place, Row, place
from pipeline.enriching.quotes.subject import noun_phrase, subject_before, subject_behind

__all__ = ["Direct", "Kind", "Said", "said_as"]

Kind = Literal["direct", "indirect", "mixed"]

_FAR: Final = 12
"""Words within which "to" or "as" belongs to a verb. A guess."""
_MOST_NAMED: Final = 5
"""Words of "the minister for the sea" that begin a sentence. A guess."""
_DIRECT: Final = 0.9


class Said:
    """One quotation: what is said in characters, its cue and speaker in words."""

    __slots__ = ("cue", "end", "kind", "last", "score", "speaker", "start")

    kind: Kind
    start: int
    end: int
    last: int
    """The last word of what is said."""
    cue: Place
    speaker: Place
    score: float


def said_as(
    kind: Kind, start: int, end: int, last: int, cue: Place, speaker: Place, score: float
) -> Said:
    """Return a quotation."""
    said = Said.__new__(Said)
    said.kind, said.start, said.end, said.last = kind, start, end, last
    said.cue, said.speaker, said.score = cue, speaker, score
    return said


class Direct:
    """The words from *low* to before *high* of a row, with the marks in them.

    One object goes from sentence to sentence of a text: see :meth:`move`.
    """

    __slots__ = (
        "english", "gaps", "german", "high", "kinds", "low", "marks", "row", "speaker", "speech",
    )  # fmt: skip

    def __init__(self, row: Row, speech: Speech) -> None:
        self.row, self.speech = row, speech
        self.kinds, self.gaps = self.row.kinds, self.row.gaps
        self.english, self.german = row.english, row.german
        self.low = self.high = 0
        self.marks: list[Marked] = []
        self.speaker: Place = 0
        """Who said what was read last: whose "adding that" is, too."""

    def move(self, low: int, high: int, marks: list[Marked]) -> None:
        """Go to another sentence."""
        self.low, self.high, self.marks, self.speaker = low, high, marks, 0

    def direct_before(
        self, low: int, cue: int, use: int, head: int, subject: Place
    ) -> list[Said] | None:
        """Return "...", said X, and what follows it: "...", X said, "..."."""
        mark = self.row.closing(head - 1) if head > low else None
        if mark is None or mark.first < low:
            return None
        if mark.last - mark.first < 5 and not self._pauses(mark, head):
            return None
        speaker = subject or subject_behind(self.row, cue, self.high)
        if not speaker and use not in b"SQO":
            return None
        verb = place(cue, cue + 1)
        if mark.first > low and not self.is_marked(low, mark.last + 1):
            if use in b"Q":
                return None
            said = [self.said(low, mark.last, verb, speaker, 0.8)]
        else:
            start = mark.start
            for then in self.marks:
                if then.first >= low:
                    start = then.start
                    break
            said = [said_as("direct", start, mark.end, mark.last, verb, speaker, _DIRECT)]
        for then in self.marks:
            if then.first <= cue or then.last == then.first:
                continue
            ends = self.row.text[then.end - 1] in ",.!?…"
            if ends or self.gaps[then.first] not in b" ":
                said.append(
                    said_as("direct", then.start, then.end, then.last, verb, speaker, _DIRECT)
                )
        return said

    def _pauses(self, mark: Marked, then: int) -> bool:
        """Tell whether a comma or a stop stands at a closing mark, within it or behind it."""
        if then >= self.high or self.gaps[then] not in b" (":
            return True
        return self.row.text[mark.end - 1] in ",.!?…—–-"

    def is_marked(self, first: int, end: int) -> bool:
        """Tell whether most of some words stand between marks."""
        inside = 0
        for mark in self.marks:
            if mark.first < end and mark.last >= first:
                inside += min(mark.last + 1, end) - max(mark.first, first)
        return inside * 5 >= (end - first) * 4

    def direct_behind(self, cue: int, subject: Place, following: list[int]) -> list[Said] | None:
        """Return X said: "..."; X told reporters: "..."; X said "..."."""
        mark = self.mark_behind(cue)
        if mark is None:
            return None
        first, gap = mark.first, self.gaps[mark.first]
        if following and following[0] < first:
            return None  # another verb is nearer
        if gap in b":":
            if first - cue > 2 * _FAR:
                return None
        elif first != cue + 1 and (gap not in b"," or first - cue > _FAR):
            return None
        words = mark.last - first + 1
        if gap not in b",:" and words * 5 < (self.high - first) * 4:
            return None
        if words < 2 and gap not in b":":
            return None
        speaker = subject or subject_behind(self.row, cue, first)
        if not speaker and cue > self.low and self.kinds[cue - 1] in b"&kn":
            speaker = self.speaker  # ... and then declared: "..."
        if not speaker and self.english and cue > self.low and self.kinds[cue - 1] in b"i":
            speaker = self.first_named(cue)  # X went on to say: "..."
        if not speaker and gap in b":" and self.german and self.kinds[self.low] in b"p":
            speaker = place(self.low, self.low + 1)  # Er wird mit den Worten zitiert: "..."
        if self.kinds[cue] in b"soqtucm" and (not subject or self.gaps[cue] not in b" "):
            # ..., adding: "..."
            speaker = self.quoted(self.low, cue) or self.speaker or self.first_named(cue)
        last = mark
        if self.is_marked(first, self.high):
            last = self.marks[-1]
        return [
            said_as(
                "direct", mark.start, last.end, last.last, place(cue, cue + 1), speaker, _DIRECT
            )
        ]

    def quoted(self, low: int, cue: int) -> Place:
        """Return who is quoted as saying something: X was quoted by Y as saying; Y quoted X as."""
        kinds = self.kinds
        at = cue - 1
        if at <= low or kinds[at] not in b"e":
            return 0
        helped = self.row.last_kind_in(ord("b"), max(low, at - _FAR), at)
        return subject_before(self.row, low, at if helped < 0 else helped)

    def mark_behind(self, cue: int) -> Marked | None:
        """Return the first marks that open behind a word."""
        for mark in self.marks:
            if mark.first > cue:
                return mark
        return None

    def first_named(self, cue: int) -> Place:
        """Return the name or the pronoun with which the sentence begins: whose verbs these are."""
        at = self.low
        if self.kinds[at] in b"ry":  # In a letter, the minister
            comma = self.row.gap_in(ord(","), at + 1, min(cue, at + _FAR))
            at = at if comma < 0 else comma
        kinds = self.kinds
        if kinds[at] in b"d":
            end = noun_phrase(self.row, at, min(cue, at + _MOST_NAMED))
            while end > at and kinds[end - 1] in b"drf":
                end -= 1
            if end > at + 1:
                return place(at, end)
        for first in range(self.low, cue):
            if kinds[first] in b"Np":
                end = noun_phrase(self.row, first, cue)
                if self.english:
                    at = first + 1
                    while at < end and kinds[at] in b"Nzfd&":
                        at += 1
                    if at < end and kinds[at] in b"n":
                        end = at  # Tarvo also made
                return place(first, end)
        return 0

    def by_colon(self) -> list[Said]:
        """Return Tarvo: "We will rebuild it.", which needs no verb."""
        mark = self.marks[0]
        if self.gaps[mark.first] not in b":" or not 0 < mark.first - self.low <= _FAR:
            return []
        speaker = self.first_named(mark.first)
        if not speaker or mark.last == mark.first:
            return []
        if mark.last - mark.first < 4 and self.row.text[mark.end - 1] not in ",.!?…":
            return []  # a title
        return [said_as("direct", mark.start, mark.end, mark.last, 0, speaker, 0.8)]

    def said(self, first: int, last: int, cue: Place, speaker: Place, sure: float) -> Said:
        """Return a clause as a quotation: direct or mixed if there are marks in it."""
        row = self.row
        kind: Kind = "indirect"
        start = end = -1
        for mark in self.marks:
            if mark.first >= first and mark.last <= last:
                start = mark.start if start < 0 else start
                end = mark.end
        if start >= 0:
            if self.is_marked(first, last + 1):
                return said_as("direct", start, end, last, cue, speaker, _DIRECT)
            kind = "mixed"
        if kind == "indirect" and first == self.low and row.begins_with_dash(first):
            kind, sure = "direct", _DIRECT
        start = row.char_before(first, last)
        return said_as(kind, start, row.char_behind(first, last, start), last, cue, speaker, sure)
