"""The components of a NewsML item: which of its texts is the story, and which only go with it.

A component holds content, other components, or both. Its ``Role`` says what it is for; agencies
name the same role in their own way (``Main``, ``MAIN``, ``Body``, ``Text``). Metadata of an inner
component stand before those of the components around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from pipeline.formats.limits import TooMuch
from pipeline.formats.xml_tree import name_of
from pipeline.formats.xml_values import children

__all__ = [
    "Component",
    "Content",
    "Kids",
    "component_of",
    "components_of",
    "formal",
    "kids_of",
    "language_of",
]

Kids = Mapping[str, list[etree._Element]]
"""An element's children by their local names, each in the order of the document."""

_MOST_COMPONENTS = 5_000
"""Components of one item. A guess: a package of a day's pictures has a hundred."""

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_LETTER = re.compile(r"[\W\d_]+")

_PURPOSES: Mapping[str, str] = {
    role: purpose
    for purpose, roles in {
        "body": "main body text story article maintext bodytext mainbody content fulltext copy "
        "alert short brief original lead lede newstext texte texto cuerpo haupttext",
        "headline": "headline title hedline titel titre",
        "subheadline": "subheadline subtitle subheadlinetext",
        "abstract": "abstract summary standfirst teaser synopsis resumen chapo",
        "byline": "byline author",
        "caption": "caption captiontext legend legende photocaption picturecaption picture photo "
        "image graphic video audio illustration animation thumbnail quicklook highdef preview "
        "logo composite multimedia slideshow",
        "contact": "contact contacts contactinformation presscontact",
        "style": "stylesheet style css script",
        "other": "sidebar supplementary supporting secondary related background factbox box "
        "infobox note notes footer boilerplate",
    }.items()
    for role in roles.split()
}
_MEDIA = re.compile(
    r"\b(?:photo|graphic|video|audio|animation|picture|image|illustration|composite\w*|slideshow)|"
    r"jpe?g|gif\b|png\b|tiff?\b|mpe?g|mp[34]\b|wav\b|flash\b|quicktime|pdf\b"
)
_STYLE = re.compile(r"\bcss\b|stylesheet|javascript")


@dataclass(frozen=True, slots=True)
class Content:
    """A ``ContentItem`` and what it says of its form."""

    element: etree._Element
    kids: Kids
    form: str
    """Format and MIME type in lower case."""
    is_media: bool

    @property
    def rank(self) -> int:
        """Of several forms of one text that with most structure comes first."""
        for n, names in enumerate((("nitf",), ("xhtml",), ("html",), ("xml",))):
            if any(name in self.form for name in names):
                return n
        return 4


@dataclass(frozen=True, slots=True, eq=False)
class Component:
    """A ``NewsComponent``, and the one around it."""

    element: etree._Element
    kids: Kids
    around: Component | None
    purpose: str
    """``body``, ``headline``, ``caption`` ...; ``other`` for a role that we do not know, and
    nothing where neither it nor a component around it has a role."""
    role: str
    contents: tuple[Content, ...]
    lines: tuple[Kids, ...]
    """Its ``NewsLines``; some senders have one for each language."""

    @property
    def are_equivalents(self) -> bool:
        """Whether what it holds says the same thing several times."""
        return (self.element.get("EquivalentsList") or "").lower() == "yes"

    def chain(self) -> Iterator[Component]:
        """Yield it and the components around it, the nearest first."""
        one: Component | None = self
        while one is not None:
            yield one
            one = one.around

    def near(self, *path: str) -> Iterator[etree._Element]:
        """Yield what lies on a path of names in it, then in the components around it."""
        for one in self.chain():
            level = one.kids.get(path[0], [])
            for name in path[1:]:
                level = [kid for parent in level for kid in children(parent, name)]
            yield from level


def kids_of(element: etree._Element | None) -> Kids:
    """Return the children of an element by name; none for None."""
    kids: dict[str, list[etree._Element]] = {}
    for kid in element if element is not None else ():
        if name := name_of(kid):
            there = kids.get(name)
            if there is None:
                kids[name] = [kid]
            else:
                there.append(kid)
    return kids


def formal(elements: list[etree._Element] | Iterator[etree._Element] | None) -> str:
    """Return the first ``FormalName`` that says something; some senders write it as text."""
    for element in elements or ():
        said = (element.get("FormalName") or element.text or "").strip()
        if said:
            return said
    return ""


def components_of(item: etree._Element) -> list[Component]:
    """Return all components of an item in the order of the document."""
    found: list[Component] = []
    waiting: list[tuple[etree._Element, Component | None]] = [
        (one, None) for one in reversed(kids_of(item).get("NewsComponent", []))
    ]
    while waiting:
        element, around = waiting.pop()
        component = component_of(element, around)
        found.append(component)
        if len(found) > _MOST_COMPONENTS or len(component.contents) > _MOST_COMPONENTS:
            raise TooMuch(f"more than {_MOST_COMPONENTS:,} components")
        waiting += ((one, component) for one in reversed(component.kids.get("NewsComponent", [])))
    return found


def component_of(element: etree._Element, around: Component | None) -> Component:
    """Return an element as a component; an item without any is one that holds nothing."""
    kids = kids_of(element)
    role = formal(kids.get("Role"))
    return Component(
        element=element,
        kids=kids,
        around=around,
        purpose=_purpose(role, around),
        role=role or (around.role if around else ""),
        contents=tuple(map(_content, kids.get("ContentItem", []))),
        lines=tuple(map(kids_of, kids.get("NewsLines", []))),
    )


def _purpose(role: str, around: Component | None) -> str:
    outer = around.purpose if around is not None else ""
    if outer == "caption" or not role:
        return outer  # whatever stands in a picture belongs to the picture
    return _PURPOSES.get(_NO_LETTER.sub("", role).lower(), outer or "other")


def _content(element: etree._Element) -> Content:
    kids = kids_of(element)
    kind = formal(kids.get("MediaType")).lower()
    form = f"{formal(kids.get('Format'))} {formal(kids.get('MimeType'))}".lower()
    has_words = "DataContent" in kids or "Encoding" in kids
    is_elsewhere = not has_words and bool(element.get("Href")) and "text" not in kind
    is_media = _MEDIA.search(kind or form) is not None or is_elsewhere
    if _STYLE.search(form):
        is_media, form = False, "style"
    return Content(element, kids, form, is_media)


def language_of(component: Component, content: Content | None = None) -> str:
    """Return the language tag nearest to a text, as it stands."""
    if content is not None and (said := content.element.get(_XML_LANG)):
        return str(said)
    for one in component.chain():
        for described in one.kids.get("DescriptiveMetadata", []):
            if tag := formal(kids_of(described).get("Language")):
                return tag
        if said := one.element.get(_XML_LANG):
            return str(said)
    return ""
