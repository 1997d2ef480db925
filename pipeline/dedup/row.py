"""One remembered item as bytes: what a changelog row holds, and what memory holds of it.

A row is a mark of its format, the item's number, how many keys it is found under, the length of its
head, the keys (four bytes each), the head, and the codes of its words. A head is small numbers and
then words, parted by a unit separator. Memory keeps the head of every item, and the codes of the
latest ones.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from struct import Struct
from typing import Final, NamedTuple

from pipeline.dedup.codes import count_of, parted
from pipeline.dedup.comparing import figures_in

__all__ = [
    "MOST_HEADLINE",
    "OtherFormatError",
    "Parts",
    "Remembered",
    "clock_of",
    "head_of",
    "micros",
    "packed",
    "packed_head",
    "parts_of",
    "tells_no_more",
    "time_of",
]

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)

_FORMAT: Final = 3
"""Goes up with every change of a row, and of how a text's words become numbers."""
_MARK: Final = 0xDE00 | _FORMAT

MOST_HEADLINE: Final = 48
"""Characters of a headline that are remembered, to be shown in an explanation."""

_MOST_WORDS: Final = 2000
"""Characters of an id, a credit or a slugline that are remembered; none is as long."""


class OtherFormatError(RuntimeError):
    """The memory was written by another build, whose rows mean something else to this one."""


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
    exact: bytes
    """The fingerprint's 16 bytes; empty for what was diverted or has no text."""
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
    """A bit for each figure of the text, of 64, ..."""
    longer_words: int = 0
    """... and how many longer words it has: what is left of it when its codes are gone."""


class Parts(NamedTuple):
    """A row's parts as they were packed."""

    number: int
    keys: bytes
    head: bytes
    words: bytes
    """What is remembered of the text's words: what :func:`pipeline.dedup.codes.joined` gave."""


_EXACT, _SECRET, _TAKEN_BACK, _VERSION, _VERSIONED, _VERSIONED_AT_EVENT, _CLOCK = (
    1 << n for n in range(7)
)
_LEAD, _FIGURES, _COPY_OF, _LONGER_WORDS = 1 << 7, 1 << 8, 1 << 9, 1 << 10
_ROW: Final = Struct("<HQBH")
_FIXED: Final = Struct("<Hq")
_TIME: Final = Struct("<q")
_NUMBER: Final = Struct("<Q")
_COUNT: Final = Struct("<H")
_UNIT: Final = "\x1f"


def micros(at: datetime) -> int:
    """Return a time as microseconds since 1970."""
    return (at - _EPOCH) // _MICROSECOND


def time_of(at: int) -> datetime:
    """Return the time of so many microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=at)


def packed(parts: Parts) -> bytes:
    """Return a row's bytes."""
    number, keys, head, words = parts
    return _ROW.pack(_MARK, number, len(keys) // 4, len(head)) + keys + head + words


def parts_of(row: bytes) -> Parts:
    """Return a row's parts.

    Raises :class:`OtherFormatError` for a row of another build: read as one of this build's it
    would make duplicates of what is none.
    """
    size = _ROW.size
    mark, number, keys, head = _ROW.unpack_from(row) if len(row) >= size else (0, 0, 0, 0)
    if mark != _MARK:
        raise OtherFormatError(
            f"dedupe's memory has a row that is not of format {_FORMAT}, which this build reads. "
            "Stop the workers, delete the changelog topic of the dedupe agent and its folder under "
            "the data folder, and start again: the memory begins anew, and texts of the last days "
            "may be told twice; to avoid that, feed their wire.clean records once more."
        )
    at = size + 4 * keys
    return Parts(number, row[size:at], row[at : at + head], row[at + head :])


def packed_head(row: Remembered, remembered: bytes) -> bytes:
    """Return the head: all that is remembered of an item but its number, its keys and its words."""
    flags = 0
    parts = [b"", row.exact]
    words = [row.language, row.item_id, row.credit, row.headline[:MOST_HEADLINE], row.slug]
    if row.exact:
        flags |= _EXACT
    if row.is_secret:
        flags |= _SECRET
    if row.taken_back:
        flags |= _TAKEN_BACK
    if row.clock != row.event_at:
        flags |= _CLOCK
        parts.insert(1, _TIME.pack(row.clock))
    if row.versioned_at == row.event_at:
        flags |= _VERSIONED_AT_EVENT
    elif row.versioned_at is not None:
        flags |= _VERSIONED
        parts.append(_TIME.pack(row.versioned_at))
    if row.lead is not None:
        flags |= _LEAD
        parts.append(bytes([min(row.lead, 255)]))
    figures, longer_words = row.figures, row.longer_words
    if remembered:
        codes, aside = parted(remembered)
        figures, longer_words = figures_in(codes, aside), count_of(codes)
    if figures:
        flags |= _FIGURES
        parts.append(_NUMBER.pack(figures))
    if longer_words:
        flags |= _LONGER_WORDS
        parts.append(_COUNT.pack(min(longer_words, 0xFFFF)))
    if row.version is not None:
        flags |= _VERSION
        words.append(row.version)
    if row.copy_of:
        flags |= _COPY_OF
        words.append(row.copy_of)
    parts[0] = _FIXED.pack(flags, row.event_at)
    told = _UNIT.join(words)
    if len(told) > _MOST_WORDS or told.count(_UNIT) >= len(words):
        told = _UNIT.join([word[:_MOST_WORDS].replace(_UNIT, " ") for word in words])
    parts.append(told.encode("utf-8", "replace"))
    return b"".join(parts)


def clock_of(head: bytes) -> int:
    """Return the clock of a head, and nothing else of it."""
    flags, event_at = _FIXED.unpack_from(head)
    return int(_TIME.unpack_from(head, _FIXED.size)[0] if flags & _CLOCK else event_at)


def head_of(number: int, head: bytes) -> Remembered:
    """Return what the head of the item of this number says."""
    flags, event_at = _FIXED.unpack_from(head)
    at, exact, clock, versioned_at, lead = _FIXED.size, b"", event_at, None, None
    figures = longer_words = 0
    if flags & _CLOCK:
        (clock,) = _TIME.unpack_from(head, at)
        at += 8
    if flags & _EXACT:
        exact = head[at : at + 16]
        at += 16
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
    if flags & _LONGER_WORDS:
        (longer_words,) = _COUNT.unpack_from(head, at)
        at += 2
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
        longer_words,
    )


def tells_no_more(remembered: bytes, earlier: Remembered, most: int) -> bool:
    """Tell whether a text has no other figures than an earlier one whose words are gone, and at
    *most* so many longer words more."""
    codes, aside = parted(remembered)
    more = figures_in(codes, aside) & ~earlier.figures
    return not more and count_of(codes) < earlier.longer_words + most
