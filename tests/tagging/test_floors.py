"""What the tags score on labelled data does not fall below the floors."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pipeline.tagging.language.step import infer_language
from tests.eval import language as languages
from tests.eval import topic_labels

CORPORA = Path(__file__).parents[2].parent / "shared/corpora"
FLOORS = tomllib.loads(
    (Path(topic_labels.__file__).parent / "floors_tagging.toml").read_text("utf-8")
)


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not here")
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_topics_keep_their_f1(language: str) -> None:
    """Top-level topics of the half of the labelled articles that is held out."""
    held = [
        article
        for article in topic_labels.labelled(CORPORA)
        if article.language == language and article.half == "held"
    ]

    assert topic_labels.micro(held, topic_labels.ours)[0] >= FLOORS[f"topics_{language}_f1"]


@pytest.mark.parametrize("name", topic_labels.INVENTED)
def test_topics_of_invented_stories_keep_their_f1(name: str) -> None:
    """Top-level topics of stories in German, French and Spanish."""
    scores = topic_labels.micro(topic_labels.invented(name), topic_labels.ours)

    assert scores[0] >= FLOORS[name.replace(".txt", "_f1")]


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not here")
def test_languages_keep_their_shares() -> None:
    """Sentences of 75 languages, alone and together."""
    sentences = languages.read_sentences(CORPORA / "measure/language")

    def tell(text: str) -> str:
        return infer_language(text)[0]

    one = languages.accuracy(tell, sentences, at_once=1)
    five = languages.accuracy(tell, sentences, at_once=5)
    long = languages.accuracy(tell, languages.long_enough(sentences), at_once=1)

    assert languages.share(one, tuple(sentences)) >= FLOORS["language_sentences"]
    assert languages.with_kin(one) >= FLOORS["language_sentences_kin"]
    assert languages.share(long, tuple(sentences)) >= FLOORS["language_200_letters"]
    assert languages.with_kin(long) >= FLOORS["language_200_letters_kin"]
    assert languages.share(five, languages.AGENCIES) >= FLOORS["language_agencies_5_sentences"]
