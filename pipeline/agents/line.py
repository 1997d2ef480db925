"""What the five agents share: a batch is answered item by item, and settled as a whole."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from time import monotonic
from typing import Any

from mode.utils.logging import get_logger

from pipeline.agents.account import Answer, outputs_of
from pipeline.agents.watch import QuarantineWatch
from pipeline.engine.batch import Batch, Output, Record, Row
from pipeline.outcome import Already, Outcome, Quarantine, Reason, Tell
from pipeline.stage import Stage, attempt
from schemas import topics
from schemas.codec import Undecodable, decode
from schemas.headers import origin_key, read_raw
from schemas.raw import RawItem
from schemas.types import Origin
from schemas.wire import WireItem

__all__ = ["Answering", "raw_of", "subject_of", "wire_item_of"]

logger = get_logger(__name__)


_BREATH_S = 0.05
"""A batch lets the loop breathe so often, for heartbeats and other partitions."""


def raw_of(record: Record) -> RawItem:
    """Read a record of ``wire.raw``; any bytes will do."""
    origin = Origin(topic=record.topic, partition=record.partition, offset=record.offset)
    return read_raw(record.value or b"", record.headers, origin, record.timestamp)


def wire_item_of(record: Record) -> WireItem:
    """Read a record of the later topics; :class:`~schemas.codec.Undecodable` if it is none."""
    return decode(WireItem, record.value or b"")


def subject_of(item: WireItem) -> str:
    """Return the key of items from ``wire.unique`` on: in whose ledger they stand."""
    return item.subject


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
        stage: Stage[Any],
        rows: Callable[[], Sequence[Row]] = tuple,
        due: Sequence[Outcome[Any]] = (),
    ) -> bool:
        """Answer each record of *batch*, send what comes of it, and acknowledge when confirmed.

        *due* are outcomes of earlier items whose time has come; *rows* is asked, after the last
        record, for the state rows that the stage wrote. Returns False if the broker did not take
        all of it: the batch then comes again.
        """
        outputs: list[Output] = []
        for outcome in due:
            outputs += self._records_of(Answer(None, "", outcome))
        since, quarantined = monotonic(), self._watch.quarantined
        for record in batch.records:
            for answer in self._answers(record, stage):
                outputs += self._records_of(answer)
            if monotonic() - since > _BREATH_S:
                await asyncio.sleep(0)
                since = monotonic()
        quarantined = self._watch.quarantined - quarantined
        if quarantined:
            logger.warning(
                "%s quarantined %d of %d items; dateline account tells why",
                self.name,
                quarantined,
                len(batch.records),
            )
        settled = await batch.settle(outputs, rows())
        self._watch.check()
        return settled

    def _records_of(self, answer: Answer) -> list[Output]:
        return outputs_of(answer, self.name, self._to, self._key_of)

    def _answers(self, record: Record, stage: Stage[Any]) -> list[Answer]:
        subject = f"{record.topic}/{record.partition}/{record.offset}"
        outcomes: Sequence[Outcome[Any]]
        try:
            item = self._read(record)
        except Undecodable as error:
            outcomes = [Quarantine(Reason.MALFORMED, str(error))]
        else:
            subject = origin_key(item.origin)
            outcomes = attempt(stage, item)
        # The items of one raw record are its parts; a later stage answers one item, and what
        # comes besides concerns items that it held before.
        mark = "." if record.topic == topics.RAW.name else "+"
        answers = []
        for n, outcome in enumerate(outcomes):
            if isinstance(outcome, Quarantine):
                logger.info(
                    "%s quarantined %s: %s %s", self.name, subject, outcome.reason, outcome.note
                )
            if not isinstance(outcome, (Already, Tell)):
                self._watch.saw(quarantined=isinstance(outcome, Quarantine))
            answers.append(Answer(record, f"{subject}{mark}{n}" if n else subject, outcome))
        return answers
