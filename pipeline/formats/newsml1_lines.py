"""The lines around a NewsML text: headline, standfirst, byline, notes, rights.

They stand in ``NewsLines``, in components of their own (Business Wire) or in the head of a NITF
inside (EFE). The one nearest to the text is the item's; others that say something else are in the
record of cleaning. Notes for the desk, and addresses, are private.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.formats.draft import primary_language
from pipeline.formats.newsml1_parts import Component, formal, kids_of
from pipeline.formats.newsml1_story import Story
from pipeline.formats.xml_values import below, child, children, line_in
from schemas.types import Removed

__all__ = ["Lines", "lines_of"]

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"</?(?:p|b|i|em|strong|br|span|sup|sub|u|a|font)\b[^<>]*>", re.IGNORECASE)
_PARENTHESES = re.compile(r"\([^()]*\)")
_SIGNOFF = re.compile(r"[^\W\d_]{1,4}(?:[/-][^\W\d_]{1,4}){1,5}")
_MOST_SLUG_WORDS = 5

_KINDS = (
    # What a NewsLine is, by the name of its type; the first that fits.
    ("private", re.compile(r"privat|intern|\bdesk|contact|phone|notepad|not for pub", re.I)),
    ("keywords", re.compile(r"key ?word|catch ?word", re.I)),
    ("genre", re.compile(r"story ?type|genre", re.I)),
    ("caption", re.compile(r"caption|legend", re.I)),
    ("abstract", re.compile(r"abstract|summary|teaser|standfirst|synopsis", re.I)),
    ("rights", re.compile(r"copyright|rights|usage", re.I)),
    (
        "note",
        re.compile(
            r"advisor|editor|ed ?note|note|instruct|correct|update|attention|embargo|kill", re.I
        ),
    ),
)


@dataclass(slots=True)
class Lines:
    """The lines of one story; each is empty where the item says nothing."""

    headline: str = ""
    subheadline: str = ""
    abstract: str = ""
    byline: str = ""
    slugline: str = ""
    credit: str = ""
    dateline: str = ""
    genre: str = ""
    keywords: list[str] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    """Notes that may be shown, each once, in their order."""
    rights: dict[str, None] = field(default_factory=dict)
    removed: list[Removed] = field(default_factory=list)


def lines_of(story: Story, item: etree._Element) -> Lines:
    """Return the lines of a story from all places where they may stand."""
    component, head = story.component, story.words.head
    lines = Lines()
    for name, tag in (("headline", "HeadLine"), ("subheadline", "SubHeadLine")):
        said = [*_near(component, tag, story.language), *_said(story, name), head.get(name, "")]
        setattr(lines, name, _first(said, name, lines.removed))
    if not lines.headline:
        lines.headline = line_in(child(story.words.nitf, "head", "title"))
    lines.slugline = next(_near(component, "SlugLine", story.language), "")
    lines.credit = next(_near(component, "CreditLine", story.language), "")
    lines.dateline = next(_near(component, "DateLine", story.language), "")
    for tag in ("CopyrightLine", "RightsLine"):
        lines.rights |= dict.fromkeys(_near(component, tag, story.language))
    lines.rights |= dict.fromkeys(filter(None, _rights(component)))
    lines.keywords += _near(component, "KeywordLine", story.language)
    _other_lines(component, lines)
    _comments(component, item, lines)
    _notes_in_nitf(story, lines)
    abstracts = [lines.abstract, *_said(story, "abstract"), head.get("abstract", "")]
    lines.abstract = _first(abstracts, "abstract", lines.removed)
    _byline(story, lines)
    _slug_for_subheadline(lines)
    return lines


def _near(component: Component, tag: str, language: str) -> Iterator[str]:
    """Yield the lines of that name, nearest first; of several that in the story's language."""
    wanted = primary_language(language)
    for one in component.chain():
        for lines in one.lines:
            there = lines.get(tag, [])
            if len(there) > 1:
                there = list(there)
                there.sort(key=lambda e: primary_language(e.get(_XML_LANG)) not in ("", wanted))
            yield from filter(None, map(_clean, there))


def _clean(element: etree._Element) -> str:
    line = line_in(element)
    if "&" in line:
        line = " ".join(html.unescape(line).split())  # escaped twice
    return " ".join(_TAG.sub(" ", line).split()) if "<" in line else line


def _said(story: Story, purpose: str) -> list[str]:
    return [line for kind, line in story.lines if kind == purpose and line]


def _first(said: list[str], where: str, removed: list[Removed]) -> str:
    """Return the first that says something; what the others say in other words is set aside."""
    there = [line for line in said if line]
    if len(there) < 2:
        return there[0] if there else ""
    seen: set[tuple[str, ...]] = set()
    for n, line in enumerate(there):
        words = tuple(_WORD.findall(line.casefold()))
        if n and words and words not in seen:
            removed.append(Removed(step="other_line", where=where, text=line))
        seen.add(words)
    return there[0]


def _byline(story: Story, lines: Lines) -> None:
    component = story.component
    said = [*_bylines(component), *_said(story, "byline"), story.words.head.get("byline", "")]
    byline = _first(said, "byline", lines.removed) or ", ".join(_authors(component))
    title = next(_near(component, "ByLineTitle", story.language), "")
    if _SIGNOFF.fullmatch(byline):
        # EFE: the initials of writer and desk.
        lines.removed.append(Removed(step="signoff", where="byline", text=byline))
        byline = ""
    lines.byline = f"{byline}, {title}" if byline and title and title not in byline else byline


def _bylines(component: Component) -> Iterator[str]:
    """Yield the byline of each component; two writers have a line each, and share one."""
    for one in component.chain():
        there = (_clean(line) for lines in one.lines for line in lines.get("ByLine", []))
        yield ", ".join(dict.fromkeys(filter(None, there)))


def _authors(component: Component) -> Iterator[str]:
    """Yield authors in the metadata; ATS gives initials, which name nobody to a reader."""
    for one in component.near("AdministrativeMetadata", "Property"):
        name = " ".join((one.get("Value") or "").split())
        if (one.get("FormalName") or "").lower() == "author" and " " in name:
            yield name


def _slug_for_subheadline(lines: Lines) -> None:
    """EFE's second headline is its slugline: a few words in capitals."""
    words = _PARENTHESES.sub("", lines.subheadline)
    if words.isupper() and len(words.split()) <= _MOST_SLUG_WORDS and not lines.slugline:
        lines.slugline, lines.subheadline = lines.subheadline, ""


def _other_lines(component: Component, lines: Lines) -> None:
    around = (lines for one in component.chain() for lines in one.lines)
    for line in (line for lines in around for line in lines.get("NewsLine", [])):
        kids = kids_of(line)
        type_ = formal(kids.get("NewsLineType"))
        kind = next((name for name, pattern in _KINDS if pattern.search(type_)), "")
        for words in filter(None, map(_clean, kids.get("NewsLineText", []))):
            if kind == "note":
                lines.notes[words] = None
            elif kind == "rights":
                lines.rights[words] = None
            elif kind == "keywords":
                lines.keywords.append(words)
            elif kind == "genre":
                lines.genre = lines.genre or words
            elif kind == "abstract" and not lines.abstract:
                lines.abstract = words
            else:
                step = {"private": "private_note", "caption": "caption"}.get(kind, "other_line")
                lines.removed.append(Removed(step=step, where=type_ or "NewsLine", text=words))


def _comments(component: Component, item: etree._Element, lines: Lines) -> None:
    """A comment is for whoever receives the item, unless its name says that it is a note."""
    around = [*(one.element for one in component.chain()), item]
    for element in around:
        for comment in children(element, "Comment"):
            words, name = line_in(comment), comment.get("FormalName") or ""
            kind = next((k for k, pattern in _KINDS if pattern.search(name)), "")
            if kind == "note" and words:
                lines.notes[words] = None
            elif any(c.isalpha() for c in words):
                lines.removed.append(Removed(step="private_note", where="Comment", text=words))


def _notes_in_nitf(story: Story, lines: Lines) -> None:
    if note := story.words.head.get("note"):
        lines.notes[note] = None
    for message in below(child(story.words.nitf, "head", "docdata"), "ed-msg"):
        words = " ".join((message.get("info") or "").split()) or line_in(message)
        if re.search("priv|intern", message.get("msg-type") or "", re.IGNORECASE):
            lines.removed.append(Removed(step="private_note", where="ed-msg", text=words))
        elif words:
            lines.notes[words] = None


def _rights(component: Component) -> Iterator[str]:
    """Yield who holds the copyright since when, and the terms of use."""
    for held in component.near("RightsMetadata", "Copyright"):
        holder = line_in(child(held, "CopyrightHolder"))
        if holder:
            yield " ".join(filter(None, ("©", line_in(child(held, "CopyrightDate")), holder)))
    for usage in component.near("RightsMetadata", "UsageRights"):
        terms = (line_in(one) for one in usage)
        yield " ".join(filter(None, terms))
