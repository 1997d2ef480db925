"""The names of the gazetteer in a text: compiled or not, the same ones."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.gazetteer.table import gazetteer
from pipeline.enriching.places import scan_by_python as place_scan_python
from pipeline.enriching.places import words as place_words
from pipeline.enriching.places.scan_by_python import LIKELY, LOCATED, WAITING
from pipeline.words.phrases import ACROSS
from pipeline.words.reading import read_words

Hit = tuple[int, int, int, int, int]

WORDS = st.sampled_from(
    "Paris paris de la Rio Plata in In New York Texas Ill U S . , ( ) - — mer Noire Москва в 北京 "
    "Reading Man the Sea of The x Frankfurt am Main Saale Halle Jordan River mar море Чёрное "
    "French South Korean south area street Street Calif IL N J \n \n\n".split(" ")
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200)


def found_by(room: Any, text: str, every: int = 1 << 30) -> tuple[list[Hit], list[int], list[int]]:
    """First and last word, row, flags and signs of each name of a text; and its signposts.

    Without words that are left out, one of *every* so many.
    """
    where = gazetteer()
    scanner = room.Scanner(where.phrases, place_words.small, where.flags, ACROSS)
    words = read_words(text)
    found, buildings, states = scanner.scan(
        words, bytes(n % every == 0 for n in range(1, len(words) + 1))
    )
    numbers = found.tolist()
    return list(zip(*(numbers[n::5] for n in range(5)), strict=True)), buildings, states


def by_python(text: str) -> list[Hit]:
    """The names of a text, found without compiled code."""
    return found_by(place_scan_python, text)[0]


@given(TEXTS, st.sampled_from([1 << 30, 2, 3]))
def test_compiled_is_the_same(text: str, every: int) -> None:
    """Whatever the text, and whatever is left out of it."""
    compiled = pytest.importorskip("pipeline.enriching.places.scan")

    assert found_by(compiled, text, every) == found_by(place_scan_python, text, every)


def names(text: str) -> list[str]:
    """The names of a text that may be places."""
    words = read_words(text)
    return [
        words.between(first, last) for first, last, _, _, sign in by_python(text) if sign & LIKELY
    ]


def test_small_words_stand_within_names_and_not_before() -> None:
    """One or two after a capital; a sea may begin with its kind."""
    assert names("Rain in Rio de Janeiro and Frankfurt am Main.") == [
        "Rio de Janeiro", "Frankfurt am Main",
    ]  # fmt: skip
    assert names("en la Ciudad de México") == ["Ciudad de México"]
    assert names("sur la mer Noire") == ["mer Noire"]


def test_what_speaks_for_a_place() -> None:
    """A word before it, fame, or a comma after it; a small town waits for one of them."""
    (reading,) = by_python("met in Reading")
    (ely,) = [hit for hit in by_python("and Bovingdon said") if hit[4]]

    assert reading[4] & LOCATED
    assert ely[4] == WAITING
