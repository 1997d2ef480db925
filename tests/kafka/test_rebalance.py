"""Workers that come and go on a real Kafka: who waits for whom, and what is kept."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from pipeline.engine.batch import Batch
from tests.engine.shop import build, order, read_all, running
from tests.engine.test_on_broker import expected, orders_of
from tests.kafka.broker import ApacheKafka

pytestmark = [pytest.mark.kafka, pytest.mark.slow]

BATCH_S = 1.0
"""How long the slow agent takes for a batch."""


async def make_topics(kafka: ApacheKafka, name: str) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka.address)
    await admin.start()
    names = (f"{name}-orders", f"{name}-bills", f"{name}-counts")
    await admin.create_topics([NewTopic(topic, 2, 1) for topic in names])
    await admin.close()


async def test_a_rebalance_waits_for_one_batch_and_no_more(
    apache_kafka: ApacheKafka,
) -> None:
    """A second worker joins while the first has twenty slow batches before it."""
    name = "joins"
    address = apache_kafka.address
    await make_topics(apache_kafka, name)
    await order(address, f"{name}-orders", orders_of(400))
    first_works, second_works = asyncio.Event(), asyncio.Event()

    async def first_takes_its_time(batch: Batch) -> None:
        if batch.records and not second_works.is_set():
            first_works.set()
            await asyncio.sleep(BATCH_S)

    async def second_begins(batch: Batch) -> None:
        if batch.records:
            second_works.set()

    def worker(**how: Any) -> Any:
        return build(
            name,
            address,
            guarantee="exactly_once",
            max_items=10,
            instance="",
            **how,
        )

    async with running(worker(while_billing=first_takes_its_time)):
        await asyncio.wait_for(first_works.wait(), 20)
        loop = asyncio.get_running_loop()
        joined = loop.time()
        async with running(worker(while_billing=second_begins)):
            await asyncio.wait_for(second_works.wait(), 30)
            waited = loop.time() - joined
            bills = await read_all(address, f"{name}-bills", 400)

    # One batch, a heartbeat (3 s) until the first worker hears of it, joining, and restoring.
    assert waited < BATCH_S + 3 + 4, f"{waited:.1f} s; the backlog takes {20 * BATCH_S:.0f} s"
    assert set(bills) == expected(400)


async def test_a_state_that_comes_back_is_kept(
    apache_kafka: ApacheKafka, caplog: pytest.LogCaptureFixture
) -> None:
    """After a rebalance a worker reads only what others added to the state that it had."""
    name = "keeps"
    address = apache_kafka.address
    await make_topics(apache_kafka, name)
    await order(address, f"{name}-orders", orders_of(300))
    caplog.set_level(logging.INFO, logger="pipeline.engine.lane")

    def worker() -> Any:
        return build(name, address, guarantee="exactly_once", instance="")

    async with running(worker()):
        await read_all(address, f"{name}-bills", 300)
        async with running(worker()):
            await order(address, f"{name}-orders", orders_of(300, 300))
            await read_all(address, f"{name}-bills", 600)
        # The second leaves: its partition comes back, with 300 orders' counts that it has added.
        await order(address, f"{name}-orders", orders_of(300, 600))
        bills = await read_all(address, f"{name}-bills", 900)

    assert len(bills) == 900
    assert set(bills) == expected(900)
    kept = [r.getMessage() for r in caplog.records if "kept its state" in r.getMessage()]
    assert kept, "no state was kept over a rebalance"
