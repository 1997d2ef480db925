"""A registry of steps: small functions that the plan names, with what they need and give."""

from __future__ import annotations

import difflib
import importlib
import importlib.util
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

__all__ = ["Registry", "SlowStep", "Step", "UnknownStep", "discover", "nothing_to_warm"]

F = TypeVar("F", bound=Callable[..., Any])


class UnknownStep(LookupError):
    """The plan names a step that no room offers, or an option that the step does not have."""


@dataclass(frozen=True, slots=True)
class Step(Generic[F]):
    """A named function of a room, the fields it reads and the fields it fills."""

    name: str
    run: F
    needs: frozenset[str]
    gives: frozenset[str]
    about: str
    """The first line of the function's docstring, for ``dateline plan``."""
    slow: bool = False
    """Whether it takes milliseconds: it runs beside the line, and an item waits a limited time."""
    missing: Callable[..., str] | None = None
    """Asked with the plan's options, says what the step needs and this machine does not have."""
    warm: Callable[..., None] | None = None
    """Called once with the plan's options before the first item: a model is read, say."""

    @property
    def options(self) -> dict[str, Any]:
        """The step's options with their defaults: its keyword-only arguments."""
        return {
            p.name: p.default
            for p in inspect.signature(self.run).parameters.values()
            if p.kind is inspect.Parameter.KEYWORD_ONLY
        }


@dataclass(frozen=True, slots=True)
class SlowStep(Generic[F]):
    """A slow step with the plan's options, ready to run in another process."""

    name: str
    run: F
    warm: Callable[[], None]


class Registry(Generic[F]):
    """The steps that one room offers, in the order in which they were added."""

    def __init__(self, room: str) -> None:
        self.room = room
        self._steps: dict[str, Step[F]] = {}

    def add(
        self,
        name: str,
        *,
        needs: Iterable[str] = (),
        gives: Iterable[str] = (),
        slow: bool = False,
        missing: Callable[..., str] | None = None,
        warm: Callable[..., None] | None = None,
    ) -> Callable[[F], F]:
        """Register the decorated function as *name*; a name may be taken once.

        See :class:`Step` for *slow*, *missing* and *warm*.
        """

        def register(function: F) -> F:
            if name in self._steps:
                raise ValueError(f"{self.room} already has a step named {name!r}")
            about = (inspect.getdoc(function) or "").partition("\n")[0]
            given = frozenset(needs), frozenset(gives)
            self._steps[name] = Step(name, function, *given, about, slow, missing, warm)
            return function

        return register

    def __getitem__(self, name: str) -> Step[F]:
        try:
            return self._steps[name]
        except KeyError:
            close = difflib.get_close_matches(name, self._steps, n=1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            known = ", ".join(self._steps)
            raise UnknownStep(
                f"{self.room} has no step named {name!r}{hint} It has: {known}."
            ) from None

    def __iter__(self) -> Iterator[Step[F]]:
        return iter(self._steps.values())

    def __len__(self) -> int:
        return len(self._steps)


def nothing_to_warm() -> None:
    """Do nothing: most steps read nothing before the first item."""


def discover(room: str) -> None:
    """Import the modules of *room*, such as ``pipeline.tagging``, so that its steps register.

    In the order of their names, whatever the file system says. A step that needs a room of its own
    stands in the module ``step`` of that room: ``pipeline.tagging.topics.step``. A compiled module
    without its source is left from an earlier version, and is passed over.
    """
    path = importlib.import_module(room).__path__
    for module in sorted(pkgutil.iter_modules(path), key=lambda module: module.name):
        name = f"{room}.{module.name}"
        if not module.ispkg:
            if any(Path(folder, f"{module.name}.py").exists() for folder in path):
                importlib.import_module(name)
        elif importlib.util.find_spec(f"{name}.step") is not None:
            importlib.import_module(f"{name}.step")
