"""Takes joined to one text: what was found in each stands where its words stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Final, TypeVar

from schemas.types import DateMention, Figure, Name, Place, Quote, Span, Tag
from schemas.wire import WireItem

__all__ = ["findings_of"]

_BODY: Final = "body:"

Spanned = TypeVar("Spanned", Tag, Place, Name)


def findings_of(parts: list[WireItem]) -> dict[str, Any]:
    """Return tags, places, names, quotes, dates, figures and terms of a text joined from *parts*.

    *parts* are in their order; the blocks of each stand behind those of the parts before. Of the
    first part's headline and dateline, which are the whole's, everything stays; what rests on
    words of the others that the whole does not have goes with them.
    """
    moved = [
        _moved(part, first, is_first=part is parts[0])
        for part, first in zip(parts, _first_blocks(parts), strict=True)
    ]
    return {
        "tags": _merged_tags(part["tags"] for part in moved),
        "terms": _merged_tags(part["terms"] for part in moved),
        "places": _merged(
            (place for part in moved for place in part["places"]),
            lambda place: (place.name, place.role, place.geonames_id, place.wikidata),
        ),
        "names": _merged(
            (name for part in moved for name in part["names"]), lambda name: (name.kind, name.name)
        ),
        "quotes": tuple(one for part in moved for one in part["quotes"]),
        "dates": tuple(one for part in moved for one in part["dates"]),
        "figures": tuple(one for part in moved for one in part["figures"]),
        "focus": next((part.focus for part in parts if part.focus is not None), None),
        "reading_seconds": sum(part.reading_seconds for part in parts),
        "not_done": tuple(dict.fromkeys(step for part in parts for step in part.not_done)),
    }


def _first_blocks(parts: list[WireItem]) -> Iterable[int]:
    before = 0
    for part in parts:
        yield before
        before += len(part.body)


def _moved(part: WireItem, first: int, *, is_first: bool) -> dict[str, Any]:
    def move(span: Span | None) -> Span | None:
        if span is None or is_first:
            return span
        number = span.where.removeprefix(_BODY)
        if not number.isdigit():
            return None
        return replace(span, where=f"{_BODY}{int(number) + first}")

    def spans(found: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(there for span in found if (there := move(span)) is not None)

    def spanned(found: Iterable[Spanned]) -> list[Spanned]:
        kept = []
        for one in found:
            own = spans(one.spans)
            if own or not one.spans:
                kept.append(one if is_first else one.model_copy(update={"spans": own}))
        return kept

    def quoted(found: Iterable[Quote]) -> list[Quote]:
        return [
            quote.model_copy(
                update={
                    "span": there,
                    "speaker_span": move(quote.speaker_span),
                    "cue_span": move(quote.cue_span),
                }
            )
            for quote in found
            if (there := move(quote.span)) is not None
        ]

    def said(found: Iterable[Any]) -> list[Any]:
        return [
            one.model_copy(update={"span": there})
            for one in found
            if (there := move(one.span)) is not None
        ]

    places = [place for place in part.places if is_first or place.role != "dateline"]
    dates: tuple[DateMention, ...] = part.dates
    figures: tuple[Figure, ...] = part.figures
    return {
        "tags": spanned(part.tags),
        "terms": spanned(part.terms),
        "places": spanned(places),
        "names": spanned(part.names),
        "quotes": quoted(part.quotes),
        "dates": said(dates),
        "figures": said(figures),
    }


def _merged_tags(found: Iterable[Iterable[Tag]]) -> tuple[Tag, ...]:
    """The same scheme and code twice is kept once: the surer, with the words of both."""
    return _merged(
        (tag for tags in found for tag in tags), lambda tag: (tag.scheme, tag.code, tag.name)
    )


def _merged(found: Iterable[Any], key_of: Callable[[Any], object]) -> tuple[Any, ...]:
    merged: dict[object, Any] = {}
    for one in found:
        key = key_of(one)
        known = merged.get(key)
        if known is None:
            merged[key] = one
            continue
        surer = one if one.score > known.score else known
        spans = tuple(dict.fromkeys((*known.spans, *one.spans)))
        merged[key] = surer.model_copy(update={"spans": spans})
    return tuple(merged.values())
