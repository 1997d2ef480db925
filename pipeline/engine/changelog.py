"""Restoring state: read a changelog partition from its beginning to its end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from aiokafka import AIOKafkaConsumer, TopicPartition

from pipeline.engine.batch import State

__all__ = ["ChangelogStalled", "Restored", "restore"]

_STALL_S = 30.0
"""A changelog that brings nothing new for so long is not being read any more."""

_ROWS_AT_ONCE = 20_000
"""Rows handed to the state in one call: enough to be cheap, few enough to breathe between."""


class ChangelogStalled(RuntimeError):
    """The broker stopped sending a changelog before its end."""


class Restored(NamedTuple):
    """How many rows were read, and the offset after the last."""

    rows: int
    next_offset: int


async def restore(
    new_consumer: Callable[[], AIOKafkaConsumer],
    changelog: TopicPartition,
    state: State,
    start: int | None = None,
) -> Restored | None:
    """Feed the committed rows of *changelog* to *state*, oldest first.

    With *start* the state has all rows before that offset already; None is returned, and nothing
    read, if the log does not reach from there to its end (it was truncated, or made anew).
    The caller has fenced the partition before, so nobody adds rows meanwhile.
    Raises :class:`ChangelogStalled` if the broker stops sending before the end, and
    ``TimeoutError`` if it answers nothing at all.
    """
    consumer = new_consumer()
    try:
        async with asyncio.timeout(_STALL_S):
            await consumer.start()
            consumer.assign([changelog])
            end = (await consumer.end_offsets([changelog]))[changelog]
            position = (await consumer.beginning_offsets([changelog]))[changelog]
        if start is not None:
            if not position <= start <= end:
                return None
            position = start
        if position >= end:
            return Restored(0, position)
        consumer.seek(changelog, position)
        count, last_progress = 0, monotonic()
        while position < end:
            fetched = await consumer.getmany(changelog, timeout_ms=1000, max_records=_ROWS_AT_ONCE)
            rows = [
                (record.key, record.value)
                for record in fetched.get(changelog, ())
                if record.key is not None
            ]
            state.restore(rows)
            count += len(rows)
            # Control records and aborted rows have offsets too, so the position, not
            # the last row, says how far we are.
            async with asyncio.timeout(_STALL_S):
                now_at = await consumer.position(changelog)
            if now_at > position:
                position, last_progress = now_at, monotonic()
            elif monotonic() - last_progress > _STALL_S:
                raise ChangelogStalled(
                    f"{changelog.topic}/{changelog.partition} stopped at offset {position} of {end}"
                )
            await asyncio.sleep(0)
        return Restored(count, position)
    finally:
        async with asyncio.timeout(_STALL_S):
            await consumer.stop()
