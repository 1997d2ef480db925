"""One remembered item as bytes: what a changelog row holds, and what memory holds of it.

A row is JSON for those who debug; for a text that can be compared a NUL follows (which JSON
cannot contain), the number of its keys, the keys, and the codes of its words, twelve bits each.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

import numpy as np
import orjson

from pipeline.dedup.fingerprint import Codes

__all__ = [
    "MOST_HEADLINE",
    "Remembered",
    "codes_of",
    "decode_row",
    "encode_row",
    "keys_of",
    "micros",
    "packed_keys_of",
    "time_of",
    "without_keys",
]

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)

MOST_HEADLINE: Final = 120
"""Characters of a headline that are remembered, to be shown in an explanation."""


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
    """The provider's number as digits: it may have any size, which JSON's numbers have not."""
    versioned_at: int | None
    credit: str
    headline: str
    exact: str
    """The fingerprint's 16 bytes in hex; empty for what was diverted or has no text."""


def micros(at: datetime) -> int:
    """Return a time as microseconds since 1970."""
    return (at - _EPOCH) // _MICROSECOND


def time_of(at: int) -> datetime:
    """Return the time of so many microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=at)


def encode_row(row: Remembered, keys: list[int], codes: Codes) -> bytes:
    """Return the row's bytes; without a text to be compared there are no keys and no codes."""
    told = orjson.dumps(tuple(row._replace(headline=row.headline[:MOST_HEADLINE])))
    if not keys:
        return told
    return b"".join(
        (told, b"\0", bytes([len(keys)]), np.array(keys, "<u4").tobytes(), _packed(codes))
    )


def decode_row(value: bytes) -> Remembered:
    """Return what the row says, without its keys and codes."""
    return Remembered._make(orjson.loads(value.partition(b"\0")[0]))


def keys_of(value: bytes) -> list[int]:
    """Return the row's keys, if there are any."""
    keys: list[int] = np.frombuffer(packed_keys_of(value), "<u4").tolist()
    return keys


def packed_keys_of(value: bytes) -> bytes:
    """Return the row's keys as they are packed, four bytes each."""
    packed = value.partition(b"\0")[2]
    return packed[1 : 1 + 4 * packed[0]] if packed else b""


def without_keys(value: bytes) -> bytes:
    """Return the row as it is kept in memory, where the keys are in the index."""
    told, _, packed = value.partition(b"\0")
    return told + b"\0\0" + packed[1 + 4 * packed[0] :] if packed else told


def codes_of(value: bytes) -> Codes:
    """Return the row's codes, if there are any."""
    packed = value.partition(b"\0")[2]
    return _unpacked(packed[1 + 4 * packed[0] :]) if packed else _unpacked(b"")


def _packed(codes: Codes) -> bytes:
    """Return two codes in three bytes: the low bytes of all, then the rest in pairs."""
    rest = np.zeros(len(codes) + len(codes) % 2, np.uint8)
    rest[: len(codes)] = codes >> 8
    return codes.astype(np.uint8).tobytes() + (rest[0::2] | rest[1::2] << 4).tobytes()


def _unpacked(packed: bytes) -> Codes:
    count = len(packed) * 2 // 3
    pairs = np.frombuffer(packed, np.uint8, offset=count) if count else np.zeros(0, np.uint8)
    codes = np.empty((len(pairs), 2), np.uint16)
    codes[:, 0] = pairs & 15
    codes[:, 1] = pairs >> 4
    codes <<= 8
    flat = codes.reshape(-1)[:count]
    if count:
        flat |= np.frombuffer(packed, np.uint8, count)
    return flat
