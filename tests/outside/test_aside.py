"""Slow steps in a process of their own: what is late is given up, and nothing stands still."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from pipeline.outside.aside import ChildProcess
from pipeline.steps import SlowStep, nothing_to_warm
from schemas.wire import WireItem
from tests.outside import slow_steps


@pytest.fixture
def aside() -> Iterator[ChildProcess]:
    child = ChildProcess(
        [
            SlowStep(run.__name__, run, nothing_to_warm)
            for run in (slow_steps.shout, slow_steps.dawdle, slow_steps.stumble, slow_steps.die)
        ]
    )
    yield child
    child.close()


def test_a_step_in_time_is_done(aside: ChildProcess, make_item: Callable[..., WireItem]) -> None:
    made, took = aside.ask("shout", make_item(headline="Rain"), 10.0)

    assert made is not None
    assert made.headline == "RAIN"
    assert 0 < took < 10


def test_a_late_step_is_given_up_and_its_answer_is_nobodys(
    aside: ChildProcess, make_item: Callable[..., WireItem]
) -> None:
    """The item waits no longer than it may; the next item never gets the late one's answer."""
    aside.ask("shout", make_item(headline="warm"), 10.0)
    began = time.monotonic()
    made, _ = aside.ask("dawdle", make_item(headline="0.6"), 0.1)
    waited = time.monotonic() - began
    busy, _ = aside.ask("shout", make_item(headline="rain"), 0.05)
    then, _ = aside.ask("shout", make_item(headline="rain"), 10.0)

    assert made is None
    assert waited < 0.5
    assert busy is None
    assert then is not None
    assert then.headline == "RAIN"
    assert then.slugline == ""


def test_a_step_that_raises_is_told(
    aside: ChildProcess, make_item: Callable[..., WireItem]
) -> None:
    """As any step's error, so that the item is quarantined with the reason."""
    with pytest.raises(RuntimeError, match="stumble: ValueError: no verb"):
        aside.ask("stumble", make_item(), 10.0)
    made, _ = aside.ask("shout", make_item(headline="rain"), 10.0)
    assert made is not None


def test_a_step_that_kills_its_process_costs_one_item(
    aside: ChildProcess, make_item: Callable[..., WireItem]
) -> None:
    """And for a while the items after it go on without, at once."""
    made, _ = aside.ask("die", make_item(), 10.0)
    began = time.monotonic()
    then, _ = aside.ask("shout", make_item(headline="rain"), 10.0)

    assert made is None
    assert then is None
    assert time.monotonic() - began < 1.0
