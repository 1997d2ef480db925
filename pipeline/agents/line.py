"""What the five agents share: a batch is answered item by item, and settled as a whole."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any

from aiokafka import ConsumerRecord
from mode.utils.logging import get_logger

from pipeline.agents.account import Answer, outputs_of
from pipeline.agents.watch import QuarantineWatch
from pipeline.engine.batch import Batch, Output, Row
from pipeline.outcome import Already, Outcome, Quarantine, Reason
from schemas.codec import Undecodable, decode
from schemas.headers import origin_key, read_raw
from schemas.raw import RawItem
from schemas.types import Origin
from schemas.wire import WireItem

__all__ = ["Answering", "item_id_of", "raw_of", "wire_item_of"]

logger = get_logger(__name__)

Record = ConsumerRecord[bytes | None, bytes | None]

_BREATH_S = 0.05
"""A batch lets the loop breathe so often, for heartbeats and other partitions."""


def raw_of(record: Record) -> RawItem:
    """Read a record of ``wire.raw``; any bytes will do."""
    origin = Origin(topic=record.topic, partition=record.partition, offset=record.offset)
    return read_raw(record.value or b"", record.headers, origin, record.timestamp)


def wire_item_of(record: Record) -> WireItem:
    """Read a record of the later topics; :class:`~schemas.codec.Undecodable` if it is none."""
    return decode(WireItem, record.value or b"")


def item_id_of(item: WireItem) -> str:
    """Return the key of the topics that are divided by item."""
    return item.item_id


class Answering:
    """One agent's way to answer: read a record, ask the stage, name where answers go."""

    def __init__(
        self,
        name: str,
        read: Callable[[Record], Any],
        to: Sequence[str],
        key_of: Callable[[Any], str],
    ) -> None:
        self.name = name
        self._read = read
        self._to = to
        self._key_of = key_of
        self._watch = QuarantineWatch(name)

    async def settle(
        self,
        batch: Batch,
        stage: Callable[[Any], Sequence[Outcome[Any]]],
        rows: Callable[[], Sequence[Row]] = tuple,
        due: Sequence[Outcome[Any]] = (),
    ) -> bool:
        """Answer each record of *batch*, send what comes of it, and acknowledge when confirmed.

        *due* are outcomes of earlier items whose time has come; *rows* is asked, after the last
        record, for the state rows that the stage wrote. Returns False if the broker did not take
        all of it: the batch then comes again.
        """
        outputs = [
            output
            for outcome in due
            for output in self._records_of(Answer(None, "", [outcome]))
        ]
        since = monotonic()
        for record in batch.records:
            outputs += self._records_of(self._answer(record, stage))
            if monotonic() - since > _BREATH_S:
                await asyncio.sleep(0)
                since = monotonic()
        settled = await batch.settle(outputs, rows())
        self._watch.check()
        return settled

    def _records_of(self, answer: Answer) -> list[Output]:
        return outputs_of(answer, self.name, self._to, self._key_of)

    def _answer(
        self, record: Record, stage: Callable[[Any], Sequence[Outcome[Any]]]
    ) -> Answer:
        subject = f"{record.topic}/{record.partition}/{record.offset}"
        try:
            item = self._read(record)
            subject = origin_key(item.origin)
            outcomes = stage(item)
        except Undecodable as error:
            outcomes = [Quarantine(Reason.MALFORMED, str(error))]
        except Exception as error:
            # Whatever a stage stumbles over costs this one item: its bytes are kept, and the
            # reason says what to mend before it is put back.
            logger.exception("%s raised over %s", self.name, subject)
            outcomes = [Quarantine(Reason.STAGE_RAISED, f"{type(error).__name__}: {error}"[:500])]
        for outcome in outcomes:
            if not isinstance(outcome, Already):
                self._watch.saw(quarantined=isinstance(outcome, Quarantine))
        return Answer(record, subject, outcomes)
