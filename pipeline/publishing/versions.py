"""Which of two versions of an item is the newer one, as far as the agency's own words tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from schemas.types import Lifecycle
from schemas.wire import WireItem

__all__ = ["Mark", "Order", "compare", "is_reissue", "later_kill", "outlives_a_late_kill"]

_REISSUES = frozenset({Lifecycle.NEW, Lifecycle.UPDATE, Lifecycle.CORRECTION})
"""What can bring a killed story back. A repeat or an advisory cannot: agencies repeat old copy
under a new time, and an advisory speaks about a story without being one."""


class Order(Enum):
    """How a version stands to one that came before it."""

    OLDER = "older"
    SAME = "same"
    NEWER = "newer"
    UNKNOWN = "unknown"
    """Neither a number nor a time that both have: the order of arrival is all there is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is known of a version's place among the versions of its item."""

    version: int | None = None
    versioned_at: datetime | None = None
    lifecycle: Lifecycle = Lifecycle.NEW
    sent_as: str = ""
    """The id under which it was sent: only versions of one id have numbers that compare."""
    lead: int | None = None
    """Which lead of its story it is."""

    @classmethod
    def of(cls, item: WireItem) -> Mark:
        """Return what the item says of itself."""
        return cls(item.version, item.versioned_at, item.lifecycle, item.item_id, item.lead)

    def after(self, earlier: Mark) -> Mark:
        """Return this mark, with what it leaves unsaid taken from the one *earlier* than it."""
        same = self.sent_as == earlier.sent_as
        return Mark(
            earlier.version if self.version is None and same else self.version,
            earlier.versioned_at if self.versioned_at is None else self.versioned_at,
            self.lifecycle,
            self.sent_as,
            earlier.lead if self.lead is None else self.lead,
        )

    def __str__(self) -> str:
        number = "a version" if self.version is None else f"version {self.version}"
        if self.versioned_at is None:
            return number
        return f"{number} of {self.versioned_at.isoformat().replace('+00:00', 'Z')}"


def compare(new: Mark, known: Mark) -> Order:
    """Return how *new* stands to *known*.

    The larger number is the newer version. Numbers are opaque, so where both versions have a
    time and it contradicts the numbers, or the numbers are equal or missing, the times decide
    (Reuters cancels a story under its own guid with a number that says nothing). Numbers of
    different ids do not compare; there the number of the lead decides where times do not.
    """
    by_number = _by_number(new, known)
    by_time = _sign(new.versioned_at, known.versioned_at)
    by_lead = _sign(new.lead, known.lead) if new.sent_as != known.sent_as else None
    if by_number is by_time is by_lead is None:
        return Order.UNKNOWN
    sign = by_time or by_number or by_lead or 0
    if not sign and new.sent_as != known.sent_as:
        return Order.UNKNOWN  # two ids are never the same version
    return Order.NEWER if sign > 0 else Order.OLDER if sign < 0 else Order.SAME


def is_reissue(new: Mark, kill: Mark) -> bool:
    """Tell whether a version brings a killed story back, on its agency's word.

    A kill is final for all copy that may have been on its way when it was sent. Only a version
    that says a later time than the kill, is no repeat, and does not have a smaller number was
    made in knowledge of the kill. Copy without times stays killed: to leave out a re-issue costs
    a call to the agency, to print a killed story may cost a lawsuit.
    """
    if new.lifecycle not in _REISSUES or new.versioned_at is None or kill.versioned_at is None:
        return False
    return new.versioned_at > kill.versioned_at and (_by_number(new, kill) or 0) >= 0


def outlives_a_late_kill(published: Mark, kill: Mark) -> bool:
    """Tell whether a published version was made after a kill that arrives only now.

    Stricter than ``is_reissue``: here the time alone could be a clock or a zone gone wrong, and
    a kill must not be lost to that. Where both were sent under one id the number has to say so
    too; in doubt the story is killed. A kill under an id of its own has no number to compare.
    """
    if not is_reissue(published, kill):
        return False
    return published.sent_as != kill.sent_as or _by_number(published, kill) == 1


def later_kill(new: Mark, known: Mark) -> Mark:
    """Return the mark of the later of two kills; one without a time is final, so it stays."""
    if known.versioned_at is None:
        return known
    if new.versioned_at is None or new.versioned_at > known.versioned_at:
        return new
    return known


def _by_number(new: Mark, known: Mark) -> int | None:
    return _sign(new.version, known.version) if new.sent_as == known.sent_as else None


def _sign(new: int | datetime | None, known: int | datetime | None) -> int | None:
    """Return 1, 0 or -1, or None where one of the two is missing."""
    if new is None or known is None:
        return None
    return (new > known) - (new < known)  # type: ignore[operator]
