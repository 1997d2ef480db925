"""What NewsML's management says: which item, when, what is to be done with it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from pipeline.formats.newsml1_management import guid_without_version
from pipeline.outcome import Divert, Keep, Quarantine
from schemas.types import Lifecycle
from tests.formats.conftest import Read, ReadOne
from tests.formats.newsml1_makers import IDS, USABLE, component, content, item, newsml

ALERT = '<NewsItemType FormalName="Alert"/><Status FormalName="Usable"/>'
NEWS = '<NewsItemType FormalName="News"/>'


def line(type_: str, words: str) -> str:
    return f'<NewsLine><NewsLineType FormalName="{type_}"/><NewsLineText>{words}</NewsLineText></NewsLine>'


def urgency(n: int) -> str:
    return f'{NEWS}<Status FormalName="Usable"/><Urgency FormalName="{n}"/>'


# -- which item ---------------------------------------------------------------------------------


def test_every_revision_has_the_same_guid(read_one: ReadOne) -> None:
    found = [
        read_one(newsml(item(revision=f"<RevisionId PreviousRevision='{n - 1}'>{n}</RevisionId>")))
        for n in (1, 2)
    ]
    assert len({one.item_id for one in found}) == 1
    assert [(one.version, one.lifecycle) for one in found] == [
        (1, Lifecycle.NEW),
        (2, Lifecycle.UPDATE),
    ]


@pytest.mark.parametrize(
    ("ids", "guid"),
    [
        (IDS, "urn:newsml:northwire.example:20260303:harbour-7"),
        (
            "<PublicIdentifier>urn:newsml:northwire.example:20260303:harbour-7:12N</PublicIdentifier>",
            "urn:newsml:northwire.example:20260303:harbour-7",
        ),
        ("<PublicIdentifier>northwire-4</PublicIdentifier>", "northwire-4"),
        ("<NewsItemId> harbour-7 </NewsItemId>", "urn:newsml:harbour-7"),
    ],
)
def test_a_guid_is_made_of_what_there_is(read_one: ReadOne, ids: str, guid: str) -> None:
    assert read_one(newsml(item(ids=ids))).guid == guid


def test_without_any_id_cleaning_derives_one(read_one: ReadOne) -> None:
    """The same for a second delivery; the headline and the text tell it from others."""
    found = [read_one(newsml(item(ids="", revision=""))).item_id for _ in range(2)]
    assert found[0] == found[1]
    assert not found[0].endswith("/")


def test_a_reference_names_an_item_and_no_revision(read_one: ReadOne) -> None:
    derived = '<DerivedFrom NewsItem="urn:newsml:northwire.example:20260302:harbour-6:4"/>'
    (reference,) = read_one(newsml(item(management=USABLE + derived))).references
    assert reference.rel == "follows"
    assert reference.guid == guid_without_version(
        "urn:newsml:northwire.example:20260302:harbour-6:9U"
    )


# -- when ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("20260303T101500+0000", 10),
        ("20260303T101500+0100", 9),
        ("20260303T101500Z", 10),
        ("2026-03-03T10:15:00+09:00", 1),
        ("20260303T101500", 10),
    ],
)
def test_a_time_is_utc(read_one: ReadOne, written: str, hour: int) -> None:
    times = f"<ThisRevisionCreated>{written}</ThisRevisionCreated>"
    assert read_one(newsml(item(times=times))).versioned_at == datetime(
        2026, 3, 3, hour, 15, tzinfo=UTC
    )


def test_a_time_without_a_zone_is_the_agencys_own(read_one: ReadOne) -> None:
    party = '<AdministrativeMetadata><Provider><Party FormalName="ATS"/></Provider></AdministrativeMetadata>'
    times = "<ThisRevisionCreated>20260303T101500</ThisRevisionCreated>"
    found = read_one(newsml(item(component(party + content()), times=times)))
    assert found.versioned_at == datetime(2026, 3, 3, 9, 15, tzinfo=UTC)


def test_without_times_the_envelope_dates_the_item(read_one: ReadOne) -> None:
    envelope = "<DateAndTime>20260303T120000Z</DateAndTime>"
    found = read_one(newsml(item(times=""), envelope=envelope))
    assert found.versioned_at == datetime(2026, 3, 3, 12, tzinfo=UTC)


def test_the_date_of_a_dateline_is_that_of_its_field(read_one: ReadOne) -> None:
    inner = (
        "<DescriptiveMetadata><DateLineDate>20260302T235900Z</DateLineDate></DescriptiveMetadata>"
    )
    lines = "<HeadLine>Rain</HeadLine><DateLine>Faro, 2 mars 2026 (Northwire) -</DateLine>"
    found = read_one(newsml(item(component(inner + content(), lines))))
    assert found.dateline is not None
    assert found.dateline.on == date(2026, 3, 2)


# -- embargo ------------------------------------------------------------------------------------


def embargoed(until: str = "", status: str = "Embargoed", future: str = "Usable") -> str:
    change = (
        f'<StatusWillChange><FutureStatus FormalName="{future}"/><DateAndTime>{until}</DateAndTime>'
        "</StatusWillChange>"
    )
    return f'{NEWS}<Status FormalName="{status}"/>{change if until else ""}'


def test_an_embargo_ends_when_the_status_changes(read_one: ReadOne) -> None:
    found = read_one(newsml(item(management=embargoed("20260304T060000+0100"))))
    assert found.embargo is not None
    assert found.embargo.until == datetime(2026, 3, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize("until", ["", "tomorrow"])
def test_an_embargo_without_a_time_holds_until_lifted(read_one: ReadOne, until: str) -> None:
    found = read_one(newsml(item(management=embargoed(until))))
    assert found.embargo is not None
    assert found.embargo.until is None


def test_of_several_embargoes_the_strictest_holds(read_one: ReadOne) -> None:
    lines = "<HeadLine>Rain</HeadLine>" + line("EmbargoNote", "Embargoed until 1800 GMT on March 5")
    management = embargoed("20260304T060000Z")
    found = read_one(newsml(item(component(lines=lines), management=management)))
    assert found.embargo is not None
    assert found.embargo.until == datetime(2026, 3, 5, 18, tzinfo=UTC)


def test_an_embargo_may_stand_over_the_text(read_one: ReadOne) -> None:
    text = content("<p>EMBARGOED until 1800 GMT on March 5</p><p>It rained.</p>")
    found = read_one(newsml(item(component(text))))
    assert found.embargo is not None
    assert found.text == "It rained."


@pytest.mark.parametrize(
    ("release", "until"),
    [
        ('<date.release norm="20260304T060000Z"/>', datetime(2026, 3, 4, 6, tzinfo=UTC)),
        ("", None),
    ],
)
def test_a_nitf_inside_may_hold_the_text_back(
    read_one: ReadOne, release: str, until: datetime | None
) -> None:
    """Whatever the NewsML around it says."""
    found = read_one(newsml(item(component(content(nitf("embargoed", release))))))
    assert found.embargo is not None
    assert found.embargo.until == until


def test_a_nitf_inside_may_take_the_item_out(read_one: ReadOne) -> None:
    found = read_one(newsml(item(component(content(nitf("canceled"))))))
    assert found.lifecycle is Lifecycle.KILL


def nitf(status: str, data: str = "") -> str:
    return (
        f'<nitf><head><docdata management-status="{status}">{data}</docdata></head><body>'
        "<body.content><p>It rained.</p></body.content></body></nitf>"
    )


def test_an_embargo_may_stand_in_the_slugline(read_one: ReadOne) -> None:
    lines = "<HeadLine>Rain</HeadLine><SlugLine>RAIN-LISBON (EMBARGOED)</SlugLine>"
    found = read_one(newsml(item(component(lines=lines))))
    assert found.embargo is not None
    assert found.embargo.until is None


def test_a_change_of_a_usable_item_to_usable_in_time_past_is_no_embargo(
    read_one: ReadOne,
) -> None:
    found = read_one(newsml(item(management=embargoed("20260303T090000Z", status="Usable"))))
    assert found.embargo is None
    assert found.remarks


def test_an_item_that_will_be_withheld_has_no_embargo(read_one: ReadOne) -> None:
    management = embargoed("20260305T090000Z", status="Usable", future="Withheld")
    assert read_one(newsml(item(management=management))).embargo is None


# -- its place in its story ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("management", "lifecycle"),
    [
        (f'{NEWS}<Status FormalName="Canceled"/>', Lifecycle.KILL),
        (f'{NEWS}<Status FormalName="Withheld"/>', Lifecycle.WITHHOLD),
        (f'{NEWS}<Status FormalName="stat:canceled"/>', Lifecycle.KILL),
        (f'{USABLE}<Instruction FormalName="Kill"/>', Lifecycle.KILL),
        (f'{USABLE}<Instruction FormalName="Rectify">Wrong name</Instruction>', Lifecycle.CORRECTION),
        (f'{USABLE}<Instruction FormalName="Cancel"><RevisionStatus Revision="1"/></Instruction>', Lifecycle.UPDATE),
        ('<NewsItemType FormalName="Advisory"/><Status FormalName="Usable"/>', Lifecycle.ADVISORY),
        ('<NewsItemType FormalName="Test"/><Status FormalName="Usable"/>', Lifecycle.TEST),
        (ALERT, Lifecycle.ALERT),
        (USABLE, Lifecycle.NEW),
    ],
)  # fmt: skip
def test_management_says_what_becomes_of_an_item(
    read_one: ReadOne, management: str, lifecycle: Lifecycle
) -> None:
    assert read_one(newsml(item(management=management))).lifecycle is lifecycle


@pytest.mark.parametrize(
    ("letter", "lifecycle"),
    [
        ("N", Lifecycle.NEW),
        ("U", Lifecycle.UPDATE),
        ("A", Lifecycle.UPDATE),
        ("R", Lifecycle.UPDATE),
        ("D", Lifecycle.KILL),
    ],
)
def test_a_revision_says_how_it_changes_the_item(
    read_one: ReadOne, letter: str, lifecycle: Lifecycle
) -> None:
    revision = f'<RevisionId PreviousRevision="0" Update="{letter}">1</RevisionId>'
    assert read_one(newsml(item(revision=revision))).lifecycle is lifecycle


@pytest.mark.parametrize(
    ("words", "lifecycle"),
    [
        ("UPDATES with reaction", Lifecycle.UPDATE),
        ("ADDS quotes, background", Lifecycle.UPDATE),
        ("RECASTS with new toll", Lifecycle.UPDATE),
        ("ATTENTION - AJOUTE citations ///", Lifecycle.UPDATE),
        ("ATTENTION - ACTUALISE avec bilan ///", Lifecycle.UPDATE),
        ("ATTENTION - RECTIFIE le nom au 2e paragraphe ///", Lifecycle.CORRECTION),
        ("ATTENTION - ANNULE ET REMPLACE la précédente ///", Lifecycle.CORRECTION),
        ("ATTENTION - ANNULE cette dépêche ///", Lifecycle.KILL),
        ("CORRECTS spelling of name", Lifecycle.CORRECTION),
        ("KORRIGIERT: Zahl im 3. Absatz", Lifecycle.CORRECTION),
        ("AMPLÍA con datos", Lifecycle.UPDATE),
        ("ATUALIZA com reações", Lifecycle.UPDATE),
        ("MANDATORY KILL: do not use", Lifecycle.KILL),
        ("With pictures", Lifecycle.NEW),
    ],
)
def test_an_advisory_line_says_what_was_done(
    read_one: ReadOne, words: str, lifecycle: Lifecycle
) -> None:
    lines = "<HeadLine>Rain</HeadLine>" + line("AdvisoryLine", words)
    found = read_one(newsml(item(component(lines=lines))))
    assert found.lifecycle is lifecycle
    assert found.editorial_note == words
    assert found.lifecycle_note == ("" if lifecycle is Lifecycle.NEW else words)


@pytest.mark.parametrize(
    ("slugline", "lifecycle"),
    [
        ("(Ampliación) MOLINO EBRO", Lifecycle.UPDATE),
        ("(Corrección) MOLINO EBRO", Lifecycle.CORRECTION),
        ("(Anulación) MOLINO EBRO", Lifecycle.KILL),
        ("(Avance) MOLINO EBRO", Lifecycle.NEW),
    ],
)
def test_a_second_headline_in_capitals_is_a_slugline(
    read_one: ReadOne, slugline: str, lifecycle: Lifecycle
) -> None:
    lines = f"<HeadLine>Un molino</HeadLine><SubHeadLine>{slugline}</SubHeadLine>"
    found = read_one(newsml(item(component(lines=lines))))
    assert (found.slugline, found.standfirst) == (slugline, "")
    assert found.lifecycle is lifecycle


def test_a_status_stands_above_all_notes(read_one: ReadOne) -> None:
    lines = "<HeadLine>Rain</HeadLine>" + line("AdvisoryLine", "CORRECTS name")
    management = f'{NEWS}<Status FormalName="Canceled"/>'
    found = read_one(newsml(item(component(lines=lines), management=management)))
    assert found.lifecycle is Lifecycle.KILL
    assert found.lifecycle_note == "CORRECTS name"


@pytest.mark.parametrize(
    "inner",
    [
        "<NewsComponent/>",
        component('<NewsComponent><ContentItem Href="a.jpg"/></NewsComponent>'),
        component('<NewsComponent><NewsItemRef NewsItem="a"/></NewsComponent>'),
        " ",
    ],
    ids=["empty", "picture", "package", "nothing"],
)
def test_a_kill_goes_on_whatever_is_left_in_it(read_one: ReadOne, inner: str) -> None:
    management = f'{NEWS}<Status FormalName="Canceled"/>'
    found = read_one(newsml(item(inner, management=management)))
    assert found.lifecycle is Lifecycle.KILL
    assert found.guid.endswith("harbour-7")


@pytest.mark.parametrize("n", [1, 2])
def test_an_urgent_line_without_a_headline_is_an_alert(read_one: ReadOne, n: int) -> None:
    text = content("<p>Bridge reopens (mayor)</p><p>ab/cd</p>")
    found = read_one(newsml(item(component(text, "<HeadLine/>"), management=urgency(n))))
    assert found.lifecycle is Lifecycle.ALERT
    assert (found.headline, found.text) == ("", "Bridge reopens (mayor)")


@pytest.mark.parametrize("n", [1, 2])
def test_an_urgent_story_with_a_headline_is_no_alert(read_one: ReadOne, n: int) -> None:
    assert read_one(newsml(item(management=urgency(n)))).lifecycle is Lifecycle.NEW


@pytest.mark.parametrize("label", ["URGENT", "Alert", "ALERTE", "تنبيه", "СРОЧНО ***"])
def test_a_label_that_names_an_alert_is_no_headline(read_one: ReadOne, label: str) -> None:
    lines = f"<HeadLine/><SlugLine>{label}</SlugLine>"
    text = content("<p>Bridge reopens (mayor)</p><p>ab/cd</p>")
    found = read_one(newsml(item(component(text, lines))))
    assert found.lifecycle is Lifecycle.ALERT
    assert (found.headline, found.text) == ("", "Bridge reopens (mayor)")


def test_an_alert_may_be_its_headline_alone(read_one: ReadOne) -> None:
    found = read_one(newsml(item(component(content("")), management=ALERT)))
    assert (found.headline, found.body) == ("Rain in Lisbon", ())
    assert found.lifecycle is Lifecycle.ALERT


def test_an_item_that_changes_parts_of_another_is_refused(read: Read) -> None:
    update = '<Update><Replace DuidRef="a"><HeadLine>Rain</HeadLine></Replace></Update>'
    (outcome,) = read(newsml(item(update)))
    assert isinstance(outcome, Quarantine)
    assert "earlier revision" in outcome.note


def test_a_text_that_lies_elsewhere_is_remarked(read_one: ReadOne) -> None:
    link = '<ContentItem Href="a.xml"><MediaType FormalName="Text"/></ContentItem>'
    found = read_one(newsml(item(component(link))))
    assert found.headline == "Rain in Lisbon"
    assert any("another address" in remark for remark in found.remarks)


def test_a_lead_says_which_of_its_story_it_is(read_one: ReadOne) -> None:
    lines = "<HeadLine>2ND LD: Rain in Lisbon</HeadLine><SlugLine>Weather-Lisbon</SlugLine>"
    found = read_one(newsml(item(component(lines=lines))))
    assert (found.lead, found.story_slug) == (2, "weather-lisbon")


def test_a_slugline_need_not_name_a_lead(read_one: ReadOne) -> None:
    lines = "<HeadLine>Rain</HeadLine><SlugLine>Weather-Lisbon</SlugLine>"
    found = read_one(newsml(item(component(lines=lines))))
    assert found.lead is None


# -- who, how, about what -----------------------------------------------------------------------


def admin(**parties: str) -> str:
    inner = "".join(
        f'<{name}><Party FormalName="{party}"/></{name}>' for name, party in parties.items()
    )
    return f"<AdministrativeMetadata>{inner}</AdministrativeMetadata>"


@pytest.mark.parametrize(
    ("ids", "parties", "lines", "provider", "credit"),
    [
        (IDS, {"Provider": "Northwire"}, "", "Northwire", "Northwire"),
        (IDS, {"Provider": "Northwire", "Source": "Eastwire"}, "", "Northwire", "Eastwire"),
        (IDS, {"Provider": "Northwire"}, "<CreditLine>NW/EW</CreditLine>", "Northwire", "NW/EW"),
        (IDS, {}, "", "northwire.example", "northwire.example"),
        ("<ProviderId>afp.com</ProviderId>", {"Provider": "أ ف ب"}, "", "AFP", "أ ف ب"),
        ("<ProviderId>afp.com</ProviderId>", {"Provider": "afp.com"}, "", "AFP", "AFP"),
        ("<ProviderId>texto.northwire.example</ProviderId>", {"Provider": "Agencia EFE"}, "", "EFE", "Agencia EFE"),
    ],
)  # fmt: skip
def test_the_provider_is_known_and_credited_as_it_writes_itself(
    read_one: ReadOne, ids: str, parties: dict[str, str], lines: str, provider: str, credit: str
) -> None:
    inner = component(admin(**parties) + content(), f"<HeadLine>Rain</HeadLine>{lines}")
    found = read_one(newsml(item(inner, ids=ids)))
    assert (found.provider, found.credit) == (provider, credit)


@pytest.mark.parametrize(
    ("ids", "genre", "paid"),
    [
        (IDS, "Release", True),
        (IDS, "Press Release", True),
        (IDS, "Feature", False),
        ("<ProviderId>businesswire.com</ProviderId>", "", True),
    ],
)
def test_a_press_release_is_paid(read_one: ReadOne, ids: str, genre: str, paid: bool) -> None:
    inner = f'<DescriptiveMetadata><Genre FormalName="{genre}"/></DescriptiveMetadata>{content()}'
    assert read_one(newsml(item(component(inner), ids=ids))).paid is paid


def test_subjects_keep_their_codes_and_schemes(read_one: ReadOne) -> None:
    described = (
        '<DescriptiveMetadata><SubjectCode><Subject FormalName="17000000" cat="WEA"/>'
        '<SubjectMatter FormalName="20000789"/><SubjectDetail FormalName="W-1" Scheme="NW"/>'
        '</SubjectCode><TopicOccurrence Topic="#tower"/><OfInterestTo FormalName="Editors"/>'
        '<Property FormalName="Keyword" Value="rain"/></DescriptiveMetadata>'
        '<TopicSet><Topic Duid="tower"><FormalName Scheme="towers">T1</FormalName>'
        "<Description>Belém Tower</Description></Topic></TopicSet>"
    )
    lines = "<HeadLine>Rain</HeadLine><KeywordLine>umbrella, rain; river</KeywordLine>"
    found = read_one(newsml(item(component(described + content(), lines))))

    assert [(s.scheme, s.code, s.name) for s in found.subjects] == [
        ("subj", "17000000", ""),
        ("medtop", "20000789", ""),
        ("NW", "W-1", ""),
        ("towers", "T1", "Belém Tower"),
        ("OfInterestTo", "Editors", ""),
    ]
    assert found.categories == ("WEA",)
    assert found.keywords == ("umbrella", "rain", "river")


@pytest.mark.parametrize(
    ("management", "envelope", "said"),
    [
        (urgency(3), '<Priority FormalName="5"/>', "3"),
        (ALERT, '<Priority FormalName="5"/>', "5"),
        (ALERT, '<Priority FormalName="9"/>', ""),
    ],
)
def test_without_an_urgency_the_priority_counts(
    read_one: ReadOne, management: str, envelope: str, said: str
) -> None:
    """Nine is free for each user's own meaning."""
    found = read_one(newsml(item(management=management), envelope=envelope))
    assert found.source_urgency == said
    assert found.urgency == (int(said) if said else None)


@pytest.mark.parametrize(("how", "places"), [("Origin", ("Faro",)), ("", ("Faro",)), ("Event", ())])
def test_the_place_that_a_text_comes_from(
    read_one: ReadOne, how: str, places: tuple[str, ...]
) -> None:
    location = f'<Location HowPresent="{how}"><Property FormalName="City" Value="Faro"/></Location>'
    inner = f"<DescriptiveMetadata>{location}</DescriptiveMetadata>{content()}"
    found = read_one(newsml(item(component(inner))))
    assert (found.dateline.places if found.dateline else ()) == places


def test_rights_are_lines_and_terms(read_one: ReadOne) -> None:
    rights = (
        "<RightsMetadata><Copyright><CopyrightHolder>Northwire</CopyrightHolder><CopyrightDate>2026"
        "</CopyrightDate></Copyright><UsageRights><UsageType>Not online</UsageType><Geography>Malta"
        "</Geography></UsageRights></RightsMetadata>"
    )
    lines = "<HeadLine>Rain</HeadLine><CopyrightLine>All rights reserved</CopyrightLine>"
    found = read_one(newsml(item(component(rights + content(), lines))))
    assert found.rights.split("\n") == [
        "All rights reserved",
        "© 2026 Northwire",
        "Not online Malta",
    ]


def test_a_comment_is_private_unless_its_name_says_that_it_is_a_note(read_one: ReadOne) -> None:
    comments = '<Comment FormalName="EditorNote">With map</Comment><Comment>Ask Lou</Comment>'
    found = read_one(newsml(item(component(comments + content()))))
    assert found.editorial_note == "With map"
    assert [(r.step, r.text) for r in found.removed] == [("private_note", "Ask Lou")]


def test_a_memo_to_clients_is_an_advisory(read_one: ReadOne) -> None:
    text = content("<p>Our services need a contract.</p>")
    found = read_one(newsml(item(component(text, "<HeadLine>Memo</HeadLine>"))))
    assert found.lifecycle is Lifecycle.ADVISORY


def test_items_inside_components_are_items_of_their_own(read: Read) -> None:
    inner = item(ids=IDS.replace("harbour-7", "inner-1"))
    outer = item(component(f"<NewsComponent>{inner}</NewsComponent>"))
    outcomes = read(newsml(outer))
    assert [type(o) for o in outcomes] == [Divert, Keep]
