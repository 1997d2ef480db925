# cython: boundscheck=False, wraparound=False
"""Put all mentions of a name together: ``Stoltenberg`` and ``Jens Stoltenberg``."""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from pipeline.enriching.name_mentions import Mention
from pipeline.enriching.name_model import KINDS, ORGANISATION, PERSON, Net
from pipeline.enriching.name_text import Text
from pipeline.words.reading import number_of

__all__ = ["Group", "groups_of"]

_PERSON: Final = PERSON
_ORGANISATION: Final = ORGANISATION
_KINDS: Final = len(KINDS)


def _numbers(words: str) -> frozenset[int]:
    return frozenset([number_of(word) for word in words.split()])


_FIRM: Final = _numbers(
    "inc co corp corporation ltd limited plc ag sa nv ab asa oyj gmbh spa holdings holding group "
    "company cie kg se llc lp bv ltda srl oy as"
)
"""What a firm's name may go without."""

_THE: Final = number_of("the")
_S: Final = number_of("s")
_HONORIFICS: Final = _numbers("jr sr ii iii iv")
_PARTICLES: Final = _numbers(
    "de da del della di du des van von der den ter ten zu al el bin ben ibn la le dos das"
)


class Group:
    """The mentions of one name, and the words that it goes by."""

    __slots__ = ("clear", "count", "first", "key", "kind", "last", "mentions", "moved", "sorted")

    kind: int
    mentions: list[Mention]
    first: int
    """The first of its words, where they were met first."""
    count: int
    """How many words it has."""
    last: int
    """The number of the last one."""
    key: int
    """The number of all of them."""
    clear: int
    """How clear the clearest mention is."""
    moved: bool
    """Whether its mentions are another name's."""
    sorted: bool
    """Whether its mentions stand in the text's order."""

    def add(self, mention: Mention) -> None:
        """Add a mention."""
        before = self.mentions[len(self.mentions) - 1]
        if mention.start < before.start:
            self.sorted = False
        self.mentions.append(mention)
        if mention.clear > self.clear:
            self.clear = mention.clear

    def add_all_of(self, other: Group) -> None:
        """Add the mentions of a shorter form."""
        for mention in other.mentions:
            self.add(mention)
        other.moved = True

    def fullest(self) -> Mention:
        """Return the mention with the most words; of equals one not shouted, then the first."""
        best = self.mentions[0]
        for mention in self.mentions:
            longer = mention.count > best.count or (
                mention.count == best.count and mention.end - mention.start > best.end - best.start
            )
            if (longer and (best.loud or not mention.loud)) or (
                not longer and best.loud and not mention.loud
            ):
                best = mention
        return best


def _group(mention: Mention) -> Group:
    """Return a name that goes by the words of a mention."""
    group = Group.__new__(Group)
    group.kind = mention.kind
    group.mentions = [mention]
    group.first = mention.first
    group.count = mention.count
    group.last = mention.last
    group.key = mention.number
    group.clear = mention.clear
    group.moved = False
    group.sorted = True
    return group


def groups_of(text: Text, mentions: list[Mention], net: Net | None) -> list[Group]:
    """Return the names of a text in the order of their first mention, each with its mentions."""
    if net is not None:
        _agree(mentions, _SURE_UNITS * net.unit)
    by_key: tuple[dict[int, Group], ...] = ({}, {}, {}, {})
    order: list[Group] = []
    people: list[Group] = []
    bodies: list[Group] = []
    for mention in mentions:
        groups = by_key[mention.kind]
        group = groups.get(mention.number)
        if group is not None:
            group.add(mention)
            continue
        group = _group(mention)
        if mention.count > 1:
            _shorten(text, group, mention)
            known = groups.get(group.key)
            if known is not None:
                groups[mention.number] = known
                known.add(mention)
                continue
        groups[mention.number] = groups[group.key] = group
        order.append(group)
        if group.kind == _PERSON:
            people.append(group)
        elif group.kind == _ORGANISATION:
            bodies.append(group)
    moved = False
    if len(people) > 1:
        moved |= _join_people(text, people, net)
    if len(bodies) > 1:
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


def _agree(mentions: list[Mention], sure: int) -> None:
    """Give mentions of the same words the kind that is clearest over all.

    What is in capitals takes the kind that the same words have elsewhere.
    """
    kinds: dict[int, int] = {}
    mixed: dict[int, list[int]] = {}
    for mention in mentions:
        if mention.loud or kinds.setdefault(mention.number, mention.kind) != mention.kind:
            mixed[mention.number] = [0] * _KINDS
    if not mixed:
        return
    for mention in mentions:
        if not mention.loud:
            sums = mixed.get(mention.number)
            if sums is not None:
                sums[mention.kind] += mention.clear
            if mention.kind == _PERSON and mention.count > 1:
                sums = mixed.get(mention.last)
                if sums is not None:
                    sums[_PERSON] += mention.clear
    for mention in mentions:
        sums = mixed.get(mention.number)
        if sums is not None and (mention.loud or mention.clear < sure):
            best = max(sums)
            if best > 0:
                mention.kind = sums.index(best)


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


def _join_people(text: Text, people: list[Group], net: Net | None) -> bool:
    """Move the mentions of short forms to the full names; tell whether any was moved."""
    by_word: dict[int, list[Group]] = {}
    most = 1
    for group in people:
        if group.count > 1:
            most = max(most, group.count)
            for n in range(group.count):
                namesakes = by_word.setdefault(_part(text, group, n), [])
                if len(namesakes) < _MOST_NAMESAKES:
                    namesakes.append(group)
    if not by_word:
        return False
    moved = False
    for count in range(1, most + 1):
        for group in people:
            if group.count == count:
                moved |= _join_person(text, group, by_word, net)
    return moved


def _join_person(
    text: Text, group: Group, by_word: dict[int, list[Group]], net: Net | None
) -> bool:
    """Move the mentions of one short form; tell whether there was a full name for them."""
    namesakes = by_word.get(group.last)
    if namesakes is None:
        return False
    longer: list[Group] = []
    best = 0
    for full in namesakes:
        if full is not group and _is_short_for(text, group, full):
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
    if group.count > 1:
        for n in range(group.count):
            namesakes = by_word.get(_part(text, group, n))
            if namesakes is not None and group in namesakes:
                namesakes.remove(group)
    return True


_MOST_NAMESAKES: Final = 30
"""People of one name in an item who are told apart; a text with more is a list."""


def _part(text: Text, group: Group, n: int) -> int:
    """Return the number of one of a name's words."""
    return group.last if n == group.count - 1 else text.plain[group.first + n]


def _is_letter(text: Text, group: Group, n: int) -> bool:
    """Tell whether one of a name's words is a letter."""
    return text.ends[group.first + n] - text.starts[group.first + n] == 1


def _is_short_for(text: Text, short: Group, full: Group) -> bool:
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
    if word in _PARTICLES or text.ends[short.first] - text.starts[short.first] == 1:
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


_MEN: Final = _numbers("mr sir lord herr m monsieur señor sr don signor sig king prince")
_WOMEN: Final = _numbers(
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


def _join_bodies(text: Text, bodies: list[Group]) -> bool:
    """Move acronyms and short forms of organisations to the full names; tell whether any moved."""
    short = [group for group in bodies if group.count == 1]
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


_SMALL: Final = _numbers("of the and for in on de la le les des du der die und für y e del")
"""Words without a letter in an acronym."""
