"""The state on the changelogs against the state that the committed log says.

The changelog is what a worker's memory was, batch by batch, and what the next worker restores.
Here a fresh stage reads the committed input of each partition once, from its beginning, and must
come to the same rows: whatever was killed meanwhile, nobody's memory had a hole or a thing too much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from pipeline.agents.line import wire_item_of
from pipeline.app import utc_now
from pipeline.client.reading import Record, read_topic
from pipeline.plan import load_plan
from pipeline.settings import Settings
from pipeline.stage import StatefulStage
from pipeline.stages import build_stages
from schemas import topics

__all__ = ["check_state"]

Rows = dict[bytes, bytes]


async def check_state(settings: Settings) -> list[str]:
    """Return what differs, a line for each partition of each state; nothing if all is equal."""
    stages = build_stages(load_plan(settings.plan), utc_now)
    return [
        *await _compare(settings, topics.CLEAN.name, topics.MEMORY.name, stages.new_dedupe),
        *await _compare(settings, topics.ENRICHED.name, topics.LEDGER.name, stages.new_ledger),
    ]


async def _compare(
    settings: Settings, source: str, changelog: str, new_stage: Callable[[], StatefulStage[Any]]
) -> list[str]:
    recomputed: dict[int, Rows] = defaultdict(dict)
    changes: dict[int, StatefulStage[Any]] = {}
    async for record in read_topic(settings, source):
        stage = changes.setdefault(record.partition, new_stage())
        stage(wire_item_of(record))
        _apply(recomputed[record.partition], stage.changes())
    stored = await _stored(settings, changelog)
    wrong = []
    for partition in sorted(recomputed.keys() | stored.keys()):
        should, does = recomputed[partition], stored.get(partition, {})
        missing = should.keys() - does.keys()
        too_much = does.keys() - should.keys()
        other = [key for key in should.keys() & does.keys() if should[key] != does[key]]
        if missing or too_much or other:
            wrong.append(
                f"{changelog}/{partition}: of {len(should)} rows {len(missing)} are missing, "
                f"{len(other)} differ, {len(too_much)} should not be there: "
                f"{[*sorted(missing)[:2], *sorted(other)[:2], *sorted(too_much)[:2]]}"
            )
    return wrong


async def _stored(settings: Settings, changelog: str) -> dict[int, Rows]:
    stored: dict[int, Rows] = defaultdict(dict)
    async for record in read_topic(settings, changelog):
        _apply(stored[record.partition], [_row(record)])
    return stored


def _row(record: Record) -> tuple[bytes, bytes | None]:
    return record.key or b"", record.value


def _apply(rows: Rows, changes: list[tuple[bytes, bytes | None]]) -> None:
    for key, value in changes:
        if value is None:
            rows.pop(key, None)
        else:
            rows[key] = value
