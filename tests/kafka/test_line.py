"""The whole line on a real Apache Kafka, exactly once, with the settings of docker-compose.yml."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.app import build_app
from pipeline.client.account import take_account
from pipeline.client.pytest_plugin import RunLine, collect, until_all_ended
from pipeline.outside.demo import demo_day, feed_day, raw_items
from pipeline.outside.feeding import feeder, raw_record
from pipeline.outside.topics import create_topics
from pipeline.plan import load_plan
from pipeline.settings import Settings
from tests.kafka.broker import ApacheKafka

pytestmark = [pytest.mark.kafka]


async def test_the_day_gives_the_same_articles_as_in_process(
    kafka: ApacheKafka, wire_line: RunLine, tmp_path: Path
) -> None:
    """One partition a topic keeps the day's order; then the bytes are the same, too."""
    settings = Settings(broker=kafka.address, data=tmp_path, partitions=1)
    assert settings.promise == "exactly_once"
    in_process = await wire_line(list(raw_items(demo_day())))
    await create_topics(settings)
    await feed_day(settings, demo_day())
    app = build_app(settings, load_plan())
    await app.start()
    try:
        await until_all_ended(settings, len(demo_day()))
    finally:
        await app.stop()
    on_kafka = await collect(settings)
    assert on_kafka.article_bytes == in_process.article_bytes
    account = await take_account(settings)
    assert account.adds_up
    assert account.repeated == 0


STORY = """Id: crane-1
Language: en

Crane falls at the port of Example

LISBON (Northwire) - A crane fell at the port of Example on Tuesday and blocked the quay for hours.

Nobody was hurt, the harbour master said. The quay was to be cleared by the evening."""

KILL = """Id: notice-{language}
Language: {language}

MANDATORY KILL

The Northwire story headlined "Crane falls at the port of Example", which moved at 1015 GMT, is
wrong and has been withdrawn. No substitute story will be issued."""


async def test_a_kill_in_another_language_finds_its_story_on_another_partition(
    kafka: ApacheKafka, tmp_path: Path
) -> None:
    """By its headline alone; and the account adds up, though each partition was told."""
    settings = Settings(broker=kafka.address, data=tmp_path, partitions=3)
    await create_topics(settings)
    app = build_app(settings, load_plan())
    await app.start()
    try:
        for fed, text in enumerate(
            [STORY, *(KILL.format(language=language) for language in ("pt", "pl", "ja"))]
        ):
            at = datetime(2026, 3, 3, 12 + fed, tzinfo=UTC)
            async with feeder(settings) as sending:
                name = text.partition("\n")[0]
                await sending.feed(
                    *raw_record(text.encode(), source="northwire", received_at=at, name=name)
                )
            await until_all_ended(settings, fed + 1)
    finally:
        await app.stop()

    account = await take_account(settings)
    killed = [a for a in (await collect(settings)).articles if a.status == "canceled"]
    assert "crane-1" in {article.guid for article in killed}
    assert (account.adds_up, account.repeated, account.under_way) == (True, 0, 0)
