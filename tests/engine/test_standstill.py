"""Nothing of a lane waits without end: what hangs is begun anew, or the worker stops visibly."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from pipeline.engine.settling import AtLeastOnce
from pipeline.settings import Settings
from tests.engine.conftest import create
from tests.engine.shop import build, order, read_all, running
from tests.engine.test_on_broker import orders_of

pytestmark = pytest.mark.broker


async def _never(*_: object) -> None:
    await asyncio.Event().wait()


async def _cancelled(*_: object) -> None:
    raise asyncio.CancelledError("a future of the client's was cancelled")


@pytest.mark.parametrize("fault", [_never, _cancelled])
async def test_a_batch_that_is_never_confirmed_comes_again(
    broker: Settings, admin: AIOKafkaAdminClient, monkeypatch: pytest.MonkeyPatch, fault: Any
) -> None:
    """The first batch's confirmation never comes, or its future is cancelled by nobody."""
    name = f"hung{fault.__name__}"
    await create(admin, f"{name}-orders", f"{name}-bills", f"{name}-counts", partitions=1)
    settle, calls = AtLeastOnce.settle, 0

    async def first_fails(self: AtLeastOnce, *given: Any) -> None:
        nonlocal calls
        calls += 1
        await (fault() if calls == 1 else settle(self, *given))

    monkeypatch.setattr(AtLeastOnce, "settle", first_fails)
    app = build(name, broker.bootstrap, guarantee="at_least_once", max_items=50, settle_s=1.0)
    await order(broker.bootstrap, f"{name}-orders", orders_of(200))
    async with running(app):
        bills = await read_all(broker.bootstrap, f"{name}-bills", 200)

    assert len(bills) == 200
    assert calls > 1


async def test_a_worker_whose_client_fetches_no_more_stops_visibly(
    broker: Settings, admin: AIOKafkaAdminClient
) -> None:
    """Nothing that a lane does brings a dead fetcher back; a new process does."""
    name = "unfetched"
    await create(admin, f"{name}-orders", f"{name}-bills", f"{name}-counts", partitions=1)
    app = build(name, broker.bootstrap, guarantee="at_least_once", look_s=0.3)
    async with running(app):
        await order(broker.bootstrap, f"{name}-orders", orders_of(100))
        await read_all(broker.bootstrap, f"{name}-bills", 100)
        consumer: Any = app.consumer
        consumer.client._fetcher._fetch_task.cancel()
        await order(broker.bootstrap, f"{name}-orders", orders_of(100))
        for _ in range(200):
            if app.crashed:
                break
            await asyncio.sleep(0.1)

        assert app.crashed
