"""``dateline plan``: which steps run, in which order, with which options."""

from __future__ import annotations

from typing import Any

import click
from rich.console import Console
from rich.table import Table

from pipeline.cleaning.registry import cleaners
from pipeline.enriching.registry import enrichers
from pipeline.formats.registry import formats
from pipeline.plan import load_plan
from pipeline.settings import Settings
from pipeline.stages import check_plan
from pipeline.steps import Registry
from pipeline.tagging.registry import taggers

__all__ = ["command"]


@click.command("plan")
def command() -> None:
    """Show the plan: DATELINE_PLAN if it is set, else the one that ships. Refuses a wrong one."""
    plan = load_plan(Settings.from_environment().plan)
    check_plan(plan)
    table = Table("room", "step", "what it does", "options", title=plan.name)
    for name in plan["formats"].steps:
        table.add_row("formats", name, formats[name].about, "")
    rooms: tuple[tuple[str, Registry[Any]], ...] = (
        ("cleaning", cleaners),
        ("tagging", taggers),
        ("enriching", enrichers),
    )
    for room, registry in rooms[:1]:
        _rows(table, room, registry, plan)
    own = plan["dedup"].options_of("")
    table.add_row("dedup", "", "Each text once per window.", _listed(own))
    for room, registry in rooms[1:]:
        _rows(table, room, registry, plan)
    Console().print(table)


def _rows(table: Table, room: str, registry: Registry[Any], plan: Any) -> None:
    for name in plan[room].steps:
        step = registry[name]
        table.add_row(
            room, name, step.about, _listed({**step.options, **plan[room].options_of(name)})
        )


def _listed(options: dict[str, Any]) -> str:
    return ", ".join(f"{name} = {value}" for name, value in options.items())
