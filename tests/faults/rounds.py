"""A run of the fault suite: feed steadily, break things, heal them, and read what is there."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition

from pipeline.client.account import ACCOUNT_TOPICS, Account
from pipeline.client.reading import Record
from pipeline.outside.feeding import feeder, raw_record
from pipeline.outside.topics import create_topics, topic_states
from pipeline.settings import Settings
from pipeline.worker import start_child
from tests.faults.checker import Checked, check
from tests.faults.offsets import watch_offsets
from tests.faults.state import check_state
from tests.invented import Sent, invented

__all__ = ["Cluster", "Faults", "run_faults"]

AT = datetime(2026, 3, 3, 12, tzinfo=UTC)


@dataclass(slots=True)
class Cluster:
    """The workers of a run; each keeps its id, so that a killed one comes back under it."""

    settings: Settings
    static_ids: bool
    children: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    kills: int = 0

    def start(self, name: str) -> None:
        self.children[name] = start_child(self.settings, name if self.static_ids else "")

    def signal(self, name: str, how: signal.Signals) -> None:
        os.kill(self.children[name].pid, how)

    async def kill(self, name: str) -> None:
        self.kills += 1
        self.children[name].kill()
        await asyncio.to_thread(self.children[name].wait)

    async def stop(self, name: str) -> None:
        child = self.children.pop(name)
        child.terminate()
        await asyncio.to_thread(child.wait, 60)

    async def stop_all(self) -> None:
        for child in self.children.values():
            child.send_signal(signal.SIGCONT)
        await asyncio.gather(*(self.stop(name) for name in list(self.children)))


Faults = Callable[[Cluster, random.Random], Coroutine[Any, Any, None]]


@dataclass(slots=True)
class Outcome:
    """What a run came to."""

    checked: Checked
    account: Account
    items: int
    kills: int
    seconds: float


async def run_faults(
    settings: Settings,
    faults: Faults,
    *,
    items: int,
    per_second: float,
    workers: int,
    static_ids: bool,
    seed: int = 1,
    heal_s: float = 120.0,
) -> Outcome:
    """Feed *items* steadily while *faults* happen; then wait until all have ended, and check."""
    await create_topics(settings)
    sent = list(invented(items, seed))
    cluster = Cluster(settings, static_ids)
    began = time.monotonic()
    account, topics = Account(), {spec.name: list[Record]() for spec in ACCOUNT_TOPICS}
    for n in range(workers):
        cluster.start(f"worker-{n}")
    try:
        async with watch_offsets(settings) as watched, _reading(settings, account, topics):
            feeding = asyncio.create_task(_feed(settings, sent, per_second))
            breaking = asyncio.create_task(faults(cluster, random.Random(seed)))
            await asyncio.gather(feeding, breaking)
            deadline = time.monotonic() + heal_s
            while time.monotonic() < deadline:
                if account.raw >= len(sent) and account.adds_up:
                    break
                await asyncio.sleep(0.2)
            await asyncio.sleep(1.0)  # a repetition would come now
    finally:
        await cluster.stop_all()
    checked = check(sent, topics, exactly_once=settings.promise == "exactly_once")
    checked.wrong += watched.backwards
    checked.expect(watched.looks > 0, "nobody could look at the committed offsets")
    checked.wrong += await check_state(settings)
    return Outcome(checked, account, len(sent), cluster.kills, time.monotonic() - began)


async def _feed(settings: Settings, sent: list[Sent], per_second: float) -> None:
    """Feed at a steady rate; an item that the broker did not take is sent again."""
    started, done = time.monotonic(), 0
    async with feeder(settings) as sending:
        for item in sent:
            _, value, headers = raw_record(item.value, source="faults", received_at=AT)
            await sending.feed(b"faults/%d" % item.family, value, headers)
            done += 1
            ahead = done / per_second - (time.monotonic() - started)
            if ahead > 0.02:
                await asyncio.sleep(ahead)


@contextlib.asynccontextmanager
async def _reading(
    settings: Settings, account: Account, topics: dict[str, list[Record]]
) -> AsyncIterator[None]:
    """Read committed records from the start, beside the run, as a subscriber would."""
    consumer = AIOKafkaConsumer(
        bootstrap_servers=settings.bootstrap,
        isolation_level="read_committed",
        enable_auto_commit=False,
        auto_offset_reset="earliest",
    )
    await consumer.start()
    partitions = [
        TopicPartition(state.spec.name, p)
        for state in await topic_states(settings)
        if state.spec.name in topics
        for p in range(state.partitions or 0)
    ]
    consumer.assign(partitions)
    await consumer.seek_to_beginning(*partitions)

    async def read() -> None:
        while True:
            for records in (await consumer.getmany(timeout_ms=300)).values():
                for record in records:
                    account.add(record)
                    topics[record.topic].append(record)

    reading = asyncio.create_task(read())
    try:
        yield
    finally:
        reading.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await reading
        await consumer.stop()
