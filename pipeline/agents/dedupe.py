"""The agent that reads wire.clean: each text once."""

from __future__ import annotations

from typing import Any, cast

import faust

from pipeline.agents.line import Answering, subject_of, wire_item_of
from pipeline.dedup.decision import Dedupe
from pipeline.engine.stream import BatchStream
from pipeline.engine.transport import LaneOf
from pipeline.stages import Stages
from schemas import topics

__all__ = ["attach"]


def attach(app: faust.App, stages: Stages, lane: LaneOf) -> Any:
    """Let through each text on ``wire.clean`` once; what it remembers is in the lane's state."""
    answering = Answering("dedupe", wire_item_of, [topics.UNIQUE.name], subject_of)
    cast(Any, app.transport).work_on(topics.CLEAN.name, lane)

    async def dedupe(stream: BatchStream) -> None:
        async for batch in stream.batches():
            memory: Dedupe = batch.state
            await answering.settle(batch, memory, memory.changes)

    return app.agent(app.topic(topics.CLEAN.name), name="dedupe")(cast(Any, dedupe))
