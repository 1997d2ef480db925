"""A record that goes elsewhere reaches every partition but the one of its key."""

from __future__ import annotations

from collections import Counter

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

from pipeline.engine.batch import Output
from pipeline.engine.outbox import deliver
from pipeline.settings import Settings
from tests.engine.conftest import create


@pytest.mark.parametrize("partitions", [1, 4])
async def test_elsewhere_is_everywhere_else(
    broker: Settings, admin: AIOKafkaAdminClient, partitions: int
) -> None:
    topic = f"elsewhere-{partitions}"
    await create(admin, topic, partitions=partitions)
    async with AIOKafkaProducer(bootstrap_servers=broker.bootstrap) as producer:
        outputs = [Output(topic, b"en", b"kill"), Output(topic, b"en", b"word", elsewhere=True)]
        await deliver(producer, outputs)

    there = [TopicPartition(topic, n) for n in range(partitions)]
    found: dict[bytes, Counter[int]] = {b"kill": Counter(), b"word": Counter()}
    async with AIOKafkaConsumer(bootstrap_servers=broker.bootstrap) as consumer:
        consumer.assign(there)
        await consumer.seek_to_beginning(*there)
        for _ in range(partitions):
            record = await consumer.getone()
            found[record.value or b""][record.partition] += 1
    (own,) = found[b"kill"]
    assert found[b"word"] == Counter(n for n in range(partitions) if n != own)
