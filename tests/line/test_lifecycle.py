"""Through the whole line, in each agency's own dialect: what is killed, and what is held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from pipeline.cleaning.stage import make_cleaner
from pipeline.client.pytest_plugin import RunLine
from pipeline.enriching.stage import make_enrich_stage
from pipeline.outcome import Keep
from pipeline.tagging.stage import make_tag_stage
from schemas.types import Lifecycle, Tag
from schemas.wire import WireItem
from tests.conftest import RECEIVED_AT
from tests.formats.wire_makers import DIALECTS, HEAD, TEXT

STORY = {name: make() for name, make in DIALECTS.items()}
SAID = "The report from the port is wrong."

# Notices under ids of their own; how they name the story is their dialect's way.
NOTICES: list[tuple[str, bytes]] = [
    ("7901", DIALECTS["7901"](number=99, headline="KILL", body=(f"Kill: {SAID}",))),
    ("7901", DIALECTS["7901"](number=99, reference="zu 0045", headline="KILL", body=(SAID,))),
    (
        "7901",
        DIALECTS["7901"](
            number=99, slug="Achtung/", headline="Achtung",
            body=("Die Meldung nwr 0045 wird zurückgezogen, bitte nicht verwenden.",),
        ),
    ),
    (
        "7901",
        DIALECTS["7901"](
            number=99, slug="Achtung/", headline="Achtung",
            body=(f'Die Meldung "{HEAD}" von 12.00 Uhr wird zurückgezogen.',),
        ),
    ),
    (
        "g2",
        DIALECTS["g2"](
            guid="advisory-7", headline="WITHDRAWAL: port story",
            body=(f'The story "{HEAD}" is wrong and is withdrawn. No substitute will be issued.',),
        ),
    ),
    (
        "ninjs",
        DIALECTS["ninjs"](
            guid="advisory-7", headline="EDS: DISREGARD",
            body=(f"Please disregard the story headlined {HEAD} sent at 1200 GMT.",),
        ),
    ),
    (
        "newsml1",
        DIALECTS["newsml1"](guid="advisory-7", headline=HEAD, note="ATTENTION - ANNULE", body=(SAID,)),
    ),
    (
        "ap",
        DIALECTS["ap"](
            guid="advisory-7", headline="MANDATORY KILL", slug="BC-PT--Port-Crane, Kill",
            body=("Kill BC-PT--Port-Crane, sent at 1200 GMT. The crane did not fall.",),
        ),
    ),
    ("anpa", DIALECTS["anpa"](slug="BC-PT--Port-Crane, KILL", headline="KILL", body=(SAID,))),
    ("mail", DIALECTS["mail"](headline=f"KILL: {HEAD}", body=(SAID,)).replace(b"port-1@", b"k-1@")),
    ("plain", DIALECTS["plain"](headline=f"MANDATORY KILL: {HEAD}", body=(SAID,))),
    ("plain", DIALECTS["plain"](headline="KILL", body=(f'The story "{HEAD}" is withdrawn.',))),
]  # fmt: skip


@pytest.mark.parametrize(("dialect", "notice"), NOTICES)
async def test_a_notice_kills_its_story(wire_line: RunLine, dialect: str, notice: bytes) -> None:
    """Whatever it names it by."""
    ran = await wire_line([STORY[dialect], notice])

    first, *gone = ran.articles
    assert first.headline == HEAD
    assert {article.status for article in gone} == {"canceled"}
    (killed,) = (article for article in gone if article.article_id == first.article_id)
    assert killed.headline == HEAD
    assert killed.killed is not None
    assert killed.killed.reason not in ("", "Achtung", "Advisory")


@pytest.mark.parametrize(("dialect", "notice"), NOTICES)
async def test_a_notice_that_comes_first_kills_on_arrival(
    wire_line: RunLine, dialect: str, notice: bytes
) -> None:
    ran = await wire_line([notice, STORY[dialect]])

    assert "usable" not in [article.status for article in ran.articles]
    assert "killed" in [dropped.reason for dropped in ran.dropped]


AFP = """<NewsML Version="1.2"><NewsEnvelope/><NewsItem><Identification><NewsIdentifier>
<ProviderId>afp.com</ProviderId><DateId>20260303</DateId><NewsItemId>TX-PAR-{id}</NewsItemId>
<RevisionId PreviousRevision="0" Update="N">1</RevisionId></NewsIdentifier>
<NameLabel>Portugal-port</NameLabel></Identification><NewsManagement>
<NewsItemType FormalName="News"/><FirstCreated>20260303T{time}Z</FirstCreated>
<ThisRevisionCreated>20260303T{time}Z</ThisRevisionCreated><Status FormalName="Usable"/>
<Urgency FormalName="4"/></NewsManagement><NewsComponent><NewsLines>
<HeadLine>Une grue tombe dans le port d'Exemple</HeadLine>{second}</NewsLines>
<ContentItem><DataContent><p>{text}</p></DataContent></ContentItem></NewsComponent></NewsItem>
</NewsML>"""
DEPECHE = "LISBONNE, 3 mars 2026 (AFP) - Une grue est tombée mardi dans le port, selon la mairie."


@pytest.mark.parametrize(
    "second",
    [
        "<HeadLine>ATTENTION - ANNULE</HeadLine>",
        "<SubHeadLine>ATTENTION - ANNULE</SubHeadLine>",
        '<NewsLine><NewsLineType FormalName="AdvisoryLine"/><NewsLineText>ATTENTION - ANNULE'
        "</NewsLineText></NewsLine>",
    ],
)
async def test_afp_annuls_in_a_second_headline(wire_line: RunLine, second: str) -> None:
    """Under a new id, and with the text that must not be used."""
    story = AFP.format(id="A1", time="100000", second="", text=DEPECHE).encode()
    annuls = AFP.format(id="B2", time="103000", second=second, text=DEPECHE).encode()
    ran = await wire_line([story, annuls])

    first, *gone = ran.articles
    assert {article.status for article in gone} == {"canceled"}
    assert first.article_id in {article.article_id for article in gone}
    assert not any("grue est" in article.model_dump_json() for article in gone)


def _raises(item: WireItem) -> WireItem:
    raise ValueError("a step that is broken")


def _raises_tags(item: WireItem) -> Iterator[Tag]:
    raise ValueError("a tagger that is broken")


@pytest.mark.parametrize("lifecycle", [Lifecycle.KILL, Lifecycle.WITHHOLD])
def test_no_broken_step_keeps_a_kill_from_its_story(lifecycle: Lifecycle) -> None:
    """Quarantined, it would leave its story in print."""
    kill = WireItem.model_validate(
        {
            "item_id": "a/b", "source": "a", "guid": "b", "raw_digest": "0", "format": "x",
            "origin": {"topic": "wire.raw", "partition": 0, "offset": 1},
            "received_at": RECEIVED_AT, "lifecycle": lifecycle, "headline": "KILL",
        }
    )  # fmt: skip
    cleaned = make_cleaner([_raises])(kill)
    assert "raised ValueError" in cleaned.remarks[0]
    assert make_tag_stage([_raises_tags])(cleaned) == (Keep(cleaned),)
    assert make_enrich_stage([_raises])(cleaned) == (Keep(cleaned),)
    with pytest.raises(ValueError, match="broken"):
        make_cleaner([_raises])(kill.model_copy(update={"lifecycle": Lifecycle.NEW}))


LONG_AGO = datetime(2026, 3, 1, tzinfo=UTC)
FAR = "2999-03-03T18:00:00Z"


@pytest.mark.parametrize(
    ("dialect", "held", "free"),
    [
        ("ninjs", {"pubstatus": "embargoed"}, {}),
        ("ninjs", {"embargoed": FAR}, {}),
        ("ninjs", {"note": "HOLD FOR RELEASE"}, {"note": "EMBARGO LIFTED"}),
        ("ap", {"pubstatus": "embargoed"}, {}),
        ("dpa", {"embargoed": FAR}, {}),
        ("g2", {"meta": f"<embargoed>{FAR}</embargoed>"}, {}),
        ("g2", {"status": "embargoed"}, {}),
        ("newsml1", {"status": "Embargoed"}, {}),
        ("nitf", {"status": "embargoed"}, {}),
        ("plain", {"note": "HOLD FOR RELEASE"}, {}),
        ("7901", {"note": "(SPERRFRIST)"}, {"note": "(Sperrfrist aufgehoben)"}),
    ],
)  # fmt: skip
async def test_an_embargo_lifted_under_the_same_version_and_time_releases_the_item(
    wire_line: RunLine, dialect: str, held: dict[str, str], free: dict[str, str]
) -> None:
    """Its agency says expressly that it may be used."""
    make = DIALECTS[dialect]
    waiting = await wire_line([make(**held)])
    assert (waiting.articles, len(waiting.held)) == ([], 1)

    ran = await wire_line([make(**held), make(**free)])
    (article,) = ran.articles
    assert (article.headline, article.embargoed_until) == (HEAD, None)
    assert ran.duplicates == []


@pytest.mark.parametrize("dialect", ["ninjs", "ap", "dpa", "g2", "newsml1", "nitf"])
async def test_nothing_of_a_held_item_is_told(wire_line: RunLine, dialect: str) -> None:
    """Not by what is dropped after it, nor by what is said of a copy that came without embargo."""
    make = DIALECTS[dialect]
    note = "EMBARGOED UNTIL 0001 GMT JANUARY 1 2999"
    copy = DIALECTS["mail"](body=TEXT)
    english = {"language": "en"} if dialect == "dpa" else {}
    ran = await wire_line([make(note=note, **english), make(note=note, version=2, **english), copy])

    told = [*ran.articles, *ran.dropped, *ran.duplicates]
    assert len(ran.held) >= 1
    assert not any("harbour master" in one.model_dump_json() for one in told)
    assert not any(HEAD in one.model_dump_json() for one in told)


async def test_a_kill_while_held_ends_it(wire_line: RunLine) -> None:
    make = DIALECTS["ninjs"]
    ran = await wire_line([make(embargoed=FAR), make(version=2, pubstatus="canceled", body=())])

    (gone,) = ran.articles
    assert gone.status == "canceled"
    assert gone.text == ""
    assert [dropped.reason for dropped in ran.dropped] == ["killed"]
    assert TEXT[0]
