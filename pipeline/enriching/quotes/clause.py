"""What a reporting verb says in a clause: before it, behind it, around it.

Compiled where a compiler is there, with the types of ``clause.pxd``.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.quotes.adverbials import adjuncts
from pipeline.enriching.quotes.direct import Said
from pipeline.enriching.quotes.owner import owner
from pipeline.enriching.quotes.row import Place, end_of, first_of, place
from pipeline.enriching.quotes.subject import (
    noun_phrase,
    subject_before,
    subject_behind,
)
from pipeline.enriching.quotes.usage import Usage

__all__ = ["Clause", "sure_of"]

_FAR: Final = 12
"""Words within which "to" or "as" belongs to a verb. A guess."""
_DATIVE: Final = frozenset({"dem", "einem", "den", "ihm"})
"""X hat *dem* Sender gesagt: whom it was said to."""
_BUT: Final = frozenset({"but", "while", "whereas", "though", "although"})
_HOLD: Final = ("glaub", "mein", "hoff", "denk", "vermut", "schätz")
"""How German verbs of thought begin that may stand behind a clause: ..., glaubt Tarvo."""
_SOME: Final = frozenset("viele manche einige mehrere beide alle andere".split())
"""German words that are a subject alone, though they are no noun."""
_SPLIT: Final = 6
"""Words before "..., X said, ..." that are no clause of their own. A guess."""


def sure_of(use: int) -> float:
    """Return how sure an indirect quotation is: what is said, thought or called so."""
    if use in b"SOA":
        return 0.75
    if use in b"Q":
        return 0.7
    return 0.55 if use in b"UC" else 0.5


class Clause(Usage):
    """A sentence in which clauses are read that belong to a reporting verb."""

    __slots__ = ()

    def nominative(self, low: int, subject: Place) -> Place:
        """Return the subject where words are one, and no adverbial: "Am Montag sagte ..."."""
        first, end = first_of(subject), end_of(subject)
        kinds, row = self.kinds, self.row
        if not self.german:
            if kinds[first] not in b"rf":
                return subject
            helped = row.last_kind_in(ord("v"), low, first)  # X a pour sa part estimé
            return subject_before(row, low, helped) if helped > low else 0
        if first > low and kinds[first - 1] in b"e":
            return 0  # Als Fehler nannte Tarvo
        if kinds[first] in b"ryn0k" or (
            end - first == 1 and kinds[first] not in b"NpZz" and row.word(first) not in _SOME
        ):
            return 0
        if row.word(first) not in _DATIVE:
            return place(first, noun_phrase(row, first, end))
        helped = max(row.last_kind_in(ord("v"), low, first), row.last_kind_in(ord("j"), low, first))
        return subject_before(row, low, helped) if helped > low else 0

    def clause_before(self, low: int, cue: int, head: int, subject: Place, use: int) -> Said | None:
        """Return The harbour will stay closed, X said; Der Hafen bleibe zu, sagte X."""
        kinds, gaps, high, row = self.kinds, self.gaps, self.high, self.row
        first = low
        while first < head and kinds[first] in b"k&":
            first += 1
        words = head - first
        if words < 2 or (kinds[first] in b"ry" and words < 6):
            return None
        if adjuncts(row, first, head, True) >= head:
            return None  # Earlier this week, X said
        finite = row.has_finite(first, head)
        if not subject:
            speaker = subject_behind(row, cue, high)
            if use in b"T" and speaker and kinds[first_of(speaker)] not in b"Nz" and self.english:
                return None
            if self.german and use in b"T" and not row.word(cue).startswith(_HOLD):
                return None
            if not speaker:
                if kinds[cue + 1] not in b"x":
                    return None
                return self.said(first, head - 1, place(cue, cue + 2), 0, sure_of(use))  # hieß es
            rest = end_of(speaker)
            goes_on = rest < high and gaps[rest] in b" " and kinds[rest] not in b"ryekw"
            if self.english and (goes_on or (words < 6 and not finite)):
                return None
            return self.said(first, head - 1, place(cue, cue + 1), speaker, sure_of(use))
        if not self.english and kinds[first_of(subject)] not in b"p":
            return None  # other languages turn it round: dijo X
        rest = self.told(cue + 1) if use in b"O" else cue + 1
        rest = adjuncts(row, rest, high, True)
        ends = rest >= high or gaps[rest] not in b" " or kinds[rest] in b"ek"
        if not ends and (kinds[rest] in b"+?" or high - rest > 3 or use not in b"S"):
            return None
        goes_on = rest < high and gaps[rest] in b"," and kinds[rest] not in b"soqtucmkew"
        part = (words <= _SPLIT and not finite) or kinds[low] in b"k?"
        split = goes_on and high - rest > 2 and part
        last = high - 1 if split else head - 1  # The talks, X said, had failed
        return self.said(first, last, place(cue, cue + 1), subject, sure_of(use))

    def as_somebody_said(self, low: int, cue: int, subject: Place, use: int) -> Said | None:
        """Return Zwei Männer sind tot, wie die Polizei mitteilte."""
        as_, then = first_of(subject) - 1, cue + 1
        if as_ - low < 2 or self.kinds[as_] not in b"?" or self.gaps[as_] not in b",":
            return None
        if then < self.high and self.gaps[then] in b" " and self.kinds[then] not in b"vb":
            return None
        return self.said(low, as_ - 1, place(cue, then), subject, sure_of(use))

    def clause_behind(
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
        passive = self.english and before in b"b" and kinds[cue] not in b"soqtucm"
        if passive and use in b"STM" and kinds[cue + 1] in b"i":
            return self._passive(cue, subject, use)
        if passive and use in b"CM" and kinds[cue + 1] in b"efr":
            return self._accused(cue)
        if row.romance and kinds[low] in b"e" and use in b"S" and cue - low < 4:
            return self._as_somebody_recalled(cue)
        found = self.content(cue, use, before, until)
        if not found:
            return None
        first, behind = first_of(found), end_of(found)
        participle = kinds[cue] in b"soqtucm"
        speaker = subject
        if participle and (not subject or self.gaps[cue] not in b" "):
            speaker = self.quoted(low, cue) or self.speaker or self.first_named(cue)
        elif use in b"Z":
            speaker = owner(row, low, cue) or self._issuer(low, cue)
        elif row.romance and self.speaker and subject and before in b"w":
            if row.kind_in(ord("N"), first_of(subject), end_of(subject)) < 0:
                speaker = self.speaker  # Ada Moreno, boulangère, qui dit craindre
        elif not subject and before in b"&nk":
            speaker = self.speaker  # X said ... and added that
        if not speaker and not self.english:
            speaker = subject_behind(row, cue, behind)
        if not speaker and not participle and before not in b"b":
            apart = self.gaps[cue] in b","
            if before in b"i" or (self.english and (use not in b"SOMZ" or apart)):
                speaker = self.first_named(cue)
            if self.german and (before in b"x" or kinds[cue + 1] in b"x"):
                pass  # es hieß, die Lage sei
            elif not speaker and (use not in b"SOZ" or kinds[first - 1] not in b"+"):
                return None
        end = self._clause_end(first, following)
        if end - first < 2:
            return None
        return self.said(first, end - 1, place(cue, cue + 1), speaker, sure_of(use))

    def _issuer(self, low: int, noun: int) -> Place:
        """Return who makes a claim that is no subject: Tarvo repeated the threat to leave."""
        kinds, gaps = self.kinds, self.gaps
        first = noun
        while first > low and noun - first < 3 and kinds[first - 1] in b"l" and gaps[first] in b" ":
            first -= 1
        if first > low and kinds[first - 1] in b"d":
            first -= 1
        if first < low + 2 or gaps[first] not in b" " or kinds[first - 1] in b"rf":
            return 0
        return self.first_named(first)

    def _as_somebody_recalled(self, cue: int) -> Said | None:
        """Return Comme l'a rappelé Tarvo, le port est fermé; como recordó Tarvo, ...."""
        speaker = subject_behind(self.row, cue, self.high)
        end = end_of(speaker)
        if not speaker or self.high - end < 3 or self.gaps[end] not in b",":
            return None
        return self.said(end, self.high - 1, place(cue, cue + 1), speaker, 0.75)

    def _accused(self, cue: int) -> Said | None:
        """Return The governor was accused by X of lying."""
        first, high, row = cue + 1, self.high, self.row
        speaker = 0
        if first < high and self.kinds[first] in b"r" and row.word(first) == "by":
            end = noun_phrase(row, first + 1, high)
            if end == first + 1:
                return None
            speaker, first = place(first + 1, end), end
        if high - first < 2 or self.kinds[first] not in b"efr" or self.gaps[first] not in b" ":
            return None
        return self.said(first, high - 1, place(cue, cue + 1), speaker, 0.55)

    def _passive(self, cue: int, subject: Place, use: int) -> Said | None:
        """Return The man is believed to have fled, which nobody in particular says."""
        if not subject:
            return None
        return self.said(first_of(subject), self.high - 1, place(cue, cue + 1), 0, 0.5)

    def _clause_end(self, first: int, following: list[int]) -> int:
        """Return where a reported clause ends: before ", adding that" and "but said that"."""
        kinds, gaps, row = self.kinds, self.gaps, self.row
        for other in following:
            if other <= first + 1:
                continue
            kind = kinds[other]
            if kind in b"soA" and gaps[other] in b",":
                return other
            if kind in b"SOTCMEFJ":
                comma = row.last_gap_in(ord(","), first + 2, other)
                if comma > 0 and kinds[comma] in b"k" and other - comma < _FAR:
                    return comma  # ..., but Y said
                if self.english and comma > 0 and comma < other and other - comma < _FAR:
                    subject = subject_before(row, first, other)
                    rest = adjuncts(row, other + 1, self.high, True)
                    inside = rest < self.high and gaps[rest] in b",-"
                    if subject and first_of(subject) == comma and not inside:
                        return comma  # ..., Y said
                if self.english:
                    head = first_of(subject_before(row, first, other))
                    beside = head > first + 1 and kinds[head - 1] in b"k" and gaps[head] in b" "
                    if beside and row.word(head - 1) in _BUT:
                        return head - 1  # ... but Y said
            if kind in b"SOUM":
                at = other
                while at > first and kinds[at - 1] in b"n":
                    at -= 1
                if at > first + 1 and kinds[at - 1] in b"&k" and gaps[at] in b" ":
                    return at - 1
        return self.high
