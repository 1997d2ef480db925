"""dpa digitalwires: what its fields say of an item."""

from __future__ import annotations

from pipeline.cleaning.dateline import find_dateline
from tests.formats.conftest import ReadOne
from tests.formats.wire_makers import dpa_wires


def test_a_dateline_in_its_field_is_taken_apart(read_one: ReadOne) -> None:
    item = find_dateline(
        read_one(
            dpa_wires(dateline="Tel Aviv/Beirut (dpa) - ", body=("Am Hafen fiel ein Kran um.",))
        )
    )

    assert item.dateline is not None
    assert item.dateline.places == ("Tel Aviv", "Beirut")
    assert item.dateline.agencies == ("dpa",)


def test_a_dateline_that_the_text_says_again_stays_there(read_one: ReadOne) -> None:
    """Cleaning cuts it off; the field is set aside."""
    text = ("Lissabon (dpa) - Am Hafen fiel ein Kran um.",)
    item = read_one(dpa_wires(dateline="Lissabon (dpa) - ", body=text))
    cleaned = find_dateline(item)

    assert [gone.step for gone in item.removed] == ["dateline"]
    assert cleaned.body[0].text == "Am Hafen fiel ein Kran um."
    assert cleaned.dateline is not None
    assert cleaned.dateline.places == ("Lissabon",)


def test_a_place_alone_is_the_dateline(read_one: ReadOne) -> None:
    item = read_one(dpa_wires(dateline="Lissabon", body=("Am Hafen fiel ein Kran um.",)))

    assert item.dateline is not None
    assert item.dateline.places == ("Lissabon",)
