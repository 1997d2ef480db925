"""Find the words of a topic in a text: all words of a language at once, in one pass.

The automaton works on bytes, with everything that is no letter or digit made a space: the end of a
word is then part of what is looked for, and "war" is never met inside "software".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation

__all__ = ["Found", "Haystack", "WordList", "same_length"]

_SPACED: Final = bytes(byte if chr(byte).isalnum() or byte >= 0x80 else 0x20 for byte in range(256))
_SPACE: Final = 0x20
_TYPED: Final = (
    ("’", "'"),
    ("‘", " "),
    ("“", " "),
    ("”", " "),
    ("„", " "),
    ("«", " "),
    ("»", " "),
    ("–", " "),
    ("—", " "),
    ("…", " "),
    ("\xa0", " "),
    ("،", " "),
    ("。", " "),
)
"""What agencies set around words beyond ASCII."""


@dataclass(frozen=True, slots=True)
class _Word:
    topic: str
    weight: int
    rest: re.Pattern[bytes] | None
    """What must follow, for several words of which one within may go on."""


class Found(NamedTuple):
    """A word that was found."""

    topic: str
    weight: int
    start: int
    """Where in the haystack it was first met, in bytes, with the space before it."""
    end: int
    times: int


class Haystack:
    """A text made ready to be searched: in bytes, in lower case and as it was written.

    Both begin with a space, and a character of the text is a character of either: what was found
    can be shown in the text.
    """

    __slots__ = ("as_written", "lower")

    def __init__(self, text: str) -> None:
        if not text.isascii():
            for typed, plain in _TYPED:
                text = text.replace(typed, plain)
        self.lower = _spaced(same_length(text))
        self.as_written = _spaced(text)

    def words_around(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters, from and to, of the whole words that bytes stand in."""
        lower = self.lower
        if lower[start] == _SPACE:
            start += 1
        start = lower.rfind(b" ", 0, start) + 1
        if lower[end - 1] == _SPACE:
            end -= 1
        end = lower.find(b" ", end) if lower[end] != _SPACE else end
        before = len(lower[:start].decode("utf-8"))
        return before - 1, before - 1 + len(lower[start:end].decode("utf-8"))


def same_length(text: str) -> str:
    """Return *text* in lower case, a character for a character (Turkish capital I is two)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


class WordList:
    """The words of one language; see ``lexicon/README.md`` for how they are written."""

    def __init__(self, words: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        any_case: dict[bytes, list[_Word]] = {}
        as_written: dict[bytes, list[_Word]] = {}
        for topic in sorted(words):
            for weight in sorted(words[topic], reverse=True):
                for term in words[topic][weight]:
                    into = as_written if term.startswith("=") else any_case
                    looked_for, rest = _parsed(term.removeprefix("="))
                    into.setdefault(looked_for, []).append(_Word(topic, int(weight), rest))
        self._passes = tuple((_finder(list(p)), list(p.values())) for p in (any_case, as_written))

    def find(self, text: Haystack) -> list[Found]:
        """Return every word that is in *text*, each once, with its first place."""
        any_case, as_written = self._passes
        return [*_matches(*any_case, text.lower), *_matches(*as_written, text.as_written)]


def _matches(
    finder: BytesAhoCorasick | None, words: Sequence[Sequence[_Word]], haystack: bytes
) -> list[Found]:
    if finder is None:
        return []
    first: dict[int, tuple[int, int]] = {}
    times: dict[int, int] = {}
    for number, start, end in finder.find_matches_as_indexes(haystack, overlapping=True):
        if number in times:
            times[number] += 1
        elif _fits(words[number], haystack, end):
            first[number] = (start, end)
            times[number] = 1
    return [
        Found._make((word.topic, word.weight, start, end, times[number]))
        for number, (start, end) in first.items()
        for word in words[number]
    ]


def _fits(words: Sequence[_Word], haystack: bytes, end: int) -> bool:
    for word in words:  # noqa: SIM110 - any() costs four times as much, for each word of a text
        if word.rest is None or word.rest.match(haystack, end):
            return True
    return False


def _finder(patterns: Sequence[bytes]) -> BytesAhoCorasick | None:
    # The larger automaton is the faster one; it takes some megabytes a language.
    kind = Implementation.ContiguousNFA
    return BytesAhoCorasick(patterns, implementation=kind) if patterns else None


def _spaced(text: str) -> bytes:
    return f" {text} ".encode("utf-8", "replace").translate(_SPACED)


def _parsed(term: str) -> tuple[bytes, re.Pattern[bytes] | None]:
    """Return the bytes to look for, and what must follow them."""
    core, star, more = term.strip("*").partition("*")
    begins = "" if term.startswith("*") else " "
    ends = "" if term.endswith("*") else " "
    if not star:
        return f"{begins}{core}{ends}".encode().translate(_SPACED), None
    follows = [re.escape(part.encode().translate(_SPACED)) for part in f"{more}{ends}".split("*")]
    return (
        f"{begins}{core}".encode().translate(_SPACED),
        re.compile(rb"[^ ]*" + rb"[^ ]*".join(follows)),
    )
