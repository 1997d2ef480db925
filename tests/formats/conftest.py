"""Reading and cleaning as the shipped plan does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.cleaning.registry import cleaners
from pipeline.cleaning.stage import make_cleaner
from pipeline.formats.reading import read_items
from pipeline.outcome import Keep, Outcome
from pipeline.plan import load_plan
from schemas.raw import RawItem
from schemas.wire import WireItem

Read = Callable[..., list[Outcome[WireItem]]]
ReadOne = Callable[..., WireItem]


@pytest.fixture
def read(make_raw: Callable[..., RawItem]) -> Read:
    plan = load_plan()
    clean = make_cleaner([cleaners[name].run for name in plan["cleaning"].steps])

    def run(value: bytes | str, **fields: object) -> list[Outcome[WireItem]]:
        outcomes = read_items(make_raw(value, **fields), plan["formats"].steps)
        return [Keep(clean(o.item)) if isinstance(o, Keep) else o for o in outcomes]

    return run


@pytest.fixture
def read_one(read: Read) -> ReadOne:
    def run(value: bytes | str, **fields: object) -> WireItem:
        (outcome,) = read(value, **fields)
        assert isinstance(outcome, Keep), outcome
        return outcome.item

    return run
