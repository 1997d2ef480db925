"""One remembered item as bytes: what a changelog row holds, and what memory holds of it.

A row is JSON for what is read by people who debug, a NUL (which JSON cannot contain), and the
codes of the words, twelve bits each.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
import orjson

from pipeline.dedup.fingerprint import Codes

__all__ = ["Remembered", "clock_of", "codes_of", "decode_row", "encode_row"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MOST_HEADLINE = 120
"""Characters of a headline that are remembered, to be shown in an explanation."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """One item that was answered; without *exact* it was diverted, or it has no text."""

    number: int
    """Its place in the order of the memory."""
    clock: datetime
    """The latest event time that was seen when it was remembered."""
    event_at: datetime
    language: str
    item_id: str
    version: int | None
    versioned_at: datetime | None
    credit: str
    headline: str
    exact: str
    """The fingerprint's 16 bytes in hex."""


def encode_row(row: Remembered, codes: Codes | None) -> bytes:
    """Return the row's bytes; without text there are no codes."""
    told = orjson.dumps(
        [
            row.number,
            _micros(row.clock),
            _micros(row.event_at),
            row.language,
            row.item_id,
            # an opaque number of any size, which JSON's numbers are not
            None if row.version is None else str(row.version),
            None if row.versioned_at is None else _micros(row.versioned_at),
            row.credit,
            row.headline[:_MOST_HEADLINE],
            row.exact,
        ]
    )
    return told if codes is None else told + b"\0" + _packed(codes)


def decode_row(value: bytes) -> Remembered:
    """Return the row without its codes."""
    told = orjson.loads(value.partition(b"\0")[0])
    number, clock, event_at, language, item_id, version, versioned_at, credit, headline, exact = (
        told
    )
    return Remembered(
        number,
        _time(clock),
        _time(event_at),
        language,
        item_id,
        None if version is None else int(version),
        None if versioned_at is None else _time(versioned_at),
        credit,
        headline,
        exact,
    )


def clock_of(value: bytes) -> datetime:
    """Return only the row's clock; the cheap part of :func:`decode_row`."""
    return _time(int(value[: value.index(b",", value.index(b",") + 1)].split(b",")[1]))


def codes_of(value: bytes) -> Codes:
    """Return the row's codes; none for a row without text."""
    return _unpacked(value.partition(b"\0")[2])


def _packed(codes: Codes) -> bytes:
    """Return two codes in three bytes."""
    even, odd = codes[0::2], codes[1::2]
    made = np.zeros((len(even), 3), np.uint8)
    made[:, 0] = even & 255
    made[:, 1] = even >> 8
    made[: len(odd), 1] |= ((odd & 15) << 4).astype(np.uint8)
    made[: len(odd), 2] = odd >> 4
    return made.tobytes()[: (len(codes) * 3 + 1) // 2]


def _unpacked(packed: bytes) -> Codes:
    count = len(packed) * 2 // 3
    three = np.frombuffer(packed + b"\0" * (-len(packed) % 3), np.uint8).astype(np.uint16)
    three = three.reshape(-1, 3)
    codes = np.empty(2 * len(three), np.uint16)
    codes[0::2] = three[:, 0] | (three[:, 1] & 15) << 8
    codes[1::2] = three[:, 1] >> 4 | three[:, 2] << 4
    return codes[:count]


def _micros(at: datetime) -> int:
    return (at - _EPOCH) // _MICROSECOND


def _time(micros: int) -> datetime:
    return _EPOCH + timedelta(microseconds=micros)
