"""Reading a topic as a subscriber does: from where one likes, committed records only."""

from __future__ import annotations

import asyncio
import heapq
from collections import deque
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Literal, TypeAlias

from aiokafka import AIOKafkaConsumer, ConsumerRecord, TopicPartition
from aiokafka.errors import KafkaError

from pipeline.outside.connection import NoBroker, client_options
from pipeline.outside.topics import partitions_of
from pipeline.settings import Settings
from schemas.topics import MAX_RECORD_BYTES

__all__ = ["Record", "Start", "read_topic"]

Record: TypeAlias = ConsumerRecord[bytes | None, bytes | None]
Start: TypeAlias = Literal["beginning", "now"] | datetime

_BUFFERED = 2_000
"""Records of one partition that wait for their turn among the others'; then it is paused."""


async def read_topic(
    settings: Settings, topic: str, start: Start = "beginning", *, follow: bool = False
) -> AsyncIterator[Record]:
    """Yield the records of *topic* from *start* to its end, and with *follow* on without end.

    What was there at the start comes merged by (timestamp, partition, offset), so two readings
    of the same log agree; what arrives later comes as it arrives. Raises
    :class:`~pipeline.outside.connection.NoBroker` or
    :class:`~pipeline.outside.topics.MissingTopics` before the first record.
    """
    # A consumer knows the partitions of topics that it subscribes to, and these are assigned.
    partitions = [TopicPartition(topic, p) for p in range(await partitions_of(settings, topic))]
    consumer = AIOKafkaConsumer(
        **client_options(settings),
        isolation_level="read_committed",
        enable_auto_commit=False,
        fetch_max_wait_ms=100,
        max_partition_fetch_bytes=MAX_RECORD_BYTES // 8,
    )
    try:
        await asyncio.wait_for(consumer.start(), 15)
    except (KafkaError, OSError, TimeoutError) as error:
        raise NoBroker(f"no broker answers at {settings.bootstrap}: {error}") from error
    try:
        ends = await _seek(consumer, partitions, start)
        async for record in _backlog(consumer, ends):
            yield record
        while follow:
            fetched = await consumer.getmany(timeout_ms=1000)
            for record in heapq.merge(*fetched.values(), key=_order):
                yield record
    finally:
        await consumer.stop()


def _order(record: Record) -> tuple[int, int, int]:
    return (record.timestamp, record.partition, record.offset)


async def _seek(
    consumer: AIOKafkaConsumer, partitions: list[TopicPartition], start: Start
) -> dict[TopicPartition, int]:
    """Assign, seek, and return the ends of the partitions that have something before them."""
    consumer.assign(partitions)
    ends = await consumer.end_offsets(partitions)
    begins = dict(ends if start == "now" else await consumer.beginning_offsets(partitions))
    if isinstance(start, datetime):
        at_ms = int(start.timestamp() * 1000)
        found = await consumer.offsets_for_times(dict.fromkeys(partitions, at_ms))
        begins = {tp: (at.offset if at else ends[tp]) for tp, at in found.items()}
    for tp in partitions:
        consumer.seek(tp, begins[tp])
    return {tp: ends[tp] for tp in partitions if begins[tp] < ends[tp]}


async def _backlog(
    consumer: AIOKafkaConsumer, ends: dict[TopicPartition, int]
) -> AsyncIterator[Record]:
    """Yield what lies before *ends*, merged over the partitions."""
    waiting: dict[TopicPartition, deque[Record]] = {tp: deque() for tp in ends}
    reading = set(ends)
    paused: set[TopicPartition] = set()
    while waiting:
        # The smallest head may be yielded only when every partition shows its head or is done.
        while all(waiting[tp] or tp not in reading for tp in waiting):
            heads = [queue for queue in waiting.values() if queue]
            if not heads:
                break
            yield min(heads, key=lambda queue: _order(queue[0])).popleft()
        waiting = {tp: queue for tp, queue in waiting.items() if queue or tp in reading}
        if not reading:
            continue
        full = {tp for tp in reading if len(waiting[tp]) >= _BUFFERED}
        consumer.pause(*full - paused)
        consumer.resume(*paused - full)
        paused = full
        fetched = await consumer.getmany(*(reading - paused), timeout_ms=500, max_records=1000)
        for tp, records in fetched.items():
            waiting[tp].extend(r for r in records if r.offset < ends[tp])
        for tp in list(reading - paused):
            # Control records of transactions have offsets too, so the position decides.
            if await consumer.position(tp) >= ends[tp]:
                reading.discard(tp)
                consumer.pause(tp)
    for tp in ends:
        consumer.resume(tp)
