"""Who speaks: the words beside a cue, and the fullest form of that name in the text."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, Final

from pipeline.enriching.quotes.row import Row
from pipeline.enriching.quotes.speaker_guesses import capitals
from pipeline.words.of_item import ItemWords
from schemas.types import Name, Span

__all__ = ["GENDERS", "Cast"]

GENDERS: Final = {
    **dict.fromkeys("he his er il él lui ele hij han on он".split(), "m"),
    **dict.fromkeys("she her sie elle ella lei ela zij ze hon hun ona она".split(), "f"),
}
"""Pronouns of one person. What "they" and "it" stand for is not guessed."""

_TITLES: Final = {
    **dict.fromkeys("mr herr m monsieur señor sr don sir lord signor".split(), "m"),
    **dict.fromkeys("mrs ms miss frau mme madame mlle señora sra doña lady dame".split(), "f"),
}
_DEFINITE: Final = frozenset("the der die das le la el il o de den".split())
"""Articles of somebody who is known: "a minister" is any."""
_OF: Final = frozenset("of for at in and der des de du del von vom für di".split())
"""Words behind a role that say whose it is; "Kremlin" is none in "Kremlin spokesman"."""
_MOST: Final = 500
"""Mentions that are looked at for a title such as "Mrs"; a story has some fifty."""
_FAR: Final = 1_200
"""Characters between a person's last mention and a pronoun that still means that person: some
three paragraphs. A guess."""


_ROOM: Final = 14
"""Bits for the number of a mention, behind where it begins. An item has some fifty mentions; those
behind the 16,000th are left out."""


def _is_head(known: str, role: str) -> bool:
    """Tell whether words are the role of a longer one: the mayor, of "mayor of Portmere"."""
    if not known.startswith(f"{role} "):
        return False
    return known[len(role) + 1 :].partition(" ")[0] in _OF


class Cast:
    """The people and bodies that a text names, and who of them spoke last."""

    __slots__ = (
        "after", "genders", "last", "names", "order", "read", "roles", "spans", "spoken", "text",
        "whose",
    )  # fmt: skip

    def __init__(self, read: ItemWords, names: tuple[Name, ...], row: Row) -> None:
        self.read, self.names, self.text = read, names, read.text
        self.genders: dict[str, str] = {}
        self.roles: list[tuple[str, str]] | None = None
        self.last = ""
        """The person who spoke last."""
        self.after = 0
        """Where what they said ends: names in it are not the writer's."""
        self.spans: list[Span] = []
        self.whose: list[dict[str, Any]] = []
        """The mentions, and the fields of the name of each ..."""
        self.order: list[int] = []
        """... and where each begins in the text, with its number in the last bits; in order."""
        self.spoken: set[str] | None = None
        """Of capitals that are only guessed to be names, only who has spoken can be "he"."""
        self.find()
        if not self.order:  # no step has looked for them, as in languages "names" cannot tell
            self.spoken = set()
            self.guess(row)
        self.order.sort()

    def find(self) -> None:
        """Take the mentions of people and bodies."""
        begins = self.read.begin_of
        order, spans, whose = self.order, self.spans, self.whose
        number, part, begin = 0, "", -1
        for name in self.names:
            fields = name.__dict__  # to ask a model for each costs three times as much
            kind = fields["kind"]
            if kind != "person" and kind != "organisation":
                continue
            for span in fields["spans"]:
                where = span.where
                if where != part:
                    part, begin = where, begins.get(where, -1)
                if begin >= 0 and number < 1 << _ROOM:
                    at = begin + span.start
                    order.append(at << _ROOM | number)
                    spans.append(span)
                    whose.append(fields)
                    number += 1

    def guess(self, row: Row) -> None:
        """Take runs of capitals as people, where no place stands that somebody has found."""
        begins = self.read.begin_of
        places = {
            begins[span.where] + span.start
            for name in self.names
            for span in name.spans
            if span.where in begins
        }
        for start, end, full in capitals(row):
            number = len(self.spans)
            if start not in places and number < 1 << _ROOM:
                self.order.append(start << _ROOM | number)
                self.spans.append(Span("", start, end))
                self.whose.append({"kind": "person", "name": full})

    def before(self, at: int) -> int:
        """Return how many mentions begin before a place."""
        return bisect_left(self.order, at << _ROOM)

    def full(self, start: int, end: int, definite: bool) -> str:
        """Return the fullest form of who is named in ``text[start:end]``, or nothing.

        *definite* where an article may begin it: then it may be a role.

        A person counts before a body, and a body only where it ends the words: "a spokesman for the
        White House" is nobody who is named.
        """
        order = self.order
        body = ""
        body_start = body_end = 0
        number = max(0, self.before(start) - 1)
        while number < len(order):
            key = order[number]
            begin = key >> _ROOM
            if begin >= end:
                break
            number += 1
            at = key & ((1 << _ROOM) - 1)
            span = self.spans[at]
            then = begin + span.end - span.start
            if then <= start:
                continue
            fields = self.whose[at]
            name: str = fields["name"]
            if fields["kind"] == "person":
                self.last, self.after = name, end
                if self.spoken is not None:
                    self.spoken.add(name)
                return name
            body, body_start, body_end = name, begin, then
        if not body_end:
            return self.by_role(self.text[start:end]) if definite else ""
        if body_end < end - 1:
            return ""
        return body if len(self.text[start:body_start].split()) <= 1 else ""

    def by_role(self, words: str) -> str:
        """Return the one person whose role the words name: the mayor, der Minister."""
        article, _, role = words.lower().partition(" ")
        if article not in _DEFINITE or not role or role.count(" ") > 2:
            return ""
        if article == "die" and not role.endswith(("in", "e")):
            return ""  # die Forscher: several
        if self.roles is None:
            self.roles = []
            for one in self.names:
                fields = one.__dict__
                if fields["kind"] == "person" and fields["role"]:
                    self.roles.append((fields["role"].lower(), fields["name"]))
        found = ""
        for known, name in self.roles:
            if known.endswith(role) or _is_head(known, role):
                if found:
                    return ""
                found = name
        if found:
            self.last = found
        return found

    def spoke(self, end: int) -> None:
        """Take note of where what the last speaker said ends."""
        self.after = max(self.after, end)

    def meant(self, pronoun: str, at: int) -> str:
        """Return who a pronoun at a place stands for, or nothing where that is not sure.

        Who spoke last goes on, unless others have been named since.
        """
        gender = GENDERS.get(pronoun.lower())
        if gender is None:
            return ""
        lowest = max(0, at - _FAR)
        last = self.last if self.last and self.after > lowest else ""
        if last:
            lowest = max(lowest, self.after)
        seen: list[str] = []  # who fits, the nearest first
        number = self.before(at) - 1
        while number >= 0:
            key = self.order[number]
            if key >> _ROOM < lowest:
                break
            fields = self.whose[key & ((1 << _ROOM) - 1)]
            name: str = fields["name"]
            if (
                fields["kind"] == "person"
                and name not in seen
                and (self.spoken is None or name in self.spoken)
                and self.gender(name) in ("", gender)
            ):
                seen.append(name)
            number -= 1
        if last and self.gender(last) in ("", gender) and (last in seen or not seen):
            found = last
        else:
            found = seen[0] if len(seen) == 1 else ""
        if found:
            self.genders[found] = gender
            self.last, self.after = found, max(at, self.after)
        return found

    def gender(self, name: str) -> str:
        """Return what a title before some mention of a name says: Mrs, Herr."""
        known = self.genders.get(name)
        if known is None:
            known = ""
            for number in range(min(len(self.order), _MOST)):
                key = self.order[number]
                fields = self.whose[key & ((1 << _ROOM) - 1)]
                if fields["name"] == name:
                    known = self.titled(key >> _ROOM)
                    if known:
                        break
            self.genders[name] = known
        return known

    def titled(self, start: int) -> str:
        """Return what the word says that stands a blank before a place, if it is a title."""
        text = self.text
        at = start - 1
        if at < 1 or text[at] != " ":
            return ""
        if text[at - 1] == ".":
            at -= 1
        first = at
        while first > 0 and first > start - 12 and text[first - 1].isalnum():
            first -= 1
        return _TITLES.get(text[first:at].lower(), "")
