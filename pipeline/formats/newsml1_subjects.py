"""What a NewsML text is about, as its provider coded it: subjects, key words, places, genre."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.formats.newsml1_parts import Component, formal, kids_of
from pipeline.formats.xml_tree import name_of
from pipeline.formats.xml_values import below, child, children, line_in
from schemas.types import Subject

__all__ = ["categories_of", "city_of", "genre_of", "keywords_of", "subjects_of"]

_LEVELS = frozenset(("Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier"))
_CODE = re.compile(r"\d{8}")
_MEDIA_TOPIC = re.compile(r"medtop|mediatopic", re.IGNORECASE)
_SPLIT = re.compile(r"\s*[,;]\s*")
_MOST_TOPICS = 200
"""Topics that one item may define for its own use. A guess."""


def subjects_of(component: Component, item: etree._Element, nitf: etree._Element | None) -> tuple[
    Subject, ...
]:  # fmt: skip
    """Return IPTC's numbers, the provider's own codes, topics, and whom it is of interest to."""
    names, scheme_in_nitf = _names_in_nitf(nitf)
    coded = dict.fromkeys((_scheme(one), formal([one])) for one in _coded(component))
    found = [
        Subject(scheme=scheme, code=code, name=names.pop(code, ""))
        for scheme, code in coded
        if code
    ]
    found += [
        Subject(scheme=_scheme_of(code) or scheme_in_nitf[code], code=code, name=name)
        for code, name in names.items()
    ]
    for one in component.near("DescriptiveMetadata", "Property"):
        name, value = one.get("FormalName") or "", (one.get("Value") or "").strip()
        if value and name.lower() in ("tesauro", "thesaurus"):
            found += [Subject(scheme=name, code=code) for code in filter(None, value.split(";"))]
    topics = _topics(item)
    for one in component.near("DescriptiveMetadata", "TopicOccurrence"):
        found += topics.get((one.get("Topic") or "").lstrip("#"), [])
    for one in component.near("DescriptiveMetadata", "OfInterestTo"):
        if code := formal([one]):
            found.append(Subject(scheme="OfInterestTo", code=code))
    return tuple(dict.fromkeys(found))


def _coded(component: Component) -> Iterator[etree._Element]:
    for group in component.near("DescriptiveMetadata", "SubjectCode"):
        yield from (one for one in group if name_of(one) in _LEVELS)


def _scheme(element: etree._Element) -> str:
    code = (element.get("FormalName") or "").strip()
    said = element.get("Scheme") or element.get("Vocabulary") or ""
    if not _CODE.fullmatch(code):
        return said
    return "medtop" if _MEDIA_TOPIC.search(said) else _scheme_of(code)


def _scheme_of(code: str) -> str:
    if not _CODE.fullmatch(code):
        return ""
    return "medtop" if code.startswith("2000") else "subj"  # no subject code begins so


def _names_in_nitf(nitf: etree._Element | None) -> tuple[dict[str, str], dict[str, str]]:
    """EFE names its subjects in the head of the NITF: the most exact of three names, and whose
    numbers they are."""
    names: dict[str, str] = {}
    schemes: dict[str, str] = {}
    for one in below(child(nitf, "head"), "tobject.subject"):
        code = (one.get("tobject.subject.refnum") or "").strip()
        parts = (one.get(f"tobject.subject.{part}") or "" for part in ("detail", "matter", "type"))
        if code:
            names.setdefault(code, next(filter(None, parts), ""))
            schemes[code] = one.get("tobject.subject.ipr") or ""
    return names, schemes


def _topics(item: etree._Element) -> dict[str, list[Subject]]:
    """Return the topics that an item defines for its own use, by the names it refers to them."""
    found: dict[str, list[Subject]] = {}
    for topic in below(item, "Topic"):
        if len(found) == _MOST_TOPICS:
            break
        about = kids_of(topic)
        name = line_in(next(iter(about.get("Description", [])), None))
        found[topic.get("Duid") or ""] = [
            Subject(scheme=one.get("Scheme") or "", code=line_in(one), name=name)
            for one in about.get("FormalName", [])
            if line_in(one)
        ]
    return found


def categories_of(component: Component, nitf: etree._Element | None) -> tuple[str, ...]:
    """Return the three letters that AFP writes beside IPTC's numbers, and EFE in its NITF."""
    said = [(one.get("cat") or "").strip() for one in _coded(component)]
    for one in children(child(nitf, "head"), "meta"):
        if (one.get("name") or "").lower() in ("categoria", "category"):
            said.append((one.get("content") or "").strip())
    return tuple(dict.fromkeys(filter(None, said)))


def keywords_of(component: Component, lines: list[str]) -> tuple[str, ...]:
    """Return the key words of lines and of properties, each once."""
    said = [word for line in lines for word in _SPLIT.split(line)]
    for path in ("DescriptiveMetadata", "Metadata"):
        for one in component.near(path, "Property"):
            if "keyword" in (one.get("FormalName") or "").lower():
                said.append((one.get("Value") or "").strip())
    return tuple(dict.fromkeys(filter(None, said)))


def genre_of(component: Component) -> str:
    """Return what kind of text it is; EFE's ``Avance`` or ``Crónica`` is one of its properties."""
    said = formal(component.near("DescriptiveMetadata", "Genre"))
    if said:
        return said
    for one in component.near("DescriptiveMetadata", "Property"):
        if (one.get("FormalName") or "").lower() in ("efecomplemento", "genre"):
            return (one.get("Value") or "").strip()
    return ""


def city_of(component: Component, nitf: etree._Element | None) -> str:
    """Return the city that a text comes from, not one that it is about."""
    for location in component.near("DescriptiveMetadata", "Location"):
        if location.get("HowPresent") in (None, "", "Origin"):
            for one in children(location, "Property"):
                if one.get("FormalName") == "City" and (one.get("Value") or "").strip():
                    return " ".join(one.get("Value").split())
    head = child(nitf, "body", "body.head", "dateline")
    location = next(below(head, "location"), None)
    return line_in(next(below(location, "city"), location))
