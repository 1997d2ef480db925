"""The account as a table."""

from __future__ import annotations

from collections import Counter

from rich.table import Table

from pipeline.client.account import Account

__all__ = ["account_table"]

_IN_WORDS = {
    "exact": "the same words again",
    "rewrite": "the same story, edited or shortened",
    "update_of": "the same story, told further",
    "superseded": "an older version, come late",
    "killed": "a version of a killed item",
    "unchanged": "a version that says nothing new",
    "test_message": "a test message",
    "empty_body": "nothing to publish",
    "not_text": "pictures, planning and other things that are not text",
}


def account_table(account: Account, title: str = "The account") -> Table:
    """Return the account as a table for a terminal."""
    table = Table(title=title, title_justify="left", show_edge=False, pad_edge=False)
    table.add_column("", no_wrap=True)
    table.add_column("items", justify="right")
    table.add_column("", style="dim")
    table.add_row("raw records in", str(account.raw), "")
    table.add_row(
        "items in them", str(account.items), "one file may hold several", end_section=True
    )
    table.add_row(
        "[green]published[/]",
        str(account.versions),
        f"versions of {len(account.articles)} articles: {_counts(account.changes)}",
    )
    table.add_row("[green]held[/]", str(account.held), "until their embargo ends")
    _rows(table, "[cyan]duplicate[/]", account.duplicates)
    _rows(table, "[cyan]aside[/]", account.aside)
    _rows(table, "[yellow]dropped[/]", account.dropped)
    _rows(table, "[red]quarantined[/]", account.quarantined)
    table.add_section()
    table.add_row("under way", str(account.under_way), "have no fate yet")
    verdict = "every raw record has its fate" if account.adds_up else "[red]NOT complete[/]"
    table.add_row("adds up", "yes" if account.adds_up else "no", verdict)
    if account.repeated:
        table.add_row(
            "repeated", str(account.repeated), "redelivered under an equal ce_id: readers drop them"
        )
    return table


def _rows(table: Table, fate: str, counts: Counter[str]) -> None:
    for reason, count in sorted(counts.items()):
        words = _IN_WORDS.get(reason, "")
        table.add_row(fate, str(count), f"{reason}: {words}" if words else reason)


def _counts(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in counts.most_common())
