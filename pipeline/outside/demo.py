"""The invented day that ships with Dateline, and feeding it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import orjson

from pipeline.outside.feeding import feeder, raw_record
from pipeline.settings import Settings
from schemas.raw import RawItem
from schemas.types import Origin

__all__ = ["DayFile", "demo_day", "feed_day", "raw_items"]


@dataclass(frozen=True, slots=True)
class DayFile:
    """One file of the day: its bytes, and what the manifest says must become of its items."""

    name: str
    value: bytes
    source: str
    content_type: str
    received_at: datetime
    expected: tuple[dict[str, Any], ...]


def demo_day() -> list[DayFile]:
    """Return the day's files in the order in which they arrive."""
    folder = resources.files("pipeline.outside").joinpath("demo_day")
    manifest = orjson.loads(folder.joinpath("manifest.json").read_bytes())
    return [_file(folder, entry) for entry in manifest["files"]]


def _file(folder: Traversable, entry: dict[str, Any]) -> DayFile:
    return DayFile(
        name=entry["file"],
        value=folder.joinpath(entry["file"]).read_bytes(),
        source=entry["source"],
        content_type=entry["content_type"],
        received_at=datetime.fromisoformat(entry["received_at"]),
        expected=tuple(entry["items"]),
    )


def raw_items(day: list[DayFile]) -> Iterator[RawItem]:
    """Return the day as raw items, for a run without a broker."""
    for offset, file in enumerate(day):
        yield RawItem(
            value=file.value,
            source=file.source,
            content_type=file.content_type,
            name=file.name,
            received_at=file.received_at,
            origin=Origin(topic="wire.raw", partition=0, offset=offset),
        )


async def feed_day(settings: Settings, day: list[DayFile], pause_s: float = 0.0) -> int:
    """Feed the day, with a pause after each file; return how many files the broker confirmed."""
    async with feeder(settings) as sending:
        for file in day:
            await sending.feed(
                *raw_record(
                    file.value,
                    source=file.source,
                    received_at=file.received_at,
                    content_type=file.content_type,
                    name=file.name,
                )
            )
            if pause_s:
                await sending.flush()
                await asyncio.sleep(pause_s)
    return sending.fed
