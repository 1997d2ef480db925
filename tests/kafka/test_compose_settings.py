"""The broker that docker-compose.yml describes, started from the same version's artifacts."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from pipeline.outside.topics import create_topics, require_topics
from pipeline.settings import Settings
from tests.kafka.addresses import free_ports
from tests.kafka.artifacts import KafkaUnavailableError
from tests.kafka.broker import ApacheKafka, running_kafka

pytestmark = [pytest.mark.kafka]

FILE = Path(__file__).parents[2] / "docker-compose.yml"

_ADDRESS = re.compile(r"(?:kafka|localhost)?:(90\d\d)")
"""``:9092``, ``kafka:9092`` and ``localhost:9094``, as the container's listeners say them."""


@pytest.fixture(scope="module")
def told() -> dict[str, str]:
    """The compose file's settings in the broker's words, as the official image translates them.

    The image reads ``KAFKA_LOG_DIRS`` as ``log.dirs``; two underscores would mean one, three a
    hyphen (its usage guide).
    """
    services = yaml.safe_load(FILE.read_text(encoding="utf-8"))["services"]
    environment: dict[str, str] = services["kafka"]["environment"]
    return {
        name.removeprefix("KAFKA_").lower().replace("_", "."): value
        for name, value in environment.items()
    }


@pytest.fixture(scope="module")
def ports() -> dict[str, int]:
    """This machine's free port for each port of the container."""
    internal, controller, external = free_ports(3)
    return {"9092": internal, "9093": controller, "9094": external}


@pytest.fixture(scope="module")
def moved(
    told: dict[str, str], ports: dict[str, int], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """The same settings with this machine's addresses and folder; nothing else is changed."""
    data = str(tmp_path_factory.mktemp("compose") / "data")
    addressed = {
        name: _ADDRESS.sub(lambda found: f"127.0.0.1:{ports[found[1]]}", value)
        for name, value in told.items()
    }
    return addressed | {"log.dirs": data}


@pytest.fixture(scope="module")
def composed(
    moved: dict[str, str], ports: dict[str, int], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ApacheKafka]:
    folder = tmp_path_factory.mktemp("compose-broker")
    try:
        with running_kafka(folder, moved, ports["9094"]) as kafka:
            yield kafka
    except KafkaUnavailableError as missing:
        pytest.skip(f"no Apache Kafka: {missing}")


def test_every_setting_is_in_force(composed: ApacheKafka, moved: dict[str, str]) -> None:
    """Kafka passes over a name that it does not know: a misspelt one would do nothing."""
    said = re.findall(r"^\t([a-z0-9.]+) = (.*)$", composed.said(), re.MULTILINE)
    in_force = {name: value.strip("[]").replace(", ", ",") for name, value in said}

    assert {name: in_force.get(name) for name in moved} == moved


def test_workers_and_the_host_reach_the_same_broker(
    composed: ApacheKafka, ports: dict[str, int], tmp_path: Path
) -> None:
    """Topics made over the containers' listener are found over the one for the host."""
    inside = Settings(broker=f"127.0.0.1:{ports['9092']}", data=tmp_path)
    outside = Settings(broker=composed.address, data=tmp_path)

    asyncio.run(create_topics(inside))
    asyncio.run(require_topics(outside))


async def test_one_broker_is_enough_for_transactions_and_groups(
    composed: ApacheKafka, tmp_path: Path
) -> None:
    """What Kafka keeps for itself has one copy; with its own defaults it would wait for three."""
    await create_topics(Settings(broker=composed.address, data=tmp_path))
    consumer = AIOKafkaConsumer(
        "wire.raw", bootstrap_servers=composed.address, group_id="compose", enable_auto_commit=False
    )
    producer = AIOKafkaProducer(bootstrap_servers=composed.address, transactional_id="compose")
    read_up_to = {TopicPartition("wire.raw", 0): 7}
    async with asyncio.timeout(60), consumer, producer:
        async with producer.transaction():
            await producer.send_and_wait("wire.clean", b"x", partition=0)
            await producer.send_offsets_to_transaction(read_up_to, "compose")

        # The commit is answered before it is written to the group's offsets, so it is not there at
        # once. If it never is, the time runs out. (ASYNC110: Kafka has no event to wait for.)
        while await consumer.committed(TopicPartition("wire.raw", 0)) != 7:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
