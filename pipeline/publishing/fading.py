"""What is left of an item's entry when long nothing was heard of it: enough that no kill is lost.

A late version must still not overwrite a newer one nor follow a kill, a kill must still name what
it kills and reach its copies, and the next revision must have the next number. What a version
changed is told no more.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

import orjson

from pipeline.publishing.entry import Entry, Status
from pipeline.publishing.versions import Mark
from schemas.types import Carrier, Lifecycle

__all__ = ["FADED", "faded", "is_faded", "pack_faded", "unpack_faded"]

FADED: Final = b"~"
_HEADLINE_CHARS: Final = 60
_STATUSES: Final[tuple[Status, ...]] = ("", "usable", "withheld", "canceled")
_KINDS: Final = tuple(Lifecycle)
_NO_MARK: Final = Mark()


def faded(entry: Entry) -> Entry:
    """Return what is kept of an entry."""
    first = entry.usable[:1]
    needs_credits = bool(entry.carriers or entry.copy_of or entry.source_gone)
    return replace(
        entry,
        headline=entry.headline[:_HEADLINE_CHARS],
        paragraphs="",
        credits=entry.credits if needs_credits else (),
        usable=first if entry.status == "usable" else (),
        origins=(),
        is_faded=True,
    )


def is_faded(packed: bytes) -> bool:
    """Tell whether a row is that of a faded entry."""
    return packed[:1] == FADED


def pack_faded(entry: Entry, key: bytes) -> bytes:
    """Return a faded entry as its row's value; *key* is its item's id, which most marks name."""
    own = key.decode()
    rest: dict[str, Any] = {}
    if entry.text_mark != (entry.mark if entry.status == "usable" else _NO_MARK):
        rest["t"] = _told(entry.text_mark, own)
    if entry.withheld != _NO_MARK:
        rest["w"] = _told(entry.withheld, own)
    if entry.credits:
        rest["b"] = entry.credits
    if entry.chain:
        rest["c"] = entry.chain
    if entry.copy_of:
        rest["o"] = entry.copy_of
    if entry.carriers:
        rest["r"] = [(c.item_id, c.credit, c.kind, c.at) for c in entry.carriers]
    if entry.source_gone:
        rest["g"] = entry.source_gone
    if entry.headline:
        rest["h"] = entry.headline
    first = entry.usable[0][0] if entry.usable else 0
    told = [
        entry.revision,
        _STATUSES.index(entry.status),
        entry.digest,
        first,
        entry.touched,
        _told(entry.mark, own),
    ]
    return FADED + orjson.dumps([*told, rest] if rest else told)


def unpack_faded(value: bytes, key: bytes) -> Entry:
    """Return the entry that ``pack_faded`` wrote.

    The numbers of the revisions that readers may use follow one another; of their versions only
    the last is known.
    """
    own = key.decode()
    revision, status, digest, first, touched, told, *more = orjson.loads(value[1:])
    rest: dict[str, Any] = more[0] if more else {}
    mark = _mark(told, own)
    said = _STATUSES[status]
    usable: tuple[tuple[int, int | None], ...] = ()
    if first:
        numbers = [(number, None) for number in range(first, revision)]
        usable = (*numbers, (revision, mark.version))
    text_mark = mark if said == "usable" else _NO_MARK
    return Entry(
        revision=revision,
        status=said,
        mark=mark,
        text_mark=_mark(rest["t"], own) if "t" in rest else text_mark,
        withheld=_mark(rest["w"], own) if "w" in rest else _NO_MARK,
        digest=digest,
        headline=rest.get("h", ""),
        credits=tuple(rest.get("b", ())),
        usable=usable,
        chain=rest.get("c", ""),
        copy_of=rest.get("o", ""),
        carriers=tuple(
            Carrier(item_id=item_id, credit=credit, kind=kind, at=at)
            for item_id, credit, kind, at in rest.get("r", ())
        ),
        source_gone=tuple(rest.get("g", ())),
        touched=touched,
        is_faded=True,
    )


def _told(mark: Mark, own: str) -> list[Any]:
    at = mark.versioned_at
    told = [
        None if mark.version is None else str(mark.version),
        None if at is None else round(at.timestamp() * 1_000_000),
        _KINDS.index(mark.lifecycle),
        0 if mark.sent_as == own else mark.sent_as,
        mark.lead,
    ]
    while told and told[-1] in (None, 0):
        told.pop()
    return told


def _mark(told: list[Any], own: str) -> Mark:
    defaults: list[Any] = [None, None, 0, 0, None]
    version, at, kind, sent_as, lead = told + defaults[len(told) :]
    return Mark(
        None if version is None else int(version),
        None if at is None else datetime.fromtimestamp(at / 1_000_000, UTC),
        _KINDS[kind],
        sent_as or own if sent_as != "" else "",
        lead,
    )
