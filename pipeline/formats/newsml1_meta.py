"""What a NewsML item says of itself: the metadata nearest to its text count before those around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from lxml import etree

from pipeline.formats.embargo import embargo_of_note, strictest
from pipeline.formats.lifecycle import of_kind, of_note, of_status
from pipeline.formats.providers import provider_of, zone_of
from pipeline.formats.times import read_time
from pipeline.formats.xml_tree import name_of
from pipeline.formats.xml_values import below, child, children, line_in
from schemas.types import Dateline, Embargo, Lifecycle, Reference, Removed, Subject, strongest

__all__ = ["Meta"]

_SUBJECTS = ("Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier")
_NOTES = re.compile(r"(?i)advisory|editor|note|instruction|correction|update")
_VERSION_AT_END = re.compile(r":\d+[A-Z]?$")


class Meta:
    """Read on demand; each attribute is empty where the item says nothing."""

    def __init__(
        self, root: etree._Element, item: etree._Element, component: etree._Element | None
    ) -> None:
        self._item, self._envelope = item, child(root, "NewsEnvelope")
        self._management = child(item, "NewsManagement")
        self._identifier = child(item, "Identification", "NewsIdentifier")
        around = [] if component is None else [component, *component.iterancestors()]
        outer = list(children(item, "NewsComponent"))[:1]
        chain = [one for one in around if name_of(one) == "NewsComponent"] or outer
        # Business Wire has the headline of a text in the component beside it.
        self._chain = [*chain, *(one for one in outer if one not in chain)]
        self.removed: list[Removed] = []

    # -- who and which -------------------------------------------------------------------------

    @property
    def provider_id(self) -> str:
        """The provider's domain."""
        return line_in(child(self._identifier, "ProviderId")).lower()

    @property
    def provider(self) -> str:
        """The agency by its short name."""
        party = self._formal(next(self._near("AdministrativeMetadata", "Provider", "Party"), None))
        sender = self._formal(child(self._envelope, "SentFrom", "Party"))
        return provider_of(self.provider_id, party, sender)

    @property
    def guid(self) -> str:
        """The item's id without its revision."""
        parts = [line_in(child(self._identifier, name)) for name in ("DateId", "NewsItemId")]
        if self.provider_id and parts[1]:
            return ":".join(("urn:newsml", self.provider_id, *parts))
        public = line_in(child(self._identifier, "PublicIdentifier"))
        return _VERSION_AT_END.sub("", public)

    @property
    def version(self) -> int | None:
        """The revision."""
        said = line_in(child(self._identifier, "RevisionId"))
        is_number = said.isascii() and said.isdigit() and len(said) < 16
        return int(said) if is_number else None

    # -- when ----------------------------------------------------------------------------------

    @property
    def created_at(self) -> datetime | None:
        """When it was created first."""
        return self._time(child(self._management, "FirstCreated"))

    @property
    def versioned_at(self) -> datetime | None:
        """When this revision was created; else when it was sent."""
        revised = self._time(child(self._management, "ThisRevisionCreated"))
        return revised or self.created_at or self._time(child(self._envelope, "DateAndTime"))

    def embargo(self, near: datetime) -> Embargo | None:
        """Return the strictest embargo: the status and when it changes, and the notes."""
        if self._formal(child(self._management, "Status")).lower() != "embargoed":
            return embargo_of_note(self.editorial_note, near)
        change = child(self._management, "StatusWillChange")
        until = self._time(child(change, "DateAndTime"))
        said = f"Status Embargoed until {until.isoformat()}" if until else "Status Embargoed"
        return strictest(
            Embargo(until=until, note=said), embargo_of_note(self.editorial_note, near)
        )

    # -- its place in its story ----------------------------------------------------------------

    @property
    def status(self) -> Lifecycle | None:
        """What the status says that takes the item out; a revision may delete it as well."""
        revision = child(self._identifier, "RevisionId")
        if revision is not None and (revision.get("Update") or "").upper() == "D":
            return Lifecycle.KILL
        return of_status(self._formal(child(self._management, "Status")))

    @property
    def lifecycle(self) -> tuple[Lifecycle, str]:
        """What it says of its place in its story, and the words that say so."""
        kind = of_kind(f"{self._formal(child(self._management, 'NewsItemType'))} {self.genre}")
        note = self.editorial_note
        noted = of_note(note) if note else Lifecycle.NEW
        return self.status or strongest(kind, noted), note

    @property
    def references(self) -> tuple[Reference, ...]:
        """The items that this one was made from."""
        found = (one.get("NewsItem") or "" for one in children(self._management, "DerivedFrom"))
        return tuple(
            Reference(rel="follows", guid=_VERSION_AT_END.sub("", guid)) for guid in found if guid
        )

    @property
    def is_urgent(self) -> bool:
        """Whether it is a flash or an alert by its urgency."""
        return self.urgency in ("1", "2")

    @property
    def urgency(self) -> str:
        """The item's urgency, else the priority with which it was sent."""
        said = self._formal(child(self._management, "Urgency"))
        return said or self._formal(child(self._envelope, "Priority"))

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is left in doubt."""
        return ()

    # -- its lines -----------------------------------------------------------------------------

    @property
    def headline(self) -> str:
        """The headline nearest to the text."""
        return self._line("HeadLine")

    @property
    def standfirst(self) -> str:
        """The second headline, where there is one."""
        return self._line("SubHeadLine")

    @property
    def byline(self) -> str:
        """Who wrote it."""
        return self._line("ByLine")

    @property
    def slugline(self) -> str:
        """The slugline, else the label of the item."""
        return self._line("SlugLine") or self.label

    @property
    def label(self) -> str:
        """The item's label."""
        return line_in(child(self._item, "Identification", "NameLabel")) or self._line("SlugLine")

    @property
    def credit(self) -> str:
        """Whom to credit."""
        source = self._formal(next(self._near("AdministrativeMetadata", "Source", "Party"), None))
        return self._line("CreditLine") or source or self.provider

    @property
    def dateline(self) -> Dateline:
        """The line as it stands, with the places of the origin if they are coded."""
        places = [
            (one.get("Value") or "").strip()
            for location in self._near("DescriptiveMetadata", "Location")
            if location.get("HowPresent") in (None, "Origin", "RelatesTo")
            for one in children(location, "Property")
            if one.get("FormalName") == "City"
        ]
        words = self._line("DateLine").rstrip("-\u2013\u2014 ")
        return Dateline(text=words, places=() if words else tuple(filter(None, places[:1])))

    @property
    def editorial_note(self) -> str:
        """Advisory lines and instructions to editors, one a line."""
        said = []
        for line in self._near("NewsLines", "NewsLine"):
            if _NOTES.search(self._formal(child(line, "NewsLineType"))):
                said += [line_in(one) for one in children(line, "NewsLineText")]
        for instruction in children(self._management, "Instruction"):
            said.append(self._formal(instruction) or line_in(instruction))
        return "\n".join(dict.fromkeys(filter(None, said)))

    @property
    def rights(self) -> str:
        """Who holds the rights, and how the text may be used."""
        usage = [line_in(one) for one in self._near("RightsMetadata", "UsageRights", "UsageType")]
        return "\n".join(dict.fromkeys(filter(None, (self._line("CopyrightLine"), *usage))))

    # -- what it is about ----------------------------------------------------------------------

    @property
    def language(self) -> str:
        """The language nearest to the text."""
        said = self._formal(next(self._near("DescriptiveMetadata", "Language"), None))
        return said or self._item.get("{http://www.w3.org/XML/1998/namespace}lang") or ""

    @property
    def genre(self) -> str:
        """What kind of text it is."""
        return self._formal(next(self._near("DescriptiveMetadata", "Genre"), None))

    @property
    def categories(self) -> tuple[str, ...]:
        """The agency's own categories, and whom the item is of interest to."""
        said = [one.get("cat") or "" for one in self._coded()]
        return tuple(dict.fromkeys(filter(None, said)))

    @property
    def keywords(self) -> tuple[str, ...]:
        """The key words of lines and properties."""
        said = [line_in(one) for one in self._near("NewsLines", "KeywordLine")]
        for name in ("DescriptiveMetadata", "Metadata"):
            said += [
                (one.get("Value") or "").strip()
                for one in self._near(name, "Property")
                if "keyword" in (one.get("FormalName") or "").lower()
            ]
        return tuple(dict.fromkeys(filter(None, said)))

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Subjects by IPTC's numbers, and the agency's own codes beside them."""
        found = []
        for one in self._coded():
            code = self._formal(one)
            is_iptc = len(code) == 8 and code.isdigit()
            scheme = "subj" if is_iptc else one.get("Scheme") or one.get("Vocabulary") or ""
            if code:
                found.append(Subject(scheme=scheme, code=code))
            if category := one.get("cat"):
                found.append(Subject(scheme="iptccat", code=category))
        return tuple(dict.fromkeys(found))

    def _coded(self) -> Iterator[etree._Element]:
        for group in self._near("DescriptiveMetadata", "SubjectCode"):
            yield from below(group, *_SUBJECTS)

    # -- looking up ----------------------------------------------------------------------------

    def _near(self, *path: str) -> Iterator[etree._Element]:
        """Yield what lies on a path in the components, the nearest to the text first."""
        for component in self._chain:
            level = [component]
            for name in path:
                level = [one for parent in level for one in children(parent, name)]
            yield from level

    def _line(self, name: str) -> str:
        return next(filter(None, (line_in(one) for one in self._near("NewsLines", name))), "")

    @staticmethod
    def _formal(element: etree._Element | None) -> str:
        return "" if element is None else (element.get("FormalName") or "").strip()

    def _time(self, element: etree._Element | None) -> datetime | None:
        return read_time(line_in(element), zone_of(self.provider)) if element is not None else None
