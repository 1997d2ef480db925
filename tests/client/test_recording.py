"""A recording comes back bit for bit."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from pipeline.client.recording import BadRecording, read_recording, record_topic
from pipeline.outside.feeding import feeder
from pipeline.settings import Settings
from tests.engine.conftest import admin, broker, create  # noqa: F401  (fixtures)

RECORDS = [
    (b"k1", "caf\u00e9 \u201cquoted\u201d".encode(), [("a", b"1"), ("b", b"\xff")], 1_000),
    (b"\xfe", b"\x00\xff\x00", [], 2_000),
    (None, b"", [], 3_000),
]


@pytest.mark.broker
async def test_what_is_recorded_is_what_lay_on_the_topic(
    broker: Settings,  # noqa: F811
    admin: AIOKafkaAdminClient,  # noqa: F811
    tmp_path: Path,
) -> None:
    await create(admin, "rec", partitions=1)
    async with feeder(broker) as sending:
        for key, value, headers, at in RECORDS:
            await sending.feed(key, value, headers, topic="rec", timestamp_ms=at)

    count = await record_topic(broker, "rec", tmp_path / "rec.jsonl")
    topic, recorded = read_recording(tmp_path / "rec.jsonl")

    assert (topic, count) == ("rec", 3)
    assert [(r.key, r.value, r.headers, r.timestamp_ms) for r in recorded] == RECORDS


@pytest.mark.parametrize("text", ["", "{}\n", "not json\n", '{"dateline_recording": 99}\n'])
def test_another_file_is_no_recording(tmp_path: Path, text: str) -> None:
    (tmp_path / "x").write_text(text)
    with pytest.raises(BadRecording):
        read_recording(tmp_path / "x")


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "x").write_text('{"dateline_recording": 1, "topic": "t"}\n{"key": null}\n')
    _, records = read_recording(tmp_path / "x")
    with pytest.raises(BadRecording, match="line 2"):
        list(records)
