"""What is said in one sentence, and by whom: from its reporting verbs and its quotation marks."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from pipeline.enriching.quote_content import Sought, content_of
from pipeline.enriching.quote_grammar import Letter, Speech
from pipeline.enriching.quote_marks import Marked
from pipeline.enriching.quote_row import Place, Row
from pipeline.enriching.quote_sources import source_at

__all__ = ["Kind", "Said", "Sentence"]

Kind = Literal["direct", "indirect", "mixed"]

_BLANK, _COMMA, _COLON, _DASH = b" ,:-"
_VERBS: Final = bytes(range(256)).translate(bytes.maketrans(b"EFGHsoqtuc", b"STUCSOQTUC"))
"""What a cue is used as: a participle and a noun as their verb."""
_ADJUNCTS: Final = re.compile(
    rb"(?:[ny]|0y?|r(?:[y0]+|[df]?[lNEFGHZz]{1,3}(?:f[df]?[lNz]{1,3})?))*"
)
"""What stands between a verb and "that": on Thursday, in a statement, to reporters in Paris."""
_NEEDED: Final = {ord("U"): re.compile(rb"[i+]"), ord("C"): re.compile(rb"[ef]")}
_FINITE: Final = re.compile(rb"[vbj]")
_NAMED: Final = re.compile(rb"[Np]")

_FOLLOWING: Final = 9
"""Reporting verbs that are looked at for where a clause ends. A guess."""
_FAR: Final = 12
"""Words within which "to" or "as" belongs to a verb. A guess."""
_SURE: Final = {
    **dict.fromkeys(b"SOA", 0.75), ord("Q"): 0.7, ord("U"): 0.55, ord("C"): 0.55,
    ord("T"): 0.5, ord("Z"): 0.5,
}  # fmt: skip
"""How sure an indirect quotation is, by what reports it: what is said, thought or called so."""
_DATIVE: Final = frozenset({"dem", "einem", "den", "ihm"})
"""X hat *dem* Sender gesagt: whom it was said to."""
_DIRECT: Final = 0.9
_SPLIT: Final = 6
"""Words before "..., X said, ..." that are no clause of their own. A guess."""


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


class Sentence:
    """The words from *low* to before *high* of a row, with the marks in them."""

    __slots__ = ("gaps", "german", "high", "kinds", "low", "marks", "row", "speaker", "speech")

    def __init__(self, row: Row, speech: Speech, low: int, high: int, marks: list[Marked]) -> None:
        self.row, self.speech, self.low, self.high, self.marks = row, speech, low, high, marks
        self.kinds, self.gaps = row.kinds, row.gaps
        self.german = speech.language == "de"
        self.speaker: Place | None = None
        """Who said what was read last: whose "adding that" is, too."""

    def read(self, cues: list[int]) -> list[Said]:
        """Return what is said; *cues* are the reporting verbs outside the marks, in order."""
        found = list[Said]()
        kinds, gaps, high = self.kinds, self.gaps, self.high
        done = low = self.low
        english = self.speech.language == "en"
        for number, cue in enumerate(cues):
            if cue < done:
                continue
            kind = kinds[cue]
            if kind == Letter.SOURCE:
                said = self._by_source(low, cue, cues[number + 1 : number + _FOLLOWING])
            else:
                use = _VERBS[kind]
                before = kinds[cue - 1] if cue > low and gaps[cue] == _BLANK else 0
                that = cue + 1 < high and kinds[cue + 1] == Letter.THAT
                if kind in b"EFGHZ" or (before and before in b"dfr"):
                    if kind in b"EFGH" and before in b"pN":
                        pass
                    elif kind == 90 or kind in b"EFGH" or before != Letter.IN or kind < 97:  # Z
                        if not that or not (english or kind == 90):
                            continue
                        use = 90
                if kind >= 97 and not that and english and not self._is_report(cue, before):
                    continue  # a participle that reports nothing
                passive = english and not that and before == Letter.BE and kind < 97
                if passive and (not self.marks or use not in b"SOQ"):
                    continue  # is expected to
                if use == Letter.NOUN and kinds[cue + 2 : cue + 3] in (b"b", b"v"):
                    continue  # statements that are
                if use in _NEEDED and english and not self.marks:
                    needed = _NEEDED[use].search(kinds, cue + 1, min(high, cue + 1 + _FAR))
                    if needed is None:
                        continue
                said = self._by_verb(low, cue, use, before, cues[number + 1 : number + _FOLLOWING])
            for one in said:
                found.append(one)
                if one.speaker is not None:
                    self.speaker = one.speaker
                done = max(done, one.last + 1, cue + 1)
                low = done
        if not found and self.marks:
            return self._by_colon()
        return found

    def _by_verb(
        self, low: int, cue: int, use: int, before: int, following: list[int]
    ) -> list[Said]:
        kinds, gaps, row = self.kinds, self.gaps, self.row
        subject = row.subject_before(low, cue)
        if self.german and subject is not None:
            subject = self._german_subject(low, subject)
        head = subject[0] if subject is not None else cue
        while head > low and kinds[head - 1] in b"vbn" and gaps[head] == _BLANK:
            head -= 1
        said = list[Said]()
        if self.marks:
            said = self._direct_before(low, cue, use, head, subject)
            if not said and use != Letter.NOUN:
                said = self._direct_behind(cue, subject, following)
        if not said and self.german and subject is not None:
            said = self._as_somebody_said(low, cue, subject, use)
        elif (
            not said
            and head > low + 1
            and gaps[head] in b",-"
            and use in b"SOTZ"
            and kinds[cue] not in b"EFGH"
        ):
            said = self._clause_before(low, cue, head, subject, use)
        if not said:
            said = self._clause_behind(low, cue, subject, use, before, following)
        if before == Letter.BE and kinds[cue] < 97 and self.speech.language == "en":
            return [one._replace(speaker=None) for one in said]  # he was told
        return said

    def _is_report(self, cue: int, before: int) -> bool:
        """Tell whether a participle stands as one that reports: "..., saying the talks ..."."""
        if self.gaps[cue] not in b",-" and (not before or before in b"vbdri"):
            return any(mark.first == cue + 1 for mark in self.marks)
        if self.marks or _VERBS[self.kinds[cue]] in b"UC":
            return True
        return _FINITE.search(self.kinds, cue + 1, self.high) is not None

    def _german_subject(self, low: int, place: Place) -> Place | None:
        """Return the subject where words are one, and no adverbial: "Am Montag sagte ..."."""
        first, end = place
        if self.kinds[first] in b"ryn0k" or (
            end - first == 1 and self.kinds[first] not in b"NplZz"
        ):
            return None
        if self.row.words.word(first) not in _DATIVE:
            return place
        helped = max(self.kinds.rfind(b"v", low, first), self.kinds.rfind(b"j", low, first))
        return self.row.subject_before(low, helped) if helped > low else None

    def _direct_before(
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
        if mark.first > low and not self._is_marked(low, mark.last + 1):
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

    def _is_marked(self, first: int, end: int) -> bool:
        """Tell whether most of some words stand between marks."""
        inside = sum(
            min(m.last + 1, end) - max(m.first, first)
            for m in self.marks
            if m.first < end and m.last >= first
        )
        return inside * 5 >= (end - first) * 4

    def _direct_behind(self, cue: int, subject: Place | None, following: list[int]) -> list[Said]:
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
        last = self.marks[-1] if self._is_marked(first, self.high) else mark
        return [Said("direct", mark.start, last.end, last.last, (cue, cue + 1), speaker, _DIRECT)]

    def _clause_before(
        self, low: int, cue: int, head: int, subject: Place | None, use: int
    ) -> list[Said]:
        """Return The harbour will stay closed, X said; Der Hafen bleibe zu, sagte X."""
        kinds, gaps, high = self.kinds, self.gaps, self.high
        first = low
        while first < head and kinds[first] in b"k&":
            first += 1
        words = head - first
        if words < 2 or (kinds[first] in b"ry" and words < 6):
            return []
        finite = _FINITE.search(kinds, first, head) is not None
        if subject is None:
            speaker = self.row.subject_behind(cue, high)
            if speaker is None:
                return []
            rest = speaker[1]
            goes_on = rest < high and gaps[rest] == _BLANK and kinds[rest] not in b"ryekw"
            if self.speech.language == "en" and (goes_on or (words < 6 and not finite)):
                return []
            return [self.said(first, head - 1, (cue, cue + 1), speaker, _SURE[use])]
        behind = _ADJUNCTS.match(kinds, cue + 1, high)
        rest = behind.end() if behind is not None else cue + 1
        ends = rest >= high or gaps[rest] != _BLANK or kinds[rest] in b"ek"
        if not ends and (kinds[rest] in b"+?" or high - rest > 3 or use != Letter.SAY):
            return []
        goes_on = rest < high and gaps[rest] == _COMMA and kinds[rest] not in b"soqtuckew"
        split = goes_on and high - rest > 2 and words <= _SPLIT and not finite
        last = high - 1 if split else head - 1  # The talks, X said, had failed
        return [self.said(first, last, (cue, cue + 1), subject, _SURE[use])]

    def _as_somebody_said(self, low: int, cue: int, subject: Place, use: int) -> list[Said]:
        """Return Zwei Männer sind tot, wie die Polizei mitteilte."""
        as_, then = subject[0] - 1, cue + 1
        if as_ - low < 2 or self.kinds[as_] != Letter.WHETHER or self.gaps[as_] != _COMMA:
            return []
        if then < self.high and self.gaps[then] == _BLANK and self.kinds[then] not in b"vb":
            return []
        return [self.said(low, as_ - 1, (cue, then), subject, _SURE[use])]

    def _clause_behind(
        self,
        low: int,
        cue: int,
        subject: Place | None,
        use: int,
        before: int,
        following: list[int],
    ) -> list[Said]:
        """Return X said that ...; X said the harbour ...; X urged them to ...."""
        kinds, row = self.kinds, self.row
        found = content_of(self, Sought(cue, use, before))
        if found is None:
            return []
        first, behind = found
        english = self.speech.language == "en"
        participle = kinds[cue] >= 97
        speaker = subject
        if participle and (subject is None or self.gaps[cue] != _BLANK):
            speaker = self.speaker or self.first_named(cue)
        elif use == Letter.NOUN:
            speaker = row.owner(low, cue) or subject
        elif subject is None and before in b"&nk" and before:
            speaker = self.speaker  # X said ... and added that
        if speaker is None and not english:
            speaker = row.subject_behind(cue, behind)
        if speaker is None and not participle and before != Letter.BE:
            if before == Letter.TO or (english and use not in b"SO"):
                speaker = self.first_named(cue)
            if speaker is None and (use not in b"SOZ" or kinds[first - 1] != Letter.THAT):
                return []
        end = self._clause_end(first, following)
        if end - first < 2:
            return []
        return [self.said(first, end - 1, (cue, cue + 1), speaker, _SURE[use])]

    def _clause_end(self, first: int, following: list[int]) -> int:
        """Return where a reported clause ends: before ", adding that" and "but said that"."""
        kinds, gaps = self.kinds, self.gaps
        for other in following:
            if other <= first + 1:
                continue
            kind = kinds[other]
            if kind in b"soA" and gaps[other] == _COMMA:
                return other
            comma = gaps.rfind(b",", first + 2, other) if kind in b"SOTC" else -1
            if comma > 0 and kinds[comma] == Letter.BUT and other - comma < _FAR:
                return comma  # ..., but Y said
            if kind in b"SO":
                at = other
                while at > first and kinds[at - 1] == Letter.ADVERB:
                    at -= 1
                if at > first + 1 and kinds[at - 1] in b"&k" and gaps[at] == _BLANK:
                    return at - 1
        return self.high

    def first_named(self, cue: int) -> Place | None:
        """Return the name or the pronoun with which the sentence begins: whose verbs these are."""
        found = _NAMED.search(self.kinds, self.low, cue)
        if found is None:
            return None
        first = found.start()
        return first, self.row.noun_phrase(first, cue)

    def _by_source(self, low: int, cue: int, following: list[int]) -> list[Said]:
        """Return what is said according to somebody."""
        source = source_at(self.row, self.speech, low, cue, self.high)
        if source is None:
            return []
        start, end = source.start, source.end
        verbs = any(self.kinds[other] in b"SO" for other in following)
        if verbs and start - low < 3 and self.marks:
            return []  # According to X, "...", Y said: Y is who said it
        sure = _SURE[Letter.SOURCE]
        if start - low < 3:
            if self.high - end < 2:
                return []
            return [self.said(end, self.high - 1, source.cue, source.speaker, sure)]
        if self.marks and any(kind in b"SO" for kind in self.kinds[low:start]):
            return []
        last = start - 1
        between = end < self.high and self.gaps[start] == _COMMA == self.gaps[end]
        if between and self.kinds[end] in b"vb":
            last = self.high - 1  # The town, according to X, will close
        return [self.said(low, last, source.cue, source.speaker, sure)]

    def _by_colon(self) -> list[Said]:
        """Return Tarvo: "We will rebuild it.", which needs no verb."""
        mark = self.marks[0]
        if self.gaps[mark.first] != _COLON or not 0 < mark.first - self.low <= _FAR:
            return []
        speaker = self.first_named(mark.first)
        if speaker is None or mark.last - mark.first < 2:
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
                if self._is_marked(first, last + 1):
                    start, end = inside[0].start, inside[-1].end
                    return Said("direct", start, end, last, cue, speaker, _DIRECT)
                kind = "mixed"
        if kind == "indirect" and first == self.low and self.row.begins_with_dash(first):
            kind, sure = "direct", _DIRECT
        start, end = self.row.chars(first, last)
        return Said(kind, start, end, last, cue, speaker, sure)
