"""A copy that tells something new is not set aside: a toll, a place, paragraphs of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pipeline.dedup.decision import Dedupe
from pipeline.outcome import Divert, Drop, Keep, Outcome, Reason
from schemas.types import Lifecycle, Reference
from schemas.wire import WireItem
from tests.dedup.test_decision import text_of
from tests.line.desk import LineDesk

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
Make = Callable[..., WireItem]

LEAD = "A ferry sank off the port on a stormy evening and rescuers searched until nightfall.\n\n"
TOLL = "The coastguard said that {} passengers had died and that {} more were missing.\n\n"
CHINESE = (
    "临河县一座煤矿夜间发生瓦斯爆炸,截至中午已造成{}人遇难。县应急管理局说,救援人员正在清理塌方巷道,"
    "通风系统已部分恢复。该煤矿去年曾因安全问题被责令停产整顿,事故原因正在调查之中,煤矿负责人已被控制。"
)
THAI = (
    "เกิดเหตุรถไฟโดยสารชนกับรถบัสนักท่องเที่ยวที่จุดตัดในอำเภอ{}เมื่อเช้าวันจันทร์ ตำรวจกล่าวว่า"
    "รถบัสคันดังกล่าวกำลังพานักท่องเที่ยวไปทะเล คนขับให้การว่าไม่เห็นสัญญาณเตือน "
    "ผู้ว่าราชการจังหวัดกล่าวว่าจะติดตั้งเครื่องกั้นภายในปีนี้"
)


def item(make_item: Make, text: str, guid: str, credit: str, minutes: int, **more: Any) -> WireItem:
    at = NOON + timedelta(minutes=minutes)
    given = {"language": "en", "created_at": at, "versioned_at": at, "received_at": at}
    return make_item(text, guid=guid, credit=credit, **(given | more))


def second(make_item: Make, texts: tuple[str, str], credit: str, **more: Any) -> Outcome[WireItem]:
    dedupe = Dedupe()
    dedupe(item(make_item, texts[0], "a", "Northwire", 0, **more))
    outcome, *_ = dedupe(item(make_item, texts[1], "b", credit, 30, **more))
    return outcome


def tolls(one: str, other: str) -> tuple[str, str]:
    return (
        LEAD + text_of(1, 120) + "\n\n" + TOLL.format(one, "6"),
        LEAD + text_of(1, 120) + "\n\n" + TOLL.format(other, "6"),
    )


@pytest.mark.parametrize("other", ["fourteen", "two", "14", "dozens of"])
def test_a_new_toll_in_the_body_alone_is_a_version(make_item: Make, other: str) -> None:
    """All else is the same word for word."""
    outcome = second(make_item, tolls("twelve", other), "Northwire")

    assert isinstance(outcome, Keep)
    assert outcome.item.references == (Reference(rel="replaces", guid="a"),)
    assert [(link.kind, link.rule) for link in outcome.item.related] == [
        ("update_of", "figures_moved")
    ]


def test_another_agency_s_new_toll_is_related(make_item: Make) -> None:
    outcome = second(make_item, tolls("twelve", "fourteen"), "Delta")

    assert isinstance(outcome, Keep)
    assert outcome.item.references == ()
    assert [link.item_id for link in outcome.item.related] == ["test/a"]


def test_a_toll_in_digits_is_no_new_toll(make_item: Make) -> None:
    assert isinstance(second(make_item, tolls("twelve", "12"), "Delta"), Divert)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("zh", (CHINESE.format("十二"), CHINESE.format("十四"))),
        ("zh", (CHINESE.format("三"), CHINESE.replace("临河", "安丰").format("三"))),
        ("th", (THAI.format("บ้านดอน"), THAI.format("หนองบัว"))),
    ],
    ids=["toll", "place", "Thai place"],
)
@pytest.mark.parametrize("credit", ["Northwire", "Delta"])
def test_scripts_without_blanks_have_tolls_and_places_too(
    make_item: Make, language: str, texts: tuple[str, str], credit: str
) -> None:
    assert isinstance(second(make_item, texts, credit, language=language), Keep)


def test_a_copy_in_chinese_is_a_copy(make_item: Make) -> None:
    text = CHINESE.format("三")
    spaced = text.replace(",", ", ").replace("。", "。\n")
    assert isinstance(second(make_item, (text, spaced), "Delta", language="zh"), Divert)


@pytest.mark.parametrize("place", ["above", "below"])
def test_two_new_paragraphs_on_a_whole_old_story_are_kept(make_item: Make, place: str) -> None:
    old, new = text_of(1, 200), text_of(5, 55)
    text = f"{new}\n\n{old}" if place == "above" else f"{old}\n\n{new}"
    outcome = second(make_item, (old, text), "Delta")

    assert isinstance(outcome, Keep)
    assert [link.kind for link in outcome.item.related] == ["same_event"]


def test_new_paragraphs_do_not_make_killed_copy_fit_to_print(make_item: Make) -> None:
    """Another agency's addition stands on a story that its source has taken back."""
    dedupe = Dedupe()
    old, new = text_of(1, 200), text_of(5, 55)
    dedupe(item(make_item, old, "a", "Northwire", 0))
    dedupe(item(make_item, "", "a", "Northwire", 10, lifecycle=Lifecycle.KILL))
    outcome, *_ = dedupe(item(make_item, f"{old}\n\n{new}", "b", "Delta", 30))

    assert isinstance(outcome, Drop)
    assert outcome.reason is Reason.KILLED


def test_an_update_by_another_feed_is_not_lost(make_item: Make) -> None:
    """One agency's wire may come by two feeds, with ids of their own."""
    dedupe = Dedupe()
    one, other = tolls("twelve", "fourteen")
    dedupe(item(make_item, one, "a", "Northwire", 0))
    outcome, *_ = dedupe(item(make_item, other, "b", "Northwire", 30, source="relay"))

    assert isinstance(outcome, Keep)
    assert [link.kind for link in outcome.item.related] == ["update_of"]


def test_an_earlier_state_that_comes_late_is_no_news(make_item: Make) -> None:
    """The same agency's story with the toll of an hour ago, after that of now."""
    dedupe = Dedupe()
    one, other = tolls("twelve", "fourteen")
    dedupe(item(make_item, other, "b", "Northwire", 60))
    outcome, *_ = dedupe(item(make_item, one, "a", "Northwire", 0))

    assert isinstance(outcome, Divert)


def test_a_kill_reaches_the_item_that_holds_the_story(make_item: Make) -> None:
    """It was kept, for what it adds; it is credited to both agencies."""
    desk = LineDesk(NOON)
    old, new = text_of(1, 200), text_of(5, 55)
    desk.take(item(make_item, old, "a", "Northwire", 0))
    desk.take(item(make_item, f"{new}\n\n{old}", "b", "test/Delta", 10, source="delta"))
    assert len(desk.latest()) == 2
    desk.take(item(make_item, "", "a", "Northwire", 20, lifecycle=Lifecycle.KILL, version=2))

    assert desk.latest() == {}
