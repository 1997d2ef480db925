"""XML bytes to a tree: no entity is expanded, no address opened, no declared encoding believed.

What agencies really send: UTF-8 declared as iso-8859-1 and the other way round, control characters,
bare ampersands, ``&nbsp;`` without a DTD. Each is repaired; what cannot be read is refused.
"""

from __future__ import annotations

import html.entities
import re
from dataclasses import dataclass
from typing import Final

from lxml import etree

from pipeline.formats.encoding import decode_as

__all__ = ["NoXml", "Tree", "looks_like_xml", "name_of", "read_xml", "root_name"]

_DECLARED: Final = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_DECLARATION: Final = re.compile(r"<\?xml\b[^>]{0,300}\?>")
_DOCTYPE: Final = re.compile(r"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)
_ENTITY: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)(\w{2,32});")
_BARE: Final = re.compile(r"&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|\w{2,32});)")
_CHARACTER: Final = re.compile(r"&#(x[0-9a-fA-F]{1,6}|\d{1,7});")
_ROOT: Final = re.compile(
    rb"(?>\s+|<\?.{0,500}?\?>|<!--.{0,4000}?-->|<!DOCTYPE[^>\[]{0,600}(?:\[.{0,20000}?\]\s*)?>)*+"
    rb"<(?:[\w.-]{1,40}:)?([\w.-]{1,60})",
    re.DOTALL,
)
"""What stands before the root is taken once and for all, ``(?>...)``: comments that may also end
with a later one can be read in two ways each, forty of them in a million million."""
_HEAD_BYTES: Final = 32 * 1024
_DECLARATION_CHARS: Final = 1024
"""It stands at the beginning, but for blank lines and what a transfer left there. A guess."""


class NoXml(ValueError):
    """The bytes are no well-formed XML; the message says where. A reader quarantines the item."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The root element, and the encoding that the bytes really were in."""

    root: etree._Element
    encoding: str


def looks_like_xml(value: bytes) -> bool:
    """Return whether the first character is that of markup; cheap."""
    return value[:512].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")[:1] == b"<"


def root_name(value: bytes) -> str:
    """Return the local name of the root element, without parsing; empty if there is none.

    >>> root_name(b'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "x.dtd"><nitf>')
    'nitf'
    """
    head = value[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:2] in (b"<\x00", b"\x00<"):
        head = head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    found = _ROOT.match(head)
    return found[1].decode("ascii", "replace") if found else ""


def name_of(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2] if tag[:1] == "{" else tag


def read_xml(value: bytes) -> Tree:
    """Return the tree of *value*; raises :class:`NoXml` for what is none.

    Comments and processing instructions are gone. The text has no control characters; entities
    of HTML are the characters that they stand for, those that a document defines itself are not
    expanded but stay as words.
    """
    declared = _DECLARED.search(value[:1024])
    decoded = decode_as(value, declared[1].decode("ascii") if declared else "")
    if decoded is None:
        raise NoXml("the bytes are no text in any known encoding")
    text = _without_doctype(_without_declaration(decoded.text))
    if "&" in text:
        text = _ENTITY.sub(_character, _CHARACTER.sub(_allowed, text))
    try:
        root = _parsed(text)
    except etree.XMLSyntaxError as error:
        repaired = _BARE.sub("&amp;", text)
        if repaired == text:
            raise NoXml(_first_line(error)) from None
        try:
            root = _parsed(repaired)
        except etree.XMLSyntaxError as again:
            raise NoXml(_first_line(again)) from None
    return Tree(root, decoded.encoding)


def _parsed(text: str) -> etree._Element:
    # libxml2 stops at a nesting of 256 and at names and texts of 10 MB by itself.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        encoding="utf-8",
    )
    return etree.fromstring(text.encode("utf-8", "replace"), parser)


def _without_declaration(text: str) -> str:
    """The bytes are decoded, so what they declare is no longer true."""
    found = _DECLARATION.search(text, 0, _DECLARATION_CHARS)
    if found is None:
        return text.lstrip()
    return text[: found.start()].lstrip() + text[found.end() :].lstrip()


def _without_doctype(text: str) -> str:
    """A document type says nothing that we need, and may define entities without end."""
    at = text.find("<!DOCTYPE", 0, _HEAD_BYTES)
    if at < 0:
        return text
    found = _DOCTYPE.match(text, at)
    return text[:at] + text[found.end() :] if found else text


def _character(found: re.Match[str]) -> str:
    known = html.entities.html5.get(f"{found[1]};")
    return known if known is not None and known not in "<&" else f"&amp;{found[1]};"


def _allowed(found: re.Match[str]) -> str:
    """A character that XML forbids, written as a number, is no character of the text."""
    digits = found[1]
    number = int(digits[1:], 16) if digits[0] == "x" else int(digits)
    if number in (9, 10, 13) or 0x20 <= number < 0x7F or 0xA0 <= number < 0xD800:
        return found[0]
    return found[0] if 0xE000 <= number < 0xFFFE or 0x10000 <= number < 0x110000 else ""


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:200]
