"""A slugline names the story; what else it says is read off it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cleaning.slug import read_slug, read_slugline
from schemas.types import Lifecycle, Take
from schemas.wire import WireItem

NEW, UPDATE, CORRECTION = Lifecycle.NEW, Lifecycle.UPDATE, Lifecycle.CORRECTION


@pytest.mark.parametrize(
    ("slugline", "story", "lead", "lifecycle"),
    [
        ("BC-AF-MED-Harbour-Fever-Study, 3rd Ld-Writethru", "af-med-harbour-fever-study", 3, UPDATE),
        ("BC-US--Harbour Talks-Ferry Police, 8th Ld-Writethru,827", "us--harbour talks-ferry police", 8, UPDATE),
        ("AP-US--Ferry-Crew, 1st Ld", "us--ferry-crew", 1, UPDATE),
        ("BC-AS--Port-Daring Escape-ABRIDGED, 3rd Ld-Writethru,827", "as--port-daring escape-abridged", 3, UPDATE),
        ("BC-LT--Port-Cancer Ball,466", "lt--port-cancer ball", None, NEW),
        ("BKN--Muster-Bulls, 2nd Ld-Writethru", "bkn--muster-bulls", 2, UPDATE),
        ("AM-HARBOUR-2NDLD***URGENT (EMBARGOED)", "harbour", 2, UPDATE),
        ("AM-HARBOUR-3RDLD-(WRITETH OUGH)", "harbour", 3, UPDATE),
        ("BC-(CORRECTED)---BANKPORT", "bankport", None, CORRECTION),
        ("BC-COCOA-PORT-REVIEW", "cocoa-port-review", None, NEW),
        ("FERRY-TALKS/LISBON (UPDATE 1, PIX, TV)", "ferry-talks/lisbon", None, UPDATE),
        ("FERRY-TALKS/ (WRAPUP 1)", "ferry-talks", None, UPDATE),
        ("FERRY-TALKS (LISBON)", "ferry-talks (lisbon)", None, NEW),
        ("Switzerland/migration/UN/", "switzerland/migration/un", None, NEW),
        ("BC-US--Harbour Fire, Kill", "us--harbour fire", None, Lifecycle.KILL),
        ("FERRY***URGENT", "ferry", None, Lifecycle.ALERT),
        ("URGENT", "", None, Lifecycle.ALERT),
        ("Test", "test", None, NEW),
        ("Kill", "kill", None, NEW),
        ("", "", None, NEW),
    ],
)  # fmt: skip
def test_a_slugline_is_taken_apart(
    slugline: str, story: str, lead: int | None, lifecycle: Lifecycle
) -> None:
    slug = read_slug(slugline)
    assert (slug.story, slug.lead, slug.lifecycle) == (story, lead, lifecycle)


@pytest.mark.parametrize(
    ("slugline", "take"),
    [
        ("BC-HARBOUR 1st Take", Take(number=1)),
        ("BC-HARBOUR-TAKE 2", Take(number=2)),
        ("Hafen/Kurse (Teil 2 von 4)", Take(number=2, of=4)),
    ],
)
def test_all_takes_of_a_story_share_its_slug(slugline: str, take: Take) -> None:
    slug = read_slug(slugline)
    assert slug.take == take
    assert slug.story in ("harbour", "hafen/kurse")


def test_what_the_format_said_stands(make_item: Callable[..., WireItem]) -> None:
    item = make_item("Rain.", slugline="BC-RAIN, 2nd Ld", story_slug="rain-lisbon", lead=3)
    read = read_slugline(item)
    assert (read.story_slug, read.lead, read.slugline) == ("rain-lisbon", 3, "BC-RAIN, 2nd Ld")
    assert (read.lifecycle, read.lifecycle_note) == (UPDATE, "BC-RAIN, 2nd Ld")


@given(st.text("ABab12 -/,()*LdTakerdst", max_size=250))
def test_any_slugline_can_be_read(slugline: str) -> None:
    slug = read_slug(slugline)
    assert slug.story == slug.story.lower().strip()
