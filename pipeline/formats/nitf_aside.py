"""What stands in a NITF body and is no part of its text: captions, notes, notices, links, taglines.

``note`` has a class (``noteclass``: ``cpyrt end hd editorsnote trademk undef``) and a type
(``std``, ``pa`` publishable advisory, ``npa`` non-publishable advisory). dpa's infoline has blocks
of links; NTB, AP and others put pictures, with captions, among the paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from pipeline.formats.encoding import readable
from pipeline.formats.markup import unescaped
from pipeline.formats.xml_tree import name_of
from schemas.types import Removed

__all__ = [
    "ASIDE",
    "EDITORIAL",
    "PRIVATE",
    "at_the_end",
    "is_media",
    "is_private",
    "note_of",
    "set_aside",
    "words_of",
]

ASIDE: Final = "set-aside"
"""The name that an element gets whose words are no text."""

PRIVATE: Final = "private_note"
EDITORIAL: Final = "note"

_MEDIA: Final = frozenset("media figure video audio object picture".split())
_NO_WORDS: Final = frozenset("media-object media-metadata table-reference script style".split())
"""A picture's bytes in letters are no words."""

_ENDS: Final = frozenset("tagline bibliography".split())
_STEPS: Final = (*_MEDIA, *_NO_WORDS, *_ENDS, "note", "copyrite", "block")
_LINKS: Final = re.compile(r"(?i)(?:external|internal|related)[-_ ]?links")
_NPA: Final = frozenset("npa private nonpublishable notforpublication".split())
_PRIVATE: Final = re.compile(
    r"(?i)\bnot (?:intended )?(?:for|to be) (?:publication|published|publish|broadcast)\b|"
    r"\bfor (?:editors['’]?|internal|your)(?: \w+)? only\b|\bprivate note\b|\bFYI only\b|"
    r"\bnicht (?:zur|für die) ver(?:ö|oe)ffentlichung|\bne pas publier|\bno publicar\b|"
    r"\bnon pubblicare|\bikke (?:for|til) (?:publisering|offentlig)|"
    r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|\+ ?\d[\d ()/-]{6,}|\bTel\b\.?:? ?[+(]?\d|"
    r"\b(?:phone|telephone|ring|call|tlf)\.?:? (?:[a-z ]{1,20})?[+(]?0?\d[\d ()-]{5,}"
)
"""Says itself that it is for the newsroom, or has a telephone number or address of a desk."""

_PARTED: Final = frozenset(
    "p br li tr hl1 hl2 td th media-caption media-producer byttl tagline bibliography note city "
    "state country region".split()
)


def words_of(element: etree._Element) -> str:
    """Return an element's words as one line, those of its parts apart by a blank."""
    parts: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        name = name_of(part)
        parts.append(" " if name in _PARTED else "")
        if event == "start" and name not in _NO_WORDS:
            parts.append(part.text or "")
        elif event == "end" and part is not element:
            parts.append(part.tail or "")
    return " ".join(readable(unescaped("".join(parts))).split())


def is_media(name: str) -> bool:
    """Return whether an element of that name is a picture, a film or a sound."""
    return name in _MEDIA


def is_private(text: str) -> bool:
    """Return whether a note may not leave the newsroom, by its own words or for a desk's number."""
    return _PRIVATE.search(text) is not None


def note_of(note: etree._Element, *, where: str) -> Removed:
    """Return a note as the record of cleaning has it; the step says who may read it."""
    text = words_of(note)
    kinds = {(note.get(name) or "").strip().lower() for name in ("type", "class", "style")}
    step = PRIVATE if kinds & _NPA or is_private(text) else EDITORIAL
    if step == EDITORIAL and note.get("noteclass") in ("cpyrt", "trademk"):
        step = "copyright"
    return Removed(step=step, where=where, text=text)


def set_aside(root: etree._Element) -> tuple[Removed, ...]:
    """Name :data:`ASIDE` what is no text below the root, and return its words, each with why."""
    removed: list[Removed] = []
    inside: etree._Element | None = None
    for element in list(root.iter(*(f"{{*}}{name}" for name in _STEPS))):
        if element is root or (inside is not None and _is_in(element, inside)):
            continue
        found = _found(element)
        if found is not None:
            inside = element
            element.tag = ASIDE
            removed += [found] if found.text else []
    return tuple(removed)


def at_the_end(end: etree._Element | None) -> Iterator[Removed]:
    """Yield what stands in ``body.end``, which is never a part of the story."""
    if end is None:
        return
    for part in end:
        name = name_of(part)
        if name and (text := words_of(part)):
            one = note_of(part, where="tail") if name == "note" else None
            step = name if name in _ENDS else "tagline"
            yield one or Removed(step=step, where="tail", text=text)
    if bare := " ".join(" ".join([end.text or "", *(part.tail or "" for part in end)]).split()):
        yield Removed(step="tagline", where="tail", text=readable(bare))


def _found(element: etree._Element) -> Removed | None:
    """Return under which step an element is set aside, or None for one that is text after all."""
    name, parent = name_of(element), element.getparent()
    if name == "note":
        return note_of(element, where="body")
    if name == "block":
        if not _LINKS.match(element.get("style") or element.get("class") or ""):
            return None
        step = "links"
    elif name == "copyrite":
        if parent is None or name_of(parent) == "p":
            return None
        step = "copyright"
    elif name in _NO_WORDS:
        return Removed(step="markup", where="body", text="")
    else:
        step = "media" if name in _MEDIA else name
    return Removed(step=step, where="body", text=words_of(element))


def _is_in(element: etree._Element, above: etree._Element) -> bool:
    return any(parent is above for parent in element.iterancestors())
