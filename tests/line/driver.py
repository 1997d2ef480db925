"""The line on a log in memory: real bytes, no broker, and a crash wherever the test wants one.

In the manner of Kafka Streams' TopologyTestDriver. The agents' own answering and the engine's own
batches run here; only the broker is replaced, by lists. A crash loses everything that a worker
holds in memory and keeps what was written: at-least-once writes outputs, then rows, then the
offset, and may be cut anywhere between two records; exactly-once writes all or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from aiokafka import ConsumerRecord, TopicPartition

from pipeline.agents.line import Answering, raw_of, subject_of, wire_item_of
from pipeline.engine.batch import Batch, Output, Record, Row
from pipeline.outside.feeding import raw_record
from pipeline.plan import load_plan
from pipeline.settings import Guarantee
from pipeline.stages import build_stages
from schemas import topics
from schemas.raw import RawItem

__all__ = ["Crash", "Driver"]


_CHANGELOG = {"wire.clean": topics.MEMORY.name, "wire.enriched": topics.LEDGER.name}


class Crash(Exception):
    """The worker is gone; what it had written stays."""


class Driver:
    """One worker of one partition per topic, and the log that outlives it."""

    def __init__(self, now: Callable[[], datetime], guarantee: Guarantee, max_items: int) -> None:
        self.log: dict[str, list[Record]] = {spec.name: [] for spec in topics.TOPICS}
        self.committed: dict[str, int] = {}
        self.crashes = 0
        self._now = now
        self._guarantee = guarantee
        self._max_items = max_items
        self._stages = build_stages(load_plan(), now)
        self._writes_left: int | None = None
        self._agents = {
            "wire.raw": Answering("clean", raw_of, ["wire.clean"], lambda i: i.language or "und"),
            "wire.clean": Answering("dedupe", wire_item_of, ["wire.unique"], subject_of),
            "wire.unique": Answering("tag", wire_item_of, ["wire.tagged"], subject_of),
            "wire.tagged": Answering("enrich", wire_item_of, ["wire.enriched"], subject_of),
            "wire.enriched": Answering(
                "publish", wire_item_of, ["wire.articles", "wire.latest"], lambda a: a.article_id
            ),
        }
        self._start()

    def feed(self, raw: RawItem) -> None:
        """Put a raw item on ``wire.raw``."""
        key, value, headers = raw_record(
            raw.value, source=raw.source, received_at=raw.received_at, name=raw.name
        )
        self._append(Output("wire.raw", key, value, headers))

    async def step(self, topic: str, crash_after: int | None = None) -> bool:
        """Let the agent of *topic* work on one batch; False if nothing lies there.

        With *crash_after* the worker dies when it has written so many records of the batch; if
        the batch has fewer, just before it commits. Then it is started again.
        """
        begin = self.committed.get(topic, 0)
        records = self.log[topic][begin : begin + self._max_items]
        stage, rows, due = self._stage_of(topic)
        if not records and not due:
            return False
        self._writes_left = crash_after

        async def settle(
            outputs: Sequence[Output], rows: Sequence[Row], next_offset: int | None
        ) -> None:
            self._write([*outputs, *(Output(_CHANGELOG[topic], k, v) for k, v in rows)])
            if next_offset is not None:
                self.committed[topic] = next_offset

        batch = Batch(TopicPartition(topic, 0), records, None, settle)
        await self._agents[topic].settle(batch, stage, rows, due)
        try:
            batch.finished.result()
        except Crash:
            self.crashes += 1
            self._start()
        finally:
            self._writes_left = None
        return True

    async def run(self) -> None:
        """Work until nothing is left to do."""
        while any([await self.step(topic) for topic in self._agents]):
            continue

    def _start(self) -> None:
        """A new worker: its state is what the log says, and nothing else."""
        self._dedupe = self._stages.new_dedupe()
        self._dedupe.restore(self._rows(topics.MEMORY.name))
        self._ledger = self._stages.new_ledger()
        self._ledger.restore(self._rows(topics.LEDGER.name))

    def _rows(self, changelog: str) -> list[Row]:
        compacted: dict[bytes, bytes | None] = {}
        for record in self.log[changelog]:
            assert record.key is not None
            compacted.pop(record.key, None)
            compacted[record.key] = record.value
        return list(compacted.items())

    def _stage_of(self, topic: str) -> tuple[Any, Callable[[], Sequence[Row]], Sequence[Any]]:
        stages = self._stages
        match topic:
            case "wire.raw":
                return stages.clean, tuple, ()
            case "wire.clean":
                return self._dedupe, self._dedupe.changes, ()
            case "wire.unique":
                return stages.tag, tuple, ()
            case "wire.tagged":
                return stages.enrich, tuple, ()
            case _:
                waiting = self._ledger.next_due()
                is_due = waiting is not None and waiting <= self._now()
                due = self._ledger.due(self._now()) if is_due else ()
                return self._ledger, self._ledger.changes, due

    def _write(self, records: Sequence[Output]) -> None:
        left = self._writes_left
        if self._guarantee == "exactly_once" and left is not None:
            raise Crash
        for n, record in enumerate(records):
            if n == left:
                raise Crash
            self._append(record)
        if left is not None:
            raise Crash

    def _append(self, output: Output) -> None:
        lane = self.log[output.topic]
        lane.append(
            ConsumerRecord(
                output.topic, 0, len(lane), 0, 0, output.key, output.value, None, 0, 0,
                tuple(output.headers),
            )
        )  # fmt: skip
