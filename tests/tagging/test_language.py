"""The language of a text, and the tag that says it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.tagging.language import infer_language, tag_language
from schemas.types import Tag
from schemas.wire import WireItem
from tests.eval.language import AGENCIES, accuracy, read_sentences

SENTENCES = Path(__file__).parents[2].parent / "shared/corpora/measure/language"

MakeItem = Callable[..., WireItem]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The harbour was closed on Monday after a ferry lost its anchor in the storm."),
        ("de", "Der Hafen blieb am Montag geschlossen, weil eine Fähre den Anker verlor."),
        ("fr", "Le port est resté fermé lundi après qu'un ferry a perdu son ancre."),
        ("es", "El puerto permaneció cerrado el lunes después de que un ferri perdiera el ancla."),
        ("it", "Il porto è rimasto chiuso lunedì dopo che un traghetto ha perso l'ancora."),
        ("pt", "O porto permaneceu fechado na segunda-feira depois de um navio perder a âncora."),
        ("nl", "De haven bleef maandag gesloten nadat een veerboot zijn anker had verloren."),
        ("pl", "Port był w poniedziałek zamknięty, ponieważ prom stracił kotwicę podczas burzy."),
        ("ru", "Порт в понедельник был закрыт после того, как паром потерял якорь."),
        ("mk", "Пристаништето во понеделникот беше затворено откако траектот го изгуби сидрото."),
        ("bg", "Пристанището беше затворено в понеделник, след като фериботът изгуби котвата си."),
        ("sr", "Лука је у понедељак била затворена пошто је трајект изгубио сидро у олуји."),
        ("uk", "Порт у понеділок був закритий після того, як пором втратив якір."),
        ("ar", "بقي الميناء مغلقا يوم الاثنين بعد أن فقدت العبارة مرساتها في العاصفة."),
        ("zh", "港口星期一关闭，因为一艘渡轮在暴风雨中失去了锚。"),
        ("ja", "フェリーが嵐で錨を失ったため、港は月曜日に閉鎖された。"),
    ],
)
def test_a_sentence_tells_its_language(language: str, text: str) -> None:
    """One sentence is enough in the languages of the larger agencies."""
    assert infer_language(text)[0] == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("el", "Το λιμάνι έμεινε κλειστό"),
        ("ka", "პორტი დაკეტილია"),
        ("hy", "Նավահանգիստը փակ է"),
        ("he", "הנמל נסגר ביום שני"),
        ("ko", "항구는 월요일에 폐쇄되었다"),
        ("th", "ท่าเรือปิดในวันจันทร์"),
        ("ta", "துறைமுகம் மூடப்பட்டது"),
        ("am", "ወደቡ ሰኞ ተዘግቷል"),
        ("ps", "بندر د دوشنبې په ورځ وتړل شو ځکه چې بېړۍ خپل لنګر له لاسه ورکړ"),
        ("ur", "BREAKING NEWS: بندرگاہ پیر کے روز بند رہی کیونکہ ایک جہاز کا لنگر کھو گیا تھا"),
    ],
)
def test_a_script_tells_its_language(language: str, text: str) -> None:
    """Also beside a few Latin words."""
    assert infer_language(text)[0] == language


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Harbour closed after storm"), ("de", "Hafen nach Sturm geschlossen"),
     ("fr", "Séisme dans le nord du pays"), ("es", "Cerrado el puerto tras la tormenta")],
)  # fmt: skip
def test_an_alert_of_a_few_words_is_enough(language: str, text: str) -> None:
    """Flashes have no more."""
    assert infer_language(text)[0] == language


def test_a_hint_decides_where_the_words_leave_doubt() -> None:
    """The word of a feed counts where a sentence is good in two languages, and not against it."""
    both = "Ministar je rekao da je most zatvoren."

    assert infer_language(both, "hr")[0] == "hr"
    assert infer_language(both, "bs")[0] == "bs"
    assert infer_language("The harbour was closed on Monday after the storm.", "bs")[0] == "en"


@pytest.mark.parametrize("char", ["a", "ж", "\ud800", "İ", "ab ", "中", "\x00", "अ"])
def test_a_megabyte_on_one_line_is_read_quickly(char: str) -> None:
    """Whatever it is made of."""
    start = time.process_time()
    infer_language(char * 1_000_000)

    assert time.process_time() - start < 1


def test_bokmaal_is_not_any_norwegian() -> None:
    """The tag says which of the two written languages it is."""
    text = "Havnen ble stengt mandag etter at en ferge mistet ankeret i stormen, sier politiet."

    assert infer_language(text)[0] == "nb"


def test_doubt_between_near_languages_is_an_answer() -> None:
    """Croatian and Bosnian share most sentences; either is better than nobody knows."""
    text = "Luka je u ponedjeljak bila zatvorena nakon što je trajekt izgubio sidro u oluji."

    assert infer_language(text)[0] in {"hr", "bs", "sr"}


@pytest.mark.parametrize(
    "text", ["", "  \n", "Rain", "12.30 14.55 -0.7 1,204.00 88 17 3.5 (2) [4] 77.1", "*** --- ***"]
)
def test_what_tells_nothing_has_no_language(text: str) -> None:
    """Too short, or no words: the answer is empty, with the score 0."""
    assert infer_language(text) == ("", 0.0)


def test_only_the_beginning_is_read() -> None:
    """A text of megabytes costs no more than its first 1,200 characters."""
    lead = "The harbour was closed on Monday after a ferry lost its anchor. " * 20

    assert infer_language(lead + "Der Hafen blieb geschlossen. " * 100_000) == infer_language(lead)


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=400))
def test_any_text_gets_an_answer(text: str) -> None:
    """Control characters, half surrogates, one letter repeated: an answer, never an error."""
    language, score = infer_language(text)

    assert (language == "") == (score == 0.0)
    assert 0 <= score <= 1


def test_the_language_of_the_provider_is_certain(make_item: MakeItem) -> None:
    """What the provider said is taken as said."""
    item = make_item(language="mk", language_by="said")

    assert list(tag_language(item)) == [Tag(scheme="language", code="mk", score=1.0, by="said")]


def test_an_inferred_language_says_so(make_item: MakeItem) -> None:
    """A reader can tell what we think from what the agency said."""
    (tag,) = tag_language(make_item(language="mk", language_by="language"))

    assert tag.by == "language"
    assert tag.score < 1


def test_without_a_language_there_is_no_tag(make_item: MakeItem) -> None:
    """Nobody knows: no tag rather than a wrong one."""
    assert list(tag_language(make_item())) == []


@pytest.mark.skipif(not SENTENCES.is_dir(), reason="the sentences to measure with are not here")
def test_the_accuracy_is_pinned() -> None:
    """At five sentences: 98 of 100 right in the agencies' languages, Macedonian always."""
    sentences = {k: v for k, v in read_sentences(SENTENCES).items() if k in AGENCIES}

    answers = accuracy(lambda text: infer_language(text)[0], sentences, at_once=5)

    right = [answers[code][code] / answers[code].total() for code in AGENCIES]
    assert sum(right) / len(right) >= 0.98
    assert answers["mk"]["mk"] == answers["mk"].total()
