"""Where what is said begins behind a reporting verb, if the verb has what it needs to report.

Compiled where a compiler is there, with the types of ``content.pxd``.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.quotes.adverbials import adjuncts
from pipeline.enriching.quotes.other_content import Found, OtherContent
from pipeline.enriching.quotes.row import place

__all__ = ["Content"]

_FAR: Final = 12
"""Words within which "that", "to" or "as" belongs to a verb. A guess."""

_ABOUT: Final = frozenset({"about", "against"})


class Content(OtherContent):
    """A sentence in which it is known what a reporting verb needs."""

    __slots__ = ()

    def content(self, cue: int, use: int, before: int, until: int) -> Found:
        """Return where what is said begins, and where what belongs to the verb ends.

        *use* is that of the verb and *before* of the word before it (letters); the next verb stands
        at *until*. 0 where the verb reports nothing.
        """
        kinds, high = self.kinds, self.high
        at = cue + 1
        if at >= high:
            return 0
        if use in b"O":
            at = self.told(at)
        then = at
        if at < high and kinds[at] in b"ny0r":
            then = adjuncts(self.row, at, high, False)
        if at < high and kinds[at] in b"A" and self.gaps[at] in b",":
            comma = self.row.gap_in(ord(","), at + 1, min(high, at + _FAR))
            then = comma if comma > 0 else then  # said, according to Y, that
        its = self.english and then + 1 < high and kinds[then] in b"+"
        if its and self.row.word(then + 1) == "s":
            return place(then, then)  # believes that's so
        if then < high and kinds[then] in b"+?":
            return place(then + 1 if kinds[then] in b"+" else then, then)
        if self.english:
            if then < high and kinds[then] in b"k" and use not in b"CWZ":
                if self.row.word(then) == "if":  # asked if
                    return place(then, then)
            elif use in b"O" and at > cue + 1 and kinds[then] in b"i":
                return place(then, then)  # told him to leave
            return self._english(cue, use, before, then, until)
        return self.german_clause(cue, use) if self.german else self.romance_clause(cue, use, until)

    def told(self, at: int) -> int:
        """Return where the words end that say whom somebody tells something."""
        kinds, high = self.kinds, self.high
        if kinds[at] in b"p":
            return at + 1
        first = at + 1 if kinds[at] in b"d" else at
        end = first
        while end < high and end - first < 3 and kinds[end] in b"lNzEFGHJ":
            end += 1
        if end == first:
            return at
        then = end
        if then < high and kinds[then] in b"f":
            then += 1
        if then < high and kinds[then] in b"d":
            then += 1
        last = then
        while last < high and last - then < 3 and kinds[last] in b"lNzEFGHJ":
            last += 1
        return last if last > then else end

    def _english(self, cue: int, use: int, before: int, then: int, until: int) -> Found:
        """Return the same for a clause without "that"; *then* is behind adverbials: on Thursday."""
        kinds, gaps, high = self.kinds, self.gaps, self.high
        marked = self.mark_behind(cue) is not None
        first = cue + 1
        near = min(high, first + _FAR)
        if use in b"UC":
            if not marked and not self.has_needed(use, first, near):
                return place(first, first) if self.is_for(use, first) else 0
            return place(first, first)
        if use in b"M":
            return 0 if kinds[first] in b"r&k" or gaps[first] not in b" " else place(first, first)
        if use in b"W":
            if kinds[first] in b"pdN" and not self.row.has_finite(first + 1, high):
                return 0
            return place(first, first)
        if use in b"Z" and kinds[first] in b"ifr":
            return place(first if kinds[first] in b"i" else first + 1, first)
        if use in b"ZQ":
            return 0
        if use in b"T" and not marked:
            if kinds[first] in b"ri&" or gaps[first] not in b" ":
                return 0
            return place(first, first) if self.row.has_finite(first + 1, until) else 0
        if use in b"O":
            if kinds[first] in b"f":
                return place(first, first)  # told of a storm
            at = then if then > first and kinds[then] in b"pdN" else first + 1
            while at < near and not (kinds[at] in b"pdN" and kinds[at - 1] in b"lNy"):
                at += 1
            return place(at, at) if at < near and self.row.has_finite(at, high) else 0
        if gaps[first] not in b" ,:" or kinds[first] in b"&e":
            return 0
        if kinds[first] in b"f" and not marked and self.row.word(first) != "of":
            return 0  # wrote for other singers
        adds = use in b"S" and not marked and self.row.word(cue).startswith("add")
        if adds and not self.row.has_finite(first, until):
            return 0  # added six cents
        if before in b"i" and not marked:
            if kinds[first] in b"pdNl" and self.row.has_finite(first, until):
                return place(first, first)  # went on to say the talks had
            return 0
        if kinds[first] in b"r" and self.row.word(first) in _ABOUT:
            return place(first, first)
        if kinds[first] in b"riny":
            if then < high and self.row.has_finite(then, high):
                return place(then, then)
            return place(first, first) if marked else 0
        return place(first, first)

    def is_for(self, use: int, first: int) -> bool:
        """Tell whether it is said what for or what about: called for calm, complained about it."""
        kinds = self.kinds
        if kinds[first] in b"f":
            return use in b"U" and self.row.word(first + 1) != "help"
        return kinds[first] in b"r" and self.row.word(first) in _ABOUT

    def has_needed(self, use: int, first: int, end: int) -> bool:
        """Tell whether "to" or "as" stands where a verb needs it: urged them to, called it a."""
        kinds = self.kinds
        if use in b"C" and kinds[first] in b"r":
            return False  # spoke with the mayor of
        for at in range(first, end):
            if kinds[at] in b"i":
                if use in b"U":
                    return True
            elif use in b"C" and (
                kinds[at] in b"ef" or (kinds[at] in b"d" and at > first and kinds[at - 1] in b"lNp")
            ):
                return True  # described it as a, called the plan a
        return False
