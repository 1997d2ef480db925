"""The words that every room shares: small frozen models and closed lists.

Models are frozen, readers ignore unknown fields (so that a newer writer does not
break an older reader), and every time is an aware UTC ``datetime``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

__all__ = [
    "Block",
    "Carrier",
    "DateMention",
    "Dateline",
    "Embargo",
    "Figure",
    "Focus",
    "Lifecycle",
    "Model",
    "Name",
    "Named",
    "Origin",
    "Place",
    "Quote",
    "Reference",
    "Related",
    "Removed",
    "Score",
    "Span",
    "Subject",
    "Tag",
    "Take",
    "UtcTime",
    "strongest",
]


class Model(BaseModel):
    """A frozen value; unknown fields are ignored, so old readers read new writers."""

    model_config = ConfigDict(
        frozen=True, extra="ignore", ser_json_temporal="iso8601", use_attribute_docstrings=True
    )


def _to_utc(value: datetime) -> datetime:
    return value.astimezone(UTC)


UtcTime = Annotated[AwareDatetime, AfterValidator(_to_utc)]
"""An aware time, always in UTC; a naive time is refused."""

Score = Annotated[float, Field(ge=0.0, le=1.0)]


class Lifecycle(StrEnum):
    """What an item says about its place in its story."""

    NEW = "new"
    UPDATE = "update"
    CORRECTION = "correction"
    KILL = "kill"
    WITHHOLD = "withhold"
    ADVISORY = "advisory"
    ALERT = "alert"
    TEST = "test"
    REPEAT = "repeat"


_STRENGTH = (
    Lifecycle.TEST,
    Lifecycle.KILL,
    Lifecycle.WITHHOLD,
    Lifecycle.CORRECTION,
    Lifecycle.ADVISORY,
    Lifecycle.ALERT,
    Lifecycle.UPDATE,
    Lifecycle.REPEAT,
    Lifecycle.NEW,
)


def strongest(*said: Lifecycle) -> Lifecycle:
    """Return what counts if an item says several things of itself.

    >>> strongest(Lifecycle.UPDATE, Lifecycle.CORRECTION).value
    'correction'
    """
    return min(said, key=_STRENGTH.index)


class Origin(Model):
    """Where on ``wire.raw`` an item was read: the same origin again is a redelivery."""

    topic: str
    partition: int
    offset: int
    part: int = 0
    """Which item of the record, counted from 0; one file may hold several."""


class Block(Model):
    """One block of a body: its kind, its words, and safe markup where it has any."""

    kind: Literal["p", "h2", "h3", "ul", "ol", "table", "blockquote"] = "p"
    text: str
    """The words; list items and table rows on lines of their own, table cells apart by TAB."""
    html: str = ""
    """The safe HTML subset, without the outer element; empty if the text says it all."""


class Removed(Model):
    """A span that cleaning set aside: what, from where, by which step."""

    step: str
    where: str
    """``head``, ``headline``, ``body:3`` (block 3 as read) or ``tail``."""
    text: str


class Dateline(Model):
    """``Brussels/Moscow, 17 February 2022 (dpa/MIA) -`` taken apart."""

    text: str
    """The dateline as it stood, without the dash that ends it."""
    places: tuple[str, ...] = ()
    on: date | None = None
    agencies: tuple[str, ...] = ()


class Subject(Model):
    """A subject as the provider coded it; kept whatever we make of it."""

    scheme: str
    code: str
    name: str = ""


class Carrier(Model):
    """Who else carried a text: a copy that was not published, because the text was there."""

    item_id: str
    credit: str = ""
    kind: Literal["exact", "update_of", "rewrite"] = "exact"
    at: UtcTime


class Related(Model):
    """An earlier item that this one is near to, without being a copy of it."""

    kind: Literal["update_of", "same_event", "template"]
    """``update_of``: the same story by the same agency, told further; the two are versions of one
    article. ``same_event``: another report of it. ``template``: one form, filled in anew."""
    item_id: str
    article_id: str
    rule: str
    """The rule that said so."""
    measures: dict[str, float] = Field(default_factory=dict)


class Reference(Model):
    """Another item that this one speaks of."""

    rel: Literal["replaces", "corrects", "kills", "follows", "take_of"]
    """``take_of``: the first part of the story that this one is a part of."""
    guid: str


class Named(Model):
    """A story as a notice names it, by its headline or by its slugline."""

    headline: str = ""
    slugline: str = ""
    sent_at: UtcTime | None = None
    """When it was sent, as far as the notice says."""


class Embargo(Model):
    """Not before *until*; without a time, not before somebody lifts it."""

    until: UtcTime | None = None
    note: str = ""


class Take(Model):
    """Which part of a story that its agency sends in parts: the *number*-th of *of*."""

    number: int
    of: int | None = None
    """How many parts there are; None while the agency has not said it."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where in an item's text something stands: ``text[start:end]`` of one of its parts."""

    # Not a Model: an item has a hundred of them, and made so each costs a third.
    __pydantic_config__: ClassVar[ConfigDict] = Model.model_config

    where: str
    """``headline``, ``standfirst``, ``dateline`` or ``body:3`` (block 3, counted from 0)."""
    start: int
    """In characters (Unicode code points) from the beginning of that part."""
    end: int


class Tag(Model):
    """What a tagger thinks an item is about, how sure it is (0-1), and which tagger."""

    scheme: str
    """``medtop`` (IPTC Media Topics), ``genre``, ``language`` ..."""
    code: str
    name: str = ""
    score: Score = 1.0
    by: str
    """The tagger, or ``agency`` where the agency itself said it."""
    spans: tuple[Span, ...] = ()
    """The words that it rests on, where it rests on some."""


class Place(Model):
    """A place with its coordinates (WGS 84 degrees) and ISO 3166-1 alpha-2 country."""

    name: str
    """As the item writes it."""
    role: Literal["dateline", "mention"] = "dateline"
    country: str = ""
    country_name: str = ""
    region: str = ""
    """The country's first level of administration, as GeoNames numbers it: ``TX``, ``02``."""
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    wikidata: str = ""
    why: str = ""
    """What decided between places of one name: ``dateline``, ``population``, ``neighbours`` ..."""
    spans: tuple[Span, ...] = ()
    score: Score = 1.0
    by: str


class Name(Model):
    """A person, an organisation or a place that the text names, all its mentions together."""

    kind: Literal["person", "organisation", "place", "other"]
    name: str
    """Its fullest form in the text: ``Jens Stoltenberg`` also where only ``Stoltenberg`` stands."""
    spans: tuple[Span, ...] = ()
    role: str = ""
    """What the text calls a person: ``NATO Secretary General``."""
    country: str = ""
    """ISO 3166-1 alpha-2, for countries and places that were resolved."""
    geonames_id: int | None = None
    wikidata: str = ""
    score: Score = 1.0
    by: str


class Quote(Model):
    """What somebody said, in their words (direct), in the writer's (indirect), or in both."""

    kind: Literal["direct", "indirect", "mixed"]
    text: str
    """The words that were said, without the marks around them."""
    span: Span
    speaker: str = ""
    """By the fullest form of the name in the text; empty where nobody is named."""
    speaker_as: str = ""
    """As it stands beside the quotation: ``Stoltenberg``, ``he``, ``a spokesman``."""
    speaker_span: Span | None = None
    cue: str = ""
    """The words that say that something is said: ``said``, ``erklärte``."""
    cue_span: Span | None = None
    score: Score = 1.0
    by: str


class DateMention(Model):
    """A day or a span of days that the text speaks of, in the calendar."""

    text: str
    """As it stands: ``on Thursday``."""
    first: date
    last: date
    """The same as *first* for one day; both belong to the span."""
    span: Span
    score: Score = 1.0
    by: str


class Figure(Model):
    """A count of people harmed, or a sum of money."""

    kind: Literal["dead", "injured", "missing", "money"]
    text: str
    """As it stands: ``at least 12 people were killed``."""
    least: float
    most: float
    """The same as *least* where one number is said; of money in whole units of *unit*."""
    unit: str
    """``people``, or the currency's ISO 4217 code."""
    span: Span
    score: Score = 1.0
    by: str


class Focus(Model):
    """Where an item is mostly about; empty where it is about no country or city."""

    country: str = ""
    """ISO 3166-1 alpha-2."""
    city: str = ""
    geonames_id: int | None = None
    """The city's."""
    score: Score = 1.0
    by: str
