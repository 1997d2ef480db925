"""In process and on the embedded broker: the same raw items, the same articles, byte for byte."""

from __future__ import annotations

import pytest

from pipeline.client.pytest_plugin import RunLine
from pipeline.outside.demo import demo_day, raw_items

pytestmark = pytest.mark.broker


async def test_the_day_gives_the_same_bytes_in_both(
    wire_line: RunLine, wire_line_on_broker: RunLine
) -> None:
    day = list(raw_items(demo_day()))
    in_process, on_broker = await wire_line(day), await wire_line_on_broker(day)

    assert len(in_process.articles) > 50
    assert in_process.article_bytes == on_broker.article_bytes
    assert in_process.duplicates == on_broker.duplicates
    assert in_process.dropped == on_broker.dropped
    assert in_process.held == on_broker.held
    assert sorted(in_process.quarantined) == sorted(on_broker.quarantined)
