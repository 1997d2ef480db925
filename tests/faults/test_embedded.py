"""The faults that the embedded broker can stand, with the whole line on it."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.outside.broker import embedded_broker
from pipeline.settings import Settings
from tests.faults.rounds import Cluster, Faults, run_faults

pytestmark = [pytest.mark.broker, pytest.mark.slow]

ROUNDS = int(os.environ.get("DATELINE_FAULT_ROUNDS", "2"))


def kill_nine(rounds: int) -> Faults:
    """Kill a worker by -9 at a random moment, and start it again under the same id."""

    async def faults(cluster: Cluster, rng: random.Random) -> None:
        await asyncio.sleep(4)
        for _ in range(rounds):
            await asyncio.sleep(rng.uniform(0.3, 2.5))
            name = rng.choice(sorted(cluster.children))
            await cluster.kill(name)
            cluster.start(name)
            await asyncio.sleep(3)

    return faults


def rolling_restart(rounds: int) -> Faults:
    """Stop each worker by SIGTERM and start it again, one after the other."""

    async def faults(cluster: Cluster, rng: random.Random) -> None:
        await asyncio.sleep(4)
        for _ in range(rounds):
            for name in sorted(cluster.children):
                await cluster.stop(name)
                cluster.start(name)
                await asyncio.sleep(rng.uniform(1, 3))

    return faults


@pytest.mark.parametrize("faults", [kill_nine, rolling_restart], ids=lambda f: f.__name__)
async def test_nothing_is_lost_and_nothing_comes_twice(
    tmp_path: Path, faults: Callable[[int], Faults]
) -> None:
    """Whatever is killed when: each item has one fate, and each version is published.

    At least once is what the embedded broker gets: a version may be repeated with an equal
    ``ce_id``, which readers drop. Exactly once is proven on Apache Kafka.
    """
    with embedded_broker(Settings(data=tmp_path)) as broker:
        settings = replace(broker, max_batch=50)
        ran = await run_faults(
            settings,
            faults(ROUNDS),
            items=1_500,
            per_second=120,
            workers=1,
            static_ids=True,
        )
    assert ran.checked.wrong == []
    assert ran.account.adds_up
    print(
        f"\n{ran.items} items, {ran.kills} kills, {ran.checked.versions} versions, "
        f"repeated {ran.checked.repeated}, {ran.seconds:.0f} s"
    )
