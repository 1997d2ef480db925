"""A dash or a parenthesis makes no dateline of a sentence; odd datelines are still datelines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cleaning.dateline import find_dateline, parse_dateline
from schemas.types import Block
from schemas.wire import WireItem

NEAR = datetime(2026, 3, 3, 12, tzinfo=UTC)
MARCH_3 = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("text", "places", "on", "agencies"),
    [
        ("BEIJING, March 3 It", ("BEIJING",), MARCH_3, ()),
        ("(ANSA) - ROMA, 03 MAR - It", ("ROMA",), MARCH_3, ("ANSA",)),
        ("МОСКВА, 3 мар - РИА Новости. It", ("МОСКВА",), MARCH_3, ("РИА Новости",)),
        ("МОСКВА. 3 марта. ИНТЕРФАКС - It", ("МОСКВА",), MARCH_3, ("ИНТЕРФАКС",)),
        ("Praha 3. března 2026 (ČTK) - It", ("Praha",), MARCH_3, ("ČTK",)),
        ("Budapest, 2026. március 3., kedd (MTI) - It", ("Budapest",), MARCH_3, ("MTI",)),
        ("LONDON (AP) _ It", ("LONDON",), None, ("AP",)),
        ("al-Arish (dpa) - It", ("al-Arish",), None, ("dpa",)),
        ("'s-Hertogenbosch (ANP) - It", ("'s-Hertogenbosch",), None, ("ANP",)),
        ("Frankfurt/Main (dpa) - It", ("Frankfurt/Main",), None, ("dpa",)),
        ("THE HAGUE, Netherlands (AP) — It", ("THE HAGUE, Netherlands",), None, ("AP",)),
        ("Berlin (dpa) - it", ("Berlin",), None, ("dpa",)),
    ],
)
def test_an_odd_dateline(
    text: str, places: tuple[str, ...], on: date | None, agencies: tuple[str, ...]
) -> None:
    found = parse_dateline(text, NEAR)
    assert found is not None
    assert (found.dateline.places, found.dateline.on) == (places, on)
    assert found.dateline.agencies == agencies
    assert text[found.end :].casefold() == "it"


@pytest.mark.parametrize(
    "text",
    [
        "On March 3 - a Tuesday - it rained.",
        "In March 3 people - all men - died.",
        "On 3 March 2026 — a Tuesday — it rained.",
        "Monday, 3 March 2026 - The day it rained",
        "NATO - the alliance - said so.",
        "NATO — Allies meet in Vienna.",
        "WHO - the agency - said so.",
        "UPDATE - He said so.",
        "COVID-19 — What we know",
        "UEFA (EURO 2028) - The draw",
        "Germany (population 83m) - a large country - said so.",
        "The World Health Organization (WHO) - a UN agency - said so.",
        "Example Corp (EXPL) - the maker of phones - said so.",
        "Real Example – Sporting Muster 3-1",
    ],
)
def test_a_sentence_keeps_its_beginning(text: str) -> None:
    assert parse_dateline(text, NEAR) is None


def test_markup_goes_with_the_dateline_only_where_it_is_the_dateline_s(
    make_item: Callable[..., WireItem],
) -> None:
    def body(html: str) -> WireItem:
        text = "LISBON (AP) - It rained a lot."
        return find_dateline(make_item(body=(Block(text=text, html=html),)))

    assert (
        body("LISBON (AP) - It <em>rained</em> a lot.").body[0].html == "It <em>rained</em> a lot."
    )
    assert body("<strong>LISBON</strong> (AP) - It <em>rained</em> a lot.").body[0].html == ""


@given(st.text("Aa1 ,./()-–—_'\"äМ:\n", max_size=120))
def test_whatever_is_cut_off_is_in_the_dateline(text: str) -> None:
    """Only dashes and the like between dateline and text are neither's."""
    found = parse_dateline(text, NEAR)
    if found is not None:
        cut = text[: found.end].strip()
        assert cut.startswith(found.dateline.text)
        assert not any(map(str.isalnum, cut[len(found.dateline.text) :]))
        assert found.end <= len(text)
