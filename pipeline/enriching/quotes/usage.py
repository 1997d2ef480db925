"""What a word that may report is used as: a verb with what it needs, a noun, or nothing.

Compiled where a compiler is there, with the types of ``usage.pxd``.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.quotes.content import Content
from pipeline.enriching.quotes.row import first_of
from pipeline.enriching.quotes.subject import subject_before

__all__ = ["Usage"]

_FAR: Final = 12
"""Words within which "to" or "as" belongs to a verb. A guess."""
_CALLED_OR_SAID: Final = frozenset({"heißt", "hieß"})
"""Only "hieß es" reports; else it is a name."""
_JUDGED: Final = frozenset(
    "accused blamed praised criticised criticized condemned denounced hailed mocked ridiculed "
    "described dismissed labelled labeled dubbed".split()
)
_GOES: Final = frozenset("geht gehen ging gingen".split())
"""They report with "davon" alone."""
_HELD: Final = frozenset(
    "said believed thought reported alleged understood rumored rumoured "
    "feared assumed claimed presumed suspected".split()
)
_MANY: Final = frozenset("police people media men women children staff".split())
_ABOUT: Final = frozenset({"about", "over", "against"})
_TO_NOUNS: Final = frozenset(
    "promise promises pledge pledges vow vows demand demands request requests call calls "
    "appeal appeals threat threats proposal proposals offer offers refusal commitment "
    "commitments".split()
)
_FOR_NOUNS: Final = frozenset("call calls demand demands request requests appeal appeals".split())
_OF_NOUNS: Final = frozenset(
    "allegation allegations accusation accusations suspicion suspicions fear fears claim "
    "claims criticism warning warnings complaint complaints promise promises threat threats "
    "hope hopes speculation rumor rumors rumours prediction predictions assurance assurances "
    "admission denial denials condemnation".split()
)
_ABOUT_NOUNS: Final = frozenset(
    "concern concerns complaint complaints doubt doubts question questions warning warnings "
    "fear fears claim claims allegation allegations accusation accusations worry worries".split()
)
_THAT_NOUNS: Final = frozenset(
    "claim claims report reports hope hopes fear fears doubt doubts promise promises pledge "
    "pledges estimate estimates hint hints forecast forecasts demand demands vow vows tweet".split()
)
"""Nouns before a "that" that tells what they say; "states that" are states."""


def _used_as(kind: int) -> int:
    """Return what a cue is used as: a participle and a noun as their verb."""
    if kind in b"soqtucm":
        return kind - 32
    if kind in b"E":
        return ord("S")
    if kind in b"F":
        return ord("T")
    if kind in b"G":
        return ord("U")
    if kind in b"J":
        return ord("M")
    return ord("C") if kind in b"H" else kind


class Usage(Content):
    """A sentence in which it is known what its reporting words are used as."""

    __slots__ = ()

    def use_of(self, cue: int, before: int) -> int:
        """Return what a word is used as, by its letter; 0 where it reports nothing."""
        kinds, row = self.kinds, self.row
        kind = kinds[cue]
        use = _used_as(kind)
        participle = kind in b"soqtucm"
        that = cue + 1 < self.high and kinds[cue + 1] in b"+"
        if kind in b"EFGHJ":
            if not self._is_verb(cue, before):
                if kinds[cue + 1] in b"ifr":
                    return self._of_noun(cue, before)
                if not that or not self.english or self.row.word(cue).lower() not in _THAT_NOUNS:
                    return 0  # the states that
                use = ord("Z")
        elif kind in b"W":
            return use if self._is_stance(cue, before) else 0
        elif before in b"df" or (before in b"r" and not participle):
            if not that or not self.english:
                return 0
            use = ord("Z")
        if kind in b"Z" and kinds[cue + 1] in b"ifr":
            return self._of_noun(cue, before)
        if use in b"Z" and (not that or kinds[cue + 2] in b"bv"):
            return 0  # statements that are
        if self.german and kinds[cue + 1] not in b"x":
            word = row.word(cue)
            if word in _CALLED_OR_SAID:
                return use if before in b"x" else 0
            if use in b"T" and before in b"x":
                return 0  # es zeigt sich, dass
            if word in _GOES and row.word(cue + 1) != "davon":
                near = min(self.high, cue + 6)
                while near > cue and row.word(near - 1) != "davon":
                    near -= 1
                return use if near > cue else 0
            return use
        if self.german and use in b"T":
            return 0  # gibt es
        if not self.english or that:
            return 0 if use in b"M" and before in b"b" and row.romance else use
        marked = len(self.marks) > 0
        if participle:
            if not self._is_report(cue, before) or (before in b"l" and row.word(cue - 1) == "s"):
                return 0  # by their reckoning
        elif use in b"MT" and before in b"i":
            return 0  # founded to oppose the law
        elif before in b"b" and (not marked or use not in b"SOQ"):
            return use if self._is_passive(cue, use) else 0
        elif use in b"UQ" and before in b"k?":
            return 0  # when asked
        if use in b"UC" and not marked:
            near = min(self.high, cue + 1 + _FAR)
            comma = self.row.gap_in(ord(","), cue + 1, near)
            near = comma if comma >= 0 else near
            if self.has_needed(use, cue + 1, near):
                return use
            if self.is_for(use, cue + 1) or (
                use in b"U" and kinds[cue + 1] in b"k" and row.word(cue + 1) == "if"
            ):
                return use  # called for calm
            that = use in b"U" and self.row.kind_in(ord("+"), cue + 1, near) >= 0
            return use if that else 0
        return use

    def _of_noun(self, cue: int, before: int) -> int:
        """Return what a noun says with "to", "of" or "about": the threat to leave."""
        row = self.row
        if not self.english:
            return 0
        word, then = row.word(cue).lower(), self.kinds[cue + 1]
        if then in b"i":
            known = word in _TO_NOUNS
        elif then in b"f":
            known = word in (_OF_NOUNS if row.word(cue + 1) == "of" else _FOR_NOUNS)
        else:
            known = word in _ABOUT_NOUNS and row.word(cue + 1) in _ABOUT
        return ord("Z") if known else 0

    def _is_verb(self, cue: int, before: int) -> bool:
        """Tell whether a word that may be a noun is a verb: farmers fear the levy, to report it."""
        row = self.row
        if self.gaps[cue + 1] in b"," and not self.marks and self.kinds[cue + 1] not in b"+":
            return False  # under its rules, all
        if before in b"N":
            # Biden claims, authorities claim; but the US state
            many = row.text[row.ends[cue - 1] - 1] == "s" or row.text[row.ends[cue] - 1] == "s"
            return many or (cue - 1 > self.low and self.kinds[cue - 2] in b"&")
        if before in b"pw":
            return True
        if before in b"i":  # to demand; in response to demands
            return row.text[row.ends[cue] - 1] != "s"
        if before in b"l" and self.kinds[cue + 1] in b"+":
            subject = subject_before(row, self.low, cue)
            if not subject or first_of(subject) != self.low:
                return False
            if row.text[row.ends[cue] - 1] == "s":  # The report notes that
                return self.kinds[self.low] in b"d"
            return row.word(self.low).endswith("s")  # Farmers in the valley fear that
        if before not in b"lv&zy" or before == 0:
            return False
        if self.kinds[cue + 1] not in b"pdN?i" or self.gaps[cue + 1] not in b" ":
            return False
        if before in b"v" and row.text[row.ends[cue] - 1] == "s":
            return False  # has plans to
        if before not in b"l" or row.text[row.ends[cue] - 1] == "s":
            return True
        word = row.word(cue - 1)
        return (len(word) > 1 and word[-1] == "s") or word in _MANY

    def _is_stance(self, cue: int, before: int) -> bool:
        """Tell whether an adjective says what somebody holds: is sure that, is confident of."""
        kinds = self.kinds
        if kinds[cue + 1] in b"+":
            return True
        return before in b"b" and (kinds[cue + 1] in b"?f" or kinds[cue + 1] in b"pdN")

    def _is_passive(self, cue: int, use: int) -> bool:
        """Tell whether a passive says that something is said: is believed to have, it is said."""
        kinds = self.kinds
        if use in b"STM" and kinds[cue + 1] in b"i":
            if kinds[cue + 2] in b"dNpr0":
                return False  # is reported to the society
            return self.row.word(cue) in _HELD
        if use in b"CM":
            return self.row.word(cue) in _JUDGED
        for at in range(max(self.low, cue - 4), cue - 1):
            if self.row.word(at).lower() == "it":
                return True
        return False

    def _is_report(self, cue: int, before: int) -> bool:
        """Tell whether a participle stands as one that reports: "..., saying the talks ..."."""
        if before in b"b":
            return True  # teachers are demanding
        if self.gaps[cue] not in b",-" and (not before or before in b"vdri"):
            mark = self.mark_behind(cue)
            return mark is not None and mark.first == cue + 1
        if self.marks or _used_as(self.kinds[cue]) in b"UCM":
            return True
        quoted = max(self.low, cue - _FAR)
        if before in b"e" and self.row.last_kind_in(ord("C"), quoted, cue) >= 0:
            return True  # Y quoted X as saying the harbour ...
        return self.row.has_finite(cue + 1, self.high)
