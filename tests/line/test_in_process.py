"""The whole line in process: what a replay in somebody's tests relies on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from pipeline import outcome
from pipeline.client.pytest_plugin import RunLine
from pipeline.dry_run import DryRun
from pipeline.plan import load_plan
from pipeline.stages import build_stages
from schemas.raw import RawItem
from schemas.wire import WireItem
from tests.formats.test_reading import WEB_PAGE

STORY = (
    WEB_PAGE
    + "\n"
    + "\n\n".join(
        f"Paragraph {word} tells of the {word} crane, of its {word} owner and of what the harbour "
        f"master thinks about both of them. The {word} inquiry begins in the spring, she said."
        for word in "red green blue white black yellow orange violet golden silver".split()
    )
)


async def test_a_text_goes_through_once(wire_line: RunLine) -> None:
    """A re-send and another agency's rewritten copy are duplicates, with their reason."""
    copy = (
        STORY.replace("Northwire/Alpenpress", "Delta")
        .replace(
            "The red inquiry begins in the spring, she said.", "In spring they will look into it."
        )
        .replace(
            "The blue inquiry begins in the spring, she said.", "Nobody in the town knows when."
        )
    )
    ran = await wire_line([STORY.encode(), STORY.encode(), copy.encode()])

    assert len(ran.articles) == 1
    assert [d.kind for d in ran.duplicates] == ["exact", "rewrite"]
    assert "2 of " in ran.duplicates[1].explanation


async def test_the_same_items_give_the_same_bytes(wire_line: RunLine) -> None:
    items = [STORY.encode(), b"noise\x00\xff" * 99, STORY.replace("cranes", "boats").encode()]
    assert (await wire_line(items)).article_bytes == (await wire_line(items)).article_bytes


async def test_a_subclass_of_noise_costs_only_itself(wire_line: RunLine) -> None:
    ran = await wire_line([b"", b"\x00" * 1000, b"[" * 100_000, STORY.encode(), b"\xff\xfe\xfd"])
    assert len(ran.articles) == 1
    assert len(ran.quarantined) == 4


def test_an_item_that_makes_a_stage_raise_is_quarantined(
    make_raw: Callable[..., RawItem],
) -> None:
    """Its bytes are kept, the reason says what happened where, and the next item goes on."""
    stages = build_stages(load_plan(), lambda: None)  # type: ignore[arg-type, return-value]

    def stumbles(item: WireItem) -> Any:
        if "two cranes" in item.text:
            raise ZeroDivisionError("no crane")
        return (outcome.Keep(item),)

    stages = type(stages)(
        stages.clean, stages.new_dedupe, stumbles, stages.enrich, stages.new_ledger
    )
    raws: Iterable[RawItem] = [make_raw(WEB_PAGE), make_raw("Rain\n\nVIENNA (Delta) - It rained.")]
    bad, good = DryRun(stages).feed(raws)

    assert (bad.fate, bad.stage) == (outcome.Fate.QUARANTINED, "tag")
    assert "ZeroDivisionError" in bad.note
    assert "stumbles" in bad.note
    assert good.article is not None


@pytest.mark.parametrize("first", [0, 1])
async def test_a_kill_may_come_before_its_target(wire_line: RunLine, first: int) -> None:
    target = b"Id: h\nDate: 2026-03-03T10:00:00Z\n\nFire\n\nVIENNA (Delta) - It burns."
    kill = b"Id: k\nKills: h\nDate: 2026-03-03T11:00:00Z\n\nKILL: Fire\n\nNot so."
    ran = await wire_line([target, kill][:: -1 if first else 1])

    assert ran.articles[-1].status == "canceled"
    assert ran.articles[-1].item_id == "local/h"
    assert [a.status for a in ran.articles].count("usable") == (0 if first else 1)
    assert ran.articles[-1].text == ""
