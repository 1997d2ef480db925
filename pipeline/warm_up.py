"""Read what the stages look things up in before the first item comes, and keep it in memory.

The tables of words, places and languages are read when they are first asked for: half a second
that would be the first item's. The garbage collector would go through them again and again, some
milliseconds each time, though nothing of them ever becomes garbage; so it is told to leave them.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from pipeline.enriching.registry import enrichers
from pipeline.outcome import Keep, Outcome
from pipeline.plan import Plan
from pipeline.stage import attempt
from pipeline.stages import build_stages
from schemas.raw import RawItem
from schemas.types import Origin

__all__ = ["warm_up"]

_AT: Final = datetime(2026, 3, 3, 12, tzinfo=UTC)

_COPY: Final = """Language: en

Harbour fire under control

LISBON (Northwire) - The fire in the harbour was under control on Tuesday, the mayor, Ana Sorel,
said. "Nobody was hurt," Sorel told reporters in Lisbon, Portugal. The damage is some $3 million.
"""
"""Invented copy with something for every step to find."""


def warm_up(plan: Plan) -> None:
    """Run invented copy through a line of its own, to tagging and enriching; nothing comes of it.

    Slow steps are left out: they have a process of their own.
    """
    quick = plan["enriching"]
    steps = tuple(name for name in quick.steps if not enrichers[name].slow)
    options = {name: given for name, given in quick.options.items() if name in (*steps, "")}
    rooms = {**plan.rooms, "enriching": replace(quick, steps=steps, options=options)}
    stages = build_stages(Plan(rooms, plan.name), lambda: _AT)
    raw = RawItem(
        value=_COPY.encode(),
        received_at=_AT,
        origin=Origin(topic="wire.raw", partition=0, offset=0),
    )
    outcomes: Sequence[Outcome[Any]] = attempt(stages.clean, raw)
    for stage in (stages.new_dedupe(), stages.tag, stages.enrich):
        match outcomes:
            case (Keep(item=item), *_):
                outcomes = attempt(stage, item)
    gc.collect()
    gc.freeze()
