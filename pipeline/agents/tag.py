"""The agent that reads wire.unique: what an item is about."""

from __future__ import annotations

from typing import Any, cast

import faust

from pipeline.agents.line import Answering, subject_of, wire_item_of
from pipeline.engine.stream import BatchStream
from pipeline.stages import Stages
from schemas import topics

__all__ = ["attach"]


def attach(app: faust.App, stages: Stages) -> Any:
    """Tag whatever arrives on ``wire.unique``."""
    answering = Answering("tag", wire_item_of, [topics.TAGGED.name], subject_of)

    async def tag(stream: BatchStream) -> None:
        async for batch in stream.batches():
            await answering.settle(batch, stages.tag)

    return app.agent(app.topic(topics.UNIQUE.name), name="tag")(cast(Any, tag))
