"""A worker that quarantines nearly everything is broken, not careful: it stops, visibly."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

__all__ = ["QuarantineWatch", "TooManyQuarantined"]

IN_A_ROW = 1_000
"""So many items in a row are no accident (the limit that Sentry's arroyo uses)."""

SHARE = 0.01
"""More than this share of an hour's items ..."""

AT_LEAST = 1_000
"""... counts only once so many were quarantined: a small folder of odd files is no disaster."""

_HOUR_S = 3600.0


class TooManyQuarantined(RuntimeError):
    """The worker stops; what it quarantined is safe on ``wire.quarantine``."""


class QuarantineWatch:
    """Counts one agent's answers and raises when too many of them are quarantine."""

    def __init__(self, stage: str, clock: Callable[[], float] = monotonic) -> None:
        self._stage = stage
        self._clock = clock
        self._in_a_row = 0
        self._items = 0
        self._quarantined = 0
        self._hour_began = clock()

    @property
    def quarantined(self) -> int:
        """Items quarantined within this hour."""
        return self._quarantined

    def saw(self, *, quarantined: bool) -> None:
        """Count one item."""
        now = self._clock()
        if now - self._hour_began > _HOUR_S:
            self._items = self._quarantined = 0
            self._hour_began = now
        self._items += 1
        if not quarantined:
            self._in_a_row = 0
            return
        self._in_a_row += 1
        self._quarantined += 1

    def check(self) -> None:
        """Raise :class:`TooManyQuarantined` above the limits; asked once a batch is settled."""
        if self._in_a_row >= IN_A_ROW:
            raise TooManyQuarantined(
                f"{self._stage} quarantined {self._in_a_row} items in a row; "
                "look at wire.quarantine, mend the cause, start again, then dateline requeue"
            )
        if self._quarantined >= AT_LEAST and self._quarantined > SHARE * self._items:
            raise TooManyQuarantined(
                f"{self._stage} quarantined {self._quarantined} of {self._items} items within "
                "an hour; look at wire.quarantine, mend the cause, start again, then "
                "dateline requeue"
            )
