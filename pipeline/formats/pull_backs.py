"""Kills and withholds in words: labels, and sentences that ask clients not to use copy."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from pipeline.formats import pull_back_words as words
from pipeline.formats.order_stems import may_pull_back
from schemas.types import Lifecycle

__all__ = ["Ordered", "is_label", "pull_back_in_line", "pull_back_in_note"]

_MOST_CHARS: Final = 600
"""Of a line or sentence; the longest notice that we know has some 400."""

_TO_EDITORS: Final = re.compile(r"(?i)\(?(?:eds?|editors?|note)\.?: ?")
_LABEL_CHARS: Final = 40
_SHORT: Final = 60
_FIRST: Final = 8
_FEW: Final = 4
_ABOUT: Final = frozenset("über zu about on of sur sobre over om su von by".split())
_MOST_NOTE: Final = 4_000
_MOST_SENTENCES: Final = 40
_SENTENCE: Final = re.compile(r"(?<=[.!?;])\s+|\n")


class Ordered(NamedTuple):
    """What a text orders, and the words that do."""

    lifecycle: Lifecycle
    words: str


def pull_back_in_line(text: str, *, is_story: bool, own: str = "") -> Ordered | None:
    """Return the kill or the withhold that a headline or a paragraph declares, or None.

    In a story (*is_story*: it has a text of its own) only a label counts. Else sentences count
    that are about copy and speak to those who have it, or begin with the agency's *own* name.
    """
    text = text[:_MOST_CHARS]
    if words.LIFTED.search(text) or words.REPLACES.search(text):
        return None
    labelled = _labelled(text)
    if labelled is not None or is_story:
        return labelled
    if (labelled := _is_one_label(text)) is not None:
        return labelled
    if words.FOR_NOW.search(text) and words.FROM_CLIENTS.search(text):
        return Ordered(Lifecycle.WITHHOLD, text)
    if words.NOT_BEFORE.search(text):
        return None
    if (
        words.BARE.match(text)
        or words.OF_SLUG.match(text)
        or (words.PLEAS.search(text) and words.COPY.search(text))
    ):
        return Ordered(Lifecycle.KILL, text)
    if _is_all_of_copy(text):
        return Ordered(Lifecycle.KILL, text)
    is_own = bool(own) and text.casefold().startswith(f"{own.casefold()} ")
    if words.OF_COPY.search(text) and (is_own or words.FROM_CLIENTS.search(text)):
        return Ordered(Lifecycle.KILL, text)
    return None


def _is_all_of_copy(text: str) -> bool:
    """``Esta noticia queda anulada``, and nothing else: no "report on fishing withdrawn"."""
    found = words.OF_COPY.search(text) if len(text) <= _SHORT else None
    if found is None or found.start() > _FIRST or text[found.end() :].strip(" .!)"):
        return False
    said = found[0].casefold().split()
    return len(said) <= _FEW and not _ABOUT & set(said)


def _labelled(text: str) -> Ordered | None:
    for lifecycle, pattern in (
        (Lifecycle.KILL, words.KILL_LABEL),
        (Lifecycle.WITHHOLD, words.WITHHOLD_LABEL),
    ):
        found = pattern.match(text)
        if found is None:
            continue
        rest = text[found.end() :]
        in_capitals = rest == rest.upper() and len(rest.split()) > 2
        again = words.KILL_LABEL.match(rest.lstrip(" /:,.-\u2013\u2014"))
        if in_capitals and not again and words.SOFT.match(found[0].lstrip(" *#([!")):
            return None
        return Ordered(lifecycle, text)
    return None


def pull_back_in_note(note: str, *, is_story: bool) -> Ordered | None:
    """Return what one of the sentences of an editor's note declares.

    A note speaks to editors in any case. Above a text (*is_story*) it may ask them to disregard
    the version before; then the text is the one to be used.
    """
    note = note[:_MOST_NOTE]
    if words.LIFTED.search(note):
        return None
    if words.REPLACES.search(note):
        return Ordered(Lifecycle.CORRECTION, note) if is_story else None
    for sentence in filter(may_pull_back, _SENTENCE.split(note)[:_MOST_SENTENCES]):
        labelled = _labelled(sentence[:_MOST_CHARS]) or _is_one_label(sentence)
        if labelled is not None:
            return Ordered(labelled.lifecycle, note)
        if words.FOR_NOW.search(sentence):
            return Ordered(Lifecycle.WITHHOLD, note)
        if words.NOT_BEFORE.search(sentence):
            continue
        if words.PLEAS.search(sentence) or words.OF_COPY.search(sentence):
            if is_story and words.FOLLOWS.search(sentence):
                return Ordered(Lifecycle.CORRECTION, note)
            return Ordered(Lifecycle.KILL, note)
    return None


def is_label(text: str) -> bool:
    """Tell whether a line is nothing but a label that kills: ``ATTENTION - ANNULE``."""
    found = words.KILL_LABEL.match(text) if len(text) <= _LABEL_CHARS else None
    return found is not None and not text[found.end() :].strip(" .!:*()-")


def _is_one_label(sentence: str) -> Ordered | None:
    """``Kill.``, ``Story withdrawn.``: in small letters, and all of a sentence."""
    bare = _TO_EDITORS.sub("", sentence.strip(" .!:*()")).upper()
    return _labelled(bare) if len(bare) <= _LABEL_CHARS and ":" not in bare else None
