"""Subscribe to articles from Python."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import AsyncGenerator, AsyncIterator

from pipeline.client.reading import Record, Start, read_topic
from pipeline.outside.broker import running_broker
from pipeline.outside.connection import NoBroker
from pipeline.settings import Settings
from schemas import topics
from schemas.article import Article, gone
from schemas.codec import Undecodable, decode
from schemas.headers import header

__all__ = ["once", "reachable", "subscribe"]

logger = logging.getLogger(__name__)

_REMEMBERED = 100_000
"""Ids remembered to drop redeliveries by; a redelivery follows its first delivery within a batch
or two, so this is ample."""


async def subscribe(
    settings: Settings | None = None,
    *,
    start: Start = "now",
    topic: str = topics.ARTICLES.name,
    follow: bool = True,
) -> AsyncGenerator[Article, None]:
    """Yield validated articles, each version once: from *now*, from the *beginning*, or a time.

    Without *settings* the environment is read (``DATELINE_BROKER`` ...); without a broker named
    there, the embedded broker that runs on this machine is used. *topic* may be ``wire.latest``
    for the current version of each article. With ``follow=False`` it ends at the end.

    A record that is no article is logged and left out: it cannot stop the others. Raises
    :class:`~pipeline.outside.connection.NoBroker` if there is nobody to read from::

        async for article in subscribe(start="beginning"):
            print(article.headline)
    """
    settings = reachable(settings or Settings.from_environment())
    async for record in once(read_topic(settings, topic, start, follow=follow)):
        try:
            yield _article_of(record)
        except Undecodable as error:
            logger.warning("%s/%d/%d: %s", topic, record.partition, record.offset, error)


def _article_of(record: Record) -> Article:
    """Return the article of a record; without a value it is one that was taken back."""
    if record.value is not None:
        return decode(Article, record.value)
    article_id, _, revision = header(record.headers, "ce_id").rpartition("#")
    killed = header(record.headers, "ce_type").endswith("killed")
    try:
        return gone(article_id, int(revision), "canceled" if killed else "withheld")
    except ValueError as error:
        raise Undecodable(f"a deletion without the id of an article: {error}") from error


def reachable(settings: Settings) -> Settings:
    """Return the settings with the address of the running embedded broker where none is named."""
    if settings.names_a_broker:
        return settings
    broker = running_broker(settings)
    if broker is None:
        raise NoBroker(
            "no broker is named by DATELINE_BROKER and no embedded broker is running; "
            "start one with `dateline run`"
        )
    return Settings(broker=broker.address, data=settings.data, embedded=True)


async def once(records: AsyncIterator[Record]) -> AsyncIterator[Record]:
    """Leave out records whose ``ce_id`` was seen before: redeliveries under at-least-once."""
    seen: OrderedDict[str, None] = OrderedDict()
    async for record in records:
        ce_id = header(record.headers, "ce_id")
        if ce_id:
            if ce_id in seen:
                continue
            seen[ce_id] = None
            if len(seen) > _REMEMBERED:
                seen.popitem(last=False)
        yield record
