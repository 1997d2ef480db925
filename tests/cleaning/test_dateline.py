"""Datelines of many agencies, and beginnings of sentences that are none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from pipeline.cleaning.dateline import find_dateline, parse_dateline
from schemas.wire import WireItem

NEAR = datetime(2026, 3, 3, 12, tzinfo=UTC)
MARCH_3 = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("text", "places", "on", "agencies"),
    [
        ("Brussels/Moscow, 3 March 2026 (dpa/MIA) — It", ("Brussels", "Moscow"), MARCH_3, ("dpa", "MIA")),
        ("PARIS (AP) - It", ("PARIS",), None, ("AP",)),
        ("NEW YORK, March 3 (Reuters) - It", ("NEW YORK",), MARCH_3, ("Reuters",)),
        ("STOCKHOLM, Mar 3, 2026 (AFP) - It", ("STOCKHOLM",), MARCH_3, ("AFP",)),
        ("Paris, 3 mars 2026 (AFP) - It", ("Paris",), MARCH_3, ("AFP",)),
        ("Nueva Delhi, 3 mar (EFE).- It", ("Nueva Delhi",), MARCH_3, ("EFE",)),
        ("MOSCOW, March 3. /TASS/. It", ("MOSCOW",), MARCH_3, ("TASS",)),
        ("BEIJING, March 3 -- It", ("BEIJING",), MARCH_3, ()),
        ("Berlin (dpa) - It", ("Berlin",), None, ("dpa",)),
        ("Wien, 3. März 2026 (Alpenpress) - It", ("Wien",), MARCH_3, ("Alpenpress",)),
        ("VANCOUVER, British Columbia, March 03, 2026 (GLOBE NEWSWIRE) -- It", ("VANCOUVER, British Columbia",), MARCH_3, ("GLOBE NEWSWIRE",)),
        ("LONDON--(BUSINESS WIRE)--It", ("LONDON",), None, ("BUSINESS WIRE",)),
        ("March 3 (Gracenote) - It", (), MARCH_3, ("Gracenote",)),
        ("Скопје, 3 март 2026 (МИА) – It", ("Скопје",), MARCH_3, ("МИА",)),
        ("Lisboa, 3 de março de 2026 (Delta) — It", ("Lisboa",), MARCH_3, ("Delta",)),
        ("ROMA, 3 marzo 2026 (Delta) - It", ("ROMA",), MARCH_3, ("Delta",)),
        ("Zagreb, 03.03.2026 (Northwire) - It", ("Zagreb",), MARCH_3, ("Northwire",)),
        ("WASHINGTON — It", ("WASHINGTON",), None, ()),
    ],
)  # fmt: skip
def test_a_dateline_is_taken_apart(
    text: str, places: tuple[str, ...], on: date | None, agencies: tuple[str, ...]
) -> None:
    found = parse_dateline(text, NEAR)
    assert found is not None
    assert (found.dateline.places, found.dateline.on) == (places, on)
    assert found.dateline.agencies == agencies
    assert text[found.end :] == "It"


@pytest.mark.parametrize(
    "text",
    [
        "The minister (CDU) - who had resigned - came back.",
        "It rained in Lisbon - for days.",
        "Angela - no relation - said so.",
        "Oil fell 3 percent (2 dollars) - a record.",
        "“No” (he said) - and left.",
        "The harbour master said on Monday that it was none.",
        "x" * 300,
        "",
    ],
)
def test_the_beginning_of_a_sentence_is_no_dateline(text: str) -> None:
    assert parse_dateline(text, NEAR) is None


def test_a_date_without_a_year_is_the_nearest() -> None:
    found = parse_dateline("PARIS, Dec 30 (AP) - It", datetime(2026, 1, 2, tzinfo=UTC))
    assert found is not None
    assert found.dateline.on == date(2025, 12, 30)


def test_agencies_that_are_cited_are_no_providers(make_item: Callable[..., WireItem]) -> None:
    """Only the dateline's parentheses credit."""
    item = make_item("Skopje (MIA) - He spoke to the Interfax agency (Interfax) - in Russian.")
    assert find_dateline(item).credit == "MIA"


def test_the_copy_s_own_time_stands(make_item: Callable[..., WireItem]) -> None:
    at = datetime(2026, 3, 3, 9, tzinfo=UTC)
    item = find_dateline(make_item("Skopje, 2 March 2026 (MIA) - Rain.", created_at=at))
    assert item.created_at == at
