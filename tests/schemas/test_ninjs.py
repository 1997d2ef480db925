from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from schemas.article import Article, Change, article_id_of
from schemas.ninjs import body_html, to_ninjs
from schemas.types import Block, Dateline, Lifecycle, Name, Place, Subject, Tag
from tests.schemas.articles import articles

STANDARD = Path(__file__).parent / "ninjs"


def _read(name: str) -> Any:
    return json.loads((STANDARD / name).read_text(encoding="utf-8"))


NINJS = Draft202012Validator(
    _read("ninjs-schema_3.1.json"),
    registry=Registry().with_resource(
        "https://geojson.org/schema/GeoJSON.json",
        Resource.from_contents(_read("GeoJSON-schema.json")),
    ),
    format_checker=FormatChecker(["uri", "date-time"]),
)


def make_article(**fields: Any) -> Article:
    given: dict[str, Any] = {
        "article_id": article_id_of("test/a"),
        "revision": 1,
        "change": Change(kind=Lifecycle.NEW),
        "item_id": "test/a",
        "source": "test",
        "guid": "a",
        "raw_digest": "0" * 64,
        "format": "plain_text",
    }
    return Article(**(given | fields))


@pytest.mark.parametrize(
    "broken", [{"uri": "no uri"}, {"versionCreated": "Tuesday"}, {"ours": 1}, {"urgency": 0}]
)
def test_the_schema_is_really_asked(broken: dict[str, Any]) -> None:
    """Formats are checked, and properties of one's own refused: otherwise the next test is idle."""
    assert not NINJS.is_valid(to_ninjs(make_article()) | broken)


@settings(max_examples=150, deadline=None)
@given(articles())
def test_every_article_is_valid_ninjs(article: Article) -> None:
    """Whatever the contract allows passes the official schema, after a JSON writer."""
    NINJS.validate(json.loads(json.dumps(to_ninjs(article))))


@settings(max_examples=100, deadline=None)
@given(articles())
def test_what_ninjs_holds_can_be_read_back(article: Article) -> None:
    """Nothing of these fields is lost on the way; what is left out was empty."""
    made = to_ninjs(article)
    said = {d["role"]: d["value"] for d in made["descriptions"]}
    ids = {i["role"]: i["value"] for i in made["altIds"]}
    source, guid = (unquote(part) for part in made["uri"].split(":")[2:4])

    assert f"{source}/{guid}" == article.item_id == ids["item"]
    assert int(made["version"]) == article.revision
    assert made["pubStatus"] == article.status
    assert ids.get("guid", "") == article.guid
    assert ids.get("version") == (None if article.version is None else str(article.version))
    assert ids["rawSha256"] == article.raw_digest
    assert said.get("summary", "") == article.standfirst
    assert said["change"] == article.change.kind
    assert said.get("changeNote", "") == article.change.note
    assert said["format"] == article.format
    assert [h["value"] for h in made.get("headlines", [])] == [article.headline] * bool(
        article.headline
    )
    assert made.get("edNote", "") == article.editorial_note
    assert made.get("slugline", "") == article.slugline
    assert made.get("by", "") == article.byline
    assert made.get("copyrightNotice", "") + made.get("usageTerms", "") == article.rights
    subjects = made.get("subjects", [])
    tags = [(s["literal"], s["creator"]) for s in subjects if "creator" in s]
    ours = (*article.tags, *article.terms)
    assert tags == [(f"{tag.scheme}:{tag.code}", tag.by) for tag in ours]
    assert said.get("firstSentence", "") == article.summary
    people = [name for name in article.names if name.kind == "person"]
    assert len(made.get("people", [])) == len(people)
    said_by_provider = [s["literal"] for s in subjects if s["rel"] == "providerSubject"]
    assert said_by_provider == [f"{s.scheme}:{s.code}" for s in article.subjects]
    assert len(made.get("places", [])) == len(article.places)
    if article.body:
        assert made["bodies"][0]["value"] == article.text


@settings(max_examples=100, deadline=None)
@given(articles())
def test_text_never_becomes_markup(article: Article) -> None:
    """Words that look like markup are escaped; taking the elements away gives the words back."""
    body = tuple(block.model_copy(update={"html": ""}) for block in article.body)
    elements = r"</?(?:p|h2|h3|ul|ol|li|table|tr|td|blockquote)>|<br>"
    bare = re.sub(elements, "", body_html(body))

    assert "<" not in bare
    words = re.sub(r"[\n\t]", "", "".join(block.text for block in body))
    assert re.sub(r"[\n\t]", "", unescape(bare)) == words


def test_markup_that_cleaning_made_safe_stays() -> None:
    """A block's own markup goes into the element of its kind."""
    body = (Block(text="Rain, again", html="Rain, <em>again</em>"), Block(kind="h2", text="A & B"))

    assert body_html(body) == "<p>Rain, <em>again</em></p>\n<h2>A &amp; B</h2>"


def test_lists_and_tables_become_elements() -> None:
    """Lines are items or rows, TABs part cells."""
    body = (Block(kind="ul", text="a\nb"), Block(kind="table", text="1\t2\n3\t4"))

    assert body_html(body) == (
        "<ul><li>a</li><li>b</li></ul>\n"
        "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    )


def test_media_topics_have_the_uri_of_the_newscodes() -> None:
    """A tag is a concept with a creator and a confidence in per cent."""
    tag = Tag(scheme="medtop", code="16000000", name="conflict", score=0.875, by="words")

    assert to_ninjs(make_article(tags=(tag,)))["subjects"] == [
        {
            "name": "conflict",
            "literal": "medtop:16000000",
            "uri": "http://cv.iptc.org/newscodes/mediatopic/16000000",
            "rel": "about",
            "creator": "words",
            "confidence": 88,
        }
    ]


def test_a_genre_is_a_genre_too() -> None:
    """Subscribers look for genres in ``genres``."""
    made = to_ninjs(make_article(tags=(Tag(scheme="genre", code="obituary", by="obituary"),)))

    assert made["genres"] == [{"literal": "obituary"}]


def test_the_providers_subjects_stay_literal() -> None:
    """What the provider coded is kept as it stood, without a creator of ours."""
    made = to_ninjs(make_article(subjects=(Subject(scheme="N2", code="GEN", name="general"),)))

    assert made["subjects"] == [{"name": "general", "literal": "N2:GEN", "rel": "providerSubject"}]


def test_a_place_is_a_point_with_its_longitude_first() -> None:
    """GeoJSON puts longitude before latitude; the country is the place's address."""
    place = Place(
        name="Portmere",
        country="XP",
        country_name="Portland Isles",
        latitude=51.5,
        longitude=-2.25,
        geonames_id=7,
        by="gazetteer",
    )

    assert to_ninjs(make_article(places=(place,)))["places"] == [
        {
            "name": "Portmere",
            "rel": "dateline",
            "uri": "https://sws.geonames.org/7/",
            "contactInfo": [
                {"type": "country", "name": "Portland Isles", "address": {"country": "XP"}}
            ],
            "geoJSON": {"type": "Point", "coordinates": [-2.25, 51.5]},
        }
    ]


def test_people_and_organisations_are_mentioned() -> None:
    """By the fullest form of the name; what is neither has no place in ninjs."""
    names = (
        Name(kind="person", name="Ana Sorel", role="mayor of Portmere", by="names"),
        Name(kind="organisation", name="Northwire", wikidata="Q42", by="names"),
        Name(kind="other", name="Harbour Cup", by="names"),
    )
    made = to_ninjs(make_article(names=names))

    assert made["people"] == [{"name": "Ana Sorel", "rel": "mentioned"}]
    assert made["organisations"] == [
        {"name": "Northwire", "rel": "mentioned", "uri": "http://www.wikidata.org/entity/Q42"}
    ]


def test_each_credited_agency_is_a_source() -> None:
    """``xpa/yna`` credits two; the feed that it came by is named beside them."""
    made = to_ninjs(make_article(credit="xpa/yna", source="example.org"))

    assert made["infoSources"] == [
        {"name": "xpa", "role": "credit"},
        {"name": "yna", "role": "credit"},
        {"name": "example.org", "role": "source"},
    ]


def test_located_is_where_the_dateline_says() -> None:
    """Two cities stay two cities."""
    dateline = Dateline(text="Portmere/Eastby, 3 March (xpa)", places=("Portmere", "Eastby"))

    assert to_ninjs(make_article(dateline=dateline))["located"] == "Portmere/Eastby"


def test_a_canceled_article_says_so_and_has_no_body() -> None:
    """A kill is ``pubStatus: canceled`` with the headline that has to go."""
    made = to_ninjs(make_article(status="canceled", headline="Bridge closed"))

    assert made["pubStatus"] == "canceled"
    assert made["headlines"] == [{"role": "main", "value": "Bridge closed"}]
    assert "bodies" not in made
