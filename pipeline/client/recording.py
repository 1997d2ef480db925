"""A topic to a file and back, bit for bit.

A recording is a text file: a first line that says what it is, then one JSON object a record, in
the order (timestamp, partition, offset). Values that are UTF-8 stand as text, so that a
recording can be read and edited; others stand in base64.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from pipeline.client.reading import Record, Start, read_topic
from pipeline.settings import Settings

__all__ = ["BadRecording", "Recorded", "read_recording", "record_topic"]

_FORMAT = 1


class BadRecording(ValueError):
    """The file is no recording, or is damaged; the message names the line."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One record as it was on its topic."""

    key: bytes | None
    value: bytes | None
    headers: list[tuple[str, bytes]]
    timestamp_ms: int
    partition: int
    offset: int


async def record_topic(
    settings: Settings,
    topic: str,
    path: Path,
    start: Start = "beginning",
    on_record: Callable[[], None] = lambda: None,
) -> int:
    """Write the topic from *start* to its end into *path*; return how many records.

    The file appears under its name only when it is complete.
    """
    unfinished = path.with_name(path.name + ".part")
    count = 0
    records: AsyncIterator[Record] = read_topic(settings, topic, start)
    try:
        with unfinished.open("wb") as file:
            file.write(_line({"dateline_recording": _FORMAT, "topic": topic}))
            async for record in records:
                file.write(_line(_as_json(record)))
                count += 1
                on_record()
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def read_recording(path: Path) -> tuple[str, Iterator[Recorded]]:
    """Return the recorded topic's name and its records; :class:`BadRecording` if it is none."""
    lines = _lines(path)
    first = next(lines, None)
    if not isinstance(first, dict) or first.get("dateline_recording") != _FORMAT:
        raise BadRecording(f"{path} is no recording of `dateline record`")
    return str(first["topic"]), (_from_json(path, n, line) for n, line in enumerate(lines, 2))


def _lines(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        for n, line in enumerate(file, 1):
            try:
                yield orjson.loads(line)
            except orjson.JSONDecodeError as error:
                raise BadRecording(f"{path}, line {n}: {error}") from error


def _line(value: dict[str, Any]) -> bytes:
    return orjson.dumps(value) + b"\n"


def _as_json(record: Record) -> dict[str, Any]:
    return {
        **_bytes_as_json("key", record.key),
        **_bytes_as_json("value", record.value),
        "headers": [
            {"name": name, **_bytes_as_json("value", value)} for name, value in record.headers
        ],
        "timestamp_ms": record.timestamp,
        "partition": record.partition,
        "offset": record.offset,
    }


def _bytes_as_json(name: str, value: bytes | None) -> dict[str, Any]:
    if value is None:
        return {name: None}
    try:
        return {name: value.decode("utf-8")}
    except UnicodeDecodeError:
        return {f"{name}_base64": b64encode(value).decode("ascii")}


def _bytes_from_json(fields: dict[str, Any], name: str) -> bytes | None:
    if f"{name}_base64" in fields:
        return b64decode(fields[f"{name}_base64"], validate=True)
    text = fields[name]
    return None if text is None else str(text).encode("utf-8")


def _from_json(path: Path, n: int, fields: Any) -> Recorded:
    try:
        return Recorded(
            key=_bytes_from_json(fields, "key"),
            value=_bytes_from_json(fields, "value"),
            headers=[(h["name"], _bytes_from_json(h, "value") or b"") for h in fields["headers"]],
            timestamp_ms=int(fields["timestamp_ms"]),
            partition=int(fields["partition"]),
            offset=int(fields["offset"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise BadRecording(f"{path}, line {n} is no record: {error!r}") from error
