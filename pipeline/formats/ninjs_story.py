"""What a ninjs item says of its place in its story: status, signals, editors' notes, embargo."""

from __future__ import annotations

import re

from pipeline.formats.embargo import embargo_of_note, strictest
from pipeline.formats.ninjs_values import Said, entries_of, names_of, text_of
from pipeline.formats.times import read_time
from schemas.types import Embargo, Lifecycle, Reference, strongest
from schemas.wire import WireItem

__all__ = ["embargo_of", "lifecycle_of", "references_of"]

_STATUS = {"canceled": Lifecycle.KILL, "cancelled": Lifecycle.KILL, "withheld": Lifecycle.WITHHOLD}

_LIFTED = r"(?!.{0,40}\b(?:lift|releas|rescind|cancel|withdrawn|over\b|aufgehoben|levé|levant))"
_NOTES = (
    # An editor's note begins with what was done: AP "CORRECTS:", dpa "(Berichtigung: ...)".
    (Lifecycle.KILL, re.compile(rf"\W*(?:MANDATORY |STORY )?KILL(?:ED)?\b(?i:{_LIFTED})")),
    (Lifecycle.WITHHOLD, re.compile(rf"\W*(?:MANDATORY )?(?:WITHHOLD|HOLD)\b(?i:{_LIFTED})")),
    (
        Lifecycle.CORRECTION,
        re.compile(
            r"(?i)\W*(?:(?:Eds|Note): ?)?(?:corrects?|corrected|correction|corrective|berichtig|"
            r"korr|corrig|corrección|correzione|rectif|korjattu)"
        ),
    ),
    (
        Lifecycle.UPDATE,
        re.compile(r"(?i)\W*(?:(?:Eds|Note): ?)?(?:updates|updated|adds|writethru|aktualisiert)\b"),
    ),
)

_WORDS = (
    # Types, profiles, genres and signals: the words of IPTC's and AP's lists.
    (Lifecycle.KILL, re.compile(r"\b(?:kill|elimination|disregard)\b")),
    (Lifecycle.WITHHOLD, re.compile(r"\bwithhold\b")),
    (Lifecycle.CORRECTION, re.compile(r"\b(?:correction|corrective|clarification)\b")),
    (Lifecycle.ADVISORY, re.compile(r"\badvisory\b")),
    (Lifecycle.ALERT, re.compile(r"\b(?:\w*alert|flash)\b")),
    (Lifecycle.TEST, re.compile(r"\btest\b")),
)
_SIGNAL_WORDS = (
    (Lifecycle.UPDATE, re.compile(r"\b(?:update|writethru|lead)\b")),
    (Lifecycle.REPEAT, re.compile(r"\brepeat\b")),
)


def lifecycle_of(said: Said) -> Lifecycle:
    """Return what the item says of itself; the strongest counts, a status before all."""
    status = _STATUS.get(text_of(said.get("pubstatus")).lower())
    if status is not None:
        return status
    note = text_of(said.get("ednote"))
    signals = _signals(said)
    words = [text_of(said.get("type")), text_of(said.get("profile")), signals]
    words += [*names_of(said.get("genre")), *names_of(said.get("genres"))]
    all_words = " ".join(words).lower()
    found = [Lifecycle.NEW]
    found += [lifecycle for lifecycle, pattern in _NOTES if pattern.match(note)]
    found += [lifecycle for lifecycle, pattern in _WORDS if pattern.search(all_words)]
    found += [lifecycle for lifecycle, pattern in _SIGNAL_WORDS if pattern.search(signals)]
    return strongest(*found)


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
    """Return the strictest of the item's embargoes: field, status, editor's note, slugline.

    A field that is no time, or a status without one, holds the item until a version lifts it.
    """
    near = item.event_at
    field: Embargo | None = None
    for name in ("embargoed", "embargoeduntil"):
        value = said.get(name)
        if value is True or (isinstance(value, str) and value.strip()):
            written = "embargoed" if value is True else str(value).strip()
            field = strictest(field, Embargo(until=read_time(written), note=written))
    status = text_of(said.get("pubstatus")).lower()
    slugline = re.search(r"\bEMBARGOED\b", item.slugline)
    if field is None and (status == "embargoed" or slugline):
        field = Embargo(note="pubstatus embargoed" if status == "embargoed" else item.slugline)
    return strictest(field, embargo_of_note(item.editorial_note, near))


def references_of(said: Said) -> tuple[Reference, ...]:
    """Return the items that this one replaces."""
    replaced = [text_of(said.get(name)) for name in ("evolvedfrom", "rewrite_of", "replaces")]
    return tuple(Reference(rel="replaces", guid=guid) for guid in replaced if guid)
