"""Where what is said begins behind a reporting verb, if the verb has what it needs to report.

Compiled where a compiler is there, with the types of ``content.pxd``.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.quotes.direct import Direct
from pipeline.enriching.quotes.row import Place, place

__all__ = ["Content"]

_FAR: Final = 12
"""Words within which "that", "to" or "as" belongs to a verb. A guess."""

Found = Place
"""The word that what is said begins with, and where what belongs to the verb ends; 0 where nothing
is said."""


class Content(Direct):
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
            at = self._told(at)
        then = at
        if at < high and kinds[at] in b"ny0r":
            then = self.row.adjuncts(at, high, False)
        if then < high and kinds[then] in b"+?":
            return place(then + 1 if kinds[then] in b"+" else then, then)
        if self.english:
            return self._english(cue, use, before, then)
        return self._german(cue, use) if self.german else self._romance(cue, use, until)

    def _told(self, at: int) -> int:
        """Return where the words end that say whom somebody tells something."""
        kinds, high = self.kinds, self.high
        if kinds[at] in b"p":
            return at + 1
        first = at + 1 if kinds[at] in b"d" else at
        end = first
        while end < high and end - first < 3 and kinds[end] in b"lNz":
            end += 1
        if end == first:
            return at
        then = end
        if then < high and kinds[then] in b"f":
            then += 1
        if then < high and kinds[then] in b"d":
            then += 1
        last = then
        while last < high and last - then < 3 and kinds[last] in b"lNz":
            last += 1
        return last if last > then else end

    def _english(self, cue: int, use: int, before: int, then: int) -> Found:
        """Return the same for a clause without "that"; *then* is behind adverbials: on Thursday."""
        kinds, gaps, high = self.kinds, self.gaps, self.high
        marked = self.mark_behind(cue) is not None
        first = cue + 1
        near = min(high, first + _FAR)
        if use in b"UC":
            if not marked and not self.has_needed(use, first, near):
                return 0
            return place(first, first)
        if use in b"Z" or (use in b"Q" and not marked):
            return 0
        if use in b"T" and not marked:
            if kinds[first] in b"ri&" or gaps[first] not in b" ":
                return 0
            return place(first, first) if self.row.has_finite(first + 1, high) else 0
        if use in b"O":
            at = first + 1
            while at < near and not (kinds[at] in b"pdN" and kinds[at - 1] in b"lNy"):
                at += 1
            return place(at, at) if at < near and self.row.has_finite(at, high) else 0
        if gaps[first] not in b" ,:" or kinds[first] in b"&e":
            return 0
        if before in b"i" and not marked:
            return 0
        if kinds[first] in b"riny":
            if then < high and self.row.has_finite(then, high):
                return place(then, then)
            return place(first, first) if marked else 0
        return place(first, first)

    def has_needed(self, use: int, first: int, end: int) -> bool:
        """Tell whether "to" or "as" stands where a verb needs it: urged them to, called it a."""
        kinds = self.kinds
        for at in range(first, end):
            if kinds[at] in b"i":
                if use in b"U":
                    return True
            elif kinds[at] in b"ef" and use in b"C":
                return True
        return False

    def _german(self, cue: int, use: int) -> Found:
        """Return the same for German, which sets a comma before a clause."""
        kinds, gaps, high, row = self.kinds, self.gaps, self.high, self.row
        near = min(high, cue + 1 + _FAR)
        for at in range(cue + 1, near):
            if gaps[at] not in b",:":
                continue
            if kinds[at] in b"+?":
                return place(at + 1 if kinds[at] in b"+" else at, at)
            reported = row.kind_in(ord("j"), at, high) >= 0
            if high - at < 3 or not (reported or row.has_finite(at, high) or use in b"U"):
                return 0
            if reported or (use in b"SU" and kinds[at] not in b"d"):
                return place(at, at)
            if use not in b"SU":
                return 0  # else a relative clause, or "der Bürgermeister": the next may be it
        if use in b"C" and row.kind_in(ord("e"), cue + 1, near) > 0:
            return place(cue + 1, cue + 1)
        if use in b"CU" and self.mark_behind(cue) is not None:
            return place(cue + 1, cue + 1)
        return 0

    def _romance(self, cue: int, use: int, until: int) -> Found:
        """Return the same for French and Spanish, which have "que"."""
        row = self.row
        near = min(until, cue + 1 + _FAR)
        that = row.kind_in(ord("+"), cue + 1, near)
        if that > 0 and use not in b"C" and not row.has_finite(cue + 1, that):
            return place(that + 1, that)
        if self.mark_behind(cue) is not None or (
            use in b"C" and row.kind_in(ord("e"), cue + 1, near) > 0
        ):
            return place(cue + 1, cue + 1)
        return 0
