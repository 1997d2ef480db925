"""Committed offsets, watched during a run: they go forward and never back."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from aiokafka import TopicPartition
from aiokafka.errors import KafkaError

from pipeline.outside.connection import NoBroker, admin
from pipeline.settings import Settings

__all__ = ["Watched", "watch_offsets"]

_EVERY_S = 0.3


@dataclass(slots=True)
class Watched:
    """What was seen: the highest offset of each partition, and every step backwards."""

    highest: dict[TopicPartition, int] = field(default_factory=dict)
    looks: int = 0
    backwards: list[str] = field(default_factory=list)

    def saw(self, partition: TopicPartition, offset: int) -> None:
        before = self.highest.get(partition, -1)
        if offset < before:
            self.backwards.append(
                f"{partition.topic}/{partition.partition} went back from {before} to {offset}"
            )
        self.highest[partition] = max(before, offset)


@contextlib.asynccontextmanager
async def watch_offsets(settings: Settings) -> AsyncIterator[Watched]:
    """Look at the group's offsets all the time; a broker that is away is asked again."""
    watched = Watched()
    watching = asyncio.create_task(_watch(settings, watched))
    try:
        yield watched
    finally:
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching


async def _watch(settings: Settings, watched: Watched) -> None:
    while True:
        with contextlib.suppress(NoBroker, KafkaError, OSError, asyncio.TimeoutError):
            client = await admin(settings)
            try:
                while True:
                    said = await asyncio.wait_for(
                        client.list_consumer_group_offsets(settings.group), 15
                    )
                    for partition, at in said.items():
                        if at.offset >= 0:
                            watched.saw(partition, at.offset)
                    watched.looks += 1
                    await asyncio.sleep(_EVERY_S)
            finally:
                await client.close()
        await asyncio.sleep(_EVERY_S)
