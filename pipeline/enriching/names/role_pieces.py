# cython: boundscheck=False, wraparound=False
"""What is written between two blanks, and what it is to a role: ``EU-Kommissar``, ``l'ancien``."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.names.role_words import NOUN, RoleWords, is_calling
from pipeline.enriching.names.text import Text
from pipeline.words import signs

__all__ = ["MOST_CHARS", "Pieces"]

MOST_CHARS: Final = 80
"""A role is at most so long; what is longer says more than what somebody is."""

_MOST_CHARS: Final = MOST_CHARS
_BLANK: Final = signs.BLANK
_NOUN: Final = NOUN


class Pieces:
    """The pieces of a text, each of one or more words: those that hyphens and the like join."""

    __slots__ = ("_meanings", "_numbers", "_text", "endings")

    def __init__(self, text: Text, words: RoleWords) -> None:
        """The words are those of the text's language."""
        self._text = text
        self._meanings = words.meanings
        self._numbers = words.numbers
        self.endings = words.endings

    def meaning(self, first: int, last: int) -> int:
        """Return what the words of a piece (``EU-Kommissar``) are together."""
        if first == last:
            meaning = self._numbers.get(self._text.plain[first], 0)
            if meaning & _NOUN or not self.endings:
                return meaning
        return self.meaning_of(self._text.text[self._text.starts[first] : self._text.ends[last]])

    def meaning_of(self, said: str) -> int:
        """Return what is written, letter by letter, is to a role."""
        small = said.lower()
        meaning = self._meanings.get(small, 0)
        if not meaning & _NOUN:
            if self.endings and is_calling(small, self.endings):
                return meaning | _NOUN
            first, _, last = small.rpartition("-")
            if first and self._meanings.get(last, 0) & _NOUN:
                return meaning | _NOUN
        return meaning

    def meaning_between(self, start: int, end: int) -> int:
        """Return what is written between two blanks: ``l'ancien``, ``U.S.``."""
        said = self._text.text[start:end].lower()
        meaning = self._meanings.get(said, 0) & ~_NOUN
        return meaning | (self.meaning_of(said.rpartition("'")[2]) & _NOUN)

    def _is_joined(self, n: int) -> bool:
        """Tell whether a word and the one before it are one piece: ``vice-president``."""
        text = self._text
        for at in range(text.ends[n - 1], text.starts[n]):  # noqa: SIM110 - faster, compiled
            if text.text[at] not in "&/.'’-":
                return False
        return True

    def before(self, n: int) -> int:
        """Return the first word of the piece that stands before a word; -1 if none does."""
        text = self._text
        if n == 0 or text.gaps[n] != _BLANK:
            return -1
        return self.beginning(n - 1)

    def beginning(self, n: int) -> int:
        """Return the first word of the piece that ends with a word."""
        while n > 0 and self._text.gaps[n] != _BLANK and self._is_joined(n):
            n -= 1
        return n

    def end(self, n: int) -> int:
        """Return the last word of the piece that begins with a word."""
        while n + 1 < self._text.count and self._text.gaps[n + 1] != _BLANK:
            if not self._is_joined(n + 1):
                break
            n += 1
        return n

    def may_stand_before(self, start: int, end: int) -> bool:
        """Tell whether what is written may belong to a role, before its noun."""
        first = self._text.text[start]
        if first.isupper() or first.isdigit() or (first == "." and end == start + 1):
            return True
        return self._text.text[start:end].lower().isalpha()

    def shown(self, start: int, end: int) -> str:
        """Return a role as it stands, its words a blank apart; nothing if it is too long."""
        said = " ".join(self._text.text[start:end].split())
        return said if len(said) <= _MOST_CHARS else ""
