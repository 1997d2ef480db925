"""Kills and withholds that name their story by its headline or its slugline, without an id of it.

The kill may come before its target: then what it names is remembered, and kills on arrival.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import Final

from pipeline.dedup.row import MOST_HEADLINE, Remembered, time_of
from schemas.types import Lifecycle, Named
from schemas.wire import WireItem

__all__ = [
    "MOST_APART",
    "WITHHOLD",
    "is_same_headline",
    "keys_of",
    "names_of_row",
    "names_told",
    "word_of",
]

MOST_APART: Final = timedelta(hours=48)
"""How long before a kill its target was sent at most; sluglines come again. A guess."""

WITHHOLD: Final = "withhold"
"""Stands in the row of what is named in the place of a version."""

_WORD: Final = re.compile(r"[^\W_]+")
_MOST_WORDS: Final = 12
_LEAST_WORDS: Final = 2
_LEAST_LETTERS: Final = 8
_MOST_LETTERS: Final = 28
_MOST_CHARS: Final = 120
_CYCLE: Final = re.compile(r"(?:bc|am|pm|ap)-+")
_LABELS: Final = frozenset(
    "update corrected correction refile wrapup rpt repeat urgent alert kill killed withdrawal "
    "withdrawn mandatory bulletin annulation attention annule story eds please disregard "
    "retraction retracted retract elimination eliminate withhold withheld cancelled canceled "
    "spiked notice editors anulación anulada anulação annullamento storno zurückgezogen "
    "widerruf".split()
)
_SLUG_TOLD: Final = re.compile(r"(?:[A-Z][A-Z ]{2,30}: ?)?[A-Z\d]{2,}(?:-{1,2}[A-Z\d]{2,}){1,6}")
"""A notice's headline that is a slugline, behind a label or alone: ``WITHHOLD: PORT-CRANE``."""
_OWN_IDS: Final = frozenset({"iptc7901", "plain_text", "web_text", "mail", "zczc", "anpa1312"})
"""Dialects in which a notice has an id of its own, which was never that of a story."""


@lru_cache(maxsize=4)
def names_of_row(headline: str, slug: str) -> tuple[str, ...]:
    """Return the names under which a story may be named: one of its headline, some of its slug."""
    name = _of_headline(headline)
    return (name, *_of_slug(slug)) if name else tuple(_of_slug(slug))


def names_told(item: WireItem, is_known: bool) -> tuple[list[Named], bool]:
    """Return what a notice names, and whether that is what it is about, rather than its own id.

    A notice that names nothing, and whose id nobody knows, means the story of its own headline or
    slugline.
    """
    if item.subject != item.item_id:
        return [], False
    told = [
        one.model_copy(update={"headline": _without_label(one.headline)})
        for one in item.named
        if keys_of(one)
    ]
    if told:
        return told, not is_known
    if is_known or (item.version or 1) > 1:
        return [], False
    slug = item.headline if _SLUG_TOLD.fullmatch(item.headline) else ""
    own = (
        Named(headline="" if slug else _without_label(item.headline)),
        Named(slugline=slug),
        Named(slugline=item.story_slug),
    )
    return [one for one in own if keys_of(one)], item.format in _OWN_IDS


def keys_of(named: Named) -> tuple[str, ...]:
    """Return the names that a notice tells of a story."""
    return names_of_row(named.headline, named.slugline)


def is_same_headline(one: str, other: str) -> bool:
    """Tell whether two headlines are one, as far as they are remembered."""
    words, others = _words_of(one), _words_of(other)
    most = min(len(words), len(others))
    is_cut = len(one if len(words) < len(others) else other) >= MOST_HEADLINE
    return words[:most] == others[:most] and (len(words) == len(others) or is_cut)


def _words_of(headline: str) -> list[str]:
    """Return a headline's words without labels; the last of a long one may have been cut."""
    words = _WORD.findall(headline[:_MOST_CHARS].casefold())
    if len(headline) >= MOST_HEADLINE:
        words = words[:-1]
    while words and (words[0] in _LABELS or words[0].isdigit()):
        words.pop(0)
    return words


def _without_label(headline: str) -> str:
    """Return a headline from its first word that is no label: so much more of it is remembered."""
    for word in _WORD.finditer(headline[:_MOST_CHARS]):
        if word[0].casefold() not in _LABELS and not word[0].isdigit():
            return headline[word.start() :]
    return headline


def _of_headline(headline: str) -> str:
    """Return the first words: so many as are there if the headline was cut for the memory."""
    first, letters = list[str](), 0
    for word in _words_of(headline):
        letters += len(word)
        if letters > _MOST_LETTERS:
            break
        first.append(word)
    return _name(first)


def _of_slug(slug: str) -> list[str]:
    if not slug:
        return []
    told = _CYCLE.sub("", slug[:200].casefold(), count=1).partition(",")[0]
    words = [word for word in _WORD.findall(told) if word not in _LABELS]
    names = [_name(words)]
    if len(words) > _LEAST_WORDS and len(words[0]) <= 3:
        names.append(_name(words[1:]))  # AP's "US--" before a story that others call without
    return [f"slug {name}" for name in names if name]


def _name(words: list[str]) -> str:
    if len(words) < _LEAST_WORDS or sum(map(len, words)) < _LEAST_LETTERS:
        return ""
    return " ".join(words[:_MOST_WORDS])


def word_of(row: Remembered, target: WireItem) -> WireItem:
    """Return the word to the ledger of a *target* that came after the kill that names it.

    Of the kill there is only what was remembered.
    """
    source, _, guid = row.item_id.partition("/")
    is_withhold = row.version == WITHHOLD
    at = None if row.versioned_at is None else time_of(row.versioned_at)
    return WireItem(
        item_id=row.item_id,
        source=source,
        guid=guid,
        origin=target.origin,
        raw_digest=target.raw_digest,
        format=target.format,
        received_at=target.received_at,
        versioned_at=at,
        lifecycle=Lifecycle.WITHHOLD if is_withhold else Lifecycle.KILL,
        lifecycle_note=f"named by {row.item_id}",
        language=target.language,
        chain=target.item_id,
        notice="named",
        of_item=row.item_id,
    )
