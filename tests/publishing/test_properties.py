"""Whatever the order, however often: one item has one latest state."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.types import Block, Embargo, Lifecycle, Origin, Reference
from schemas.wire import WireItem
from tests.publishing.desk import Desk

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)

KINDS = [
    Lifecycle.NEW,
    Lifecycle.UPDATE,
    Lifecycle.UPDATE,
    Lifecycle.CORRECTION,
    Lifecycle.CORRECTION,
    Lifecycle.KILL,
    Lifecycle.WITHHOLD,
]
STORIES = st.lists(st.tuples(st.sampled_from(KINDS), st.booleans()), min_size=1, max_size=6)


def story_of(kinds: list[tuple[Lifecycle, bool]]) -> list[WireItem]:
    """Return a story's items as its agency made them, one a minute.

    Some are sent under ids of their own and refer to the first.
    """
    items = []
    for n, (kind, own_id) in enumerate(kinds):
        pulls_back = kind in (Lifecycle.KILL, Lifecycle.WITHHOLD)
        guid, references = "rain", tuple[Reference, ...]()
        if own_id and n:
            guid = f"rain-{n}"
            rel: Any = "kills" if pulls_back else "replaces"
            references = (Reference(rel=rel, guid="rain"),)
        items.append(
            WireItem(
                item_id=f"test/{guid}",
                source="test",
                guid=guid,
                version=n + 1 if guid == "rain" else 1,
                versioned_at=NOON + timedelta(minutes=n),
                origin=Origin(topic="wire.raw", partition=0, offset=n),
                raw_digest=f"{n:064}",
                format="test",
                received_at=NOON + timedelta(hours=1),
                lifecycle=kind,
                references=references,
                headline="" if pulls_back else f"Rain {n}",
                body=() if pulls_back else (Block(text=f"It rained {n} times."),),
            )
        )
    return items


def again(items: list[WireItem], first: int) -> list[WireItem]:
    """Return the same items as if they had been sent another time."""
    return [
        item.model_copy(update={"origin": item.origin.model_copy(update={"offset": first + n})})
        for n, item in enumerate(items)
    ]


def seen(desk: Desk) -> dict[str, str]:
    return {id_: article.text for id_, article in desk.latest().items()}


@settings(max_examples=400)
@given(kinds=STORIES, data=st.data())
def test_any_order_of_arrival_ends_in_the_same_state(
    kinds: list[tuple[Lifecycle, bool]], data: st.DataObject
) -> None:
    """A late older version, a kill before its target, a correction before what it corrects."""
    items = story_of(kinds)
    in_order, shuffled = Desk(lambda: NOON), Desk(lambda: NOON)
    in_order.take(*items)
    shuffled.take(*data.draw(st.permutations(items)))

    assert seen(shuffled) == seen(in_order)


@settings(max_examples=200)
@given(kinds=STORIES, data=st.data())
def test_any_prefix_twice_changes_nothing(
    kinds: list[tuple[Lifecycle, bool]], data: st.DataObject
) -> None:
    """Sent again, with the same bytes, by an agency or by whoever feeds."""
    items = story_of(kinds)
    prefix = items[: data.draw(st.integers(0, len(items)))]
    once, twice = Desk(lambda: NOON), Desk(lambda: NOON)
    once.take(*items)
    twice.take(*prefix, *again(prefix, 100), *items[len(prefix) :])

    assert twice.articles == once.articles


@settings(max_examples=200)
@given(kinds=STORIES, data=st.data())
def test_a_restart_anywhere_changes_nothing(
    kinds: list[tuple[Lifecycle, bool]], data: st.DataObject
) -> None:
    """What the ledger knows is what its rows say."""
    items = story_of(kinds)
    at = data.draw(st.integers(0, len(items)))
    straight, restarted = Desk(lambda: NOON), Desk(lambda: NOON)
    straight.take(*items)
    restarted.take(*items[:at])
    restarted.restart()
    restarted.take(*items[at:])

    assert restarted.articles == straight.articles
    assert restarted.stored() == straight.stored()


@settings(max_examples=200)
@given(
    kinds=STORIES,
    hours=st.lists(st.none() | st.integers(1, 5), min_size=6, max_size=6),
    data=st.data(),
)
def test_nothing_under_embargo_is_seen_before_its_time(
    kinds: list[tuple[Lifecycle, bool]], hours: list[int | None], data: st.DataObject
) -> None:
    """In whatever order, and through a restart."""
    items = [
        item.model_copy(update={"embargo": Embargo(until=NOON + timedelta(hours=hour))})
        if hour is not None
        else item
        for item, hour in zip(story_of(kinds), hours, strict=False)
    ]
    desk = Desk(lambda: NOON)
    desk.take(*data.draw(st.permutations(items)))
    desk.restart()
    for hour in range(6):
        time = NOON + timedelta(hours=hour)
        desk.due(time)
        for article in desk.articles:
            assert article.embargoed_until is None or article.embargoed_until <= time
    assert desk.ledger.next_due() is None
