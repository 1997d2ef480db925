"""The words of an item: its headline, standfirst and body read as one text, once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pipeline.words.making import span_of
from pipeline.words.reading import Words, read_words
from schemas.types import Block, Span, Tag
from schemas.wire import WireItem

__all__ = ["MOST_CHARS", "ItemWords", "language_of", "words_of"]

MOST_CHARS: Final = 60_000
"""How much of an item is read, some 10,000 words: the longest stories have half of it. What a
document of megabytes says further down is not looked for."""

_BETWEEN: Final = "\n\n"


@dataclass(frozen=True, slots=True, eq=False)
class ItemWords:
    """An item's parts as one text, an empty line between two, and the way back to the parts."""

    words: Words
    parts: tuple[str, ...]
    """The parts' names, as a ``Span`` names them: ``headline``, ``standfirst``, ``body:3``."""
    begins: tuple[int, ...]
    """Where each part begins in the text."""
    begin_of: dict[str, int]
    """The same by the parts' names: from a ``Span`` back into the text."""
    body: int
    """Where the first block of the body begins; the text's length if there is none."""

    @property
    def text(self) -> str:
        """The whole text."""
        return self.words.text

    def span(self, start: int, end: int) -> Span:
        """Return where ``text[start:end]`` stands in the item; it must not leave its part."""
        return span_of(self.parts, self.begins, start, end)

    def part_of(self, at: int) -> int:
        """Return the number of the part that a character stands in."""
        return bisect_right(self.begins, at) - 1


_HEAD: Final = ("headline", "standfirst")


@lru_cache(maxsize=4096)
def _name_of(part: int) -> str:
    return _HEAD[part] if part < len(_HEAD) else f"body:{part - len(_HEAD)}"


def _read(headline: str, standfirst: str, body: tuple[Block, ...]) -> ItemWords:
    parts, begins, texts = [], [], []
    at, left, body_at = 0, MOST_CHARS, -1
    for number, text in enumerate((headline, standfirst, *[block.text for block in body])):
        if not text or left <= 0:
            continue
        if body_at < 0 and number >= len(_HEAD):
            body_at = at
        text = text[:left]
        parts.append(_name_of(number))
        begins.append(at)
        texts.append(text)
        at += len(text) + len(_BETWEEN)
        left -= len(text)
    joined = _BETWEEN.join(texts)
    words = read_words(joined)
    begin_of = dict(zip(parts, begins, strict=True))
    first_block = len(joined) if body_at < 0 else body_at
    return ItemWords(words, tuple(parts), tuple(begins), begin_of, first_block)


_last: tuple[str, str, tuple[Block, ...], ItemWords] | None = None
"""The item that was read last: the steps of a stage ask for the same one after each other. It
saves work and changes no answer."""


def words_of(item: WireItem) -> ItemWords:
    """Return the words of an item's headline, standfirst and body (at most ``MOST_CHARS``)."""
    global _last
    last = _last
    if (
        last is not None
        and last[2] is item.body
        and last[0] is item.headline
        and last[1] is item.standfirst
    ):
        return last[3]
    read = _read(item.headline, item.standfirst, item.body)
    _last = (item.headline, item.standfirst, item.body, read)
    return read


_last_told: tuple[tuple[Tag, ...], str, str] | None = None
"""The tags and the language of the item that was asked for last, and what it is written in."""


def language_of(item: WireItem) -> str:
    """Return the language that an item's words are in, as its provider says.

    But where the tag stage found that they plainly are in another (an English service whose
    records all say ``it``), that one: every later step reads the words as what they are.
    """
    global _last_told
    last = _last_told
    if last is not None and last[0] is item.tags and last[1] is item.language:
        return last[2]
    language = item.language
    for tag in item.tags:
        if tag.scheme == "language" and tag.by == "language":
            language = tag.code
    _last_told = (item.tags, item.language, language)
    return language
