"""One input partition on its way through a worker: fence, restore, fetch, hand over, wait."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from aiokafka.errors import ProducerFenced
from mode.utils.logging import get_logger

from pipeline.engine.batch import Batch, Output, Row, State, Withdrawn
from pipeline.engine.changelog import Restored
from pipeline.engine.settling import Settler

__all__ = ["Kept", "Lane", "LaneFailed", "LaneSettings", "StoodStill"]

logger = get_logger(__name__)

_FETCH_WAIT_MS = 500
"""How long one look for records lasts; a rebalance interrupts it, and a tick follows it."""


class StoodStill(RuntimeError):
    """The log has more records than were fetched, and for a while none came."""


class LaneFailed(RuntimeError):
    """A partition kept failing for longer than the settings allow; the worker stops."""


@dataclass(frozen=True, slots=True)
class LaneSettings:
    """How a lane paces itself."""

    max_items: int = 500
    tick_s: float | None = None
    """Hand over an empty batch when so long nothing came; None never does."""
    give_up_s: float = 300.0
    """How long a partition may keep failing; time for a broker to come back."""
    first_backoff_s: float = 0.2
    max_backoff_s: float = 5.0
    fenced_pause_s: float = 15.0
    """How long a fenced lane waits for the group to take its partition away."""
    open_s: float = 120.0
    """How long fencing may take: a predecessor's transaction has to end first, and the broker ends
    an orphaned one after its own time-out (60 s by default)."""
    settle_s: float = 120.0
    """How long outputs, rows and offset may wait to be confirmed."""
    look_s: float = 30.0
    """A partition from which so long nothing came is looked at: has the log more?"""


@dataclass(frozen=True, slots=True)
class Kept:
    """The state of a partition that was let go, and up to which offset the changelog has it."""

    state: State
    rows_end: int


class Lane:
    """Reads one partition, one batch at a time; the next is fetched when the last is settled.

    So a slow agent pauses its own partitions and no others, and a worker holds at most one
    batch (and one fetched response) per partition, however long the backlog.
    """

    def __init__(
        self,
        partition: TopicPartition,
        consumer: AIOKafkaConsumer,
        settler: Settler,
        new_state: Callable[[], State | None],
        restore: Callable[[State, int | None], Awaitable[Restored | None]],
        committed: Callable[[TopicPartition], Awaitable[int | None]],
        hand_over: Callable[[Batch], Awaitable[None]],
        settings: LaneSettings,
        kept: Kept | None = None,
    ) -> None:
        self.partition = partition
        self._consumer = consumer
        self._settler = settler
        self._new_state = new_state
        self._restore = restore
        self._committed = committed
        self._hand_over = hand_over
        self._settings = settings
        self._kept = kept
        self._state: Any = None
        self._rows_end: int | None = None
        """The state is what the changelog says before this offset; None while it may be not."""
        self._batch: Batch | None = None
        self._stood_at: int | None = None
        """Where the last look found the log to have more records than came."""
        self._looked_at = monotonic()
        self._stopping = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self, on_failure: Callable[[BaseException], None]) -> None:
        """Begin to work; *on_failure* hears of an error that the lane could not get over."""
        self._task = asyncio.create_task(self._run(), name=f"lane {self.partition}")

        def finished(task: asyncio.Task[None]) -> None:
            if task.cancelled():
                if not self._stopping.is_set():
                    on_failure(LaneFailed(f"{self.partition} was cancelled by nobody"))
            elif (error := task.exception()) is not None:
                on_failure(error)

        self._task.add_done_callback(finished)

    async def stop(self, timeout_s: float) -> None:
        """Finish the batch that an agent works on, drop what is only queued, and let go.

        Never waits for more than one batch, nor longer than *timeout_s*; what was not settled
        then is not acknowledged and comes again elsewhere.
        """
        self._stopping.set()
        if self._batch is not None and not self._batch.taken:
            self._batch.fail(Withdrawn())
        if self._task is not None:
            if self._batch is None or not self._batch.taken:
                self._task.cancel()  # fetching, restoring, pausing, queueing: nothing is under way
            done, _ = await asyncio.wait({self._task}, timeout=timeout_s)
            if not done:
                logger.warning("%s: gave up a batch after %.0f s", self.partition, timeout_s)
                self._task.cancel()
                await asyncio.wait({self._task})
        await self._settler.close()

    async def _run(self) -> None:
        failing_since: float | None = None
        last: BaseException | None = None
        backoff = self._settings.first_backoff_s
        while not self._stopping.is_set():
            try:
                await self._open()
                while not self._stopping.is_set():
                    if await self._one_batch():
                        failing_since, last = None, None
                        backoff = self._settings.first_backoff_s
                return
            except ProducerFenced:
                # Somebody else was assigned the partition. To open again would fence the
                # rightful owner; the group will tell us within its session time-out.
                logger.warning(
                    "%s/%d: fenced, another worker has the partition",
                    self.partition.topic,
                    self.partition.partition,
                )
                await self._settler.close()
                await self._pause(self._settings.fenced_pause_s)
            except (Exception, asyncio.CancelledError) as error:
                if _is_cancelled():
                    raise
                # A cancelled future of the client's is an error like any other: taken for our
                # own cancellation it would end the lane, and the partition would stand still.
                if self._stopping.is_set():
                    return
                now = monotonic()
                failing_since = failing_since or now
                # A lane that begins anew does not mend the client; a new process does.
                in_vain = isinstance(error, StoodStill) and isinstance(last, StoodStill)
                last = error
                if in_vain or now - failing_since > self._settings.give_up_s:
                    raise LaneFailed(
                        f"{self.partition.topic}/{self.partition.partition} has failed for "
                        f"{now - failing_since:.0f} s; last: {error!r}"
                    ) from error
                logger.warning(
                    "%s/%d: %r; nothing of the batch is acknowledged, reading again in %.1f s",
                    self.partition.topic,
                    self.partition.partition,
                    error,
                    backoff,
                )
                await self._settler.close()
                await self._pause(backoff)
                backoff = min(backoff * 2, self._settings.max_backoff_s)

    async def _pause(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return

    async def _open(self) -> None:
        """Fence first, then restore, then seek: each sees what the one before made final."""
        async with asyncio.timeout(self._settings.open_s):
            await self._settler.open()
        self._stood_at, self._looked_at = None, monotonic()
        self._state, self._rows_end = await self._restored()
        committed = await self._committed(self.partition)
        if committed is None:
            await self._consumer.seek_to_beginning(self.partition)
        else:
            self._consumer.seek(self.partition, committed)

    async def _restored(self) -> tuple[State | None, int | None]:
        """Return the partition's state and the offset up to which the changelog has it.

        A state that was kept over a rebalance only needs the rows that others wrote meanwhile.
        """
        state, kept, self._kept = self._new_state(), self._kept, None
        if state is None:
            return None, None
        started, read, how = monotonic(), None, "restored"
        if kept is not None:
            read, how = await self._restore(kept.state, kept.rows_end), "kept its state, and read"
            state = kept.state if read is not None else state
        if read is None:
            read = await self._restore(state, None)
        if read is None:
            raise RuntimeError("a changelog must be readable from its beginning")
        logger.info(
            "%s/%d: %s %d rows in %.1f s",
            self.partition.topic,
            self.partition.partition,
            how,
            read.rows,
            monotonic() - started,
        )
        return state, read.next_offset

    def leave(self) -> Kept | None:
        """Return the state of a stopped lane if it is just what its changelog says, else None."""
        if self._state is None or self._rows_end is None:
            return None
        return Kept(self._state, self._rows_end)

    async def _one_batch(self) -> bool:
        """Fetch, hand over and wait; True if a batch was settled, False if there was nothing."""
        records = await self._fetch()
        if self._stopping.is_set() or (not records and self._settings.tick_s is None):
            return False
        batch = Batch(self.partition, records, self._state, self._settle)
        self._batch, rows_end = batch, self._rows_end
        self._rows_end = None
        try:
            await self._hand_over(batch)
            await batch.finished
            ends = [end for end in (self._settler.rows_end, rows_end) if end is not None]
            self._rows_end = max(ends, default=None)
        finally:
            if not batch.taken:
                self._rows_end = rows_end
            self._batch = None
        return True

    async def _settle(
        self, outputs: Sequence[Output], rows: Sequence[Row], next_offset: int | None
    ) -> None:
        # What was not confirmed in time is uncertain; the next opening makes it certain.
        async with asyncio.timeout(self._settings.settle_s):
            await self._settler.settle(outputs, rows, next_offset)

    async def _fetch(self) -> list[Any]:
        tick_s = self._settings.tick_s
        wait_ms = _FETCH_WAIT_MS if tick_s is None else int(tick_s * 1000)
        fetched = await self._consumer.getmany(
            self.partition, timeout_ms=wait_ms, max_records=self._settings.max_items
        )
        records: list[Any] = fetched.get(self.partition, [])
        now = monotonic()
        if records:
            self._stood_at, self._looked_at = None, now
        elif now - self._looked_at >= self._settings.look_s:
            self._looked_at = now
            await self._look()
        return records

    async def _look(self) -> None:
        """Raise :class:`StoodStill` if the log had more at the last look and nothing came since.

        Whatever keeps the client from fetching, the lane begins anew; silence is no answer.
        """
        async with asyncio.timeout(self._settings.look_s):
            position = await self._consumer.position(self.partition)
            end = (await self._consumer.end_offsets([self.partition]))[self.partition]
        if position >= end:
            self._stood_at = None
        elif position == self._stood_at:
            raise StoodStill(f"nothing came from offset {position} although {end} are there")
        else:
            self._stood_at = position


def _is_cancelled() -> bool:
    """Tell whether somebody cancelled the task that runs."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
