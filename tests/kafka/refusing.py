"""A broker that refuses what is produced, and answers all else: no record is small enough for it."""

from __future__ import annotations

from typing import TypeAlias

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

__all__ = ["TopicSettings", "refuse_records", "set_topics"]

TopicSettings: TypeAlias = dict[str, dict[str, str]]
"""The settings that topics have of their own, by topic."""

_OF_THE_TOPIC = 1
"""The source of a setting that was made for this topic, in Kafka's protocol."""

_BYTES = "100"
"""A batch of one record of ours has more; the marker that ends a transaction has 78 and must pass,
or the broker itself can never end it."""


async def refuse_records(address: str, but: str) -> TopicSettings:
    """Let no topic take a record, except *but*; return the settings that they had.

    Too few replicas in sync would be the usual reason, but a topic of one replica never has too
    few (Kafka since 4.0 wants no more of them than there are).
    """
    admin = AIOKafkaAdminClient(bootstrap_servers=address)
    await admin.start()
    try:
        names = [n for n in await admin.list_topics() if not n.startswith("__") and n != but]
        topics = [ConfigResource(ConfigResourceType.TOPIC, name) for name in names]
        before = {
            name: {s[0]: s[1] for s in settings if s[3] == _OF_THE_TOPIC}
            for response in await admin.describe_configs(topics)
            for _, _, _, name, settings in response.resources
        }
    finally:
        await admin.close()
    await set_topics(
        address, {n: {**own, "max.message.bytes": _BYTES} for n, own in before.items()}
    )
    return before


async def set_topics(address: str, settings: TopicSettings) -> None:
    """Give topics these settings of their own and no others."""
    admin = AIOKafkaAdminClient(bootstrap_servers=address)
    await admin.start()
    try:
        changed = [
            ConfigResource(ConfigResourceType.TOPIC, name, own) for name, own in settings.items()
        ]
        for response in await admin.alter_configs(changed):
            refused = [r for r in response.resources if r[0]]
            if refused:
                raise RuntimeError(f"the broker did not change its topics: {refused[:3]}")
    finally:
        await admin.close()
