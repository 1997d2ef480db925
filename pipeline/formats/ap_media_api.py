"""AP Media API: what AP's feeds answer, one item or a page of them.

Source: AP Media API developer's guide (https://api.ap.org/media/v/docs/). The id of an item is
``altids.itemid``, the same for all its versions; ``version`` counts revisions, while ``etag``
changes with any component. ``title`` is the slug without cycle and lead number. AP warns not to
rely on ``pubstatus`` alone: notes, ``embargoed`` and ``editorialtypes`` say it too. An item
describes a story whose text lies at an address of its own; where the text was put beside it
(``nitf.body_html``), it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.formats import ninjs_values as values
from pipeline.formats.anpa1312_slug import slug_of
from pipeline.formats.draft import draft, later_version, primary_language
from pipeline.formats.json_value import NoJson, json_value
from pipeline.formats.lifecycle import of_kind, of_note, of_signal, of_status
from pipeline.formats.limits import TooMuch
from pipeline.formats.markup import html_blocks
from pipeline.formats.other_dialects import beginning, is_json
from pipeline.formats.providers import PRESS_RELEASES, provider_of
from pipeline.formats.registry import formats
from pipeline.formats.times import read_time
from pipeline.formats.urgency import urgency_of
from pipeline.outcome import Divert, Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Embargo, Lifecycle, Subject, strongest
from schemas.wire import WireItem

__all__ = ["read_ap_media_api"]

_ASIDE = "wire.aside"
_MARKS = re.compile(rb'"altids"\s*:|"itemid"\s*:|"api_version"\s*:|"editorialpriority"\s*:')
_NOT_TEXT = frozenset(
    "picture photo graphic audio video animation composite event planning".split()
)
_SOURCE = "ap.org"


def sniff_ap_media_api(raw: RawItem) -> float:
    """Sure if the names are there that only AP's answers have."""
    if not is_json(beginning(raw.value)):
        return 0.0
    marks = set(_MARKS.findall(raw.value, 0, 65536))
    has_id = any(b"altids" in mark for mark in marks) and len(marks) > 1
    return 0.99 if has_id else 0.0


@formats.add("ap_media_api", sniff=sniff_ap_media_api)
def read_ap_media_api(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """AP Media API: items with or without their text; pictures, audio and video go aside."""
    try:
        value, encoding = json_value(raw.value)
    except NoJson as error:
        yield Quarantine(Reason.MALFORMED, str(error))
        return
    items = list(_items(value))
    if not items:
        yield Quarantine(Reason.NO_CONTENT, "an answer of AP's without an item")
    for item, beside in items:
        try:
            yield _read(raw, item, beside, encoding)
        except TooMuch as error:
            yield Quarantine(Reason.MALFORMED, f"an AP item that is no wire text: {error}")


def _items(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each item, and what stands beside it."""
    if not isinstance(value, dict):
        for entry in values.entries_of(value):
            yield from _items(entry)
        return
    data = value.get("data")
    if isinstance(data, dict):
        for entry in values.entries_of(data.get("items")):
            yield (entry.get("item"), entry) if isinstance(entry, dict) else (entry, {})
        if "item" in data:
            yield data["item"], value
    elif "item" in value:
        yield value["item"], value
    elif "altids" in value:
        yield value, value


def _read(raw: RawItem, item: Any, beside: Any, encoding: str) -> Outcome[WireItem]:
    if not isinstance(item, dict):
        return Quarantine(Reason.MALFORMED, "an AP item that is no object")
    alt_ids = values.object_of(item.get("altids"))
    guid = values.text_of(alt_ids.get("itemid"))
    if not guid:
        return Quarantine(Reason.MALFORMED, "an AP item without altids.itemid")
    kind = values.text_of(item.get("type")).lower()
    if kind in _NOT_TEXT:
        return Divert(
            _ASIDE, Reason.NOT_TEXT, f"{_SOURCE}/{guid}", note=f"an AP item of type {kind}"
        )
    said: values.Said = {name.lower(): value for name, value in item.items()}
    blocks, where = _text(item, beside)
    headline = values.line_of(said.get("headline"))
    slugline = values.line_of(said.get("slugline"))
    slug = slug_of(slugline or values.line_of(said.get("title")))
    notes = [note for note in (values.text_of(said.get("ednote")),) if note]
    lifecycle = _lifecycle(said, notes, slug.lifecycle)
    if not headline and not blocks and lifecycle not in (Lifecycle.KILL, Lifecycle.WITHHOLD):
        return Quarantine(Reason.NO_CONTENT, "an AP item without headline and text")
    version = values.version_of(said)
    created_at = read_time(said.get("firstcreated"))
    versioned_at = read_time(said.get("versioncreated")) or created_at
    language = primary_language(said.get("language"))
    provider = provider_of(values.text_of(said.get("provider")), "AP")
    urgency = values.text_of(said.get("urgency")) or values.text_of(said.get("editorialpriority"))
    remarks = (
        () if blocks else ("the text is not in the item" + (f" but at {where}" if where else ""),)
    )
    return Keep(
        draft(
            raw,
            "ap_media_api",
            encoding,
            source=_SOURCE,
            provider=provider,
            guid=guid,
            version=version,
            created_at=created_at,
            versioned_at=versioned_at,
            lifecycle=later_version(lifecycle, version),
            lifecycle_note=notes[0] if notes and lifecycle is not Lifecycle.NEW else "",
            embargo=_embargo(said, slug.embargoed),
            remarks=remarks,
            language=language,
            language_by="said" if language else "",
            headline=headline,
            standfirst=values.line_of(said.get("headline_extended")),
            slugline=slugline,
            story_slug=slug.story,
            lead=slug.lead,
            take=slug.take,
            byline=_byline(said.get("bylines")),
            credit=values.credit_of(said) or provider,
            urgency=urgency_of(urgency),
            source_urgency=urgency,
            editorial_note="\n".join(notes),
            rights=_rights(said),
            paid=provider in PRESS_RELEASES,
            genre=values.text_of(said.get("profile")),
            categories=_categories(said.get("subject")),
            keywords=values.names_of(said.get("keywords")),
            subjects=tuple(dict.fromkeys(_subjects(said))),
            names=values.named_of(said),
            body=blocks,
            is_free=values.text_of(said.get("pubstatus")).lower() == "usable",
        )
    )


def _text(item: Any, beside: Any) -> tuple[tuple[Any, ...], str]:
    """Return the text's blocks, and the address of the text where it is not there."""
    renditions = item.get("renditions")
    nitf = renditions.get("nitf") if isinstance(renditions, dict) else None
    for holder in (
        item.get("nitf"),
        beside.get("nitf") if isinstance(beside, dict) else None,
        nitf,
    ):
        if isinstance(holder, dict):
            for name in ("body_html", "body", "content", "value"):
                if isinstance(holder.get(name), str) and holder[name].strip():
                    return html_blocks(holder[name]), ""
    said = {name.lower(): value for name, value in item.items()}
    blocks = values.body_of(said)
    address = values.text_of(nitf.get("href")) if isinstance(nitf, dict) else ""
    return blocks, address.partition("?")[0]


def _lifecycle(said: values.Said, notes: list[str], by_slug: Lifecycle) -> Lifecycle:
    status = of_status(values.text_of(said.get("pubstatus")))
    if status is not None:
        return status
    types = " ".join(values.names_of(said.get("editorialtypes")))
    kinds = [types, values.text_of(said.get("editorialrole")), values.text_of(said.get("profile"))]
    signals = " ".join(values.names_of(said.get("signals")))
    return strongest(
        by_slug, of_kind(" ".join(kinds)), of_signal(signals), *(of_note(note) for note in notes)
    )


def _embargo(said: values.Said, by_slug: bool) -> Embargo | None:
    written = values.text_of(said.get("embargoed"))
    field = Embargo(until=read_time(written), note=written) if written else None
    types = " ".join(values.names_of(said.get("editorialtypes"))).lower()
    is_held = values.text_of(said.get("pubstatus")).lower() == "embargoed"
    if field is None and (is_held or by_slug or "holdforrelease" in types):
        field = Embargo(note="HoldForRelease" if "hold" in types else "embargoed")
    return field


def _byline(said: Any) -> str:
    lines = []
    for entry in values.entries_of(said):
        if isinstance(entry, dict):
            words = (values.line_of(entry.get(name)) for name in ("by", "title"))
            lines.append(", ".join(filter(None, words)))
    return "; ".join(filter(None, lines))


def _rights(said: values.Said) -> str:
    terms = [values.text_of(term) for term in values.entries_of(said.get("usageterms"))]
    return "\n".join(filter(None, (values.text_of(said.get("copyrightnotice")), *terms)))


def _categories(subjects: Any) -> tuple[str, ...]:
    """AP's category letters are subjects whose relation is ``category``."""
    found = [
        values.text_of(entry.get("code"))
        for entry in values.entries_of(subjects)
        if isinstance(entry, dict) and "category" in values.entries_of(entry.get("rels"))
    ]
    return tuple(dict.fromkeys(filter(None, found)))


def _subjects(said: values.Said) -> Iterator[Subject]:
    for entry in values.entries_of(said.get("subject")):
        if not isinstance(entry, dict):
            continue
        code, name = values.text_of(entry.get("code")), values.line_of(entry.get("name"))
        rels = values.entries_of(entry.get("rels"))
        scheme = (
            "ap:category" if "category" in rels else values.text_of(entry.get("scheme")) or "ap"
        )
        if code or name:
            yield Subject(scheme=scheme, code=code, name=name)
