"""Days that a text speaks of, in the calendar."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.dates.calendar_words import LANGUAGES
from pipeline.enriching.dates.step import add_dates, dates_in
from schemas.types import Dateline
from schemas.wire import WireItem
from tests.enriching.day_fresh import FRESH
from tests.enriching.day_samples import SAMPLES
from tests.enriching.day_tenses import TENSES
from tests.eval.dates import TODAY, found

Make = Callable[..., WireItem]


@pytest.mark.parametrize(("text", "language", "expected"), SAMPLES)
def test_days_are_resolved(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, language) == expected


@pytest.mark.parametrize(("text", "language", "expected"), FRESH)
def test_days_are_resolved_in_sentences_written_later(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, language) == expected


@pytest.mark.parametrize(("text", "language", "expected"), TENSES)
def test_the_tense_tells_the_week_of_a_day(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, language) == expected


def test_a_day_does_not_go_on_in_the_next_paragraph(make_item: Make) -> None:
    item = make_item("Il a dit aujourd\n\nhui et le 17\n\nmars.", language="fr")
    assert add_dates(item).dates == ()


def test_the_dateline_s_day_counts(make_item: Make) -> None:
    """An item that comes days later speaks from the day of its dateline."""
    item = make_item(
        "It sank on Tuesday.", language="en", dateline=Dateline(text="x", on=date(2022, 2, 17))
    )
    (mention,) = add_dates(item).dates
    assert (mention.first, mention.text) == (date(2022, 2, 15), "Tuesday")
    assert mention.span.where == "body:0"


PIECES = ["on ", "Monday", "lunes ", "3", "31", "May ", "mai ", "de ", ", ", ". ", "-", "/", " to ", "2024",
          "last ", "next ", "week ", "ago ", "two ", "in ", "\n\n", "the ", "quarter ", "yesterday "]  # fmt: skip


@given(
    st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
    st.sampled_from(LANGUAGES),
)
def test_any_text_has_days_or_none(text: str, language: str) -> None:
    for start, end, first, last, sure in dates_in(text, language, TODAY):
        assert 0 <= start < end <= len(text)
        assert first <= last
        assert 0 <= sure <= 1


@pytest.mark.parametrize(
    "piece", ["1 ", "last ", "x", "May ", "2019 ", "1.1.2020 ", "on Monday ", "next week ", "3 to "]
)
@pytest.mark.parametrize("language", ["en", "es"])
def test_hostile_text_takes_linear_time(make_item: Make, piece: str, language: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    add_dates(make_item(text, language=language))
    assert time.process_time() - started < 1.0
