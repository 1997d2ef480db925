"""What tagging and enriching found in an item, a line each, for ``dateline try -v``."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.types import Figure, Name, Place, Quote, Tag
from schemas.wire import WireItem

__all__ = ["findings"]

_SHOWN_CHARS = 100


def findings(item: WireItem) -> Iterator[str]:
    """Yield a line for each finding: what it is, how sure, and who says so."""
    for tag in item.tags:
        yield f"tag       {_tag(tag)}"
    if item.focus is not None:
        where = " ".join(word for word in (item.focus.city, item.focus.country) if word)
        yield f"focus     {where} {item.focus.score:.2f} by {item.focus.by}"
    for place in item.places:
        yield f"place     {_place(place)}"
    for name in item.names:
        yield f"{_KINDS[name.kind]:10}{_name(name)}"
    for said in item.quotes:
        yield f"quote     {_quote(said)}"
    for day in item.dates:
        until = "" if day.last == day.first else f" to {day.last}"
        yield f"date      {day.text}: {day.first}{until}"
    for figure in item.figures:
        yield f"figure    {_figure(figure)}"
    if item.terms:
        yield f"keywords  {', '.join(term.name or term.code for term in item.terms)}"
    if item.summary:
        yield f"summary   {_cut(item.summary)}"
    if item.reading_seconds:
        yield f"to read   {item.reading_seconds} s"
    if item.not_done:
        yield f"not done  {', '.join(item.not_done)}: its time was used up"


_KINDS = {"person": "person", "organisation": "body", "place": "name", "other": "name"}


def _tag(tag: Tag) -> str:
    return f"{tag.scheme}:{tag.code} {tag.name} {tag.score:.2f} by {tag.by}"


def _place(place: Place) -> str:
    at = f"{place.latitude:.2f},{place.longitude:.2f}" if place.latitude is not None else "?"
    why = f", {place.why}" if place.why else ""
    return f"{place.name} {place.country} {at} {place.score:.2f} by {place.by}{why}"


def _name(name: Name) -> str:
    times = f", {len(name.spans)} times" if len(name.spans) > 1 else ""
    role = f", {_cut(name.role)}" if name.role else ""
    country = f" {name.country}" if name.country else ""
    return f"{name.name}{country}{role}{times} {name.score:.2f} by {name.by}"


def _quote(said: Quote) -> str:
    who = f"{said.speaker or said.speaker_as or 'nobody named'}"
    return f"{who}, {said.kind}: {_cut(said.text)}"


def _figure(figure: Figure) -> str:
    most = "" if figure.most == figure.least else f" to {figure.most:,.0f}"
    return f"{figure.kind} {figure.least:,.0f}{most} {figure.unit}: {_cut(figure.text)}"


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]} …"
