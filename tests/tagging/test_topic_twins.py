"""The compiled reading of topics and its twin in plain Python give the same answers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.tagging.topics import by_python as plain
from pipeline.tagging.topics.by_python import Reading
from pipeline.tagging.topics.term_table import filter_of
from pipeline.tagging.topics.word_list import table_of
from pipeline.words.reading import number_of, read_words

compiled = pytest.importorskip(
    "pipeline.tagging.topics.compiled", reason="this installation was built without a compiler"
)

LETTERS = "abIıİßçКр我"
WORDS = st.sampled_from(["abba", "ab", "ßab", "Кра", "рКр", "我", "aİı", "bab", "ccc", "b"])
PLAIN = st.lists(WORDS | st.text(LETTERS, min_size=3, max_size=6), min_size=1, max_size=3)
TERMS = st.one_of(
    PLAIN.map(" ".join),
    PLAIN.map(lambda words: " ".join(f"{word}*" for word in words)),
    PLAIN.map(lambda words: f"*{words[0]}*"),
    PLAIN.map(lambda words: f"*{words[0]}"),
    PLAIN.map(lambda words: f"*{words[0]}* {' '.join(words)}"),
    PLAIN.map(lambda words: f"={' '.join(words)}"),
)
LISTED = st.lists(st.tuples(st.sampled_from("cps"), st.sampled_from("0123"), TERMS), max_size=12)
TOPS = {"c": 15, "p": 10, "s": 14}
TEXTS = st.lists(WORDS | st.text(LETTERS + " .,\n\ud800", max_size=12), max_size=30).map(" ".join)

SINGLE = ["abba", "ab", "ßab", "bab"]
NUMBERS = np.array([number_of(word) for word in SINGLE], np.uint64)
TABLE = (
    NUMBERS,
    np.array([255, 0, 90, 130], np.uint8),
    np.arange(-34, 34, dtype=np.int8).reshape(4, 17),
    0.03,
    np.linspace(-1, 1, 17),
)
COUNTS = [np.linspace(0.2, 1.5, 4).tolist(), np.linspace(-0.3, 1.5, 6).tolist()]
USUAL = np.linspace(-1.5, 0, 17).tolist()


def answers(reading: Reading, counts: plain.Counts) -> list[object]:
    """Everything that is asked of a reading, numbers without their last bits."""
    sure = reading.sure(counts, 0.001)
    return [
        reading.head,
        reading.count,
        reading.found(),
        [round(one, 9) for one in reading.evidence()],
        [round(one, 9) for one in reading.said() or ()],
        [(topic, round(probability, 9)) for topic, probability in sure],
        *(reading.strongest(top, most) for top in TOPS.values() for most in (1, 3)),
        *(reading.naming(top) for top in TOPS.values()),
    ]


@given(LISTED, TEXTS, TEXTS, TEXTS, st.integers(0, 30), st.integers(0, 60), st.booleans())
def test_both_readings_give_the_same_answers(
    listed: list[tuple[str, str, str]],
    first: str,
    text: str,
    named: str,
    head: int,
    most: int,
    single: bool,
) -> None:
    """Also of a second text: the first one leaves nothing behind."""
    listed = [one for one in listed if len(one[2].strip("*=").split()[0]) > 2 or "*" not in one[2]]
    table = table_of(listed, TOPS)
    fast = compiled.Terms(table, compiled.SingleWords(*TABLE) if single else None)
    slow = plain.Terms(table, plain.SingleWords(*TABLE) if single else None)
    for words in (read_words(first), read_words(text)):
        asked = (words, read_words(named), head, head + 20, head + most)

        assert answers(fast.read(*asked), compiled.Counts(COUNTS[single], USUAL)) == answers(
            slow.read(*asked), plain.Counts(COUNTS[single], USUAL)
        )


def test_a_part_of_two_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="less than 3"):
        filter_of([("ab", "begins")], "begins")


def test_a_list_of_no_terms_finds_nothing() -> None:
    """Whatever the text."""
    table = table_of([], {})
    for terms in (compiled.Terms(table), plain.Terms(table)):
        assert terms.read(read_words("a b"), read_words("c"), 0, 9, 9).found() == []
