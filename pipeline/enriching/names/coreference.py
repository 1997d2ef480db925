# cython: boundscheck=False, wraparound=False
"""Put all mentions of a name together: ``Stoltenberg`` and ``Jens Stoltenberg``."""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from pipeline.enriching.names.firsts import Firsts
from pipeline.enriching.names.group import Group, group_of
from pipeline.enriching.names.mentions import Mention
from pipeline.enriching.names.model import KINDS, ORGANISATION, PERSON, Net
from pipeline.enriching.names.people import join_people
from pipeline.enriching.names.text import Text, numbers
from pipeline.words.reading import number_of

__all__ = ["groups_of"]

_PERSON: Final = PERSON
_ORGANISATION: Final = ORGANISATION
_KINDS: Final = len(KINDS)

_OF_KIND: Final = 0x9E3779B97F4A7C15
_LOW: Final = (1 << 64) - 1
"""Names of different kinds are different, whatever their words."""

_FIRM: Final = numbers(
    "inc co corp corporation ltd limited plc ag sa nv ab asa oyj gmbh spa holdings holding group "
    "company cie kg se llc lp bv ltda srl oy as"
)
"""What a firm's name may go without."""

_THE: Final = number_of("the")
_S: Final = number_of("s")
_HONORIFICS: Final = numbers("jr sr ii iii iv")


def groups_of(text: Text, mentions: list[Mention], net: Net | None) -> list[Group]:
    """Return the names of a text in the order of their first mention, each with its mentions."""
    firsts = Firsts(2 * len(mentions))
    _agree(mentions, firsts, _SURE_UNITS * net.unit if net is not None else 0)
    order: list[Group] = []
    people: list[Group] = []
    bodies: list[Group] = []
    for mention in mentions:
        like = mention.like
        if like is not None and like.kind == mention.kind:
            mention.name = like.name
            known = order[like.name]
            known.add(mention)
            continue
        group = group_of(mention)
        if mention.count > 1:
            _shorten(text, group, mention)
        at = firsts.met((group.key ^ (_OF_KIND * (group.kind + 1) & _LOW)) or 1, len(order))
        if at >= 0:
            mention.name = at
            known = order[at]
            known.add(mention)
            continue
        mention.name = group.number = len(order)
        order.append(group)
        if group.kind == _PERSON:
            people.append(group)
        elif group.kind == _ORGANISATION:
            bodies.append(group)
    moved = False
    if len(people) > 1:
        moved |= join_people(text, people, net)
    if len(bodies) > 1:
        moved |= _join_bracketed(text, mentions, order)
        moved |= _join_bodies(text, bodies)
    return _in_order(order) if moved else order


def _in_order(groups: list[Group]) -> list[Group]:
    """Return the names that have mentions left, and these, in the text's order."""
    left: list[Group] = []
    are_sorted = True
    for group in groups:
        if not group.moved:
            left.append(group)
            if not group.sorted:
                group.mentions.sort(key=_START)
                are_sorted = False
    if not are_sorted:
        left.sort(key=_first_start)
    return left


_START: Final = attrgetter("start")


def _first_start(group: Group) -> int:
    return group.mentions[0].start


_SURE_UNITS: Final = 3
"""How clear a mention's kind is, in logarithms of odds, that stands against the other mentions of
the same words: a club beside its city. A guess."""


def _agree(mentions: list[Mention], firsts: Firsts, sure: int) -> None:
    """Tell which mentions are of the same words, and give these the kind that is clearest over all.

    What is in capitals takes the kind that the same words have elsewhere. Where *sure* is 0, all
    keep their kinds: somebody said them.
    """
    mixed: dict[int, list[int]] = {}
    bits = 0
    for n in range(len(mentions)):
        mention = head = mentions[n]
        at = firsts.met(mention.number, n)
        if at >= 0:
            head = mention.like = mentions[at]
        if head.sums is None and (mention.loud or head.kind != mention.kind):
            head.sums = mixed[mention.number] = [0] * _KINDS
            bits |= _ONE << (mention.number & _BITS)
    if not (bits and sure):
        return
    for mention in mentions:
        if not mention.loud:
            head = mention if mention.like is None else mention.like
            if head.sums is not None:
                head.sums[mention.kind] += mention.clear
            is_full = mention.kind == _PERSON and mention.count > 1
            if is_full and bits >> (mention.last & _BITS) & _ONE:
                sums = mixed.get(mention.last)
                if sums is not None:
                    sums[_PERSON] += mention.clear
    for mention in mentions:
        head = mention if mention.like is None else mention.like
        if head.sums is not None and (mention.loud or mention.clear < sure):
            best = max(head.sums)
            if best > 0:
                mention.kind = head.sums.index(best)


_BITS: Final = 63
_ONE: Final = 1
"""Of each number so many of its last bits tell whether it may be asked for."""


def _shorten(text: Text, group: Group, mention: Mention) -> None:
    """Leave out what a name may go without: ``The``, ``Inc.``, ``Jr.``; ``U.S.`` is ``US``."""
    first, count = mention.first, mention.count
    if mention.kind == _ORGANISATION:
        if text.plain[first] == _THE:
            first += 1
            count -= 1
        while count > 1 and text.plain[first + count - 1] in _FIRM:
            count -= 1
        if count > 1 and text.plain[first + count - 1] == _S:
            apostrophe = text.text[mention.end - 2]
            if apostrophe == "'" or apostrophe == "’":
                count -= 1
    elif mention.kind == _PERSON and count > 2 and mention.last in _HONORIFICS:
        count -= 1
    last = first + count - 1
    if count < mention.count:
        group.first, group.count = first, count
        group.last = text.plain[last]
        group.key = text.joined(first, last)
    for n in range(first, last + 1):
        if text.ends[n] - text.starts[n] > 1:
            return
    if count > 1:
        group.count = 1
        group.key = group.last = text.number_of_initials(first, last, _NONE)


_NONE: Final[frozenset[int]] = frozenset()


def _join_bracketed(text: Text, mentions: list[Mention], order: list[Group]) -> bool:
    """Move acronyms that a full name explains: ``Federal Security Service (FSB)``."""
    moved = False
    before = mentions[0]
    for mention in mentions:
        if (
            mention.start == before.end + 2
            and mention.count == 1
            and mention.kind == _ORGANISATION
            and before.kind == _ORGANISATION
            and text.text[before.end + 1] == "("
            and text.text[mention.end] == ")"
            and text.is_loud(mention.first, mention.first)
            and text.initial(mention.first) == text.initial(before.first)
        ):
            full, short = order[before.name], order[mention.name]
            if full.count > 1 and short.count == 1 and not full.moved and not short.moved:
                full.add_all_of(short)
                moved = True
        before = mention
    return moved


def _join_bodies(text: Text, bodies: list[Group]) -> bool:
    """Move acronyms and short forms of organisations to the full names; tell whether any moved."""
    short = [group for group in bodies if group.count == 1 and not group.moved]
    if not short or len(short) == len(bodies):
        return False
    initials: dict[int, Group] = {}
    by_first_word: dict[int, list[Group]] = {}
    for group in bodies:
        if group.count > 1:
            last = group.first + group.count - 1
            letters = text.number_of_initials(group.first, last, _SMALL)
            if letters:
                initials.setdefault(letters, group)
                initials.setdefault(text.number_of_initials(group.first, last, _NONE), group)
            by_first_word.setdefault(text.plain[group.first], []).append(group)
    moved = False
    for group in short:
        mention = group.mentions[0]
        full = None
        if text.is_loud(mention.first, mention.first + mention.count - 1):
            full = initials.get(group.key)
        if full is None:
            longer = by_first_word.get(group.key)
            if longer is not None and len(longer) == 1 and _is_before(longer[0], mention):
                full = longer[0]
        if full is not None:
            full.add_all_of(group)
            moved = True
    return moved


def _is_before(group: Group, mention: Mention) -> bool:
    first = group.mentions[0]
    return first.start < mention.start


_SMALL: Final = numbers("of the and for in on de la le les des du der die und für y e del")
"""Words without a letter in an acronym."""
