"""Quarantined items back to where they failed, each once."""

from __future__ import annotations

from collections import Counter

from aiokafka import AIOKafkaConsumer, TopicPartition

from pipeline.client.reading import read_topic
from pipeline.outside.connection import client_options
from pipeline.outside.feeding import feeder
from pipeline.outside.topics import partitions_of
from pipeline.settings import Settings
from schemas import topics
from schemas.headers import header

__all__ = ["requeue"]

_OURS = frozenset(
    {"dateline_stage", "dateline_reason", "dateline_note", "dateline_from", "dateline_origin"}
)


async def requeue(settings: Settings, reason: str, *, dry_run: bool) -> Counter[tuple[str, str]]:
    """Copy quarantined records back, and return how many by (topic, reason).

    How far quarantine was requeued is kept as the offsets of a consumer group of its own, per
    reason, and moves only when the broker has confirmed the copies. A crash in between sends
    some again, which dedupe and the ledger answer as redeliveries of equal bytes.
    """
    group = f"{settings.group}-requeue" + (f"-{reason}" if reason else "")
    marker = AIOKafkaConsumer(**client_options(settings), group_id=group, enable_auto_commit=False)
    await marker.start()
    counts: Counter[tuple[str, str]] = Counter()
    try:
        name = topics.QUARANTINE.name
        partitions = [TopicPartition(name, p) for p in range(await partitions_of(settings, name))]
        marker.assign(partitions)
        done = {tp: await marker.committed(tp) or 0 for tp in partitions}
        async with feeder(settings) as sending:
            async for record in read_topic(settings, topics.QUARANTINE.name):
                tp = TopicPartition(record.topic, record.partition)
                why = header(record.headers, "dateline_reason")
                if record.offset < done[tp] or (reason and why != reason):
                    continue
                to = header(record.headers, "dateline_from").partition("/")[0]
                counts[to or topics.RAW.name, why] += 1
                done[tp] = record.offset + 1
                if not dry_run:
                    headers = [(n, v) for n, v in record.headers if n not in _OURS]
                    await sending.feed(
                        record.key, record.value, headers, topic=to or topics.RAW.name
                    )
        if not dry_run and counts:
            await marker.commit(done)
        return counts
    finally:
        await marker.stop()
