"""A small app on the engine: it numbers the orders of each customer and bills them."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any, cast

import faust
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from pipeline.engine.batch import Batch, Output, Row
from pipeline.engine.lane import LaneSettings
from pipeline.engine.stream import BatchStream
from pipeline.engine.transport import LaneOf


class Counts:
    """How many orders each customer has made: state with a changelog."""

    def __init__(self) -> None:
        self.of: dict[bytes, int] = {}
        self._changed: dict[bytes, bytes] = {}

    def restore(self, rows: Iterable[Row]) -> None:
        for key, value in rows:
            if value is None:
                self.of.pop(key, None)
            else:
                self.of[key] = int(value)

    def count(self, customer: bytes) -> int:
        self.of[customer] = self.of.get(customer, 0) + 1
        self._changed[customer] = b"%d" % self.of[customer]
        return self.of[customer]

    def changes(self) -> list[Row]:
        changed, self._changed = self._changed, {}
        return list(changed.items())


def build(
    name: str,
    bootstrap: str,
    *,
    guarantee: str,
    max_items: int = 100,
    instance: str | None = None,
    before_settle: Callable[[Batch], None] = lambda batch: None,
    while_billing: Callable[[Batch], Awaitable[None]] | None = None,
    **pace: float,
) -> faust.App:
    """Return the app; it reads ``NAME-orders``, writes ``NAME-bills``, and keeps ``NAME-counts``.

    *pace* are more of :class:`LaneSettings`.
    """
    app = faust.App(
        name,
        broker=[f"batches://{bootstrap}"],
        consumer_group_instance_id=name if instance is None else instance or None,
        broker_session_timeout=10.0,
        broker_request_timeout=20.0,
        Stream=BatchStream,
        stream_wait_empty=True,
        agent_supervisor="mode.CrashingSupervisor",
        topic_allow_declare=False,
        topic_disable_leader=True,
        web_enabled=False,
        store="memory://",
        datadir=tempfile.mkdtemp(prefix="faust-"),
    )
    transport: Any = app.transport
    transport.configure(guarantee=guarantee)
    settings = LaneSettings(max_items=max_items, **pace)
    transport.work_on(f"{name}-orders", LaneOf(Counts, f"{name}-counts", settings))

    async def bill(stream: BatchStream) -> None:
        async for batch in stream.batches():
            counts: Counts = batch.state
            outputs = [
                Output(f"{name}-bills", r.key, b"%d %s" % (counts.count(r.key or b""), r.value))
                for r in batch.records
            ]
            before_settle(batch)
            if while_billing is not None:
                await while_billing(batch)
            await batch.settle(outputs, counts.changes())

    app.agent(app.topic(f"{name}-orders"), name="bill")(cast(Any, bill))
    return app


@asynccontextmanager
async def running(app: faust.App) -> AsyncIterator[faust.App]:
    """Run the app in this process; stop it as a SIGTERM would."""
    await app.start()
    try:
        yield app
    finally:
        await app.stop()


async def order(bootstrap: str, topic: str, orders: Iterable[tuple[bytes, bytes]]) -> None:
    """Put orders (customer, what) on the topic, confirmed."""
    async with AIOKafkaProducer(bootstrap_servers=bootstrap, acks="all") as producer:
        await asyncio.gather(*[await producer.send(topic, value, key=key) for key, value in orders])


async def read_all(
    bootstrap: str, topic: str, count: int, timeout_s: float = 30.0
) -> list[tuple[bytes, bytes]]:
    """Read committed records until there are *count*, and a moment longer for any too many."""
    consumer = AIOKafkaConsumer(
        bootstrap_servers=bootstrap,
        isolation_level="read_committed",
        enable_auto_commit=False,
        auto_offset_reset="earliest",
    )
    await consumer.start()
    try:
        partitions = [
            TopicPartition(topic, p) for p in sorted(consumer.partitions_for_topic(topic) or {0, 1})
        ]
        consumer.assign(partitions)
        await consumer.seek_to_beginning(*partitions)
        found: list[tuple[bytes, bytes]] = []
        deadline = asyncio.get_running_loop().time() + timeout_s
        while asyncio.get_running_loop().time() < deadline:
            fetched = await consumer.getmany(timeout_ms=300)
            found += [(r.key, r.value) for records in fetched.values() for r in records]
            if len(found) >= count and not fetched:
                break
        return found
    finally:
        await consumer.stop()
