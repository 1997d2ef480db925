# cython: boundscheck=False, wraparound=False
"""A name of a text: its mentions, and the words that it goes by."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.names.mentions import Mention

__all__ = ["Group", "group_of"]


class Group:
    """The mentions of one name, and the words that it goes by."""

    __slots__ = (
        "clear",
        "count",
        "first",
        "key",
        "kind",
        "last",
        "mentions",
        "moved",
        "number",
        "sorted",
    )

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
    number: int
    """Which name of the text it is."""
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

    def plainest(self, text: str) -> Mention:
        """Return the mention with the most words; of equals the shortest, as nominatives are."""
        best = self.mentions[0]
        least = _weight(text, best)
        for mention in self.mentions:
            weight = _weight(text, mention)
            if weight < least:
                best, least = mention, weight
        return best

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


_HEAVY: Final = 1000


def _weight(text: str, mention: Mention) -> int:
    """Return how far a mention is from the name as it stands in a list; see ``plainest``."""
    letters = mention.end - mention.start
    oblique = text[mention.end - 1] in "уюыеи"
    return 2 * letters + oblique + _HEAVY * mention.loud - 2 * _HEAVY * mention.count


def group_of(mention: Mention) -> Group:
    """Return a name that goes by the words of a mention."""
    group = Group.__new__(Group)
    group.kind = mention.kind
    group.mentions = [mention]
    group.first = mention.first
    group.count = mention.count
    group.last = mention.last
    group.key = mention.number
    group.clear = mention.clear
    group.number = -1
    group.moved = False
    group.sorted = True
    return group
