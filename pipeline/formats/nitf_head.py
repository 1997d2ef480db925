"""What a NITF story says of itself: ``head``, ``docdata`` and ``body.head``."""

from __future__ import annotations

import re
from datetime import datetime

from lxml import etree

from pipeline.formats.embargo import embargo_of_note, strictest
from pipeline.formats.lifecycle import of_kind, of_note, of_status
from pipeline.formats.providers import provider_of, zone_of
from pipeline.formats.times import read_time
from pipeline.formats.xml_values import below, child, children, line_in
from schemas.types import Embargo, Lifecycle, Removed, Subject, Take, strongest

__all__ = ["Head"]

_PA_ID = re.compile(r"(?P<id>.{8,}?[A-Z]{3})-(?P<version>\d{1,4})-(?P<part>\d{1,3})")
_AT_THE_END = re.compile(r"(?P<id>.+):(?P<version>\d{10,13})")
"""dpa's infoline ends an id with the milliseconds at which the version was made."""

_PART_OF_TITLE = re.compile(r"\d{1,2} (?=[A-Z]{2,})")
_SIGNOFF = re.compile(r"[^\W\d_]{1,4}(?:/[^\W\d_]{1,4})+")
_LIFECYCLE_META = ("status", "tipo", "type")


class Head:
    """Read on demand; each attribute is empty where the story says nothing."""

    def __init__(self, story: etree._Element) -> None:
        head, body_head = child(story, "head"), child(story, "body", "body.head")
        self._story, self._head, self._body_head = story, head, body_head
        self._data = child(head, "docdata")
        self._meta = {
            (one.get("name") or "").lower(): (one.get("content") or "").strip()
            for one in children(head, "meta")
        }
        ids = list(children(self._data, "doc-id"))
        self._id = next((one for one in ids if one.get("id-string")), ids[0] if ids else None)
        self.removed: list[Removed] = []
        self.provider = self._provider()
        self.zone = zone_of(self.provider)
        self.headline, self.standfirst = self._headline()
        self.byline = self._byline()

    def _provider(self) -> str:
        copyright_ = child(self._data, "doc.copyright")
        said = (
            self._attribute(self._id, "regsrc"),
            line_in(child(self._body_head, "distributor")),
            self._attribute(next(below(self._data, "from-src"), None), "src-name"),
            self._meta.get("origin", "").partition(" - ")[0],
            line_in(next(below(self._body_head, "rights.owner"), None)),
            self._attribute(copyright_, "holder").partition(".")[0],
            self._attribute(child(self._data, "doc.rights"), "owner"),
        )
        return provider_of(*said)

    @property
    def identity(self) -> tuple[str, int | None]:
        """The guid without its version, and the version."""
        said = self._attribute(self._id, "id-string").strip()
        found = _PA_ID.fullmatch(said)
        if found:
            part = "" if found["part"] == "1" else f"-{found['part']}"
            return found["id"] + part, int(found["version"])
        found = _AT_THE_END.fullmatch(said)
        if found:
            return found["id"], int(found["version"])
        version = self._attribute(child(self._data, "du-key"), "version")
        return said, int(version) if version.isascii() and version.isdigit() else None

    @property
    def created_at(self) -> datetime | None:
        """When it was issued first, if a version says so; else when it was issued."""
        return self._time("date.issue")

    @property
    def versioned_at(self) -> datetime | None:
        """When it was issued; else the date of the story, or of publication."""
        revised = self._attribute(next(below(self._head, "revision-history"), None), "norm")
        story = self._attribute(next(below(self._body_head, "story.date"), None), "norm")
        published = self._attribute(child(self._head, "pubdata"), "date.publication")
        for said in (self._norm("date.issue"), revised, story, published):
            if (at := read_time(said, self.zone)) is not None:
                return at
        return None

    @property
    def lifecycle(self) -> tuple[Lifecycle, str]:
        """What it says of its place in its story, and the words that say so."""
        history = next(below(self._head, "revision-history"), None)
        comment = self._attribute(history, "comment")
        status = of_status(self._attribute(self._data, "management-status"))
        words = [self._meta.get(name, "") for name in _LIFECYCLE_META]
        kind = of_kind(" ".join([self._attribute(child(self._head, "tobject"), "type"), *words]))
        notes = [note for note in (comment, self.editorial_note) if note]
        said = [(of_note(note), note) for note in notes]
        if comment and of_note(comment) is Lifecycle.NEW and re.match(r"[A-Z]{3,}S\b", comment):
            said.append((Lifecycle.UPDATE, comment))
        strongest_said = status or strongest(kind, *(lifecycle for lifecycle, _ in said))
        note = next((words for lifecycle, words in said if lifecycle is strongest_said), comment)
        return strongest_said, note

    def embargo(self, near: datetime) -> Embargo | None:
        """Return the strictest embargo: status, release date, note, sluglines."""
        release = self._time("date.release")
        issue = self.versioned_at
        field: Embargo | None = None
        status = self._attribute(self._data, "management-status").lower()
        if release is not None and issue is not None and release > issue:
            field = Embargo(until=release, note=f"date.release {self._norm('date.release')}")
        if status == "embargoed" and (field is None or field.until is None):
            field = Embargo(until=release, note="management-status embargoed")
        if re.search(r"\bEMBARGOED\b", self.slugline) and field is None:
            field = Embargo(note=self.slugline)
        return strictest(field, embargo_of_note(self.editorial_note, near))

    @property
    def language(self) -> str:
        """The language that the story or its base says."""
        lang = self._story.get("{http://www.w3.org/XML/1998/namespace}lang")
        # EFE and others leave the template's "en-US" as the base: only its own attribute counts.
        return lang or self._meta.get("language", "") or self._meta.get("lang", "")

    @property
    def slugline(self) -> str:
        """The title where it is a slug, else the key of the story."""
        title = line_in(child(self._head, "title"))
        if title and title != self.headline:
            return _PART_OF_TITLE.sub("", title)
        key = self._attribute(child(self._data, "du-key"), "key")
        return key or self._meta.get("anpa-keyword", "")

    @property
    def credit(self) -> str:
        """Who is to be credited."""
        distributor = line_in(child(self._body_head, "distributor"))
        copyright_ = self._attribute(child(self._data, "doc.copyright"), "holder")
        return distributor or copyright_ or self.provider

    @property
    def urgency(self) -> str:
        """The editorial urgency as it stands; EFE's letter where there is none."""
        for element in below(self._head, "urgency"):
            if said := self._attribute(element, "ed-urg").strip():
                return said
        return self._meta.get("prioridad", "")

    @property
    def take(self) -> Take | None:
        """Which part of a series of several."""
        series = child(self._data, "series")
        part, total = (
            self._attribute(series, name) for name in ("series.part", "series.totalpart")
        )
        of = int(total) if total.isdigit() and 0 < int(total) < 100 else None
        if part.isdigit() and 0 < int(part) < 100 and (of or 0) > 1:
            return Take(number=int(part), of=of)
        return None

    @property
    def places(self) -> tuple[str, ...]:
        """Where it was written, else where it happened."""
        location = next(below(child(self._body_head, "dateline"), "location"), None)
        city = line_in(next(below(location, "city"), None))
        event = self._attribute(next(below(self._data, "evloc"), None), "city")
        said = city or line_in(location) or event
        return (said,) if said else ()

    @property
    def editorial_note(self) -> str:
        """The notes to editors, one a line."""
        notes = (
            self._attribute(one, "info") or line_in(one) for one in below(self._data, "ed-msg")
        )
        return "\n".join(dict.fromkeys(note.strip() for note in notes if note.strip()))

    @property
    def rights(self) -> str:
        """Who holds the rights, and how the text may be used."""
        copyright_ = child(self._data, "doc.copyright")
        holder, year = (self._attribute(copyright_, name) for name in ("holder", "year"))
        limits = self._attribute(child(self._data, "doc.rights"), "limitations")
        return "\n".join(filter(None, (f"© {year} {holder}".strip() if holder else "", limits)))

    @property
    def genre(self) -> str:
        """What kind of text it is."""
        kinds = (
            self._attribute(one, "tobject.property.type")
            for one in below(self._head, "tobject.property")
        )
        return next(filter(None, kinds), "")

    @property
    def categories(self) -> tuple[str, ...]:
        """The agency's own category, desk and scope."""
        said = [self._meta.get(name, "") for name in ("category", "categoria", "anpa-category")]
        said += [self._attribute(one, "scope") for one in below(self._data, "doc-scope")]
        return tuple(dict.fromkeys(filter(None, said)))

    @property
    def keywords(self) -> tuple[str, ...]:
        """The key words, as words or as an attribute."""
        said = [
            (self._attribute(one, "key") or line_in(one)).strip()
            for one in below(self._data, "keyword")
        ]
        return tuple(dict.fromkeys(filter(None, said)))

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Subjects by IPTC's numbers or the agency's own."""
        found = []
        for one in below(self._head, "tobject.subject"):
            parts = ("type", "matter", "detail")
            names = [self._attribute(one, f"tobject.subject.{part}") for part in parts]
            code = self._attribute(one, "tobject.subject.refnum")
            name = next(filter(None, reversed(names)), "")
            is_iptc = len(code) == 8 and code.isdigit()
            scheme = "subj" if is_iptc else self._attribute(one, "tobject.subject.ipr")
            if code or name:
                found.append(Subject(scheme=scheme, code=code, name=name))
        return tuple(dict.fromkeys(found))

    def _headline(self) -> tuple[str, str]:
        """Return headline and standfirst; a second headline of other words is recorded."""
        titles = [line_in(one) for one in below(child(self._body_head, "hedline"), "hl1")]
        titles += [line_in(one) for one in below(self._body_head, "headline") if not titles]
        headline = next(filter(None, titles), "")
        if not headline:
            headline = _PART_OF_TITLE.sub("", line_in(child(self._head, "title")))
        abstract = child(self._body_head, "abstract")
        standfirst = " ".join(filter(None, (line_in(p) for p in below(abstract, "p"))))
        for second in below(child(self._body_head, "hedline"), "hl2"):
            words = line_in(second)
            if words and words not in (headline, standfirst):
                self.removed.append(Removed(step="head", where="hl2", text=words))
        return headline, standfirst

    def _byline(self) -> str:
        lines = []
        for one in children(self._body_head, "byline"):
            title = child(one, "byttl")
            words = " ".join(filter(None, (line_in(part) for part in _parts(one))))
            if _SIGNOFF.fullmatch(words):
                self.removed.append(Removed(step="signoff", where="byline", text=words))
            elif words:
                lines.append(f"{words}, {line_in(title)}" if line_in(title) else words)
        return "; ".join(lines)

    def _norm(self, name: str) -> str:
        return self._attribute(child(self._data, name), "norm")

    def _time(self, name: str) -> datetime | None:
        return read_time(self._norm(name), self.zone)

    @staticmethod
    def _attribute(element: etree._Element | None, name: str) -> str:
        return "" if element is None else " ".join((element.get(name) or "").split())


def _parts(byline: etree._Element) -> list[etree._Element]:
    """Return copies of a byline without the writer's title."""
    copy = etree.fromstring(etree.tostring(byline, with_tail=False))
    for title in list(below(copy, "byttl")):
        parent = title.getparent()
        if parent is not None:
            parent.remove(title)
    return [copy]
