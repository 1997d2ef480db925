"""A notepad never reaches a reader, and a story never goes with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.cleaning.notepad import remove_notepad
from pipeline.cleaning.words import unaccounted_words, words_in
from schemas.types import Block
from schemas.wire import WireItem

Make = Callable[..., WireItem]
STORY = "It rained in Lisbon.\n\nThe trams stood still."
NOT_PUBLIC = "The following information is not intended for publication"
NICHT = "Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt"


@pytest.mark.parametrize(
    "notepad",
    [
        "# Notizblock\n\n## Orte\n\n- [Harbour](Quay 1, Lisbon)\n\ndpa al rmo hct rmo",
        "# Notizblock",
        "# Notebook\n\n## Note to editors\n\n- adds reaction\n\nquoted\n\n071341 GMT Mar 26",
        f"# Notebook\n\n- adds reaction\n\n* * * *\n\n{NOT_PUBLIC}\n\ndpa bwh bag\n\n071341 GMT Mar 26",
        f"## Internet links\n\n- [A](http://a.example)\n\n* * * * {NOT_PUBLIC}\n\n071341 GMT Mar 26",
        "# Notebook\n\n## Note to editors\n\n- adds reaction",
        f"* * * *\n\n{NOT_PUBLIC}\n\n## Editorial contacts\n\n- Editing by: Ana Exemplo, +49 30 123456",
        f"* * * * {NOT_PUBLIC}\n\n## Editorial contacts",
        f"* * * * {NICHT}\n\n## Kontakte\n\n- Autor: Max Muster, +49 30 123456, <muster@northwire.example>",
        "Die folgenden Informationen sind nicht zur Veroeffentlichung bestimmt",
        "## Internet\n\n- [Statement](http://northwire.example/1)\n\n## Orte\n\n- [Harbour](Lisbon)",
        "NOT FOR PUBLICATION\n\nCall the desk.",
        "Keywords: TALKS LISBON/ (ana.exemplo@northwire.example; +351 21 1234567)",
        "((ana.exemplo@northwire.example; +351 21 1234567; messaging: ana))",
    ],
)
def test_from_its_first_line_to_the_end_all_goes(make_item: Make, notepad: str) -> None:
    item = make_item(f"{STORY}\n\n{notepad}")
    cleaned = remove_notepad(item)
    assert cleaned.text == STORY
    assert "\n\n".join(removed.text for removed in cleaned.removed) == notepad
    assert {removed.step for removed in cleaned.removed} == {"private_note"}


def test_a_notepad_flowed_into_the_last_paragraph_is_parted_from_it(make_item: Make) -> None:
    text = f"It rained. * * * * {NICHT} ## Kontakte - Autor: Max Muster, +49 30 123456"
    item = make_item(text, words_read=words_in(text))
    cleaned = remove_notepad(item)
    assert cleaned.text == "It rained."
    assert "muster" not in cleaned.text.lower()
    assert unaccounted_words(cleaned) == 0


@pytest.mark.parametrize(
    "last",
    [
        "Contact: Ana Exemplo, +351 21 1234567, ana@northwire.example",
        "Media contact: Max Muster",
        "Notebook makers lost 3 per cent.",
        "# Notebook\n\nOur reporter walked through the old harbour.",
        "## Orte\n\nEs regnete in Wien, sagte die Sprecherin.",
        "* * *\n\nThe second part of the story begins here.",
        "Keywords: rain, harbour and trams are what the study is about.",
        "The report is “not intended for publication”, he said.",
        "EDITOR'S NOTE: This is the second of three stories on the harbour.",
        "((Both teams had the same number of points.))",
    ],
)
def test_what_is_meant_for_readers_stays(make_item: Make, last: str) -> None:
    item = make_item(f"{STORY}\n\n{last}")
    assert remove_notepad(item) == item


WORDS = st.sampled_from(
    "Rain in Lisbon # ## * * * Notebook Internet Orte dpa al not for publication said “No” - "
    "Keywords: ((x@y.z +49 Contact Kontakte (Northwire) information intended".split(" ")
)
SENTENCES = st.lists(WORDS, min_size=3, max_size=12).map(lambda w: "It " + " ".join(w) + ".")


@given(
    story=st.lists(SENTENCES, min_size=1, max_size=6),
    notepad=st.sampled_from(["", "# Notizblock", f"* * * * {NOT_PUBLIC}"]),
    tail=st.lists(
        st.sampled_from(["## Orte", "- +49 30 123456", "dpa abc yydd n1 sku"]), max_size=4
    ),
)
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_story_is_never_eaten(
    make_item: Make, story: list[str], notepad: str, tail: list[str]
) -> None:
    """Sentences stay in front of a notepad, all of them, and nothing of the notepad does."""
    under = [notepad, *tail] if notepad else []
    body = tuple(Block(text=text) for text in [*story, *under])
    cleaned = remove_notepad(make_item(body=body))
    assert [block.text for block in cleaned.body] == story
    assert [removed.text for removed in cleaned.removed] == under
