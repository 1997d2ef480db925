"""What is said in one sentence, and by whom: from its reporting verbs and its quotation marks.

Compiled where a compiler is there, with the types of ``sentence.pxd``.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.quotes.adverbials import adjuncts
from pipeline.enriching.quotes.clause import Clause, sure_of
from pipeline.enriching.quotes.direct import Said
from pipeline.enriching.quotes.row import Place, first_of, place
from pipeline.enriching.quotes.sources import source_at
from pipeline.enriching.quotes.subject import is_adverb, subject_before, subject_behind

__all__ = ["Sentence"]

_FOLLOWING: Final = 9
"""Reporting verbs that are looked at for where a clause ends. A guess."""


class Sentence(Clause):
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
                at = cue
                while (
                    at > low
                    and gaps[at] in b" "
                    and (kinds[at - 1] in b"n" or is_adverb(self.row, at - 1))
                ):
                    at -= 1
                before = kinds[at - 1] if at > low and gaps[at] in b" " else 0
                use = self.use_of(cue, before)
                if not use or (use in b"C" and self._quotes(following)):
                    continue
                if use not in b"SOQ" and following and self._is_within(low, following):
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

    def _is_within(self, low: int, following: list[int]) -> bool:
        """Tell whether all of it is what another says: The club wants to sell him, X said."""
        if self.marks or not self.english:
            return False
        kinds, gaps, row, high = self.kinds, self.gaps, self.row, self.high
        for other in following:
            if kinds[other] in b"A" and gaps[other] in b",":
                return True  # ..., according to X
            if kinds[other] not in b"SO":
                continue
            if gaps[other] in b",":
                return subject_behind(row, other, high) != 0
            subject = subject_before(row, low, other)
            if (
                not subject
                or gaps[first_of(subject)] not in b","
                or kinds[first_of(subject)] in b"kw&"
            ):
                continue
            rest = self.told(other + 1) if kinds[other] in b"O" else other + 1
            rest = adjuncts(row, rest, high, True)
            return rest >= high or gaps[rest] not in b" "
        return False

    def _quotes(self, following: list[int]) -> bool:
        """Tell whether the next verb is the one that reports: Y quoted X as saying that."""
        if not following:
            return False
        then = following[0]
        return self.kinds[then - 1] in b"e" and self.kinds[then] in b"soqtucm"

    def _by_verb(
        self, low: int, cue: int, use: int, before: int, following: list[int]
    ) -> list[Said] | None:
        kinds, gaps, row = self.kinds, self.gaps, self.row
        subject = subject_before(row, low, cue) if before not in b"i" or not self.english else 0
        if subject and not self.english:
            subject = self.nominative(low, subject)
        head = first_of(subject) if subject else cue
        while head > low and kinds[head - 1] in b"vbn" and gaps[head] in b" ":
            head -= 1
        said: list[Said] | None = None
        if self.marks:
            said = self.direct_before(low, cue, use, head, subject)
            if said is None and use not in b"Z":
                said = self.direct_behind(cue, subject, following)
                if said is not None and use in b"SO" and head > low + 2 and gaps[head] in b",":
                    said = self._with_clause(low, cue, head, subject, said)
        one: Said | None = None
        if said is None:
            if self.german and subject:
                one = self.as_somebody_said(low, cue, subject, use)
            elif (
                head > low + 1
                and gaps[head] in b",-"
                and use in b"SOTZ"
                and kinds[cue] not in b"EFGHJ"
            ):
                one = self.clause_before(low, cue, head, subject, use)
            if one is None:
                one = self.clause_behind(low, cue, subject, use, before, following)
            if one is None:
                return None
            said = [one]
        passive = before in b"b" and kinds[cue] not in b"soqtucmW" and self.english
        if passive and use not in b"CM":
            for one in said:
                one.speaker = 0  # he was told
        return said

    def _with_clause(
        self, low: int, cue: int, head: int, subject: Place, said: list[Said]
    ) -> list[Said]:
        """Return what is said with the clause before it: It will ease, X said, "but not today"."""
        row, kinds = self.row, self.kinds
        plain = not subject or kinds[low] not in b"dpNl0z" or not row.has_finite(low, head)
        if plain or not self.english or self.marks[0].first < head:
            return said
        return [self.said(low, head - 1, place(cue, cue + 1), subject, 0.75), *said]

    def _by_source(self, low: int, cue: int, following: list[int]) -> list[Said] | None:
        """Return what is said according to somebody."""
        source = source_at(self.row, self.speech, low, cue, self.high)
        if source is None:
            return None
        kinds, gaps, high = self.kinds, self.gaps, self.high
        start, end, sure = source.start, source.end, sure_of(ord("A"))
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
        if kinds[start - 1] in b"k" and gaps[start - 1] not in b" " and high - end > 1:
            return [self.said(end, high - 1, source.cue, source.speaker, sure)]  # car, selon X, ...
        last = start - 1
        if end < high:
            if not self.english and gaps[start] in b" ":
                last = high - 1  # Zwei Männer wurden laut X verletzt
            elif (
                gaps[start] in b","
                and gaps[end] in b","
                and (kinds[end] in b"vb" or kinds[start - 1] in b"vb")
            ):
                last = high - 1  # The town, according to X, will close
        return [self.said(low, last, source.cue, source.speaker, sure)]
