"""What an agent holds: the records of one partition, and the way to settle them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol, TypeAlias

from aiokafka import ConsumerRecord, TopicPartition

__all__ = ["Batch", "Headers", "Output", "Record", "Row", "Settle", "State", "Withdrawn"]

Headers: TypeAlias = list[tuple[str, bytes]] | tuple[()]

Record: TypeAlias = ConsumerRecord[bytes | None, bytes | None]
"""A record as the broker gave it: key, value, headers, timestamp and where it lay."""

Row: TypeAlias = tuple[bytes, bytes | None]
"""A row of state: key and value; the value None forgets the key."""


class Output(NamedTuple):
    """A record to be sent. Without a *partition* the key decides, as in Kafka's own clients; what
    goes *elsewhere* is sent to every partition but that one."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers = ()
    partition: int | None = None
    elsewhere: bool = False


class State(Protocol):
    """State of one input partition; it lives in memory and comes back from its changelog."""

    def restore(self, rows: Iterable[Row], /) -> None:
        """Take committed rows, oldest first; called any number of times before the first batch."""
        ...


class Settle(Protocol):
    """Send outputs, then rows, then acknowledge up to *next_offset* (None: nothing to acknowledge).

    Returns when the broker has confirmed all of it; raises if it did not.
    """

    async def __call__(
        self, outputs: Sequence[Output], rows: Sequence[Row], next_offset: int | None, /
    ) -> None:
        """Do it; see the class."""
        ...


class Withdrawn(Exception):
    """The batch was taken back before an agent began with it: its partition went elsewhere."""


class Batch:
    """Records of one partition, in order, with the state that belongs to that partition.

    A batch without records is a tick: nothing has arrived for a while, and whoever waits for a
    time (a timer in the partition's state) may act on it. It is settled like any other.
    """

    __slots__ = ("_settle", "finished", "partition", "records", "state", "taken")

    def __init__(
        self,
        partition: TopicPartition,
        records: Sequence[Record],
        state: Any,
        settle: Settle,
    ) -> None:
        self.partition = partition
        self.records = records
        self.state = state
        self.taken = False
        """Whether an agent has begun to work on it."""
        self.finished: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._settle = settle

    @property
    def tp(self) -> TopicPartition:
        """The partition, under the name by which Faust's conductor routes."""
        return self.partition

    @property
    def next_offset(self) -> int | None:
        """The offset at which reading goes on after this batch; None for a tick."""
        return self.records[-1].offset + 1 if self.records else None

    async def settle(self, outputs: Sequence[Output] = (), rows: Sequence[Row] = ()) -> bool:
        """Send *outputs* and state *rows*, wait for the broker, and only then acknowledge.

        Returns True if all of it is confirmed. If not, it returns False: the batch comes again
        with a state restored from the log, so the agent simply takes its next batch.
        """
        if self.finished.done():
            return False
        try:
            await self._settle(outputs, rows, self.next_offset)
        except asyncio.CancelledError as error:
            self.fail(RuntimeError(f"cancelled while it was being settled: {error!r}"))
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise
            return False  # not the agent, but a future of the client's was cancelled
        except Exception as error:
            self.fail(error)
            return False
        if not self.finished.done():
            self.finished.set_result(None)
        return True

    def fail(self, error: BaseException) -> None:
        """Give the batch up: nothing of it is acknowledged, and it comes again."""
        if not self.finished.done():
            self.finished.set_exception(error)
