"""Creating the topics of the line, and seeing whether they are there."""

from __future__ import annotations

from dataclasses import dataclass

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import TopicAlreadyExistsError, for_code

from pipeline.outside.connection import admin
from pipeline.settings import Settings
from schemas.topics import TOPICS, TopicSpec

__all__ = [
    "MissingTopics",
    "TopicState",
    "create_topics",
    "partitions_of",
    "require_topics",
    "topic_states",
]


class MissingTopics(LookupError):
    """The broker lacks topics of the line; the message says which, and how to create them."""


@dataclass(frozen=True, slots=True)
class TopicState:
    """A topic as the broker has it: how many partitions, or None if it is not there."""

    spec: TopicSpec
    partitions: int | None


def _partitions(spec: TopicSpec, settings: Settings) -> int:
    if settings.partitions:
        return settings.partitions
    return 1 if settings.embedded else spec.partitions


async def create_topics(settings: Settings) -> list[TopicSpec]:
    """Create what is missing and return it; topics that are there are left as they are."""
    client = await admin(settings)
    try:
        there = await _there(client)
        missing = [spec for spec in TOPICS if spec.name not in there]
        if missing:
            replication = settings.replication or min(3, await _brokers(client))
            response = await client.create_topics(
                [
                    NewTopic(
                        spec.name,
                        _partitions(spec, settings),
                        replication,
                        topic_configs=spec.config(),
                    )
                    for spec in missing
                ]
            )
            for name, code, message in (tuple(e)[:3] for e in response.topic_errors):
                error = for_code(code)
                if code and error is not TopicAlreadyExistsError:
                    raise error(f"the broker refused to create {name}: {message}")
        return missing
    finally:
        await client.close()


async def topic_states(settings: Settings) -> list[TopicState]:
    """Return every topic of the line as the broker has it."""
    client = await admin(settings)
    try:
        there = await _there(client)
        return [TopicState(spec, there.get(spec.name)) for spec in TOPICS]
    finally:
        await client.close()


async def partitions_of(settings: Settings, name: str) -> int:
    """Return how many partitions a topic has; :class:`MissingTopics` if it is not there."""
    client = await admin(settings)
    try:
        found = (await _there(client, {name})).get(name)
    finally:
        await client.close()
    if found is None:
        raise _missing(settings, name)
    return found


async def require_topics(settings: Settings) -> None:
    """Return if every topic is there; :class:`MissingTopics` names those that are not."""
    missing = [s.spec.name for s in await topic_states(settings) if s.partitions is None]
    if missing:
        raise _missing(settings, *missing)


def _missing(settings: Settings, *names: str) -> MissingTopics:
    return MissingTopics(
        f"the broker at {settings.bootstrap} has no {', '.join(names)}; "
        "run `dateline topics create` first"
    )


async def _brokers(client: AIOKafkaAdminClient) -> int:
    return len((await client.describe_cluster())["brokers"])


_OURS = frozenset(spec.name for spec in TOPICS)


async def _there(
    client: AIOKafkaAdminClient, names: frozenset[str] | set[str] = _OURS
) -> dict[str, int]:
    """Return the partitions of those of the topics that the broker has."""
    wanted = sorted(names & set(await client.list_topics()))
    described = await client.describe_topics(wanted) if wanted else []
    return {topic["topic"]: len(topic["partitions"]) for topic in described}
