"""Answers become records: what each outcome of a stage puts on which topic, under which id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from aiokafka import ConsumerRecord

from pipeline.engine.batch import Output
from pipeline.outcome import Already, Divert, Drop, Held, Keep, Outcome, Quarantine, Reason
from schemas import topics
from schemas.article import Article
from schemas.codec import Unencodable, encode
from schemas.duplicate import Dropped
from schemas.headers import header, record_headers
from schemas.types import Model
from schemas.wire import WireItem

__all__ = ["Answer", "outputs_of"]

Record = ConsumerRecord[bytes | None, bytes | None]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a stage answered to one record; without a record, to a time that had come."""

    record: Record | None
    subject: str
    """The origin of the record's item, ``wire.raw/0/17``: the beginning of every ``ce_id``."""
    outcomes: Sequence[Outcome[Any]]


def outputs_of(
    answer: Answer, stage: str, to: Sequence[str], key_of: Callable[[Any], str]
) -> list[Output]:
    """Return the records that an answer puts on the topics, in the order of its outcomes.

    A kept item goes *to* the next topics under ``key_of(item)``. What cannot be written, or is
    larger than a topic takes, is quarantined with the bytes it came with.
    """
    outputs: list[Output] = []
    for n, outcome in enumerate(answer.outcomes):
        try:
            made = _outputs(answer, n, outcome, stage, to, key_of)
            too_large = next((o for o in made if _size(o) > topics.MAX_RECORD_BYTES), None)
            if too_large is not None:
                made = _outputs(answer, n, _too_large(too_large), stage, to, key_of)
        except Unencodable as error:
            refused = Quarantine(Reason.STAGE_RAISED, str(error))
            made = _outputs(answer, n, refused, stage, to, key_of)
        outputs += made
    return outputs


def _size(output: Output) -> int:
    return len(output.value or b"")


def _too_large(output: Output) -> Quarantine:
    return Quarantine(
        Reason.TOO_LARGE,
        f"{_size(output):,} bytes for {output.topic}, which takes {topics.MAX_RECORD_BYTES:,}",
    )


def _outputs(
    answer: Answer,
    n: int,
    outcome: Outcome[Any],
    stage: str,
    to: Sequence[str],
    key_of: Callable[[Any], str],
) -> list[Output]:
    record = answer.record
    trace = header(record.headers, "traceparent") if record is not None else ""
    match outcome:
        case Keep(item=item):
            headers = record_headers(
                ce_id=_id(answer, item, n),
                ce_type=f"dateline.{type(item).__name__.lower()}",
                source=item.source,
                traceparent=trace,
                stage=stage,
            )
            key, value = key_of(item).encode(), encode(item)
            return [Output(topic, key, value, headers) for topic in to]
        case Divert(topic=topic, reason=reason, key=key_text, value=model, note=note):
            headers = record_headers(
                ce_id=_numbered(answer.subject, n),
                ce_type=f"dateline.{type(model).__name__.lower() if model else 'aside'}",
                source=stage,
                traceparent=trace,
                stage=stage,
                reason=reason,
                note=note,
            )
            value = encode(model) if model is not None else _bytes(record)
            return [Output(topic, key_text.encode(), value, headers)]
        case Drop():
            return [_dropped(answer, n, outcome, stage, trace)]
        case Quarantine():
            return [_quarantined(answer, n, outcome, stage)]
        case Held() | Already():
            return []


def _id(answer: Answer, item: Model, n: int) -> str:
    if isinstance(item, Article):
        return f"{item.article_id}#{item.revision}"
    if isinstance(item, WireItem) and item.origin.part:
        return f"{answer.subject}.{item.origin.part}"
    return _numbered(answer.subject, n)


def _numbered(subject: str, n: int) -> str:
    return f"{subject}.{n}" if n else subject


def _bytes(record: Record | None) -> bytes | None:
    return record.value if record is not None else None


def _dropped(answer: Answer, n: int, drop: Drop, stage: str, trace: str) -> Output:
    model = Dropped(
        item_id=drop.item_id,
        stage=stage,
        reason=drop.reason,
        note=drop.note,
        headline=drop.headline,
        raw_digest=drop.raw_digest,
    )
    subject = answer.subject or f"{drop.item_id}/{drop.raw_digest[:16]}/{drop.reason}"
    headers = record_headers(
        ce_id=_numbered(subject, n),
        ce_type="dateline.dropped",
        source=stage,
        traceparent=trace,
        stage=stage,
        reason=drop.reason,
    )
    return Output(topics.DROPPED.name, drop.item_id.encode(), encode(model), headers)


def _quarantined(answer: Answer, n: int, outcome: Quarantine, stage: str) -> Output:
    """The same key, bytes and headers as the item came with, and why it is here."""
    record = answer.record
    if record is None:
        raise ValueError("a timer has no bytes to quarantine")
    ours = {"ce_id", "dateline_stage", "dateline_reason", "dateline_note", "dateline_from"}
    headers = [
        *((name, value) for name, value in record.headers if name not in ours),
        ("ce_id", _numbered(answer.subject, n).encode()),
        ("dateline_stage", stage.encode()),
        ("dateline_reason", outcome.reason.encode()),
        ("dateline_note", outcome.note.encode("utf-8", "replace")),
        ("dateline_from", f"{record.topic}/{record.partition}/{record.offset}".encode()),
    ]
    # An empty value would read as a deletion; the note says that the item was empty.
    key = record.key if record.key is not None or record.value is not None else b""
    return Output(topics.QUARANTINE.name, key, record.value, headers)
