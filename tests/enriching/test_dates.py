"""Days that a text speaks of, in the calendar."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.calendar_words import LANGUAGES
from pipeline.enriching.dates import add_dates, dates_in
from schemas.types import Dateline
from schemas.wire import WireItem

TODAY = date(2026, 3, 5)  # a Thursday
Make = Callable[..., WireItem]


def found(text: str, language: str = "en", today: date = TODAY) -> list[tuple[str, str]]:
    return [
        (text[start:end], first.isoformat() if first == last else f"{first}/{last}")
        for start, end, first, last, _ in dates_in(text, language, today)
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The mayor said on Thursday.", "en", [("Thursday", "2026-03-05")]),
        ("It sank on Tuesday night.", "en", [("Tuesday", "2026-03-03")]),
        ("Parliament will vote on Monday.", "en", [("Monday", "2026-03-09")]),
        ("He was taken to the court on Monday.", "en", [("Monday", "2026-03-02")]),
        ("They met last Friday.", "en", [("last Friday", "2026-02-27")]),
        ("Talks resume next Thursday.", "en", [("next Thursday", "2026-03-12")]),
        ("It began on 17 February.", "en", [("17 February", "2026-02-17")]),
        ("It began on Feb. 17, 2022.", "en", [("Feb. 17, 2022", "2022-02-17")]),
        ("Since December 28 it snows.", "en", [("December 28", "2025-12-28")]),
        ("Sales fell last week.", "en", [("last week", "2026-02-23/2026-03-01")]),
        ("It opens next month.", "en", [("next month", "2026-04-01/2026-04-30")]),
        ("Yesterday it rained.", "en", [("Yesterday", "2026-03-04")]),
        ("Am Dienstag teilte er mit", "de", [("Dienstag", "2026-03-03")]),
        ("Der Rat wird am Montag entscheiden.", "de", [("Montag", "2026-03-09")]),
        ("Seit dem 17. Februar 2022", "de", [("17. Februar 2022", "2022-02-17")]),
        ("In der vergangenen Woche", "de", [("vergangenen Woche", "2026-02-23/2026-03-01")]),
        ("Es soll morgen früh regnen.", "de", []),
        ("Il a dit mardi", "fr", [("mardi", "2026-03-03")]),
        ("le 1er mars 2026", "fr", [("1er mars 2026", "2026-03-01")]),
        ("lundi prochain", "fr", [("lundi prochain", "2026-03-09")]),
        ("la semaine dernière", "fr", [("semaine dernière", "2026-02-23/2026-03-01")]),
        ("el 5 de marzo de 2026", "es", [("5 de marzo de 2026", "2026-03-05")]),
        ("dijo el martes", "es", [("martes", "2026-03-03")]),
        ("el mes pasado", "es", [("mes pasado", "2026-02-01/2026-02-28")]),
        ("They may go. 31 February is no day.", "en", []),
    ],
)
def test_days_are_resolved(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, language) == expected


def test_the_dateline_s_day_counts(make_item: Make) -> None:
    """An item that comes days later speaks from the day of its dateline."""
    item = make_item(
        "It sank on Tuesday.", language="en", dateline=Dateline(text="x", on=date(2022, 2, 17))
    )
    (mention,) = add_dates(item).dates
    assert (mention.first, mention.text) == (date(2022, 2, 15), "Tuesday")
    assert mention.span.where == "body:0"


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_any_text_has_days_or_none(text: str, language: str) -> None:
    for start, end, first, last, sure in dates_in(text, language, TODAY):
        assert 0 <= start < end <= len(text)
        assert first <= last
        assert 0 <= sure <= 1


@pytest.mark.parametrize(
    "text", ["1 " * 300_000, "last " * 150_000, "x" * 1_000_000, "May " * 200_000]
)
def test_hostile_text_takes_linear_time(make_item: Make, text: str) -> None:
    started = time.process_time()
    add_dates(make_item(text, language="en"))
    assert time.process_time() - started < 3.0
