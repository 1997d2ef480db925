"""Record headers: CloudEvents 1.0 in Kafka's binary mode, and what Dateline adds of its own.

``ce_id`` is deterministic: a redelivered record carries the id it had before, so a reader can
drop it. Source: CloudEvents Kafka protocol binding, https://cloudevents.io (Apache-2.0).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TypeAlias

from schemas.raw import RawItem
from schemas.types import Origin

__all__ = [
    "NOTICE_TYPE",
    "Headers",
    "header",
    "is_notice",
    "origin_key",
    "raw_headers",
    "read_raw",
    "record_headers",
]

Headers: TypeAlias = Sequence[tuple[str, bytes]]

NOTICE_TYPE = "dateline.notice"
"""``ce_type`` of a word that one stage has for another: no item of its own, so it has no fate."""

_SPEC = ("ce_specversion", b"1.0")
_BYTES = "application/octet-stream"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def header(headers: Iterable[tuple[str, bytes | None]], name: str) -> str:
    """Return a header's text, or an empty string where there is none."""
    for key, value in headers:
        if key == name and value is not None:
            return value.decode("utf-8", "replace")
    return ""


def is_notice(headers: Iterable[tuple[str, bytes | None]]) -> bool:
    """Tell whether a record is a word from stage to stage, and no item."""
    return header(headers, "ce_type") == NOTICE_TYPE


def origin_key(origin: Origin) -> str:
    """Return an origin as one word: ``wire.raw/0/17``, with ``.1`` for a record's second item.

    >>> origin_key(Origin(topic="wire.raw", partition=0, offset=17, part=1))
    'wire.raw/0/17.1'
    """
    part = f".{origin.part}" if origin.part else ""
    return f"{origin.topic}/{origin.partition}/{origin.offset}{part}"


def raw_headers(
    *, digest: str, source: str, received_at: datetime, content_type: str = "", name: str = ""
) -> list[tuple[str, bytes]]:
    """Return the headers of a ``wire.raw`` record, as the feeders write them."""
    return [
        _SPEC,
        ("ce_id", f"{source}/{digest[:32]}".encode()),
        ("ce_type", b"dateline.raw"),
        ("ce_source", source.encode()),
        ("ce_time", received_at.astimezone(UTC).isoformat().encode()),
        ("content-type", (content_type or _BYTES).encode()),
        ("dateline_name", name.encode("utf-8", "surrogateescape")),
        # The trace of an item begins with its bytes; every later stage carries it on.
        ("traceparent", f"00-{digest[:32]}-{digest[32:48]}-01".encode()),
    ]


def read_raw(
    value: bytes,
    headers: Sequence[tuple[str, bytes | None]],
    origin: Origin,
    timestamp_ms: int,
) -> RawItem:
    """Return the raw item of a ``wire.raw`` record, whoever produced it.

    A producer that knows nothing of our headers is welcome: the source is then ``local``, and
    the item was received when the record was made (its *timestamp_ms*).
    """
    content_type = header(headers, "content-type")
    return RawItem(
        value=value,
        source=header(headers, "ce_source") or "local",
        content_type="" if content_type == _BYTES else content_type,
        name=header(headers, "dateline_name"),
        received_at=_time(header(headers, "ce_time")) or _from_ms(timestamp_ms),
        origin=origin,
    )


def _time(text: str) -> datetime | None:
    try:
        said = datetime.fromisoformat(text)
    except ValueError:
        return None
    return said if said.tzinfo is not None else said.replace(tzinfo=UTC)


def _from_ms(milliseconds: int) -> datetime:
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return _EPOCH


def record_headers(
    *, ce_id: str, ce_type: str, source: str, traceparent: str = "", **more: str
) -> list[tuple[str, bytes]]:
    """Return the headers of a record that a stage sends; *more* are Dateline's own."""
    headers = [
        _SPEC,
        ("ce_id", ce_id.encode()),
        ("ce_type", ce_type.encode()),
        ("ce_source", source.encode()),
        ("content-type", b"application/json"),
    ]
    if traceparent:
        headers.append(("traceparent", traceparent.encode()))
    headers += [(f"dateline_{name}", text.encode()) for name, text in more.items() if text]
    return headers
