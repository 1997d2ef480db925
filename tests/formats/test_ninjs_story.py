"""What ninjs says of an item's place in its story, beside its status."""

from __future__ import annotations

import json

import pytest

from pipeline.outcome import Keep, Quarantine, Reason
from schemas.types import Lifecycle
from tests.formats.conftest import Read, ReadOne

ITEM = {"uri": "http://northwire.example/rain", "headline": "Rain", "body_text": "It rained."}


@pytest.mark.parametrize(
    ("said", "lifecycle"),
    [
        ({"ednote": "KILL: do not use"}, Lifecycle.KILL),
        ({"ednote": "WITHHOLD until further notice"}, Lifecycle.WITHHOLD),
        ({"ednote": "WITHHOLD LIFTED. Story may be used again"}, Lifecycle.NEW),
        ({"ednote": "UPDATES with detail"}, Lifecycle.UPDATE),
        ({"ednote": "Berichtigt wurde im 2. Absatz der Name"}, Lifecycle.CORRECTION),
        ({"ednote": "Editors: a picture follows"}, Lifecycle.NEW),
        ({"signals": [{"code": "sig:correction"}]}, Lifecycle.CORRECTION),
        ({"signal": ["update"]}, Lifecycle.UPDATE),
        ({"genre": [{"name": "Advisory"}]}, Lifecycle.ADVISORY),
        ({"profile": "flash"}, Lifecycle.ALERT),
        ({"pubStatus": "canceled", "ednote": "CORRECTS: name"}, Lifecycle.KILL),
    ],
)
def test_what_is_said_of_the_story(
    read_one: ReadOne, said: dict[str, object], lifecycle: Lifecycle
) -> None:
    assert read_one(json.dumps(ITEM | said)).lifecycle is lifecycle


def test_a_kill_needs_no_words(read: Read) -> None:
    (outcome,) = read('{"uri": "http://northwire.example/rain", "pubstatus": "canceled"}')
    assert isinstance(outcome, Keep)
    assert outcome.item.lifecycle is Lifecycle.KILL


def test_an_item_without_words_that_kills_nothing_is_quarantined(read: Read) -> None:
    (outcome,) = read('{"uri": "http://northwire.example/rain"}')
    assert isinstance(outcome, Quarantine)
    assert outcome.reason is Reason.NO_CONTENT


def test_the_place_that_a_field_gives_is_kept(read_one: ReadOne) -> None:
    """Unless the text has a dateline of its own, which says more."""
    item = read_one(json.dumps(ITEM | {"located": "Lisbon"}))
    assert item.dateline is not None
    assert item.dateline.places == ("Lisbon",)
    text = "FARO, March 3 (Northwire) - It rained."
    item = read_one(json.dumps(ITEM | {"located": "Lisbon", "body_text": text}))
    assert item.dateline is not None
    assert item.dateline.places == ("FARO",)


def test_services_are_categories_and_genres_are_subjects(read_one: ReadOne) -> None:
    said = {"service": [{"name": "Weather"}], "genre": [{"name": "Forecast", "code": "f"}]}
    item = read_one(json.dumps(ITEM | said))
    assert item.categories == ("Weather",)
    assert [(s.scheme, s.code, s.name) for s in item.subjects] == [("genre", "f", "Forecast")]


def test_what_stands_escaped_is_cleaned_too(read_one: ReadOne) -> None:
    """Control characters that hide in JSON's and HTML's escapes."""
    body = {"body_text": "", "body_html": "<p>It&#x200b; rain&shy;ed\u0007.</p>"}
    item = read_one(json.dumps(ITEM | body | {"headline": "Ra\u0000in\u200b"}))
    assert (item.headline, item.text) == ("Rain", "It rained.")


@pytest.mark.parametrize("field", [
    "uri", "headline", "body_html", "body_text", "version", "versioncreated", "subject", "keywords",
    "pubstatus", "type", "urgency", "embargoed", "ednote", "language", "bodies", "headlines",
    "description_text", "byline", "infosource", "signal", "genre", "service", "located",
])  # fmt: skip
def test_a_field_of_another_kind_costs_only_itself(read: Read, field: str) -> None:
    """Feeds put numbers, nulls and objects where texts belong."""
    for value in (None, 1, 1.5, True, "", [], [1], [None], {"a": 1}, "9" * 400, [{"value": 1}]):
        for outcome in read(json.dumps(ITEM | {field: value})):
            if isinstance(outcome, Keep):
                again = type(outcome.item).model_validate_json(outcome.item.model_dump_json())
                assert again == outcome.item
