"""What a ninjs item says of its place in its story: status, signals, editors' notes, embargo."""

from __future__ import annotations

import re

from pipeline.formats.embargo import strictest
from pipeline.formats.lifecycle import of_kind, of_note, of_signal, of_status
from pipeline.formats.ninjs_values import Said, entries_of, names_of, text_of
from pipeline.formats.providers import zone_of
from pipeline.formats.times import read_time
from schemas.types import Embargo, Lifecycle, Reference, strongest
from schemas.wire import WireItem

__all__ = ["embargo_of", "lifecycle_of", "references_of"]


def lifecycle_of(said: Said) -> Lifecycle:
    """Return what the item says of itself; the strongest counts, a status before all."""
    status = of_status(text_of(said.get("pubstatus")))
    if status is not None:
        return status
    signals = _signals(said)
    words = [text_of(said.get("type")), text_of(said.get("profile"))]
    words += [*names_of(said.get("genre")), *names_of(said.get("genres"))]
    return strongest(
        of_note(text_of(said.get("ednote"))), of_kind(" ".join(words)), of_signal(signals)
    )


def _signals(said: Said) -> str:
    """Return the signals' names and codes: ``sig:correction`` becomes ``sig correction``."""
    found = []
    for field in ("signal", "signals"):
        value = said.get(field)
        for entry in entries_of(value) or [value]:
            values = entry.values() if isinstance(entry, dict) else [entry]
            found += [text_of(v) for v in values]
    return re.sub(r"[^\w]+", " ", " ".join(found)).lower()


def embargo_of(said: Said, item: WireItem) -> Embargo | None:
    """Return the strictest embargo of fields and status.

    A field that is no time, or a status without one, holds the item until a version lifts it.
    """
    zone = zone_of(item.provider)
    field: Embargo | None = None
    for name in ("embargoed", "embargoeduntil"):
        value = said.get(name)
        if value is True or (isinstance(value, str) and value.strip()):
            written = "embargoed" if value is True else str(value).strip()
            field = strictest(field, Embargo(until=read_time(written, zone), note=written))
    status = text_of(said.get("pubstatus")).lower()
    if field is None and status == "embargoed":
        field = Embargo(note="pubstatus embargoed")
    return field


def references_of(said: Said) -> tuple[Reference, ...]:
    """Return the items that this one replaces."""
    replaced = [text_of(said.get(name)) for name in ("evolvedfrom", "rewrite_of", "replaces")]
    return tuple(Reference(rel="replaces", guid=guid) for guid in replaced if guid)
