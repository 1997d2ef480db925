"""Breadcrumbs and furniture go; headlines and paragraphs that look a little like them stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.cleaning.breadcrumb import find_breadcrumb
from pipeline.cleaning.furniture import remove_furniture
from schemas.wire import WireItem

Make = Callable[..., WireItem]


@pytest.mark.parametrize(
    ("line", "categories"),
    [
        ("0_Web_News storiesEuropeEurope.portalSvet", ("News stories", "Europe", "Svet")),
        ("Home > World > Europe", ("World", "Europe")),
        ("StartseitePolitikAusland", ("Politik", "Ausland")),
        ("ПочетнаСветЕвропа", ("Свет", "Европа")),
    ],
)  # fmt: skip
def test_a_breadcrumb_becomes_categories(
    make_item: Make, line: str, categories: tuple[str, ...]
) -> None:
    item = find_breadcrumb(make_item(f"{line}\n\nA headline\n\nA text."))
    assert item.categories == categories
    assert item.removed[0].text == line


@pytest.mark.parametrize(
    "headline",
    [
        "McDonald wins again in a close race for the harbour",
        "New iPhone and old MacBook sold at one price in the city",
        "The rain stops.",
        "and/or",
    ],
)
def test_a_headline_is_no_breadcrumb(make_item: Make, headline: str) -> None:
    item = make_item(f"{headline}\n\nA text.\n\nMore.")
    assert find_breadcrumb(item) == item


@pytest.mark.parametrize(
    "line",
    [
        "Back to top button", "Nach oben", "Haut de page", "Volver arriba", "Torna su",
        "Voltar ao topo", "Share this article", "Facebook Twitter WhatsApp", "Read more: Storms",
        "© 2026 Northwire", "All rights reserved.", "Lesen Sie auch: Sturm", "3 comments",
        "Сподели", "Newsletter",
    ],
)  # fmt: skip
def test_furniture_goes_and_is_on_record(make_item: Make, line: str) -> None:
    item = remove_furniture(make_item(f"A headline\n\nA text.\n\n{line}", format="web_text"))
    assert [b.text for b in item.body] == ["A headline", "A text."]
    assert item.removed[0].text == line


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices fell in Vienna on Tuesday, traders said.",
        "Print runs have halved since 2010.",
        "Home owners will pay more from April.",
        "Read the minister's lips, the opposition said on Monday.",
    ],
)
def test_a_sentence_is_no_furniture(make_item: Make, sentence: str) -> None:
    item = make_item(f"A headline\n\nA text.\n\n{sentence}", format="web_text")
    assert remove_furniture(item) == item


def test_wire_formats_have_no_furniture(make_item: Make) -> None:
    item = make_item("Newsletter\n\nShare this", format="ninjs")
    assert remove_furniture(item) == item
