"""Phrases in a text, tables of words, and an item's words."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.words import by_python, signs
from pipeline.words.numbers import joined
from pipeline.words.of_item import words_of
from pipeline.words.phrases import ACROSS, Phrases
from pipeline.words.reading import read_words
from pipeline.words.table import Table
from schemas.wire import WireItem

compiled = pytest.importorskip(
    "pipeline.words.compiled", reason="this installation was built without a compiler"
)

PHRASES = Phrases({"New York": 1, "York": 2, "New York City": 3, "Côte d'Ivoire": 4})


def test_the_longest_phrase_counts() -> None:
    found = PHRASES.find(read_words("new york city, York; Cote; CÔTE D’IVOIRE; New, York"))

    assert found == [(0, 2, 3), (3, 3, 2), (5, 7, 4), (9, 9, 2)]


def test_every_phrase() -> None:
    assert PHRASES.find(read_words("New York City"), every=True) == [
        (0, 1, 1),
        (0, 2, 3),
        (1, 1, 2),
    ]


def test_capitals_count_where_they_are_asked_for() -> None:
    reads = Phrases({"US": 7}, cased=True)

    assert reads.find(read_words("us and US")) == [(2, 2, 7)]


def test_a_phrase_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="no word"):
        Phrases({"...": 1})


def test_no_phrases() -> None:
    assert Phrases({}).find(read_words("New York")) == []


@given(
    st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map(" ".join), unique=True),
    st.lists(st.sampled_from(["a", "A", "b", "B", "c", ",", "-"])).map(" ".join),
    st.booleans(),
    st.sampled_from([0, signs.CAPITAL]),
)
def test_both_searches_agree(phrases: list[str], text: str, every: bool, begin: int) -> None:
    known: dict[int, int] = {}
    for row, phrase in enumerate(phrases):
        numbers = read_words(phrase).plain.tolist()
        number = numbers[0]
        for then in numbers[1:]:
            known.setdefault(number, -2)
            number = joined(number, then)
        known[number] = row
    keys = np.array(list(known), np.uint64)
    rows = np.array(list(known.values()), np.int32)
    words = read_words(text)
    given_words = (words.plain, words.shapes, words.gaps, ACROSS, every, begin)
    assert compiled.find(compiled.slots(keys, rows), *given_words) == by_python.find(
        by_python.slots(keys, rows), *given_words
    )


def test_rows_of_a_table() -> None:
    table = Table.of_words(["rain", "Snow"])

    assert table.rows(read_words("Snow rain snow").cased).tolist() == [1, 0, -1]


def test_an_items_words_and_their_places(make_item: Callable[..., WireItem]) -> None:
    """Parts are read as one text; a span leads back to its part."""
    item = make_item(headline="Rain stops", text="First block.\n\nSecond one.")
    read = words_of(item)
    at = read.text.index("one")

    assert read.words.gaps[2] & signs.PARAGRAPH
    assert read.text[read.body :].startswith("First")
    assert read.span(at, at + 3).where == "body:1"
    assert item.body[1].text[read.span(at, at + 3).start :] == "one."
    assert words_of(item) is read
