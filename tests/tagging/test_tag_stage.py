"""The tag stage runs the plan's taggers in order and keeps the item."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.outcome import Keep
from pipeline.tagging.registry import taggers
from pipeline.tagging.stage import make_tag_stage
from schemas.types import Tag
from schemas.wire import WireItem

MakeItem = Callable[..., WireItem]


def rain(item: WireItem) -> Iterator[Tag]:
    """Tag everything with rain."""
    yield Tag(scheme="medtop", code="17000000", score=0.6, by="rain")


def storm(item: WireItem) -> Iterator[Tag]:
    """Tag what is about rain, and a genre."""
    if any(tag.by == "rain" for tag in item.tags):
        yield Tag(scheme="genre", code="forecast", by="storm")
        yield Tag(scheme="medtop", code="17000000", score=0.9, by="storm")


def kept(outcomes: tuple[object, ...]) -> WireItem:
    (outcome,) = outcomes
    assert isinstance(outcome, Keep)
    assert isinstance(outcome.item, WireItem)
    return outcome.item


def test_each_step_sees_the_tags_of_those_before_it(make_item: MakeItem) -> None:
    """Tags stay in the order in which they came; of the same tag the surer one is kept."""
    item = kept(make_tag_stage([rain, storm])(make_item()))

    assert [(tag.code, tag.by) for tag in item.tags] == [
        ("17000000", "storm"),
        ("forecast", "storm"),
    ]


def test_tags_that_the_item_brought_come_first(make_item: MakeItem) -> None:
    """What is known already is not lost."""
    said = Tag(scheme="genre", code="feature", by="provider")

    assert kept(make_tag_stage([rain])(make_item(tags=(said,)))).tags[0] == said


def test_without_a_tag_the_item_goes_on_as_it_is(make_item: MakeItem) -> None:
    """Nothing to say is no reason to stop an item."""
    item = make_item()

    assert make_tag_stage([storm])(item) == (Keep(item),)


def test_tagging_twice_changes_nothing(make_item: MakeItem) -> None:
    """A redelivery gets the tags that it had."""
    stage = make_tag_stage([rain, storm])
    once = kept(stage(make_item()))

    assert kept(stage(once)) == once


def test_the_room_offers_its_steps() -> None:
    """Importing the stage registers every tagger."""
    assert {"language", "mediatopic"} <= {step.name for step in taggers}
