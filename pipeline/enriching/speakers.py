"""Who speaks: the words beside a cue, and the fullest form of that name in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["Cast"]

_NAME: Final = re.compile(
    r"[A-ZÀ-ÞŠŽČ][\w'’.-]*\w(?:\s(?:(?:de|da|del|della|van|von|der|den|al|el|bin|la|le|di|du)\s)?"
    r"[A-ZÀ-ÞŠŽČ][\w'’.-]*\w?)+"
)
_LAST_WORD: Final = re.compile(r"[\w'’-]+$")


_NO_NAME: Final = frozenset(
    "The A An And But In On At According After Selon Laut Nach Der Die Das Le La Les El Los Las "
    "Según Pour Para Mr Mrs Ms Herr Frau".split()
)
"""Words that begin a sentence, or a name, without being a part of it."""


class Cast:
    """The people and bodies that a text names, by the last word of their names."""

    def __init__(self, parts: Iterable[str], known: Iterable[str] = ()) -> None:
        self._full: dict[str, str] = {}
        for text in parts:
            for match in _NAME.finditer(text):
                self._add(match[0].rstrip(".'’"))
        for name in known:
            self._add(name)

    def _add(self, name: str) -> None:
        first, _, rest = name.partition(" ")
        if rest and first in _NO_NAME:
            name = rest
        last = _LAST_WORD.search(name)
        if last is not None and len(name) > len(self._full.get(last[0], "")):
            self._full[last[0]] = name

    def full(self, said: str) -> str:
        """Return the fullest form of the name that ends some words, or nothing.

        >>> Cast(["Jens Stoltenberg spoke. Later Stoltenberg left."]).full("Stoltenberg")
        'Jens Stoltenberg'
        """
        names: list[str] = _NAME.findall(said)
        if names:
            last = _LAST_WORD.search(names[-1])
            return self._full.get(last[0], names[-1]) if last else names[-1]
        for word in reversed(said.split()):
            word = word.strip(",.'’\"")
            if word in self._full:
                return self._full[word]
        return ""
