"""Media Topics: the provider's codes, else what the words say."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.tagging.topics.step import infer_topics, tag_mediatopic
from schemas.types import Block, Lifecycle, Subject
from schemas.wire import WireItem
from tests.eval.topics import read_coded, score

SHARED = Path(__file__).parents[2].parent / "shared/samples"
SEED = SHARED / "web_text/000_2a2727772e1582b5.txt"

ARTS, CONFLICT, CRIME, DISASTER = "01000000", "16000000", "02000000", "03000000"
ECONOMY, HEALTH, LABOUR, POLITICS = "04000000", "07000000", "09000000", "11000000"
SPORT, WEATHER = "15000000", "17000000"

MakeItem = Callable[..., WireItem]


def plain_item(**fields: Any) -> WireItem:
    """An item without a check of its words: a reader may hand on half a surrogate pair."""
    named: dict[str, Any] = {
        "item_id": "x/y",
        "source": "x",
        "guid": "y",
        "format": "x",
        "raw_digest": "0" * 64,
    }
    return WireItem.model_construct(**named, **fields)


@pytest.mark.parametrize(
    ("language", "topic", "headline", "text"),
    [
        ("en", CONFLICT, "Ceasefire broken", "Artillery shelled the town; soldiers were killed."),
        ("en", WEATHER, "Snowstorm expected", "The weather service forecast heavy snowfall."),
        ("en", LABOUR, "Dockers walk out", "The trade union called a strike over wages."),
        ("de", ECONOMY, "Konzern hebt Prognose", "Der Umsatz stieg im Quartal, die Aktie auch."),
        ("de", POLITICS, "Koalition streitet", "Der Bundestag stimmt über die Reform ab."),
        ("fr", DISASTER, "Séisme dans le nord", "Les pompiers cherchent des victimes."),
        ("es", CRIME, "Detenido por asesinato", "El tribunal lo envió a prisión."),
        ("it", SPORT, "Calcio, vince la capolista", "L'allenatore elogia il portiere."),
        ("pt", HEALTH, "Nova vacina aprovada", "Os hospitais recebem doses contra o vírus."),
        ("nl", SPORT, "Schaatser wint", "De coach was blij met de medaille."),
        ("sv", POLITICS, "Regeringen avgår", "Statsministern lämnade riksdagen."),
        ("nb", DISASTER, "Skred tok vei", "Redningsmannskaper leter etter savnede."),
        ("da", CRIME, "Dømt for drab", "Byretten gav manden fængsel."),
        ("pl", POLITICS, "Wybory w maju", "Premier i sejm ustalili termin."),
        ("ru", CONFLICT, "Перемирие нарушено", "Войска подвергли город обстрелу."),
        ("mk", POLITICS, "Избори во мај", "Премиерот и собранието се договорија."),
        ("fi", SPORT, "Jääkiekko: voitto", "Maalivahti pelasti ottelun."),
        ("zh", SPORT, "足球：主队夺冠", "教练称赞守门员。"),
        ("zh", ECONOMY, "央行維持利率不變", "通膨低於預期，股價上漲。"),
        ("ar", CONFLICT, "خرق الهدنة", "قصف الجيش المدينة وقتل جنود في المعارك."),
    ],
)
def test_the_words_tell_the_topic(
    make_item: MakeItem, language: str, topic: str, headline: str, text: str
) -> None:
    """A headline and a sentence are enough where they speak plainly."""
    tags = list(tag_mediatopic(make_item(text, headline=headline, language=language)))

    assert tags[0].code == topic
    assert {(tag.scheme, tag.by) for tag in tags} == {("medtop", "mediatopic")}


def test_a_story_may_have_two_topics(make_item: MakeItem) -> None:
    """Soldiers at a border that ministers talk about: conflict and politics."""
    item = make_item(
        "The foreign minister told parliament that troops had crossed the border.\n\n"
        "Soldiers fired missiles while ambassadors discussed sanctions.",
        headline="Ministers meet as army shells border town",
        language="en",
    )
    assert {CONFLICT, POLITICS} <= {tag.code for tag in tag_mediatopic(item)}


def test_the_surest_topic_comes_first(make_item: MakeItem) -> None:
    """Scores fall, and none is below the threshold."""
    item = make_item("The court heard that the doctor was at the match.", language="en")
    scores = [tag.score for tag in tag_mediatopic(item, threshold=0.01, most=17)]

    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= 0.01


def test_when_unsure_there_is_no_topic(make_item: MakeItem) -> None:
    """A text without words of any list stays without a topic."""
    assert list(tag_mediatopic(make_item("It was as before, he said.", language="en"))) == []


def test_a_language_without_words_has_no_topic(make_item: MakeItem) -> None:
    """We do not read with another language's words."""
    assert list(tag_mediatopic(make_item("Troops, missiles, war.", language="xx"))) == []


def test_words_end_where_they_end() -> None:
    """There is no war in software, and no art in a party."""
    assert infer_topics("", "a software toward reward", "en") != []
    assert CONFLICT not in dict(infer_topics("", "a software toward reward", "en"))
    assert ARTS not in dict(infer_topics("", "he took part in the party", "en"))


def test_case_counts_where_it_tells_words_apart() -> None:
    """The WHO is about health, the question word is not."""
    assert HEALTH in dict(infer_topics("", "The WHO met.", "en"))
    assert infer_topics("", "Nobody knows who met.", "en") == []


def test_german_compounds_are_understood() -> None:
    """A list names the part of a word that tells."""
    assert infer_topics("Ein Wirtschaftskrieg", "", "de")[0][0] in {CONFLICT, ECONOMY}
    assert CONFLICT in dict(infer_topics("Vor dem Stellungskrieg", "", "de"))


@pytest.mark.parametrize(
    ("subject", "codes"),
    [
        (Subject(scheme="medtop", code="medtop:16000000"), ["16000000"]),
        (Subject(scheme="medtop", code="16000000"), ["16000000"]),
        (Subject(scheme="medtop", code="20000053"), ["20000053", "16000000"]),
        (
            Subject(scheme="", code="http://cv.iptc.org/newscodes/mediatopic/20000053"),
            ["20000053", "16000000"],
        ),
        (Subject(scheme="subj", code="subj:15054000"), ["20001065", "20000822", "15000000"]),
        (Subject(scheme="IptcSubjectCode", code="11000000"), ["11000000"]),
        (Subject(scheme="subj", code="14999999"), ["14000000"]),
        (Subject(scheme="dpacat", code="pl"), ["11000000"]),
        (Subject(scheme="dpacat", code="vm"), []),
        (Subject(scheme="our-archive", code="16000000"), []),
        (Subject(scheme="subj", code="99000000"), []),
    ],
)
def test_the_codes_of_the_provider_come_first(
    make_item: MakeItem, subject: Subject, codes: list[str]
) -> None:
    """Each known code is a tag, followed by those above it; another scheme is not ours."""
    tags = list(tag_mediatopic(make_item(subjects=(subject,))))

    assert [tag.code for tag in tags] == codes
    assert all(tag.score == 1 and tag.by == "agency" for tag in tags)


def test_a_retired_code_counts_as_the_topic_above_it(make_item: MakeItem) -> None:
    """Music theatre was retired in favour of nothing: theatre stands above it."""
    item = make_item(subjects=(Subject(scheme="medtop", code="20000030"),))

    assert [tag.code for tag in tag_mediatopic(item)] == ["20000029", "20000002", ARTS]


def test_the_provider_knows_better_than_the_words(make_item: MakeItem) -> None:
    """Where the provider coded the story, nothing is inferred."""
    item = make_item(
        "Troops fired missiles in the war.",
        language="en",
        subjects=(Subject(scheme="medtop", code="01000000"),),
    )
    assert [tag.code for tag in tag_mediatopic(item)] == [ARTS]


@pytest.mark.parametrize("lifecycle", [Lifecycle.ADVISORY, Lifecycle.KILL, Lifecycle.TEST])
def test_what_is_no_story_has_no_topic(make_item: MakeItem, lifecycle: Lifecycle) -> None:
    """A day's schedule names a war, a match and a verdict, and is about none of them."""
    item = make_item("War, troops and missiles.", language="en", lifecycle=lifecycle)

    assert list(tag_mediatopic(item)) == []


def test_a_huge_body_costs_no_more_than_its_beginning(make_item: MakeItem) -> None:
    """Only the first 2,000 characters are read."""
    body = (Block(text="The team won the match. " * 300), Block(text="war " * 500_000))
    tags = list(tag_mediatopic(make_item(body=body, language="en")))

    assert [tag.code for tag in tags] == [SPORT]


def test_narrower_topics_follow_with_those_between(make_item: MakeItem) -> None:
    """What the headline names by IPTC's own label is said, down from the top."""
    item = make_item(
        "An earthquake shook the coast; rescue workers searched the rubble.",
        headline="Earthquake kills nine",
        language="en",
    )
    tags = list(tag_mediatopic(item))

    names = [tag.name for tag in tags]

    assert names[0] == "disaster, accident and emergency incident"
    assert names.index("disaster") < names.index("natural disaster") < names.index("earthquake")
    assert tags[0].score >= tags[1].score == tags[2].score


def test_a_topic_shows_the_words_that_it_rests_on(make_item: MakeItem) -> None:
    """Whole words, where they first stand."""
    item = make_item(
        "Die Lage an der Küste:\n\nIm Bürgerkriegsgebiet fielen Schüsse.",
        headline="Waffenruhe gebrochen",
        language="de",
    )
    tag = next(iter(tag_mediatopic(item)))
    parts = {"headline": item.headline} | {f"body:{n}": b.text for n, b in enumerate(item.body)}

    assert tag.code == CONFLICT
    assert [parts[s.where][s.start : s.end] for s in tag.spans] == [
        "Waffenruhe",
        "Bürgerkriegsgebiet",
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["war", "İzmir", "World Cup", "l’état", "— ", "\n", "GDP", "ß", "\ud800", "x"]
        )
        | st.text(max_size=8),
        max_size=30,
    ),
    st.sampled_from(["en", "de", "fr", "tr"]),
)
def test_spans_are_inside_the_text_and_on_words(words: list[str], language: str) -> None:
    """The text at the span is there, and begins and ends with the word."""
    headline, text = " ".join(words[:5]), " ".join(words[5:])
    body = (Block(text=text), Block(text="war"))
    item = plain_item(headline=headline, standfirst=text, body=body, language=language)
    parts = {"headline": headline, "standfirst": text, "body:0": text, "body:1": "war"}

    for tag in tag_mediatopic(item, threshold=0.01, most=17):
        for span in tag.spans:
            shown = parts[span.where][span.start : span.end]
            assert shown
            assert shown == shown.strip()


@pytest.mark.parametrize("char", ["a", "\ud800", "İ", "war ", "中", "\x00", " "])
def test_a_megabyte_on_one_line_is_read_quickly(make_item: MakeItem, char: str) -> None:
    """Whatever it is made of."""
    start = time.process_time()
    item = plain_item(headline=char * 200_000, body=(Block(text=char * 1_000_000),), language="en")
    list(tag_mediatopic(item))

    assert time.process_time() - start < 2


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "de", "ru", "pl", "zh", "nn", "no", ""]))
def test_any_text_gets_an_answer(text: str, language: str) -> None:
    """Scores are scores, and the same text gets the same answer."""
    found = infer_topics(text, text, language)

    assert found == infer_topics(text, text, language)
    assert all(0 <= score <= 1 for _, score in found)


@pytest.mark.skipif(not SEED.is_file(), reason="the agency's page is not here")
def test_the_seed_story_is_about_conflict_or_politics(make_item: MakeItem) -> None:
    """Troops at a border, and what ministers say of it."""
    headline, *paragraphs = SEED.read_text("utf-8").split("\n\n")[1:]
    item = make_item("\n\n".join(paragraphs), headline=headline, language="en")

    assert {tag.code for tag in tag_mediatopic(item)} & {CONFLICT, POLITICS}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the agencies' files are not here")
def test_the_agreement_with_agencies_is_pinned() -> None:
    """Of all files, two of three get a best answer that is among the codes of the agency."""
    best, _, answered = score(list(read_coded(SHARED)))

    assert best * answered >= 0.65
