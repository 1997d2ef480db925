"""The agent that reads wire.tagged: who, where, when."""

from __future__ import annotations

from typing import Any, cast

import faust

from pipeline.agents.line import Answering, subject_of, wire_item_of
from pipeline.engine.stream import BatchStream
from pipeline.stages import Stages
from schemas import topics

__all__ = ["attach"]


def attach(app: faust.App, stages: Stages) -> Any:
    """Enrich whatever arrives on ``wire.tagged``."""
    answering = Answering("enrich", wire_item_of, [topics.ENRICHED.name], subject_of)

    async def enrich(stream: BatchStream) -> None:
        async for batch in stream.batches():
            await answering.settle(batch, stages.enrich)

    return app.agent(app.topic(topics.TAGGED.name), name="enrich")(cast(Any, enrich))
