"""How frequent words are in Galician, of which there is no list that may be used.

They are counted in the help of LibreOffice, which has all the small words and forms. What news are
about is not in it: words that it lacks are taken to be Galician too where Spanish or Portuguese has
them, a little less so, but for the most frequent ones, which the help would have.
"""

from __future__ import annotations

import html
import io
import math
import re
import tarfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

__all__ = ["galician_words", "help_texts"]

_TEXT: Final = re.compile(r"<(p|h\d|li)\b[^>]*>(.*?)</\1>", re.DOTALL)
_BEGINS: Final = '<div id="DisplayArea"'
_ENGLISH: Final = re.compile(r"\b(the|of|is|to|and|you|for|with|this|if|are)\b", re.IGNORECASE)
"""Half of the help is not translated."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST: Final = 2
_HEAD: Final = 60
"""Bytes before each part of a Debian package: its name first, its size from the 48th on."""

_BORROWING: Final = 2.0
"""How much less frequent a word is taken to be in Galician than in its neighbours, as a difference
of logarithms; a guess."""

_SMALL_WORDS: Final = 600
"""So many of the most frequent words of a neighbour are not taken over; a guess."""

_LISTED: Final = -8.5
"""The logarithm of how frequent a word of ``near_languages.txt`` is at least; a guess."""


def galician_words(
    texts: Iterable[str], neighbours: Iterable[Mapping[str, float]], listed: Iterable[str]
) -> dict[str, float]:
    """Return Galician words and the logarithms of how frequent they are.

    *neighbours* are the words of Spanish and Portuguese, *listed* words that are Galician for sure.
    """
    times = Counter(word for text in texts for word in _WORD.findall(text.lower()))
    whole = times.total()
    words = {
        word: math.log(n / whole) for word, n in times.items() if n >= _FEWEST and len(word) > 1
    }
    for word in listed:
        words[word] = max(_LISTED, words.get(word, _LISTED))
    neighbours = list(neighbours)
    small: set[str] = set()
    for known in neighbours:
        small.update(sorted(known, key=lambda word: (-known[word], word))[:_SMALL_WORDS])
    for known in neighbours:
        for word, logarithm in known.items():
            if word not in times and word not in small:
                words[word] = max(logarithm - _BORROWING, words.get(word, -math.inf))
    return words


def help_texts(package: Path) -> list[str]:
    """Return each paragraph of LibreOffice's help once; *package* is Debian's of a language."""
    texts: dict[str, None] = {}
    with tarfile.open(fileobj=io.BytesIO(_data(package.read_bytes()))) as data:
        for member in data:
            page = data.extractfile(member) if member.name.endswith(".html") else None
            if page is None:
                continue
            markup = page.read().decode()
            for _, inner in _TEXT.findall(markup[markup.find(_BEGINS) :]):
                text = " ".join(html.unescape(re.sub(r"<[^>]+>", "", inner)).split())
                if not _ENGLISH.search(text):
                    texts[text] = None
    return list(texts)


def _data(package: bytes) -> bytes:
    """Return the archive of files within a Debian package."""
    at = package.index(b"\n") + 1
    while at < len(package):
        name = package[at : at + 16].decode().strip(" /")
        size = int(package[at + 48 : at + 58])
        if name.startswith("data.tar"):
            return package[at + _HEAD : at + _HEAD + size]
        at += _HEAD + size + size % 2
    raise ValueError("no files in the package")
