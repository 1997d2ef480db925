"""The names of the gazetteer in a text: compiled or not, the same ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching import place_scan_python, place_words
from pipeline.enriching.gazetteer import gazetteer
from pipeline.enriching.place_scan_python import LIKELY, LOCATED, WAITING, Hit
from pipeline.words.phrases import ACROSS
from pipeline.words.reading import read_words

WORDS = st.sampled_from(
    "Paris paris de la Rio Plata in In New York Texas Ill U S . , ( ) - — mer Noire Москва в 北京 "
    "Reading Man the Sea of The x Frankfurt am Main Saale Halle Jordan River \n \n\n".split(" ")
)


def by_python(text: str) -> list[Hit]:
    """The names of a text, found without compiled code."""
    where = gazetteer()
    return place_scan_python.scan(
        where.phrases, place_words.within, place_words.generic, place_words.before, where.flags,
        read_words(text), ACROSS,
    )  # fmt: skip


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_compiled_is_the_same(text: str) -> None:
    """Whatever the text."""
    compiled = pytest.importorskip("pipeline.enriching.place_scan")
    where = gazetteer()

    found = compiled.scan(
        where.phrases, place_words.within, place_words.generic, place_words.before, where.flags,
        read_words(text), ACROSS,
    )  # fmt: skip

    assert found == by_python(text)


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
