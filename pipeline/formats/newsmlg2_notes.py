"""The notes for editors in a NewsML-G2 item: what each is for, and who may read it.

dpa names the role of each (``dpaednoterole:correction``, ``:dpacontacts``, ``:notepad`` ...), STT
says ``sttnote:private``; ``pubconstraint`` marks a note that is not for the public. What is not
known to be for readers is kept from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from pipeline.formats.lifecycle import of_note
from pipeline.formats.xml_values import spaced_in
from schemas.types import Lifecycle, Removed, strongest

__all__ = ["Notes", "notes_of"]

_PUBLIC = frozenset(("", "public", "editorialnote", "note", "editorsnote"))
_CORRECTION = ("correction", "correctionshort")
_EMBARGO = frozenset(("embargo",))


@dataclass(frozen=True, slots=True)
class Notes:
    """What the notes say, sorted by whom they are for."""

    editorial_note: str
    lifecycle_note: str
    lifecycle: Lifecycle
    embargo: str
    private: tuple[Removed, ...]


def notes_of(notes: Iterable[etree._Element]) -> Notes:
    """Sort the notes; each word of a private one is in the record of cleaning, and nowhere else."""
    public: list[str] = []
    private: list[Removed] = []
    corrections: dict[str, str] = {}
    embargo = ""
    for note in notes:
        words = spaced_in(note)
        role = (note.get("role") or "").rpartition(":")[2].lower()
        if not words:
            continue
        if role in _EMBARGO:
            embargo = f"{embargo} {words}".strip()
        elif role in _CORRECTION:
            corrections[role] = words
        elif role in _PUBLIC and not note.get("pubconstraint"):
            public.append(words)
        else:
            private.append(Removed(step="private_note", where=f"edNote {role}".strip(), text=words))
    said = next((corrections[role] for role in _CORRECTION if role in corrections), "")
    found = [of_note(note) for note in public]
    if not said:
        said = next(
            (n for n, what in zip(public, found, strict=True) if what is not Lifecycle.NEW), ""
        )
    return Notes(
        editorial_note="\n".join(dict.fromkeys(public)),
        lifecycle_note=said,
        # dpa puts its notes on updates under the same role as those on corrections.
        lifecycle=strongest(Lifecycle.NEW, of_note(said) if said else Lifecycle.NEW, *found),
        embargo=embargo,
        private=tuple(private),
    )
