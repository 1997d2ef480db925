"""ninjs in its spellings of eleven years."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from schemas.types import Lifecycle
from tests.formats.conftest import ReadOne

V1 = {
    "uri": "http://northwire.example/rain/1",
    "type": "text",
    "version": "3",
    "versioncreated": "2026-03-03T10:00:00+01:00",
    "pubstatus": "usable",
    "urgency": 4,
    "language": "en-GB",
    "headline": "Rain in Lisbon",
    "byline": "Ana Exemplo",
    "body_html": "<p>LISBON (Northwire) - It <em>rained</em>.</p><script>x()</script><p>More.</p>",
    "subject": [{"code": "17000000", "name": "weather", "scheme": "iptc"}],
    "embargoed": "2026-03-03T12:00:00Z",
}
V3 = {
    "uri": "http://northwire.example/rain/1",
    "type": "text",
    "version": "3",
    "versionCreated": "2026-03-03T09:00:00Z",
    "pubStatus": "usable",
    "urgency": 4,
    "language": "en",
    "headlines": [{"role": "short", "value": "Rain"}, {"role": "main", "value": "Rain in Lisbon"}],
    "by": "Ana Exemplo",
    "bodies": [
        {"contentType": "text/plain", "value": "LISBON (Northwire) - It rained.\n\nMore."},
        {
            "contentType": "text/html",
            "value": "<p>LISBON (Northwire) - It <em>rained</em>.</p><p>More.</p>",
        },
    ],
    "subjects": [{"uri": "http://cv.iptc.org/newscodes/mediatopic/17000000", "name": "weather"}],
    "embargoedUntil": "2026-03-03T12:00:00Z",
}


@pytest.mark.parametrize("spelling", [V1, V3], ids=["1.x", "3.x"])
def test_every_spelling_gives_the_same_item(read_one: ReadOne, spelling: dict[str, object]) -> None:
    item = read_one(json.dumps(spelling))

    assert item.item_id == "northwire.example/http://northwire.example/rain/1"
    assert (item.version, item.urgency, item.language) == (3, 4, "en")
    assert item.versioned_at == datetime(2026, 3, 3, 9, tzinfo=UTC)
    assert item.headline == "Rain in Lisbon"
    assert item.byline == "Ana Exemplo"
    assert [block.text for block in item.body] == ["It rained.", "More."]
    assert item.credit == "Northwire"
    assert item.embargo is not None
    assert item.embargo.until == datetime(2026, 3, 3, 12, tzinfo=UTC)
    assert "17000000" in item.subjects[0].code
    assert item.lifecycle is Lifecycle.UPDATE


@pytest.mark.parametrize(
    ("changes", "lifecycle"),
    [
        ({"version": "1"}, Lifecycle.NEW),
        ({"pubstatus": "canceled"}, Lifecycle.KILL),
        ({"pubstatus": "withheld"}, Lifecycle.WITHHOLD),
        ({"ednote": "CORRECTS the name of the square."}, Lifecycle.CORRECTION),
        ({"headline": "CORRECTED-Rain in Lisbon"}, Lifecycle.CORRECTION),
        ({"headline": "UPDATE 2-Rain in Lisbon"}, Lifecycle.UPDATE),
        ({"headline": "(Eil) Regen in Lissabon", "version": "1"}, Lifecycle.ALERT),
        ({"headline": "TEST: please ignore"}, Lifecycle.TEST),
        ({"headline": "ADVISORY: today's plans"}, Lifecycle.ADVISORY),
        ({"headline": "Test cricket returns", "version": "1"}, Lifecycle.NEW),
    ],
)
def test_what_an_item_says_of_its_story(
    read_one: ReadOne, changes: dict[str, object], lifecycle: Lifecycle
) -> None:
    assert read_one(json.dumps(V1 | changes)).lifecycle is lifecycle


def test_only_safe_markup_is_left(read_one: ReadOne) -> None:
    markup = (
        '<p onclick="x()">A <a href="javascript:x()">bad</a> and a '
        '<a href="https://a.example/?a=1&amp;b=2" onclick="y">good</a> link'
        '<iframe src="z">in</iframe></p>'
        "<table><tr><th>N</th><th>P</th></tr><tr><td>a</td><td>1</td></tr></table>"
        "<ul><li>one</li><li>two</li></ul><blockquote>quoted</blockquote><h2>Head</h2>"
    )
    item = read_one(json.dumps({**V1, "body_html": markup}))
    assert [(b.kind, b.text) for b in item.body] == [
        ("p", "A bad and a good link"),
        ("table", "N\tP\na\t1"),
        ("ul", "one\ntwo"),
        ("blockquote", "quoted"),
        ("h2", "Head"),
    ]
    assert item.body[0].html == 'A bad and a <a href="https://a.example/?a=1&amp;b=2">good</a> link'
