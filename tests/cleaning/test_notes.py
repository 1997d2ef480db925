"""Editors' notes leave the text, and what they say was done counts for the item."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.cleaning.labels import take_labels
from pipeline.cleaning.notes import find_notes
from pipeline.cleaning.words import unaccounted_words, words_in
from schemas.types import Lifecycle
from schemas.wire import WireItem

Make = Callable[..., WireItem]
STORY = "LISBON (Northwire) - It rained."


@pytest.mark.parametrize(
    ("note", "lifecycle"),
    [
        ("(Adds Minister Exemplo's announcement, background)", Lifecycle.UPDATE),
        ("(Updates with the harbour master (no relation) speaking)", Lifecycle.UPDATE),
        ("(Recasts with reaction)", Lifecycle.UPDATE),
        (
            "(In Jan. 3 story, corrects last paragraph to reflect that it rained)",
            Lifecycle.CORRECTION,
        ),
        ("(Corrects spelling of name in paragraph 2)", Lifecycle.CORRECTION),
        (
            "(This March 3 story has been corrected to fix the bridge's length)",
            Lifecycle.CORRECTION,
        ),
        ("(Refiles to fix format)", Lifecycle.REPEAT),
        ("Adds details in paragraphs 3-5", Lifecycle.UPDATE),
        ("Eds: UPDATES: With photos.", Lifecycle.UPDATE),
        ("Eds: CORRECTS: The bridge is 40 metres long.", Lifecycle.CORRECTION),
        ("(Eds: Updates throughout.)", Lifecycle.UPDATE),
        ("N i e u w bericht, vervangt: Regen in Lissabon", Lifecycle.UPDATE),
        ("(Berichtigung: Im 2. Absatz, 3. Satz heißt es richtig Muster)", Lifecycle.CORRECTION),
        ("(Wiederholung vom Vortag)", Lifecycle.REPEAT),
        ("(Achtung - Planungshinweis)", Lifecycle.ADVISORY),
        ("Korjattu aiempaa uutista: Sade alkoi tiistaina.", Lifecycle.CORRECTION),
        ("RÄTTELSE: Bron är 40 meter lång.", Lifecycle.CORRECTION),
        ("(Actualisé avec la réaction du port)", Lifecycle.UPDATE),
    ],
)
def test_a_note_that_says_what_was_done(make_item: Make, note: str, lifecycle: Lifecycle) -> None:
    text = f"{note}\n\n{STORY}"
    item = find_notes(make_item(text, headline="Rain", words_read=words_in(text) + 1))
    assert (item.text, item.lifecycle) == (STORY, lifecycle)
    assert item.lifecycle_note == note
    assert [(r.step, r.text) for r in item.removed] == [("notes", note)]
    assert unaccounted_words(item) == 0


@pytest.mark.parametrize("note", ["Eds: With photos.", "(Achtung Redaktionen: Bild folgt)"])
def test_a_note_that_says_nothing_was_done_is_for_editors(make_item: Make, note: str) -> None:
    item = find_notes(make_item(f"{note}\n\n{STORY}", headline="Rain", editorial_note="Early."))
    assert (item.text, item.lifecycle) == (STORY, Lifecycle.NEW)
    assert item.editorial_note == f"Early.\n{note}"


def test_a_note_with_a_desk_s_number_is_private(make_item: Make) -> None:
    note = "(Achtung Redaktionen: Rückfragen an +49 30 123456)"
    item = find_notes(make_item(f"{note}\n\n{STORY}", headline="Rain"))
    assert (item.editorial_note, item.lifecycle_note) == ("", "")
    assert item.removed[0].step == "private_note"


def test_a_label_s_note_is_told_more(make_item: Make) -> None:
    item = make_item(f"(Adds reaction)\n\n{STORY}", headline="Rain", lifecycle_note="UPDATE 1-")
    assert find_notes(item).lifecycle_note == "UPDATE 1- (Adds reaction)"


@pytest.mark.parametrize(
    "first",
    [
        "(Adds) He said so (twice)",
        "(She later apologised.)",
        "Adds to the misery: rain.",
        "Updates will follow, the minister said in the last paragraph of his letter. No more.",
        "Corrections are rare.",
        "(Neustadt) It rained.",
        "(In Lisbon, it rained.)",
        "(Achtung)",
        "Edsel Exemplo died.",
    ],
)
def test_a_sentence_is_no_note(make_item: Make, first: str) -> None:
    item = make_item(f"{first}\n\n{STORY}", headline="Rain")
    assert find_notes(item) == item


def test_a_text_that_is_all_note_stays(make_item: Make) -> None:
    item = make_item("(Adds reaction)", headline="Rain")
    assert find_notes(item) == item


def test_a_private_note_goes_even_if_it_is_all_there_is(make_item: Make) -> None:
    item = find_notes(make_item("(Achtung: Rückfragen an +49 30 123456)", headline="Rain"))
    assert (item.text, item.editorial_note) == ("", "")


def test_a_note_far_down_is_a_part_of_the_story(make_item: Make) -> None:
    item = make_item("\n\n".join([STORY] * 5 + ["(Adds nothing to the rain)"]), headline="Rain")
    assert find_notes(item) == item


def test_anp_counts_its_versions_after_the_headline(make_item: Make) -> None:
    item = make_item("Het regent.", headline="Regen in Lissabon (2)", provider="ANP")
    cleaned = take_labels(item)
    assert (cleaned.headline, cleaned.lifecycle) == ("Regen in Lissabon", Lifecycle.UPDATE)
    assert cleaned.removed[0].text == "(2)"


def test_a_number_after_another_agency_s_headline_stays(make_item: Make) -> None:
    item = make_item("Rain.", headline="Girl found (2)")
    assert take_labels(item) == item
