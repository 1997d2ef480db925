"""A NewsML story and its management made into an item."""

from __future__ import annotations

import re
from datetime import date, datetime

from lxml import etree

from pipeline.formats.dateline_field import dateline_of
from pipeline.formats.draft import draft, later_version, primary_language
from pipeline.formats.embargo import strictest
from pipeline.formats.lifecycle import of_status
from pipeline.formats.newsml1_lines import Lines, lines_of
from pipeline.formats.newsml1_management import Management
from pipeline.formats.newsml1_parts import Component, formal, kids_of
from pipeline.formats.newsml1_story import Story
from pipeline.formats.newsml1_subjects import (
    categories_of,
    city_of,
    genre_of,
    keywords_of,
    subjects_of,
)
from pipeline.formats.providers import PRESS_RELEASES
from pipeline.formats.times import read_time
from pipeline.formats.urgency import urgency_of
from pipeline.formats.xml_values import child, line_in
from schemas.raw import RawItem
from schemas.types import Dateline, Embargo, Lifecycle, Removed
from schemas.wire import WireItem

__all__ = ["item_of"]

_PULLED = (Lifecycle.KILL, Lifecycle.WITHHOLD)
_PAID = re.compile(
    r"(?:press|news|media)? ?release|communiqu|pressemitteilung|comunicado|advertorial",
    re.IGNORECASE,
)
_URGENT = ("1", "2")
_ALERTS = re.compile(
    r"\W*(?:URGENT|ALERT\w{0,2}|FLASH|BREAKING(?: NEWS)?|EIL|BLITZ|СРОЧНО|"
    r"\u062a\u0646\u0628\u064a\u0647|\u0639\u0627\u062c\u0644)\W*$",
    re.IGNORECASE,
)
"""A label that is no slug: AFP's in Arabic, TASS's ``URGENT``."""

_LEAD = re.compile(
    r"\b(?P<n>\d{1,2})(?:ST|ND|RD|TH)[ -]?(?:LEAD|LD)\b[:-]?|\bLEAD (?P<m>\d{1,2})\b", re.I
)
_CYCLE = re.compile(r"^(?:AM|PM|BC|AP)-+", re.IGNORECASE)
_MEMOS = frozenset(("\u0645\u0630\u0643\u0631\u0629", "Mémo", "Memo"))
"""What AFP's services, the Arabic one first, write over notices to their clients."""

_NO_HEADLINE = "the item has no headline: its label stands in its place"


def item_of(
    raw: RawItem,
    management: Management,
    story: Story,
    item: etree._Element,
    encoding: str,
    *,
    suffix: str = "",
) -> WireItem:
    """Return the item that a story is, with all that the NewsML around it says of it."""
    component, lines, blocks = story.component, lines_of(story, item), story.blocks
    party = _party(component, "Provider")
    sources = _parties(component, "Source")
    provider = management.provider(party, sources[0] if sources else "")
    created_at, versioned_at = management.times(provider)
    near = versioned_at or raw.received_at
    genre = genre_of(component) or lines.genre
    notes = tuple(dict.fromkeys((*lines.notes, *management.instructions)))
    removed = [*story.removed, *lines.removed]
    embargo, remarks = management.embargo(provider, near)
    slugline = lines.slugline or management.label
    lifecycle, said_by = management.lifecycle(notes, genre, slugline)
    status, released = _of_nitf(story.words.nitf)
    lifecycle = of_status(status) or lifecycle if management.taken_out() is None else lifecycle
    if status.lower() == "embargoed":
        embargo = strictest(embargo, Embargo(until=released, note=f"management-status {status}"))
    is_urgent = management.urgency in _URGENT or _ALERTS.match(slugline) is not None
    is_alert = not lines.headline and is_urgent and bool(blocks)
    if lines.headline and lines.headline in _MEMOS and lifecycle is Lifecycle.NEW:
        lifecycle = Lifecycle.ADVISORY
    if is_alert and lifecycle in (Lifecycle.NEW, Lifecycle.UPDATE):
        lifecycle = Lifecycle.ALERT
    headline, label = lines.headline, management.label or slugline
    if not headline and lifecycle not in (Lifecycle.ALERT, *_PULLED) and label and blocks:
        headline, remarks = label, (*remarks, _NO_HEADLINE)
    standfirst = _standfirst(lines, blocks[0].text if blocks else "", removed)
    on = _on(component)
    city = city_of(component, story.words.nitf)
    dateline, repeated = dateline_of(lines.dateline, city, on, blocks)
    version = management.version
    lifecycle = later_version(lifecycle, version)
    paid = provider in PRESS_RELEASES or _PAID.match(genre) is not None
    language = primary_language(story.language)
    lead, story_slug = _lead(headline, slugline)
    return draft(
        raw,
        "newsml1",
        encoding,
        source=management.source or provider.lower() or raw.source,
        provider=provider,
        guid=management.guid + suffix,
        version=version,
        created_at=created_at,
        versioned_at=versioned_at,
        lifecycle=lifecycle,
        lifecycle_note=said_by if lifecycle is not Lifecycle.NEW else "",
        references=management.references,
        embargo=embargo,
        remarks=remarks,
        language=language,
        language_by="said" if language else "",
        headline=headline,
        standfirst=standfirst,
        slugline=slugline,
        story_slug=story_slug,
        lead=lead,
        byline=lines.byline,
        credit=_credit(lines, sources if not paid else (), dateline, party, provider),
        urgency=urgency_of(management.urgency),
        source_urgency=management.urgency,
        dateline=dateline,
        editorial_note="\n".join(notes),
        rights="\n".join(lines.rights),
        paid=paid,
        genre=genre,
        categories=categories_of(component, story.words.nitf),
        keywords=keywords_of(component, lines.keywords),
        subjects=subjects_of(component, item, story.words.nitf),
        body=blocks,
        is_free=management.status.lower() == "usable",
        removed=(*removed, *repeated),
    )


def _of_nitf(nitf: etree._Element | None) -> tuple[str, datetime | None]:
    """Return the status and the release of a NITF inside; both wrappings may hold a text back."""
    data = child(nitf, "head", "docdata")
    release = child(data, "date.release")
    status = (data.get("management-status") or "").strip() if data is not None else ""
    return status, read_time(release.get("norm")) if release is not None else None


def _parties(component: Component, name: str) -> tuple[str, ...]:
    """Return the nearest parties of a role: ``Provider``, ``Source``."""
    for one in component.near("AdministrativeMetadata", name):
        parties = (formal([party]) for party in kids_of(one).get("Party", []))
        if found := tuple(filter(None, parties)):
            return found
    return ()


def _party(component: Component, name: str) -> str:
    return next(iter(_parties(component, name)), "")


def _credit(
    lines: Lines, sources: tuple[str, ...], dateline: Dateline | None, party: str, provider: str
) -> str:
    """Return whom to credit: the line for it, else sources, dateline, provider as it writes itself.

    AFP's second generation gives its domain where others give a name.
    """
    agencies = "/".join(dateline.agencies) if dateline is not None else ""
    name = party if "." not in party else ""
    said = (lines.credit, "/".join(dict.fromkeys(sources)), agencies, name, provider)
    return next(filter(None, said), "")


def _standfirst(lines: Lines, first: str, removed: list[Removed]) -> str:
    """Return the second headline or the abstract; of both that which the text does not repeat."""
    if not (lines.subheadline and lines.abstract):
        return lines.subheadline or lines.abstract
    if lines.abstract[:60] in first:
        removed.append(Removed(step="standfirst", where="abstract", text=lines.abstract))
        return lines.subheadline
    removed.append(Removed(step="other_line", where="subheadline", text=lines.subheadline))
    return lines.abstract


def _on(component: Component) -> date | None:
    for one in component.near("DescriptiveMetadata", "DateLineDate"):
        if (at := read_time(line_in(one))) is not None:
            return at.date()
    return None


def _lead(headline: str, slugline: str) -> tuple[int | None, str]:
    """Return which lead of its story it is, if it says so, and the story's slug without that."""
    found = _LEAD.search(slugline) or _LEAD.match(headline)
    if found is None:
        return None, ""
    slug = _CYCLE.sub("", _LEAD.sub("", slugline)).strip(" -:,").lower()
    return int(found["n"] or found["m"]), slug
