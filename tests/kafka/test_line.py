"""The whole line on a real Apache Kafka, exactly once, with the settings of docker-compose.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.app import build_app
from pipeline.client.account import take_account
from pipeline.client.pytest_plugin import RunLine, collect, until_all_ended
from pipeline.outside.demo import demo_day, feed_day, raw_items
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
