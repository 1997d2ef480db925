"""What a NITF story says to editors: notes, what was done to it, its embargo, what it replaces.

Seen in copy: ``management-status`` (PA ``embargoed``), ``ed-msg`` (AP ``Eds: UPDATES: ...``, PA
``Embargoed to 0001 Friday``, NTB), CP's ``revision-history`` with a comment (``ADDS reaction``),
CP's template left in ``date.release`` (``YYYYMMDD000000-HHMM``), which is no time. The
specification also has ``correction`` and ``management-doc-idref``.
"""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from typing import Final

from pipeline.formats.embargo import embargo_in_note, strictest
from pipeline.formats.lifecycle import of_kind, of_note, of_status
from pipeline.formats.nitf_aside import EDITORIAL, PRIVATE, is_private, note_of
from pipeline.formats.nitf_elements import Elements
from pipeline.formats.nitf_identity import identity_of
from pipeline.formats.times import read_time
from pipeline.formats.xml_values import line_in
from schemas.types import Embargo, Lifecycle, Reference, Removed, strongest

__all__ = ["Notes", "embargo_of", "lifecycle_of", "notes_of", "references_of"]

_DONE: Final = re.compile(r"[A-Z]{3,}S\b")
"""CP's comments begin with what was done, in capitals: ``TRIMS``, ``RECASTS``."""

_MOST_NOTES: Final = 50


class Notes:
    """The notes of a story: those that may be shown, and the record of those that may not."""

    def __init__(self) -> None:
        self.public: list[str] = []
        self.comment = ""
        self.removed: list[Removed] = []

    @property
    def editorial(self) -> str:
        """The notes that may be shown, one a line."""
        return "\n".join(self.public)

    def add(self, note: Removed, *, in_record: bool = True) -> None:
        """Take a note; a private one is nowhere but in the record."""
        if note.step == EDITORIAL and note.text not in self.public:
            self.public.append(note.text)
        if in_record and note.text:
            self.removed.append(note)


def notes_of(head: Elements, top: Elements, in_body: tuple[Removed, ...]) -> Notes:
    """Read ``ed-msg``, ``correction``, ``revision-history`` and the notes of body and its head."""
    notes = Notes()
    for n, message in enumerate(head.all("ed-msg", "correction")):
        words = " ".join((message.get("info") or line_in(message)).split())
        if words and n < _MOST_NOTES:
            private = is_private(words)
            step = PRIVATE if private else EDITORIAL
            notes.add(Removed(step=step, where="ed-msg", text=words), in_record=private)
    for note in top.all("note"):
        notes.add(note_of(note, where="head"))
    for one in in_body:
        notes.add(one, in_record=False)
    for revision in head.all("revision-history"):
        comment = " ".join((revision.get("comment") or "").split())
        if comment and is_private(comment):
            notes.add(Removed(step=PRIVATE, where="revision-history", text=comment))
        else:
            notes.comment = comment or notes.comment
    return notes


def lifecycle_of(head: Elements, notes: Notes, kinds: str) -> tuple[Lifecycle, str]:
    """Return what the story says of its place in its story, and the words that say so."""
    said = [(of_note(note), note) for note in (notes.comment, *notes.public) if note]
    if notes.comment and said[0][0] is Lifecycle.NEW and _DONE.match(notes.comment):
        said.append((Lifecycle.UPDATE, notes.comment))
    if head.all("correction"):
        info = head.said("correction", "info")
        said.append((Lifecycle.CORRECTION, "" if is_private(info) else info))
    status = of_status(head.said("docdata", "management-status"))
    lifecycle = status or strongest(of_kind(kinds), *(one for one, _ in said))
    words = next((note for one, note in said if one is lifecycle and note), "") or notes.comment
    return lifecycle, words or (notes.editorial if status else "")


def references_of(head: Elements, lifecycle: Lifecycle, own: str) -> tuple[Reference, ...]:
    """Return the items that this one speaks of, by the same rule as its own id."""
    found = []
    other = identity_of(head.said("docdata", "management-doc-idref"))
    for one in head.all("correction"):
        corrected = identity_of((one.get("id-string") or "").strip()).guid
        if corrected and corrected != own:
            found.append(Reference(rel="corrects", guid=corrected))
    if other.guid and other.guid != own and other.guid not in [one.guid for one in found]:
        if lifecycle in (Lifecycle.KILL, Lifecycle.WITHHOLD):
            found.append(Reference(rel="kills", guid=other.guid))
        elif lifecycle is Lifecycle.CORRECTION:
            found.append(Reference(rel="corrects", guid=other.guid))
        else:
            found.append(Reference(rel="replaces", guid=other.guid))
    return tuple(found)


def embargo_of(head: Elements, notes: Notes, *, issued: datetime, zone: tzinfo) -> Embargo | None:
    """Return the strictest embargo: status, release date, the comment on the revision.

    Agencies repeat the date of issue as that of the release; only a later one holds a story. A
    status ``embargoed`` without such a time holds it until a version lifts it.
    """
    written = head.said("date.release", "norm")
    at = read_time(written, zone)
    status = head.said("docdata", "management-status")
    field: Embargo | None = None
    if at is not None and at > issued:
        field = Embargo(until=at, note=f"date.release {written}")
    elif status.lower() == "embargoed":
        field = Embargo(note=f"management-status {status}")
    # Notes for readers are read where those of all formats are.
    said = embargo_in_note(notes.comment, issued, zone) if notes.comment else None
    if field is not None and field.until is None and said is not None:
        return said.embargo
    return strictest(field, None if said is None else said.embargo)
