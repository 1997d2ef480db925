"""Faust's consumer, without its thread and without its per-message bookkeeping.

Faust's own aiokafka consumer runs in a thread of its own, marshals each call through a queue,
wraps each record in a ``Message`` and tracks its acknowledgement. Here aiokafka runs in the
worker's loop, one :class:`~pipeline.engine.lane.Lane` per assigned partition fetches from it,
and an offset is committed by the lane's settler and by nobody else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable, Mapping
from typing import Any, ClassVar, cast

import aiokafka
import aiokafka.abc
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor
from aiokafka.errors import ConsumerStoppedError
from faust.transport.consumer import Consumer as FaustConsumer
from faust.transport.drivers.aiokafka import credentials_to_aiokafka_auth, server_list
from faust.types import TP
from faust.types.transports import ConsumerT
from mode import Service, ServiceT

from pipeline.engine.batch import State
from pipeline.engine.changelog import Restored, restore
from pipeline.engine.lane import Kept, Lane
from pipeline.engine.offsets import committed_offset
from pipeline.engine.settling import AtLeastOnce, ExactlyOnce, Settler

__all__ = ["BatchConsumer"]

_FETCH_MAX_WAIT_MS = 100
"""How long the broker may hold an idle fetch. aiokafka has one fetch per broker under way, and a
partition that was being worked on joins only the next one: this bounds its wait."""


_METADATA_MS = 5_000
"""How old the client's knowledge of the topics may be. A broker that has just come back may answer
that it has none; a group whose leader divides the partitions in that moment divides nothing, and
stands still until the leader looks again (after five minutes, by default)."""


_ANSWER_S = 30.0
"""How long a coordinator may take to say where a group stands."""


class _RebalanceListener(aiokafka.abc.ConsumerRebalanceListener):  # type: ignore[misc]
    def __init__(self, consumer: BatchConsumer) -> None:
        self._consumer = consumer

    def on_partitions_revoked(self, revoked: Iterable[TopicPartition]) -> Awaitable[None]:
        # As early as possible, even if the coroutine below is never awaited (see Faust's own).
        self._consumer.app.on_rebalance_start()
        return self._consumer.on_partitions_revoked({TP(*tp) for tp in revoked})  # type: ignore[no-any-return]

    async def on_partitions_assigned(self, assigned: Iterable[TopicPartition]) -> None:
        generation = self._consumer.client._coordinator.generation
        self._consumer.app.consumer_generation_id = generation
        await self._consumer.on_partitions_assigned({TP(*tp) for tp in assigned}, generation)


class BatchConsumer(FaustConsumer):
    """Consumes in lanes; see the module's own words for how it differs from Faust's."""

    consumer_stopped_errors: ClassVar[tuple[type[BaseException], ...]] = (ConsumerStoppedError,)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._client: aiokafka.AIOKafkaConsumer | None = None
        self._lanes: dict[TopicPartition, Lane] = {}
        self._kept: dict[TopicPartition, Kept] = {}
        self._failure: asyncio.Future[None] | None = None
        super().__init__(*args, **kwargs)

    @property
    def client(self) -> aiokafka.AIOKafkaConsumer:
        """The aiokafka consumer; there is one once the service has started."""
        if self._client is None:
            raise RuntimeError("the consumer has not been started")
        return self._client

    async def on_start(self) -> None:
        """Connect to the broker."""
        self._failure = asyncio.get_running_loop().create_future()
        self._client = self._new_client()
        await self._client.start()

    async def on_stop(self) -> None:
        """Settle what agents work on, and leave the group."""
        await self.wait_empty()
        if self._client is not None:
            await self._client.stop()

    def _new_client(self) -> aiokafka.AIOKafkaConsumer:
        conf = self.app.conf
        transport = cast(Any, self.transport)
        return aiokafka.AIOKafkaConsumer(
            client_id=conf.broker_client_id,
            group_id=conf.id,
            group_instance_id=conf.consumer_group_instance_id,
            bootstrap_servers=server_list(transport.url, transport.default_port),
            partition_assignment_strategy=[RoundRobinPartitionAssignor],
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            max_poll_interval_ms=int((conf.broker_max_poll_interval or 300.0) * 1000),
            max_partition_fetch_bytes=conf.consumer_max_fetch_size,
            fetch_max_wait_ms=_FETCH_MAX_WAIT_MS,
            request_timeout_ms=int(conf.broker_request_timeout * 1000),
            check_crcs=conf.broker_check_crcs,
            session_timeout_ms=int(conf.broker_session_timeout * 1000),
            rebalance_timeout_ms=int(conf.broker_rebalance_timeout * 1000),
            heartbeat_interval_ms=int(conf.broker_heartbeat_interval * 1000),
            isolation_level=transport.isolation_level,
            metadata_max_age_ms=min(conf.consumer_metadata_max_age_ms, _METADATA_MS),
            connections_max_idle_ms=conf.consumer_connections_max_idle_ms,
            **credentials_to_aiokafka_auth(conf.broker_credentials, conf.ssl_context),
        )

    def _new_changelog_reader(self) -> aiokafka.AIOKafkaConsumer:
        conf = self.app.conf
        transport = cast(Any, self.transport)
        return aiokafka.AIOKafkaConsumer(
            client_id=f"{conf.broker_client_id}-restore",
            bootstrap_servers=server_list(transport.url, transport.default_port),
            enable_auto_commit=False,
            # Should a position ever be out of range: a row twice is harmless, a hole is not.
            auto_offset_reset="earliest",
            isolation_level=transport.isolation_level,
            max_partition_fetch_bytes=8 * 1024 * 1024,
            **credentials_to_aiokafka_auth(conf.broker_credentials, conf.ssl_context),
        )

    def _new_admin(self) -> AIOKafkaAdminClient:
        conf = self.app.conf
        transport = cast(Any, self.transport)
        return AIOKafkaAdminClient(
            client_id=f"{conf.broker_client_id}-offsets",
            bootstrap_servers=server_list(transport.url, transport.default_port),
            **credentials_to_aiokafka_auth(conf.broker_credentials, conf.ssl_context),
        )

    # -- lanes ---------------------------------------------------------------------------------

    async def perform_seek(self) -> None:
        """Open a lane for each assigned partition; Faust calls this when a rebalance is over."""
        await self.wait_empty()
        for partition in sorted(self.client.assignment()):
            lane = self._new_lane(partition)
            self._lanes[partition] = lane
            lane.start(self._on_lane_failure)
        self._kept.clear()  # those partitions are others' now

    def _new_lane(self, partition: TopicPartition) -> Lane:
        transport = cast(Any, self.transport)
        lane_of = transport.lane_of(partition.topic)
        changelog = TopicPartition(lane_of.changelog, partition.partition)

        async def from_changelog(state: State, start: int | None) -> Restored | None:
            return await restore(self._new_changelog_reader, changelog, state, start)

        return Lane(
            partition,
            self.client,
            self._new_settler(partition, lane_of.changelog),
            lane_of.new_state,
            from_changelog,
            self._committed,
            cast(Any, self.callback),  # the conductor routes batches as it routed messages
            lane_of.settings,
            self._kept.pop(partition, None),
        )

    async def _committed(self, partition: TopicPartition) -> int | None:
        group = self.app.conf.id
        async with asyncio.timeout(_ANSWER_S):  # then the lane begins again, and asks anew
            return await committed_offset(self.client, self._new_admin, group, partition)

    def _new_settler(self, partition: TopicPartition, changelog: str) -> Settler:
        producer = cast(Any, self.app.producer)
        if cast(Any, self.transport).guarantee == "exactly_once":
            return ExactlyOnce(partition, changelog, producer.transactional, self.app.conf.id)
        return AtLeastOnce(partition, changelog, producer.client, self.client.commit)

    def _on_lane_failure(self, error: BaseException) -> None:
        if self._failure is not None and not self._failure.done():
            self._failure.set_exception(error)

    async def wait_empty(self) -> None:
        """Close every lane: each finishes the batch that an agent works on, and no other."""
        lanes, self._lanes = list(self._lanes.values()), {}
        # Half of the rebalance time-out leaves time to join before the group goes on without us.
        timeout_s = self.app.conf.broker_rebalance_timeout / 2
        await asyncio.gather(*(lane.stop(timeout_s) for lane in lanes))
        for lane in lanes:
            # A rebalance takes all partitions away and mostly gives the same back.
            if (kept := lane.leave()) is not None:
                self._kept[lane.partition] = kept

    async def _drain_messages(self, fetcher: ServiceT) -> None:
        """Wait until a lane fails or the fetcher stops: the lanes drain themselves."""
        failure = self._failure
        if failure is None:
            raise RuntimeError("the consumer has not been started")
        stopped = asyncio.ensure_future(cast(Service, fetcher)._stopped.wait())
        try:
            waiting: set[asyncio.Future[Any]] = {stopped, failure}
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            if failure.done():
                await self.crash(cast(BaseException, failure.exception()))
        finally:
            stopped.cancel()

    # -- what Faust asks of a consumer ---------------------------------------------------------

    async def subscribe(self, topics: Iterable[str]) -> None:
        """Subscribe to *topics*; the group's rebalance follows."""
        self.client.subscribe(topics=set(topics), listener=_RebalanceListener(self))

    async def commit(self, topics: Any = None, start_new_transaction: bool = True) -> bool:
        """Do nothing: an offset is committed when its batch is settled, not on a timer."""
        return False

    async def _commit(self, offsets: Mapping[TP, int]) -> bool:
        await self.client.commit(dict(offsets))
        return True

    def assignment(self) -> set[TP]:
        """Return the partitions that are ours."""
        return {TP(*tp) for tp in self.client.assignment()}

    def highwater(self, tp: TP) -> int:
        """Return the end of a partition as last seen; 0 before the first fetch."""
        return cast(int, self.client.highwater(TopicPartition(*tp)) or 0)

    def topic_partitions(self, topic: str) -> int | None:
        """Return how many partitions a topic has, or None if it is unknown."""
        there = self.client.partitions_for_topic(topic)
        return len(there) if there else None

    async def position(self, tp: TP) -> int | None:
        """Return the offset of the next record that will be fetched."""
        return cast(int, await self.client.position(TopicPartition(*tp)))

    async def seek_to_committed(self) -> Mapping[TP, int]:
        """Do nothing: each lane seeks for itself, after it has fenced and restored."""
        return {}

    async def seek_wait(self, partitions: Mapping[TP, int]) -> None:
        """Seek several partitions."""
        for tp, offset in partitions.items():
            self.client.seek(TopicPartition(*tp), offset)

    async def _seek(self, partition: TP, offset: int) -> None:
        self.client.seek(TopicPartition(*partition), offset)

    async def earliest_offsets(self, *partitions: TP) -> Mapping[TP, int]:
        """Return the first offset of each partition."""
        found = await self.client.beginning_offsets([TopicPartition(*tp) for tp in partitions])
        return {TP(*tp): offset for tp, offset in found.items()}

    async def highwaters(self, *partitions: TP) -> Mapping[TP, int]:
        """Return the end of each partition."""
        found = await self.client.end_offsets([TopicPartition(*tp) for tp in partitions])
        return {TP(*tp): offset for tp, offset in found.items()}

    async def _getmany(self, active_partitions: set[TP] | None, timeout: float) -> Any:  # noqa: ASYNC109
        raise NotImplementedError("lanes fetch; nothing calls this")

    def _to_message(self, tp: TP, record: Any) -> Any:
        raise NotImplementedError("records are handed over as they are, in batches")

    def _new_topicpartition(self, topic: str, partition: int) -> TP:
        return TP(topic, partition)

    def key_partition(
        self, topic: str, key: bytes | None, partition: int | None = None
    ) -> int | None:
        """Leave the choice to the producer, which partitions as Kafka's own clients do."""
        return partition

    async def create_topic(self, topic: str, *args: Any, **kwargs: Any) -> None:
        """Do nothing: topics are created on purpose and never by a worker."""

    def close(self) -> None:
        """Nothing to close here; ``on_stop`` does it."""


ConsumerT.register(BatchConsumer)
