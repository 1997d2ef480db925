"""Small values are the same, made by Python or compiled."""

from __future__ import annotations

import pytest

from pipeline.words import by_python
from schemas.types import Name, Span

compiled = pytest.importorskip("pipeline.words.compiled", reason="not compiled")

PARTS, BEGINS = ("headline", "body:0", "body:1"), (0, 12, 40)


@pytest.mark.parametrize("start", [0, 5, 11, 12, 13, 39, 40, 99])
def test_a_span_is_in_the_part_that_it_begins_in(start: int) -> None:
    span = compiled.span_of(PARTS, BEGINS, start, start + 3)

    assert span == by_python.span_of(PARTS, BEGINS, start, start + 3)
    assert isinstance(span, Span)


def test_a_model_is_the_one_that_checking_gives() -> None:
    checked = Name(kind="place", name="Lisbon", spans=(Span("body:0", 3, 9),), by="names")

    made = compiled.model_of(Name, dict(checked))

    assert made == checked
    assert made.model_dump_json() == checked.model_dump_json()
    assert made.model_copy(update={"country": "PT"}).country == "PT"
    assert made.country == ""
    with pytest.raises(ValueError, match="frozen"):
        made.name = "Porto"


def test_a_model_with_other_values_is_the_one_that_copying_gives() -> None:
    """The first one stays as it was; what was given is known of both."""
    name = Name(kind="place", name="Lisbon", by="names")
    values = {"country": "PT", "spans": (Span("body:0", 3, 9),)}

    made = compiled.with_values(name, values)
    copied = name.model_copy(update=values)

    assert made == copied
    assert made.model_fields_set == copied.model_fields_set
    assert made.model_dump_json(exclude_unset=True) == copied.model_dump_json(exclude_unset=True)
    assert (name.country, name.model_fields_set) == ("", {"kind", "name", "by"})
