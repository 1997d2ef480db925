"""``dateline try --against``: what an item is to another one, and everything that speaks for it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import orjson
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.app import utc_now
from pipeline.dedup.pair import Pair, compare
from pipeline.outcome import Drop, Keep, Outcome, Quarantine
from pipeline.outside.feeds.files import Refused
from pipeline.stage import attempt
from pipeline.stages import Stages
from schemas import topics
from schemas.raw import RawItem
from schemas.types import Origin
from schemas.wire import WireItem

__all__ = ["show_pairs"]

_MEANING = {
    "exact": "the same words: a duplicate",
    "rewrite": "the same story, edited or shortened: a duplicate",
    "update_of": "the same story, told further: the next version of its article",
    "same_event": "another report of it: kept, and linked",
    "template": "one form, filled in anew: kept, and linked",
}
_UNRELATED = "nothing to do with each other, or too short to be compared but word for word"


def show_pairs(
    stages: Stages, against: str, raws: Iterable[RawItem | Refused], *, as_json: bool
) -> None:
    """Print of each item what it is to the (first) item of the file *against*."""
    path = Path(against)
    raw = RawItem(
        value=path.read_bytes(),
        source="local",
        name=path.name,
        received_at=utc_now(),
        origin=Origin(topic=topics.RAW.name, partition=0, offset=0),
    )
    earlier = next(_items(stages, raw), None)
    if earlier is None:
        raise click.ClickException(f"{against} holds no item that can be compared")
    console = Console()
    for given in raws:
        if isinstance(given, Refused):
            raise click.ClickException(f"{given.name}: {given.why}")
        for item in _items(stages, given):
            pair = compare(item, earlier)
            if as_json:
                told = {"file": given.name, "against": path.name, **_as_json(pair)}
                sys.stdout.buffer.write(orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE))
            else:
                _show(console, given.name, path.name, pair)
    sys.stdout.flush()


def _items(stages: Stages, raw: RawItem) -> Iterator[WireItem]:
    outcomes: Iterable[Outcome[Any]] = attempt(stages.clean, raw)
    for outcome in outcomes:
        if isinstance(outcome, Keep):
            yield outcome.item
        elif isinstance(outcome, Quarantine | Drop):
            click.echo(f"{raw.name}: {outcome.reason} {outcome.note}", err=True)


def _as_json(pair: Pair) -> dict[str, Any]:
    given = pair.given
    return {
        "class": pair.verdict.kind if pair.verdict else None,
        "rule": pair.verdict.rule if pair.verdict else None,
        "measures": pair.near.measures() if pair.near else {},
        "same_agency": given.same_agency,
        "hours_later": round(given.seconds_later / 3600, 2),
        "same_headline": round(given.same_headline, 2),
        "figure_in_headline": given.headline_figure,
        "shared": pair.shared,
        "own": pair.own,
        "earlier_s_own": pair.earlier_s_own,
    }


def _show(console: Console, name: str, against: str, pair: Pair) -> None:
    verdict = pair.verdict
    told = _MEANING[verdict.kind] if verdict else _UNRELATED
    kind = f"{verdict.kind} (rule {verdict.rule})" if verdict else "unrelated"
    console.print(
        Text.assemble((f"{name} ", "dim"), "to ", (f"{against}: ", "dim"), (kind, "bold"))
    )
    console.print(Text(f"    {told}"))
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 4))
    given = pair.given
    table.add_row("same agency", "yes" if given.same_agency else "no")
    table.add_row("later by", f"{given.seconds_later / 3600:.1f} h")
    table.add_row("headline's words in common", f"{given.same_headline:.0%}")
    for measure, value in (pair.near.measures() if pair.near else {}).items():
        table.add_row(measure.replace("_", " "), f"{value:g}")
    console.print(table)
    for title, found in (
        ("in both", pair.shared),
        (f"only in {name}", pair.own),
        (f"only in {against}", pair.earlier_s_own),
    ):
        for passage in found:
            console.print(Text(f"    {title}: \u201c{passage}\u201d", overflow="fold"))
