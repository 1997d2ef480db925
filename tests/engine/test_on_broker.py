"""Both promises on a real broker, in one process; killing it is for tests/faults."""

from __future__ import annotations

import asyncio

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from pipeline.engine.batch import Batch
from pipeline.settings import Settings
from tests.engine.conftest import create
from tests.engine.shop import build, order, read_all, running

pytestmark = pytest.mark.broker

GUARANTEES = ("at_least_once", "exactly_once")


def orders_of(count: int, first: int = 0) -> list[tuple[bytes, bytes]]:
    return [(b"c%d" % (n % 7), b"order %d" % n) for n in range(first, first + count)]


def expected(count: int) -> set[tuple[bytes, bytes]]:
    seen: dict[bytes, int] = {}
    bills = set()
    for customer, what in orders_of(count):
        seen[customer] = seen.get(customer, 0) + 1
        bills.add((customer, b"%d %s" % (seen[customer], what)))
    return bills


async def topics(admin: AIOKafkaAdminClient, name: str) -> None:
    await create(admin, f"{name}-orders", f"{name}-bills", f"{name}-counts")


@pytest.mark.parametrize("guarantee", GUARANTEES)
async def test_every_order_is_billed_once_and_in_order(
    broker: Settings, admin: AIOKafkaAdminClient, guarantee: str
) -> None:
    """All arrives, nothing twice, and the state counts across batches."""
    name = f"once-{guarantee}"
    await topics(admin, name)
    await order(broker.bootstrap, f"{name}-orders", orders_of(1000))

    async with running(build(name, broker.bootstrap, guarantee=guarantee)):
        bills = await read_all(broker.bootstrap, f"{name}-bills", 1000)

    assert len(bills) == 1000
    assert set(bills) == expected(1000)


@pytest.mark.parametrize("guarantee", GUARANTEES)
async def test_a_restarted_worker_goes_on_where_the_log_ends(
    broker: Settings, admin: AIOKafkaAdminClient, guarantee: str
) -> None:
    """Offsets and state come back from the broker: nothing twice, no count begun anew."""
    name = f"restart-{guarantee}"
    await topics(admin, name)
    for first in (0, 300):
        await order(broker.bootstrap, f"{name}-orders", orders_of(300, first))
        async with running(build(name, broker.bootstrap, guarantee=guarantee)):
            bills = await read_all(broker.bootstrap, f"{name}-bills", first + 300)

    assert len(bills) == 600
    assert set(bills) == expected(600)


@pytest.mark.parametrize("guarantee", GUARANTEES)
async def test_a_batch_that_fails_comes_again_with_its_state_restored(
    broker: Settings, admin: AIOKafkaAdminClient, guarantee: str
) -> None:
    """A failure before the settlement leaves no trace: not in the outputs, not in the counts."""
    name = f"fails-{guarantee}"
    await topics(admin, name)
    await order(broker.bootstrap, f"{name}-orders", orders_of(500))
    failures = iter(range(3))

    def fail_thrice(batch: Batch) -> None:
        if next(failures, None) is not None:
            batch.fail(RuntimeError("the printer is out of paper"))

    app = build(name, broker.bootstrap, guarantee=guarantee, before_settle=fail_thrice)
    async with running(app):
        bills = await read_all(broker.bootstrap, f"{name}-bills", 500)

    assert next(failures, None) is None
    assert len(bills) == 500
    assert set(bills) == expected(500)


async def test_one_order_alone_is_billed_at_once(
    broker: Settings, admin: AIOKafkaAdminClient
) -> None:
    """A batch does not wait to be full."""
    name = "alone"
    await topics(admin, name)
    async with running(build(name, broker.bootstrap, guarantee="exactly_once")):
        await asyncio.sleep(3)
        before = asyncio.get_running_loop().time()
        await order(broker.bootstrap, f"{name}-orders", orders_of(1))
        bills = await read_all(broker.bootstrap, f"{name}-bills", 1)
        waited = asyncio.get_running_loop().time() - before

    assert len(bills) == 1
    assert waited < 2.0
