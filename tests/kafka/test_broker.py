"""What the line relies on, shown on a real Apache Kafka by aiokafka alone."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Sequence

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import ProducerFenced, UnknownTopicOrPartitionError

from tests.kafka.broker import ApacheKafka

pytestmark = [pytest.mark.kafka]

READ_TIMEOUT_S = 60.0
"""A guess; records that are there are read within a second or two."""


async def _new_topic(kafka: ApacheKafka) -> str:
    name = f"test-{uuid.uuid4().hex[:8]}"
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka.address)
    await admin.start()
    try:
        await admin.create_topics([NewTopic(name, num_partitions=1, replication_factor=1)])
    finally:
        await admin.close()
    return name


async def _read(kafka: ApacheKafka, topic: str, *, until: bytes) -> list[bytes]:
    """Read the topic's values as a subscriber does (committed only), up to *until*."""
    consumer = AIOKafkaConsumer(
        bootstrap_servers=kafka.address,
        isolation_level="read_committed",
        auto_offset_reset="earliest",
    )
    await consumer.start()
    values: list[bytes] = []
    try:
        consumer.assign([TopicPartition(topic, 0)])
        async with asyncio.timeout(READ_TIMEOUT_S):
            async for record in consumer:
                values.append(record.value)
                if record.value == until:
                    return values
    finally:
        await consumer.stop()
    raise AssertionError("the stream of records ended by itself")


async def _send(kafka: ApacheKafka, topic: str, values: Sequence[bytes]) -> None:
    """Send the values and return when the broker has acknowledged every one."""
    producer = AIOKafkaProducer(
        bootstrap_servers=kafka.address, acks="all", enable_idempotence=True
    )
    await producer.start()
    try:
        for sent in [await producer.send(topic, value, partition=0) for value in values]:
            await sent
    finally:
        await producer.stop()


def _transactional(kafka: ApacheKafka, name: str) -> AIOKafkaProducer:
    return AIOKafkaProducer(bootstrap_servers=kafka.address, transactional_id=name)


async def test_what_is_sent_is_read_in_order(apache_kafka: ApacheKafka) -> None:
    """One partition, one order: the dedupe stage decides by it."""
    topic = await _new_topic(apache_kafka)
    values = [b"%d" % number for number in range(1_000)]

    await _send(apache_kafka, topic, values)

    assert await _read(apache_kafka, topic, until=values[-1]) == values


async def test_a_topic_is_not_made_by_accident(apache_kafka: ApacheKafka) -> None:
    """A name misspelt is an error; the broker does not answer it with a new topic."""
    producer = AIOKafkaProducer(bootstrap_servers=apache_kafka.address, request_timeout_ms=2_000)
    await producer.start()
    try:
        with pytest.raises(UnknownTopicOrPartitionError):
            await producer.send_and_wait("wire.misspelt", b"x")
    finally:
        await producer.stop()


async def test_an_aborted_transaction_is_never_read(apache_kafka: ApacheKafka) -> None:
    """A subscriber sees what was committed before and after it, and nothing of it."""
    topic = await _new_topic(apache_kafka)
    producer = _transactional(apache_kafka, f"{topic}-writer")
    await producer.start()
    try:
        async with producer.transaction():
            await producer.send_and_wait(topic, b"committed", partition=0)
        await producer.begin_transaction()
        await producer.send_and_wait(topic, b"aborted", partition=0)
        await producer.abort_transaction()
        async with producer.transaction():
            await producer.send_and_wait(topic, b"last", partition=0)
    finally:
        await producer.stop()

    assert await _read(apache_kafka, topic, until=b"last") == [b"committed", b"last"]


async def test_a_zombie_is_fenced(apache_kafka: ApacheKafka) -> None:
    """Of two producers with one transactional id the earlier can no longer commit."""
    topic = await _new_topic(apache_kafka)
    zombie = _transactional(apache_kafka, f"{topic}-writer")
    successor = _transactional(apache_kafka, f"{topic}-writer")
    await zombie.start()
    try:
        await zombie.begin_transaction()
        await zombie.send_and_wait(topic, b"by the zombie", partition=0)
        await successor.start()
        async with successor.transaction():
            await successor.send_and_wait(topic, b"by its successor", partition=0)

        with pytest.raises(ProducerFenced):
            await zombie.commit_transaction()
    finally:
        await successor.stop()
        await zombie.stop()

    assert await _read(apache_kafka, topic, until=b"by its successor") == [b"by its successor"]


async def test_a_killed_broker_keeps_what_it_acknowledged(apache_kafka: ApacheKafka) -> None:
    """SIGKILL at the moment of the last acknowledgement, and every record is still there."""
    topic = await _new_topic(apache_kafka)
    values = [b"%d" % number for number in range(2_000)]
    await _send(apache_kafka, topic, values)

    apache_kafka.kill()
    apache_kafka.restart()

    assert await _read(apache_kafka, topic, until=values[-1]) == values


async def test_a_frozen_broker_answers_when_it_thaws(apache_kafka: ApacheKafka) -> None:
    """SIGSTOP keeps the connections open; who waited is served after SIGCONT."""
    topic = await _new_topic(apache_kafka)
    frozen_s = 1.5

    apache_kafka.freeze()
    began = time.monotonic()
    asyncio.get_running_loop().call_later(frozen_s, apache_kafka.resume)
    await _send(apache_kafka, topic, [b"patient"])

    assert time.monotonic() - began >= frozen_s
    assert await _read(apache_kafka, topic, until=b"patient") == [b"patient"]
