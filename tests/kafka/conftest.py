"""A real Apache Kafka for a test, or a skip that says what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kafka.artifacts import KafkaUnavailableError
from tests.kafka.broker import ApacheKafka, running_kafka


@pytest.fixture(scope="session")
def apache_kafka(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ApacheKafka]:
    """A broker that tests share: each makes topics of its own, and leaves the broker running."""
    try:
        with running_kafka(tmp_path_factory.mktemp("apache-kafka")) as broker:
            yield broker
    except KafkaUnavailableError as missing:
        pytest.skip(f"no Apache Kafka: {missing}")


@pytest.fixture
def kafka(tmp_path: Path) -> Iterator[ApacheKafka]:
    """A broker of its own on a free port; stopped by its process id."""
    try:
        with running_kafka(tmp_path / "kafka") as broker:
            yield broker
    except KafkaUnavailableError as missing:
        pytest.skip(f"no Apache Kafka: {missing}")
