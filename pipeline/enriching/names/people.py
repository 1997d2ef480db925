# cython: boundscheck=False, wraparound=False
"""Tell whom a short form of a name means: ``Stoltenberg``, ``J. Stoltenberg``, ``Mrs Clinton``."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.names.group import Group
from pipeline.enriching.names.mentions import Mention
from pipeline.enriching.names.model import Net
from pipeline.enriching.names.text import Text, numbers

__all__ = ["join_people"]

_PARTICLES: Final = numbers(
    "de da del della di du des van von der den ter ten zu al el bin ben ibn la le dos das"
)


def join_people(text: Text, people: list[Group], net: Net | None) -> bool:
    """Move the mentions of short forms to the full names; tell whether any was moved."""
    full: list[Group] = []
    most = 1
    for group in people:
        if group.count > 1 and len(full) < _MOST_PEOPLE:
            full.append(group)
            most = max(most, group.count)
    if not full:
        return False
    moved = False
    for count in range(1, most + 1):
        left = 2 * _MOST_PEOPLE
        for group in people:
            if group.count == count and left > 0:
                left -= 1
                moved |= _join_person(text, group, full, net)
    return moved


def _join_person(text: Text, group: Group, people: list[Group], net: Net | None) -> bool:
    """Move the mentions of one short form; tell whether there was a full name for them."""
    longer: list[Group] = []
    best = 0
    for full in people:
        if full.moved or full is group or not _is_short_for(text, group, full):
            continue
        # a surname before a given name: "Clinton" is no "Clinton Davis" where a Bill Clinton is
        likeness = _likeness(text, group, full)
        if not longer or likeness > best:
            longer, best = [full], likeness
        elif likeness == best:
            longer.append(full)
    if not longer:
        return False
    if len(longer) == 1:
        longer[0].add_all_of(group)
    else:
        for mention in group.mentions:
            _meant(text, mention, longer, net).add(mention)
        group.moved = True
    return True


_MOST_PEOPLE: Final = 100
"""People with full names in an item whose short forms are looked for, and half of all short forms
of a length; a text with more is a list."""


def _part(text: Text, group: Group, n: int) -> int:
    """Return the number of one of a name's words."""
    return group.last if n == group.count - 1 else text.plain[group.first + n]


def _is_letter(text: Text, group: Group, n: int) -> bool:
    """Tell whether one of a name's words is a letter."""
    return text.ends[group.first + n] - text.starts[group.first + n] == 1


def _is_short_for(text: Text, short: Group, full: Group) -> bool:
    if not _has_part(text, full, short.last):
        return False
    if short.count > full.count or (short.count == full.count and short.key == full.key):
        return False
    if short.count == 1:
        return _is_one_of(text, short, full)
    if short.last != full.last:
        return short.count < full.count and _agree_from(text, short, full, 0)
    if short.count == full.count:
        # J. Smith is John Smith
        if not _is_letter(text, short, 0) or _is_letter(text, full, 0):
            return False
        if text.initial(short.first) != text.initial(full.first):
            return False
        return _agree_from(text, short, full, 1)
    at = 0
    for n in range(short.count):
        while at < full.count and not _may_be(text, short, n, full, at):
            at += 1
        if at == full.count:
            return False
        at += 1
    return True


def _has_part(text: Text, full: Group, part: int) -> bool:
    """Tell whether a word is one of a name's."""
    if full.last == part:
        return True
    for n in range(full.first, full.first + full.count - 1):  # noqa: SIM110 - faster, compiled
        if text.plain[n] == part:
            return True
    return False


def _agree_from(text: Text, short: Group, full: Group, first: int) -> bool:
    """Tell whether the words of two names are the same, from one on until the shorter ends."""
    for n in range(first, short.count):  # noqa: SIM110 - a loop is faster, compiled
        if _part(text, short, n) != _part(text, full, n):
            return False
    return True


def _is_one_of(text: Text, short: Group, full: Group) -> bool:
    """Tell whether a name of one word is the first, the last or another of a full name."""
    word = short.key
    if word == full.last or word == text.plain[full.first]:
        return True
    if word in _PARTICLES or _is_letter(text, short, 0):
        return False
    for n in range(1, full.count - 1):  # noqa: SIM110 - a loop is faster, compiled
        if _part(text, full, n) == word:
            return True
    return False


def _may_be(text: Text, short: Group, n: int, full: Group, at: int) -> bool:
    """Tell whether two words of names are the same, or one the other's first letter."""
    if _part(text, short, n) == _part(text, full, at):
        return True
    if not _is_letter(text, short, n) and not _is_letter(text, full, at):
        return False
    return text.initial(short.first + n) == text.initial(full.first + at)


def _likeness(text: Text, short: Group, full: Group) -> int:
    if short.last == full.last:
        return 2
    return 1 if _part(text, short, 0) == _part(text, full, 0) else 0


_MEN: Final = numbers("mr sir lord herr m monsieur señor sr don signor sig king prince")
_WOMEN: Final = numbers(
    "mrs ms miss lady dame frau mme madame mlle señora sra doña signora queen princess"
)


def _gender(text: Text, mention: Mention) -> int:
    """Return 1 where the title before a name is a woman's, -1 a man's, 0 where there is none."""
    n = mention.first - 1
    if n < 0 or text.text[mention.start - 1] != " ":
        return 0
    between = mention.start - text.ends[n]
    if between == 1 or (between == 2 and text.text[text.ends[n]] == "."):
        number = text.plain[n]
        return 1 if number in _WOMEN else -1 if number in _MEN else 0
    return 0


def _gender_of(text: Text, full: Group, net: Net | None) -> int:
    said = _gender(text, full.mentions[0])
    if said or net is None:
        return said
    return net.gender(_part(text, full, 0))


def _meant(text: Text, mention: Mention, longer: list[Group], net: Net | None) -> Group:
    """Return the full name that is meant: by the title, else the one that was mentioned last."""
    gender = _gender(text, mention)
    if gender:
        fit = [full for full in longer if _gender_of(text, full, net) == gender]
        longer = fit or longer
    best, last = longer[0], -1
    for full in longer:
        for other in full.mentions:
            if last < other.start < mention.start:
                best, last = full, other.start
    if last < 0:
        last = text.size
        for full in longer:
            for other in full.mentions:
                if other.start < last:
                    best, last = full, other.start
    return best
