"""Slow steps in a process of their own: a late one is given up, and does not hold the line."""

from __future__ import annotations

import logging
import multiprocessing
import signal
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any

from pipeline.steps import SlowStep
from schemas.wire import WireItem

__all__ = ["ChildProcess"]

logger = logging.getLogger(__name__)

_READY_S = 5.0
"""How long an item waits for the process to read its models, once. A process that needs longer
goes on reading them; items that come meanwhile go on without."""

_PAUSE_S = 30.0
"""A process that died is started again after so long: its steps may be what kills it."""

Steps = Sequence[SlowStep[Callable[[WireItem], WireItem]]]


class ChildProcess:
    """One child that runs slow steps, one item at a time.

    It is started with the first item. If a step is late, the answer is thrown away when it comes;
    until then other items do not wait for it, and go on without. What is left is not killed: a
    model that was read once is worth more than the time of one item.
    """

    def __init__(self, steps: Steps) -> None:
        self._steps = list(steps)
        self._context = multiprocessing.get_context("spawn")
        self._child: Any = None
        self._line: Connection | None = None
        self._owed = 0
        """Answers of steps that were late, the child's first word among them."""
        self._not_before = 0.0

    def ask(self, step: str, item: WireItem, within_s: float) -> tuple[WireItem | None, float]:
        """Return what *step* made of the item and the seconds it took; None if it was late.

        Raises what the step raised; then the item is quarantined.
        """
        line = self._started()
        began = time.monotonic()  # to read models is no item's time
        made = None if line is None else self._ask(line, step, item, began + within_s)
        return made, time.monotonic() - began

    def close(self) -> None:
        """End the child."""
        if self._line is not None:
            self._line.close()
            self._line = None
        if self._child is not None:
            self._child.join(1.0)
            self._child.kill()
            self._child = None

    def _ask(self, line: Connection, step: str, item: WireItem, until: float) -> WireItem | None:
        try:
            while self._owed:
                if not line.poll(max(0.0, until - time.monotonic())):
                    return None
                line.recv()
                self._owed -= 1
            line.send((step, item))
            self._owed += 1
            if not line.poll(max(0.0, until - time.monotonic())):
                return None
            answer: WireItem | Exception = line.recv()
            self._owed -= 1
        except (EOFError, OSError) as error:
            self._gave_up(error)
            return None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _started(self) -> Connection | None:
        if self._line is not None:
            return self._line
        if time.monotonic() < self._not_before:
            return None
        ours, theirs = self._context.Pipe()
        self._child = self._context.Process(
            target=_serve, args=(theirs, self._steps), name="slow steps", daemon=True
        )
        self._child.start()
        theirs.close()
        self._line, self._owed = ours, 1
        try:
            if ours.poll(_READY_S):
                ours.recv()
                self._owed = 0
        except (EOFError, OSError) as error:
            self._gave_up(error)
        return self._line

    def _gave_up(self, error: Exception) -> None:
        logger.warning("the process of slow steps died (%r); items go on without", error)
        self.close()
        self._not_before = time.monotonic() + _PAUSE_S


def _serve(line: Connection, steps: Steps) -> None:
    """Answer until nobody is there any more; the child's whole life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the worker's to obey
    run = {step.name: step.run for step in steps}
    for step in steps:
        step.warm()
    line.send(None)
    while True:
        try:
            name, item = line.recv()
        except (EOFError, OSError):
            return
        try:
            answer: WireItem | Exception = run[name](item)
        except Exception as error:
            answer = RuntimeError(f"{name}: {type(error).__name__}: {error}")
        line.send(answer)
