"""dpa digitalwires: dpa's entries in JSON, one a record or several.

Source: dpa's description of the format (``format: digitalwires@...``) and entries as dpa sends
them: the story as HTML sections, the notepad apart in a public and a non-public half, notes for
editors with roles and whether they may be published. ``urn`` is the same for all versions,
``version`` counts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.formats import ninjs_values as values
from pipeline.formats.dateline_field import dateline_of
from pipeline.formats.draft import draft, later_version, primary_language
from pipeline.formats.embargo import embargo_of_role, strictest
from pipeline.formats.json_value import NoJson, json_value
from pipeline.formats.lifecycle import of_kind, of_note, of_signal, of_status
from pipeline.formats.limits import TooMuch
from pipeline.formats.markup import html_blocks
from pipeline.formats.other_dialects import beginning, is_json
from pipeline.formats.providers import zone_of
from pipeline.formats.registry import formats
from pipeline.formats.times import read_time
from pipeline.formats.urgency import urgency_of
from pipeline.outcome import Divert, Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Block, Dateline, Embargo, Lifecycle, Removed, Subject, strongest
from schemas.wire import WireItem

__all__ = ["read_dpa_digitalwires"]

_ASIDE = "wire.aside"
_MARKS = re.compile(
    rb'"format"\s*:\s*"digitalwires|"article_html"\s*:|"entry_id"\s*:|"ednotes"\s*:'
)
_CORRECTION = ("correction", "correctionshort")
_PUBLIC = frozenset(("editorialnote", "note"))
_OTHER_HTML = (("infobox_html", "infobox"), ("linkbox_html", "linkbox"))


def sniff_dpa_digitalwires(raw: RawItem) -> float:
    """Sure if it names the format, or has the names that only this one has."""
    if not is_json(beginning(raw.value)):
        return 0.0
    marks = {mark[:12] for mark in _MARKS.findall(raw.value, 0, 65536)}
    return 0.99 if len(marks) > 1 else 0.0


@formats.add("dpa_digitalwires", sniff=sniff_dpa_digitalwires)
def read_dpa_digitalwires(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """dpa digitalwires JSON; entries that are a picture or a sound go aside."""
    try:
        value, encoding = json_value(raw.value)
    except NoJson as error:
        yield Quarantine(Reason.MALFORMED, str(error))
        return
    wrapped = value.get("entries") if isinstance(value, dict) else value
    entries = wrapped if isinstance(wrapped, list) else [value]
    for entry in entries or [None]:
        try:
            yield _read(raw, entry, encoding)
        except TooMuch as error:
            yield Quarantine(Reason.MALFORMED, f"an entry that is no wire text: {error}")


def _read(raw: RawItem, entry: Any, encoding: str) -> Outcome[WireItem]:
    if not isinstance(entry, dict):
        return Quarantine(Reason.MALFORMED, "an entry of digitalwires that is no object")
    guid = values.text_of(entry.get("urn")) or values.text_of(entry.get("entry_id"))
    if not guid:
        return Quarantine(Reason.MALFORMED, "an entry of digitalwires without a urn")
    source = values.authority_of(guid) or "dpa.com"
    blocks, aside = _body(entry)
    kind = values.text_of(entry.get("type")).lower()
    headline = values.line_of(entry.get("headline"))
    status = of_status(values.text_of(entry.get("pubstatus")))
    if not blocks and status is None and (kind not in ("text", "composite") or _has_media(entry)):
        note = f"a digitalwires entry of type {kind} without text"
        return Divert(_ASIDE, Reason.NOT_TEXT, f"{source}/{guid}", note=note)
    if not blocks and not headline and status is None:
        return Quarantine(Reason.NO_CONTENT, "an entry without headline and text")
    notes, private, correction, embargo_note = _notes(entry)
    signals = " ".join([values.text_of(entry.get("signal")), *_qcodes(entry, "signal")])
    genres = values.names_of(entry.get("genre_names"))
    lifecycle = status or strongest(
        of_signal(signals), of_kind(" ".join(genres)), of_note(correction), *map(of_note, notes)
    )
    version = values.version_of(entry)
    versioned_at = read_time(entry.get("version_created")) or read_time(entry.get("updated"))
    near = versioned_at or raw.received_at
    removed = [*aside, *private]
    language = primary_language(entry.get("language"))
    urgency = values.text_of(entry.get("urgency"))
    line = values.line_of(entry.get("dateline"))
    if "(" in line:
        dateline, said_again = dateline_of(line, "", None, blocks)
        removed += said_again
    else:  # a place alone; the text may have the whole dateline
        dateline = Dateline(text="", places=(line,)) if line and len(line) < 60 else None
    desks = values.names_of(entry.get("desk_names"))
    if urgency in ("1", "2") and lifecycle in (Lifecycle.NEW, Lifecycle.UPDATE):
        lifecycle = Lifecycle.ALERT
    return Keep(
        draft(
            raw,
            "dpa_digitalwires",
            encoding,
            source=source,
            provider="dpa",
            guid=guid,
            version=version,
            created_at=read_time(entry.get("content_created")),
            versioned_at=versioned_at,
            lifecycle=later_version(lifecycle, version),
            lifecycle_note=correction if lifecycle is not Lifecycle.NEW else "",
            embargo=_embargo(entry, embargo_note, near),
            language=language,
            language_by="said" if language else "",
            headline=headline,
            standfirst=values.line_of(entry.get("teaser")),
            slugline="/".join(values.names_of(entry.get("keyword_names"))),
            byline=values.line_of(entry.get("byline")),
            credit=values.line_of(entry.get("creditline")) or "dpa",
            urgency=urgency_of(urgency),
            source_urgency=urgency,
            dateline=dateline,
            editorial_note="\n".join(notes),
            rights="\n".join(
                filter(
                    None, (values.text_of(entry.get(n)) for n in ("copyrightnotice", "usageterms"))
                )
            ),
            genre=next(iter(genres), ""),
            categories=desks,
            keywords=values.names_of(entry.get("keyword_names")),
            subjects=tuple(dict.fromkeys(_subjects(entry))),
            body=blocks,
            is_free=values.text_of(entry.get("pubstatus")).endswith("usable"),
            removed=tuple(removed),
        )
    )


def _body(entry: dict[str, Any]) -> tuple[tuple[Block, ...], list[Removed]]:
    """Return the story's blocks, and what stands beside it: kicker, subhead, boxes."""
    blocks = html_blocks(values.text_of(entry.get("article_html")))
    aside = []
    for name in ("kicker", "subhead"):
        if words := values.line_of(entry.get(name)):
            aside.append(Removed(step="head", where=name, text=words))
    for name, step in _OTHER_HTML:
        box = html_blocks(values.text_of(entry.get(name)))
        if box:
            aside.append(Removed(step=step, where=name, text="\n".join(b.text for b in box)))
    notepad = entry.get("notepad")
    for name, html in notepad.items() if isinstance(notepad, dict) else ():
        words = "\n".join(block.text for block in html_blocks(values.text_of(html)))
        if words:
            aside.append(Removed(step="private_note", where=f"notepad {name}", text=words))
    return blocks, aside


def _notes(entry: dict[str, Any]) -> tuple[list[str], list[Removed], str, str]:
    """Return notes for readers, those that are not, and the notes on correction and embargo."""
    notes: list[str] = []
    private: list[Removed] = []
    corrections: dict[str, str] = {}
    embargo = ""
    for note in values.entries_of(entry.get("ednotes")):
        if not isinstance(note, dict):
            continue
        role = values.text_of(note.get("role")).rpartition(":")[2].lower()
        words = values.line_of(note.get("ednote"))
        if not words:
            continue
        if role in _CORRECTION:
            corrections[role] = words
        elif role == "embargo":
            embargo = words
        elif role in _PUBLIC and note.get("is_publishable") is True:
            notes.append(words)
        else:
            private.append(Removed(step="private_note", where=f"ednote {role}".strip(), text=words))
    correction = next((corrections[role] for role in _CORRECTION if role in corrections), "")
    return notes, private, correction, embargo


def _embargo(entry: dict[str, Any], note: str, near: Any) -> Embargo | None:
    written = values.text_of(entry.get("embargoed"))
    zone = zone_of("dpa")
    field = Embargo(until=read_time(written, zone), note=written) if written else None
    if field is None and values.text_of(entry.get("pubstatus")).endswith("embargoed"):
        field = Embargo(note="pubstatus embargoed")
    return strictest(field, embargo_of_role(note, near, zone) if note else None)


def _has_media(entry: dict[str, Any]) -> bool:
    return any(isinstance(one, dict) for one in values.entries_of(entry.get("associations")))


def _qcodes(entry: dict[str, Any], kind: str) -> list[str]:
    return [
        values.text_of(one.get("qcode"))
        for one in values.entries_of(entry.get("categories"))
        if isinstance(one, dict) and values.text_of(one.get("type")).endswith(f":{kind}")
    ]


def _subjects(entry: dict[str, Any]) -> Iterator[Subject]:
    for one in values.entries_of(entry.get("categories")):
        if not isinstance(one, dict):
            continue
        scheme, _, code = values.text_of(one.get("qcode")).partition(":")
        name = values.line_of(one.get("name"))
        if code and scheme not in ("sig", "stat", "dpasrv"):
            yield Subject(scheme=scheme, code=code, name=name)
