"""The head of a NITF story: headlines, bylines, standfirsts, sluglines, takes, times."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.cleaning.words import unaccounted_words
from tests.formats.conftest import ReadOne
from tests.formats.nitf_makers import HL1, ID, ISSUED, nitf


def test_a_signoff_is_no_byline(read_one: ReadOne) -> None:
    item = read_one(nitf(top=f"{HL1}<byline>ae/mm</byline>"))
    assert item.byline == ""
    assert ("signoff", "ae/mm") in [(one.step, one.text) for one in item.removed]


def test_a_byline_has_its_title_apart(read_one: ReadOne) -> None:
    top = f"{HL1}<byline>By ANA EXEMPLO<byttl>Northwire Writer</byttl></byline>"
    assert read_one(nitf(top=top)).byline == "By ANA EXEMPLO, Northwire Writer"


@pytest.mark.parametrize(
    "second",
    [
        "<hl2>RAIN LISBON</hl2>",
        '<hl2 class="ShortHeadLine">Water everywhere in the old town of the capital</hl2>',
        "<hl2>Lisbon rain</hl2>",
        "<hl2>Rain in Lisbon</hl2>",
    ],
)
def test_another_form_of_the_headline_is_set_aside(read_one: ReadOne, second: str) -> None:
    item = read_one(nitf(top=f"<hedline><hl1>Rain in Lisbon</hl1>{second}</hedline>"))
    assert item.standfirst == ""
    assert [one.step for one in item.removed] == ["head"]
    assert unaccounted_words(item) == 0


@pytest.mark.parametrize("abstract", ["<p>{}</p>", "{}"])
def test_an_abstract_is_the_standfirst(read_one: ReadOne, abstract: str) -> None:
    top = f"{HL1}<abstract>{abstract.format('The river was too high.')}</abstract>"
    assert read_one(nitf(top=top)).standfirst == "The river was too high."


def test_an_abstract_that_the_text_begins_with_is_set_aside(read_one: ReadOne) -> None:
    """PA cuts it anywhere, and it may be three words."""
    item = read_one(nitf(top=f"{HL1}<abstract><p>It rained on</p></abstract>"))
    assert item.standfirst == ""
    assert [(one.step, one.text) for one in item.removed] == [("standfirst", "It rained on")]


def test_a_numbered_title_is_slug_and_part(read_one: ReadOne) -> None:
    item = read_one(
        nitf(f'{ID}{ISSUED}<series series.part="2"/>', head="<title>2 WEATHER Lisbon</title>")
    )
    assert item.slugline == "WEATHER Lisbon"
    assert item.take is not None
    assert (item.take.number, item.take.of) == (2, None)


@pytest.mark.parametrize("part", ['"4" series.totalpart="0"', '"1"', '"²"', '"x"'])
def test_a_part_of_nothing_is_no_take(read_one: ReadOne, part: str) -> None:
    assert read_one(nitf(f"{ID}{ISSUED}<series series.part={part}/>")).take is None


def test_a_longer_title_is_no_slug(read_one: ReadOne) -> None:
    item = read_one(
        nitf(
            f'{ID}{ISSUED}<key-list><keyword key="rain-lisbon"/></key-list>',
            head="<title>Rain in Lisbon: why the ferries stopped</title>",
        )
    )
    assert item.slugline == "rain-lisbon"


def test_a_time_without_a_zone_is_that_of_the_agency(read_one: ReadOne) -> None:
    """AAP's own clock counts for what it passes on from others."""
    item = read_one(
        nitf(
            '<doc-id id-string="AFP.1.2"/><date.issue norm="20260303T210000"/>'
            '<doc.copyright holder="Agence France Presse"/>',
            head='<meta name="aap-selectors" content="0nl"/>',
        )
    )
    assert item.versioned_at == datetime(2026, 3, 3, 10, tzinfo=UTC)
    assert (item.source, item.provider) == ("aap", "AFP")


def test_a_story_may_be_older_than_its_version(read_one: ReadOne) -> None:
    top = f'{HL1}<dateline><story.date norm="20260302T080000Z"/></dateline>'
    item = read_one(nitf(top=top))
    assert item.created_at == datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("base", "provider", "expected"),
    [
        ("en-US", "Northwire", ""),
        ("es-ES", "Northwire", "es"),
        ("no-NO", "NTB", "nb"),
        ("nn-NO", "NTB", "nn"),
        ("no-NO", "ritzau.dk", ""),
    ],
)
def test_the_language_of_a_template_is_not_believed(
    read_one: ReadOne, base: str, provider: str, expected: str
) -> None:
    value = nitf(f'<doc-id id-string="1" regsrc="{provider}"/>', root=f'nitf baselang="{base}"')
    assert read_one(value).language == expected


def test_classifiers_and_identified_names_are_kept(read_one: ReadOne) -> None:
    data = (
        f"{ID}{ISSUED}<identified-content><person>Ana Exemplo</person>"
        '<classifier type="apcategorycode" value="s"/></identified-content>'
    )
    item = read_one(nitf(data))
    assert item.categories == ("s",)
    assert item.keywords == ("Ana Exemplo",)
    assert [(one.scheme, one.code) for one in item.subjects] == [("apcategorycode", "s")]
