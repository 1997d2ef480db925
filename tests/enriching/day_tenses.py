"""Invented sentences whose tense tells the day: in which week a Friday is.

All are written on Thursday, 5 March 2026. Of 40 written after the rules 31 came out as expected
when they were new, 38 with what was learnt from them; two are not among these: "from 10 p.m. Friday
to 5 a.m. Monday", where nothing near tells the tense, and the German date "1.7.".
"""

from __future__ import annotations

from typing import Final

__all__ = ["TENSES"]

TENSES: Final[list[tuple[str, str, list[tuple[str, str]]]]] = [
    (
        "Rescuers had pulled 40 people from the rubble by late Sunday.",
        "en",
        [("Sunday", "2026-03-01")],
    ),
    ("The union gave the company until Monday to respond.", "en", [("Monday", "2026-03-09")]),
    (
        "Parliament is to vote on the bill on Tuesday and the Senate a day later.",
        "en",
        [("Tuesday", "2026-03-10")],
    ),
    ("The vote on Tuesday was postponed.", "en", [("Tuesday", "2026-03-03")]),
    (
        "Police want to question a man seen near the bank on Wednesday.",
        "en",
        [("Wednesday", "2026-03-04")],
    ),
    (
        "Sunday's match against Leeds will be played behind closed doors.",
        "en",
        [("Sunday", "2026-03-08")],
    ),
    (
        "Oil rose on Thursday, after falling 2% on Wednesday.",
        "en",
        [("Thursday", "2026-03-05"), ("Wednesday", "2026-03-04")],
    ),
    (
        "The ruling comes a day before the summit opens in Rome on Friday.",
        "en",
        [("Friday", "2026-03-06")],
    ),
    (
        "Inflation slowed to 2.1% in January from 2.4% in December.",
        "en",
        [("January", "2026-01-01/2026-01-31"), ("December", "2025-12-01/2025-12-31")],
    ),
    (
        "The company expects to open the plant in November.",
        "en",
        [("November", "2026-11-01/2026-11-30")],
    ),
    (
        "The last time it snowed here was in April 1998.",
        "en",
        [("April 1998", "1998-04-01/1998-04-30")],
    ),
    (
        "He was jailed in 2015 and released three years later.",
        "en",
        [("2015", "2015-01-01/2015-12-31")],
    ),
    ("The strike begins at midnight on Friday.", "en", [("Friday", "2026-03-06")]),
    (
        "The pair met last month in Oslo and are due to meet again next week.",
        "en",
        [("last month", "2026-02-01/2026-02-28"), ("next week", "2026-03-09/2026-03-15")],
    ),
    ("On Saturday the president flies to Tokyo.", "en", [("Saturday", "2026-03-07")]),
    ("Nearly 200 people were killed in the Dec. 3 attack.", "en", [("Dec. 3", "2025-12-03")]),
    ("Results are due on March 19.", "en", [("March 19", "2026-03-19")]),
    ("The court in March rejected the appeal.", "en", [("March", "2026-03-01/2026-03-31")]),
    ("It was the worst flood since 1953.", "en", [("1953", "1953-01-01/1953-12-31")]),
    ("Applications close on 31 March.", "en", [("31 March", "2026-03-31")]),
    ("The ministers meet again this Friday.", "en", [("this Friday", "2026-03-06")]),
    (
        "Der Streik soll am Montag um 4 Uhr beginnen und bis Mittwoch dauern.",
        "de",
        [("Montag", "2026-03-09"), ("Mittwoch", "2026-03-11")],
    ),
    ("Bei dem Unfall am Dienstag kam ein Mann ums Leben.", "de", [("Dienstag", "2026-03-03")]),
    ("Am Samstag spielt Bremen gegen Köln.", "de", [("Samstag", "2026-03-07")]),
    ("Das Urteil wird für den 20. März erwartet.", "de", [("20. März", "2026-03-20")]),
    (
        "Die Messe läuft vom 16. bis 20. März.",
        "de",
        [("16. bis 20. März", "2026-03-16/2026-03-20")],
    ),
    (
        "Im Januar waren 2,9 Millionen Menschen arbeitslos.",
        "de",
        [("Januar", "2026-01-01/2026-01-31")],
    ),
    (
        "Die Polizei hatte den Mann am Sonntagabend gestoppt.",
        "de",
        [("Sonntagabend", "2026-03-01")],
    ),
    ("Ende Februar war der Vertrag ausgelaufen.", "de", [("Februar", "2026-02-01/2026-02-28")]),
    ("Le procès s'ouvrira lundi à Paris.", "fr", [("lundi", "2026-03-09")]),
    ("Trois hommes ont été arrêtés mercredi matin.", "fr", [("mercredi", "2026-03-04")]),
    ("Le texte sera examiné à l'Assemblée à partir de mardi.", "fr", [("mardi", "2026-03-10")]),
    ("En janvier, le chômage avait reculé de 1%.", "fr", [("janvier", "2026-01-01/2026-01-31")]),
    ("Il avait été élu le 7 mai 2017.", "fr", [("7 mai 2017", "2017-05-07")]),
    ("El juicio comenzará el martes.", "es", [("martes", "2026-03-10")]),
    ("La policía detuvo el lunes a tres personas.", "es", [("lunes", "2026-03-02")]),
    ("Las elecciones se celebrarán el 24 de mayo.", "es", [("24 de mayo", "2026-05-24")]),
    (
        "En diciembre pasado el banco subió los tipos.",
        "es",
        [("diciembre pasado", "2025-12-01/2025-12-31")],
    ),
    (
        "The fire broke out late Tuesday and was contained by early Wednesday, officials said.",
        "en",
        [("Tuesday", "2026-03-03"), ("Wednesday", "2026-03-04")],
    ),
    (
        "He spent the weekend in Paris and will return tomorrow morning.",
        "en",
        [("weekend", "2026-02-28/2026-03-01"), ("tomorrow", "2026-03-06")],
    ),
    (
        "By Friday evening some 300 people had been rescued, up from 120 on Thursday.",
        "en",
        [("Friday", "2026-02-27"), ("Thursday", "2026-03-05")],
    ),
    ("In der Nacht zum Freitag brannte eine Lagerhalle.", "de", [("Freitag", "2026-02-27")]),
    (
        "L'accord conclu fin février sera signé lundi prochain.",
        "fr",
        [("février", "2026-02-01/2026-02-28"), ("lundi prochain", "2026-03-09")],
    ),
    (
        "This Wednesday the minister emphasized that talks go on.",
        "en",
        [("This Wednesday", "2026-03-04")],
    ),
    ("La ministra lo confirmó este miércoles.", "es", [("este miércoles", "2026-03-04")]),
]
