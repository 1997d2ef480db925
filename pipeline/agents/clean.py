"""The agent that reads wire.raw: recognise, read, clean."""

from __future__ import annotations

from typing import Any, cast

import faust

from pipeline.agents.line import Answering, raw_of
from pipeline.engine.stream import BatchStream
from pipeline.stages import Stages
from schemas import topics
from schemas.wire import WireItem

__all__ = ["attach"]


def _shard(item: WireItem) -> str:
    """Near-duplicates exist within one language, so a language is one total order."""
    return item.language or "und"


def attach(app: faust.App, stages: Stages) -> Any:
    """Clean whatever arrives on ``wire.raw``."""
    answering = Answering("clean", raw_of, [topics.CLEAN.name], _shard)

    async def clean(stream: BatchStream) -> None:
        async for batch in stream.batches():
            await answering.settle(batch, stages.clean)

    return app.agent(app.topic(topics.RAW.name), name="clean")(cast(Any, clean))
