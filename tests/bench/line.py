"""Items per second through all five agents, on the embedded broker or on a Kafka.

    python -m tests.bench.line [--items 5000] [--workers 1] [--broker host:port]

Invented copy of 1.5 KB is fed first; then the workers start, and the clock runs from the first
item on ``wire.clean`` until every item has its fate.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from aiokafka import AIOKafkaConsumer, TopicPartition

from pipeline.client.account import ACCOUNT_TOPICS, Account
from pipeline.outside.broker import embedded_broker
from pipeline.outside.feeding import feeder, raw_record
from pipeline.outside.topics import create_topics, topic_states
from pipeline.settings import Settings
from pipeline.worker import start_child, stop_children
from tests.invented import invented


async def _feed(settings: Settings, items: int) -> None:
    at = datetime(2026, 3, 3, 12, tzinfo=UTC)
    async with feeder(settings) as sending:
        for sent in invented(items):
            await sending.feed(*raw_record(sent.value, source="bench", received_at=at))


async def _measure(settings: Settings, items: int, workers: int) -> None:
    await create_topics(settings)
    await _feed(settings, items)
    partitions = [
        TopicPartition(state.spec.name, p)
        for state in await topic_states(settings)
        if state.spec in ACCOUNT_TOPICS
        for p in range(state.partitions or 0)
    ]
    consumer = AIOKafkaConsumer(
        bootstrap_servers=settings.bootstrap,
        isolation_level="read_committed",
        enable_auto_commit=False,
        auto_offset_reset="earliest",
    )
    await consumer.start()
    consumer.assign(partitions)
    await consumer.seek_to_beginning(*partitions)
    children = [start_child(settings, f"bench-{n}") for n in range(workers)]
    account, first, last = Account(), 0.0, time.perf_counter()
    try:
        while account.raw < items or not account.adds_up:
            for records in (await consumer.getmany(timeout_ms=200)).values():
                for record in records:
                    account.add(record)
                    if record.topic != "wire.raw":
                        last = time.perf_counter()
                        first = first or last
    finally:
        await consumer.stop()
        stop_children(children)
    print(account.as_dict())
    print(
        f"{items} items, {workers} worker(s), {settings.promise}: "
        f"{items / (last - first):,.0f} items/s through all five agents"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=5_000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--broker", default="")
    parser.add_argument("--guarantee", default="auto")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        embedded_broker(Settings(broker=options.broker, data=Path(folder))) as settings,
    ):
        settings = replace(settings, guarantee=options.guarantee)
        asyncio.run(_measure(settings, options.items, options.workers))


if __name__ == "__main__":
    main()
