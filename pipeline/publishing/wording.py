"""What a new version changed, in words: paragraphs, figures, the old and the new wording.

Paragraphs are compared as wholes first and then, where one stands in the place of another, word by
word. What is told is bounded: some passages of some hundred characters.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

import orjson

from schemas.article import FigureChange, Wording
from schemas.types import Block

__all__ = ["Differences", "Text", "differences"]

_MOST_PASSAGES: Final = 12
_MOST_CHARS: Final = 300
_AROUND: Final = 5
"""Words that are shown before and after what changed."""

_MOST_PARAGRAPHS: Final = 500
_MOST_KEPT_CHARS: Final = 60_000
_MOST_PAIRED: Final = 60
_MOST_WORDS: Final = 400
"""Bounds for a row's size and for the time of a comparison; an agency's story has some twenty
paragraphs of fifty words. What lies beyond is not compared."""

_ALIKE: Final = 0.4
"""Share of common words from which a paragraph is a new wording of another one. A guess."""

_FIGURE: Final = re.compile(r"\d(?:[\d.,:]*\d)?")


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a version, as they are kept until the next one comes."""

    headline: str = ""
    standfirst: str = ""
    paragraphs: tuple[str, ...] = ()

    @classmethod
    def of(cls, headline: str, standfirst: str, body: Sequence[Block]) -> Text:
        """Return the words of an item's parts."""
        texts, left = list[str](), _MOST_KEPT_CHARS
        for block in body[:_MOST_PARAGRAPHS]:
            if left <= 0:
                break
            texts.append(block.text[:left])
            left -= len(block.text)
        return cls(headline[: _MOST_CHARS * 2], standfirst[: _MOST_CHARS * 10], tuple(texts))

    def packed(self) -> bytes:
        """Return the words as a row's value: JSON, compressed."""
        told = [self.headline, self.standfirst, *self.paragraphs]
        plain = orjson.dumps([text.encode("utf-8", "replace").decode() for text in told])
        return zlib.compress(plain, 6)

    @classmethod
    def unpacked(cls, value: bytes) -> Text:
        """Return what ``packed`` wrote."""
        headline, standfirst, *paragraphs = orjson.loads(zlib.decompress(value))
        return cls(headline, standfirst, tuple(paragraphs))


@dataclass(frozen=True, slots=True)
class Differences:
    """How a text differs from the one before it."""

    added: int = 0
    removed: int = 0
    changed: int = 0
    figures: tuple[FigureChange, ...] = ()
    wording: tuple[Wording, ...] = ()


def differences(old: Text, new: Text) -> Differences:
    """Return what *new* changed; figures and passages are the first some of them."""
    figures: list[FigureChange] = []
    wording: list[Wording] = []

    def compare(where: str, before: str, after: str) -> None:
        if before == after or len(wording) >= _MOST_PASSAGES:
            return
        one, other = before.split()[:_MOST_WORDS], after.split()[:_MOST_WORDS]
        spans = _changed(one, other)
        if not spans:
            return
        for i, j, k, m in spans:
            figures.extend(_figures(where, one[i:j], other[k:m]))
        (i, _, k, _), (_, j, _, m) = spans[0], spans[-1]
        wording.append(Wording(where=where, old=_passage(one, i, j), new=_passage(other, k, m)))

    compare("headline", old.headline, new.headline)
    compare("standfirst", old.standfirst, new.standfirst)
    before, after = _own(old.paragraphs, new.paragraphs), _own(new.paragraphs, old.paragraphs)
    pairs = _paired([old.paragraphs[i] for i in before], [new.paragraphs[i] for i in after])
    for i, j in pairs:
        compare(f"body:{after[j]}", old.paragraphs[before[i]], new.paragraphs[after[j]])
    changed = len(pairs)
    added, removed = len(after) - changed, len(before) - changed
    return Differences(added, removed, changed, tuple(figures[:_MOST_PASSAGES]), tuple(wording))


def _own(ours: Sequence[str], theirs: Sequence[str]) -> list[int]:
    """Return the places of those paragraphs that the other text does not have as well.

    A paragraph that only moved is no change.
    """
    left, own = Counter(theirs), list[int]()
    for place, text in enumerate(ours):
        if left[text]:
            left[text] -= 1
        else:
            own.append(place)
    return own


def _paired(old: list[str], new: list[str]) -> list[tuple[int, int]]:
    """Return which paragraphs are new wordings of which, in their order."""
    old, new = old[:_MOST_PAIRED], new[:_MOST_PAIRED]
    words = [set(text.split()) for text in old]
    pairs, least = list[tuple[int, int]](), 0
    for j, text in enumerate(new):
        ours = set(text.split())
        best, place = _ALIKE, -1
        for i in range(least, len(old)):
            shared = len(ours & words[i]) / max(1, min(len(ours), len(words[i])))
            if shared > best:
                best, place = shared, i
        if place >= 0:
            pairs.append((place, j))
            least = place + 1
    return pairs


def _changed(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(i, j, k, m) for what, i, j, k, m in matcher.get_opcodes() if what != "equal"]


def _figures(where: str, old: list[str], new: list[str]) -> Iterator[FigureChange]:
    """Yield the figures that stand where others stood; None where one side has more."""
    before = _FIGURE.findall(" ".join(old))
    after = _FIGURE.findall(" ".join(new))
    if len(before) == len(after):
        for one, other in zip(before, after, strict=True):
            if one != other:
                yield FigureChange(where=where, old=one, new=other)


def _passage(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(words), end + _AROUND)
    text = " ".join(words[first:last])
    if len(text) > _MOST_CHARS:
        text = text[:_MOST_CHARS].rpartition(" ")[0] or text[:_MOST_CHARS]
        last = len(words) + 1
    return f"{'… ' if first else ''}{text}{' …' if last != len(words) else ''}"
