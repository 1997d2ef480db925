"""The two promises: how a batch's outputs, state rows and offset reach the broker."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from aiokafka import AIOKafkaProducer, TopicPartition

from pipeline.engine.batch import Output, Row
from pipeline.engine.outbox import deliver

__all__ = ["AtLeastOnce", "ExactlyOnce", "Settler"]

_STOP_TIMEOUT_S = 5.0
"""How long a producer that is thrown away may take to close: its broker may be dead."""


def _as_outputs(rows: Sequence[Row], changelog: str, partition: int) -> list[Output]:
    return [Output(changelog, key, value, partition=partition) for key, value in rows]


class Settler(Protocol):
    """Settles the batches of one input partition."""

    async def open(self) -> None:
        """Get ready; under exactly-once this fences whoever had the partition before."""
        ...

    async def settle(
        self, outputs: Sequence[Output], rows: Sequence[Row], next_offset: int | None
    ) -> None:
        """Return when the broker has confirmed outputs, rows and offset; raise if not."""
        ...

    @property
    def rows_end(self) -> int | None:
        """The offset after the last row that was settled; None before the first."""
        ...

    async def close(self) -> None:
        """Let go. What was not settled is not acknowledged."""
        ...


class AtLeastOnce:
    """Outputs first, then state rows, then the offset; each confirmed before the next.

    In that order a row in the changelog proves that its outputs arrived: a stage that finds
    the origin of a redelivered record in its state knows that the record was answered.
    """

    def __init__(
        self,
        partition: TopicPartition,
        changelog: str,
        producer: AIOKafkaProducer,
        commit: Callable[[dict[TopicPartition, int]], Awaitable[None]],
    ) -> None:
        self._partition = partition
        self._changelog = changelog
        self._producer = producer
        self._commit = commit
        self.rows_end: int | None = None

    async def open(self) -> None:
        """Nothing to do: the producer is shared by all partitions."""

    async def settle(
        self, outputs: Sequence[Output], rows: Sequence[Row], next_offset: int | None
    ) -> None:
        """Confirm the outputs, then the rows, then commit the offset."""
        await deliver(self._producer, outputs)
        if rows:
            number = self._partition.partition
            ends = await deliver(self._producer, _as_outputs(rows, self._changelog, number))
            self.rows_end = ends[self._changelog, number]
        if next_offset is not None:
            await self._commit({self._partition: next_offset})

    async def close(self) -> None:
        """Nothing to do: the producer is shared by all partitions."""


class ExactlyOnce:
    """One transaction per batch, under a transactional id that belongs to the input partition.

    aiokafka speaks the transaction protocol without consumer-generation fencing (KIP-447), so
    exactly-once needs one static transactional id per *input* partition ("EOS version 1"):
    ``open`` makes the broker fence every older producer of that id and finish its transaction.
    After any error the producer must not be used again: a retried EndTxn may tear a
    transaction (Jepsen on Bufstream, 2024-11), so the lane closes it and opens another.
    """

    def __init__(
        self,
        partition: TopicPartition,
        changelog: str,
        new_producer: Callable[[str], AIOKafkaProducer],
        group: str,
    ) -> None:
        self._partition = partition
        self._changelog = changelog
        self._new_producer = new_producer
        self._group = group
        self._producer: AIOKafkaProducer | None = None
        self.rows_end: int | None = None

    @property
    def transactional_id(self) -> str:
        """The id, equal on every worker that is ever assigned the partition."""
        return f"{self._group}-{self._partition.topic}-{self._partition.partition}"

    async def open(self) -> None:
        """Start a producer and fence its predecessors before anything is read or restored."""
        producer = self._new_producer(self.transactional_id)
        self._producer = producer
        await producer.start()
        # Waits for InitProducerId, which answers only when the predecessor's transaction has
        # ended; the transaction begun here is the first batch's.
        await producer.begin_transaction()

    async def settle(
        self, outputs: Sequence[Output], rows: Sequence[Row], next_offset: int | None
    ) -> None:
        """Commit outputs, rows and offset together, and begin the next transaction."""
        producer = self._producer
        if producer is None:
            raise RuntimeError("settle before open")
        if not outputs and not rows and next_offset is None:
            return
        records = [*outputs, *_as_outputs(rows, self._changelog, self._partition.partition)]
        ends, _ = await asyncio.gather(
            deliver(producer, records), self._send_offset(producer, next_offset)
        )
        await producer.commit_transaction()
        if rows:
            self.rows_end = ends[self._changelog, self._partition.partition]
        await producer.begin_transaction()

    async def _send_offset(self, producer: AIOKafkaProducer, next_offset: int | None) -> None:
        if next_offset is not None:
            at = {self._partition: next_offset}
            await producer.send_offsets_to_transaction(at, self._group)

    async def close(self) -> None:
        """Drop the producer. Its open transaction is aborted by the next fence or the time-out."""
        producer, self._producer = self._producer, None
        if producer is None:
            return
        # A producer that cannot close is of no more use to anybody: what it did not commit is
        # aborted by the broker, and what it holds goes with the process. It is not waited for
        # after the time-out, since it may hold out against being cancelled as well.
        closing = asyncio.create_task(producer.stop())
        done, _ = await asyncio.wait({closing}, timeout=_STOP_TIMEOUT_S)
        closing.add_done_callback(lambda task: task.cancelled() or task.exception())
        if not done:
            closing.cancel()
