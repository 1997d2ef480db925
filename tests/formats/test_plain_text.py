"""Plain text: paragraphs, header block, embargo in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from schemas.types import Lifecycle
from tests.formats.conftest import ReadOne


def test_soft_line_breaks_flow_and_hyphens_stay(read_one: ReadOne) -> None:
    item = read_one(
        "Rain in Lisbon\n\nThe rain fell on the well-\nknown square all day\nlong.\n\nMore."
    )
    assert item.headline == "Rain in Lisbon"
    assert [b.text for b in item.body] == [
        "The rain fell on the well-known square all day long.",
        "More.",
    ]


def test_an_indented_line_begins_a_paragraph(read_one: ReadOne) -> None:
    item = read_one("Rain\n\n     First it rained.\n     Then it stopped\nfor good.")
    assert [b.text for b in item.body] == ["First it rained.", "Then it stopped for good."]


def test_a_table_keeps_its_lines(read_one: ReadOne) -> None:
    item = read_one("Results\n\nNorth   2   South   1\nEast    0   West    0\n")
    assert (item.body[0].kind, item.body[0].text.count("\n")) == ("table", 1)


def test_the_header_block_says_what_a_text_cannot(read_one: ReadOne) -> None:
    item = read_one(
        "Id: harbour\nVersion: 2\nSlug: HARBOUR-FIRE\nUrgency: 3\nLanguage: en-GB\n"
        "Credit: Northwire\nDate: 2026-03-03T10:00:00+01:00\nEmbargo: 2026-03-03T18:00:00Z\n\n"
        "Fire out\n\nVIENNA (Northwire) - The fire is out.\n"
    )
    assert (item.item_id, item.version, item.urgency) == ("local/harbour", 2, 3)
    assert (item.slugline, item.language, item.credit) == ("HARBOUR-FIRE", "en", "Northwire")
    assert item.created_at == datetime(2026, 3, 3, 9, tzinfo=UTC)
    assert item.lifecycle is Lifecycle.UPDATE
    assert item.embargo is not None
    assert item.embargo.until == datetime(2026, 3, 3, 18, tzinfo=UTC)
    assert item.headline == "Fire out"


def test_a_text_that_begins_like_a_header_is_a_text(read_one: ReadOne) -> None:
    assert (
        read_one("Minister: we shall see\n\nShe said no more.").headline == "Minister: we shall see"
    )


def test_a_kill_takes_the_place_of_what_it_kills(read_one: ReadOne) -> None:
    item = read_one(
        "Id: kill-7\nKills: harbour\n\nKILL: please remove the harbour story\n\nRegret."
    )
    assert (item.item_id, item.lifecycle) == ("local/harbour", Lifecycle.KILL)


@pytest.mark.parametrize(
    ("note", "until"),
    [
        ("EMBARGOED until 1800 GMT on March 6", datetime(2026, 3, 6, 18, tzinfo=UTC)),
        ("STRICTLY EMBARGOED: 6 March 2026, 00:01 CET", datetime(2026, 3, 5, 23, 1, tzinfo=UTC)),
        ("Sperrfrist: 6. März 2026, 18.00 Uhr", datetime(2026, 3, 6, 17, tzinfo=UTC)),
        ("EMBARGO: 2026-03-06T18:00:00+01:00", datetime(2026, 3, 6, 17, tzinfo=UTC)),
        ("EMBARGOED FOR RELEASE AT 6 PM", datetime(2026, 3, 3, 17, tzinfo=UTC)),
        ("EMBARGOED until further notice: ask the desk", None),
    ],
)
def test_an_embargo_in_words(read_one: ReadOne, note: str, until: datetime | None) -> None:
    """A note of its own line, in the time of Vienna; without a time it holds until it is lifted."""
    item = read_one(f"Budget agreed\n\n{note}\n\nVIENNA (Alpenpress) - The budget is agreed.")
    assert item.embargo is not None
    assert item.embargo.until == until
    assert note not in item.text


def test_an_arms_embargo_is_no_embargo(read_one: ReadOne) -> None:
    text = "Embargo on grain lifted\n\nVIENNA (Alpenpress) - The embargo on grain ended on March 3."
    assert read_one(text).embargo is None


@pytest.mark.parametrize("head", ["", "Rain\n\n", "Rain\n\nLISBON (Northwire) - It rained.\n\n"])
def test_no_field_ever_holds_a_notepad(read_one: ReadOne, head: str) -> None:
    """Not even the headline of a text that has nothing else."""
    item = read_one(
        f"{head}* * * *\nThe following information is not intended for publication\n\n"
        "## Editorial contacts\n- Editing by: Muster, +49 30 1234567\n\ndpa abc yydd n1 sku"
    )
    shown = item.model_dump_json(exclude={"removed"})
    assert "1234567" not in shown
    assert "intended" not in shown
