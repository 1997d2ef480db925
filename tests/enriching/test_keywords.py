"""Keywords: the names and the words that a story is about."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.keywords import ranks_by_python
from pipeline.enriching.keywords.choice import is_form
from pipeline.enriching.keywords.common_words import CommonWords, common_words
from pipeline.enriching.keywords.step import add_keywords
from pipeline.words.reading import number_of, read_words
from schemas.types import Block, Name, Span
from schemas.wire import WireItem

Make = Callable[..., WireItem]

STORY = (
    "The salmon farm at Orlin was closed on Monday after sea lice killed most of the fish.\n\n"
    "Inspectors found the sea lice in every pen of the salmon farm, which belongs to Vasco Tarvo. "
    "Tarvo said the farm would pay for the dead salmon."
)


def keywords(item: WireItem) -> list[str]:
    return [term.name for term in add_keywords(item).terms]


def test_the_words_that_a_story_is_about(make_item: Make) -> None:
    """Rare elsewhere, often here; two words that are said together again are one keyword."""
    found = keywords(make_item(STORY, headline="Salmon farm closed", language="en"))

    assert "salmon farm" in found
    assert "sea lice" in found
    assert "Vasco Tarvo" in found
    assert 3 <= len(found) <= 8


def test_no_word_twice(make_item: Make) -> None:
    """Neither a part of a keyword nor another form of it."""
    text = "Strikes hit ports. The strike of dockers was the third strike. Dockers want more."
    found = keywords(make_item(text, language="en"))

    assert sum("strike" in word for word in found) == 1
    assert sum("docker" in word.lower() for word in found) == 1


def test_a_phrase_is_said_for_its_word(make_item: Make) -> None:
    """``water main`` says more than ``water``."""
    text = "A water main burst. The water ran for hours; water filled cellars by the water main."
    found = keywords(make_item(text, headline="Water main bursts", language="en"))

    assert "water main" in found
    assert "water" not in found
    assert "main" not in found


def test_the_agency_s_own_keywords_are_not_repeated(make_item: Make) -> None:
    item = make_item(STORY, headline="Salmon farm closed", language="en", keywords=("Sea Lice",))

    assert "sea lice" not in keywords(item)


def test_a_headline_s_verb_and_an_abbreviation_are_weak(make_item: Make) -> None:
    """An editor takes the thing that is told of, not what it does."""
    text = "The ferry operator slams the levy. Operators pay the levy unilaterally. zl, zl, zl."
    found = keywords(make_item(text, headline="Ferry operator slams levy", language="en"))

    assert "levy" in found
    assert "slams" not in found[:3]
    assert "unilaterally" not in found[:3]
    assert "zl" not in found


def test_a_name_stands_for_its_words(make_item: Make) -> None:
    """In its fullest form, as the names step found it."""
    name = Name(
        kind="person",
        name="Mara Osei",
        spans=(Span(where="body:0", start=0, end=4), Span(where="body:0", start=20, end=24)),
        by="names",
    )
    item = make_item("Osei won the race. Osei ran.", language="en", names=(name,))
    found = keywords(item)

    assert found[0] == "Mara Osei"
    assert "Osei" not in found


def test_scores_fall_and_places_stand_in_the_text(make_item: Make) -> None:
    """The strongest first; each shows where it is said."""
    item = make_item(STORY, headline="Salmon farm closed", language="en")
    terms = add_keywords(item).terms
    scores = [term.score for term in terms]
    parts = {"headline": item.headline} | {f"body:{n}": b.text for n, b in enumerate(item.body)}

    assert scores == sorted(scores, reverse=True)
    for term in terms:
        assert term.spans
        for span in term.spans:
            assert parts[span.where][span.start : span.end].strip()


def test_german_keywords_are_nouns(make_item: Make) -> None:
    item = make_item(
        "Der Pegel der Elbe steigt weiter. Die Feuerwehr stapelt Sandsäcke, weil der Pegel am "
        "Abend die Marke erreicht und die Sandsäcke fehlen.",
        headline="Elbe: Pegel steigt",
        language="de",
    )
    found = keywords(item)

    assert {"Pegel", "Elbe", "Sandsäcke"} <= set(found)
    assert all(word[0].isupper() for word in found)


def test_without_a_table_only_names_are_keywords(make_item: Make) -> None:
    """We do not guess which words of a language are common."""
    assert keywords(make_item("Blah blah blah.", language="xx")) == []


def test_how_common_a_word_is() -> None:
    """A stop word is worth nothing, a rare one most."""
    table = common_words("en")
    assert table is not None
    the, election, lice = table.worth(read_words("the election lice"), 3).tolist()

    assert the == 0
    assert 0.3 < election < lice


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "Orlin " * 200_000, "x y " * 300_000, "中" * 900_000]
)
def test_a_megabyte_is_read_quickly(make_item: Make, text: str) -> None:
    """Whatever it is made of."""
    start = time.process_time()
    add_keywords(make_item(body=(Block(text=text),), language="en"))

    assert time.process_time() - start < 1


@given(st.text(max_size=200), st.sampled_from(["en", "de", "ru", "zh", "xx"]))
def test_any_text_gets_an_answer(text: str, language: str) -> None:
    """The same one again."""
    named: dict[str, Any] = dict.fromkeys(
        ("item_id", "source", "guid", "format", "raw_digest"), "x"
    )
    body = (Block.model_construct(text=text),)
    item = WireItem.model_construct(**named, headline=text, body=body, language=language)

    assert add_keywords(item).terms == add_keywords(item).terms
    assert len(add_keywords(item).terms) <= 8


@given(
    st.text(alphabet="abAB1 .-\n我é", max_size=120),
    st.integers(0, 5),
    st.integers(0, 3),
    st.booleans(),
    st.integers(0, 20),
)
def test_both_ways_to_rank_words_agree(
    text: str, seed: int, head: int, capitals: bool, most: int
) -> None:
    """Compiled or not, the same words are the strongest, and look the same."""
    compiled = pytest.importorskip("pipeline.enriching.keywords.word_ranks")
    words = read_words(text)
    named = bytearray((n * 7 + seed) % 5 == 0 for n in range(len(words)))
    some = [number_of(word) & 0xFFFFFFFF for word in ("a", "b", "ab", "ba", "aé", "bb")]
    common = CommonWords(np.array(some, np.uint32), np.array([255, 60, 50, 40, 80, 36], np.uint8))
    given = (words, common, named, head, capitals, most)

    assert compiled.ranked(*given) == ranks_by_python.ranked(*given)


def test_a_text_of_many_words_is_ranked_to_its_end() -> None:
    """More words than are ranked are no danger, all of them different."""
    words = read_words(" ".join(f"w{chr(97 + n % 26)}{'x' * (n // 26)}" for n in range(2100)))
    common = CommonWords(np.array([1], np.uint32), np.array([255], np.uint8))
    given = (words, common, bytearray(len(words)), 0, False, 5)
    flags, found = ranks_by_python.ranked(*given)

    assert len(flags) == ranks_by_python.MOST_WORDS
    assert [places for _, places in found] == [[0], [1], [2], [3], [4]]
    compiled = pytest.importorskip("pipeline.enriching.keywords.word_ranks")
    assert compiled.ranked(*given) == (flags, found)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("strike", "strikes", True),
        ("strikers", "strike", True),
        ("rat", "rats", True),
        ("eu", "euro", False),
        ("star", "startled", False),
        ("port", "post", False),
    ],
)
def test_forms_of_a_word(one: str, other: str, same: bool) -> None:
    assert is_form(one, other) is is_form(other, one) is same
