"""What enriching scores on labelled data does not fall below the floors."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.eval import figures, keywords, names, places
from tests.eval.quotes import measure

CORPORA = Path(__file__).parents[2].parent / "shared/corpora"
QUOTES = Path(__file__).parents[2].parent / "shared/corpora/measure/quotes"

FLOORS = tomllib.loads((Path(figures.__file__).parent / "floors_enriching.toml").read_text("utf-8"))


@pytest.mark.skipif(not QUOTES.is_dir(), reason="the corpora are not here")
def test_quotations_keep_their_scores() -> None:
    scores = measure(QUOTES)

    assert scores.f1 >= FLOORS["quotes_f1"]
    assert scores.speaker_right >= FLOORS["quotes_speaker"]
    assert scores.f1 > scores.f1_of_marks + 0.2


@pytest.mark.parametrize("name", figures.SETS)
def test_figures_keep_their_scores(name: str) -> None:
    assert figures.measure(figures.read_hard(name))[0] >= FLOORS[f"figures_{name}_f1"]


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not here")
@pytest.mark.parametrize("language", keywords.LANGUAGES)
def test_keywords_keep_their_scores(language: str) -> None:
    articles = keywords.read_articles(CORPORA, language)

    assert keywords.measure(articles, language, keywords.ours) >= FLOORS[f"keywords_{language}_f1"]


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not here")
def test_places_keep_their_scores() -> None:
    text, given, populous = places.measure(CORPORA / "measure/geo")

    assert text.over_all >= FLOORS["places_text_all"]
    assert text.over_found >= FLOORS["places_text_found"]
    assert text.precision >= FLOORS["places_text_precision"]
    assert given.over_all >= FLOORS["places_given_all"]
    assert given.over_all > populous.over_all + 0.15


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not here")
def test_names_keep_their_scores() -> None:
    scores = names.measure(names.read_english(CORPORA), names.ours)

    assert {
        kind: f1 for kind, (_, _, f1) in scores.items() if f1 < FLOORS[f"names_en_{kind}"]
    } == {}
    for language, documents in names.read_others(CORPORA).items():
        assert names.measure(documents, names.ours)["all"][2] >= FLOORS[f"names_{language}_all"]


def test_names_of_languages_without_labelled_news_are_mostly_right() -> None:
    for language, documents in names.read_invented().items():
        precision, recall, _ = names.measure(documents, names.ours)["all"]

        assert precision >= FLOORS[f"names_{language}_precision"]
        assert recall >= 0.6
