"""Where what is said begins behind a German, French or Spanish verb.

Compiled where a compiler is there, with the types of ``other_content.pxd``.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.quotes.direct import Direct
from pipeline.enriching.quotes.row import Place, end_of, place
from pipeline.enriching.quotes.subject import subject_behind

__all__ = ["Found", "OtherContent"]

_FAR: Final = 12
"""Words within which "that", "to" or "as" belongs to a verb. A guess."""
_NO_THAT: Final = frozenset(
    "ainsi alors tandis pour bien dès après avant sans plus moins lors parce ya para desde así "
    "más".split()
)
"""French and Spanish words with which "que" says something else."""
_WARN: Final = frozenset("warn rech droh".split())
"""How German verbs begin that report with "vor" or "mit": warnen, rechnen, drohen."""
_BEFORE: Final = frozenset({"vor", "mit"})
_DEAD: Final = frozenset("Todesopfer Opfer Tote Toten Menschenleben Verletzte Leben".split())
_TO: Final = frozenset({"zu", "zur", "zum"})
_INFINITIVES: Final = frozenset(
    "avoir être vouloir pouvoir devoir savoir craindre ignorer disposer souhaiter attendre espérer "
    "regretter compter refuser haber estar ser tener querer poder sentirse desconocer confiar "
    "esperar lamentar".split()
)
"""Verbs of a French or Spanish clause without "que": dit avoir, asegura estar."""
_ANNOUNCE: Final = (
    "annonc", "confirm", "révél", "reconn", "regrett", "déplor", "anunci", "revel", "reconoc",
    "lament", "admit",
)  # fmt: skip
"""How French and Spanish verbs begin that say a thing without a clause: a annoncé des aides."""
_OF: Final = frozenset("advirtió advierte advirtieron advertido alertó alerta".split())

Found = Place
"""The word that what is said begins with, and where what belongs to the verb ends; 0 where nothing
is said."""


class OtherContent(Direct):
    """A sentence in which it is known what the verbs of languages other than English need."""

    __slots__ = ()

    def german_clause(self, cue: int, use: int) -> Found:
        """Return the same for German, which sets a comma before a clause."""
        kinds, gaps, high, row = self.kinds, self.gaps, self.high, self.row
        near = min(high, cue + 1 + _FAR)
        for at in range(cue + 1, near):
            if gaps[at] not in b",:":
                continue
            if kinds[at] in b"+?":
                return place(at + 1 if kinds[at] in b"+" else at, at)
            if use in b"MU" and (gaps[at] not in b"," or not self._is_clause(at)):
                break  # Es wird erwartet: ...
            reported = row.kind_in(ord("j"), at, high) >= 0
            if high - at > 1 and use in b"STUM" and self._is_infinitive(at):
                return place(at, at)
            if high - at > 1 and kinds[at] in b"p":
                return place(at, at)  # sagte, er trete zurück
            if high - at < 3 or not (reported or row.has_finite(at, high) or use in b"UM"):
                return 0
            if reported or (use in b"SUM" and (kinds[at] not in b"d" or at == cue + 1)):
                return place(at, at)
            if use not in b"SUM":
                return 0  # else a relative clause, or "der Bürgermeister": the next may be it
        if use in b"C" and row.kind_in(ord("e"), cue + 1, near) > 0:
            return place(cue + 1, cue + 1)
        if use in b"C" and kinds[cue + 1] in b"f" and row.word(cue + 1) == "von":
            return place(cue + 1, cue + 1)  # sprach von einem Fehler
        verb = row.word(cue)
        if use in b"STU" and verb[:4] in _WARN:
            for at in range(cue + 1, min(near, cue + 5)):
                if kinds[at] in b"r" and row.word(at) in _BEFORE:
                    return place(at, at)  # warnte am Montag vor einem Sturm
        if use in b"U" and verb.startswith(("wirf", "warf")) and row.word(high - 1) == "vor":
            return place(cue + 1, cue + 1)  # warf dem Rat Untätigkeit vor
        if use in b"M":
            return self._object(cue)
        if use in b"CU" and self.mark_behind(cue) is not None:
            return place(cue + 1, cue + 1)
        return 0

    def _is_clause(self, first: int) -> bool:
        """Tell whether a German verb's clause may begin at a word behind a comma."""
        if self.kinds[first] in b"p" or self._is_infinitive(first):
            return True
        return self.row.kind_in(ord("j"), first, self.high) >= 0

    def _is_infinitive(self, first: int) -> bool:
        """Tell whether a German clause has none but an infinitive: die Mittel zu verdoppeln."""
        row = self.row
        end = row.gap_in(ord(","), first + 1, self.high)
        last = (end if end > 0 else self.high) - 1
        if last > first and row.word(last - 1) == "zu":
            return True
        word = row.word(last)
        return word.endswith(("en", "rn", "ln")) and "zu" in word[2:-3]

    def _object(self, cue: int) -> Found:
        """Return what is demanded, feared, praised where it stands behind the verb alone."""
        kinds, gaps, row = self.kinds, self.gaps, self.row
        verb = row.word(cue)
        comma = row.gap_in(ord(","), cue + 1, self.high)
        last = row.word((comma if comma > 0 else self.high) - 1)
        if verb.startswith(("wi", "we")) and last != "zurück":
            return 0  # wies die Vorwürfe zurück
        if verb.startswith("ford") and (self._is_parted(cue) or self._has(_DEAD)):
            return 0  # forderte Hilfe an; forderte zwölf Tote
        if verb.startswith("verurteil") and self._has(_TO):
            return 0  # verurteilte ihn zu einer Haft
        first = cue + 1
        if kinds[self.low] in b"ry0nk?&":  # Am Montag forderte die Stadt ...
            first = end_of(subject_behind(row, cue, self.high))
            if not first:
                return 0
        if first + 1 >= self.high or gaps[first] not in b" " or kinds[first] not in b"dNl0zrfZ":
            return 0
        return place(first, first)

    def _is_parted(self, cue: int) -> bool:
        """Tell whether "an" ends a verb: forderte Hilfe an und wartete."""
        kinds, gaps = self.kinds, self.gaps
        for at in range(cue + 2, self.high):
            ends = at + 1 == self.high or kinds[at + 1] in b"&" or gaps[at + 1] not in b" "
            if ends and kinds[at] in b"r" and self.row.word(at) == "an":
                return True
        return False

    def _has(self, some: frozenset[str]) -> bool:
        """Tell whether a word of the sentence is one of some."""
        for at in range(self.low, self.high):  # noqa: SIM110 - a generator is no loop in C
            if self.row.word(at) in some:
                return True
        return False

    def romance_clause(self, cue: int, use: int, until: int) -> Found:
        """Return the same for French and Spanish, which have "que"."""
        row = self.row
        near = min(until, cue + 1 + _FAR)
        that = row.kind_in(ord("+"), cue + 1, near)
        if that > 0 and use not in b"C" and not row.has_finite(cue + 1, that):
            near_it = use not in b"M" or that - cue < 5
            if near_it and row.word(that - 1) not in _NO_THAT:
                return place(that + 1, that)
        first = cue + 1
        if use in b"S" and self.gaps[first] in b" ":
            if row.word(first) in _INFINITIVES:
                return place(first, first)  # a dit avoir trouvé
            idiom = first + 1 < self.high and row.word(first + 1) == "couleur"
            if self.kinds[first] in b"dlN" and row.word(cue).startswith(_ANNOUNCE) and not idiom:
                return place(first, first)  # anunció nuevas ayudas
        if use in b"M" and self.gaps[first] in b" " and self.kinds[first] not in b"k&e+":
            return place(first, first)
        if (
            use in b"S"
            and self.kinds[first] in b"f"
            and row.word(first) == "de"
            and row.word(cue) in _OF
        ):
            return place(first, first)  # advirtió de un caos
        if self.mark_behind(cue) is not None or (
            use in b"C" and row.kind_in(ord("e"), cue + 1, near) > 0
        ):
            return place(cue + 1, cue + 1)
        return 0
