"""The agent that reads wire.raw: recognise, read, clean."""

from __future__ import annotations

from typing import Any, cast

import faust

from pipeline.agents.line import Answering, raw_of
from pipeline.engine.stream import BatchStream
from pipeline.stages import Stages, shard_of, telling_all_languages
from schemas import topics

__all__ = ["attach"]


def attach(app: faust.App, stages: Stages) -> Any:
    """Clean whatever arrives on ``wire.raw``."""
    clean_and_tell = telling_all_languages(stages.clean)
    answering = Answering("clean", raw_of, [topics.CLEAN.name], shard_of)

    async def clean(stream: BatchStream) -> None:
        async for batch in stream.batches():
            await answering.settle(batch, clean_and_tell)

    return app.agent(app.topic(topics.RAW.name), name="clean")(cast(Any, clean))
