"""Who sent a NewsML item, which one it is, when, and what is to be done with it.

The guid is ``urn:newsml:`` with the provider's id, the date id and the item's id, as IPTC builds
public identifiers, without their last part, which is the revision. A sender that gives only a
public identifier is taken by its word, without the revision at its end (ATS: ``...:bsf153:1N``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from pipeline.formats.lifecycle import of_kind, of_note, of_signal, of_status
from pipeline.formats.newsml1_parts import Kids, formal, kids_of
from pipeline.formats.ninjs_values import authority_of
from pipeline.formats.providers import provider_of, zone_of
from pipeline.formats.pull_back_words import LIFTED
from pipeline.formats.times import read_time
from pipeline.formats.xml_values import child, line_in
from schemas.types import Embargo, Lifecycle, Reference, strongest

__all__ = ["Management", "guid_without_version"]

_VERSION_AT_END = re.compile(r":\d{1,9}[A-Z]?$")
_WITHDRAWN = frozenset("deleted delete withdrawn retracted annulled obsolete".split())
_UPDATES = {"U": Lifecycle.UPDATE, "A": Lifecycle.UPDATE, "R": Lifecycle.UPDATE}
_ATTENTION = re.compile(r"^\W*(?:ATTENTION|ACHTUNG|ATENCI[OÓ]N|ATEN[CÇ][AÃ]O)\b[\s:,/-]*")
_DID = (
    # What AFP's and EFE's advisory lines begin with, in the languages of their services.
    (
        Lifecycle.KILL,
        re.compile(
            r"(?:(?:D[ÉE]P[ÊE]CHE )?ANN?UL(?!\w+ (?:ET REMPLACE|Y (?:REEMPLAZA|SUSTITUYE)))|"
            r"STORNI|ZUR[ÜU]CKZIEH|(?:MANDATORY )?KILL\b)",
            re.I,
        ),
    ),
    (
        Lifecycle.CORRECTION,
        re.compile(r"(?:RECTIF|CORRI[GJ]|CORREC|KORRIG|BERICHTIG|ANN?UL\w+ (?:ET|Y) )", re.I),
    ),
    (
        Lifecycle.UPDATE,
        re.compile(
            r"(?:UPDAT|ADDS?\b|ADDING|RECASTS?|REWRIT|AJOUT|ACTUALI[SZ]|COMPL[ÈE]T|REMPLAC|"
            r"AMPL[IÍ]|AGREGA|A[ÑN]ADE|AKTUALIS|ERG[ÄA]NZ|ATUALIZ|ACRESCENT|AGGIORN)",
            re.I,
        ),
    ),
)
_DOUBT = "the status is usable, yet it says when it will become so"


def guid_without_version(public: str) -> str:
    """Return a public identifier without the revision at its end.

    >>> guid_without_version("urn:newsml:northwire.example:20260303:harbour-7:2N")
    'urn:newsml:northwire.example:20260303:harbour-7'
    """
    public = "".join(public.split())
    return _VERSION_AT_END.sub("", public) if public.count(":") > 3 else public


@dataclass(frozen=True, slots=True)
class Management:
    """An item's ``Identification``, its ``NewsManagement`` and the envelope that it came in."""

    identifier: Kids
    management: Kids
    envelope: Kids
    label: str
    """``NameLabel``: AFP's slug."""

    @classmethod
    def of(cls, root: etree._Element, item: etree._Element) -> Management:
        """Look them up once."""
        return cls(
            kids_of(child(item, "Identification", "NewsIdentifier")),
            kids_of(child(item, "NewsManagement")),
            kids_of(child(root, "NewsEnvelope")),
            line_in(child(item, "Identification", "NameLabel")),
        )

    def _id(self, name: str) -> str:
        return "".join(line_in(next(iter(self.identifier.get(name, [])), None)).split())

    @property
    def provider_id(self) -> str:
        """The provider's domain, as it stands."""
        return self._id("ProviderId")

    @property
    def guid(self) -> str:
        """The id without its revision; empty if the item has none."""
        parts = [self.provider_id, self._id("DateId"), self._id("NewsItemId")]
        if all(parts):
            return ":".join(("urn:newsml", *parts))
        if public := self._id("PublicIdentifier"):
            return guid_without_version(public)
        return ":".join(("urn:newsml", *filter(None, parts))) if parts[2] else ""

    @property
    def source(self) -> str:
        """Who vouches for the guid."""
        return authority_of(self.guid) or self.provider_id.lower()

    @property
    def version(self) -> int | None:
        """The revision; ``Update`` may be written beside the number."""
        digits = re.match(r"\d{1,15}", self._id("RevisionId"))
        return int(digits[0]) if digits else None

    def provider(self, party: str, source: str) -> str:
        """Return the agency's short name, from the party named in the text's metadata first."""
        sender = [kids_of(one).get("Party", []) for one in self.envelope.get("SentFrom", [])]
        name = provider_of(party, self.provider_id)
        return name or provider_of(source, formal(sender[0]) if sender else "")

    # -- when ----------------------------------------------------------------------------------

    def times(self, provider: str) -> tuple[datetime | None, datetime | None]:
        """Return when the item was created, and when this revision was."""
        zone = zone_of(provider)

        def at(kids: Kids, name: str) -> datetime | None:
            return read_time(line_in(next(iter(kids.get(name, [])), None)), zone)

        created = at(self.management, "FirstCreated")
        revised = at(self.management, "ThisRevisionCreated") or created
        return created, revised or at(self.envelope, "DateAndTime") or at(self.identifier, "DateId")

    def embargo(self, provider: str, near: datetime) -> tuple[Embargo | None, tuple[str, ...]]:
        """Return the embargo of status and coming status, and what is in doubt."""
        status, zone = self.status, zone_of(provider)
        field = Embargo(note=f"Status {status}") if status.lower().startswith("embargo") else None
        remarks: list[str] = []
        for change in self.management.get("StatusWillChange", []):
            kids = kids_of(change)
            if formal(kids.get("FutureStatus")).lower() not in ("usable", ""):
                continue
            written = line_in(next(iter(kids.get("DateAndTime", [])), None))
            until = read_time(written, zone)
            if status.lower() == "usable" and (until is None or until <= near):
                remarks.append(_DOUBT)
                continue
            until_known = field is None or field.until is None or (until and until > field.until)
            if until_known and (status.lower() != "usable" or until is not None):
                field = Embargo(until=until, note=f"Status {status} until {written}".strip())
        return field, tuple(remarks)

    # -- its place in its story ----------------------------------------------------------------

    @property
    def status(self) -> str:
        """``Usable``, ``Embargoed``, ``Withheld``, ``Canceled``."""
        return formal(self.management.get("Status")).rpartition(":")[2]

    @property
    def item_type(self) -> str:
        """``News``, ``Alert``, ``Advisory`` ..."""
        return formal(self.management.get("NewsItemType"))

    @property
    def urgency(self) -> str:
        """The urgency as it stands, else the priority with which the item was sent."""
        said = formal(self.management.get("Urgency"))
        priority = formal(self.envelope.get("Priority"))
        return said or (priority if priority != "9" else "")  # 9 is each user's own

    @property
    def instructions(self) -> tuple[str, ...]:
        """What the provider says is to be done with this revision or those before."""
        said = (
            line_in(one) or (one.get("FormalName") or "").strip()
            for one in self.management.get("Instruction", [])
        )
        return tuple(dict.fromkeys(filter(None, said)))

    @property
    def update(self) -> str:
        """Whether the revision is whole (N), a change (U, A, R), or the end of the item (D)."""
        return next(
            (
                (one.get("Update") or "").upper()[:1]
                for one in self.identifier.get("RevisionId", ())
            ),
            "",
        )

    def taken_out(self) -> Lifecycle | None:
        """Return what the status says that takes the item out; None if it takes none out."""
        if self.update == "D" or self.status.lower() in _WITHDRAWN:
            return Lifecycle.KILL
        return of_status(self.status)

    def lifecycle(self, notes: tuple[str, ...], genre: str, slugline: str) -> tuple[Lifecycle, str]:
        """Return what the item says of itself, and the words that say it.

        EFE writes ``(Ampliación)`` or ``(Corrección)`` before the slugline.
        """
        said = [(of_kind(f"{self.item_type} {genre}"), "")]
        said.append((_UPDATES.get(self.update, Lifecycle.NEW), ""))
        said.append((of_signal(self.item_type), ""))
        said.append((_done(genre), ""))
        if slugline.startswith("("):
            said.append((_done(slugline), ""))
        for one in self.management.get("Instruction", []):
            name = one.get("FormalName") or ""
            # An instruction with revisions in it is about those before this one.
            is_past = child(one, "RevisionStatus") is not None
            done = Lifecycle.UPDATE if is_past else strongest(of_signal(name), _done(name))
            said.append((done, line_in(one) or name))
        said += ((_done(note), note) for note in notes)
        taken_out = self.taken_out()
        result = taken_out or strongest(Lifecycle.NEW, *(lifecycle for lifecycle, _ in said))
        words = next((words for one, words in said if one is result and words), "")
        return result, words or next(iter(notes), "")

    @property
    def references(self) -> tuple[Reference, ...]:
        """The items that this one was made from; the id of a reference ends with its revision."""
        found = []
        for one in self.management.get("DerivedFrom", []):
            if (guid := guid_without_version(one.get("NewsItem") or "")) and guid != self.guid:
                found.append(Reference(rel="follows", guid=guid))
        return tuple(dict.fromkeys(found))


def _done(note: str) -> Lifecycle:
    if LIFTED.search(note[:600]):
        return of_note(note)
    note = _ATTENTION.sub("", note)
    first = note.lstrip(" (*-")
    did = (lifecycle for lifecycle, pattern in _DID if pattern.match(first))
    return strongest(of_note(note), next(did, Lifecycle.NEW))
