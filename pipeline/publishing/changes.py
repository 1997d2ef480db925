"""What a new version changed: told from the words where they are kept, else from hashes."""

from __future__ import annotations

import struct
from collections import Counter
from hashlib import blake2b
from zlib import crc32

from pipeline.publishing.entry import Entry, cut_headline
from pipeline.publishing.wording import Differences
from schemas.article import Change
from schemas.types import Block, Lifecycle
from schemas.wire import WireItem

__all__ = ["change_of", "content_digest", "paragraphs_of"]

_DIGEST_BYTES = 8
"""Only versions of one item are compared with it."""

_HASH_DIGITS = 8
"""32 bits a paragraph: two of an item's some fifty collide once in three million items, and
then a count is one too small."""

_MAX_PARAGRAPHS = 2_000
"""Paragraphs beyond these are not compared; a bound for the row's size (16 KB); the
number is a guess."""

_FROM_THE_START = frozenset(
    {Lifecycle.ADVISORY, Lifecycle.ALERT, Lifecycle.KILL, Lifecycle.WITHHOLD}
)
"""Kinds that stay what they are as the first version; whatever else comes first is new."""


def content_digest(item: WireItem) -> str:
    """Return 16 hex digits for what a reader sees: headline, standfirst and body with markup.

    Slugs, categories and urgency do not count: AP sends a story once per category.
    """
    seen = [item.headline, item.standfirst]
    for block in item.body:
        seen += (block.kind, block.text, block.html)
    return blake2b(_bytes("\x1e".join(seen)), digest_size=_DIGEST_BYTES).hexdigest()


def paragraphs_of(body: tuple[Block, ...]) -> str:
    """Return eight hex digits for each block's words, in order."""
    hashes = [crc32(_bytes(block.text)) for block in body[:_MAX_PARAGRAPHS]]
    return struct.pack(f">{len(hashes)}I", *hashes).hex()


def change_of(
    said: Lifecycle,
    note: str,
    headline: str,
    paragraphs: str,
    before: Entry,
    differ: Differences | None = None,
) -> Change:
    """Return what a version did to the published one *before* it.

    The first version of an item changed nothing and is ``new``, even where its agency calls it
    an update of something that we never saw (the note keeps its words); an advisory, an alert
    and a kill are that from the start, so that a reader can tell them apart. A later version
    that calls itself new is an update. Without *differ*, for want of the earlier words,
    paragraphs are counted by their hashes, and figures and wording are left out.
    """
    if not before.revision:
        return Change(kind=said if said in _FROM_THE_START else Lifecycle.NEW, note=note)
    kind = Lifecycle.UPDATE if said is Lifecycle.NEW else said
    renamed = cut_headline(headline) != before.headline
    if before.is_faded:  # of its headline only the beginning is known
        renamed = not headline.startswith(before.headline)
    if differ is None and before.is_faded:
        differ = Differences()  # of its paragraphs nothing is known any more
    elif differ is None:
        added, removed = _added_and_removed(paragraphs, before.paragraphs)
        differ = Differences(added, removed)
    return Change(
        kind=kind,
        note=note,
        headline_changed=renamed,
        paragraphs_added=differ.added,
        paragraphs_removed=differ.removed,
        paragraphs_changed=differ.changed,
        figures=differ.figures,
        wording=differ.wording,
    )


def _added_and_removed(now: str, then: str) -> tuple[int, int]:
    """Return how many paragraphs came and went, each counted as often as it occurs."""
    if now == then:
        return 0, 0
    left = Counter(_hashes(then))
    stayed = 0
    for paragraph in _hashes(now):
        if left[paragraph]:
            left[paragraph] -= 1
            stayed += 1
    return len(now) // _HASH_DIGITS - stayed, len(then) // _HASH_DIGITS - stayed


def _hashes(paragraphs: str) -> tuple[int, ...]:
    return struct.unpack(f">{len(paragraphs) // _HASH_DIGITS}I", bytes.fromhex(paragraphs))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
