"""However an agency writes an embargo, and wherever: the item is held until the right moment."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.formats.conftest import ReadOne
from tests.formats.wire_makers import DIALECTS, HEAD, TEXT

STORY = TEXT[0].partition(" - ")[2]


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


# The item is of Tuesday, 3 March 2026, 12:00 GMT, from Lisbon (GMT in winter).
NOTES = [
    ("EMBARGOED UNTIL 0001 GMT FRIDAY", at(6, 0, 1)),
    ("NOT FOR RELEASE BEFORE 6 P.M. EST", at(3, 23)),
    ("HOLD FOR RELEASE 12:01 a.m. ET Sunday", at(8, 5, 1)),
    ("STRICTLY EMBARGOED. Not for public release until 12noon", at(3, 12)),
    ("STRICTLY EMBARGOED: 6 March 2026, 00:01 CET", at(5, 23, 1)),
    ("Embargoed to 0001 Friday September 11", at(10, 23, 1, month=9)),
    ("(EMBARGOED FOR RELEASE AT 1130 GMT THURS MARCH 19)", at(19, 11, 30)),
    ("EMBARGO: 1800 GMT", at(3, 18)),
    ("EMBARGO 0600 GMT MARCH 6", at(6, 6)),
    ("*** EMBARGO *** 1800 GMT ***", at(3, 18)),
    ("EMBARGOED UNTIL NOON GMT ON THURSDAY", at(5, 12)),
    ("Embargo until 12 midnight on Friday 6 March", at(7, 0)),
    ("Embargoed until 00:01 hrs Friday 6th March 2026", at(6, 0, 1)),
    ("EMBARGOED FOR 1800 GMT TODAY", at(3, 18)),
    ("This story is embargoed until 1800 GMT.", at(3, 18)),
    ("MATERIAL EMBARGOED UNTIL 5 PM EASTERN TIME WEDNESDAY", at(4, 22)),
    ("EMBARGO LIFTS 1800 GMT", at(3, 18)),
    ("UNDER EMBARGO UNTIL FRIDAY", at(6, 0)),
    ("Media embargo until 9am AEDT Friday", at(5, 22)),
    ("Not for publication or broadcast before 0001 GMT on Friday", at(6, 0, 1)),
    ("Please do not publish before 1800 GMT", at(3, 18)),
    ("For release at 10 a.m. EDT Sunday, March 8", at(8, 14)),
    ("FOR RELEASE SUNDAY, MARCH 8, AND THEREAFTER", at(8, 0)),
    ("EMBARGOED UNTIL 0001 GMT FRIDAY (1901 EST THURSDAY)", at(6, 0, 1)),
    ("EMBARGOED UNTIL 0001 GMT FRIDAY FOR PRINT, 0600 GMT FOR BROADCAST", at(6, 6)),
    ("EMBARGOED UNTIL 1800 GMT. Press conference at 1900 GMT.", at(3, 18)),
    ("EMBARGO: 2026-03-06T18:00:00+01:00", at(6, 17)),
    ("EMBARGOED until 1800 GMT+2", at(3, 16)),
    ("EMBARGOED until 0600 London time tomorrow", at(4, 6)),
    ("Sperrfrist: 14.00 Uhr", at(3, 14)),
    ("SPERRFRIST FREITAG 0600 MEZ", at(6, 5)),
    ("Achtung Redaktionen: Sperrfrist 6.3.2026, 12.00 Uhr MEZ", at(6, 11)),
    ("ACHTUNG - SPERRFRIST BIS 18.00 UHR", at(3, 18)),
    ("Gesperrt bis Freitag, 6. März, 12.00 Uhr", at(6, 12)),
    ("Nicht vor 18 Uhr veröffentlichen", at(3, 18)),
    ("Sous embargo jusqu’au 6 mars à 18h00 GMT", at(6, 18)),
    ("SOUS EMBARGO JUSQU'A VENDREDI 06H00 GMT", at(6, 6)),
    ("Embargo jusqu'à 18H00, heure de Paris", at(3, 17)),
    ("Ne pas publier avant 18h00 GMT", at(3, 18)),
    ("Embargado hasta las 18:00 horas del viernes", at(6, 18)),
    ("Bajo embargo hasta el 6 de marzo", at(6, 0)),
    ("No publicar antes de las 18:00 GMT", at(3, 18)),
    ("Sotto embargo fino alle ore 18:00 del 6 marzo", at(6, 18)),
    ("Sob embargo até 18h00 de 6 de março", at(6, 18)),
    ("Embargo tot vrijdag 06.00 uur", at(6, 6)),
    ("KLAUSULERT TIL FREDAG KL 06.00", at(6, 6)),
    ("Spärrtid: fredag kl 06.00", at(6, 6)),
    ("Эмбарго до 18:00", at(3, 18)),
    ("EMBARGADA HASTA LAS 00.01 HORAS DEL DÍA 6 DE MARZO", at(6, 0, 1)),
    ("EMBARGOED UNTIL 0001HRS GMT ON THE 6TH OF MARCH", at(6, 0, 1)),
    ("Sperrfrist 6. März 2026 / 0:01 Uhr", at(6, 0, 1)),
    ("dpa-Sperrfrist: Freitag früh, 6 Uhr", at(6, 6)),
    ("NICHT VOR FREITAG, 6. MÄRZ, 10 UHR FREIGEGEBEN", at(6, 10)),
    ("(frei 18.00 Uhr)", at(3, 18)),
    ("Embargo tot en met 6 maart", at(7, 0)),
    ("Эмбарго до 18:00 мск 6 марта", at(6, 15)),
    ("FÖR PUBLICERING TIDIGAST FREDAG KL 06.00", at(6, 6)),
    ("ADVANCE FOR SUNDAY, MARCH 8", at(8, 0)),
    ("EMBARGOED COPY - 0100 GMT FRIDAY", at(6, 1)),
    ("HFR 6pm ET", at(3, 23)),
    ("(EMBARGOED FOR RELEASE AT 1900 EST/0000 GMT)", at(4, 0)),
    ("EMBARGOED UNTIL 10:00 CET (09:00 GMT), 6 MARCH 2026", at(6, 9)),
    ("Do not publish until 09:30 (UK time) on Wednesday 4 March", at(4, 9, 30)),
    ("CHECK AGAINST DELIVERY. EMBARGOED UNTIL DELIVERY", None),
    ("Not for publication until after the speech", None),
    ("EMBARGOED until further notice", None),
    ("EMBARGO - not before the minister has spoken", None),
    ("HOLD FOR RELEASE", None),
]  # fmt: skip


@pytest.mark.parametrize(("note", "until"), NOTES, ids=[note for note, _ in NOTES])
def test_a_line_above_the_story_holds_it(
    read_one: ReadOne, note: str, until: datetime | None
) -> None:
    """And is no part of headline and text."""
    item = read_one(DIALECTS["plain"](note=note))

    assert item.embargo is not None
    assert item.embargo.until == until
    assert (item.headline, item.body[0].text) == (HEAD, STORY)


@pytest.mark.parametrize(("note", "until"), NOTES, ids=[note for note, _ in NOTES])
def test_an_editor_s_note_holds_it(read_one: ReadOne, note: str, until: datetime | None) -> None:
    item = read_one(DIALECTS["ninjs"](note=f"With pictures. {note}"))

    assert item.embargo is not None
    assert item.embargo.until == until


NOTE = "EMBARGOED until 0001 GMT Friday"


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("where", ["note", "headline", "after the headline", "top", "foot"])
def test_it_is_seen_wherever_a_dialect_has_words(
    read_one: ReadOne, dialect: str, where: str
) -> None:
    cases: dict[str, dict[str, Any]] = {
        "note": {"note": f"({NOTE})" if dialect == "7901" else NOTE},
        "headline": {"headline": f"{NOTE}: {HEAD}"},
        "after the headline": {"headline": f"{HEAD} ({NOTE})"},
        "top": {"body": (NOTE, *TEXT)},
        "foot": {"body": (*TEXT, NOTE)},
    }
    item = read_one(DIALECTS[dialect](**cases[where]))

    assert item.embargo is not None
    assert item.embargo.until == at(6, 0, 1)
    assert item.headline == HEAD
    assert NOTE not in item.text
    assert STORY in item.text


@pytest.mark.parametrize("dialect", ["ninjs", "ap", "dpa", "g2", "newsml1", "nitf", "7901", "anpa"])
@pytest.mark.parametrize("slug", ["PORT-CRANE (EMBARGOED)", "BC-PT--Port-Crane, HFR"])
def test_a_slugline_holds_until_lifted(read_one: ReadOne, dialect: str, slug: str) -> None:
    """It gives no time, and the item says that it waits for somebody."""
    item = read_one(DIALECTS[dialect](slug=slug))

    assert item.embargo is not None
    assert item.embargo.until is None
    assert any("until it is lifted" in remark for remark in item.remarks)


@pytest.mark.parametrize(
    ("dialect", "given"),
    [
        ("ninjs", {"embargoed": "2026-03-06T00:01:00Z"}),
        ("ninjs", {"embargoed": "2026-03-06T00:01:00Z", "slug": "PORT (EMBARGOED)"}),
        ("ninjs", {"embargoed": "2026-03-06T00:01:00Z", "note": "HOLD FOR RELEASE"}),
        ("ap", {"pubstatus": "embargoed", "embargoed": "2026-03-06T00:01:00Z"}),
        ("ap", {"editorialtypes": ["HoldForRelease"], "note": NOTE}),
        ("dpa", {"embargoed": "2026-03-06T01:01:00+01:00"}),
        ("dpa", {"embargoed": "2026-03-06T01:01:00"}),
        ("dpa", {"ednotes": [{"role": "dpaednoterole:embargo", "ednote": "Freitag, 01.01 Uhr"}]}),
        ("g2", {"meta": "<embargoed>2026-03-06T00:01:00Z</embargoed>"}),
        ("g2", {"status": "embargoed", "note": NOTE}),
        ("newsml1", {"status": "Embargoed", "note": NOTE}),
        (
            "newsml1",
            {
                "status": "Embargoed",
                "management": '<StatusWillChange><FutureStatus FormalName="Usable"/>'
                "<DateAndTime>20260306T000100Z</DateAndTime></StatusWillChange>",
            },
        ),
        ("nitf", {"status": "embargoed", "head": '<date.release norm="20260306T000100Z"/>'}),
        ("nitf", {"status": "embargoed", "note": NOTE}),
    ],
)
def test_a_field_says_until_when(read_one: ReadOne, dialect: str, given: dict[str, Any]) -> None:
    """A bare word beside it holds no longer than the time that stands in a field or a note."""
    item = read_one(DIALECTS[dialect](**given))

    assert item.embargo is not None
    assert item.embargo.until == at(6, 0, 1)


@pytest.mark.parametrize(
    ("dialect", "given"),
    [
        ("ninjs", {"pubstatus": "embargoed"}),
        ("ap", {"pubstatus": "embargoed"}),
        ("ap", {"editorialtypes": ["HoldForRelease"]}),
        ("g2", {"status": "embargoed"}),
        ("newsml1", {"status": "Embargoed"}),
        ("nitf", {"status": "embargoed"}),
        ("ninjs", {"embargoed": "when the minister speaks"}),
    ],
)
def test_a_field_without_a_time_holds_until_lifted(
    read_one: ReadOne, dialect: str, given: dict[str, Any]
) -> None:
    item = read_one(DIALECTS[dialect](**given))

    assert item.embargo is not None
    assert item.embargo.until is None
    assert any("until it is lifted" in remark for remark in item.remarks)


def test_the_strictest_of_all_that_is_said_counts(read_one: ReadOne) -> None:
    item = read_one(
        DIALECTS["ninjs"](
            embargoed="2026-03-03T18:00:00Z",
            note="EMBARGOED UNTIL 0001 GMT FRIDAY",
            headline=f"EMBARGOED UNTIL 1900 GMT: {HEAD}",
        )
    )
    assert item.embargo is not None
    assert item.embargo.until == at(6, 0, 1)


@pytest.mark.parametrize(
    ("given", "until"),
    [
        ({"creditline": "PA"}, at(10, 16, month=7)),
        ({"creditline": "dpa"}, at(10, 15, month=7)),
        ({"creditline": "AP"}, at(10, 21, month=7)),
        ({"body": ("WASHINGTON (Northwire) - It rained.",)}, at(10, 21, month=7)),
        ({"body": ("TOKYO, March 3 (Northwire) - It rained.",)}, at(10, 8, month=7)),
        ({"located": "Paris"}, at(10, 15, month=7)),
        ({"body": ("PORTMERE (Northwire) - It rained.",)}, at(10, 17, month=7)),
    ],
)
def test_a_time_without_a_zone_is_in_its_agency_s_or_its_dateline_s(
    read_one: ReadOne, given: dict[str, Any], until: datetime
) -> None:
    """In summer time, where there is one; in UTC, and saying so, where nothing tells."""
    item = read_one(DIALECTS["ninjs"](note="EMBARGOED until 5 p.m. on July 10", **given))

    assert item.embargo is not None
    assert item.embargo.until == until
    assert any("no zone" in remark for remark in item.remarks) is (until == at(10, 17, month=7))


@pytest.mark.parametrize(
    ("note", "until"),
    [
        ("EMBARGOED until 9 a.m. EST July 10", at(10, 14, month=7)),
        ("EMBARGOED until 9 a.m. EDT July 10", at(10, 13, month=7)),
        ("EMBARGOED until 9 a.m. ET July 10", at(10, 13, month=7)),
        ("Sperrfrist 10. Juli, 12 Uhr MEZ", at(10, 11, month=7)),
        ("EMBARGOED until 10 a.m. on 3/6/2026", at(3, 9, month=6)),
    ],
)
def test_of_two_readings_the_later_counts(read_one: ReadOne, note: str, until: datetime) -> None:
    """Winter's letters in summer, and which figure is the day: held too long is no harm."""
    item = read_one(DIALECTS["ninjs"](note=note))

    assert item.embargo is not None
    assert item.embargo.until == until


@pytest.mark.parametrize("dialect", ["ninjs", "plain", "newsml1", "7901"])
@pytest.mark.parametrize(
    "headline",
    [
        "Embargo on grain until 2030, minister says",
        "Embargo: EU tightens sanctions",
        "Embargo lifted, 3 ships sail: minister",
        "Sperrfrist für Impfungen: was gilt",
        "Arms embargo until Friday holds, UN says",
        "Embargo on 5 firms",
        "EMBARGO HITS 5 FIRMS",
        "Hold for release of hostages, families say",
        "For release of data, bank waits until 1800 GMT",
        "Nicht vor 2030: Bahnhof wird später fertig",
        "Not before 6 p.m.: the new rules for shops",
        "Do not use before reading: new warning for medicine",
        "EMBARGO TO END ON 5 MARCH, SAYS UN",
        "Embargo américain jusqu'en 2027 sur Cuba",
        "Release date on 6 March for film",
        "For use on 5 continents: vaccine",
    ],
)
def test_a_story_about_an_embargo_is_not_held(
    read_one: ReadOne, dialect: str, headline: str
) -> None:
    item = read_one(DIALECTS[dialect](headline=headline))

    assert item.embargo is None
    assert item.headline == headline


@pytest.mark.parametrize(
    "note",
    [
        "UPDATES with embargo details",
        "Eds: CORRECTS that the embargo was until March 3",
        "Adds that the arms embargo runs until 2027.",
        "The report was embargoed.",
        "With photos. For release notes see the site.",
    ],
)
def test_a_note_about_an_embargo_holds_nothing(read_one: ReadOne, note: str) -> None:
    assert read_one(DIALECTS["ninjs"](note=note)).embargo is None


@pytest.mark.parametrize(
    "note", ["EMBARGO LIFTED", "Sperrfrist aufgehoben", "Embargo levé.", "NO LONGER EMBARGOED"]
)
def test_a_note_lifts_an_embargo(read_one: ReadOne, note: str) -> None:
    """Even if a field or the slugline still has it."""
    item = read_one(
        DIALECTS["ninjs"](note=note, embargoed="2026-03-06T00:01:00Z", slug="PORT (EMBARGOED)")
    )
    assert item.embargo is None
    assert item.is_free


def test_an_event_s_embargo_in_a_note_holds_until_lifted(read_one: ReadOne) -> None:
    """No clock says when a broadcast begins."""
    item = read_one(DIALECTS["ninjs"](note="Sperrfrist: Sendungsbeginn"))
    assert item.embargo is not None
    assert item.embargo.until is None


def test_a_note_joined_with_the_story_s_first_lines_is_cut_off(read_one: ReadOne) -> None:
    """Where a feed has re-flowed the lines."""
    item = read_one(
        DIALECTS["g2"](body=(f"EMBARGOED UNTIL 1800 GMT. {TEXT[0]}", f"{TEXT[1]} " * 9))
    )
    assert item.embargo is not None
    assert item.embargo.until == at(3, 18)
    assert item.text.startswith(STORY)
