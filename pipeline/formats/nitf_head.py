"""Who sent a NITF story, when, under which headline: ``head``, ``docdata`` and ``body.head``.

Seen in copy: PA's title is a slug with the part before it (``1 POLITICS Talks``), EFE's byline a
sign-off and its second headline the key word, CP's and dpa's second headline a short form of the
first, AP's abstract bare words and PA's the beginning of the first paragraph, cut anywhere. EFE's
template says ``en-US`` whatever the language is; NTB, which has two, says which, but says Norwegian
of Danish copy that it passes on.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from lxml import etree

from pipeline.formats.draft import primary_language
from pipeline.formats.ninjs_values import authority_of
from pipeline.formats.nitf_aside import words_of
from pipeline.formats.nitf_elements import Elements
from pipeline.formats.nitf_identity import Identity, identity_of, number_in
from pipeline.formats.nitf_parties import provider_of_story
from pipeline.formats.nitf_subjects import keys_of
from pipeline.formats.providers import zone_of
from pipeline.formats.times import read_time
from pipeline.formats.xml_values import attribute_in, below, child, children, line_in
from schemas.types import Block, Removed, Take

__all__ = ["Head"]

_PART_OF_TITLE: Final = re.compile(r"(?P<part>\d{1,2}) (?=[A-Z]{2,})")
_SLUG_CHARS: Final = 60
_SIGNOFF: Final = re.compile(r"[^\W\d_]{1,4}(?:/[^\W\d_]{1,4})+")
_SHORT: Final = re.compile(r"(?i)short|original|alternat|teaser|social|seo|web")
_BEFORE_TEXT: Final = re.compile(r"[,(/\d]| [-\u2013\u2014]| \w{3,5}\.? \d")
_PUBLIC_NAMES: Final = {"no": ("NTB", "NPK"), "nb": ("NTB",), "nn": ("NTB", "NPK")}
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


class Head:
    """What stands before the text; each attribute is empty where the story says nothing."""

    def __init__(self, story: etree._Element) -> None:
        self.story, self.body = story, child(story, "body")
        self.head = Elements(child(story, "head"))
        self.top = Elements(child(self.body, "body.head"))
        self.meta = {
            (one.get("name") or "").lower(): " ".join((one.get("content") or "").split())
            for one in self.head.all("meta")
        }
        self._title = self.head.line("title")
        self.identity = self._identity()
        self.provider = provider_of_story(self.head, self.top, self.meta, self.identity.guid)
        # AAP's clock stands on what it passes on, too.
        self.zone = zone_of("AAP" if "aap-selectors" in self.meta else self.provider)
        self.removed: list[Removed] = []
        self.headline = self._headline()
        self.standfirst = self._standfirst()
        self.byline = self._byline()

    @property
    def source(self) -> str:
        """Who vouches for the guid."""
        if "aap-selectors" in self.meta:
            return "aap"
        return authority_of(self.identity.guid) or self.provider.lower()

    @property
    def versioned_at(self) -> datetime | None:
        """When this version was issued; else when it was revised, written or published."""
        revisions = [attribute_in(one, "norm") for one in self.head.all("revision-history")]
        published = self.head.said("pubdata", "date.publication")
        issued = self.head.said("date.issue", "norm")
        for written in (issued, *reversed(revisions[-9:]), self._story_date(), published):
            if written and (at := read_time(written, self.zone)) is not None:
                return at
        return None

    def created_at(self, versioned_at: datetime | None) -> datetime | None:
        """When the story was written first, as far as its dateline says."""
        written = read_time(self._story_date(), self.zone)
        if written is not None and (versioned_at is None or written < versioned_at):
            return written
        return versioned_at

    @property
    def language(self) -> str:
        """The language that the story says it is in, where that is more than a template's."""
        for one in (self.story, self.body, child(self.body, "body.content")):
            if one is not None and (tag := one.get(_XML_LANG) or one.get("lang")):
                return primary_language(tag)
        if named := self.meta.get("language", "") or self.meta.get("lang", ""):
            return primary_language(named)
        base = attribute_in(self.story, "baselang")
        of = _PUBLIC_NAMES.get(base.lower()[:2])
        if base.lower() == "en-us" or (of and self.provider and self.provider not in of):
            return ""
        return primary_language(base)

    @property
    def title(self) -> str:
        """The title as it stands; it may be a slug with labels."""
        return self._title

    @property
    def slugline(self) -> str:
        """The title where it is a slug, else the key of the story."""
        keys = keys_of(self.head)
        key = self.head.said("du-key", "key")
        is_title = self._title == self.headline or self.headline.startswith(self._title)
        if _PART_OF_TITLE.match(self._title):
            return _PART_OF_TITLE.sub("", self._title)
        named = self.meta.get("ntbstikkord", "") or self.meta.get("anpa-keyword", "")
        if is_title or len(self._title) > _SLUG_CHARS or " " in self._title:
            return named or (keys[0] if len(keys) == 1 else "") or key
        return self._title or named or key

    @property
    def urgency(self) -> str:
        """The editorial urgency as it stands; EFE's letter where there is none."""
        return self.head.said("urgency", "ed-urg") or self.meta.get("prioridad", "")

    @property
    def take(self) -> Take | None:
        """Which part of a series of several.

        PA numbers each story's parts from 1 and does not say how many there will be; CP numbers
        versions here, and gives 0 as their total.
        """
        part = number_in(self.head.said("series", "series.part"))
        total = number_in(self.head.said("series", "series.totalpart"))
        titled = _PART_OF_TITLE.match(self._title)
        if part is None or not 0 < part < 100:
            return None
        if total is not None and 1 < total < 100:
            return Take(number=part, of=total)
        return Take(number=part) if part > 1 and titled and int(titled["part"]) == part else None

    @property
    def places(self) -> tuple[str, ...]:
        """Where it was written, else where it happened."""
        dateline = self.top.first("dateline")
        found = []
        for location in below(dateline, "location"):
            city = line_in(next(below(location, "city"), None))
            found.append(city or words_of(location))
        if not any(found) and dateline is not None:
            bare = " ".join((dateline.text or "").split())
            found = [_BEFORE_TEXT.split(bare, maxsplit=1)[0].strip()]
        if not any(found):
            found = [attribute_in(one, "city") for one in self.head.all("evloc")]
        return tuple(dict.fromkeys(filter(None, found)))[:4]

    def aside_of_standfirst(self, blocks: tuple[Block, ...]) -> None:
        """Set the abstract aside where it is no more than the beginning of the text."""
        first = blocks[0].text if blocks else ""
        if self.standfirst and first.startswith(self.standfirst.rstrip(" .\u2026")):
            gone = Removed(step="standfirst", where="abstract", text=self.standfirst)
            self.removed.append(gone)
            self.standfirst = ""

    def _identity(self) -> Identity:
        written = self.head.said("doc-id", "id-string") or self.head.line("doc-id")
        return identity_of(written, du_key=self.head.said("du-key", "version"))

    def _headline(self) -> str:
        """Return the first headline, else the title; others are in the record of cleaning."""
        found = [words_of(one) for one in self.top.all("hl1") or self.top.all("headline")]
        headlines = [words for words in found if words]
        if headlines:
            self._set_aside(headlines[1:], "hl1")
            return headlines[0]
        part = _PART_OF_TITLE.match(self._title)
        self._set_aside([part["part"]] if part else [], "title")
        return self._title[part.end() :] if part else self._title

    def _standfirst(self) -> str:
        """Return the abstract; without one a second headline that says something else."""
        abstract = self.top.first("abstract")
        media = [one for one in below(abstract, "media") if words_of(one)]
        text = words_of(abstract) if abstract is not None and not media else ""
        if media:
            self.removed += [
                Removed(step="media", where="abstract", text=words_of(one)) for one in media
            ]
            text = " ".join(filter(None, map(words_of, children(abstract, "p"))))
        for second in self.top.all("hl2"):
            words = words_of(second)
            if words and not text and self._is_deck(second, words):
                text = words
            elif words and words != text:
                self._set_aside([words], "hl2")
        return text

    def _is_deck(self, second: etree._Element, words: str) -> bool:
        """A line of its own, and no short form of the headline and no key word."""
        marks = " ".join(filter(None, (second.get("class"), second.get("id"))))
        if _SHORT.search(marks) or words.isupper() or words in keys_of(self.head):
            return False
        these, there = words.casefold().split(), set(self.headline.casefold().split())
        return len(these) > 4 and sum(word in there for word in these) * 2 < len(these)

    def _byline(self) -> str:
        lines = []
        for one in self.top.all("byline"):
            title = child(one, "byttl")
            named = words_of(one)
            if title is not None and (words := words_of(title)):
                named = f"{named.replace(words, '', 1).strip(' ,')}, {words}".lstrip(" ,")
            if _SIGNOFF.fullmatch(named):
                self.removed.append(Removed(step="signoff", where="byline", text=named))
            elif named:
                lines.append(" ".join(named.split()))
        return "; ".join(dict.fromkeys(lines))

    def _set_aside(self, words: list[str], where: str) -> None:
        self.removed += [Removed(step="head", where=where, text=one) for one in words]

    def _story_date(self) -> str:
        return self.top.said("story.date", "norm") or self.top.line("story.date")
