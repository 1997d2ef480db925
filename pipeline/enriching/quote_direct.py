"""What stands between quotation marks in a sentence, and who said it."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from pipeline.enriching.quote_grammar import Speech
from pipeline.enriching.quote_marks import Marked
from pipeline.enriching.quote_row import Place, Row

__all__ = ["PARTICIPLE", "Direct", "Kind", "Said"]

Kind = Literal["direct", "indirect", "mixed"]

_BLANK, _COMMA, _COLON = b" ,:"
PARTICIPLE: Final = ord("a")
"""Letters from here on are those of participles: saying."""
_NAMED: Final = re.compile(rb"[Np]")
_FAR: Final = 12
"""Words within which "to" or "as" belongs to a verb. A guess."""
_DIRECT: Final = 0.9


class Said(NamedTuple):
    """One quotation: what is said in characters, its cue and speaker in words (first, end)."""

    kind: Kind
    start: int
    end: int
    last: int
    """The last word of what is said."""
    cue: Place | None
    speaker: Place | None
    score: float


class Direct:
    """The words from *low* to before *high* of a row, with the marks in them.

    One object goes from sentence to sentence of a text: see :meth:`move`.
    """

    __slots__ = (
        "english", "gaps", "german", "high", "kinds", "low", "marks", "row", "speaker", "speech",
    )  # fmt: skip

    def __init__(self, row: Row, speech: Speech) -> None:
        self.row, self.speech = row, speech
        self.kinds, self.gaps = row.kinds, row.gaps
        self.english, self.german = speech.language == "en", speech.language == "de"
        self.low = self.high = 0
        self.marks = list[Marked]()
        self.speaker: Place | None = None
        """Who said what was read last: whose "adding that" is, too."""

    def move(self, low: int, high: int, marks: list[Marked]) -> None:
        """Go to another sentence."""
        self.low, self.high, self.marks, self.speaker = low, high, marks, None

    def direct_before(
        self, low: int, cue: int, use: int, head: int, subject: Place | None
    ) -> list[Said]:
        """Return "...", said X, and what follows it: "...", X said, "..."."""
        mark = self.row.closing.get(head - 1) if head > low else None
        if mark is None or mark.first < low:
            return []
        if not self._pauses(mark, head) and mark.last - mark.first < 5:
            return []
        speaker = subject or self.row.subject_behind(cue, self.high)
        if speaker is None and use not in b"SQO":
            return []
        place = (cue, cue + 1)
        if mark.first > low and not self.is_marked(low, mark.last + 1):
            said = [self.said(low, mark.last, place, speaker, 0.8)]
        else:
            first = next((m for m in self.marks if m.first >= low), mark)
            said = [Said("direct", first.start, mark.end, mark.last, place, speaker, _DIRECT)]
        for then in self.marks:
            if then.first <= cue or then.last == then.first:
                continue
            if self.gaps[then.first] != _BLANK or self._pauses(then, then.last + 1):
                start, end = then.start, then.end
                said.append(Said("direct", start, end, then.last, place, speaker, _DIRECT))
        return said

    def _pauses(self, mark: Marked, then: int) -> bool:
        """Tell whether a comma or a stop stands at a closing mark, within it or behind it."""
        if then >= self.high or self.gaps[then] != _BLANK:
            return True
        return self.row.words.text[mark.end - 1] in ",.!?…—–-"

    def is_marked(self, first: int, end: int) -> bool:
        """Tell whether most of some words stand between marks."""
        inside = sum(
            min(m.last + 1, end) - max(m.first, first)
            for m in self.marks
            if m.first < end and m.last >= first
        )
        return inside * 5 >= (end - first) * 4

    def direct_behind(self, cue: int, subject: Place | None, following: list[int]) -> list[Said]:
        """Return X said: "..."; X told reporters: "..."; X said "..."."""
        for mark in self.marks:
            if mark.first > cue:
                break
        else:
            return []
        if following and following[0] < mark.first:
            return []  # another verb is nearer
        first, gap = mark.first, self.gaps[mark.first]
        if gap == _COLON:
            if first - cue > 2 * _FAR:
                return []
        elif first != cue + 1 and (gap != _COMMA or first - cue > _FAR):
            return []
        words = mark.last - first + 1
        if gap not in b",:" and words * 5 < (self.high - first) * 4:
            return []
        if words < 2 and gap != _COLON:
            return []
        speaker = subject or self.row.subject_behind(cue, first)
        if self.kinds[cue] >= PARTICIPLE and (subject is None or self.gaps[cue] != _BLANK):
            speaker = self.speaker or self.first_named(cue)  # ..., adding: "..."
        last = self.marks[-1] if self.is_marked(first, self.high) else mark
        return [Said("direct", mark.start, last.end, last.last, (cue, cue + 1), speaker, _DIRECT)]

    def first_named(self, cue: int) -> Place | None:
        """Return the name or the pronoun with which the sentence begins: whose verbs these are."""
        found = _NAMED.search(self.kinds, self.low, cue)
        if found is None:
            return None
        first = found.start()
        return first, self.row.noun_phrase(first, cue)

    def by_colon(self) -> list[Said]:
        """Return Tarvo: "We will rebuild it.", which needs no verb."""
        mark = self.marks[0]
        if self.gaps[mark.first] != _COLON or not 0 < mark.first - self.low <= _FAR:
            return []
        speaker = self.first_named(mark.first)
        if speaker is None or mark.last == mark.first:
            return []
        return [Said("direct", mark.start, mark.end, mark.last, None, speaker, 0.8)]

    def said(
        self, first: int, last: int, cue: Place | None, speaker: Place | None, sure: float
    ) -> Said:
        """Return a clause as a quotation: direct or mixed if there are marks in it."""
        kind: Kind = "indirect"
        if self.marks:
            inside = [m for m in self.marks if m.first >= first and m.last <= last]
            if inside:
                if self.is_marked(first, last + 1):
                    start, end = inside[0].start, inside[-1].end
                    return Said("direct", start, end, last, cue, speaker, _DIRECT)
                kind = "mixed"
        if kind == "indirect" and first == self.low and self.row.begins_with_dash(first):
            kind, sure = "direct", _DIRECT
        start, end = self.row.chars(first, last)
        return Said(kind, start, end, last, cue, speaker, sure)
