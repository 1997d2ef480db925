"""Put all mentions of a name together: ``Stoltenberg`` and ``Jens Stoltenberg``."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from pipeline.enriching.name_mentions import ORGANISATION, PERSON, Mention
from pipeline.enriching.name_model import Net

__all__ = ["Group", "groups_of"]

_FIRM: Final = frozenset(
    "inc co corp corporation ltd limited plc ag sa nv ab asa oyj gmbh spa holdings holding group "
    "company cie kg se llc lp bv ltda srl oy as".split()
)
"""What a firm's name may go without."""

_HONORIFICS: Final = frozenset("jr sr ii iii iv".split())
_PARTICLES: Final = frozenset(
    "de da del della di du des van von der den ter ten zu al el bin ben ibn la le dos das".split()
)


@dataclass(slots=True)
class Group:
    """The mentions of one name."""

    kind: int
    mentions: list[Mention] = field(default_factory=list)

    @property
    def fullest(self) -> Mention:
        """The mention with the most words; of equals one that is not shouted, then the first."""
        best = self.mentions[0]
        if len(self.mentions) == 1:
            return best
        for mention in self.mentions:
            if (len(mention.parts), len(mention.text)) > (len(best.parts), len(best.text)):
                if best.loud or not mention.loud:
                    best = mention
            elif best.loud and not mention.loud:
                best = mention
        return best


def groups_of(mentions: list[Mention], text: str, net: Net | None) -> list[Group]:
    """Return the names of a text in the order of their first mention, each with its mentions."""
    if net is not None:
        mentions = _agreed(mentions, _SURE_UNITS * net.unit)
    by_key: tuple[dict[tuple[str, ...], Group], ...] = ({}, {}, {}, {})
    order: list[Group] = []
    for mention in mentions:
        of_kind, parts = by_key[mention.kind], mention.parts
        key = parts if len(parts) == 1 else _key(mention)
        group = of_kind.get(key)
        if group is None:
            group = of_kind[key] = Group(mention.kind)
            order.append(group)
        group.mentions.append(mention)
    people, bodies = by_key[PERSON], by_key[ORGANISATION]
    moved = _join_people(people, text, net) if len(people) > 1 else []
    if len(bodies) > 1:
        moved += _join_bodies(bodies)
    if not moved:
        return order
    gone = {id(group) for group in moved}
    left = [group for group in order if id(group) not in gone]
    for group in left:
        group.mentions.sort()
    left.sort(key=lambda group: group.mentions[0].start)
    return left


_SURE_UNITS: Final = 3
"""How clear a mention's kind is, in logarithms of odds, that stands against the other mentions of
the same words: a club beside its city. A guess."""


def _agreed(mentions: list[Mention], sure: int) -> list[Mention]:
    """Return the mentions, those of the same words with the kind that is clearest over all.

    What is in capitals takes the kind that the same words have elsewhere.
    """
    kinds: dict[tuple[str, ...], int] = {}
    mixed: set[tuple[str, ...]] = set()
    for mention in mentions:
        parts = mention.parts
        if mention.loud or kinds.setdefault(parts, mention.kind) != mention.kind:
            mixed.add(parts)
    if not mixed:
        return mentions
    sums: dict[tuple[str, ...], list[int]] = {parts: [0, 0, 0, 0] for parts in mixed}
    for mention in mentions:
        if not mention.loud:
            parts, kind = mention.parts, mention.kind
            if parts in mixed:
                sums[parts][kind] += mention.clear
            if kind == PERSON and len(parts) > 1 and parts[-1:] in mixed:
                sums[parts[-1:]][PERSON] += mention.clear
    found = []
    for mention in mentions:
        if mention.parts in mixed and (mention.loud or mention.clear < sure):
            known = sums[mention.parts]
            kind = max(range(4), key=known.__getitem__)
            if kind != mention.kind and known[kind] > 0:
                mention = mention._replace(kind=kind)
        found.append(mention)
    return found


def _key(mention: Mention) -> tuple[str, ...]:
    parts = mention.parts
    if mention.kind == ORGANISATION:
        if parts[0] == "the":
            parts = parts[1:]
        while len(parts) > 1 and parts[-1] in _FIRM:
            parts = parts[:-1]
        if parts[-1] == "s" and len(parts) > 1 and mention.text[-2:-1] in "'’":
            parts = parts[:-1]
    elif mention.kind == PERSON and len(parts) > 2 and parts[-1] in _HONORIFICS:
        parts = parts[:-1]
    if len(parts[0]) == 1 and all(len(part) == 1 for part in parts):
        return ("".join(parts),)  # U.S. and US
    return parts


def _join_people(people: dict[tuple[str, ...], Group], text: str, net: Net | None) -> list[Group]:
    """Move the mentions of short forms to the full names; return the groups that are empty."""
    by_word: dict[str, list[tuple[str, ...]]] = {}
    for parts in people:
        if len(parts) > 1:
            for part in parts:
                namesakes = by_word.setdefault(part, [])
                if len(namesakes) < _MOST_NAMESAKES:
                    namesakes.append(parts)
    gone: list[Group] = []
    if not by_word:
        return gone
    for parts in sorted(people, key=len):
        named = by_word.get(parts[-1])
        if named is None or (len(named) == 1 and named[0] is parts):
            continue  # nobody else has the name
        longer = [full for full in named if _is_short_for(parts, full)]
        if not longer:
            continue
        # a surname before a given name: "Clinton" is no "Clinton Davis" where a Bill Clinton is
        best = max(_likeness(parts, full) for full in longer)
        longer = [full for full in longer if _likeness(parts, full) == best]
        group = people[parts]
        for mention in group.mentions:
            people[_meant(mention, longer, people, text, net)].mentions.append(mention)
        gone.append(group)
        if len(parts) > 1:
            for part in parts:
                if parts in by_word.get(part, ()):
                    by_word[part].remove(parts)
    return gone


_MOST_NAMESAKES: Final = 30
"""People of one name in an item who are told apart; a text with more is a list."""


def _is_short_for(parts: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if len(parts) >= len(full) and not (len(parts) == len(full) and parts != full):
        return False
    if len(parts) == 1:
        return (
            parts[0] == full[-1]
            or parts[0] == full[0]
            or (
                len(full) > 2
                and parts[0] in full[1:-1]
                and parts[0] not in _PARTICLES
                and len(parts[0]) > 1
            )
        )
    if parts[-1] != full[-1]:
        return full[: len(parts)] == parts and len(full) > len(parts)
    if len(parts) == len(full):
        # J. Smith is John Smith
        return (
            len(parts[0]) == 1
            and len(full[0]) > 1
            and full[0][0] == parts[0]
            and parts[1:] == full[1:]
        )
    rest = iter(full)
    return all(
        any(p == f or (len(p) == 1 and f[0] == p) or (len(f) == 1 and p[0] == f) for f in rest)
        for p in parts
    )


def _likeness(parts: tuple[str, ...], full: tuple[str, ...]) -> int:
    return 2 if parts[-1] == full[-1] else 1 if parts[0] == full[0] else 0


_MEN: Final = frozenset("mr sir lord herr m monsieur señor sr don signor sig king prince".split())
_WOMEN: Final = frozenset(
    "mrs ms miss lady dame frau mme madame mlle señora sra doña signora queen princess".split()
)
_TITLE: Final = re.compile(r"(\w+)\.? $")


def _gender(text: str, start: int) -> int:
    """Return 1 where the title before a name is a woman's, -1 a man's, 0 where there is none."""
    found = _TITLE.search(text[max(0, start - 12) : start])
    word = found[1].lower() if found else ""
    return 1 if word in _WOMEN else -1 if word in _MEN else 0


def _gender_of(full: tuple[str, ...], group: Group, text: str, net: Net | None) -> int:
    said = _gender(text, group.mentions[0].start)
    return said or (0 if net is None else net.gender(full[0]))


def _meant(
    mention: Mention,
    longer: list[tuple[str, ...]],
    people: dict[tuple[str, ...], Group],
    text: str,
    net: Net | None,
) -> tuple[str, ...]:
    """Return the full name that is meant: by the title, else the one that was mentioned last."""
    if len(longer) == 1:
        return longer[0]
    gender = _gender(text, mention.start)
    if gender:
        fit = [full for full in longer if _gender_of(full, people[full], text, net) == gender]
        longer = fit or longer
    before = [
        (max((m.start for m in people[full].mentions if m.start < mention.start), default=-1), full)
        for full in longer
    ]
    last, full = max(before)
    if last >= 0:
        return full
    return min(longer, key=lambda full: min(m.start for m in people[full].mentions))


def _join_bodies(bodies: dict[tuple[str, ...], Group]) -> list[Group]:
    """Move acronyms and short forms of organisations to the full names; return the empty groups."""
    gone: list[Group] = []
    short = [parts for parts in bodies if len(parts) == 1]
    if not short or len(short) == len(bodies):
        return gone
    initials: dict[str, tuple[str, ...]] = {}
    first_words: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for parts in bodies:
        if len(parts) > 1:
            for letters in _initials(parts):
                initials.setdefault(letters, parts)
            first_words[parts[0]].append(parts)
    for parts in short:
        group = bodies[parts]
        full = initials.get(parts[0]) if group.mentions[0].text.replace(".", "").isupper() else None
        if full is None:
            longer = first_words.get(parts[0], [])
            if len(longer) == 1 and bodies[longer[0]].mentions[0].start < group.mentions[0].start:
                full = longer[0]
        if full is not None:
            bodies[full].mentions.extend(group.mentions)
            gone.append(group)
    return gone


_SMALL: Final = frozenset(
    "of the and for in on de la le les des du der die und für y e del".split()
)


def _initials(parts: tuple[str, ...]) -> set[str]:
    letters = "".join(p[0] for p in parts if p not in _SMALL)
    return {letters, "".join(p[0] for p in parts)} if len(letters) > 1 else set()
