"""The first sentence as it stands, and the time that reading takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.summary import add_summary, first_sentence, reading_seconds
from schemas.types import Block
from schemas.wire import WireItem

Make = Callable[..., WireItem]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A ferry sank. All were saved.", "A ferry sank."),
        ("Mr. Tarvo of the U.S. paid $3.5 million. He", "Mr. Tarvo of the U.S. paid $3.5 million."),
        ("“It is over.” He left.", "“It is over.”"),
        ("Der Zug kam am 5. März an. Er war leer.", "Der Zug kam am 5. März an."),
        ("It was No. 5 of ten. Then", "It was No. 5 of ten."),
        ("台风袭击港口。数千人撤离。", "台风袭击港口。"),
        ("no end at all", "no end at all"),
        ("", ""),
    ],
)
def test_a_sentence_ends_where_it_ends(text: str, expected: str) -> None:
    assert first_sentence(text) == expected


def test_what_the_agency_sent_is_not_repeated(make_item: Make) -> None:
    body = (Block(kind="h2", text="Head"), Block(text="One. Two."))
    assert add_summary(make_item(body=body)).summary == "One."
    assert add_summary(make_item(body=body, standfirst="Said.")).summary == ""


def test_reading_takes_its_time() -> None:
    assert reading_seconds("word " * 238) == 60
    assert reading_seconds("字" * 500) == 60
    assert reading_seconds("") == 0


@given(st.text(max_size=300))
def test_no_word_is_made_up(text: str) -> None:
    sentence = first_sentence(text)
    assert text.strip().startswith(sentence.removesuffix(" …"))
