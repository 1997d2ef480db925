"""A crash between any two of {output, state row, commit} loses nothing and changes nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.settings import Guarantee
from schemas.headers import header
from schemas.raw import RawItem
from schemas.types import Origin
from tests.invented import invented
from tests.line.driver import Driver

AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
AGENTS = ("wire.raw", "wire.clean", "wire.unique", "wire.tagged", "wire.enriched")
ENDS = ("wire.articles", "wire.duplicates", "wire.dropped", "wire.quarantine", "wire.held")
HELD = (
    b"Id: held\nEmbargo: 2026-03-04T18:00:00Z\nLanguage: en\n\nBudget agreed\n\n"
    b"VIENNA (Delta) - The budget is agreed, the ministry said before the embargo had ended."
)


class Clock:
    def __init__(self) -> None:
        self.now = AT

    def __call__(self) -> datetime:
        return self.now


@cache
def raws() -> tuple[RawItem, ...]:
    values = [sent.value for sent in invented(40, seed=5, words=60)]
    return tuple(
        RawItem(
            value=value,
            received_at=AT,
            origin=Origin(topic="wire.raw", partition=0, offset=n),
        )
        for n, value in enumerate([*values[:20], HELD, *values[20:]])
    )


def ended(driver: Driver) -> dict[str, dict[str, bytes | None]]:
    """What a reader that drops equal ids has seen, in order, by topic."""
    seen: dict[str, dict[str, bytes | None]] = {}
    for topic in ENDS:
        seen[topic] = {}
        for record in driver.log[topic]:
            ce_id = header(record.headers, "ce_id")
            before = seen[topic].setdefault(ce_id, record.value)
            assert before == record.value, f"{ce_id} came again with other bytes"
    return seen


async def calm(guarantee: Guarantee) -> dict[str, dict[str, bytes | None]]:
    clock = Clock()
    driver = Driver(clock, guarantee, max_items=7)
    for raw in raws():
        driver.feed(raw)
    await driver.run()
    clock.now += timedelta(hours=12)
    await driver.run()
    return ended(driver)


STEPS = st.lists(
    st.tuples(st.sampled_from(AGENTS), st.one_of(st.none(), st.integers(0, 16))), max_size=60
)


@pytest.mark.parametrize("guarantee", get_args(Guarantee))
@settings(max_examples=25, deadline=None)
@given(steps=STEPS, max_items=st.integers(1, 9), release=st.integers(0, 60))
async def test_whatever_crashes_when(
    guarantee: Guarantee,
    steps: list[tuple[str, int | None]],
    max_items: int,
    release: int,
) -> None:
    """The same articles, duplicates and drops, in bytes; under exactly-once each just once."""
    clock = Clock()
    driver = Driver(clock, guarantee, max_items)
    for raw in raws():
        driver.feed(raw)
    for n, (topic, crash_after) in enumerate(steps):
        if n == release:
            break
        await driver.step(topic, crash_after)
    await driver.run()
    clock.now += timedelta(hours=12)
    await driver.step("wire.enriched", crash_after=0)
    await driver.run()

    assert driver.crashes, "the release of the embargo was cut short"
    expected = await calm(guarantee)
    assert ended(driver) == expected
    assert len(expected["wire.articles"]) > 30
    assert any(b"Budget agreed" in (value or b"") for value in expected["wire.articles"].values())
    if guarantee == "exactly_once":
        for topic in ENDS:
            assert len(driver.log[topic]) == len(expected[topic])
