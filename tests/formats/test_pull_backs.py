"""However an agency takes copy back, it is understood; and no story is taken for a kill."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from schemas.types import Lifecycle, Named
from tests.formats.conftest import ReadOne
from tests.formats.wire_makers import DIALECTS, TEXT

WRONG = ("The report from the port of Example is wrong.",)

HEADLINES = [
    "KILL KILL KILL", "BULLETIN KILL", "MANDATORY KILL", "MANDATORY KILL: Crane falls",
    "MANDATORY KILL, BC-PT--Port-Crane", "KILL - Crane falls", "(KILL) Crane falls",
    "*** KILL *** Crane falls", "KILL ADVISORY", "EDS: DISREGARD", "Please disregard",
    "Please disregard our story headlined Crane falls at port", "EDITORS: Kill BC-Port-Crane",
    "EDS: Please kill the story slugged Port-Crane", "NOTE TO EDITORS: DO NOT USE STORY",
    "WITHDRAWN", "WITHDRAWAL-Crane falls at port", "WITHDRAWN-Crane falls", "ELIMINATION",
    "ANNULATION / ATTENTION - ANNULE", "ATTENTION - ANNULE", "ATTENTION ANNULATION",
    "ANULACIÓN", "ANULADA: Cae una grúa", "ANNULLATA - Cade gru", "ACHTUNG: ZURÜCKGEZOGEN",
    'ACHTUNG - Die Meldung "Kran umgefallen" wird zurückgezogen', "STORNO - Kran umgefallen",
    "Meldung entfällt / bitte nicht verwenden", "VERVALT: Kraan valt om", "UTGÅR: Kran faller",
    "АННУЛИРОВАНО: Упал кран", "Story killed: Crane falls at port",
]  # fmt: skip
NOTES = [
    "Kill. The story is wrong.", "MANDATORY KILL: the crane did not fall",
    "Please disregard this story.", "EDS: DISREGARD. Sent in error.",
    'The story "Crane falls" is wrong and is withdrawn. There will be no substitute story.',
    "Story withdrawn. No further version will be issued.", "Northwire withdraws the story.",
    "Eliminate the story; it was sent by mistake.", "Bitte diese Meldung nicht verwenden.",
    "ACHTUNG: Die Meldung (Kran umgefallen) wird zurückgezogen.", "Die Meldung entfällt ersatzlos.",
    "Prière de ne pas utiliser cette dépêche.", "Veuillez annuler notre dépêche",
    "Rogamos anulen la noticia", "Queda anulada la noticia titulada Cae una grúa",
    "Si prega di annullare la notizia", "Bericht vervalt, gelieve niet te gebruiken",
    "PLEASE IGNORE OUR ITEM ON THE CRANE", "Story killed - sent in error", "PLS KILL",
    "THE ABOVE STORY SHOULD NOT BE USED", "The item above was sent in error. Please disregard.",
    "Die obige Meldung bitte löschen", "Rückruf der Meldung von 10.15 Uhr", "Meldung gestrichen",
    "Irrtümlich gesendet, bitte nicht beachten", "Dépêche annulée", "Nous annulons notre dépêche",
    "Esta noticia queda anulada", "Se anula la noticia", "ANSA annulla la notizia",
    "Esta notícia foi anulada", "Favor desconsiderar a nota", "Dit bericht is ingetrokken",
    "Nyheten dras tillbaka", "Saken trekkes", "Uutinen mitätöidään", "Depesza anulowana",
    "Сообщение аннулируется", "Просим не использовать сообщение", "Веста се повлекува",
]  # fmt: skip
TEXTS = [
    'The Northwire story headlined "Crane falls at the port of Example", which moved at 1015 GMT, '
    "is wrong and has been withdrawn. No substitute story will be issued.",
    "Please kill the story slugged BC-Port-Crane sent at 1015 GMT.",
    'Die Meldung "Kran umgefallen" von 10.15 Uhr wird zurückgezogen.',
    "Der Text wird zurückgezogen, bitte nicht mehr verwenden.",
    'La dépêche intitulée "Une grue tombe" est annulée.',
    'La noticia titulada "Cae una grúa", transmitida a las 10:15 GMT, queda anulada.',
    "Please do not use the item on the crane sent earlier.",
    "The item above was sent in error. Please disregard.",
    "Irrtümlich gesendet, bitte nicht beachten",
    "Esta noticia queda anulada.",
    "Dépêche annulée.",
    "Dit bericht is ingetrokken",
    "Please kill PORT-CRANE. A corrected version will follow.",
    "EDITORS: Kill PORT-CRANE.",
]
STORIES = [
    "Army withdraws from the city", "Bomb kills 12 in market", "KILL BILL RETURNS TO CINEMAS",
    "Police: please ignore hoax reports", "Report withdrawn by ministry",
    "Minister withdraws report on fishing", "Bericht über Korruption zurückgezogen",
    "Regierung zieht Gesetz zurück", "Annulation du sommet de Paris",
    "Anulada la boda del príncipe", "Rückruf: Bitte Babynahrung nicht verwenden",
    "ACHTUNG: Hersteller hat Produkt zurückgezogen", "Please hold the line: call centres grow",
    "Storm kills two, story of survivors", "Veuillez ignorer les rumeurs, dit le ministre",
    "Party withdraws candidate; no replacement", "HOLD ON TO YOUR HATS: STORM COMES",
    "HOLD-UP AT BANK IN PORTMERE", "KILL-OFF OF BEES FEARED IN PORTMERE",
    "Disregard for law grows, judges say", "Elimination round: Example United out",
    "WITHDRAWAL: EU AND UK AGREE ON TERMS", "ELIMINATION OF MALARIA IS NEAR, SAYS WHO",
    "Withdrawal from treaty on Friday", "Fake news story about minister retracted by newspaper",
    "Court says report is to be deleted", "Newspaper withdraws its story on minister",
    "Le sommet est annulé, selon une dépêche de la présidence",
    "La noticia fue retirada por el diario", "Kill switch for phones", "Kill: how it began",
    "KILL HIGH-SPEED RAIL PLAN, SENATOR SAYS", "Story killed by editor, reporter says",
    "Please kill HIV-POSITIVE myths, doctors say", "DO NOT USE WATER FROM TAPS, SAYS CITY", "ANNULÉ LE MATCH DE DIMANCHE",
]  # fmt: skip


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_takes_copy_back(read_one: ReadOne, dialect: str, headline: str) -> None:
    item = read_one(DIALECTS[dialect](headline=headline, body=WRONG))
    assert item.lifecycle is Lifecycle.KILL


@pytest.mark.parametrize("dialect", ["ninjs", "ap", "dpa", "g2", "newsml1", "nitf", "7901", "anpa"])
@pytest.mark.parametrize("note", NOTES)
def test_a_note_takes_copy_back(read_one: ReadOne, dialect: str, note: str) -> None:
    """Whether the text is repeated with it or not, as far as a dialect can be without one."""
    written = {"7901": f"({note})", "anpa": f"Eds: {note}"}.get(dialect, note)
    item = read_one(DIALECTS[dialect](note=written))
    assert item.lifecycle is Lifecycle.KILL
    assert item.lifecycle_note
    if dialect not in ("7901", "anpa"):
        assert read_one(DIALECTS[dialect](note=note, body=())).lifecycle is Lifecycle.KILL


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("text", TEXTS)
def test_a_notice_takes_copy_back(read_one: ReadOne, dialect: str, text: str) -> None:
    """Under a headline that says nothing of it."""
    item = read_one(DIALECTS[dialect](headline="Advisory on the port", body=(text,)))
    assert item.lifecycle is Lifecycle.KILL


@pytest.mark.parametrize(
    ("dialect", "given", "lifecycle"),
    [
        ("ap", {"pubstatus": "canceled"}, Lifecycle.KILL),
        ("ap", {"pubstatus": "withheld"}, Lifecycle.WITHHOLD),
        ("ap", {"editorialtypes": ["Kill"]}, Lifecycle.KILL),
        ("ap", {"editorialtypes": ["Elimination"]}, Lifecycle.KILL),
        ("ap", {"editorialtypes": ["Disregard"]}, Lifecycle.KILL),
        ("ap", {"editorialtypes": ["Withhold"]}, Lifecycle.WITHHOLD),
        ("ap", {"slug": "BC-PT--Port-Crane, Kill"}, Lifecycle.KILL),
        ("anpa", {"slug": "BC-PT--Port-Crane, Kill", "body": ("Kill.",)}, Lifecycle.KILL),
        ("ninjs", {"slug": "PORT-CRANE/ (KILL)"}, Lifecycle.KILL),
        ("ninjs", {"slug": "Kill", "body": WRONG}, Lifecycle.KILL),
        ("newsml1", {"slug": "Kill", "body": WRONG}, Lifecycle.KILL),
        ("nitf", {"note": "KILL"}, Lifecycle.KILL),
        ("nitf", {"status": "canceled"}, Lifecycle.KILL),
        ("g2", {"status": "canceled", "body": ()}, Lifecycle.KILL),
        ("g2", {"status": "withheld"}, Lifecycle.WITHHOLD),
        ("newsml1", {"status": "Canceled", "body": ()}, Lifecycle.KILL),
        ("newsml1", {"status": "Withheld"}, Lifecycle.WITHHOLD),
        (
            "ninjs",
            {"headline": "Reuters withdraws story on port", "creditline": "Reuters", "body": WRONG},
            Lifecycle.KILL,
        ),
    ],
)
def test_fields_take_copy_back(
    read_one: ReadOne, dialect: str, given: dict[str, Any], lifecycle: Lifecycle
) -> None:
    assert read_one(DIALECTS[dialect](**given)).lifecycle is lifecycle


@pytest.mark.parametrize("dialect", ["ninjs", "g2", "ap", "nitf", "newsml1"])
@pytest.mark.parametrize(
    "note",
    [
        "WITHHOLD", "MANDATORY WITHHOLD: Crane falls", "Please withhold the story on the crane",
        "Bitte vorerst nicht verwenden", "HOLD: Crane falls", "Please hold the story for now",
        "Ne pas diffuser jusqu'à nouvel ordre",
    ],
)  # fmt: skip
def test_a_note_withholds(read_one: ReadOne, dialect: str, note: str) -> None:
    assert read_one(DIALECTS[dialect](note=note)).lifecycle is Lifecycle.WITHHOLD


@pytest.mark.parametrize("dialect", ["ninjs", "g2", "ap", "nitf", "newsml1"])
@pytest.mark.parametrize(
    "note",
    [
        "KILL LIFTED", "WITHHOLD LIFTED", "Kill rescinded: the story may be used",
        "Please do not use this story before 1800 GMT", "With pictures of the kill.",
        "UPDATES with report withdrawn by ministry",
    ],
)  # fmt: skip
def test_a_note_that_lifts_or_tells_takes_nothing_back(
    read_one: ReadOne, dialect: str, note: str
) -> None:
    lifecycle = read_one(DIALECTS[dialect](note=note, body=TEXT * 3)).lifecycle
    assert lifecycle not in (Lifecycle.KILL, Lifecycle.WITHHOLD)


@pytest.mark.parametrize("dialect", ["ninjs", "g2", "ap", "nitf", "newsml1"])
@pytest.mark.parametrize(
    "note", ["CORRECTS spelling. Please disregard the previous version.", "ANNULE ET REMPLACE"]
)
def test_a_text_that_replaces_another_corrects(read_one: ReadOne, dialect: str, note: str) -> None:
    """What is to be disregarded is the version before."""
    lifecycle = read_one(DIALECTS[dialect](note=note, body=TEXT * 3)).lifecycle
    assert lifecycle is Lifecycle.CORRECTION


@pytest.mark.parametrize("dialect", ["ninjs", "plain", "7901", "newsml1"])
@pytest.mark.parametrize("headline", STORIES)
def test_a_story_is_no_kill(read_one: ReadOne, dialect: str, headline: str) -> None:
    """Nor is a brief of one sentence."""
    kinds = {
        read_one(DIALECTS[dialect](headline=headline)).lifecycle,
        read_one(DIALECTS[dialect](headline="News in brief", body=(f"{headline}.",))).lifecycle,
    }
    assert not kinds & {Lifecycle.KILL, Lifecycle.WITHHOLD}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (TEXTS[0], Named(headline="Crane falls at the port of Example", sent_at="2026-03-03T10:15Z")),
        (TEXTS[1], Named(slugline="BC-Port-Crane", sent_at="2026-03-03T10:15Z")),
        (TEXTS[2], Named(headline="Kran umgefallen", sent_at="2026-03-03T10:15Z")),
        (TEXTS[4], Named(headline="Une grue tombe")),
        (TEXTS[5], Named(headline="Cae una grúa", sent_at="2026-03-03T10:15Z")),
        (
            "Please disregard the item headlined Crane falls at port sent at 1115 CET.",
            Named(headline="Crane falls at port", sent_at="2026-03-03T10:15Z"),
        ),
    ],
)  # fmt: skip
def test_a_notice_names_its_story(read_one: ReadOne, text: str, named: Named) -> None:
    """By headline or slugline, and by the time at which it was sent."""
    item = read_one(DIALECTS["ninjs"](headline="Advisory on the port", body=(text,)))
    assert item.named == (named,)
    assert named.sent_at in (None, datetime(2026, 3, 3, 10, 15, tzinfo=UTC))


def test_a_story_names_none(read_one: ReadOne) -> None:
    assert read_one(DIALECTS["ninjs"](headline='"Crane falls": the film')).named == ()
