"""The words of a text: what is a word, what stands between, and that both readers agree."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.words import by_python, signs
from pipeline.words.reading import is_compiled, number_of, read_words

compiled = pytest.importorskip(
    "pipeline.words.compiled", reason="this installation was built without a compiler"
)

TRICKY = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "aB19_ .,’'\"“-–\n\r\té\u0301İςकिनภาษา我한ーヴ々\ud800\U0001f600\U00020001"
        ),
        st.characters(),
    ),
    max_size=60,
)


@given(TRICKY)
def test_both_readers_agree(text: str) -> None:
    """Compiled or not, the same words with the same numbers, shapes and gaps."""
    for one, other in zip(compiled.read(text), by_python.read(text), strict=True):
        assert one.dtype == other.dtype
        assert np.array_equal(one, other)


@pytest.mark.parametrize("text", ["a ", "\u6211", "x", "é. ", "\U00020001"])
@pytest.mark.parametrize("times", [32_000, 65_535, 65_536, 65_537, 70_000])
def test_long_texts_are_read_too(text: str, times: int) -> None:
    """Also such as need more room than most items."""
    words = read_words(text * times)
    once = read_words(text)
    assert words.ends[-1] <= len(words.text)
    assert len(words) == (1 if text == "x" else times)
    assert len(words.gaps) == len(words) + 1
    assert text == "x" or words.cased[0] == words.cased[-1] == once.cased[0]


def test_words_stay_when_others_are_read() -> None:
    first = read_words("one two")
    read_words("three four")
    assert [first.word(0), first.word(1)] == ["one", "two"]
    assert first.cased.tolist() == read_words("one two").cased.tolist()


@given(st.lists(st.integers(1, 2**64 - 1), unique=True), st.lists(st.integers(1, 2**64 - 1)))
def test_both_tables_agree(known: list[int], asked: list[int]) -> None:
    """Compiled or not, a number leads to the same row."""
    keys, values = np.array(known, np.uint64), np.arange(len(known), dtype=np.int32)
    numbers = np.array([*known, *asked], np.uint64)
    one = compiled.rows(compiled.slots(keys, values), numbers)
    other = by_python.rows(by_python.slots(keys, values), numbers)
    assert np.array_equal(one, other)
    assert one[: len(known)].tolist() == list(range(len(known)))


def test_a_checkout_that_was_built_uses_what_was_compiled() -> None:
    assert is_compiled()


def test_words_and_gaps() -> None:
    """A word is a run of letters and digits; all else is a gap, told by its bits."""
    words = read_words("U.S. aid: Jean-Luc’s “plan”\n\nNext")

    assert [words.word(n) for n in range(len(words))] == "U S aid Jean Luc s plan Next".split()
    assert words.gaps[1] == signs.POINT
    assert words.gaps[2] == signs.POINT | signs.BLANK
    assert words.gaps[3] == signs.COLON | signs.BLANK
    assert words.gaps[4] == signs.HYPHEN
    assert words.gaps[5] == signs.APOSTROPHE
    assert words.gaps[6] == signs.QUOTE | signs.BLANK
    assert words.gaps[7] == signs.QUOTE | signs.LINE | signs.PARAGRAPH
    assert words.gaps[8] == words.gaps[0] == signs.LINE | signs.PARAGRAPH


def test_numbers_of_a_word() -> None:
    """By its letters alone, and in small letters."""
    words = read_words("Rain rain RAIN")

    assert words.cased[1] == words.plain[0] == words.plain[2] == number_of("rain")
    assert len(set(words.cased.tolist())) == 3


def test_scripts_without_blanks() -> None:
    """Each character is a word, its vowel signs with it; others are runs."""
    words = read_words("我们 ที่ hello")

    assert [words.word(n) for n in range(len(words))] == ["我", "们", "ที่", "hello"]


def test_no_words() -> None:
    words = read_words("... \n")

    assert len(words) == 0
    assert len(words.gaps) == 1
