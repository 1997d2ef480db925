"""The agent that reads wire.enriched: the ledger of versions, kills and embargoes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, cast

import faust

from pipeline.agents.line import Answering, wire_item_of
from pipeline.engine.stream import BatchStream
from pipeline.engine.transport import LaneOf
from pipeline.publishing.ledger import Ledger
from pipeline.stages import Stages
from schemas import topics
from schemas.article import Article

__all__ = ["attach"]


def _article_id(article: Article) -> str:
    return article.article_id


def attach(app: faust.App, stages: Stages, lane: LaneOf, now: Callable[[], datetime]) -> Any:
    """Publish whatever arrives on ``wire.enriched``, and what an embargo has held, on time."""
    to = [topics.ARTICLES.name, topics.LATEST.name]
    answering = Answering("publish", wire_item_of, to, _article_id)
    cast(Any, app.transport).work_on(topics.ENRICHED.name, lane)

    async def publish(stream: BatchStream) -> None:
        async for batch in stream.batches():
            ledger: Ledger = batch.state
            waiting_until = ledger.next_due()
            time = now()
            due = ledger.due(time) if waiting_until is not None and waiting_until <= time else ()
            await answering.settle(batch, ledger, ledger.changes, due)

    return app.agent(app.topic(topics.ENRICHED.name), name="publish")(cast(Any, publish))
