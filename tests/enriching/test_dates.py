"""Days that a text speaks of, in the calendar."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.enriching.calendar_words import LANGUAGES
from pipeline.enriching.dates import add_dates, dates_in
from schemas.types import Dateline
from schemas.wire import WireItem

TODAY = date(2026, 3, 5)  # a Thursday
Make = Callable[..., WireItem]


def found(text: str, language: str = "en", today: date = TODAY) -> list[tuple[str, str]]:
    return [
        (text[start:end], first.isoformat() if first == last else f"{first}/{last}")
        for start, end, first, last, _ in dates_in(text, language, today)
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The mayor said on Thursday.", "en", [("Thursday", "2026-03-05")]),
        ("It sank on Tuesday night.", "en", [("Tuesday", "2026-03-03")]),
        ("Parliament will vote on Monday.", "en", [("Monday", "2026-03-09")]),
        ("He was taken to the court on Monday.", "en", [("Monday", "2026-03-02")]),
        ("They met last Friday.", "en", [("last Friday", "2026-02-27")]),
        ("Talks resume next Thursday.", "en", [("next Thursday", "2026-03-12")]),
        ("It began on 17 February.", "en", [("17 February", "2026-02-17")]),
        ("It began on Feb. 17, 2022.", "en", [("Feb. 17, 2022", "2022-02-17")]),
        ("Since December 28 it snows.", "en", [("December 28", "2025-12-28")]),
        ("Sales fell last week.", "en", [("last week", "2026-02-23/2026-03-01")]),
        ("It opens next month.", "en", [("next month", "2026-04-01/2026-04-30")]),
        ("Yesterday it rained.", "en", [("Yesterday", "2026-03-04")]),
        ("Am Dienstag teilte er mit", "de", [("Dienstag", "2026-03-03")]),
        ("Der Rat wird am Montag entscheiden.", "de", [("Montag", "2026-03-09")]),
        ("Seit dem 17. Februar 2022", "de", [("17. Februar 2022", "2022-02-17")]),
        ("In der vergangenen Woche", "de", [("vergangenen Woche", "2026-02-23/2026-03-01")]),
        ("Es soll morgen früh regnen.", "de", [("morgen", "2026-03-06")]),
        ("Il a dit mardi", "fr", [("mardi", "2026-03-03")]),
        ("le 1er mars 2026", "fr", [("1er mars 2026", "2026-03-01")]),
        ("lundi prochain", "fr", [("lundi prochain", "2026-03-09")]),
        ("la semaine dernière", "fr", [("semaine dernière", "2026-02-23/2026-03-01")]),
        ("el 5 de marzo de 2026", "es", [("5 de marzo de 2026", "2026-03-05")]),
        ("dijo el martes", "es", [("martes", "2026-03-03")]),
        ("el mes pasado", "es", [("mes pasado", "2026-02-01/2026-02-28")]),
        ("They may go. 31 February is no day.", "en", []),
        # English
        ("On Monday, parliament will vote.", "en", [("Monday", "2026-03-09")]),
        ("On Monday he said he will resign.", "en", [("Monday", "2026-03-02")]),
        ("He said the vote will take place on Friday.", "en", [("Friday", "2026-03-06")]),
        ("The bill must be paid by Tuesday.", "en", [("Tuesday", "2026-03-10")]),
        ("It has rained since Sunday.", "en", [("Sunday", "2026-03-01")]),
        ("They meet on Thursday, 12 March.", "en", [("Thursday, 12 March", "2026-03-12")]),
        ("It was on Tuesday, Feb. 3, 2026.", "en", [("Tuesday, Feb. 3, 2026", "2026-02-03")]),
        ("Talks resume on Thursday of next week.", "en", [("Thursday of next week", "2026-03-12")]),
        ("He fell this past Sunday.", "en", [("this past Sunday", "2026-03-01")]),
        (
            "The fair runs from Monday to Friday.",
            "en",
            [("Monday to Friday", "2026-03-02/2026-03-06")],
        ),
        (
            "The fair will run from Monday to Friday.",
            "en",
            [("Monday to Friday", "2026-03-09/2026-03-13")],
        ),
        ("It rained between 3 and 5 May.", "en", [("3 and 5 May", "2026-05-03/2026-05-05")]),
        ("The games of May 3-5, 2025", "en", [("May 3-5, 2025", "2025-05-03/2025-05-05")]),
        ("It opened on the 3rd of January.", "en", [("3rd of January", "2026-01-03")]),
        ("The report of 2022-02-17 says so.", "en", [("2022-02-17", "2022-02-17")]),
        ("She left in March.", "en", [("March", "2026-03-01/2026-03-31")]),
        ("She left in September.", "en", [("September", "2025-09-01/2025-09-30")]),
        ("She will leave in September.", "en", [("September", "2026-09-01/2026-09-30")]),
        ("The vote of March 2020 was void.", "en", [("March 2020", "2020-03-01/2020-03-31")]),
        ("In March 12 people died.", "en", [("March", "2026-03-01/2026-03-31")]),
        ("He was born in 1969.", "en", [("1969", "1969-01-01/1969-12-31")]),
        ("They fought from 2014 to 2019.", "en", [("2014 to 2019", "2014-01-01/2019-12-31")]),
        ("Prices rose earlier this year.", "en", [("earlier this year", "2026-01-01/2026-03-05")]),
        ("He will retire later this month.", "en", [("later this month", "2026-03-05/2026-03-31")]),
        ("It began two days ago.", "en", [("two days ago", "2026-03-03")]),
        ("It began 3 weeks ago.", "en", [("3 weeks ago", "2026-02-09/2026-02-15")]),
        ("In the last two weeks 3 died.", "en", [("last two weeks", "2026-02-19/2026-03-05")]),
        ("They won at the weekend.", "en", [("weekend", "2026-02-28/2026-03-01")]),
        ("Sales rose in the third quarter.", "en", [("third quarter", "2025-07-01/2025-09-30")]),
        (
            "in the first quarter of 2024",
            "en",
            [("first quarter of 2024", "2024-01-01/2024-03-31")],
        ),
        ("songs of the 1990s, 2019 of them", "en", []),
        ("The Sunday Times and Sheffield Wednesday on Black Friday", "en", []),
        ("Theresa May and the March on Rome; USA Today wrote", "en", []),
        ("The boat sails on Mondays and every Tuesday.", "en", []),
        ("He ran 2000 metres and paid $2,019 for 2010 shares.", "en", []),
        # German
        ("Er wurde gestern Abend gefunden.", "de", [("gestern", "2026-03-04")]),
        ("Am Morgen und heute Morgen war Ruhe.", "de", [("heute", "2026-03-05")]),
        (
            "Die Wahl findet am Sonntag, den 8. März statt.",
            "de",
            [("Sonntag, den 8. März", "2026-03-08")],
        ),
        ("vom 3. bis 5. Mai", "de", [("3. bis 5. Mai", "2026-05-03/2026-05-05")]),
        ("Vor zwei Tagen brannte es.", "de", [("Vor zwei Tagen", "2026-03-03")]),
        ("Im Jahr 2019 war es so.", "de", [("Jahr 2019", "2019-01-01/2019-12-31")]),
        ("am 17.02.2022", "de", [("17.02.2022", "2022-02-17")]),
        ("Am Wochenende siegte der Verein.", "de", [("Wochenende", "2026-02-28/2026-03-01")]),
        ("Ende April soll es so weit sein.", "de", [("April", "2026-04-01/2026-04-30")]),
        ("Am kommenden Donnerstag tagt der Rat.", "de", [("kommenden Donnerstag", "2026-03-12")]),
        ("in den 1990er Jahren, jeden Montag", "de", []),
        # French
        ("Il est arrivé avant-hier.", "fr", [("avant-hier", "2026-03-03")]),
        ("aujourd'hui à Paris", "fr", [("aujourd'hui", "2026-03-05")]),
        ("Le vote aura lieu jeudi 12 mars.", "fr", [("jeudi 12 mars", "2026-03-12")]),
        ("Le procès doit s'ouvrir lundi.", "fr", [("lundi", "2026-03-09")]),
        ("il y a deux jours", "fr", [("y a deux jours", "2026-03-03")]),
        ("du 3 au 5 mai", "fr", [("3 au 5 mai", "2026-05-03/2026-05-05")]),
        ("La planète Mars brille depuis 2019.", "fr", [("2019", "2019-01-01/2019-12-31")]),
        # Spanish
        ("La reunión será el próximo lunes.", "es", [("próximo lunes", "2026-03-09")]),
        ("el lunes que viene", "es", [("lunes que viene", "2026-03-09")]),
        ("Murió hace dos días.", "es", [("hace dos días", "2026-03-03")]),
        ("del 3 al 5 de mayo", "es", [("3 al 5 de mayo", "2026-05-03/2026-05-05")]),
        (
            "Ayer por la mañana llovió; mañana no.",
            "es",
            [("Ayer", "2026-03-04"), ("mañana", "2026-03-06")],
        ),
        ("este fin de semana", "es", [("este fin de semana", "2026-03-07/2026-03-08")]),
        # Italian, Portuguese, Dutch
        ("Lo ha detto martedì a Roma.", "it", [("martedì", "2026-03-03")]),
        (
            "la settimana scorsa, due giorni fa",
            "it",
            [("settimana scorsa", "2026-02-23/2026-03-01"), ("due giorni fa", "2026-03-03")],
        ),
        ("il 17 febbraio 2022", "it", [("17 febbraio 2022", "2022-02-17")]),
        ("O ministro disse na terça-feira.", "pt", [("terça-feira", "2026-03-03")]),
        (
            "em 17 de fevereiro de 2022, na segunda etapa",
            "pt",
            [("17 de fevereiro de 2022", "2022-02-17")],
        ),
        ("na semana passada", "pt", [("semana passada", "2026-02-23/2026-03-01")]),
        (
            "Hij zei dinsdag dat het 17 februari begon.",
            "nl",
            [("dinsdag", "2026-03-03"), ("17 februari", "2026-02-17")],
        ),
        (
            "twee dagen geleden, vorige week",
            "nl",
            [("twee dagen geleden", "2026-03-03"), ("vorige week", "2026-02-23/2026-03-01")],
        ),
        # Swedish, Danish, Norwegian
        ("Det hände i lördags.", "sv", [("lördags", "2026-02-28")]),
        ("Mötet hålls på måndag.", "sv", [("måndag", "2026-03-09")]),
        ("Han dog i går, den 4 mars.", "sv", [("i går", "2026-03-04"), ("4 mars", "2026-03-04")]),
        (
            "Det skete i går i sidste uge.",
            "da",
            [("i går", "2026-03-04"), ("sidste uge", "2026-02-23/2026-03-01")],
        ),
        ("den 17. februar 2022", "da", [("17. februar 2022", "2022-02-17")]),
        (
            "Politiet sier tirsdag at han døde 17. februar.",
            "nb",
            [("tirsdag", "2026-03-03"), ("17. februar", "2026-02-17")],
        ),
        (
            "for to dager siden, i forrige uke",
            "nb",
            [("to dager siden", "2026-03-03"), ("forrige uke", "2026-02-23/2026-03-01")],
        ),
        # Polish, Russian
        (
            "We wtorek powiedział, że 17 lutego 2022 r.",
            "pl",
            [("wtorek", "2026-03-03"), ("17 lutego 2022", "2022-02-17")],
        ),
        (
            "dwa dni temu, w zeszłym tygodniu",
            "pl",
            [("dwa dni temu", "2026-03-03"), ("zeszłym tygodniu", "2026-02-23/2026-03-01")],
        ),
        (
            "Он сказал во вторник, что 17 февраля",
            "ru",
            [("вторник", "2026-03-03"), ("17 февраля", "2026-02-17")],
        ),
        (
            "два дня назад, в 2019 году, завтра",
            "ru",
            [
                ("два дня назад", "2026-03-03"),
                ("2019 году", "2019-01-01/2019-12-31"),
                ("завтра", "2026-03-06"),
            ],
        ),
    ],
)
def test_days_are_resolved(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, language) == expected


def test_the_dateline_s_day_counts(make_item: Make) -> None:
    """An item that comes days later speaks from the day of its dateline."""
    item = make_item(
        "It sank on Tuesday.", language="en", dateline=Dateline(text="x", on=date(2022, 2, 17))
    )
    (mention,) = add_dates(item).dates
    assert (mention.first, mention.text) == (date(2022, 2, 15), "Tuesday")
    assert mention.span.where == "body:0"


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_any_text_has_days_or_none(text: str, language: str) -> None:
    for start, end, first, last, sure in dates_in(text, language, TODAY):
        assert 0 <= start < end <= len(text)
        assert first <= last
        assert 0 <= sure <= 1


@pytest.mark.parametrize(
    "text", ["1 " * 300_000, "last " * 150_000, "x" * 1_000_000, "May " * 200_000]
)
def test_hostile_text_takes_linear_time(make_item: Make, text: str) -> None:
    started = time.process_time()
    add_dates(make_item(text, language="en"))
    assert time.process_time() - started < 3.0
