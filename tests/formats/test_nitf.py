"""NITF: ids, what a story says was done to it, private notes, embargoes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.cleaning.words import unaccounted_words
from pipeline.formats.nitf_identity import identity_of
from schemas.types import Lifecycle
from tests.formats.conftest import ReadOne
from tests.formats.nitf_makers import HL1, ID, ISSUED, STORY, nitf


@pytest.mark.parametrize(
    ("id_string", "du_key", "expected"),
    [
        ("4a82e12e-6b39-0000HHH-13-1", "", ("4a82e12e-6b39-0000HHH", 13)),
        ("4a82e12e-6b39-0000HHH-2-3", "", ("4a82e12e-6b39-0000HHH-3", 2)),
        ("NTBab12cd34_00", "1", ("NTBab12cd34", 1)),
        ("NTBab12cd34_02", "", ("NTBab12cd34", 3)),
        ("20260303:RTZ:8883:0", "04", ("20260303:RTZ:8883", 4)),
        ("20260303:RTZ:8883:2", "", ("20260303:RTZ:8883", 2)),
        (
            "urn-newsml-dpa-com-20090101-260303-99-000001:1772528400000",
            "",
            ("urn:newsml:dpa.com:20090101:260303-99-000001", None),
        ),
        ("22750000", "2", ("22750000", 2)),
        ("22750000", "9" * 5000, ("22750000", None)),
        ("22750000", "²", ("22750000", None)),
    ],
)
def test_an_id_has_no_version(
    id_string: str, du_key: str, expected: tuple[str, int | None]
) -> None:
    assert tuple(identity_of(id_string, du_key=du_key)) == expected


def test_an_id_may_be_the_words_of_its_element(read_one: ReadOne) -> None:
    assert read_one(nitf("<doc-id>30250</doc-id>")).guid == "30250"


def test_without_an_id_the_versions_of_a_story_are_one_item(read_one: ReadOne) -> None:
    """AP sends none: headline, day and credit name the story, whatever was added to its text."""
    data = '<doc-id regsrc="AP"/>' + ISSUED
    text = "<p>LISBON, March 3 (AP) - It rained.</p><p>Ferries stopped.</p>"
    first, second = read_one(nitf(data, content=text)), read_one(nitf(data, content=text + STORY))
    assert first.item_id == second.item_id
    assert first.source == "ap"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("usable", Lifecycle.NEW),
        ("canceled", Lifecycle.KILL),
        ("withheld", Lifecycle.WITHHOLD),
    ],
)
def test_a_status_takes_a_story_out_even_without_a_text(
    read_one: ReadOne, status: str, expected: Lifecycle
) -> None:
    content = STORY if status == "usable" else ""
    assert read_one(nitf(status=status, content=content)).lifecycle is expected


def test_a_kill_names_the_story_that_it_kills(read_one: ReadOne) -> None:
    value = nitf(status="canceled", content="").replace(
        "<docdata ", '<docdata management-doc-idref="NTBab12cd34_01" '
    )
    (reference,) = read_one(value).references
    assert (reference.rel, reference.guid) == ("kills", "NTBab12cd34")


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Eds: UPDATES: with reaction.", Lifecycle.UPDATE),
        ("Eds: CORRECTS: the bridge is 40 metres long.", Lifecycle.CORRECTION),
        ("For global distribution", Lifecycle.NEW),
    ],
)
def test_a_message_to_editors_says_what_was_done(
    read_one: ReadOne, note: str, expected: Lifecycle
) -> None:
    item = read_one(nitf(f'{ID}{ISSUED}<ed-msg info="{note}"/>'))
    assert item.lifecycle is expected
    assert item.lifecycle_note == ("" if expected is Lifecycle.NEW else note)
    assert item.editorial_note == note


@pytest.mark.parametrize("verb", ["ADDS", "TRIMS", "RECASTS"])
def test_the_comment_of_a_revision_makes_an_update(read_one: ReadOne, verb: str) -> None:
    item = read_one(nitf(head=f'<revision-history comment="{verb} the ferries"/>'))
    assert (item.lifecycle, item.lifecycle_note) == (Lifecycle.UPDATE, f"{verb} the ferries")


@pytest.mark.parametrize(
    "note",
    [
        "Not for publication: he is at home after six",
        "Desk: call Ana on 021 555 01 23",
        "Questions to desk@northwire.example",
        "For internal use only",
    ],
)
@pytest.mark.parametrize("where", ["ed-msg", "head", "body", "end"])
def test_a_private_note_is_in_the_record_alone(read_one: ReadOne, note: str, where: str) -> None:
    value = {
        "ed-msg": nitf(f'{ID}{ISSUED}<ed-msg info="{note}"/>'),
        "head": nitf(top=f"{HL1}<note><p>{note}</p></note>"),
        "body": nitf(content=f"<note><p>{note}</p></note>{STORY}"),
        "end": nitf(end=f"<body.end><note><p>{note}</p></note></body.end>"),
    }[where]
    item = read_one(value)
    assert [one.text for one in item.removed if one.step == "private_note"] == [note]
    assert note not in item.model_copy(update={"removed": ()}).model_dump_json()
    assert unaccounted_words(item) == 0


class TestEmbargo:
    """The strictest of status, date of release and notes; a template's figures are no time."""

    @pytest.mark.parametrize("status", ["usable", "embargoed"])
    def test_a_later_release_holds(self, read_one: ReadOne, status: str) -> None:
        data = f'{ID}{ISSUED}<date.release norm="20260304T000100+0100"/>'
        embargo = read_one(nitf(data, status=status)).embargo
        assert embargo is not None
        assert embargo.until == datetime(2026, 3, 3, 23, 1, tzinfo=UTC)

    @pytest.mark.parametrize("release", ["20260303T100000Z", "YYYYMMDD000000-HHMM", ""])
    def test_a_status_without_a_later_release_holds_until_lifted(
        self, read_one: ReadOne, release: str
    ) -> None:
        data = f'{ID}{ISSUED}<date.release norm="{release}"/>'
        embargo = read_one(nitf(data, status="embargoed")).embargo
        assert embargo is not None
        assert embargo.until is None

    @pytest.mark.parametrize("release", ["20260303T100000Z", "YYYYMMDD000000-HHMM", ""])
    def test_the_date_of_issue_again_holds_nothing(self, read_one: ReadOne, release: str) -> None:
        assert read_one(nitf(f'{ID}{ISSUED}<date.release norm="{release}"/>')).embargo is None

    @pytest.mark.parametrize("status", ["usable", "embargoed"])
    def test_a_clock_in_a_note_is_that_of_the_agency(self, read_one: ReadOne, status: str) -> None:
        """A minute past midnight in London's summer is 23.01 UTC of the day before."""
        data = (
            '<doc-id id-string="x-1" regsrc="PA"/><date.issue norm="20260708T132446+0100"/>'
            '<ed-msg info="(see also WEATHER Porto)&#10;Embargoed to 0001 Thursday July 9"/>'
        )
        embargo = read_one(nitf(data, status=status)).embargo
        assert embargo is not None
        assert embargo.until == datetime(2026, 7, 8, 23, 1, tzinfo=UTC)

    def test_the_later_of_two_counts(self, read_one: ReadOne) -> None:
        data = (
            f'{ID}{ISSUED}<date.release norm="20260304T000000Z"/>'
            '<ed-msg info="EMBARGOED until 1800 GMT March 6"/>'
        )
        embargo = read_one(nitf(data)).embargo
        assert embargo is not None
        assert embargo.until == datetime(2026, 3, 6, 18, tzinfo=UTC)

    def test_the_bare_word_leaves_the_time_to_the_field(self, read_one: ReadOne) -> None:
        data = (
            f'{ID}{ISSUED}<date.release norm="20260304T000000Z"/>'
            '<ed-msg info="Strictly embargoed"/>'
        )
        embargo = read_one(nitf(data)).embargo
        assert embargo is not None
        assert embargo.until == datetime(2026, 3, 4, tzinfo=UTC)
