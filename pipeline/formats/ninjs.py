"""ninjs 1.x, 2.x and 3.x: IPTC's news in JSON, a single item or several in a wrapper.

Source: IPTC ninjs specification (https://iptc.org/standards/ninjs/). 1.x and 2.x spell names in
lower case (``versioncreated``), 3.x in camel case; 1.x has one ``headline`` and ``body_*``, 2.x and
3.x lists of ``headlines`` and ``bodies``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.formats import ninjs_values as values
from pipeline.formats.draft import draft, later_version, primary_language
from pipeline.formats.json_value import NoJson, json_value
from pipeline.formats.limits import TooMuch
from pipeline.formats.ninjs_story import embargo_of, lifecycle_of, references_of
from pipeline.formats.other_dialects import beginning, is_json
from pipeline.formats.providers import provider_of
from pipeline.formats.registry import formats
from pipeline.formats.times import read_time
from pipeline.outcome import Divert, Keep, Outcome, Quarantine, Reason
from schemas.raw import RawItem
from schemas.types import Dateline, Lifecycle
from schemas.wire import WireItem

__all__ = ["read_ninjs"]

_ASIDE = "wire.aside"
_NOT_TEXT = frozenset(
    "picture photo image graphic audio video animation event planning component package "
    "composite".split()
)
_MARKS = re.compile(
    rb'"(?:uri|guid|versioncreated|versionCreated|pubstatus|pubStatus|headlines?|body_text|'
    rb'body_html|body_xhtml|bodies|urgency|description_text|representationtype|firstCreated)"\s*:'
)
_WRAPPERS = ("item", "items", "news", "articles", "_items", "results", "data")
_WORDS = ("headline", "headlines", "body_text", "body_html", "body_xhtml", "bodies", "uri", "guid")
_NO_NINJS = "JSON, but no ninjs: "


def sniff_ninjs(raw: RawItem) -> float:
    """Sure if it is a JSON object or list with names that ninjs has."""
    if not is_json(beginning(raw.value)):
        return 0.0
    return min(0.95, 0.3 + 0.15 * len(set(_MARKS.findall(raw.value, 0, 65536))))


@formats.add("ninjs", sniff=sniff_ninjs)
def read_ninjs(raw: RawItem) -> Iterator[Outcome[WireItem]]:
    """ninjs 1.x to 3.x, one item or several; pictures, events and the like go aside."""
    try:
        value, encoding = json_value(raw.value)
    except NoJson as error:
        yield Quarantine(Reason.MALFORMED, str(error))
        return
    items = _items(value)
    if not any(isinstance(item, dict) for item in items):
        yield Quarantine(Reason.NOT_READABLE, f"{_NO_NINJS}it has no objects")
        return
    for item in items:
        yield _read(raw, item, encoding)


def _items(value: Any) -> list[Any]:
    """Return the items of a wrapper; a wrapper has no words of its own."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and not _has_words(value):
        for name in _WRAPPERS:
            inner = value.get(name)
            if isinstance(inner, list) and inner:
                return inner
            if isinstance(inner, dict) and _has_words(inner):
                return [inner]
    return [value]


def _has_words(item: Mapping[str, Any]) -> bool:
    return any(item.get(name) for name in _WORDS)


def _read(raw: RawItem, item: Any, encoding: str) -> Outcome[WireItem]:
    if not isinstance(item, dict) or not _has_words(item):
        return Quarantine(Reason.NOT_READABLE, f"{_NO_NINJS}no uri, headline or body")
    said: values.Said = {name.lower(): value for name, value in item.items()}
    ids = (values.text_of(said.get(name)) for name in ("uri", "guid", "id"))
    guid = next(filter(None, ids), "")
    if not guid:
        return Quarantine(Reason.NOT_READABLE, f"{_NO_NINJS}it has no uri")
    source = values.authority_of(guid) or raw.source
    type_ = values.text_of(said.get("type")).lower()
    if type_ in _NOT_TEXT:
        return Divert(_ASIDE, Reason.NOT_TEXT, f"{source}/{guid}", note=f"ninjs of type {type_}")
    try:
        return _with_words(raw, said, encoding, source=source, guid=guid)
    except TooMuch as error:
        return Quarantine(Reason.MALFORMED, f"ninjs that is no wire text: {error}")


def _with_words(
    raw: RawItem, said: values.Said, encoding: str, *, source: str, guid: str
) -> Outcome[WireItem]:
    headline, blocks = values.headline_of(said), values.body_of(said)
    lifecycle = lifecycle_of(said)
    if not headline and not blocks and lifecycle not in (Lifecycle.KILL, Lifecycle.WITHHOLD):
        return Quarantine(Reason.NO_CONTENT, "ninjs without headline and body")
    note = values.text_of(said.get("ednote"))
    version = values.version_of(said)
    created_at = read_time(said.get("firstcreated")) or read_time(said.get("contentcreated"))
    versioned_at = read_time(said.get("versioncreated")) or created_at
    language = primary_language(said.get("language"))
    located = values.line_of(said.get("located"))
    urgency = values.text_of(said.get("urgency", said.get("priority")))
    item = draft(
        raw,
        "ninjs",
        encoding,
        source=source,
        provider=provider_of(values.credit_of(said), source),
        guid=guid,
        version=version,
        created_at=created_at,
        versioned_at=versioned_at,
        lifecycle=later_version(lifecycle, version),
        lifecycle_note=note if lifecycle is not Lifecycle.NEW else "",
        references=references_of(said),
        language=language,
        language_by="said" if language else "",
        headline=headline,
        standfirst=values.standfirst_of(said),
        slugline=values.line_of(said.get("slugline")),
        byline=values.line_of(said.get("byline")) or values.line_of(said.get("by")),
        credit=values.credit_of(said),
        urgency=int(urgency) if urgency in _URGENCIES else None,
        source_urgency=urgency,
        dateline=Dateline(text="", places=(located,)) if located else None,
        editorial_note=note,
        rights=values.rights_of(said),
        categories=values.categories_of(said),
        keywords=values.names_of(said.get("keywords")),
        subjects=values.subjects_of(said),
        names=values.named_of(said),
        body=blocks,
        is_free=values.text_of(said.get("pubstatus")).lower() == "usable",
    )
    embargo = embargo_of(said, item)
    return Keep(item if embargo is None else item.model_copy(update={"embargo": embargo}))


_URGENCIES = frozenset("123456789")
