"""The plan: which steps run in which order, and with which options.

``plan.toml`` ships with Dateline; ``DATELINE_PLAN`` names another. A plan that cannot be is
refused at start, with what would have been right.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

__all__ = ["BadPlan", "Plan", "Room", "load_plan", "read_plan"]

_ROOMS = ("formats", "cleaning", "dedup", "tagging", "enriching")


class BadPlan(ValueError):
    """The plan cannot be followed; the message says why and what would be right."""


@dataclass(frozen=True, slots=True)
class Room:
    """One room of the plan: its steps in order, and the options that it sets."""

    steps: tuple[str, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By step; the room's own options stand under the empty name."""

    def options_of(self, step: str) -> dict[str, Any]:
        """Return the options that the plan sets for *step*."""
        return dict(self.options.get(step, {}))


@dataclass(frozen=True, slots=True)
class Plan:
    """What each room does, as read from a plan file."""

    rooms: Mapping[str, Room]
    name: str

    def __getitem__(self, room: str) -> Room:
        return self.rooms[room]


def load_plan(path: str = "") -> Plan:
    """Read the plan at *path*, or the one that ships; :class:`BadPlan` if it cannot be read."""
    if not path:
        shipped = resources.files("pipeline").joinpath("plan.toml")
        return read_plan(shipped.read_text(encoding="utf-8"), "plan.toml")
    try:
        return read_plan(Path(path).read_text(encoding="utf-8"), path)
    except (OSError, UnicodeDecodeError) as error:
        raise BadPlan(f"the plan {path} cannot be read: {error}") from error


def read_plan(text: str, name: str) -> Plan:
    """Read a plan from its TOML; *name* is for messages."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadPlan(f"{name} is not TOML: {error}") from error
    unknown = sorted(set(tables) - set(_ROOMS))
    if unknown:
        raise BadPlan(f"{name} has no room for {_listed(unknown)}; rooms: {_listed(_ROOMS)}")
    return Plan({room: _room(tables.get(room, {}), room, name) for room in _ROOMS}, name)


def _room(table: Any, room: str, name: str) -> Room:
    if not isinstance(table, dict):
        raise BadPlan(f"{name}: {room} must be a table, [{room}]")
    steps = table.get("steps", [])
    if not isinstance(steps, list) or not all(isinstance(step, str) for step in steps):
        raise BadPlan(f"{name}: steps of [{room}] must be a list of names")
    twice = sorted({step for step in steps if steps.count(step) > 1})
    if twice:
        raise BadPlan(f"{name}: [{room}] names {_listed(twice)} twice")
    options: dict[str, Mapping[str, Any]] = {}
    own: dict[str, Any] = {}
    for key, value in table.items():
        if key == "steps":
            continue
        if isinstance(value, dict):
            if key not in steps:
                raise BadPlan(f"{name}: [{room}.{key}] sets options of a step that is not in steps")
            options[key] = value
        else:
            own[key] = value
    return Room(tuple(steps), {**options, "": own})


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
