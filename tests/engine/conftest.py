"""A real broker, and a small Faust app of no news, to prove the engine with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from pipeline.outside.broker import embedded_broker
from pipeline.settings import Settings


@pytest.fixture(scope="session")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """An embedded broker of its own for the engine's tests."""
    data: Path = tmp_path_factory.mktemp("engine-broker")
    with embedded_broker(Settings(data=data)) as settings:
        yield settings


@pytest_asyncio.fixture
async def admin(broker: Settings) -> AsyncIterator[AIOKafkaAdminClient]:
    client = AIOKafkaAdminClient(bootstrap_servers=broker.bootstrap)
    await client.start()
    yield client
    await client.close()


async def create(admin: AIOKafkaAdminClient, *names: str, partitions: int = 2) -> None:
    response = await admin.create_topics([NewTopic(name, partitions, 1) for name in names])
    assert [e[1] for e in response.topic_errors] == [0] * len(names), response
