"""A slow agent: nothing piles up behind it. Workers that come and go are for tests/kafka."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from pipeline.engine.batch import Batch
from pipeline.settings import Settings
from tests.engine.conftest import create
from tests.engine.shop import build, order, read_all, running
from tests.engine.test_on_broker import orders_of

pytestmark = pytest.mark.broker


async def test_a_slow_agent_pauses_what_it_reads(
    broker: Settings, admin: AIOKafkaAdminClient
) -> None:
    """While a batch is worked on the next is not taken: a backlog stays on the broker."""
    name = "slow"
    await create(admin, f"{name}-orders", f"{name}-bills", f"{name}-counts", partitions=1)
    await order(broker.bootstrap, f"{name}-orders", orders_of(2000))
    working, may_go_on = asyncio.Event(), asyncio.Event()
    sizes: list[int] = []

    async def wait(batch: Batch) -> None:
        sizes.append(len(batch.records))
        working.set()
        await may_go_on.wait()

    app = build(name, broker.bootstrap, guarantee="at_least_once", max_items=50, while_billing=wait)
    async with running(app):
        await asyncio.wait_for(working.wait(), 20)
        await asyncio.sleep(1.0)
        consumer: Any = app.consumer
        taken = await consumer.client.position(TopicPartition(f"{name}-orders", 0))
        may_go_on.set()
        bills = await read_all(broker.bootstrap, f"{name}-bills", 2000)

    assert taken == 50
    assert max(sizes) == 50
    assert len(bills) == 2000
