"""Figures: people killed, injured, missing, and sums of money."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.figures.number_reading import number_at
from pipeline.enriching.figures.number_words import LANGUAGES, numerals
from pipeline.enriching.figures.step import add_figures, figures_in
from pipeline.enriching.figures.window import Window
from pipeline.words.reading import read_words
from schemas.types import Block, Figure
from schemas.wire import WireItem
from tests.eval.figures import SETS, Hard, read_hard, told

Make = Callable[..., WireItem]

HARD = [sentence for name in SETS for sentence in read_hard(name)]


TOO_HARD = {
    "The missile killed a mother and her three children.",
    "Rebels shot dead the mayor and two of his bodyguards.",
    "Net profit rose 14 percent to 3.2 billion euros from 2.8 billion a year earlier.",
    "Three firefighters were treated for minor injuries.",
    "L'incendie a tué douze personnes et en a blessé une trentaine.",
}


@pytest.mark.parametrize("sentence", HARD, ids=lambda sentence: sentence.text)
def test_hard_sentences_stay_right(sentence: Hard) -> None:
    """Kind, numbers and unit of every figure, and no other."""
    if sentence.text in TOO_HARD:
        pytest.xfail("needs more than counting")
    assert told(sentence) == sentence.figures


@pytest.mark.parametrize(
    ("language", "text", "least", "most"),
    [
        ("en", "two hundred and fifty", 250, 250),
        ("en", "half a million", 500_000, 500_000),
        ("en", "1,200,300.5", 1_200_300.5, 1_200_300.5),
        ("en", "dozens", 24, 99),
        ("en", "5-7 million", 5e6, 7e6),
        ("de", "fünfundzwanzig", 25, 25),
        ("de", "1,5 Mrd.", 1.5e9, 1.5e9),
        ("de", "20 000", 20_000, 20_000),
        ("fr", "quatre-vingt-dix-sept", 97, 97),
        ("fr", "soixante et onze", 71, 71),
        ("fr", "dizaines de milliers", 20_000, 99_999),
        ("es", "6 mil millones", 6e9, 6e9),
        ("es", "treinta y dos", 32, 32),
        ("it", "ventotto", 28, 28),
        ("it", "20mila", 20_000, 20_000),
    ],
)
def test_a_number_is_read(language: str, text: str, least: float, most: float) -> None:
    """In digits and in words, by the language's own marks."""
    words = read_words(text)
    number = number_at(Window(words, 0, len(words)), 0, numerals(language))

    assert number is not None
    assert (number.least, number.most, number.last) == (least, most, len(words) - 1)


@pytest.mark.parametrize("text", ["12th", "90s", "x5"])
def test_an_ordinal_is_no_number(text: str) -> None:
    words = read_words(text)

    assert number_at(Window(words, 0, len(words)), 0, numerals("en")) is None


def test_a_figure_stands_where_it_is_said(make_item: Make) -> None:
    """With what belongs to it, and by its part of the item."""
    item = make_item(
        "It happened at noon.\n\nAt least 12 people were killed, police said.",
        headline="Blast costs $3m",
        language="en",
    )

    assert add_figures(item).figures == (
        Figure(
            kind="money",
            text="$3m",
            least=3e6,
            most=3e6,
            unit="USD",
            span={"where": "headline", "start": 12, "end": 15},
            score=0.9,
            by="figures",
        ),
        Figure(
            kind="dead",
            text="At least 12 people were killed",
            least=12,
            most=12,
            unit="people",
            span={"where": "body:1", "start": 0, "end": 30},
            score=0.9,
            by="figures",
        ),
    )


def test_the_same_figure_is_said_once(make_item: Make) -> None:
    """Where it is said first."""
    item = make_item("Fire kills 3.\n\nThree people died.", language="en")

    assert [figure.text for figure in add_figures(item).figures] == ["kills 3"]


def test_money_is_read_in_any_language(make_item: Make) -> None:
    """A sign and digits need no dictionary; casualties do."""
    item = make_item("Cena vzrostla na 300 €, zemřelo 12 lidí.", language="cs")

    assert [(figure.kind, figure.least) for figure in add_figures(item).figures] == [("money", 300)]


@pytest.mark.parametrize(
    "text",
    ["killed " * 200_000, "12 killed " * 100_000, "$ " * 500_000, "a" * 1_000_000, "1," * 500_000],
)
def test_a_megabyte_is_read_quickly(make_item: Make, text: str) -> None:
    """Whatever it is made of."""
    start = time.process_time()
    add_figures(make_item(body=(Block(text=text),), language="en"))

    assert time.process_time() - start < 1


@given(
    st.lists(
        st.sampled_from(
            "12 killed three of the $ € million , . - and people injured dead toll half a 1.200 "
            "Tote mil muertos und \n\n \ud800 une vingtaine de".split(" ")
        )
        | st.text(max_size=5),
        max_size=25,
    ),
    st.sampled_from([*LANGUAGES, "ru", ""]),
)
def test_any_text_gets_figures_that_stand_in_it(words: list[str], language: str) -> None:
    """In order, none over another, each a number."""
    text = " ".join(words)
    found = figures_in(read_words(text), language)

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= then.start for one, then in pairwise(found))
    assert all(0 <= one.least <= one.most for one in found)


@pytest.mark.parametrize(
    ("language", "text", "least", "unit"),
    [
        ("ru", "Штраф в $129 млн выплачен.", 129e6, "USD"),
        ("ru", "Завод продан за 1,5 млрд рублей.", 1.5e9, "RUB"),
        ("uk", "Виділено 5 млн грн.", 5e6, "UAH"),
        ("pl", "Most kosztował 10 000 złotych.", 10_000, "PLN"),
        ("cs", "Cena je 5 mil. korun.", 5e6, "CZK"),
        ("pt", "Custou 5 mil milhões de euros.", 5e9, "EUR"),
        ("nl", "Het kost € 2,5 miljoen.", 2.5e6, "EUR"),
        ("sv", "Bron kostar 3,5 miljarder euro.", 3.5e9, "EUR"),
        ("fi", "Silta maksoi 10 miljoonaa euroa.", 10e6, "EUR"),
        ("tr", "Köprü 5 milyon dolar.", 5e6, "USD"),
        ("ja", "$1,500 です。", 1_500, "USD"),
    ],
)
def test_a_sum_is_read_with_its_scale(
    make_item: Make, language: str, text: str, least: float, unit: str
) -> None:
    """In languages whose other number words we do not know as well: a million is much."""
    (figure,) = add_figures(make_item(text, language=language)).figures

    assert (figure.least, figure.unit) == (least, unit)
