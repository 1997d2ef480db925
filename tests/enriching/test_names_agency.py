"""Names that the agency sent beside its text win."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.enriching.names.step import add_names
from schemas.types import Name
from schemas.wire import WireItem

Make = Callable[..., WireItem]


def sent(kind: str, name: str) -> Name:
    return Name.model_validate({"kind": kind, "name": name, "by": "agency"})


def test_its_mentions_and_its_role_are_found(make_item: Make) -> None:
    text = "Finance Minister Karel Novotny met bankers.\n\nLater Novotny went home, officials said."
    item = make_item(text, language="en", names=(sent("person", "Karel Novotny"),))

    (name,) = add_names(item).names

    assert (name.by, name.score, name.role) == ("agency", 1.0, "Finance Minister")
    assert [span.where for span in name.spans] == ["body:0", "body:1"]


def test_the_agencys_kind_counts(make_item: Make) -> None:
    item = make_item(
        "Shares in Paris rose, dealers said.", language="en", names=(sent("organisation", "Paris"),)
    )

    assert [(n.kind, n.name) for n in add_names(item).names] == [("organisation", "Paris")]


def test_a_firm_is_found_without_its_ending(make_item: Make) -> None:
    item = make_item(
        "Zorbal Labs named Maria Rossi its chief on Monday. Zorbal Labs is in Lisbon.",
        language="en",
        names=(sent("organisation", "Zorbal Labs, Inc."),),
    )

    name = next(name for name in add_names(item).names if name.kind == "organisation")

    assert (name.name, name.by, len(name.spans)) == ("Zorbal Labs, Inc.", "agency", 2)


def test_a_name_that_the_text_does_not_have_stays(make_item: Make) -> None:
    item = make_item("Prices rose.", language="en", names=(sent("place", "Portugal"),))

    assert [(n.name, n.spans) for n in add_names(item).names] == [("Portugal", ())]


def test_it_is_found_in_languages_that_we_do_not_tag(make_item: Make) -> None:
    item = make_item(
        "Ministr Karel Novotny odešel.", language="cs", names=(sent("person", "Karel Novotny"),)
    )

    assert len(add_names(item).names[0].spans) == 1


def test_a_part_of_a_word_is_no_mention(make_item: Make) -> None:
    item = make_item("The Parisian wind blew.", language="cs", names=(sent("place", "Paris"),))

    assert add_names(item).names[0].spans == ()


def test_a_megabyte_with_many_names_takes_linear_time(make_item: Make) -> None:
    names = tuple(sent("person", f"A{'a' * n}") for n in range(200))
    item = make_item("Aaaa " * 200_000, language="en", names=names)

    assert len(add_names(item).names) >= 100
