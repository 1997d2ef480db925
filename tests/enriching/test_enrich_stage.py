"""The enrich stage runs the plan's steps in order and keeps the item."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.enriching.registry import enrichers
from pipeline.enriching.stage import make_enrich_stage
from pipeline.outcome import Keep
from schemas.wire import WireItem


def test_each_step_sees_what_the_one_before_added(make_item: Callable[..., WireItem]) -> None:
    """Steps run in the order of the plan."""

    def shout(item: WireItem) -> WireItem:
        return item.model_copy(update={"headline": item.headline.upper()})

    def sign(item: WireItem) -> WireItem:
        return item.model_copy(update={"headline": f"{item.headline} (by us)"})

    (outcome,) = make_enrich_stage([shout, sign])(make_item(headline="Rain"))

    assert isinstance(outcome, Keep)
    assert outcome.item.headline == "RAIN (by us)"


def test_without_steps_the_item_goes_on_as_it_is(make_item: Callable[..., WireItem]) -> None:
    """An empty plan keeps everything."""
    item = make_item()

    assert make_enrich_stage([])(item) == (Keep(item),)


def test_the_room_offers_its_steps() -> None:
    """Importing the stage registers every enricher."""
    assert {"places"} <= {step.name for step in enrichers}
