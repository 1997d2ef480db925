"""Putting raw items on ``wire.raw``: verbatim, confirmed, under a key that depends on the bytes."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from pipeline.outside.connection import NoBroker, client_options
from pipeline.settings import Settings
from schemas import topics
from schemas.headers import raw_headers

__all__ = ["Feeder", "feeder", "raw_record"]


def raw_record(
    value: bytes, *, source: str, received_at: datetime, content_type: str = "", name: str = ""
) -> tuple[bytes, bytes, list[tuple[str, bytes]]]:
    """Return key, value and headers of a raw item.

    The key is the source and a hash of the bytes: the same bytes meet in the same partition.
    """
    digest = hashlib.sha256(value).hexdigest()
    headers = raw_headers(
        digest=digest,
        source=source,
        received_at=received_at,
        content_type=content_type,
        name=name,
    )
    return f"{source}/{digest[:32]}".encode(), value, headers


class Feeder:
    """Sends raw items; they count as fed when the broker has confirmed them."""

    def __init__(self, producer: AIOKafkaProducer, on_fed: Callable[[], None]) -> None:
        self._producer = producer
        self._on_fed = on_fed
        self._sending: set[asyncio.Future[Any]] = set()
        self._failed: BaseException | None = None
        self.fed = 0

    async def feed(
        self,
        key: bytes | None,
        value: bytes | None,
        headers: list[tuple[str, bytes]],
        *,
        topic: str = topics.RAW.name,
        timestamp_ms: int | None = None,
    ) -> None:
        """Send one record; waits while the producer's buffer is full."""
        self._raise_failure()
        sent = await self._producer.send(
            topic, value, key=key, headers=headers, timestamp_ms=timestamp_ms
        )
        self._sending.add(sent)
        sent.add_done_callback(self._confirmed)

    def _confirmed(self, sent: asyncio.Future[Any]) -> None:
        self._sending.discard(sent)
        if sent.cancelled():
            return
        if error := sent.exception():
            self._failed = self._failed or error
        else:
            self.fed += 1
            self._on_fed()

    async def flush(self) -> None:
        """Return when everything sent so far is confirmed; raise if something was not."""
        await self._producer.flush()
        while self._sending:
            await asyncio.wait(self._sending)
        self._raise_failure()

    def _raise_failure(self) -> None:
        if self._failed is not None:
            raise NoBroker(
                f"the broker did not take an item: {self._failed!r}; {self.fed} were confirmed. "
                "Feed the same again: what is there already adds no article."
            ) from self._failed


@asynccontextmanager
async def feeder(
    settings: Settings, on_fed: Callable[[], None] = lambda: None
) -> AsyncIterator[Feeder]:
    """Yield a feeder; at the end everything is confirmed, or an error says that it is not."""
    producer = AIOKafkaProducer(
        **client_options(settings),
        acks="all",
        enable_idempotence=True,
        max_batch_size=1024 * 1024,
        max_request_size=topics.MAX_RECORD_BYTES,
        linger_ms=5,
    )
    try:
        await asyncio.wait_for(producer.start(), 15)
    except (KafkaError, OSError, TimeoutError) as error:
        await producer.stop()
        raise NoBroker(f"no broker answers at {settings.bootstrap}: {error}") from error
    try:
        sending = Feeder(producer, on_fed)
        yield sending
        await sending.flush()
    finally:
        await producer.stop()
