"""The text of an item as topics are read from it: what names the story, and how it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.words.making import span_of
from pipeline.words.of_item import ItemWords, words_of
from pipeline.words.reading import Words, read_words
from schemas.types import Span
from schemas.wire import WireItem

__all__ = ["TopicText"]

_MOST_CHARS: Final = 2000
"""How much of the body is read. A story says early what it is about; a price list never does. With
1,200 to 3,000 characters as many of the labelled articles to choose by are right, within chance."""

_NAMED_CHARS: Final = 1000
"""How much of slugline, keywords and categories is read."""

_LEAD_CHARS: Final = 500
"""What counts as the lead: two or three sentences after a dateline."""


@dataclass(slots=True, eq=False)
class TopicText:
    """The words that an item begins with, and which of them are the headline and the lead."""

    words: Words
    """The headline's first."""
    named: Words
    """The words of slugline, keywords and categories, which count as the headline's."""
    head: int
    """How many characters the headline has."""
    item: ItemWords | None = None

    @property
    def lead(self) -> int:
        """Where the lead ends."""
        return self.head + _LEAD_CHARS

    @property
    def most(self) -> int:
        """How many characters are read."""
        return self.head + _MOST_CHARS

    @classmethod
    def of(cls, head: str, body: str) -> TopicText:
        """Return a text that has a headline and a body."""
        return cls(read_words(f"{head}\n\n{body[:_MOST_CHARS]}"), _NOTHING, len(head))

    @classmethod
    def of_item(cls, item: WireItem) -> TopicText:
        """Return an item's headline, slugline, keywords and categories, and how its text begins."""
        read = words_of(item)
        head = len(item.headline) if read.parts[:1] == ("headline",) else 0
        named = [item.slugline] if item.slugline else []
        named += [*item.keywords, *item.categories]
        return cls(read.words, _named(named), head, read)

    def spans(self, places: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """Return where words stand in the item; no term goes from one part of it to the next."""
        item = self.item
        if item is None:
            raise ValueError("this text is no item's")
        return tuple([span_of(item.parts, item.begins, start, end) for start, end in places])


_NOTHING: Final = read_words("")


def _named(texts: Sequence[str]) -> Words:
    return read_words("\n\n".join(texts)[:_NAMED_CHARS]) if texts else _NOTHING
