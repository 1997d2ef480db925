"""What a stage answers: every item has exactly one fate, and the fate is what we count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from schemas.types import Model

__all__ = [
    "Already",
    "Divert",
    "Drop",
    "Fate",
    "Held",
    "Keep",
    "Outcome",
    "Quarantine",
    "Reason",
    "Tell",
]

T = TypeVar("T", bound=Model)


class Fate(StrEnum):
    """What became of an item at a stage."""

    KEPT = "kept"
    DIVERTED = "diverted"
    DROPPED = "dropped"
    QUARANTINED = "quarantined"


class Reason(StrEnum):
    """Why an item did not simply go on. A closed list: a new reason is a new line here."""

    # diverted
    DUPLICATE = "duplicate"
    NOT_TEXT = "not_text"
    # dropped
    EMPTY_BODY = "empty_body"
    TEST_MESSAGE = "test_message"
    SUPERSEDED = "superseded"
    """An older version that came after a newer one was published."""
    KILLED = "killed"
    """A version of an item that its agency has killed."""
    UNCHANGED = "unchanged"
    """A version that says nothing new: same version, same text as the published one."""
    JOINED = "joined"
    """A take that was joined with the others into one article."""
    # kept, but not yet published
    EMBARGOED = "embargoed"
    TAKES = "takes"
    """A part of a story that waits for the others."""
    # quarantined
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_READABLE = "not_readable"
    """Bytes that are no text in any encoding, or no format that is known."""
    MALFORMED = "malformed"
    """The format is known, but the item breaks its rules."""
    NO_CONTENT = "no_content"
    STAGE_RAISED = "stage_raised"


@dataclass(frozen=True, slots=True)
class Keep(Generic[T]):
    """The item goes on."""

    item: T


@dataclass(frozen=True, slots=True)
class Divert:
    """The item leaves the line for a topic of its own, with what explains it.

    With no *value* the topic receives the bytes as they came.
    """

    topic: str
    reason: Reason
    key: str
    value: Model | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Drop:
    """The item ends here; a record of it goes to ``wire.dropped``."""

    reason: Reason
    item_id: str
    headline: str = ""
    raw_digest: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quarantine:
    """The item could not be understood; its bytes go to ``wire.quarantine``."""

    reason: Reason
    note: str = ""


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """The item is kept in the stage's own state until *until*, or until another item ends that."""

    item: T
    until: datetime | None = None
    reason: Reason = Reason.EMBARGOED
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tell:
    """A word beside the fate: to another item's ledger, or to those who may read early.

    It is no item's fate and is not counted. An item that is told to another ledger has its fate
    there.
    """

    topic: str
    key: str
    item: Model
    elsewhere: bool = False
    """It goes to every partition of the topic but the one that its key chooses."""


@dataclass(frozen=True, slots=True)
class Already:
    """A redelivery: this origin was answered before, and that answer was confirmed.

    Nothing is sent and nothing is counted a second time.
    """


Outcome: TypeAlias = Keep[T] | Held[T] | Divert | Drop | Quarantine | Already | Tell
