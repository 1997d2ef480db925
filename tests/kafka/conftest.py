"""A real Apache Kafka for a test, or a skip that says what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kafka.artifacts import KafkaUnavailableError
from tests.kafka.broker import ApacheKafka, apache_kafka


@pytest.fixture
def kafka(tmp_path: Path) -> Iterator[ApacheKafka]:
    """A broker of its own on a free port; stopped by its process id."""
    try:
        with apache_kafka(tmp_path / "kafka") as broker:
            yield broker
    except KafkaUnavailableError as missing:
        pytest.skip(f"no Apache Kafka: {missing}")
