"""Packing outputs: records are put into the broker's batches by us, a partition at a time.

``AIOKafkaProducer.send`` makes a future, takes a lock and looks up metadata for each record.
Filling its public ``create_batch`` builders costs a small part of that, and keeps the order.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, TypeAlias

from aiokafka import AIOKafkaProducer
from aiokafka.partitioner import DefaultPartitioner

from pipeline.engine.batch import Output

__all__ = ["Ends", "UnknownTopic", "deliver"]

_partition_of = DefaultPartitioner()


class UnknownTopic(LookupError):
    """An output names a topic that the broker does not have."""


Ends: TypeAlias = dict[tuple[str, int], int]
"""The offset after the last record that was sent to each partition, by topic and partition."""


async def deliver(producer: AIOKafkaProducer, outputs: Sequence[Output]) -> Ends:
    """Send *outputs* in order and return when the broker has confirmed every one.

    Raises the first error of any of them; the others may or may not have arrived then.
    """
    if not outputs:
        return {}
    routed = await _routed(producer, outputs)
    ends = await asyncio.gather(
        *(
            _deliver_to(producer, topic, partition, records)
            for (topic, partition), records in routed.items()
        )
    )
    return dict(zip(routed, ends, strict=True))


async def _routed(
    producer: AIOKafkaProducer, outputs: Sequence[Output]
) -> dict[tuple[str, int], list[Output]]:
    partitions: dict[str, list[int]] = {}
    routed: dict[tuple[str, int], list[Output]] = {}
    for output in outputs:
        partition = output.partition
        if partition is None:
            there = partitions.get(output.topic)
            if there is None:
                there = sorted(await producer.partitions_for(output.topic) or ())
                if not there:
                    raise UnknownTopic(f"the broker has no topic {output.topic!r}")
                partitions[output.topic] = there
            partition = _partition_of(output.key, there, there)
            if output.elsewhere:
                for other in there:
                    if other != partition:
                        routed.setdefault((output.topic, other), []).append(output)
                continue
        routed.setdefault((output.topic, partition), []).append(output)
    return routed


async def _deliver_to(
    producer: AIOKafkaProducer, topic: str, partition: int, records: list[Output]
) -> int:
    confirmations: list[asyncio.Future[Any]] = []
    builder = producer.create_batch()
    in_last = 0
    for record in records:
        _, key, value, headers, *_ = record
        headers = headers or []
        if builder.append(timestamp=None, key=key, value=value, headers=headers) is None:
            # The builder is full; an empty one takes a record of any size.
            confirmations.append(await producer.send_batch(builder, topic, partition=partition))
            builder = producer.create_batch()
            builder.append(timestamp=None, key=key, value=value, headers=headers)
            in_last = 0
        in_last += 1
    confirmations.append(await producer.send_batch(builder, topic, partition=partition))
    confirmed = await asyncio.gather(*confirmations)
    return int(confirmed[-1].offset) + in_last
