"""What is said in one sentence, and by whom: from its reporting verbs and its quotation marks.

Compiled where a compiler is there, with the types of ``sentence.pxd``.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.quotes.content import Content
from pipeline.enriching.quotes.direct import Said
from pipeline.enriching.quotes.row import Place, end_of, first_of, place
from pipeline.enriching.quotes.sources import source_at
from pipeline.enriching.quotes.subject import (
    noun_phrase,
    owner,
    subject_before,
    subject_behind,
)

__all__ = ["Sentence"]

_FOLLOWING: Final = 9
"""Reporting verbs that are looked at for where a clause ends. A guess."""
_FAR: Final = 12
"""Words within which "to" or "as" belongs to a verb. A guess."""
_CALLED_OR_SAID: Final = frozenset({"heißt", "hieß"})
"""Only "hieß es" reports; else it is a name."""
_THAT_NOUNS: Final = frozenset(
    "claim claims report reports hope hopes fear fears doubt doubts promise promises pledge "
    "pledges estimate estimates hint hints forecast forecasts demand demands vow vows tweet "
    "note".split()
)
"""Nouns before a "that" that tells what they say; "states that" are states."""
_DATIVE: Final = frozenset({"dem", "einem", "den", "ihm"})
"""X hat *dem* Sender gesagt: whom it was said to."""
_SPLIT: Final = 6
"""Words before "..., X said, ..." that are no clause of their own. A guess."""


def _used_as(kind: int) -> int:
    """Return what a cue is used as: a participle and a noun as their verb."""
    if kind in b"soqtuc":
        return kind - 32
    if kind in b"E":
        return ord("S")
    if kind in b"F":
        return ord("T")
    if kind in b"G":
        return ord("U")
    return ord("C") if kind in b"H" else kind


def _sure(use: int) -> float:
    """Return how sure an indirect quotation is: what is said, thought or called so."""
    if use in b"SOA":
        return 0.75
    if use in b"Q":
        return 0.7
    return 0.55 if use in b"UC" else 0.5


class Sentence(Content):
    """A sentence whose reporting verbs are read as well."""

    __slots__ = ()

    def read(self, cues: list[int]) -> list[Said]:
        """Return what is said; *cues* are the reporting verbs outside the marks, in order."""
        found: list[Said] = []
        kinds, gaps = self.kinds, self.gaps
        done = low = self.low
        for number in range(len(cues)):
            cue = cues[number]
            if cue < done:
                continue
            following = cues[number + 1 : number + _FOLLOWING]
            if kinds[cue] in b"A":
                said = self._by_source(low, cue, following)
            else:
                before = kinds[cue - 1] if cue > low and gaps[cue] in b" " else 0
                use = self._use_of(cue, before)
                if not use or (use in b"C" and self._quotes(following)):
                    continue
                said = self._by_verb(low, cue, use, before, following)
            if said is None:
                continue
            for one in said:
                found.append(one)
                if one.speaker:
                    self.speaker = one.speaker
                done = max(done, one.last + 1, cue + 1)
                low = done
        if not found and self.marks:
            return self.by_colon()
        return found

    def _quotes(self, following: list[int]) -> bool:
        """Tell whether the next verb is the one that reports: Y quoted X as saying that."""
        if not following:
            return False
        then = following[0]
        return self.kinds[then - 1] in b"e" and self.kinds[then] in b"soqtuc"

    def _use_of(self, cue: int, before: int) -> int:
        """Return what a word is used as, by its letter; 0 where it reports nothing."""
        kinds = self.kinds
        kind = kinds[cue]
        use = _used_as(kind)
        participle = kind in b"soqtuc"
        that = cue + 1 < self.high and kinds[cue + 1] in b"+"
        if kind in b"EFGH":
            if before not in b"pN":
                if not that or not self.english or self.row.word(cue).lower() not in _THAT_NOUNS:
                    return 0  # the states that
                use = ord("Z")
        elif before in b"df" or (before in b"r" and not participle):
            if not that or not self.english:
                return 0
            use = ord("Z")
        if use in b"Z" and (not that or kinds[cue + 2] in b"bv"):
            return 0  # statements that are
        if self.german and kinds[cue + 1] not in b"x":
            return 0 if self.row.word(cue) in _CALLED_OR_SAID else use
        if not self.english or that:
            return use
        marked = len(self.marks) > 0
        if participle:
            if not self._is_report(cue, before):
                return 0
        elif before in b"b" and (not marked or use not in b"SOQ"):
            return 0  # is expected to
        elif use in b"UQ" and before in b"k?":
            return 0  # when asked
        if use in b"UC" and not marked:
            near = min(self.high, cue + 1 + _FAR)
            comma = self.row.gap_in(ord(","), cue + 1, near)
            near = comma if comma >= 0 else near
            if self.has_needed(use, cue + 1, near):
                return use
            that = use in b"U" and self.row.kind_in(ord("+"), cue + 1, near) >= 0
            return use if that else 0
        return use

    def _by_verb(
        self, low: int, cue: int, use: int, before: int, following: list[int]
    ) -> list[Said] | None:
        kinds, gaps, row = self.kinds, self.gaps, self.row
        subject = subject_before(row, low, cue)
        if subject and not self.english:
            subject = self._nominative(low, subject)
        head = first_of(subject) if subject else cue
        while head > low and kinds[head - 1] in b"vbn" and gaps[head] in b" ":
            head -= 1
        said: list[Said] | None = None
        if self.marks:
            said = self.direct_before(low, cue, use, head, subject)
            if said is None and use not in b"Z":
                said = self.direct_behind(cue, subject, following)
        one: Said | None = None
        if said is None:
            if self.german and subject:
                one = self._as_somebody_said(low, cue, subject, use)
            elif (
                head > low + 1
                and gaps[head] in b",-"
                and use in b"SOTZ"
                and kinds[cue] not in b"EFGH"
            ):
                one = self._clause_before(low, cue, head, subject, use)
            if one is None:
                one = self._clause_behind(low, cue, subject, use, before, following)
            if one is None:
                return None
            said = [one]
        if before in b"b" and kinds[cue] not in b"soqtuc" and self.english:
            for one in said:
                one.speaker = 0  # he was told
        return said

    def _is_report(self, cue: int, before: int) -> bool:
        """Tell whether a participle stands as one that reports: "..., saying the talks ..."."""
        if self.gaps[cue] not in b",-" and (not before or before in b"vbdri"):
            mark = self.mark_behind(cue)
            return mark is not None and mark.first == cue + 1
        if self.marks or _used_as(self.kinds[cue]) in b"UC":
            return True
        quoted = max(self.low, cue - _FAR)
        if before in b"e" and self.row.last_kind_in(ord("C"), quoted, cue) >= 0:
            return True  # Y quoted X as saying the harbour ...
        return self.row.has_finite(cue + 1, self.high)

    def _nominative(self, low: int, subject: Place) -> Place:
        """Return the subject where words are one, and no adverbial: "Am Montag sagte ..."."""
        first, end = first_of(subject), end_of(subject)
        kinds, row = self.kinds, self.row
        if not self.german:
            if kinds[first] not in b"rf":
                return subject
            helped = row.last_kind_in(ord("v"), low, first)  # X a pour sa part estimé
            return subject_before(row, low, helped) if helped > low else 0
        if kinds[first] in b"ryn0k" or (end - first == 1 and kinds[first] not in b"NplZz"):
            return 0
        if row.word(first) not in _DATIVE:
            return place(first, noun_phrase(row, first, end))
        helped = max(row.last_kind_in(ord("v"), low, first), row.last_kind_in(ord("j"), low, first))
        return subject_before(row, low, helped) if helped > low else 0

    def _clause_before(
        self, low: int, cue: int, head: int, subject: Place, use: int
    ) -> Said | None:
        """Return The harbour will stay closed, X said; Der Hafen bleibe zu, sagte X."""
        kinds, gaps, high, row = self.kinds, self.gaps, self.high, self.row
        first = low
        while first < head and kinds[first] in b"k&":
            first += 1
        words = head - first
        if words < 2 or (kinds[first] in b"ry" and words < 6):
            return None
        adjuncts = row.adjuncts(first, head, True)
        if adjuncts >= head:
            return None  # Earlier this week, X said
        finite = row.has_finite(first, head)
        if not subject:
            speaker = subject_behind(row, cue, high)
            if not speaker:
                if kinds[cue + 1] not in b"x":
                    return None
                return self.said(first, head - 1, place(cue, cue + 2), 0, _sure(use))  # hieß es
            rest = end_of(speaker)
            goes_on = rest < high and gaps[rest] in b" " and kinds[rest] not in b"ryekw"
            if self.english and (goes_on or (words < 6 and not finite)):
                return None
            return self.said(first, head - 1, place(cue, cue + 1), speaker, _sure(use))
        if not self.english and kinds[first_of(subject)] not in b"p":
            return None  # other languages turn it round: dijo X
        rest = row.adjuncts(cue + 1, high, True)
        ends = rest >= high or gaps[rest] not in b" " or kinds[rest] in b"ek"
        if not ends and (kinds[rest] in b"+?" or high - rest > 3 or use not in b"S"):
            return None
        goes_on = rest < high and gaps[rest] in b"," and kinds[rest] not in b"soqtuckew"
        part = (words <= _SPLIT and not finite) or kinds[low] in b"k?"
        split = goes_on and high - rest > 2 and part
        last = high - 1 if split else head - 1  # The talks, X said, had failed
        return self.said(first, last, place(cue, cue + 1), subject, _sure(use))

    def _as_somebody_said(self, low: int, cue: int, subject: Place, use: int) -> Said | None:
        """Return Zwei Männer sind tot, wie die Polizei mitteilte."""
        as_, then = first_of(subject) - 1, cue + 1
        if as_ - low < 2 or self.kinds[as_] not in b"?" or self.gaps[as_] not in b",":
            return None
        if then < self.high and self.gaps[then] in b" " and self.kinds[then] not in b"vb":
            return None
        return self.said(low, as_ - 1, place(cue, then), subject, _sure(use))

    def _clause_behind(
        self,
        low: int,
        cue: int,
        subject: Place,
        use: int,
        before: int,
        following: list[int],
    ) -> Said | None:
        """Return X said that ...; X said the harbour ...; X urged them to ...."""
        kinds, row = self.kinds, self.row
        until = following[0] if following else self.high
        found = self.content(cue, use, before, until)
        if not found:
            return None
        first, behind = first_of(found), end_of(found)
        participle = kinds[cue] in b"soqtuc"
        speaker = subject
        if participle and (not subject or self.gaps[cue] not in b" "):
            speaker = self.quoted(low, cue) or self.speaker or self.first_named(cue)
        elif use in b"Z":
            speaker = owner(row, low, cue) or subject
        elif not subject and before in b"&nk":
            speaker = self.speaker  # X said ... and added that
        if not speaker and not self.english:
            speaker = subject_behind(row, cue, behind)
        if not speaker and not participle and before not in b"b":
            if before in b"i" or (self.english and use not in b"SO"):
                speaker = self.first_named(cue)
            if not speaker and (use not in b"SOZ" or kinds[first - 1] not in b"+"):
                return None
        end = self._clause_end(first, following)
        if end - first < 2:
            return None
        return self.said(first, end - 1, place(cue, cue + 1), speaker, _sure(use))

    def _clause_end(self, first: int, following: list[int]) -> int:
        """Return where a reported clause ends: before ", adding that" and "but said that"."""
        kinds, gaps, row = self.kinds, self.gaps, self.row
        for other in following:
            if other <= first + 1:
                continue
            kind = kinds[other]
            if kind in b"soA" and gaps[other] in b",":
                return other
            if kind in b"SOTC":
                comma = row.last_gap_in(ord(","), first + 2, other)
                if comma > 0 and kinds[comma] in b"k" and other - comma < _FAR:
                    return comma  # ..., but Y said
            if kind in b"SOU":
                at = other
                while at > first and kinds[at - 1] in b"n":
                    at -= 1
                if at > first + 1 and kinds[at - 1] in b"&k" and gaps[at] in b" ":
                    return at - 1
        return self.high

    def _by_source(self, low: int, cue: int, following: list[int]) -> list[Said] | None:
        """Return what is said according to somebody."""
        source = source_at(self.row, self.speech, low, cue, self.high)
        if source is None:
            return None
        kinds, gaps, high = self.kinds, self.gaps, self.high
        start, end, sure = source.start, source.end, _sure(ord("A"))
        if start - low < 3:
            if high - end < 2:
                return None
            if self.marks:
                for other in following:
                    if kinds[other] in b"SO":
                        return None  # According to X, "...", Y said: Y is who said it
            return [self.said(end, high - 1, source.cue, source.speaker, sure)]
        if self.marks:
            for at in range(low, start):
                if kinds[at] in b"SO":
                    return None
        last = start - 1
        if end < high:
            if not self.english and gaps[start] in b" ":
                last = high - 1  # Zwei Männer wurden laut X verletzt
            elif gaps[start] in b"," and gaps[end] in b"," and kinds[end] in b"vb":
                last = high - 1  # The town, according to X, will close
        return [self.said(low, last, source.cue, source.speaker, sure)]
