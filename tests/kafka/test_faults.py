"""Exactly once on Apache Kafka, proven by killing it: nothing lost, nothing twice.

The full series: ``DATELINE_FAULT_ROUNDS=5 DATELINE_FAULT_ITEMS=6000 pytest tests/kafka``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.settings import Settings
from tests.faults.rounds import Faults, run_faults
from tests.faults.series import (
    broker_killed,
    broker_refusing,
    broker_silent,
    kill_nine,
    rolling_restart,
    scaling,
    zombie,
)
from tests.kafka.artifacts import KafkaUnavailableError
from tests.kafka.broker import SETTINGS, ApacheKafka, running_kafka

pytestmark = [pytest.mark.kafka, pytest.mark.slow]

ROUNDS = int(os.environ.get("DATELINE_FAULT_ROUNDS", "1"))
ITEMS = int(os.environ.get("DATELINE_FAULT_ITEMS", "1500"))

WORKER_FAULTS = [(kill_nine, 2, 2), (rolling_restart, 1, 2), (zombie, 1, 2), (scaling, 1, 1)]
BROKER_FAULTS = [broker_killed, broker_refusing]

PATIENT = {**SETTINGS, "broker.session.timeout.ms": "60000"}
"""A broker that its own controller does not depose while it is silent, as in docker-compose.yml."""


async def check_run(kafka: ApacheKafka, tmp_path: Path, faults: Faults, workers: int) -> None:
    settings = Settings(broker=kafka.address, data=tmp_path / "data", partitions=3, max_batch=50)
    ran = await run_faults(
        settings, faults, items=ITEMS, per_second=100, workers=workers, static_ids=False
    )
    print(
        f"\n{ran.items} items, {ran.kills} kills, {ran.checked.versions} versions of "
        f"{ran.checked.articles} articles, repeated {ran.checked.repeated}, "
        f"under way {ran.account.under_way}, {ran.seconds:.0f} s"
    )
    assert ran.checked.wrong == []
    assert ran.checked.repeated == 0
    assert ran.account.adds_up


@pytest.mark.parametrize(
    ("faults", "times", "workers"), WORKER_FAULTS, ids=lambda v: getattr(v, "__name__", str(v))
)
async def test_workers_come_and_go(
    kafka: ApacheKafka,
    tmp_path: Path,
    faults: Callable[[int], Faults],
    times: int,
    workers: int,
) -> None:
    await check_run(kafka, tmp_path, faults(times * ROUNDS), workers)


@pytest.mark.parametrize("faults", BROKER_FAULTS, ids=["broker_killed", "broker_refusing"])
async def test_the_broker_comes_and_goes(
    kafka: ApacheKafka, tmp_path: Path, faults: Callable[[int, ApacheKafka], Faults]
) -> None:
    await check_run(kafka, tmp_path, faults(ROUNDS, kafka), 2)


async def test_a_silent_broker_that_stays_in_office(tmp_path: Path) -> None:
    """Nobody gets an answer for 20 s, twice the workers' session time-out.

    With Kafka's default the lone broker is deposed by its own controller after 9 s of silence. For
    a moment its partitions then have no leader, and Kafka 4.4 skips the markers of transactions that
    end in that moment ("likely deleted already and hence can be skipped", it logs): what such a
    transaction wrote is committed with the next one. No client can prevent that.
    """
    try:
        with running_kafka(tmp_path / "kafka", PATIENT) as kafka:
            await check_run(kafka, tmp_path, broker_silent(ROUNDS, kafka), 2)
    except KafkaUnavailableError as missing:
        pytest.skip(f"no Apache Kafka: {missing}")
