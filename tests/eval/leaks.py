"""What must not reach a reader of an item: markup, invisible characters, notes for desks only.

Every text that a reader of the article sees is looked at (``Article``'s fields, under the names
that ``WireItem`` gives them). The safe markup of ``Block.html`` is taken off first; what then still
looks like markup was escaped twice.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import Literal, NamedTuple

from schemas.wire import WireItem

__all__ = ["CONTROLS", "Leak", "leaks", "published_texts"]

Kind = Literal["markup", "invisible", "note"]

_TAG = re.compile(r"</?[A-Za-z][\w.:-]{0,40}(?:\s[^<>]{0,400})?/?>|<!--|<!\[CDATA\[|<\?xml")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{1,31}));")
_ANPA = re.compile(r"(?<!\S)\^(?=[^\W_]|[(`'\"“])|(?<=[^\s<])<(?=\s|$)")
"""``^`` begins a line of ANPA 1312 and ``<`` ends it; in ``3 < 4`` and ``^_^`` they do neither."""

_OF_CODE = re.compile(
    r"\b(?:X?HTML5?|XML|CSS|JavaScript|source code|markup|HTTP|Quell(?:code|text)|"
    r"code source|código fuente|programming language|Programmiersprache)\b"
)
"""A text that speaks of code may show it."""

_SAFE = re.compile(r"</?(?:em|strong)>|<a href=\"[^\"<>]*\">|</a>")

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""C0 but for tab and line end, DEL, C1."""

_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufffd]")
"""And soft hyphen, zero width space, word joiner, byte order mark, the mark of a lost character."""

_NOTE = re.compile(
    r"(?im)\bnot (?:intended )?for (?:publication|broadcast)\b(?! (?:until|before))|"
    r"\bnicht (?:zur|für die|fuer die) Ver(?:ö|oe)ffentlichung (?:bestimmt|vorgesehen|gedacht)|"
    r"\b(?:pas|non) destinée?s? à (?:la |être )publi|\bno (?:destinad[oa]s? a|para) (?:la )?publica|"
    r"\bnon destinat[oaie]? alla pubblicazione|\bniet (?:bestemd )?voor publicatie|"
    r"\b(?:ej|inte|ikke) (?:avsedda? |ment )?(?:för|for|til) publi[cs]ering|"
    r"\bei (?:tarkoitettu )?julkaistavaksi|"
    r"^\W*Notizblock\b|^[#*\s]*Notebook\W*$|^#+\s*Notebook\b"
)
"""How desks part what follows from the copy, in the languages of agencies that do so; a notebook
in a sentence is a thing."""

_EXCERPT = 40


class Leak(NamedTuple):
    """What leaked, in which field, and the characters around it."""

    kind: Kind
    field: str
    excerpt: str


def leaks(item: WireItem) -> Iterator[Leak]:
    """Yield the first leak of each kind in each text that a reader sees."""
    for field, text in published_texts(item):
        if found := _INVISIBLE.search(text):
            yield _leak("invisible", field, text, found)
        if found := _NOTE.search(text):
            yield _leak("note", field, text, found)
        if found := _markup_in(text):
            yield _leak("markup", field, text, found)
    for n, block in enumerate(item.body):
        if not block.html:
            continue
        field, bare = f"body:{n}.html", html.unescape(_SAFE.sub("", block.html))
        if found := _INVISIBLE.search(block.html):
            yield _leak("invisible", field, block.html, found)
        if found := _markup_in(bare):
            yield _leak("markup", field, bare, found)


def published_texts(item: WireItem) -> Iterator[tuple[str, str]]:
    """Yield each text that a reader of the article sees, and where it stands."""
    yield "item_id", item.item_id
    for name in (
        "provider", "lifecycle_note", "language", "headline", "standfirst", "slugline",
        "byline", "credit", "editorial_note", "rights", "genre",
    ):  # fmt: skip
        yield name, getattr(item, name)
    if item.dateline is not None:
        yield "dateline", item.dateline.text
        for place in item.dateline.places:
            yield "dateline.places", place
        for agency in item.dateline.agencies:
            yield "dateline.agencies", agency
    for category in item.categories:
        yield "categories", category
    for keyword in item.keywords:
        yield "keywords", keyword
    for subject in item.subjects:
        for part in (subject.scheme, subject.code, subject.name):
            yield "subjects", part
    for n, block in enumerate(item.body):
        yield f"body:{n}", block.text


def _markup_in(text: str) -> re.Match[str] | None:
    if not ("<" in text or "&" in text or "^" in text) or _OF_CODE.search(text):
        return None
    for found in _ENTITY.finditer(text):
        if found[1] is None or f"{found[1]};" in html5:
            return found
    return _TAG.search(text) or _ANPA.search(text)


def _leak(kind: Kind, field: str, text: str, found: re.Match[str]) -> Leak:
    start = max(0, found.start() - _EXCERPT // 2)
    excerpt = text[start : start + _EXCERPT]
    return Leak(kind, field, ascii(excerpt)[1:-1] if kind == "invisible" else excerpt)
