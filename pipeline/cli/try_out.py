"""``dateline try``: what each stage makes of each item, and why; no broker."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import click
import orjson
from rich.console import Console
from rich.text import Text

from pipeline.app import utc_now
from pipeline.cleaning.words import unaccounted_words
from pipeline.cli.against import show_pairs
from pipeline.cli.findings import findings
from pipeline.cli.lines import As
from pipeline.dry_run import DryRun, Passage
from pipeline.outcome import Fate
from pipeline.outside.feeds.files import Found, Refused, find_files, read_files
from pipeline.plan import load_plan
from pipeline.settings import Settings
from pipeline.stages import build_stages
from pipeline.warm_up import warm_up
from schemas import topics
from schemas.ninjs import to_ninjs
from schemas.raw import RawItem
from schemas.types import Origin

__all__ = ["command"]

_STYLES = {
    Fate.KEPT: "green",
    Fate.DIVERTED: "cyan",
    Fate.DROPPED: "yellow",
    Fate.QUARANTINED: "red",
}


@click.command("try")
@click.argument("paths", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option("--as", "how", type=click.Choice(["line", "json", "ninjs"]), default="line")
@click.option("--source", default="local", show_default=True, help="Name of the feed.")
@click.option(
    "--against",
    type=click.Path(exists=True, dir_okay=False),
    help="Compare each item with that of this file, and say what the one is to the other.",
)
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Show what was found (tags, names, places ...) and set aside.",
)
def command(
    paths: tuple[str, ...], how: As, source: str, against: str | None, verbose: bool
) -> None:
    """Run files and folders through the whole line in this process, and show each item's fate.

    All items go through one line in the order given, so duplicates, versions and kills show.
    With --as json or ninjs one line an item: file, item, fate, stage, reason, article ...
    """
    settings = Settings.from_environment()
    plan = load_plan(settings.plan)
    stages = build_stages(plan, utc_now)
    if against is not None:
        show_pairs(stages, against, _raws(find_files(paths), source), as_json=how != "line")
        return
    warm_up(plan)  # else the first item would seem to take what reading the tables takes
    run = DryRun(stages)
    console = Console()
    for name, passage in _passages(run, find_files(paths), source):
        if how == "line":
            _show(console, name, passage, verbose)
        else:
            line = orjson.dumps(_as_json(name, passage, how), option=orjson.OPT_APPEND_NEWLINE)
            sys.stdout.buffer.write(line)
    sys.stdout.flush()


def _passages(
    run: DryRun, files: list[Any], source: str
) -> Iterator[tuple[str, Passage | Refused]]:
    received_at = utc_now()
    for n, found in enumerate(read_files(files)):
        if isinstance(found, Refused):
            yield found.name, found
            continue
        raw = _raw(found, n, source, received_at)
        for passage in run.feed([raw]):
            yield passage.raw.name, passage


def _raws(files: list[Any], source: str) -> Iterator[RawItem | Refused]:
    received_at = utc_now()
    for n, found in enumerate(read_files(files)):
        yield found if isinstance(found, Refused) else _raw(found, n, source, received_at)


def _raw(found: Found, n: int, source: str, received_at: datetime) -> RawItem:
    return RawItem(
        value=found.value,
        source=source,
        content_type=found.content_type,
        name=found.name,
        received_at=received_at,
        origin=Origin(topic=topics.RAW.name, partition=0, offset=n),
    )


def _as_json(name: str, passage: Passage | Refused, how: As) -> dict[str, Any]:
    if isinstance(passage, Refused):
        return {
            "file": name,
            "item": None,
            "fate": "quarantined",
            "stage": "feed",
            "reason": "refused",
            "note": passage.why,
            "article": None,
        }
    article: Any = None
    if passage.article is not None:
        as_ninjs = how == "ninjs"
        article = to_ninjs(passage.article) if as_ninjs else passage.article.model_dump(mode="json")
    return {
        "file": name,
        "item": passage.item_id,
        "fate": passage.fate,
        "stage": passage.stage,
        "reason": passage.reason,
        "note": passage.note,
        "article": article,
        "duplicate": passage.duplicate.model_dump(mode="json") if passage.duplicate else None,
        "removed": [r.model_dump(mode="json") for r in passage.item.removed]
        if passage.item
        else [],
        "words_unaccounted": unaccounted_words(passage.item) if passage.item else 0,
        "took_us": passage.took_us,
    }


def _show(console: Console, name: str, passage: Passage | Refused, verbose: bool) -> None:
    if isinstance(passage, Refused):
        console.print(Text(f"{name}: refused: {passage.why}", style="red"))
        return
    decided = f"{passage.fate} at {passage.stage}" + (
        f": {passage.reason}" if passage.reason else ""
    )
    line = Text.assemble((f"{name}  ", "dim"), (decided, _STYLES[passage.fate]))
    console.print(line)
    for text in _details(passage, verbose):
        console.print(Text("    " + text, overflow="fold"))


def _details(passage: Passage, verbose: bool) -> Iterator[str]:
    if passage.item_id:
        yield f"item      {passage.item_id}"
    if passage.note:
        yield f"because   {passage.note}"
    article, item = passage.article, passage.item
    if item is None:
        return
    yield f"headline  {item.headline or '(none)'}"
    words = sum(len(block.text.split()) for block in item.body)
    yield (
        f"read as   {item.format}, {item.encoding}, {item.language or 'language unknown'}; "
        f"{len(item.body)} paragraphs, {words} words; {len(item.removed)} spans set aside; "
        f"{unaccounted_words(item)} words unaccounted for"
    )
    if item.dateline:
        places, agencies = "/".join(item.dateline.places), "/".join(item.dateline.agencies)
        yield f"dateline  {places}, {item.dateline.on or 'no date'} ({agencies})"
    if article is not None:
        change = article.change
        yield f"article   {article.article_id}, revision {article.revision}, {change.kind}"
    if verbose:
        yield from _verbose(passage)


def _verbose(passage: Passage) -> Iterator[str]:
    item = passage.item
    if item is None:
        return
    yield from findings(item)
    for removed in item.removed:
        yield f"set aside {removed.text[:100]!r} at {removed.where} by {removed.step}"
    yield "took      " + ", ".join(f"{stage} {us} us" for stage, us in passage.took_us.items())
