"""What stands in a NITF body and is no part of its text: captions, notes, notices, taglines.

``note`` has a class (``noteclass``: ``cpyrt end hd editorsnote trademk undef``) and a type
(``std``, ``pa`` publishable advisory, ``npa`` non-publishable advisory).
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from pipeline.formats.encoding import readable
from pipeline.formats.xml_tree import name_of
from schemas.types import Removed

__all__ = ["is_private", "note_step", "set_aside", "words_of"]

_MEDIA: Final = frozenset("media figure video audio object picture".split())
_NO_WORDS: Final = frozenset("media-object media-metadata script style".split())
"""A picture's bytes in letters are no words."""

_LINKS: Final = re.compile(r"(?i)(?:external|internal|related)[-_ ]?links")
"""dpa-infocom's blocks of links under a story."""

_ENDS: Final = frozenset("tagline bibliography".split())
_PRIVATE: Final = re.compile(
    r"(?i)\bnot (?:intended )?(?:for|to be) (?:publication|publish|broadcast|release to the public)"
    r"|\bfor (?:editors['’]?|internal|information)(?: use)? only\b|\bprivate note\b|"
    r"nicht (?:zur|für die) veröffentlichung|ne pas publier|no publicar|non pubblicare|"
    r"ikke (?:for|til) (?:publisering|offentlig)|\bFYI only\b"
)
_BREAKING: Final = frozenset(
    "p br li tr hl1 hl2 td th media-caption media-producer byttl tagline bibliography note".split()
)


def words_of(element: etree._Element) -> str:
    """Return an element's words as one line, those of its parts apart by a blank."""
    parts: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        name = name_of(part)
        if event == "start":
            parts.append(" " if name in _BREAKING else "")
            if name not in _NO_WORDS:
                parts.append(part.text or "")
        else:
            parts.append(" " if name in _BREAKING else "")
            if part is not element:
                parts.append(part.tail or "")
    return " ".join(readable("".join(parts)).split())


def is_private(text: str) -> bool:
    """Return whether a note says itself that nobody outside the newsroom may read it."""
    return _PRIVATE.search(text) is not None


def note_step(note: etree._Element, text: str) -> str:
    """Return how a note is set aside: private, or for editors, who may show it."""
    kinds = {(note.get(name) or "").strip().lower() for name in ("type", "notetype", "class")}
    if kinds & {"npa", "private", "notprintable", "notpublishable"} or is_private(text):
        return "private_note"
    return "copyright" if note.get("noteclass") in ("cpyrt", "trademk") else "editorial_note"


def set_aside(root: etree._Element, *, where: str, everything: str = "") -> list[Removed]:
    """Take out of the tree what is no text, and return its words, each with why.

    With *everything* all other words below the root are set aside too, by that step.
    """
    removed: list[Removed] = []
    if not everything:
        for element in list(root.iter(etree.Element)):
            step = _step(element)
            if step and element is not root and _is_below(element, root):
                if step != "markup" and (text := words_of(element)):
                    removed.append(Removed(step=step, where=where, text=text))
                _take_out(element)
        return removed
    for element in root:
        if text := words_of(element):
            name = name_of(element)
            step = _step(element) or everything
            removed.append(Removed(step=name if name in _ENDS else step, where=where, text=text))
    bare = readable(" ".join(filter(None, (root.text, *(e.tail for e in root))))).split()
    if bare:
        removed.append(Removed(step=everything, where=where, text=" ".join(bare)))
    return removed


def _step(element: etree._Element) -> str:
    name = name_of(element)
    if name in _MEDIA:
        return "media"
    if name == "note":
        return note_step(element, words_of(element))
    if name in _ENDS:
        return name
    if name == "block" and _LINKS.match(element.get("style") or element.get("class") or ""):
        return "links"
    if name == "copyrite" and name_of(element.getparent()) != "p":
        return "copyright"
    return "markup" if name in _NO_WORDS else ""


def _is_below(element: etree._Element, root: etree._Element) -> bool:
    """What stands inside something that is taken out already is not taken out twice."""
    return any(above is root for above in element.iterancestors())


def _take_out(element: etree._Element) -> None:
    above, before = element.getparent(), element.getprevious()
    if above is None:
        return
    tail = element.tail or ""
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        above.text = (above.text or "") + tail
    above.remove(element)
