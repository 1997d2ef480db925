"""The words for peoples: which country each stands for."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.gazetteer.demonyms import LANGUAGES, find_demonyms
from pipeline.enriching.gazetteer.table import gazetteer
from pipeline.words.reading import read_words


def countries(text: str, language: str) -> list[str]:
    """The countries whose people a text speaks of."""
    return [country for _, _, country, _ in find_demonyms(read_words(text), language)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "en",
            "French farmers and South Koreans; they polish the Polish door.",
            ["FR", "KR", "PL"],
        ),
        (
            "de",
            "Der russische Bär und die Franzosen, ein US-amerikanisches Boot.",
            ["RU", "FR", "US"],
        ),
        ("fr", "Une chanteuse ukrainienne et des marins turcs.", ["UA", "TR"]),
        ("es", "Las pintoras alemanas y el poeta japonés.", ["DE", "JP"]),
        ("it", "I pescatori greci e la pittrice spagnola.", ["GR", "ES"]),
        ("pt", "Os franceses e a cantora brasileira.", ["FR", "BR"]),
        ("nl", "De Duitse boeren en een Belgische schipper.", ["DE", "BE"]),
        ("ru", "Немецкие рыбаки и украинская певица.", ["DE", "UA"]),
    ],
)
def test_peoples_in_eight_languages(language: str, text: str, found: list[str]) -> None:
    """Inflected; in English and Dutch only with a capital."""
    assert countries(text, language) == found


def test_peoples_of_several_countries_count_for_none() -> None:
    """They are found, so that no town of their name is."""
    assert countries("European and Arab leaders", "en") == ["", ""]


@pytest.mark.parametrize(
    ("language", "text", "region"),
    [
        ("en", "African leaders", "Africa"),
        ("en", "a Latin American tour", "Latin America"),
        ("de", "die europäischen Häfen", "Europa"),
        ("fr", "une chanteuse africaine", "Afrique"),
        ("es", "los puertos europeos", "Europa"),
        ("ru", "европейские порты", "Европа"),
    ],
)
def test_the_adjective_of_a_continent_means_it(language: str, text: str, region: str) -> None:
    """It is called as the text's language calls it, and is in the gazetteer."""
    ((_, _, country, found),) = find_demonyms(read_words(text), language)

    assert (country, found) == ("", region)
    assert gazetteer().named(region)[0].kind == "area"


def test_every_country_of_the_table_exists() -> None:
    """A slip in a code would count for nothing."""
    table = (
        resources.files("pipeline.enriching.gazetteer").joinpath("demonyms.tsv").read_text("utf-8")
    )
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]

    assert {language for language, _, _ in rows} == LANGUAGES
    countries = {country for _, country, _ in rows if not country.startswith("@")}
    assert countries - {"--"} <= gazetteer().countries.keys()
    for _, country, _ in rows:
        if country.startswith("@"):
            assert [spot.kind for spot in gazetteer().named(country[1:])][:1] == ["area"], country


@given(st.text(max_size=200), st.sampled_from([*sorted(LANGUAGES), "", "xx"]))
def test_any_text(text: str, language: str) -> None:
    """Each lies within the text."""
    words = read_words(text)

    assert all(0 <= a <= b < len(words) for a, b, *_ in find_demonyms(words, language))
