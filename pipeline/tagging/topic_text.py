"""The text of an item as topics are read from it, and the way back to where a word stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.tagging.word_list import Haystack
from schemas.types import Span
from schemas.wire import WireItem

__all__ = ["TopicText"]

_MOST_CHARS: Final = 3000
"""How much of the body is read. A story says early what it is about; a price list never does."""

_SHOWN: Final = ("headline", "standfirst", "body")

Parts = Iterable[tuple[str, str]]


class TopicText:
    """What names a story and its beginning, as one haystack."""

    __slots__ = ("_parts", "_starts", "haystack", "head_bytes")

    def __init__(self, head: Parts, body: Parts) -> None:
        """*head* and *body* are parts by name; what has no name is read and never shown."""
        heads, bodies = list(_cut(head)), list(_cut(body))
        self._parts = [*heads, *bodies]
        self._starts: list[int] = []
        at = 0
        for _, text in self._parts:
            self._starts.append(at)
            at += len(text) + 1
        self.haystack = Haystack("\n".join(text for _, text in self._parts))
        self.head_bytes = sum(len(text.encode("utf-8", "replace")) + 1 for _, text in heads) - 1
        """Bytes of the haystack that name the story."""

    @classmethod
    def of_item(cls, item: WireItem) -> TopicText:
        """Return an item's headline, slugline, keywords and categories, and how its text begins."""
        named = [("", text) for text in (item.slugline, *item.keywords, *item.categories)]
        blocks = ((f"body:{number}", block.text) for number, block in enumerate(item.body))
        standfirst = [("standfirst", item.standfirst)] if item.standfirst else []
        return cls([("headline", item.headline), *named], _chain(standfirst, blocks))

    def span(self, start: int, end: int) -> Span | None:
        """Return where whole words stand whose bytes were found; None in what is not shown."""
        first, last = self.haystack.words_around(start, end)
        number = bisect_right(self._starts, first) - 1
        where, text = self._parts[number]
        first, last = first - self._starts[number], last - self._starts[number]
        if not where or last > len(text):  # unnamed, or over the end of a part into the next
            return None
        return Span(where=where, start=first, end=last)

    @staticmethod
    def order(span: Span) -> tuple[int, int, int]:
        """Return a key that sorts spans as an item is read."""
        part, _, number = span.where.partition(":")
        return _SHOWN.index(part), int(number or 0), span.start


def _chain(first: Parts, then: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield from first
    yield from then


def _cut(parts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the parts until they are long enough, without joining a body of megabytes first."""
    left = _MOST_CHARS
    for where, text in parts:
        if left <= 0:
            return
        yield where, text[:left]
        left -= len(text)
