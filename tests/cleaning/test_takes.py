"""Parts of a story are known as parts, and press releases as paid for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.cleaning.dateline import find_dateline
from pipeline.cleaning.paid import mark_paid
from pipeline.cleaning.takes import find_take
from pipeline.cleaning.words import unaccounted_words, words_in
from schemas.types import Take
from schemas.wire import WireItem

Make = Callable[..., WireItem]


@pytest.mark.parametrize(
    ("headline", "left", "take"),
    [
        ("Hafenkurse (Teil 4 von 4): Stand am Abend", "Hafenkurse: Stand am Abend", Take(number=4, of=4)),
        ("Harbour inquiry (1 of 3)", "Harbour inquiry", Take(number=1, of=3)),
        ("Harbour inquiry, 1st Take", "Harbour inquiry", Take(number=1)),
        ("Harbour inquiry - Take 2", "Harbour inquiry", Take(number=2)),
        ("Hafenkrimi (Folge 2)", "Hafenkrimi", Take(number=2)),
        ("Harbour II (Part 2)", "Harbour II (Part 2)", None),
        ("1 of 3 bridges closed", "1 of 3 bridges closed", None),
        ("(1 of 3)", "(1 of 3)", None),
    ],
)  # fmt: skip
def test_a_part_in_the_headline(
    make_item: Make, headline: str, left: str, take: Take | None
) -> None:
    read = words_in(headline) + 2
    item = find_take(make_item("It rained.", headline=headline, words_read=read))
    assert (item.headline, item.take) == (left, take)
    assert unaccounted_words(item) == 0


@pytest.mark.parametrize(
    ("body", "left", "take"),
    [
        ("-2-\n\nIt rained.", "It rained.", Take(number=2)),
        ("(Teil 1 von 4)\n\nEs regnete.", "Es regnete.", Take(number=1, of=4)),
        ("It rained.\n\nMORE", "It rained.", Take(number=1)),
        ("It rained.\n\n(more)\n\nhh/ph", "It rained.\n\nhh/ph", Take(number=1)),
        ("It rained. MORE", "It rained.", Take(number=1)),
        ("It rained. (more)", "It rained.", Take(number=1)),
        ("-2-\n\nIt rained.\n\nMORE", "It rained.", Take(number=2)),
        ("It rained more and more", "It rained more and more", None),
        ("MORE", "MORE", None),
        ("-2- degrees were measured.\n\nRain.", "-2- degrees were measured.\n\nRain.", None),
    ],
)
def test_a_part_in_the_text(make_item: Make, body: str, left: str, take: Take | None) -> None:
    item = find_take(make_item(body, headline="Rain", words_read=words_in(body) + 1))
    assert (item.text, item.take) == (left, take)
    assert unaccounted_words(item) == 0


def test_the_format_knows_better(make_item: Make) -> None:
    item = make_item("It rained.\n\nMORE", headline="Rain", take=Take(number=3, of=5))
    assert find_take(item).take == Take(number=3, of=5)


@pytest.mark.parametrize(
    "text",
    [
        "VANCOUVER, British Columbia, March 03, 2026 (GLOBE NEWSWIRE) -- Muster Inc. is glad.",
        "LONDON--(BUSINESS WIRE)--Muster Inc. is glad.",
        "LISBON, March 3, 2026 /PRNewswire-AsiaNet/ -- Muster Inc. is glad.",
        "TORONTO, March 3, 2026 /CNW/ - Muster Inc. is glad.",
        "Wien (ots) - Muster AG freut sich.",
    ],
)
def test_a_press_release_says_so(make_item: Make, text: str) -> None:
    assert mark_paid(find_dateline(make_item(text))).paid


@pytest.mark.parametrize(
    ("field", "name"),
    [("provider", "Business Wire"), ("credit", "ots"), ("source", "businesswire.com")],
)
def test_a_distributor_s_name_is_enough(make_item: Make, field: str, name: str) -> None:
    assert mark_paid(make_item("Muster Inc. is glad.", **{field: name})).paid


@pytest.mark.parametrize(
    "text",
    ["PARIS (AP) - The company (ots) said so.", "Business Wire was sold, it said.", "It rained."],
)
def test_a_story_is_not_paid_for(make_item: Make, text: str) -> None:
    assert not mark_paid(find_dateline(make_item(text))).paid
