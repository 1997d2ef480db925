"""Who speaks: the words beside a cue, and the fullest form of that name in the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from pipeline.enriching.quote_row import Row
from pipeline.words.of_item import ItemWords
from schemas.types import Name

__all__ = ["GENDERS", "Cast"]

GENDERS: Final = {
    **dict.fromkeys("he er il él lui ele hij han on он".split(), "m"),
    **dict.fromkeys("she sie elle ella lei ela zij ze hon hun ona она".split(), "f"),
}
"""Pronouns of one person. What "they" and "it" stand for is not guessed."""

_TITLES: Final = {
    **dict.fromkeys("mr herr m monsieur señor sr don sir lord signor".split(), "m"),
    **dict.fromkeys("mrs ms miss frau mme madame mlle señora sra doña lady dame".split(), "f"),
}
_DEFINITE: Final = frozenset("the der die das le la el il o de den".split())
"""Articles of somebody who is known: "a minister" is any."""
_BEFORE_NAME: Final = re.compile(r"(\w+)\.? $")
_LAST_WORD: Final = re.compile(r"[\w'’-]+$")
_RUN: Final = re.compile(rb"N(?:N|[df]{1,2}(?=N))*")
_GERMAN_RUN: Final = re.compile(rb"N(?:N|fd(?=N))*")
_ROLE: Final = re.compile(
    r"(?i)(?:sprecher|minister|präsident|chef|kanzler|leiter|experte|direktor|trainer|vorsitzende"
    r"|abgeordnete|meister|professor|general|anwalt|richter|manager|forscher|autor|kommissar"
    r"|sekretär|rat|wissenschaftler|journalist|kandidat|politiker)(?:in|r|n|s)?$"
)
"""What German words end in that are somebody's role before the name."""
_N: Final = ord("N")
_MOST: Final = 500
"""Mentions that are looked at for a title such as "Mrs"; a story has some fifty."""
_FAR: Final = 1_200
"""Characters between a person's last mention and a pronoun that still means that person: some
three paragraphs. A guess."""


Mention = tuple[int, int, str, bool]
"""Where a name stands in the item's text, its fullest form, and whether it is a person's."""


class Cast:
    """The people and bodies that a text names, and who of them spoke last."""

    def __init__(self, words: ItemWords, names: tuple[Name, ...], row: Row) -> None:
        self._text = words.text
        begins = dict(zip(words.parts, words.begins, strict=True))
        found = list[Mention]()
        for name in names:
            kind = name.kind
            if kind in ("person", "organisation"):
                full, person = name.name, kind == "person"
                for span in name.spans:
                    begin = begins.get(span.where)
                    if begin is not None:
                        found.append((begin + span.start, begin + span.end, full, person))
        guessed = not found
        self._spoken: set[str] | None = set() if guessed else None
        """Of capitals that are only guessed to be names, only who has spoken can be "he"."""
        if guessed:  # no step has looked for them, as in languages that "names" cannot tell
            places = {
                begins[span.where] + span.start
                for name in names
                for span in name.spans
                if span.where in begins
            }
            found = [mention for mention in _capitals(row) if mention[0] not in places]
        found.sort()
        self._mentions = found
        self._starts = [mention[0] for mention in found]
        self._names = names
        self._genders: dict[str, str] = {}
        self.last = ""
        """The person who spoke last."""
        self._after = 0
        """Where what they said ends: names in it are not the writer's."""

    def full(self, start: int, end: int) -> str:
        """Return the fullest form of who is named in ``text[start:end]``, or nothing.

        A person counts before a body, and a body only where it ends the words: "a spokesman for the
        White House" is nobody who is named.
        """
        first = max(0, bisect_left(self._starts, start) - 1)
        body: Mention | None = None
        for mention in self._mentions[first : bisect_left(self._starts, end)]:
            if mention[1] <= start:
                continue
            if mention[3]:
                self.last, self._after = mention[2], end
                if self._spoken is not None:
                    self._spoken.add(mention[2])
                return mention[2]
            body = mention
        if body is None:
            return self._by_role(self._text[start:end])
        if body[1] < end - 1:
            return ""
        return body[2] if len(self._text[start : body[0]].split()) <= 1 else ""

    def _by_role(self, words: str) -> str:
        """Return the one person whose role the words name: the mayor, der Minister."""
        article, _, role = words.lower().partition(" ")
        if article not in _DEFINITE or not role or role.count(" ") > 2:
            return ""
        found = [
            name.name
            for name in self._names
            if name.role
            and name.kind == "person"
            and (name.role.lower().endswith(role) or name.role.lower().startswith(f"{role} "))
        ]
        if len(found) != 1:
            return ""
        self.last = found[0]
        return found[0]

    def spoke(self, end: int) -> None:
        """Take note of where what the last speaker said ends."""
        self._after = max(self._after, end)

    def meant(self, pronoun: str, at: int) -> str:
        """Return who a pronoun at a place stands for, or nothing where that is not sure.

        Who spoke last goes on, unless others have been named since.
        """
        gender = GENDERS.get(pronoun.lower())
        if gender is None:
            return ""
        lowest = max(0, at - _FAR)
        seen = dict[str, None]()
        last = self.last if self.last and self._after > lowest else ""
        number = bisect_left(self._starts, at) - 1
        while number >= 0 and self._starts[number] >= max(lowest, self._after if last else 0):
            _, _, name, person = self._mentions[number]
            if person and (self._spoken is None or name in self._spoken):
                seen[name] = None
            number -= 1
        fits = [name for name in seen if self._gender(name) in ("", gender)]
        if last and self._gender(last) in ("", gender) and (last in fits or not fits):
            found = last
        else:
            found = fits[0] if len(fits) == 1 else ""
        if found:
            self._genders[found] = gender
            self.last, self._after = found, max(at, self._after)
        return found

    def _gender(self, name: str) -> str:
        known = self._genders.get(name)
        if known is None:
            known = ""
            for mention in self._mentions[:_MOST]:
                if mention[2] == name:
                    start = mention[0]
                    before = _BEFORE_NAME.search(self._text, max(0, start - 12), start)
                    known = _TITLES.get(before[1].lower(), "") if before else ""
                    if known:
                        break
            self._genders[name] = known
        return known


def _capitals(row: Row) -> Iterator[Mention]:
    """Yield runs of words with capitals, each by the longest that ends in its last word.

    What is known of names where no step has looked for them. A single word that begins a sentence
    is a name only where a longer one has it; so is any single word in German.
    """
    kinds, begins, german = row.kinds, frozenset(row.sentences), row.language == "de"
    text, starts, ends = row.words.text, row.words.starts, row.words.ends
    runs = list[tuple[int, int, str, bool]]()
    fullest: dict[str, str] = {}
    for found in (_GERMAN_RUN if german else _RUN).finditer(kinds):
        first, end = found.span()
        pieces = [first]
        for at in range(first + 1, end):
            between = text[ends[at - 1] : starts[at]]
            if between.strip(" .-'’") or (
                between.startswith(". ") and ends[at - 1] - starts[at - 1] > 1
            ):
                pieces.append(at)
        for piece, then in zip(pieces, [*pieces[1:], end], strict=True):
            while then > piece and kinds[then - 1] != _N:
                then -= 1
            if then <= piece:
                continue
            if german:
                for at in range(then - 2, piece - 1, -1):
                    if _ROLE.search(row.words.word(at)):
                        piece = at + 1  # US-Außenminister Antony Blinken
                        break
            name = text[starts[piece] : ends[then - 1]]
            runs.append((int(starts[piece]), int(ends[then - 1]), name, german or piece in begins))
            last = _LAST_WORD.search(name)
            if (
                last
                and len(name) > len(fullest.get(last[0], ""))
                and (then - piece > 1 or not (german or piece in begins))
            ):
                fullest[last[0]] = name
    for start, end, name, doubtful in runs:
        last = _LAST_WORD.search(name)
        full = fullest.get(last[0], "") if last else ""
        if not full and doubtful:
            continue
        yield start, end, full or name, True
