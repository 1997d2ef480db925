"""The account of words: what a format read is in the item's fields or in its record of cleaning."""

from __future__ import annotations

import re

from schemas.wire import WireItem

__all__ = ["unaccounted_words", "words_in", "words_kept"]

_WORD = re.compile(r"[^\W_]+")


def words_in(text: str) -> int:
    """Count words: runs of letters and digits; ANPA's ``_`` for a dash is none."""
    return len(_WORD.findall(text))


def words_kept(item: WireItem) -> int:
    """Count the words that a reader gets: headline, standfirst, byline, dateline and body."""
    fields = [item.headline, item.standfirst, item.byline]
    if item.dateline is not None:
        fields.append(item.dateline.text)
    return sum(map(words_in, fields)) + sum(words_in(block.text) for block in item.body)


def unaccounted_words(item: WireItem) -> int:
    """Return read - kept - removed: 0 if no word was lost, more if some were, less if some grew."""
    removed = sum(words_in(removed.text) for removed in item.removed)
    return item.words_read - words_kept(item) - removed
