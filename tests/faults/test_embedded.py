"""The faults that the embedded broker can stand, with the whole line on it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.outside.broker import embedded_broker
from pipeline.settings import Settings
from tests.faults.rounds import Faults, run_faults
from tests.faults.series import kill_nine, rolling_restart

pytestmark = [pytest.mark.broker, pytest.mark.slow]

ROUNDS = int(os.environ.get("DATELINE_FAULT_ROUNDS", "2"))


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
