"""Codes that are no number of IPTC's, and what they stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.tagging.topics import agency_codes
from pipeline.tagging.topics.agency_codes import topic_of_agency_name
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
        ("Tesauro", "POL:POLITICA,ELECCIONES", "politics and government"),
    ],
)
def test_an_agency_s_code_is_a_topic(scheme: str, code: str, name: str) -> None:
    assert topics().name[topic_of(Subject(scheme=scheme, code=code))] == name


@pytest.mark.parametrize(
    ("scheme", "code"), [("a1312cat", "c"), ("N2", "POL"), ("dpacat", "vm"), ("", "s")]
)
def test_a_code_that_names_no_one_subject_is_none(scheme: str, code: str) -> None:
    """Letters differ from agency to agency, and a desk of everything names nothing."""
    assert topic_of(Subject(scheme=scheme, code=code)) == ""


@pytest.mark.parametrize(
    ("scheme", "said", "name"),
    [
        ("apsubject", "Earnings reports", "business reporting and performance"),
        ("http://cv.ap.org/id/", "Infectious diseases", "communicable disease"),
        ("dpasubject", "Streiks", "labour dispute"),
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
    codes |= set(agency_codes._NAMES.values()) | set(agency_codes._EFE.values())

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
