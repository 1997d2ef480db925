"""What is said in one sentence, and by whom: from its reporting verbs and its quotation marks."""

from __future__ import annotations

import re
from typing import Final

from pipeline.enriching.quote_content import Sought, content_of
from pipeline.enriching.quote_direct import PARTICIPLE, Direct, Said
from pipeline.enriching.quote_grammar import Letter
from pipeline.enriching.quote_row import Place
from pipeline.enriching.quote_sources import source_at

__all__ = ["Said", "Sentence"]

_BLANK, _COMMA = b" ,"
_VERBS: Final = bytes(range(256)).translate(bytes.maketrans(b"EFGHsoqtuc", b"STUCSOQTUC"))
"""What a cue is used as: a participle and a noun as their verb."""
_ADJUNCTS: Final = re.compile(
    rb"(?:n|d?y|0y?|r(?:[y0]+|[df]?[lNEFGHZz]{1,3}(?:f[df]?[lNz]{1,3})?))*"
)
"""What stands between a verb and "that": on Thursday, in a statement, to reporters in Paris."""
_NEEDED: Final = {ord("U"): re.compile(rb"[i+]"), ord("C"): re.compile(rb"[ef]")}
_FINITE: Final = re.compile(rb"[vbj]")
_FOLLOWING: Final = 9
"""Reporting verbs that are looked at for where a clause ends. A guess."""
_FAR: Final = 12
"""Words within which "to" or "as" belongs to a verb. A guess."""
_SURE: Final = {
    **dict.fromkeys(b"SOA", 0.75), ord("Q"): 0.7, ord("U"): 0.55, ord("C"): 0.55,
    ord("T"): 0.5, ord("Z"): 0.5,
}  # fmt: skip
"""How sure an indirect quotation is, by what reports it: what is said, thought or called so."""
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


class Sentence(Direct):
    """A sentence whose reporting verbs are read as well."""

    __slots__ = ()

    def read(self, cues: list[int]) -> list[Said]:
        """Return what is said; *cues* are the reporting verbs outside the marks, in order."""
        found = list[Said]()
        kinds, gaps = self.kinds, self.gaps
        done = low = self.low
        for number, cue in enumerate(cues):
            if cue < done:
                continue
            following = cues[number + 1 : number + _FOLLOWING]
            if kinds[cue] == Letter.SOURCE:
                said = self._by_source(low, cue, following)
            else:
                before = kinds[cue - 1] if cue > low and gaps[cue] == _BLANK else 0
                use = self._use_of(cue, before)
                said = self._by_verb(low, cue, use, before, following) if use else []
            for one in said:
                found.append(one)
                if one.speaker is not None:
                    self.speaker = one.speaker
                done = max(done, one.last + 1, cue + 1)
                low = done
        if not found and self.marks:
            return self.by_colon()
        return found

    def _use_of(self, cue: int, before: int) -> int:
        """Return what a word is used as, by its letter; 0 where it reports nothing."""
        kinds, marks = self.kinds, self.marks
        kind = kinds[cue]
        use = _VERBS[kind]
        that = cue + 1 < self.high and kinds[cue + 1] == Letter.THAT
        if kind in b"EFGH":
            if not before or before not in b"pN":
                noun = that and self.english and self.row.words.word(cue).lower() in _THAT_NOUNS
                use = Letter.NOUN if noun else 0  # the states that
        elif before and (before in b"df" or (before == Letter.IN and kind < PARTICIPLE)):
            use = Letter.NOUN if that and self.english else 0
        if use == Letter.NOUN and (not that or kinds[cue + 2 : cue + 3] in (b"b", b"v")):
            return 0  # statements that are
        if self.german and kinds[cue + 1 : cue + 2] != b"x":
            return 0 if self.row.words.word(cue) in _CALLED_OR_SAID else use
        if not self.english or that:
            return use
        if kind >= PARTICIPLE:
            if not self._is_report(cue, before):
                return 0
        elif before == Letter.BE and (not marks or use not in b"SOQ"):
            return 0  # is expected to
        elif use in b"UQ" and before and before in b"k?":
            return 0  # when asked
        if use in _NEEDED and not marks:
            near = min(self.high, cue + 1 + _FAR)
            comma = self.gaps.find(b",", cue + 1, near)
            near = comma if comma >= 0 else near
            return use if _NEEDED[use].search(kinds, cue + 1, near) else 0
        return use

    def _by_verb(
        self, low: int, cue: int, use: int, before: int, following: list[int]
    ) -> list[Said]:
        kinds, gaps, row = self.kinds, self.gaps, self.row
        subject = row.subject_before(low, cue)
        if subject is not None and not self.english:
            subject = self._nominative(low, subject)
        head = subject[0] if subject is not None else cue
        while head > low and kinds[head - 1] in b"vbn" and gaps[head] == _BLANK:
            head -= 1
        said = list[Said]()
        if self.marks:
            said = self.direct_before(low, cue, use, head, subject)
            if not said and use != Letter.NOUN:
                said = self.direct_behind(cue, subject, following)
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
        if before == Letter.BE and kinds[cue] < PARTICIPLE and self.english:
            return [one._replace(speaker=None) for one in said]  # he was told
        return said

    def _is_report(self, cue: int, before: int) -> bool:
        """Tell whether a participle stands as one that reports: "..., saying the talks ..."."""
        if self.gaps[cue] not in b",-" and (not before or before in b"vbdri"):
            return any(mark.first == cue + 1 for mark in self.marks)
        if self.marks or _VERBS[self.kinds[cue]] in b"UC":
            return True
        return _FINITE.search(self.kinds, cue + 1, self.high) is not None

    def _nominative(self, low: int, place: Place) -> Place | None:
        """Return the subject where words are one, and no adverbial: "Am Montag sagte ..."."""
        first, end = place
        if not self.german:
            if self.kinds[first] not in b"rf":
                return place
            helped = self.kinds.rfind(b"v", low, first)  # X a pour sa part estimé
            return self.row.subject_before(low, helped) if helped > low else None
        if self.kinds[first] in b"ryn0k" or (
            end - first == 1 and self.kinds[first] not in b"NplZz"
        ):
            return None
        if self.row.words.word(first) not in _DATIVE:
            return first, self.row.noun_phrase(first, end)
        helped = max(self.kinds.rfind(b"v", low, first), self.kinds.rfind(b"j", low, first))
        return self.row.subject_before(low, helped) if helped > low else None

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
        adjuncts = _ADJUNCTS.match(kinds, first, head)
        if adjuncts is not None and adjuncts.end() >= head:
            return []  # Earlier this week, X said
        finite = _FINITE.search(kinds, first, head) is not None
        if subject is None:
            speaker = self.row.subject_behind(cue, high)
            if speaker is None:
                if kinds[cue + 1 : cue + 2] != b"x":
                    return []
                return [self.said(first, head - 1, (cue, cue + 2), None, _SURE[use])]  # hieß es
            rest = speaker[1]
            goes_on = rest < high and gaps[rest] == _BLANK and kinds[rest] not in b"ryekw"
            if self.english and (goes_on or (words < 6 and not finite)):
                return []
            return [self.said(first, head - 1, (cue, cue + 1), speaker, _SURE[use])]
        if not self.english and kinds[subject[0]] != Letter.PRONOUN:
            return []  # other languages turn it round: dijo X
        behind = _ADJUNCTS.match(kinds, cue + 1, high)
        rest = behind.end() if behind is not None else cue + 1
        ends = rest >= high or gaps[rest] != _BLANK or kinds[rest] in b"ek"
        if not ends and (kinds[rest] in b"+?" or high - rest > 3 or use != Letter.SAY):
            return []
        goes_on = rest < high and gaps[rest] == _COMMA and kinds[rest] not in b"soqtuckew"
        part = (words <= _SPLIT and not finite) or kinds[low] in b"k?"
        split = goes_on and high - rest > 2 and part
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
        until = following[0] if following else self.high
        found = content_of(self, Sought(cue, use, before, until))
        if found is None:
            return []
        first, behind = found
        participle = kinds[cue] >= PARTICIPLE
        speaker = subject
        if participle and (subject is None or self.gaps[cue] != _BLANK):
            speaker = self.speaker or self.first_named(cue)
        elif use == Letter.NOUN:
            speaker = row.owner(low, cue) or subject
        elif subject is None and before in b"&nk" and before:
            speaker = self.speaker  # X said ... and added that
        if speaker is None and not self.english:
            speaker = row.subject_behind(cue, behind)
        if speaker is None and not participle and before != Letter.BE:
            if before == Letter.TO or (self.english and use not in b"SO"):
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
            if kind in b"SOU":
                at = other
                while at > first and kinds[at - 1] == Letter.ADVERB:
                    at -= 1
                if at > first + 1 and kinds[at - 1] in b"&k" and gaps[at] == _BLANK:
                    return at - 1
        return self.high

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
        if not self.english and self.gaps[start] == _BLANK and end < self.high:
            last = self.high - 1  # Zwei Männer wurden laut X verletzt
        between = end < self.high and self.gaps[start] == _COMMA == self.gaps[end]
        if between and self.kinds[end] in b"vb":
            last = self.high - 1  # The town, according to X, will close
        return [self.said(low, last, source.cue, source.speaker, sure)]
