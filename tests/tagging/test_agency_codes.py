"""Codes that are no number of IPTC's, and what they stand for."""

from __future__ import annotations

import pytest

from pipeline.tagging.topics import topic_of, topics
from schemas.types import Subject


@pytest.mark.parametrize(
    ("scheme", "code", "name"),
    [
        ("iptccat", "POL", "politics and government"),
        ("iptccat", "SPO", "sport"),
        ("a1312cat", "f", "economy, business and finance"),
        ("ap:category", "s", "sport"),
        ("dpacat", "ku", "arts, culture, entertainment and media"),
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
