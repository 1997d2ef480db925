"""Answers become records: what each outcome of a stage puts on which topic, under which id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.engine.batch import Output, Record
from pipeline.outcome import Already, Divert, Drop, Held, Keep, Outcome, Quarantine, Reason, Tell
from schemas import topics
from schemas.article import Article, article_id_of
from schemas.codec import Unencodable, encode
from schemas.duplicate import Dropped, HeldBack
from schemas.headers import NOTICE_TYPE, header, record_headers
from schemas.types import Model
from schemas.wire import WireItem

__all__ = ["Answer", "outputs_of"]

_QUARANTINE_HEADERS = frozenset(
    {
        "ce_id",
        "dateline_from",
        "dateline_note",
        "dateline_origin",
        "dateline_reason",
        "dateline_stage",
    }
)
"""Written anew when an item is quarantined; its other headers stay as they came."""


_COMPACTED = frozenset(spec.name for spec in topics.TOPICS if spec.compacted)
"""There an article that was taken back is deleted, and not overwritten: a tombstone."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One outcome of a stage, and the record that it answers; none if a time had come."""

    record: Record | None
    subject: str
    """The origin of the item, ``wire.raw/0/17``: the ``ce_id`` of everything but articles."""
    outcome: Outcome[Any]


def outputs_of(
    answer: Answer, stage: str, to: Sequence[str], key_of: Callable[[Any], str]
) -> list[Output]:
    """Return the records that an answer puts on the topics.

    A kept item goes *to* the next topics under ``key_of(item)``. What cannot be written, or is
    larger than a topic takes, is quarantined with the bytes it came with.
    """
    try:
        made = _outputs(answer, stage, to, key_of)
    except Unencodable as error:
        return [_quarantined(answer, Quarantine(Reason.STAGE_RAISED, str(error)), stage)]
    for output in made:
        if _size(output) > topics.MAX_RECORD_BYTES:
            return [_quarantined(answer, _too_large(output), stage)]
    return made


def _size(output: Output) -> int:
    return len(output.value or b"")


def _too_large(output: Output) -> Quarantine:
    return Quarantine(
        Reason.TOO_LARGE,
        f"{_size(output):,} bytes for {output.topic}, which takes {topics.MAX_RECORD_BYTES:,}",
    )


def _outputs(
    answer: Answer, stage: str, to: Sequence[str], key_of: Callable[[Any], str]
) -> list[Output]:
    record = answer.record
    trace = header(record.headers, "traceparent") if record is not None else ""
    match answer.outcome:
        case Keep(item=item):
            headers = record_headers(
                ce_id=_id(answer, item),
                ce_type=_type(item),
                source=item.source,
                traceparent=trace,
                stage=stage,
                origin=answer.subject,
            )
            key, value = key_of(item).encode(), encode(item)
            gone = isinstance(item, Article) and item.status != "usable"
            return [
                Output(topic, key, None if gone and topic in _COMPACTED else value, headers)
                for topic in to
            ]
        case Tell(topic=topic, key=key_text, item=item, elsewhere=elsewhere):
            headers = record_headers(
                ce_id=_id(answer, item),
                ce_type=_type(item),
                source=stage,
                traceparent=trace,
                stage=stage,
                origin=answer.subject,
            )
            key = key_text.encode()
            return [Output(topic, key, encode(item), headers, elsewhere=elsewhere)]
        case Divert(topic=topic, reason=reason, key=key_text, value=model, note=note):
            headers = record_headers(
                ce_id=answer.subject,
                ce_type=f"dateline.{type(model).__name__.lower() if model else 'aside'}",
                source=stage,
                traceparent=trace,
                stage=stage,
                reason=reason,
                note=note,
                origin=answer.subject,
            )
            diverted = encode(model) if model is not None else _bytes(record)
            return [Output(topic, key_text.encode(), diverted, headers)]
        case Drop():
            return [_dropped(answer, answer.outcome, stage, trace)]
        case Quarantine():
            return [_quarantined(answer, answer.outcome, stage)]
        case Held():
            return [_held(answer, answer.outcome, stage, trace)]
        case Already():
            return []


def _type(item: Model) -> str:
    """Return the event's type: ``dateline.article``, or for what is taken back, what was done."""
    if isinstance(item, Article) and item.status != "usable":
        return f"dateline.article.{'killed' if item.status == 'canceled' else 'withheld'}"
    if isinstance(item, WireItem) and item.notice:
        return NOTICE_TYPE
    return f"dateline.{type(item).__name__.lower()}"


def _id(answer: Answer, item: Model) -> str:
    if isinstance(item, Article):
        return f"{item.article_id}#{item.revision}"
    return answer.subject


def _bytes(record: Record | None) -> bytes | None:
    return record.value if record is not None else None


def _dropped(answer: Answer, drop: Drop, stage: str, trace: str) -> Output:
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
        ce_id=subject,
        ce_type="dateline.dropped",
        source=stage,
        traceparent=trace,
        stage=stage,
        reason=drop.reason,
        origin=answer.subject,
    )
    return Output(topics.DROPPED.name, drop.item_id.encode(), encode(model), headers)


def _held(answer: Answer, held: Held[Any], stage: str, trace: str) -> Output:
    item: WireItem = held.item
    model = HeldBack(
        item_id=item.item_id,
        article_id=article_id_of(item.subject),
        until=held.until,
        reason="takes" if held.reason is Reason.TAKES else "embargoed",
        raw_digest=item.raw_digest,
    )
    headers = record_headers(
        ce_id=answer.subject,
        ce_type="dateline.heldback",
        source=stage,
        traceparent=trace,
        stage=stage,
        reason=held.reason,
        origin=answer.subject,
    )
    return Output(topics.HELD.name, item.item_id.encode(), encode(model), headers)


def _quarantined(answer: Answer, outcome: Quarantine, stage: str) -> Output:
    """The same key, bytes and headers as the item came with, and why it is here."""
    record = answer.record
    if record is None:
        raise ValueError("a timer has no bytes to quarantine")
    headers = [
        *((name, value) for name, value in record.headers if name not in _QUARANTINE_HEADERS),
        ("ce_id", answer.subject.encode()),
        ("dateline_origin", answer.subject.encode()),
        ("dateline_stage", stage.encode()),
        ("dateline_reason", outcome.reason.encode()),
        ("dateline_note", outcome.note.encode("utf-8", "replace")),
        ("dateline_from", f"{record.topic}/{record.partition}/{record.offset}".encode()),
    ]
    # An empty value would read as a deletion; the note says that the item was empty.
    key = record.key if record.key is not None or record.value is not None else b""
    return Output(topics.QUARANTINE.name, key, record.value, headers)
