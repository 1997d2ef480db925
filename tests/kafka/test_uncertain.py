"""What a client cannot know: the engine asks again, or gives up what it holds, and never guesses."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaError

from pipeline.engine.offsets import OffsetsUnavailable, committed_offset
from pipeline.engine.one_try import OneTryProducer
from tests.kafka.artifacts import KafkaUnavailableError
from tests.kafka.between import END_TXN, OFFSET_FETCH, TXN_OFFSET_COMMIT, Between, between
from tests.kafka.broker import SETTINGS, ApacheKafka

pytestmark = [pytest.mark.kafka, pytest.mark.slow]

ORDERS, BILLS = TopicPartition("orders", 0), TopicPartition("bills", 0)
LOADING = 14
"""COORDINATOR_LOAD_IN_PROGRESS."""


@dataclass(slots=True)
class Wired:
    wire: Between
    address: str


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def wired(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Wired]:
    """A broker that clients reach through a wire of the test's."""
    folder: Path = tmp_path_factory.mktemp("wired-kafka")
    async with between() as wire:
        address = f"127.0.0.1:{wire.port}"
        settings = {**SETTINGS, "advertised.listeners": f"PLAINTEXT://{address}"}
        kafka = ApacheKafka(folder, settings)
        wire.broker_port = kafka.port
        try:
            await asyncio.to_thread(kafka.start)
        except KafkaUnavailableError as missing:
            pytest.skip(f"no Apache Kafka: {missing}")
        try:
            admin = AIOKafkaAdminClient(bootstrap_servers=address)
            await admin.start()
            await admin.create_topics([NewTopic(tp.topic, 1, 1) for tp in (ORDERS, BILLS)])
            await admin.close()
            yield Wired(wire, address)
        finally:
            await asyncio.to_thread(kafka.stop)


@pytest.mark.parametrize("request_key", [END_TXN, TXN_OFFSET_COMMIT])
@pytest.mark.asyncio(loop_scope="module")
async def test_a_commit_without_an_answer_is_not_sent_again(wired: Wired, request_key: int) -> None:
    """The broker may still hold the first: read late, it would end the next transaction early."""
    name = f"bill-{request_key}"
    producer = OneTryProducer(bootstrap_servers=wired.address, transactional_id=name)
    await producer.start()
    wired.wire.seen.clear()
    wired.wire.swallow = {request_key}
    try:
        with pytest.raises(KafkaError):
            await asyncio.wait_for(_transact(producer, name, b"first"), 20)
        await asyncio.sleep(0.5)
        assert wired.wire.seen[request_key] == 1
    finally:
        wired.wire.swallow = set()
        await producer.stop()

    again = OneTryProducer(bootstrap_servers=wired.address, transactional_id=name)
    await again.start()
    await _transact(again, name, b"second")
    await again.stop()
    # The broker did act on an EndTxn that it got; an uncommitted offset is aborted.
    first = [b"first"] if request_key == END_TXN else []
    assert await _bills(wired, name) == [*first, b"second"]


@pytest.mark.asyncio(loop_scope="module")
async def test_no_answer_is_not_taken_for_no_offset(wired: Wired) -> None:
    """A coordinator that loads says nothing of any partition; the reader must not start over."""
    consumer = AIOKafkaConsumer(
        bootstrap_servers=wired.address, group_id="shop", enable_auto_commit=False
    )
    consumer.assign([ORDERS])
    await consumer.start()

    def admin() -> AIOKafkaAdminClient:
        return AIOKafkaAdminClient(bootstrap_servers=wired.address)

    try:
        assert await committed_offset(consumer, admin, "shop", ORDERS) is None
        await consumer.commit({ORDERS: 7})
        wired.wire.instead = {OFFSET_FETCH: _loading}

        assert await consumer.committed(ORDERS) is None  # what aiokafka makes of it
        with pytest.raises(OffsetsUnavailable):
            await committed_offset(consumer, admin, "shop", ORDERS)

        wired.wire.instead = {}
        assert await committed_offset(consumer, admin, "shop", ORDERS) == 7
    finally:
        wired.wire.instead = {}
        await consumer.stop()


def _loading(version: int, correlation: int, _response: bytes) -> bytes:
    assert version == 3, "aiokafka asks in another version now; see what it makes of the error"
    no_partitions = 0
    return struct.pack(">iiih", correlation, 0, no_partitions, LOADING)


async def _transact(producer: AIOKafkaProducer, group: str, value: bytes) -> None:
    await producer.begin_transaction()
    await producer.send_and_wait(BILLS.topic, value, key=group.encode(), partition=BILLS.partition)
    await producer.send_offsets_to_transaction({ORDERS: 1}, group)
    await producer.commit_transaction()


async def _bills(wired: Wired, key: str) -> list[bytes]:
    consumer = AIOKafkaConsumer(
        bootstrap_servers=wired.address, isolation_level="read_committed", enable_auto_commit=False
    )
    consumer.assign([BILLS])
    await consumer.start()
    try:
        await consumer.seek_to_beginning(BILLS)
        end = (await consumer.end_offsets([BILLS]))[BILLS]
        bills: list[bytes] = []
        while await consumer.position(BILLS) < end:
            for records in (await consumer.getmany(timeout_ms=500)).values():
                bills += [r.value for r in records if r.key == key.encode()]
        return bills
    finally:
        await consumer.stop()
