"""A decision looks at what differs: copies in other words, forms filled in anew, follow-ups."""

from __future__ import annotations

import random

import pytest

from pipeline.dedup.fingerprint import Fingerprint, fingerprint
from pipeline.dedup.judging import THRESHOLD, Circumstances, judge
from pipeline.dedup.nearness import Comparison, Nearness
from schemas.types import Block


def is_copy(near: Nearness | None, threshold: float = THRESHOLD) -> bool:
    """Say whether another agency's text, an hour later, is a copy of an earlier one."""
    given = Circumstances(
        same_agency=False,
        seconds_later=3600,
        same_headline=0,
        headline_figure=False,
        is_short=False,
    )
    verdict = None if near is None else judge(near, given, threshold)
    return verdict is not None and verdict.kind == "rewrite"


FORMS = {
    "en": (
        "Shares in {a} closed at {1} on Tuesday, a rise of {2} percent on the day. Turnover on "
        "the exchange of {b} reached {3} million, traders there said after the session. Analysts "
        "expect the company to report a quarterly profit of {4} million when it publishes its "
        "figures on the {5}th. The benchmark index of the exchange gained {6} points to {7}."
    ),
    "de": (
        "Der Wetterdienst in {a} erwartet am Mittwoch Temperaturen von {1} bis {2} Grad und in den "
        "höheren Lagen Regen mit Mengen von {3} Litern. In der Nacht sinken die Werte auf {4} "
        "Grad, während der Wind an der Küste Geschwindigkeiten von {5} Kilometern erreicht. Für "
        "{b} sagen die Meteorologen am Wochenende {6} Stunden Sonne und höchstens {7} Grad voraus."
    ),
    "ru": (
        "Курс доллара в городе {a} вырос во вторник до {1} рубля, сообщила биржа после закрытия "
        "торгов. Объём торгов составил {2} миллионов, а евро поднялся до {3} рубля. Аналитики "
        "банка {b} ожидают, что к концу месяца стоимость валюты достигнет {4} рублей, а цена "
        "барреля нефти составит {5} доллара при индексе {6} пунктов и доходности {7} процентов."
    ),
    "zh": (
        "{a}气象台星期二发布消息说，预计今天白天最高气温{1}度，夜间最低气温{2}度，降水量将达到{3}毫米。"
        "沿海地区风力可达每小时{4}公里，请市民注意防范。{b}交通部门表示，受天气影响，当天共有{5}个航班"
        "取消，{6}个航班延误，机场方面已经为滞留旅客安排住宿。预计星期三气温将回升到{7}度。"
    ),
    "ar": (
        "أعلنت هيئة الأرصاد في مدينة {a} أن درجات الحرارة ستبلغ يوم الثلاثاء {1} درجة نهارا وتنخفض إلى "
        "{2} درجة ليلا مع هطول أمطار تصل كميتها إلى {3} مليمترا. وأضافت الهيئة أن سرعة الرياح على الساحل "
        "ستبلغ {4} كيلومترا في الساعة. وقالت سلطات المطار في {b} إنها ألغت {5} رحلة وأخرت {6} رحلات "
        "بسبب الأحوال الجوية المتوقعة، مشيرة إلى وصول {7} مسافرا."
    ),
}
NAMES = {
    "en": ("Delta", "Northport", "Alpen", "Westhaven"),
    "de": ("Seestadt", "Bergheim", "Altdorf", "Neumark"),
    "ru": ("Приозёрск", "Альфа", "Заречный", "Омега"),
    "zh": ("湖城", "东港", "山口", "西岸"),
    "ar": ("البحيرة", "الشرقية", "الجبل", "الغربية"),
}


def filled(language: str, seed: int, other_names: bool = False) -> str:
    rng = random.Random(seed)
    first = 2 if other_names else 0
    figures = [str(rng.randrange(100, 1000)) for _ in range(7)]
    names = NAMES[language]
    return FORMS[language].format("", *figures, a=names[first], b=names[first + 1])


def prints(text: str) -> Fingerprint:
    made = fingerprint("", [Block(text=part) for part in text.split("\n") if part])
    assert made.is_comparable
    return made


def near(text: str, earlier: str) -> Nearness:
    compared = Comparison(prints(text)).nearness(prints(earlier).remembered)
    assert compared is not None
    return compared


def words(seed: int, count: int) -> str:
    """Return invented prose; no two seeds share a phrase."""
    rng = random.Random(seed)
    syllables = "bra cel dor fim gan hul jor kef lam nur pos rit sev tam vol wex zan".split()
    said = ["".join(rng.choices(syllables, k=rng.randint(2, 4))) for _ in range(count)]
    ended = [word + "." if n % 11 == 10 else word for n, word in enumerate(said)]
    return " ".join(ended)


@pytest.mark.parametrize("language", FORMS)
@pytest.mark.parametrize("other_names", [False, True], ids=["figures", "figures and names"])
def test_a_form_filled_in_anew_is_another_story(language: str, other_names: bool) -> None:
    """Weather, markets: the same sentences on two days, and what counts is what differs."""
    assert not is_copy(near(filled(language, 2, other_names), filled(language, 1)))


@pytest.mark.parametrize("language", FORMS)
def test_the_same_form_with_the_same_figures_is_a_copy(language: str) -> None:
    """A quarter more does not hide it."""
    text = filled(language, 1)
    assert is_copy(near(text + text[: len(text) // 4], text))


def test_a_form_filled_in_with_other_names_is_another_story() -> None:
    """Appointments: no figure tells them apart."""
    form = (
        "The board of {0} has appointed {1} as managing director, the company said in a statement. "
        "The new director follows {2}, who leaves the company at his own request after many years. "
        "Before that {1} was responsible for the business of {3} in several countries of the region. "
        "The chairman of {0} thanked the departing director for the success of recent years and said "
        "that shareholders could expect continuity in the strategy and in the dividend policy."
    )
    one = form.format("Northport", "Jana Moresco", "Emil Tarvo", "Westhaven")
    other = form.format("Altmark", "Ruben Calder", "Signe Holt", "Southbridge")
    assert not is_copy(near(one, other))


def test_a_new_toll_in_the_lead_is_news() -> None:
    """One figure of the lead is other, all else is the same."""
    story = "At least {} people died when the ferry sank off Northport, the coast guard said. "
    assert not is_copy(near(story.format(14) + words(1, 250), story.format(12) + words(1, 250)))


TAIL = " The port has {} berths, the harbour of Altmark 31, the one of Westhaven 25 and 17 more."


@pytest.mark.parametrize("other", ["41", "forty"], ids=["in digits", "in words"])
def test_a_figure_further_down_is_another_fact(other: str) -> None:
    """Where all else is the same word for word, it is what the copy was sent for."""
    assert not is_copy(near(words(1, 250) + TAIL.format(other), words(1, 250) + TAIL.format(42)))


def test_a_figure_of_a_copy_that_is_edited_throughout_is_the_desk_s() -> None:
    text = words(1, 250) + TAIL.format(40)
    said = words(1, 250).split()
    said[3::7] = words(2, len(said[3::7])).split()
    compared = near(" ".join(said) + TAIL.format(41), text)
    assert compared.other_figures == 1
    assert is_copy(compared)


def test_a_sentence_in_other_words_is_counted() -> None:
    """The explanation tells how many of how many sentences differ."""
    text = words(1, 240)
    sentences = text.split(". ")
    sentences[3], sentences[9] = "nobody rewrote exactly this before", "another sentence altogether"
    compared = near(". ".join(sentences), text)
    assert is_copy(compared)
    assert (compared.changed_sentences, compared.sentences) == (2, 22)


def test_a_shortened_copy_is_a_copy_and_the_full_story_after_a_brief_is_not() -> None:
    """Cut from the end, a third is left; the other way round most of it is new."""
    long = words(1, 300)
    short = " ".join(long.split()[:100])
    assert is_copy(near(short, long))
    assert not is_copy(near(long, short))


def test_a_follow_up_with_an_old_background_is_news() -> None:
    """Its lead is new, though more than half of it stood in yesterday's story."""
    background = words(1, 170)
    yesterday, today = words(2, 110) + " " + background, words(3, 110) + " " + background
    compared = near(today, yesterday)
    assert compared.likeness > 0.5
    assert not is_copy(compared)


def test_a_new_lead_by_another_desk_is_a_copy() -> None:
    """Two sentences of twenty-four rewritten, even if they are the first two."""
    text = words(1, 264)
    rest = " ".join(text.split()[22:])
    assert is_copy(near(words(2, 22) + " " + rest, text))


def test_paragraphs_in_another_order_are_a_copy() -> None:
    parts = [words(seed, 60) for seed in range(5)]
    assert is_copy(near(" ".join(reversed(parts)), " ".join(parts)))


def test_a_higher_threshold_asks_for_more() -> None:
    text = words(1, 300)
    compared = near(" ".join(text.split()[:200]) + " " + words(2, 100), text)
    assert is_copy(compared)
    assert not is_copy(compared, 0.9)
