"""Faust's conductor, handing a whole batch to the streams that read its topic."""

from __future__ import annotations

from typing import Any

from faust.transport.conductor import Conductor as FaustConductor
from faust.types import TP

from pipeline.engine.batch import Batch

__all__ = ["BatchConductor"]


class BatchConductor(FaustConductor):
    """Routes batches as Faust's own routes messages: by topic and partition."""

    def _build_handler(self, tp: TP, channels: Any) -> Any:
        async def on_batch(batch: Batch) -> None:
            if len(channels) != 1:
                batch.fail(
                    RuntimeError(
                        f"{len(channels)} agents read {tp.topic}; a batch can be settled by one"
                    )
                )
                return
            (channel,) = channels
            await self.app.flow_control.acquire()
            channel.queue.put_nowait(batch)

        return on_batch
