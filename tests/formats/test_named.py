"""People, organisations and places that an agency names beside its text."""

from __future__ import annotations

import json

import pytest

from pipeline.formats.named import named
from tests.formats.conftest import ReadOne

NINJS_1 = {
    "uri": "http://northwire.example/rain/1",
    "type": "text",
    "versioncreated": "2026-03-03T10:00:00+01:00",
    "language": "en",
    "headline": "Rain in Lisbon",
    "body_html": "<p>It rained on Ana Exemplo.</p>",
    "person": [{"name": "Ana Exemplo", "rel": "about"}],
    "organisation": [{"name": "Northwire"}],
    "place": [{"name": "Lisbon"}],
    "event": [{"name": "Rain Festival"}],
}
NINJS_3 = {
    **{k: v for k, v in NINJS_1.items() if not isinstance(v, list)},
    "people": NINJS_1["person"],
    "organisations": NINJS_1["organisation"],
    "places": NINJS_1["place"],
    "events": NINJS_1["event"],
}
NITF = """<?xml version="1.0"?><nitf><head><docdata><identified-content>
<person>Ana Exemplo</person><org>Northwire</org><location>Lisbon's</location>
</identified-content></docdata></head><body><body.head><hedline><hl1>Rain</hl1></hedline></body.head>
<body.content><p>It rained.</p></body.content></body></nitf>"""


@pytest.mark.parametrize("spelling", [NINJS_1, NINJS_3], ids=["1.x", "3.x"])
def test_ninjs_names_with_their_kinds(read_one: ReadOne, spelling: dict[str, object]) -> None:
    item = read_one(json.dumps(spelling))

    assert {(name.kind, name.name, name.by) for name in item.names} == {
        ("person", "Ana Exemplo", "agency"),
        ("organisation", "Northwire", "agency"),
        ("place", "Lisbon", "agency"),
        ("other", "Rain Festival", "agency"),
    }


def test_nitf_names_without_the_possessive(read_one: ReadOne) -> None:
    item = read_one(NITF)

    assert [(name.kind, name.name) for name in item.names] == [
        ("person", "Ana Exemplo"), ("organisation", "Northwire"), ("place", "Lisbon"),
    ]  # fmt: skip


def test_a_kind_that_is_no_name_is_left_out() -> None:
    assert named([("abstract", "Weather"), ("person", "  "), ("person", "x" * 500)]) == ()


def test_a_name_that_is_sent_twice_counts_once() -> None:
    assert len(named([("person", "Ana Exemplo"), ("people", "Ana  Exemplo")])) == 1
