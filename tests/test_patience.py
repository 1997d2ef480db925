"""A worker waits a while for a broker that is being started."""

from __future__ import annotations

import pytest
from aiokafka.errors import KafkaConnectionError

from pipeline.outside.connection import NoBroker
from pipeline.worker import patiently


def test_a_worker_begins_again_while_no_broker_answers() -> None:
    """Whether it was asked for topics or by the agents' own client."""
    answers: list[Exception | None] = [NoBroker("down"), KafkaConnectionError("down"), None]
    tried = []

    def run() -> None:
        tried.append(1)
        answer = answers.pop(0)
        if answer is not None:
            raise answer

    patiently(run, for_s=60.0, pause_s=0.0)

    assert len(tried) == 3


def test_its_patience_ends() -> None:
    def run() -> None:
        raise NoBroker("nobody answers at nowhere:9092")

    with pytest.raises(NoBroker, match="nowhere"):
        patiently(run, for_s=0.05, pause_s=0.02)


def test_what_is_wrong_otherwise_is_told_at_once() -> None:
    def run() -> None:
        raise ValueError("a plan that cannot be")

    with pytest.raises(ValueError, match="plan"):
        patiently(run)
