"""What is remembered of a text: enough to tell the same words, nearly the same, and what differs.

Dateline, byline and credit are no part of it: cleaning has cut them off, and they are what
another agency changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from rensa import RMinHash

from schemas.types import Block

__all__ = ["PERMUTATIONS", "Fingerprint", "fingerprint"]

PERMUTATIONS = 64
"""Values of a sketch. The estimate of likeness errs by about 1/sqrt(64) = 12 points at worst and by
4 near 0.9; it only finds candidates, sentences and figures decide."""

_SEED = 1869
"""Any fixed number: two processes must draw the same permutations."""

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"(?<=[.!?…؟।])[\"'”’»)\]]*\s+|(?<=[。！？])|\n")
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_LEAST_SENTENCE_WORDS = 4
"""Shorter sentences ("He declined to comment.") stand in many stories."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A text's fingerprint; it is equal on every run and every machine."""

    exact: bytes
    """16 bytes for the words in their order; case, punctuation and spacing do not count."""
    words: int
    sketch: tuple[int, ...]
    """MinHash over word triples: the share of equal values estimates their Jaccard likeness."""
    sentences: frozenset[int]
    """64-bit hashes of the sentences' words."""
    figures: frozenset[int]
    """32-bit hashes of the numbers in the text."""
    is_prose: bool
    """Fixtures, price lists and tables are none: they share their text with yesterday's."""

    @property
    def is_comparable(self) -> bool:
        """Whether likeness means something: prose of some length."""
        return self.is_prose and bool(self.sentences) and bool(self.sketch)


_LEAST_WORDS = 40
"""Shorter texts (alerts, one paragraph) are compared as a whole: with 40 words, two that differ in
one figure are 93 % alike. A guess between an alert (25 words) and a brief (80)."""


def fingerprint(headline: str, blocks: Iterable[Block]) -> Fingerprint:
    """Return the fingerprint of a text; the headline counts only where there is no body.

    >>> a = fingerprint("", [Block(text="PARIS - Rain, rain.")])
    >>> a.exact == fingerprint("", [Block(text="Paris: rain  rain")]).exact
    True
    """
    blocks = list(blocks)
    text = "\n".join(block.text for block in blocks) or headline
    sentences = [_words(sentence) for sentence in _SENTENCE_END.split(text.casefold())]
    words = [word for sentence in sentences for word in sentence]
    exact = blake2b(" ".join(words).encode(), digest_size=16).digest()
    prose = _is_prose(blocks, text, words)
    if len(words) < _LEAST_WORDS or not prose:
        return Fingerprint(exact, len(words), (), frozenset(), frozenset(), prose)
    shingles = [f"{a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:], strict=False)]
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    sketch.update(shingles)
    return Fingerprint(
        exact=exact,
        words=len(words),
        sketch=tuple(sketch.digest()),
        sentences=frozenset(
            _hash(" ".join(sentence), 8)
            for sentence in sentences
            if len(sentence) >= _LEAST_SENTENCE_WORDS
        ),
        figures=frozenset(_hash(figure, 4) for figure in _FIGURE.findall(text)),
        is_prose=True,
    )


def _words(text: str) -> list[str]:
    words: list[str] = _WORD.findall(text)
    if not _UNSPACED.search(text):
        return words
    # Chinese, Japanese and Thai set no blanks: each character counts as a word.
    return [part for word in words for part in (word if _UNSPACED.search(word) else (word,))]


def _hash(text: str, size: int) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=size).digest(), "big")


def _is_prose(blocks: list[Block], text: str, words: list[str]) -> bool:
    if not words:
        return False
    tabular = sum(len(block.text) for block in blocks if block.kind == "table")
    figures = sum(1 for word in words if word[0].isdigit())
    return tabular * 2 < len(text) and figures * 4 < len(words)
