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
from tests.kafka.broker import ApacheKafka

pytestmark = [pytest.mark.kafka, pytest.mark.slow]

ROUNDS = int(os.environ.get("DATELINE_FAULT_ROUNDS", "1"))
ITEMS = int(os.environ.get("DATELINE_FAULT_ITEMS", "1500"))

WORKER_FAULTS = [(kill_nine, 2, 2), (rolling_restart, 1, 2), (zombie, 1, 2), (scaling, 1, 1)]
BROKER_FAULTS = [broker_killed, broker_silent, broker_refusing]


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


@pytest.mark.parametrize("faults", BROKER_FAULTS, ids=lambda f: f.__name__)
async def test_the_broker_comes_and_goes(
    kafka: ApacheKafka, tmp_path: Path, faults: Callable[[int, ApacheKafka], Faults]
) -> None:
    await check_run(kafka, tmp_path, faults(ROUNDS, kafka), 2)
