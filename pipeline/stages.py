"""The five stages, composed from the rooms as the plan says; no Kafka, no Faust, no clock.

The agents and the dry run call the same stages, so what a dry run shows is what the line does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from pipeline.cleaning.registry import cleaners
from pipeline.cleaning.stage import make_cleaner
from pipeline.dedup.decision import Dedupe
from pipeline.enriching.registry import enrichers
from pipeline.enriching.stage import MOST_SLOW_MS, Aside, Enricher, make_enrich_stage
from pipeline.formats.reading import read_items
from pipeline.formats.registry import formats
from pipeline.outcome import Keep, Outcome, Tell
from pipeline.plan import BadPlan, Plan
from pipeline.publishing.ledger import Ledger
from pipeline.steps import Registry, SlowStep, UnknownStep, nothing_to_warm
from pipeline.tagging.language.step import infer_language
from pipeline.tagging.registry import taggers
from pipeline.tagging.stage import make_tag_stage
from schemas import topics
from schemas.raw import RawItem
from schemas.wire import PULL_BACKS, WireItem

__all__ = ["Stages", "build_stages", "check_plan", "shard_of", "telling_all_languages"]

_FORMATS_GIVE = frozenset({*WireItem.model_fields, "text"} - {"tags", "places"})
"""Fields that are there before the first step of the plan."""


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages of one worker. Those with state are made anew for each input partition."""

    clean: Callable[[RawItem], Sequence[Outcome[WireItem]]]
    new_dedupe: Callable[[], Dedupe]
    tag: Callable[[WireItem], Sequence[Outcome[WireItem]]]
    enrich: Callable[[WireItem], Sequence[Outcome[WireItem]]]
    new_ledger: Callable[[], Ledger]


_SLOW_MS = 200.0
"""How long an item waits for its slow steps, if the plan says nothing of it."""

NewAside = Callable[[Sequence[SlowStep[Enricher]]], Aside]


def build_stages(
    plan: Plan,
    now: Callable[[], datetime],
    *,
    no_hold: bool = False,
    aside: NewAside | None = None,
) -> Stages:
    """Compose the stages; *now* is asked only when something is to be held or released.

    With *no_hold* copy under embargo is also put where those read who may read it early. *aside* is
    asked, if the plan names slow steps, for what runs them; without it they run in place, for as
    long as they take, so that a dry run is the same every time.

    Raises :class:`~pipeline.plan.BadPlan` for a plan that cannot be followed.
    """
    check_plan(plan)
    order = plan["formats"].steps
    cleaned = make_cleaner(_steps(plan, "cleaning", cleaners))

    def clean(raw: RawItem) -> Sequence[Outcome[WireItem]]:
        return [
            Keep(_in_its_language(cleaned(_of_part(outcome.item, part))))
            if isinstance(outcome, Keep)
            else outcome
            for part, outcome in enumerate(read_items(raw, order))
        ]

    return Stages(
        clean=clean,
        new_dedupe=partial(Dedupe, **plan["dedup"].options_of("")),
        tag=make_tag_stage(_steps(plan, "tagging", taggers)),
        enrich=_enrich(plan, aside),
        new_ledger=partial(Ledger, now, no_hold=no_hold),
    )


def _enrich(
    plan: Plan, aside: NewAside | None
) -> Callable[[WireItem], Sequence[Outcome[WireItem]]]:
    room = plan["enriching"]
    steps = [
        _slow(name, run, room.options_of(name)) if enrichers[name].slow else run
        for name, run in zip(room.steps, _steps(plan, "enriching", enrichers), strict=True)
    ]
    slow = [step for step in steps if isinstance(step, SlowStep)]
    beside = aside(slow) if aside is not None and slow else None
    return make_enrich_stage(steps, beside, room.options_of("").get("slow_ms", _SLOW_MS))


def _slow(name: str, run: Enricher, options: dict[str, Any]) -> SlowStep[Enricher]:
    warm = enrichers[name].warm
    return SlowStep(name, run, partial(warm, **options) if warm else nothing_to_warm)


def _of_part(item: WireItem, part: int) -> WireItem:
    """Number the items of one record; bad ones between them count, so that the number stays."""
    if item.origin.part == part:
        return item
    return item.model_copy(update={"origin": item.origin.model_copy(update={"part": part})})


def shard_of(item: WireItem) -> str:
    """Near-duplicates exist within one language, so a language is one total order."""
    return item.language or "und"


def telling_all_languages(
    clean: Callable[[RawItem], Sequence[Outcome[WireItem]]],
) -> Callable[[RawItem], Sequence[Outcome[WireItem]]]:
    """Return the stage that also tells a kill or a withhold to the shards of other languages.

    A notice may be in another language than its story, or in none that is known; and what it names
    without an id only the memory of the story's shard can find. It has its fate in its own shard.
    """

    def clean_and_tell(raw: RawItem) -> Sequence[Outcome[WireItem]]:
        outcomes = clean(raw)
        pulls = [
            outcome.item
            for outcome in outcomes
            if isinstance(outcome, Keep) and outcome.item.lifecycle in PULL_BACKS
        ]
        words = [
            Tell(topics.CLEAN.name, shard_of(one), _word_of(one), elsewhere=True) for one in pulls
        ]
        return [*outcomes, *words]

    return clean_and_tell


def _word_of(notice: WireItem) -> WireItem:
    return notice.model_copy(update={"body": (), "notice": "named", "of_item": notice.item_id})


def _in_its_language(item: WireItem) -> WireItem:
    """Name the language if the provider did not: wire.clean is divided by it.

    It is tagging's knowledge, used a stage earlier than the rest of tagging: an item in the
    wrong shard would never meet its duplicates.
    """
    if item.language:
        return item
    language, _ = infer_language(f"{item.headline}\n{item.text}")
    if not language:
        return item
    return item.model_copy(update={"language": language, "language_by": "language"})


def _steps(plan: Plan, room: str, registry: Registry[Any]) -> list[Callable[..., Any]]:
    chosen = []
    for name in plan[room].steps:
        options = plan[room].options_of(name)
        run = registry[name].run
        chosen.append(partial(run, **options) if options else run)
    return chosen


def check_plan(plan: Plan) -> None:
    """Refuse a plan that names unknown steps or options, or a step before what it needs."""
    for name in plan["formats"].steps:
        if name not in formats:
            raise BadPlan(
                f"{plan.name}: formats has no {name!r}; it has: {', '.join(formats.names())}"
            )
    there = set(_FORMATS_GIVE)
    rooms: tuple[tuple[str, Registry[Any]], ...] = (
        ("cleaning", cleaners),
        ("tagging", taggers),
        ("enriching", enrichers),
    )
    for room, registry in rooms:
        for name in plan[room].steps:
            try:
                step = registry[name]
            except UnknownStep as error:
                raise BadPlan(f"{plan.name}: {error}") from None
            missing = sorted(step.needs - there)
            if missing:
                raise BadPlan(
                    f"{plan.name}: {room}.{name} needs {', '.join(missing)}, "
                    "which no step before it gives"
                )
            there |= step.gives
            unknown = sorted(set(plan[room].options_of(name)) - set(step.options))
            if unknown:
                known = ", ".join(step.options) or "none"
                raise BadPlan(
                    f"{plan.name}: {room}.{name} has no option {', '.join(unknown)}; "
                    f"it has: {known}"
                )
            lacking = step.missing(**plan[room].options_of(name)) if step.missing else ""
            if lacking:
                raise BadPlan(f"{plan.name}: {room}.{name} cannot run: {lacking}")
    _check_slow_ms(plan)


def _check_slow_ms(plan: Plan) -> None:
    own = plan["enriching"].options_of("")
    unknown = sorted(set(own) - {"slow_ms"})
    if unknown:
        raise BadPlan(f"{plan.name}: enriching has no option {', '.join(unknown)}; it has: slow_ms")
    slow_ms = own.get("slow_ms", _SLOW_MS)
    if isinstance(slow_ms, bool) or not isinstance(slow_ms, int | float):
        raise BadPlan(f"{plan.name}: enriching.slow_ms must be a number, not {slow_ms!r}")
    if not 1 <= slow_ms <= MOST_SLOW_MS:
        raise BadPlan(f"{plan.name}: enriching.slow_ms must be 1 to {MOST_SLOW_MS}, not {slow_ms}")
