"""The fields of a NewsML-G2 item: ``rightsInfo``, ``itemMeta`` and ``contentMeta``, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo

from lxml import etree

from pipeline.formats.embargo import embargo_of_role, strictest
from pipeline.formats.lifecycle import of_kind, of_signal, of_status
from pipeline.formats.named import named
from pipeline.formats.times import read_time
from pipeline.formats.xml_tree import name_of
from pipeline.formats.xml_values import child, children, line_in
from schemas.types import Embargo, Lifecycle, Name, Reference, Subject, strongest

__all__ = ["Meta"]

_REPLACES = frozenset(("replaces", "previousVersion", "evolvedFrom"))
_7901 = re.compile(
    r"\w{3}:\d*:\w?:\w*:\d*:[^:]*?(?P<agency>[A-Za-z-]+):(?P<number>\d{1,5}):"
    r"(?P<bezu>[^:]*):(?P<day>\d{8})\d{0,6}"
)
"""dpa's header in one line: service, number, priority, desk, words, agency, its number, the number
that it refers to (``br 4348``: Berichtigung of 4348), and the local time."""
_BACK = re.compile(r"\b(?:br|ko|korr)\D{0,3}(\d{1,5})")
_IPTC = re.compile(r"(?i)medtop|mediatopic")


class Meta:
    """What the item says of itself; each attribute is empty where it says nothing."""

    def __init__(self, item: etree._Element) -> None:
        self.guid = (item.get("guid") or "").strip()
        version = (item.get("version") or "").strip()
        is_number = version.isascii() and version.isdigit() and len(version) < 16
        self.version = int(version) if is_number else None
        meta, content = child(item, "itemMeta"), child(item, "contentMeta")
        self._meta, self._content = _by_name(meta), _by_name(content)
        self._rights = _by_name(child(item, "rightsInfo"))
        self._lang = item.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        self.notes = self._meta.get("edNote", [])

    @property
    def item_class(self) -> str:
        """The class without its scheme: ``text``, ``picture`` ..."""
        return _code(self._first(self._meta, "itemClass"))

    @property
    def provider(self) -> str:
        """The provider's code."""
        return _code(self._first(self._meta, "provider"))

    @property
    def provider_names(self) -> list[str]:
        """The provider's names."""
        element = self._first(self._meta, "provider")
        return [line_in(one) for one in children(element, "name")]

    @property
    def created_at(self) -> datetime | None:
        """When it was created first."""
        said = self._line(self._meta, "firstCreated") or self._line(self._content, "contentCreated")
        return read_time(said)

    @property
    def versioned_at(self) -> datetime | None:
        """When this version was created."""
        modified = self._line(self._content, "contentModified")
        return read_time(self._line(self._meta, "versionCreated") or modified)

    @property
    def status(self) -> Lifecycle | None:
        """What the status says that takes the item out."""
        return of_status(_code(self._first(self._meta, "pubStatus")))

    @property
    def is_usable(self) -> bool:
        """Whether the status says that it may be used."""
        return _code(self._first(self._meta, "pubStatus")) == "usable"

    @property
    def lifecycle(self) -> Lifecycle:
        """What signals, role, genre and profile say."""
        signals = " ".join(_code(one) for one in self._meta.get("signal", ()))
        kinds = [self.genre, _code(self._first(self._meta, "role"))]
        kinds += [line_in(one) for one in self._meta.get("profile", ())]
        return strongest(of_signal(signals), of_kind(" ".join(kinds)))

    def embargo(
        self, note: str, near: datetime, zone: tzinfo
    ) -> tuple[Embargo | None, tuple[str, ...]]:
        """Return the strictest embargo of the fields, and what was left in doubt."""
        field: Embargo | None = None
        remarks: tuple[str, ...] = ()
        status = _code(self._first(self._meta, "pubStatus"))
        for element in self._meta.get("embargoed", ()):
            words = line_in(element)
            if words:
                field = strictest(field, Embargo(until=read_time(words, zone), note=words))
            elif status == "usable":
                remarks = ("an embargo field without a time, though usable: not held",)
            else:
                field = strictest(field, Embargo(note="embargoed"))
        if status == "embargoed" and field is None:
            field = Embargo(note="pubStatus embargoed")
        if note:
            field = strictest(field, embargo_of_role(note, near, zone))
        return field, remarks

    def references(self, guid: str) -> tuple[Reference, ...]:
        """Return the items that this one replaces or corrects."""
        found = [
            Reference(rel="replaces", guid=said)
            for link in self._meta.get("link", ())
            if _code(link, "rel") in _REPLACES
            and (said := link.get("residref") or link.get("href") or "")
            and said != guid
        ]
        for alt_id in self._content.get("altId", ()):
            header = _7901.match(line_in(alt_id))
            back = header and _BACK.search(header["bezu"])
            if header and back:
                corrected = f"{header['agency'].lower()}-{header['day']}-{int(back[1]):04}"
                found.append(Reference(rel="corrects", guid=corrected))
        return tuple(dict.fromkeys(found))

    @property
    def headline(self) -> str:
        """The main headline, else the title of the item."""
        main = [e for e in self._content.get("headline", ()) if not _is_sub(e)]
        found = (line_in(e) for e in (*main, *self._content.get("headline", ())))
        return next(filter(None, found), "") or self._line(self._meta, "title")

    @property
    def standfirst(self) -> str:
        """The summary."""
        roles = ("summary", "abstract", "teaser", "")
        said = {_code(e, "role"): line_in(e) for e in self._content.get("description", ())}
        return next((said[role] for role in roles if said.get(role)), "")

    @property
    def slugline(self) -> str:
        """The slugline."""
        return self._line(self._content, "slugline")

    @property
    def byline(self) -> str:
        """Who wrote it."""
        return self._line(self._content, "by")

    @property
    def credit(self) -> str:
        """Whom to credit."""
        if said := self._line(self._content, "creditline"):
            return said
        sources = [_name(e) for e in self._content.get("infoSource", ())]
        return "/".join(dict.fromkeys(filter(None, sources)))

    @property
    def urgency(self) -> str:
        """The urgency as it stands."""
        return self._line(self._content, "urgency")

    @property
    def language(self) -> str:
        """The language of the content, else of the item."""
        tags = (e.get("tag") for e in self._content.get("language", ()))
        return next(filter(None, tags), "") or self._lang

    @property
    def places(self) -> tuple[str, ...]:
        """Where it was written."""
        names = (_name(e) for e in self._content.get("located", ()))
        return tuple(dict.fromkeys(name for name in names if name and not name.isdigit()))

    @property
    def genre(self) -> str:
        """What kind of text it is."""
        names = [_name(e) for e in self._content.get("genre", ())]
        return next(filter(None, names), "")

    @property
    def is_press_release(self) -> bool:
        """Whether the genre says so."""
        said = " ".join([self.genre, *(_code(e) for e in self._content.get("genre", ()))])
        return re.search(r"(?i)press.?release|pressrelease|pressemitteilung", said) is not None

    @property
    def categories(self) -> tuple[str, ...]:
        """The agency's own categories."""
        return tuple(
            dict.fromkeys(
                _name(e) or _code(e)
                for e in self._content.get("subject", ())
                if (e.get("type") or "").endswith("category")
            )
        )

    @property
    def keywords(self) -> tuple[str, ...]:
        """The key words."""
        said = (line_in(e) for e in self._content.get("keyword", ()))
        return tuple(dict.fromkeys(filter(None, said)))

    @property
    def names(self) -> tuple[Name, ...]:
        """People, organisations and places among the subjects."""
        subjects = self._content.get("subject", ())
        return named(((e.get("type") or "").rpartition(":")[2], _name(e)) for e in subjects)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Subjects with their schemes, and what they are the same as."""
        return tuple(dict.fromkeys(_subjects(self._content.get("subject", ()))))

    @property
    def rights(self) -> str:
        """Who holds the rights, and how the text may be used."""
        fields = (*self._rights.get("copyrightNotice", ()), *self._rights.get("usageTerms", ()))
        said = [line_in(e) for e in fields]
        return "\n".join(dict.fromkeys(filter(None, said)))

    @staticmethod
    def _first(fields: dict[str, list[etree._Element]], name: str) -> etree._Element | None:
        return next(iter(fields.get(name, ())), None)

    def _line(self, fields: dict[str, list[etree._Element]], name: str) -> str:
        return next(filter(None, (line_in(e) for e in fields.get(name, ()))), "")


def _by_name(element: etree._Element | None) -> dict[str, list[etree._Element]]:
    found: dict[str, list[etree._Element]] = {}
    for one in children(element):
        found.setdefault(name_of(one), []).append(one)
    return found


def _code(element: etree._Element | None, attribute: str = "qcode") -> str:
    """Return a code without its scheme: ``stat:usable`` and ``.../usable`` are both ``usable``."""
    if element is None:
        return ""
    said = element.get(attribute) or ""
    if attribute == "qcode" and not said:
        said = element.get("literal") or (element.get("uri") or "").rpartition("/")[2]
    return said.rpartition(":")[2].strip()


def _name(element: etree._Element) -> str:
    found = (line_in(one) for one in children(element, "name"))
    return next(filter(None, found), "") or (element.get("literal") or "").strip()


def _is_sub(headline: etree._Element) -> bool:
    return "sub" in (headline.get("role") or "").lower()


def _subjects(elements: Iterable[etree._Element]) -> Iterator[Subject]:
    for element in elements:
        yield from _subject(element, _name(element))
        for same in children(element, "sameAs", "broader"):
            yield from _subject(same, _name(same))


def _subject(element: etree._Element, name: str) -> Iterator[Subject]:
    scheme, _, code = (element.get("qcode") or "").partition(":")
    uri = element.get("uri") or ""
    if not code and uri:
        scheme, _, code = uri.rpartition("/")
    code = code or (element.get("literal") or "")
    if _IPTC.search(scheme):
        scheme = "medtop"
    if code or name:
        yield Subject(scheme=scheme, code=code, name=name)
