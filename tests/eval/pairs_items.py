"""Invented texts as items of invented agencies, as cleaning hands them on."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from schemas.types import Block, Dateline, Lifecycle, Origin
from schemas.wire import WireItem
from tests.eval.pairs_facts import Record
from tests.eval.pairs_story import Text

__all__ = ["AGENCIES", "NOON", "Sender", "item_of"]

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)

AGENCIES = {
    "en": ("Northwire", "Alpenpress", "Meridian News", "Harbour Wire"),
    "de": ("Ostkurier Dienst", "Alpenpress", "Elbnachrichten", "Donau-Presse"),
    "es": ("Costa Informa", "Agencia Austral", "Meridiano", "Noticias del Plata"),
}

_BY = {"en": "By", "de": "Von", "es": "Por"}


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends an item, and as what."""

    agency: str
    credit: str
    lifecycle: Lifecycle = Lifecycle.NEW
    slugline: str = ""


def item_of(text: Text, told: Record, sender: Sender, at: datetime, rng: random.Random) -> WireItem:
    """Return an item with a guid of its own; rows of a table are one block, a line each."""
    source = f"{re.sub('[^a-z]+', '-', sender.agency.lower())}.example"
    guid = f"urn:newsml:{source}:{at:%Y%m%d}:{rng.getrandbits(40):010x}"
    place = rng.choice((told.facts["city"], told.facts["place"]))
    people = [told.facts[f"p{n}"] for n in (1, 2, 3, 4)]
    return WireItem(
        item_id=f"{source}/{guid}",
        source=source,
        provider=sender.agency,
        guid=guid,
        origin=Origin(topic="wire.raw", partition=0, offset=rng.getrandbits(48)),
        raw_digest=f"{rng.getrandbits(256):064x}",
        format="ninjs",
        received_at=at + timedelta(seconds=rng.randrange(1, 30)),
        created_at=at,
        versioned_at=at,
        lifecycle=sender.lifecycle,
        language=told.language,
        language_by="said",
        headline=text.headline,
        slugline=sender.slugline,
        story_slug=sender.slugline.lower(),
        byline=f"{_BY[told.language]} {rng.choice(people)}" if rng.random() < 0.4 else "",
        credit=sender.credit,
        dateline=Dateline(text=f"{place.upper()}, {at:%d.%m.} ({sender.credit})", places=(place,)),
        body=tuple(_block(paragraph) for paragraph in text.paragraphs),
    )


def _block(paragraph: tuple[str, ...]) -> Block:
    text = " ".join(paragraph)
    if text.startswith("|"):
        return Block(kind="table", text=text[1:].replace("|", "\n"))
    return Block(text=text)
