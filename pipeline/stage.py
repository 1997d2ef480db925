"""What a stage is to those who run it: a callable, with state where it must remember.

The rooms write stages; the agents and the dry run only call them. A stage runs one item at a
time, and the items of one input partition always come in order and to the same object.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeAlias, TypeVar

from pipeline.outcome import Outcome, Quarantine, Reason
from schemas.types import Model

__all__ = ["Row", "Stage", "StatefulStage", "TimedStage", "attempt"]

In = TypeVar("In", contravariant=True)

Row: TypeAlias = tuple[bytes, bytes | None]
"""A changelog row: key and value; the value None forgets the key."""


class Stage(Protocol[In]):
    """Answer one item with its outcomes: one, or for a file with several items one each."""

    def __call__(self, item: In, /) -> Sequence[Outcome[Any]]:
        """Return the fates; see the class."""
        ...


class StatefulStage(Stage[In], Protocol[In]):
    """A stage that remembers. Its state belongs to one input partition.

    The engine calls ``restore`` with every committed row, oldest first, before the first item;
    then, after each batch, ``changes`` for the rows that the batch wrote. It stores them together
    with the outputs. If that fails the object is thrown away and restored anew, so the stage
    may change its state in place.
    """

    def restore(self, rows: Iterable[Row]) -> None:
        """Take committed rows, oldest first; called any number of times before the first item."""
        ...

    def changes(self) -> list[Row]:
        """Return the rows written since the last call (the last value per key), and forget them."""
        ...


class TimedStage(StatefulStage[In], Protocol[In]):
    """A stage that also acts when a time has come, such as the end of an embargo."""

    def next_due(self) -> datetime | None:
        """Return when ``due`` has something to answer, or None while nothing waits."""
        ...

    def due(self, now: datetime) -> Sequence[Outcome[Model]]:
        """Answer everything whose time has come; rows of it are in ``changes``."""
        ...


_NOTE_CHARS = 500


def attempt(stage: Stage[In], item: In) -> Sequence[Outcome[Any]]:
    """Return the stage's answer; a stage that raises quarantines the item and nothing else.

    The note says what was raised and where, so that the cause can be mended and the item put
    back.
    """
    try:
        return stage(item)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        where = f" ({frames[-1].name}, line {frames[-1].lineno})" if frames else ""
        note = f"{type(error).__name__}{where}: {error}"[:_NOTE_CHARS]
        return [Quarantine(Reason.STAGE_RAISED, note)]
