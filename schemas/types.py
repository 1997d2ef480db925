"""The words that every room shares: small frozen models and closed lists.

Models are frozen, readers ignore unknown fields (so that a newer writer does not
break an older reader), and every time is an aware UTC ``datetime``.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

__all__ = [
    "Block",
    "Dateline",
    "Embargo",
    "Lifecycle",
    "Model",
    "Origin",
    "Place",
    "Reference",
    "Removed",
    "Score",
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


class Reference(Model):
    """Another item that this one speaks of."""

    rel: Literal["replaces", "corrects", "kills", "follows"]
    guid: str


class Embargo(Model):
    """Not before *until*; without a time, not before somebody lifts it."""

    until: UtcTime | None = None
    note: str = ""


class Take(Model):
    """Which part of a story that its agency sends in parts: the *number*-th of *of*."""

    number: int
    of: int | None = None
    """How many parts there are; None while the agency has not said it."""


class Tag(Model):
    """What a tagger thinks an item is about, how sure it is (0-1), and which tagger."""

    scheme: str
    """``medtop`` (IPTC Media Topics), ``genre``, ``language`` ..."""
    code: str
    name: str = ""
    score: Score = 1.0
    by: str


class Place(Model):
    """A place with its coordinates (WGS 84 degrees) and ISO 3166-1 alpha-2 country."""

    name: str
    """As the item writes it."""
    role: Literal["dateline", "mention"] = "dateline"
    country: str = ""
    country_name: str = ""
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    score: Score = 1.0
    by: str
