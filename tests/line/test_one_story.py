"""Through the whole line: a copy, its original, and the kill that has to reach both."""

from __future__ import annotations

import random
from typing import Any

import orjson

from pipeline.client.pytest_plugin import RunLine
from tests.invented import story_text

TEXT = story_text(random.Random(3), 250)


def ninjs(guid: str, minute: int, credit: str, **fields: Any) -> bytes:
    """Return an item of a wire that carries several agencies."""
    paragraphs = "".join(f"<p>{p}</p>" for p in TEXT.split("\n\n"))
    given = {
        "uri": guid,
        "type": "text",
        "version": "1",
        "versioncreated": f"2026-03-03T10:{minute:02}:00Z",
        "pubstatus": "usable",
        "language": "en",
        "headline": f"Storm over Portmere, says {credit}",
        "byline": "",
        "copyrightholder": credit,
        "creditline": credit,
        "body_xhtml": paragraphs,
    }
    return orjson.dumps({**given, **fields})


ORIGINAL = ninjs("urn:newsml:northwire.example:20260303:storm", 5, "Northwire")
COPY = ninjs("urn:newsml:delta.example:20260303:x1", 1, "Northwire/Delta")
LATE = ninjs("urn:newsml:litoral.example:20260303:y1", 30, "Litoral")
KILL = ninjs(
    "urn:newsml:northwire.example:20260303:storm",
    20,
    "Northwire",
    version="2",
    pubstatus="canceled",
    headline="",
    body_xhtml="",
    ednote="Northwire withdraws the story.",
)


async def test_a_kill_reaches_the_copy_that_was_published(wire_line: RunLine) -> None:
    """Delta's copy came first and stands; the original was its duplicate; both are gone now."""
    ran = await wire_line([COPY, ORIGINAL, KILL, LATE])

    first, *gone = ran.articles
    assert (first.status, first.credit) == ("usable", "Northwire/Delta")
    assert [duplicate.kind for duplicate in ran.duplicates] == ["exact"]
    assert {article.status for article in gone} == {"canceled"}
    assert {article.article_id for article in gone} >= {first.article_id}
    copies = [copy.item_id for article in gone if article.killed for copy in article.killed.copies]
    assert first.item_id in copies


async def test_nothing_of_a_killed_story_is_in_what_follows(wire_line: RunLine) -> None:
    """Neither in the kill nor in what is said of a copy that comes too late."""
    ran = await wire_line([ORIGINAL, KILL, LATE])
    words = TEXT.split(". ")[0]

    assert [article.status for article in ran.articles] == ["usable", "canceled"]
    assert [dropped.reason for dropped in ran.dropped] == ["killed"]
    after = [ran.articles[1], *ran.dropped, *ran.duplicates]
    assert not any(words in told.model_dump_json() for told in after)
    assert "Storm" not in ran.dropped[0].model_dump_json()


async def test_the_article_says_who_else_carried_it(wire_line: RunLine) -> None:
    update = ninjs(
        "urn:newsml:northwire.example:20260303:storm", 40, "Northwire", version="3",
        headline="Storm over Portmere abates",
    )  # fmt: skip
    ran = await wire_line([ORIGINAL, LATE, update])

    first, second = ran.articles
    assert first.carried_by == ()
    assert [carrier.credit for carrier in second.carried_by] == ["Litoral"]
    assert second.change.headline_changed


async def test_on_a_broker_it_is_the_same(wire_line: RunLine, wire_line_on_broker: RunLine) -> None:
    raw = [COPY, ORIGINAL, KILL, LATE]
    in_process, on_broker = await wire_line(raw), await wire_line_on_broker(raw)

    assert in_process.article_bytes == on_broker.article_bytes
    assert in_process.dropped == on_broker.dropped
