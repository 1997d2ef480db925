"""The invented day through the whole line: each item meets the fate that its author wrote down."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.cleaning.words import unaccounted_words
from pipeline.dry_run import DryRun, Passage
from pipeline.outside.demo import demo_day, raw_items
from pipeline.plan import load_plan
from pipeline.stages import build_stages

EVENING = datetime(2026, 3, 3, 23, tzinfo=UTC)


@pytest.fixture(scope="module")
def passages() -> dict[str, list[Passage]]:
    run = DryRun(build_stages(load_plan(), lambda: EVENING))
    found: dict[str, list[Passage]] = {}
    for passage in run.feed(raw_items(demo_day())):
        found.setdefault(passage.raw.name, []).append(passage)
    return found


@pytest.mark.parametrize("file", demo_day(), ids=lambda file: file.name)
def test_each_item_meets_its_fate(passages: dict[str, list[Passage]], file: object) -> None:
    """The manifest was written from the wire's conventions, not from what the line does."""
    name, expected = file.name, file.expected  # type: ignore[attr-defined]  # a DayFile
    met = [(p.fate, p.stage, p.reason.removeprefix("duplicate:")) for p in passages.get(name, [])]
    assert met == [(e["fate"], e["stage"], e["reason"]) for e in expected]
    for passage, entry in zip(passages[name], expected, strict=True):
        if passage.article is not None:
            assert passage.article.revision == entry["revision"]
            assert passage.article.status == entry["status"]


def test_no_item_of_the_day_loses_a_word(passages: dict[str, list[Passage]]) -> None:
    """Words read = words kept + words set aside, in every language of the day."""
    items = [p.item for found in passages.values() for p in found if p.item is not None]
    assert len(items) > 60
    assert [item.item_id for item in items if unaccounted_words(item)] == []
