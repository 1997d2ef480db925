"""The compiled topics and the word lists they come from."""

from __future__ import annotations

from importlib import resources
from typing import Any

import pytest

from pipeline.tagging.topics.build.__main__ import build, read_lexicon, read_narrow
from pipeline.tagging.topics.terms_by_python import Found
from pipeline.tagging.topics.text import TopicText
from pipeline.tagging.topics.vocabulary import topics
from pipeline.tagging.topics.word_list import WordList
from pipeline.words.reading import read_words

LISTED = (
    *(
        "ar",
        "da",
        "de",
        "en",
        "es",
        "fi",
        "fr",
        "it",
        "mk",
        "nb",
        "nl",
        "pl",
        "pt",
        "ru",
        "sv",
        "zh",
    ),
)


def test_a_line_names_topic_weight_and_words() -> None:
    """Comments and empty lines do not count; endings in brackets are spelled out."""
    text = "# words\n\n16 3: War, =NATO\n16 2: refugiad[oa]"

    assert read_lexicon(text, "x.txt") == {
        "16000000": {"3": ["war", "=NATO"], "2": ["refugiado", "refugiada"]}
    }


def test_a_line_may_name_a_narrower_topic() -> None:
    """By its code; such words say nothing of the topic above it."""
    text = "15 3: sport\n20001065: soccer, futbolist[ao]"

    assert read_narrow(text) == {"20001065": ["soccer", "futbolista", "futbolisto"]}
    assert read_lexicon(text, "x.txt") == {"15000000": {"3": ["sport"]}}


def test_every_narrower_topic_with_words_is_in_use() -> None:
    """A list that names a code of no topic, or of a retired one, is wrong."""
    known = topics()
    codes = {code for words in known.narrow.values() for code in words}

    assert codes <= known.top.keys()
    assert not codes & known.retired.keys()


def test_a_form_of_a_stem_is_not_listed_again() -> None:
    """It would count twice."""
    words = topics().words["en"]["04000000"]
    listed = [word for weight in words.values() for word in weight]

    assert "econom*" in listed
    assert not [w for w in listed if w.startswith("econom") and w != "econom*"]


def test_a_bad_line_is_named() -> None:
    """Whoever writes the list is told where it is wrong."""
    with pytest.raises(ValueError, match=r"x\.txt, line 2"):
        read_lexicon("16 3: war\nwar, peace", "x.txt")


def test_every_language_has_words_for_nearly_every_topic() -> None:
    """A language that lacks a topic would call its stories by another's name."""
    known = topics()
    for language in LISTED:
        assert len(known.words[language]) >= 16, language
        assert set(known.words[language]) <= set(known.top)


def test_the_shipped_words_are_those_of_the_lists() -> None:
    """Who changes a list and forgets to compile it, reads it here."""
    folder = resources.files("pipeline.tagging.topics").joinpath("lexicon")
    for language in LISTED:
        ours = read_lexicon(folder.joinpath(f"{language}.txt").read_text("utf-8"), language)
        shipped = topics().words[language]
        for top, weights in ours.items():
            for weight, words in weights.items():
                known = set(shipped[top].get(weight, ()))
                stems = tuple(w[:-1] for ws in shipped[top].values() for w in ws if w[-1] == "*")
                higher = {w for ws in shipped[top].values() for w in ws}
                missing = {w for w in words if w not in known | higher}
                assert all(w.startswith(stems) for w in missing), (language, top, weight)


def test_labels_under_two_topics_are_no_words() -> None:
    """A label tells something only where it belongs to one top-level topic."""

    def topic(number: int, top: int, label: str, **more: Any) -> dict[str, Any]:
        path = [f"medtop:{top:02}000000", f"medtop:{number}"]
        codes = {"qcode": path[1], "level": 2, "path": path, "subjectcode": []}
        return codes | {"label": {"en-GB": label}} | more

    source = {
        "title": "t",
        "licence": "l",
        "topics": [
            topic(20000001, 1, "ferry racing"),
            topic(20000002, 2, "lost anchor"),
            topic(20000003, 3, "lost anchor"),
            topic(20000004, 4, "old harbour", retired="2020-01-01"),
        ],
    }
    words = build(source)["words"]["en"]
    listed = {w for weights in words.values() for ws in weights.values() for w in ws}

    assert "ferry racing" in listed
    assert not {"lost anchor", "old harbour"} & listed


def test_the_data_is_small_and_names_its_source() -> None:
    """IPTC asks for attribution; the file travels with its licence."""
    room = resources.files("pipeline.tagging.topics")

    assert len(room.joinpath("mediatopics.json").read_bytes()) < 1_000_000
    licence = room.joinpath("MEDIATOPICS-LICENSE.md").read_text("utf-8")
    assert "IPTC" in licence
    assert "Attribution 4.0" in licence


@pytest.mark.parametrize(
    ("term", "text", "times"),
    [
        ("war", "war, War; wars and a warship", 2),
        ("war*", "war, War; wars and a warship", 4),
        ("*krieg*", "Bürgerkrieg und Kriegsende", 2),
        ("ceas* fire*", "ceasing fires", 1),
        ("ceas* fire*", "cease all fire", 0),
        ("=WHO", "who? the WHO", 1),
        ("coup d'état", "le coup d’état", 1),
        ("ver.di", "die ver.di-Leute", 1),
        ("война", "Война!", 1),
        ("战争", "这场战争", 1),
        ("*战争*", "这场战争", 1),
    ],
)
def test_how_a_word_is_found(term: str, text: str, times: int) -> None:
    """Whole words, beginnings, parts, two words, and words in which case counts."""
    found = found_in(text, {"3": [term]})

    assert sum(often for _, _, _, often, _ in found) == times


def found_in(text: str, terms: dict[str, list[str]], named: str = "") -> list[Found]:
    """What is found of the terms of one topic."""
    words = WordList({"16000000": terms}, {"16000000": 15})
    return words.read(TopicText(read_words(text), read_words(named), 0)).found()


def test_a_word_says_where_it_was_first_met() -> None:
    """What stands in the headline counts more: the place is told in words."""
    assert found_in("é, war war", {"2": ["war"]}) == [(0, 1, 1, 2, False)]


def test_a_word_of_the_slugline_counts_as_the_headline_s() -> None:
    """Also where the text has it too; where only the slugline has it, there is nothing to show."""
    found = found_in("a war", {"2": ["war", "army"]}, named="war army")

    assert found == [(0, 1, 1, 2, True), (1, -1, -1, 1, True)]


@pytest.mark.parametrize(
    ("term", "text", "shown"),
    [
        ("war*", "The Warships sail", "Warships"),
        ("*krieg*", "Im Bürgerkriegsland", "Bürgerkriegsland"),
        ("*krieg", "Im Bürgerkrieg", "Bürgerkrieg"),
        ("ceas* fire*", "İzmir: ceasing fires", "ceasing fires"),
        ("stock market*", "No stock, stock markets!", "stock markets"),
        ("война", "Это — война!", "война"),
    ],
)
def test_a_word_is_shown_whole(term: str, text: str, shown: str) -> None:
    """What was found are words of the text, from the first to the last."""
    ((_, first, last, _, _),) = found_in(text, {"3": [term]})

    assert read_words(text).between(first, last) == shown


def test_a_term_without_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="no word"):
        found_in("war", {"3": ["*"]})
