"""Where a group's reading of a partition stands: a broker's answer, told from no answer.

aiokafka (0.14) does not look at the error that an OffsetFetch response bears as a whole. While a
coordinator moves or loads, the broker answers with that error and no partitions, and
``consumer.committed()`` makes "nothing was ever committed" of it; a reader that believes this
begins again at the first record. Its admin client hands the partitions on as they came: one that
has no offset is there with -1, and in an answer that is an error it is missing.
"""

from __future__ import annotations

from collections.abc import Callable

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient

__all__ = ["OffsetsUnavailable", "committed_offset"]


class OffsetsUnavailable(ConnectionError):
    """The group's coordinator cannot say yet what was committed; to be asked again later."""


async def committed_offset(
    consumer: AIOKafkaConsumer,
    new_admin: Callable[[], AIOKafkaAdminClient],
    group: str,
    partition: TopicPartition,
) -> int | None:
    """Return the offset that *group* committed for *partition*, or None if it never did.

    None is returned only where the broker says so of this partition. Raises
    :class:`OffsetsUnavailable` where it says nothing.
    """
    committed: int | None = await consumer.committed(partition)
    if committed is not None:
        return committed
    admin = new_admin()
    await admin.start()
    try:
        said = await admin.list_consumer_group_offsets(group, partitions=[partition])
    finally:
        await admin.close()
    if partition not in said:
        raise OffsetsUnavailable(f"no answer of the group {group!r} about {partition}")
    offset: int = said[partition].offset
    return offset if offset >= 0 else None
