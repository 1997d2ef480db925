"""Faust's stream, with ``batches()``."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from faust.streams import Stream

from pipeline.engine.batch import Batch

__all__ = ["BatchStream"]


class BatchStream(Stream[Any]):
    """A stream of batches. Nothing is acknowledged by iterating: ``batch.settle`` does that."""

    async def batches(self) -> AsyncIterator[Batch]:
        """Yield the batches of this stream's topic, each of one partition and in its order.

        An agent that leaves a batch unsettled (it raised, or went on without) gets it again.
        """
        await self.maybe_start()
        channel: Any = self.channel
        while not self.should_stop:
            try:
                batch: Batch = await channel.queue.get()
            except StopAsyncIteration:  # how Faust tells a stream that its agent is stopping
                return
            if batch.finished.done():
                continue  # taken back while it waited
            batch.taken = True
            try:
                yield batch
            finally:
                batch.fail(RuntimeError("the agent did not settle its batch"))
