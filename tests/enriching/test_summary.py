"""The first sentence as it stands, and the time that reading takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.summary.reading_time import reading_seconds
from pipeline.enriching.summary.step import add_summary, first_sentence
from schemas.types import Block
from schemas.wire import WireItem
from tests.eval.summary import SETS, read_beginnings

Make = Callable[..., WireItem]


BEGINNINGS = [one for name in SETS for one in read_beginnings(name)]

TOO_HARD = {"He was flown to Tampa, Fla."}
"""A state at the end of a sentence, before a word that does not often begin one."""


@pytest.mark.parametrize(("language", "text", "first"), BEGINNINGS)
def test_a_sentence_ends_where_it_ends(language: str, text: str, first: str) -> None:
    if first in TOO_HARD:
        pytest.xfail("told by nothing but its sense")
    assert first_sentence(text, language) == first


def test_a_raised_figure_is_no_initial() -> None:
    """Behind an initial a name goes on; behind a measure a sentence ends."""
    assert first_sentence("They dug out 40 m³. Rain fell.", "en") == "They dug out 40 m³."
    assert first_sentence("It holds 40 dm ³. X did not.", "en") == "It holds 40 dm ³."


@pytest.mark.parametrize("text", ["", "no end at all"])
def test_a_text_without_an_end_is_one_sentence(text: str) -> None:
    assert first_sentence(text) == text


@pytest.mark.parametrize(
    "label",
    [
        "URGENT",
        "(Adds quotes, background)",
        "By Mara Osei",
        "Von unserer Korrespondentin Mara Osei",
        "* * *",
        "STORM LATEST UPDATE",
        "Key points:",
        "Ferry sinks off Orlin",
    ],
)
def test_a_label_is_no_summary(make_item: Make, label: str) -> None:
    """Nor is a byline, or the headline said again."""
    item = make_item(f"{label}\n\nA ferry sank on Monday. All were saved.")
    item = item.model_copy(update={"headline": "Ferry sinks off Orlin"})

    assert add_summary(item).summary == "A ferry sank on Monday."


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Tuesday, March 3, 2026"),
        ("en", "3 March 2026"),
        ("de", "Dienstag, 3. März 2026"),
        ("fr", "mardi 3 mars 2026"),
        ("es", "martes, 3 de marzo de 2026"),
        ("ru", "Вторник, 3 марта 2026 года"),
    ],
)
def test_a_day_alone_is_no_summary(make_item: Make, language: str, line: str) -> None:
    """Nor is it part of one."""
    item = make_item(f"{line}\n\nA ferry sank off Orlin. All lived.", language=language)

    assert add_summary(item).summary == "A ferry sank off Orlin."


@pytest.mark.parametrize("line", ["In March 2026 two ferries sank", "3 March storm sinks a ferry"])
def test_a_day_and_more_is_a_summary(make_item: Make, line: str) -> None:
    assert add_summary(make_item(line, language="en")).summary == line


@pytest.mark.parametrize(
    "dateline",
    ["ORLIN - ", "ORLIN, March 3 AAP - ", "PORT ORLIN (Tarvo News) — ", "ORLIN/VARNA -- "],
)
def test_a_dateline_that_was_left_is_not_told(make_item: Make, dateline: str) -> None:
    assert add_summary(make_item(f"{dateline}A ferry sank on Monday. All lived.")).summary == (
        "A ferry sank on Monday."
    )


@pytest.mark.parametrize(
    "text", ["BMW - once of Munich - moves.", "EU-wide rules come.", "NASA: it flew."]
)
def test_capitals_alone_are_no_dateline(make_item: Make, text: str) -> None:
    assert add_summary(make_item(text)).summary == text


def test_an_alert_of_one_line_is_its_own_summary(make_item: Make) -> None:
    assert add_summary(make_item("Bank of Orlin cuts rate to 3 pct")).summary == (
        "Bank of Orlin cuts rate to 3 pct"
    )


def test_what_the_agency_sent_is_not_repeated(make_item: Make) -> None:
    body = (Block(kind="h2", text="Head"), Block(text="One of us left. Two."))
    assert add_summary(make_item(body=body)).summary == "One of us left."
    assert add_summary(make_item(body=body, standfirst="Said.")).summary == ""


def test_reading_takes_its_time() -> None:
    assert reading_seconds("word " * 238) == 60
    assert reading_seconds("字" * 500) == 60
    assert reading_seconds("") == 0


def test_what_is_not_read_takes_time_as_well(make_item: Make) -> None:
    """Of a very long text the beginning is read, and the rest counts as much a character."""
    item = add_summary(make_item("word " * 60_000))

    assert abs(item.reading_seconds - 60_000 * 60 / 238) < 5


@given(st.text(max_size=300))
def test_no_word_is_made_up(text: str) -> None:
    sentence = first_sentence(text)
    assert sentence.removesuffix(" …") in text
