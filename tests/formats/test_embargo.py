"""An embargo is seen wherever copy states it, and no story about one is taken for it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from pipeline.formats.embargo import embargo_of_note, strictest
from schemas.types import Embargo
from tests.formats.conftest import ReadOne

NEAR = datetime(2026, 3, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("note", "until"),
    [
        ("EMBARGOED until 1800 GMT on March 6", datetime(2026, 3, 6, 18, tzinfo=UTC)),
        ("Embargoed to 0001 Friday September 11", datetime(2026, 9, 11, 0, 1, tzinfo=UTC)),
        ("SPERRFRIST: Freitag 6. März, 18 Uhr", datetime(2026, 3, 6, 18, tzinfo=UTC)),
        ("Sous embargo jusqu’au 6 mars 2026 à 18h00", datetime(2026, 3, 6, 18, tzinfo=UTC)),
        ("Embargo fino alle 18:00 del 6 marzo 2026", datetime(2026, 3, 6, 18, tzinfo=UTC)),
        ("(EMBARGOED FOR RELEASE AT 1130 GMT THURS MARCH 19)", datetime(2026, 3, 19, 11, 30, tzinfo=UTC)),
        ("STRICTLY EMBARGOED. Not for public release until 12 noon on 4 March", datetime(2026, 3, 4, 12, tzinfo=UTC)),
        ("EMBARGO: midnight 4 March", datetime(2026, 3, 5, tzinfo=UTC)),
        ("EMBARGOED: not before the council has met", None),
        ("HOLD FOR RELEASE", None),
    ],
)  # fmt: skip
def test_a_note_declares_an_embargo(note: str, until: datetime | None) -> None:
    """Without a time that can be read it holds until a version lifts it."""
    embargo = embargo_of_note(note, NEAR)
    assert embargo is not None
    assert embargo.until == until


@pytest.mark.parametrize(
    "headline",
    [
        "Embargo: EU tightens sanctions",
        "Embargo: talks on 3 March in Vienna",
        "Embargoed goods: council acts on 5 firms",
        "Embargo lifted, 3 ships sail: minister",
        "Sperrfrist für Impfungen: was gilt",
        "EMBARGO LIFTED",
    ],
)
def test_a_story_about_an_embargo_declares_none(headline: str) -> None:
    """It would be held for ever, and lose its headline."""
    assert embargo_of_note(headline, NEAR) is None


def test_the_strictest_embargo_wins() -> None:
    early, late = Embargo(until=NEAR), Embargo(until=NEAR.replace(hour=18))
    assert strictest(early, None, late) == late
    assert strictest(late, Embargo(note="ask the desk")) == Embargo(note="ask the desk")
    assert strictest(None, None) is None


@pytest.mark.parametrize(
    "said",
    [
        {"pubstatus": "embargoed"},
        {"embargoed": True},
        {"embargoed": "when the minister speaks"},
        {"slugline": "BUDGET (EMBARGOED)"},
        {"ednote": "HOLD FOR RELEASE"},
    ],
)
def test_ninjs_says_an_embargo_in_many_places(read_one: ReadOne, said: dict[str, object]) -> None:
    item = read_one(json.dumps({"uri": "http://a.example/1", "headline": "Budget"} | said))
    assert item.embargo is not None
    assert item.embargo.until is None


def test_a_note_is_stricter_than_the_field(read_one: ReadOne) -> None:
    item = read_one(
        json.dumps(
            {
                "uri": "http://a.example/1",
                "headline": "Budget",
                "versioncreated": "2026-03-03T08:00:00Z",
                "embargoed": "2026-03-03T10:00:00Z",
                "ednote": "EMBARGOED until 18:00 GMT 6 March",
            }
        )
    )
    assert item.embargo is not None
    assert item.embargo.until == datetime(2026, 3, 6, 18, tzinfo=UTC)


def test_a_slugline_holds_what_nothing_else_holds(read_one: ReadOne) -> None:
    """It gives no time, so a field's time stands beside it."""
    held = read_one("Id: 1\nSlug: AM-RAIN (EMBARGOED)\n\nRain\n\nIt rained.").embargo
    timed = read_one(
        "Id: 2\nSlug: RAIN (EMBARGOED)\nEmbargo: 2026-03-06T18:00:00Z\n\nRain\n\nIt rained."
    ).embargo
    assert held is not None
    assert held.until is None
    assert timed is not None
    assert timed.until is not None
