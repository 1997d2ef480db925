"""One remembered item as bytes: what a changelog row holds, and what memory holds of it.

A row is the length of its head (two bytes), the head, the number of its keys, the keys (four bytes
each), and the codes of its words, two bytes each. A head is small numbers and then words, parted
by a unit separator. Memory keeps the head of every item, and the codes of the latest ones.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from struct import Struct
from typing import Final, NamedTuple

import numpy as np

from pipeline.dedup.fingerprint import NO_CODES, Codes, is_figure

__all__ = [
    "MOST_HEADLINE",
    "Remembered",
    "codes_of",
    "decode_row",
    "encode_row",
    "figures_agree",
    "head_of",
    "keys_of",
    "micros",
    "packed_keys_of",
    "time_of",
    "without_codes",
]

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)

MOST_HEADLINE: Final = 48
"""Characters of a headline that are remembered, to be shown in an explanation."""

_MOST_WORDS: Final = 2000
"""Characters of an id, a credit or a slugline that are remembered; none is as long."""


class Remembered(NamedTuple):
    """One item that was answered; times are microseconds since 1970."""

    number: int
    """Its place in the order of the memory."""
    clock: int
    """The latest event time that was seen when it was remembered."""
    event_at: int
    language: str
    item_id: str
    version: str | None
    """The provider's number as digits: it may have any size."""
    versioned_at: int | None
    credit: str
    headline: str
    exact: str
    """The fingerprint's 16 bytes in hex; empty for what was diverted or has no text."""
    slug: str = ""
    """The slugline of its story."""
    lead: int | None = None
    is_secret: bool = False
    """It was under an embargo: nothing of its words is told to others."""
    taken_back: bool = False
    """It is no text, but the word that the item is killed or withheld."""
    copy_of: str = ""
    """The item whose text it repeated, so that it was not kept."""
    figures: int = 0
    """A bit for each figure of the text, of 64: what is left of it when its codes are gone."""


_EXACT, _SECRET, _TAKEN_BACK, _VERSION, _VERSIONED, _VERSIONED_AT_EVENT, _CLOCK = (
    1 << n for n in range(7)
)
_LEAD, _FIGURES, _COPY_OF = 1 << 7, 1 << 8, 1 << 9
_FIXED: Final = Struct("<HQq")
_TIME: Final = Struct("<q")
_NUMBER: Final = Struct("<Q")
_UNIT: Final = "\x1f"


def micros(at: datetime) -> int:
    """Return a time as microseconds since 1970."""
    return (at - _EPOCH) // _MICROSECOND


def time_of(at: int) -> datetime:
    """Return the time of so many microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=at)


def encode_row(row: Remembered, keys: list[int], codes: Codes) -> bytes:
    """Return the row's bytes; without a text to be compared there are no keys and no codes."""
    if len(codes):
        row = row._replace(figures=_figures(codes))
    head = _head(row)
    packed = np.array(keys, "<u4").tobytes()
    return b"".join(
        (
            len(head).to_bytes(2, "little"),
            head,
            bytes([len(keys)]),
            packed,
            codes.astype("<u2").tobytes(),
        )
    )


def _head(row: Remembered) -> bytes:
    flags = _EXACT if row.exact else 0
    flags |= _SECRET if row.is_secret else 0
    flags |= _TAKEN_BACK if row.taken_back else 0
    words = [row.language, row.item_id, row.credit, row.headline[:MOST_HEADLINE], row.slug]
    parts = [b"", bytes.fromhex(row.exact)]
    if row.clock != row.event_at:
        flags |= _CLOCK
        parts.append(_TIME.pack(row.clock))
    if row.versioned_at == row.event_at:
        flags |= _VERSIONED_AT_EVENT
    elif row.versioned_at is not None:
        flags |= _VERSIONED
        parts.append(_TIME.pack(row.versioned_at))
    if row.lead is not None:
        flags |= _LEAD
        parts.append(bytes([min(row.lead, 255)]))
    if row.figures:
        flags |= _FIGURES
        parts.append(_NUMBER.pack(row.figures))
    if row.version is not None:
        flags |= _VERSION
        words.append(row.version)
    if row.copy_of:
        flags |= _COPY_OF
        words.append(row.copy_of)
    parts[0] = _FIXED.pack(flags, row.number, row.event_at)
    told = _UNIT.join([word[:_MOST_WORDS].replace(_UNIT, " ") for word in words])
    parts.append(told.encode("utf-8", "replace"))
    return b"".join(parts)


def decode_row(value: bytes) -> Remembered:
    """Return what the row says, without its keys and codes."""
    return head_of(value[2 : 2 + int.from_bytes(value[:2], "little")])


def head_of(head: bytes) -> Remembered:
    """Return what a head says."""
    flags, number, event_at = _FIXED.unpack_from(head)
    at, exact, clock, versioned_at, lead, figures = _FIXED.size, "", event_at, None, None, 0
    if flags & _EXACT:
        exact = head[at : at + 16].hex()
        at += 16
    if flags & _CLOCK:
        (clock,) = _TIME.unpack_from(head, at)
        at += 8
    if flags & _VERSIONED_AT_EVENT:
        versioned_at = event_at
    elif flags & _VERSIONED:
        (versioned_at,) = _TIME.unpack_from(head, at)
        at += 8
    if flags & _LEAD:
        lead = head[at]
        at += 1
    if flags & _FIGURES:
        (figures,) = _NUMBER.unpack_from(head, at)
        at += 8
    language, item_id, credit, headline, slug, *more = head[at:].decode().split(_UNIT)
    return Remembered(
        number,
        clock,
        event_at,
        language,
        item_id,
        more[0] if flags & _VERSION else None,
        versioned_at,
        credit,
        headline,
        exact,
        slug,
        lead,
        bool(flags & _SECRET),
        bool(flags & _TAKEN_BACK),
        more[-1] if flags & _COPY_OF else "",
        figures,
    )


def _figures(codes: Codes) -> int:
    bits = 0
    for code in codes[is_figure(codes)].tolist():
        bits |= 1 << code % 64
    return bits


def figures_agree(codes: Codes, figures: int) -> bool:
    """Tell whether a text has the figures of which an earlier one kept the bits."""
    ours = _figures(codes)
    most = max(ours.bit_count(), figures.bit_count())
    return (ours & figures).bit_count() * 5 >= most * 4


def keys_of(value: bytes) -> list[int]:
    """Return the row's keys, if there are any."""
    keys: list[int] = np.frombuffer(packed_keys_of(value), "<u4").tolist()
    return keys


def packed_keys_of(value: bytes) -> bytes:
    """Return the row's keys as they are packed, four bytes each."""
    at = 2 + int.from_bytes(value[:2], "little")
    return value[at + 1 : at + 1 + 4 * value[at]]


def without_codes(value: bytes) -> bytes:
    """Return the row as it is kept in memory, without keys and codes, which have their places."""
    return value[: 2 + int.from_bytes(value[:2], "little")]


def codes_of(value: bytes) -> Codes:
    """Return the row's codes, if there are any."""
    at = 2 + int.from_bytes(value[:2], "little")
    if at == len(value):
        return NO_CODES
    return np.frombuffer(value, "<u2", offset=at + 1 + 4 * value[at])
