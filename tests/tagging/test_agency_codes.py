"""Codes that are no number of IPTC's, and what they stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.tagging.topics import agency_codes, agency_names
from pipeline.tagging.topics.agency_names import topic_of_agency_name
from pipeline.tagging.topics.step import tag_mediatopic
from pipeline.tagging.topics.vocabulary import topic_of, topics
from schemas.types import Subject
from schemas.wire import WireItem

Make = Callable[..., WireItem]


@pytest.mark.parametrize(
    ("scheme", "code", "name"),
    [
        ("iptccat", "POL", "politics and government"),
        ("iptccat", "SPO", "sport"),
        ("a1312cat", "f", "economy, business and finance"),
        ("ap:category", "s", "sport"),
        ("dpacat", "ku", "arts, culture, entertainment and media"),
        ("apcategorycode", "q", "sport"),
        ("N2", "SPO", "sport"),
        ("N2", "N2:DIP", "international relations"),
        ("bip:topics:1.0", "GWEA", "weather"),
        ("N2", "POL", "politics and government"),
        ("N2", "HREP", "legislative body"),
        ("bip:topics:1.0", "M14", "commodities market"),
        ("dpax-apsubcat", "TEN", "tennis"),
        ("Tesauro", "POL:POLITICA,ELECCIONES", "politics and government"),
    ],
)
def test_an_agency_s_code_is_a_topic(scheme: str, code: str, name: str) -> None:
    assert topics().name[topic_of(Subject(scheme=scheme, code=code))] == name


@pytest.mark.parametrize(("scheme", "code"), [("a1312cat", "c"), ("dpacat", "vm"), ("", "s")])
def test_a_code_that_names_no_one_subject_is_none(scheme: str, code: str) -> None:
    """Letters differ from agency to agency, and a desk of everything names nothing."""
    assert topic_of(Subject(scheme=scheme, code=code)) == ""


@pytest.mark.parametrize(
    ("scheme", "said", "name"),
    [
        ("apsubject", "Earnings reports", "business reporting and performance"),
        ("http://cv.ap.org/id/", "Infectious diseases", "communicable disease"),
        ("http://cv.ap.org/id/", "Men's tennis", "tennis"),
        ("dpasubject", "Streiks", "labour dispute"),
        ("products", "Politica - News", "politics and government"),
        ("sttdepartment", "Talous", "economy, business and finance"),
        ("apgeography", "Health", ""),
        ("apsubject", "General news", ""),
    ],
)
def test_an_agency_s_own_subject_is_known_by_its_name(scheme: str, said: str, name: str) -> None:
    code = topic_of_agency_name(Subject(scheme=scheme, code="x", name=said))

    assert topics().name.get(code, "") == name


def test_every_code_that_stands_for_another_is_in_use() -> None:
    known = topics()
    codes = {c for codes in agency_codes._BY_SCHEME.values() for c in codes.values()}
    codes |= set(agency_names._NAMES.values()) | set(agency_codes._EFE.values())

    assert codes <= known.top.keys() - known.retired.keys()


def test_names_count_only_where_no_code_does(make_item: Make) -> None:
    """An item that has IPTC's codes is coded already."""
    subjects = (
        Subject(scheme="medtop", code="medtop:15000000"),
        Subject(scheme="dpasubject", code="521", name="Leute"),
    )
    both = list(tag_mediatopic(make_item(subjects=subjects)))
    alone = list(tag_mediatopic(make_item(subjects=subjects[1:])))

    assert [tag.code for tag in both] == ["15000000"]
    assert [tag.code for tag in alone] == ["08000000"]


@pytest.mark.parametrize(
    ("read_as", "desk", "slugline", "names"),
    [
        ("anpa1312", "s", "BC-XX--Wild Card Glance", ["sport"]),
        ("anpa1312", "f", "BC-US--Harbour Dues", ["economy, business and finance"]),
        ("anpa1312", "a", "BC-US--Lighthouse", []),
        ("anpa1312", "l", "BC-LT--Clinic", []),
        ("iptc7901", "sp", "Ringtennis/", ["sport"]),
        ("iptc7901", "POL", "", ["politics and government"]),
        ("iptc7901", "l", "", []),
        ("mail", "s", "", []),
    ],
)
def test_the_desk_is_known_where_a_format_sorts_by_desks(
    make_item: Make, read_as: str, desk: str, slugline: str, names: list[str]
) -> None:
    item = make_item("Nothing.", format=read_as, categories=(desk,), slugline=slugline)

    assert [tag.name for tag in tag_mediatopic(item)] == names


def test_ap_s_slugline_says_which_sport(make_item: Make) -> None:
    """Three letters before two dashes are AP's; another agency's slugline has other habits."""
    desk = {"categories": ("s",), "slugline": "BC-BBO--Harbour Cup Glance"}
    ap = tag_mediatopic(make_item("Nothing.", format="anpa1312", **desk))
    other = tag_mediatopic(make_item("Nothing.", format="iptc7901", **desk))

    assert [tag.name for tag in ap] == ["baseball", "competition discipline", "sport"]
    assert [tag.name for tag in other] == ["sport"]


def test_what_an_agency_said_broadly_is_told_more_narrowly_by_the_text(make_item: Make) -> None:
    """The topic at the top is the agency's, the one below it ours; nothing else is inferred."""
    item = make_item(
        "The midfielder scored twice in the football match, and the mayor resigned.",
        headline="Football: Late goal in harbour derby",
        language="en",
        subjects=(Subject(scheme="medtop", code="15000000"),),
    )
    tags = [(tag.name, tag.by) for tag in tag_mediatopic(item)]

    assert tags == [
        ("sport", "agency"),
        ("competition discipline", "mediatopic"),
        ("football", "mediatopic"),
    ]


def test_what_an_agency_said_narrowly_is_left_as_it_is(make_item: Make) -> None:
    item = make_item(
        "Football, football and football.",
        language="en",
        subjects=(Subject(scheme="medtop", code="20001085"),),
    )

    assert [tag.by for tag in tag_mediatopic(item)] == ["agency"] * 3
