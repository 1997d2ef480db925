"""The enrich stage runs the plan's steps in order and keeps the item."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.enriching.registry import enrichers
from pipeline.enriching.stage import make_enrich_stage
from pipeline.outcome import Keep
from pipeline.steps import SlowStep, nothing_to_warm
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


class Late:
    """Runs slow steps that each take *took_s*; what exceeds the time that is left is late."""

    def __init__(self, took_s: float) -> None:
        self.took_s = took_s
        self.given_s: list[float] = []

    def ask(self, step: str, item: WireItem, within_s: float) -> tuple[WireItem | None, float]:
        self.given_s.append(within_s)
        if self.took_s > within_s:
            return None, within_s
        return item.model_copy(update={"slugline": step}), self.took_s


def _slow(name: str) -> SlowStep[Callable[[WireItem], WireItem]]:
    return SlowStep(name, _raise, nothing_to_warm)


def _raise(item: WireItem) -> WireItem:
    raise AssertionError("a slow step runs beside the line")


def test_slow_steps_share_an_items_time(make_item: Callable[..., WireItem]) -> None:
    """What is late is named; the item goes on without it, and later steps still run."""
    aside = Late(took_s=0.06)
    stage = make_enrich_stage([_slow("first"), _slow("second"), _slow("third")], aside, 100)
    (outcome,) = stage(make_item())

    assert isinstance(outcome, Keep)
    assert outcome.item.slugline == "first"
    assert outcome.item.not_done == ("second", "third")
    assert [round(s, 2) for s in aside.given_s] == [0.1, 0.04]


def test_a_dry_run_waits_for_slow_steps(make_item: Callable[..., WireItem]) -> None:
    """So that it is the same every time."""

    def name_it(item: WireItem) -> WireItem:
        return item.model_copy(update={"slugline": "named"})

    stage = make_enrich_stage([SlowStep("name_it", name_it, nothing_to_warm)], None, 1)
    (outcome,) = stage(make_item())

    assert isinstance(outcome, Keep)
    assert (outcome.item.slugline, outcome.item.not_done) == ("named", ())
