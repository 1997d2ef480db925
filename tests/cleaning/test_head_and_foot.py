"""Label lines, bylines and sign-offs around a story, and sentences that only look like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.cleaning.byline import find_byline
from pipeline.cleaning.headline import find_headline
from pipeline.cleaning.labels import read_labels
from pipeline.cleaning.signoff import remove_signoff
from pipeline.cleaning.words import unaccounted_words
from schemas.types import Lifecycle
from schemas.wire import WireItem

Make = Callable[..., WireItem]


@pytest.mark.parametrize(
    "headline",
    ["BREAKING - Storm hits coast", "USA - China: talks resume", "NATO – Allies meet in Vienna"],
)
def test_a_headline_with_a_dash_is_no_dateline(make_item: Make, headline: str) -> None:
    assert find_headline(make_item(f"{headline}\n\nIt rained.\n\nMore.")).headline == headline


@pytest.mark.parametrize(
    "first",
    [
        "LISBON (Northwire) - It rained.",
        "LISBON, March 3 -- It rained.",
        "LISBON — It rained all day on the square.",
    ],
)
def test_a_text_that_begins_with_its_dateline_has_no_headline(make_item: Make, first: str) -> None:
    assert find_headline(make_item(f"{first}\n\nMore.")).headline == ""


def test_lines_that_are_only_labels_count_and_go(make_item: Make) -> None:
    """dpa puts them on lines of their own before the headline."""
    item = find_headline(make_item("2ND LEAD\n\nREFILE\n\nRain\n\nIt rained.", words_read=6))
    assert (item.headline, item.lifecycle) == ("Rain", Lifecycle.UPDATE)
    assert [removed.text for removed in item.removed] == ["2ND LEAD", "REFILE"]
    assert unaccounted_words(item) == 0


def test_a_label_and_one_block_are_headline_and_text(make_item: Make) -> None:
    """What is left must still be a story."""
    assert find_headline(make_item("KILL\n\nPlease remove the story.")).headline == "KILL"


@pytest.mark.parametrize(
    ("headline", "rest", "lifecycle"),
    [
        ("Correction: Rain in Lisbon", "Rain in Lisbon", Lifecycle.CORRECTION),
        ("Aktualisiert: Regen", "Regen", Lifecycle.UPDATE),
        ("1st Lead: Rain", "Rain", Lifecycle.UPDATE),
        ("***URGENT*** Rain", "Rain", Lifecycle.ALERT),
        ("Rain in Lisbon (UPDATE 2)", "Rain in Lisbon", Lifecycle.UPDATE),
        ("Regen (KORR)", "Regen", Lifecycle.CORRECTION),
        ("Kill: how it began", "Kill: how it began", Lifecycle.NEW),
        ("Correction centre opens", "Correction centre opens", Lifecycle.NEW),
        ("Rain in Lisbon (Portugal)", "Rain in Lisbon (Portugal)", Lifecycle.NEW),
    ],
)
def test_labels_as_sites_write_them(headline: str, rest: str, lifecycle: Lifecycle) -> None:
    found = read_labels(headline)
    assert (found.headline, found.lifecycle) == (rest, lifecycle)


@pytest.mark.parametrize(
    "byline",
    [
        "By Ana Exemplo",
        "By ANA EXEMPLO and MAX MUSTER",
        "Von Max Muster, dpa",
        "Par Anne d’Exemple",
        "Por Ana de la Muestra",
        "Di Anna Esempio e Max Muster",
        "Av Ana Exempel, Northwire",
        "Автор: Ана Пример",
    ],
)
def test_a_byline_becomes_the_item_s(make_item: Make, byline: str) -> None:
    item = find_byline(make_item(f"{byline}\n\nIt rained.", headline="Rain"))
    assert (item.byline, item.text) == (byline, "It rained.")


def test_a_byline_that_the_format_gave_is_not_printed_twice(make_item: Make) -> None:
    item = find_byline(make_item("By Ana Exemplo\n\nRain.", headline="Rain", byline="Ana Exemplo"))
    assert (item.byline, item.text) == ("Ana Exemplo", "Rain.")
    assert item.removed[0].text == "By Ana Exemplo"


@pytest.mark.parametrize(
    "text",
    [
        "By the river",
        "By Tuesday Lisbon had flooded, and the trams stood still.",
        "Von Anfang an dagegen",
        "By Ana",
        "Por fin llueve",
    ],
)
def test_a_sentence_is_no_byline(make_item: Make, text: str) -> None:
    item = make_item(f"{text}\n\nIt rained.", headline="Rain")
    assert find_byline(item) == item


@pytest.mark.parametrize(
    "mark",
    [
        "(Reporting by Ana Exemplo; editing by Max Muster)",
        "(Additional reporting by Ana Exemplo)",
        "hh/ph/ts",
        "аб/вг/15:20",
        "dpa al rmo hct rmo",
        "==Northwire",
        "-30-",
        "ENDS",
        "***",
        "ends",
        "AAP abc",
        "AFP ab/cd",
        "/ritzau/",
        "اب-جد/هـ و/كام",
    ],
)
def test_a_signoff_goes_and_is_on_record(make_item: Make, mark: str) -> None:
    item = remove_signoff(make_item(f"It rained.\n\nMore.\n\n{mark}"))
    assert item.text == "It rained.\n\nMore."
    assert item.removed[0].text == mark


@pytest.mark.parametrize(
    "last",
    [
        "(She later apologised.)",
        "The end.",
        "dpa did not answer.",
        "AP said so",
        "it ends",
        "He said and/or meant it.",
    ],
)
def test_a_sentence_is_no_signoff(make_item: Make, last: str) -> None:
    item = make_item(f"It rained.\n\n{last}")
    assert remove_signoff(item) == item


def test_only_signoffs_are_still_a_text(make_item: Make) -> None:
    """One block always stays."""
    assert remove_signoff(make_item("ENDS\n\nENDS")).text == "ENDS"
