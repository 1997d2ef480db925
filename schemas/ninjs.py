"""An ``Article`` as IPTC ninjs 3.1, for systems that speak the standard.

ninjs forbids properties of one's own, so ``Article`` is the contract and this is a rendering of
it. What ninjs has no property for is put where the standard leaves the meaning to the provider:
``altIds`` and ``descriptions`` with a ``role``, ``subjects`` with a ``rel``. Not in it at all:

- ``schema_version``, and of the change whether the headline changed and the counts of paragraphs;
- of the dateline its parts, except the places; its whole text is there;
- what the text calls a person, where names and keywords stand, names that are neither people nor
  organisations nor places, quotations, dates, figures and focus;
- of a score more than whole per cent; score and source of a place; an urgency outside 1-9;
- which of a body's words belong to which kind of block, except as HTML elements.

Source: ninjs-schema_3.1.json, https://iptc.org/std/ninjs/ (MIT).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from math import isfinite
from typing import Any, Final
from urllib.parse import quote

from schemas.article import Article
from schemas.types import Block, Name, Place, Subject, Tag, Take

__all__ = ["body_html", "to_ninjs"]

_STANDARD: Final = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
_MEDIA_TOPICS: Final = "http://cv.iptc.org/newscodes/mediatopic/"
_GEONAMES: Final = "https://sws.geonames.org/"
_WIKIDATA: Final = "http://www.wikidata.org/entity/"
_COPYRIGHT: Final = re.compile(r"copyright|©|\(c\)", re.IGNORECASE)


def to_ninjs(article: Article) -> dict[str, Any]:
    """Return the article as a ninjs 3.1 object, ready for a JSON writer.

    What the article leaves empty is left out. A canceled article is ``pubStatus: canceled``
    with its headline and no body.
    """
    made: dict[str, Any] = {
        "uri": article.article_id,
        "standard": dict(_STANDARD),
        "type": "text",
        "representationType": "full" if article.status == "usable" else "partial",
        "version": str(article.revision),
        "pubStatus": article.status,
        "firstCreated": _time(article.created_at),
        "versionCreated": _time(article.versioned_at),
        "embargoedUntil": _time(article.embargoed_until),
        "urgency": article.urgency if article.urgency in range(1, 10) else None,
        _rights_property(article.rights): article.rights,
        "edNote": article.editorial_note,
        "language": article.language,
        "headlines": _with_role("main", article.headline),
        "descriptions": [
            *_with_role("summary", article.standfirst),
            *_with_role("firstSentence", article.summary),
            *_with_role("dateline", article.dateline.text if article.dateline else ""),
            *_with_role("take", _take(article.take)),
            *_with_role("change", article.change.kind.value),
            *_with_role("changeNote", article.change.note),
            *_with_role("format", article.format),
        ],
        "bodies": _bodies(article),
        "by": article.byline,
        "slugline": article.slugline,
        "located": "/".join(article.dateline.places) if article.dateline else "",
        "infoSources": [
            *_names("credit", (name.strip() for name in article.credit.split("/"))),
            *_names("source", [article.source]),
            *_names("provider", [article.provider]),
        ],
        "subjects": [
            *(_tag(tag) for tag in article.tags),
            *(_subject(subject) for subject in article.subjects),
            *({"name": name, "rel": "category"} for name in article.categories if name),
            *({"name": name, "rel": "keyword"} for name in article.keywords if name),
            *({**_tag(term), "rel": "keyword"} for term in article.terms),
        ],
        "people": [_mentioned(name) for name in article.names if name.kind == "person"],
        "organisations": [_mentioned(n) for n in article.names if n.kind == "organisation"],
        "genres": [
            *({"name": name} for name in (article.genre, "Press Release" * article.paid) if name),
            *_genre_tags(article.tags),
        ],
        "places": [_place(place) for place in article.places],
        "altIds": [
            *_with_role("item", article.item_id),
            *_with_role("guid", article.guid),
            *_with_role("rawSha256", article.raw_digest),
            *_with_role("version", "" if article.version is None else str(article.version)),
        ],
    }
    return _filled(made)


def body_html(body: Iterable[Block]) -> str:
    """Return the body as HTML elements, one block a line.

    A block's own markup is the safe subset that cleaning made; any other text is escaped here.
    """
    return "\n".join(f"<{block.kind}>{_inner(block)}</{block.kind}>" for block in body)


def _inner(block: Block) -> str:
    if block.html:
        return block.html
    lines = [escape(line) for line in block.text.split("\n")]
    match block.kind:
        case "ul" | "ol":
            return "".join(f"<li>{line}</li>" for line in lines)
        case "table":
            return "".join(f"<tr>{_cells(line)}</tr>" for line in lines)
        case _:
            return "<br>".join(lines)


def _cells(row: str) -> str:
    return "".join(f"<td>{cell}</td>" for cell in row.split("\t"))


def _bodies(article: Article) -> list[dict[str, Any]]:
    if not article.body:
        return []
    text = article.text
    return [
        {
            "role": "main",
            "contentType": "text/plain",
            "charCount": len(text),
            "wordCount": article.word_count,
            "value": text,
        },
        {"role": "richtext", "contentType": "text/html", "value": body_html(article.body)},
    ]


def _tag(tag: Tag) -> dict[str, Any]:
    """What we think: who thinks so is the ``creator``, how sure it is the ``confidence``."""
    return {
        **_concept(tag.scheme, tag.code, tag.name),
        "rel": "genre" if tag.scheme == "genre" else "about",
        "creator": tag.by,
        "confidence": round(tag.score * 100),
    }


def _genre_tags(tags: Iterable[Tag]) -> Iterator[dict[str, Any]]:
    return (
        _filled({"name": tag.name, "literal": tag.code}) for tag in tags if tag.scheme == "genre"
    )


def _subject(subject: Subject) -> dict[str, Any]:
    """What the provider said: a concept without a creator."""
    return {**_concept(subject.scheme, subject.code, subject.name), "rel": "providerSubject"}


def _concept(scheme: str, code: str, name: str) -> dict[str, Any]:
    concept = {"name": name, "literal": f"{scheme}:{code}"}
    if scheme == "medtop":
        concept["uri"] = _MEDIA_TOPICS + quote(code, safe="")
    return _filled(concept)


def _mentioned(name: Name) -> dict[str, Any]:
    """A person or an organisation by the fullest form of the name in the text."""
    made = {"name": name.name, "rel": "mentioned"}
    if name.wikidata:
        made["uri"] = f"{_WIKIDATA}{quote(name.wikidata, safe='')}"
    return _filled(made)


def _place(place: Place) -> dict[str, Any]:
    made: dict[str, Any] = {"name": place.name, "rel": place.role}
    if place.geonames_id is not None:
        made["uri"] = f"{_GEONAMES}{place.geonames_id}/"
    if place.country or place.country_name:
        # ninjs places have no country of their own, but an address.
        country = _filled({"type": "country", "name": place.country_name})
        made["contactInfo"] = [{**country, "address": _filled({"country": place.country})}]
    longitude, latitude = place.longitude, place.latitude
    if longitude is not None and latitude is not None and isfinite(longitude + latitude):
        made["geoJSON"] = {"type": "Point", "coordinates": [longitude, latitude]}
    return _filled(made)


def _with_role(role: str, value: str) -> list[dict[str, Any]]:
    return [{"role": role, "value": value}] if value else []


def _take(take: Take | None) -> str:
    return "" if take is None else f"{take.number}/{take.of or '?'}"


def _names(role: str, names: Iterable[str]) -> Iterator[dict[str, Any]]:
    return ({"name": name, "role": role} for name in names if name)


def _rights_property(rights: str) -> str:
    return "copyrightNotice" if _COPYRIGHT.search(rights) else "usageTerms"


def _time(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat().replace("+00:00", "Z")


def _filled(made: dict[str, Any]) -> dict[str, Any]:
    """Return the properties that say something."""
    return {name: value for name, value in made.items() if value not in (None, "", [])}
