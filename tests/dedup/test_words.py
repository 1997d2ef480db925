"""Words of any script as numbers: what counts as the same word, and what does not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.dedup.words import NAME, Words, _tokens, read_words


def same(one: str, other: str) -> bool:
    return bool(np.array_equal(read_words(one).hashes, read_words(other).hashes))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rain in PARIS", "rain, in: Paris!"),
        ("Café", "CAFE"),
        ("Cafe\u0301", "Café"),
        ("Ärzte", "Arzte"),
        ("co\u00adoperate", "cooperate"),
        ("1,479.4 points", "1.479,4 points"),
        ("١٢ قتيلا", "12 قتيلا"),
        ("קָפֶה", "קפה"),
        ("Ёлка", "елка"),
    ],
)
def test_what_copies_change_does_not_count(one: str, other: str) -> None:
    """Case, accents, vowel points, punctuation, soft hyphens, the point of a figure."""
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3.5 percent", "35 percent"),
        ("-3 degrees", "3 degrees"),
        ("a 2-1 win", "a 1-2 win"),
        ("Iran", "Iraq"),
        ("stop now", "now stop"),
        ("की", "का"),
    ],
)
def test_what_tells_texts_apart_counts(one: str, other: str) -> None:
    assert not same(one, other)


def test_a_hash_is_the_same_in_every_process() -> None:
    """A changelog is read by a process that did not write it."""
    assert [hex(n) for n in read_words("Storm 12").hashes.tolist()] == PINNED


PINNED = ["0x43eaf38a2cddf300", "0xc9b454d5e3975400"]


def test_figures_and_names_are_known() -> None:
    """A capital marks a name, but not where a sentence begins."""
    words = read_words("Shares rose 3.5 percent in Vienna. Traders of Delta sold. \u201cNo\u201d.")
    assert _picked(words, "is_figure") == [2]
    assert _picked(words, "is_name") == [5, 8]
    assert words.sentence_of(np.arange(11)).tolist() == [0] * 6 + [1] * 4 + [2]


def test_copy_in_capitals_has_no_names() -> None:
    assert _picked(read_words("THE STORM HIT VIENNA ON MONDAY"), "is_name") == []


@pytest.mark.parametrize(
    "text", ["台风周二袭击港口城市数千人撤离", "พายุพัดถล่มเมืองท่าในวันอังคารผู้คนหลายพันคน"]
)
def test_scripts_without_blanks_are_cut_alike_wherever_a_passage_stands(text: str) -> None:
    """Else one more character at the beginning would make all words other words."""
    alone, within = read_words(text).hashes.tolist(), read_words("我们" + text).hashes.tolist()
    assert len(alone) > 3
    assert alone[1:] == within[-len(alone) + 1 :]


@given(st.text(max_size=200))
def test_any_text_has_words_or_none(text: str) -> None:
    """Whatever the characters: lengths agree, sentences go forward, nothing is raised."""
    words = read_words(text)
    places, codes = words.codes(2000)
    assert len(words.hashes) == len(words.is_figure) == len(words.is_name)
    assert len(places) == len(codes) <= len(words.hashes)
    assert all(codes < 2 * NAME)
    sentences = words.sentence_of(np.arange(len(words.hashes))).tolist()
    assert sentences == sorted(sentences)


@given(st.lists(st.text(max_size=30), max_size=12))
def test_what_was_read_before_does_not_count(texts: list[str]) -> None:
    """A token's words are remembered; alone and among others they are the same."""
    together = read_words("\n".join(texts)).hashes.tolist()
    _tokens.clear()
    assert read_words("\n".join(texts)).hashes.tolist() == together


@given(st.lists(st.text(st.characters(categories=["Ll", "Lo", "Nd"]), min_size=1, max_size=9)))
def test_blanks_and_punctuation_do_not_count(parts: list[str]) -> None:
    assert same(" ".join(parts), " \u2013\n".join(parts))


def _picked(words: Words, field: str) -> list[int]:
    return [n for n, yes in enumerate(getattr(words, field).tolist()) if yes]
